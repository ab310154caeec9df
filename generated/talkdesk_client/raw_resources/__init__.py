# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The resources once more, with whole replies for results; `with_raw_response` leads here.

Each module is loaded when it is first used.
"""

# A literal, so that no module is loaded for it; type checkers read it as typing's own.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from . import callbacks, campaigns
else:

    def __getattr__(name):
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return import_module(f".{name}", __name__)

    def __dir__():
        return sorted({*globals(), *__all__})


__all__ = ["callbacks", "campaigns"]
