"""A local Talkdesk: token endpoint, scheduled callbacks and campaigns, from a seed.

It rests on ``talkdesk_schemas`` (the server's view of the effective document), Starlette, uvicorn
and SQLite. It shares no code with the client: the two ends of a wire must be able to disagree.

Use ``with Sandbox(seed=1) as sandbox`` in tests, ``python -m talkdesk_sandbox`` from a shell.
"""

TYPE_CHECKING = False  # A literal, so that importing the package does not import typing.
if TYPE_CHECKING:
    from talkdesk_sandbox.errors import ConnectionDroppedError as ConnectionDroppedError
    from talkdesk_sandbox.errors import SandboxError as SandboxError
    from talkdesk_sandbox.errors import SandboxOptionError as SandboxOptionError
    from talkdesk_sandbox.errors import SandboxStartError as SandboxStartError
    from talkdesk_sandbox.errors import SandboxStateError as SandboxStateError
    from talkdesk_sandbox.sandbox import Sandbox as Sandbox
    from talkdesk_sandbox.tokens import Credentials as Credentials
else:
    _MODULES = {
        "ConnectionDroppedError": "errors",
        "Credentials": "tokens",
        "Sandbox": "sandbox",
        "SandboxError": "errors",
        "SandboxOptionError": "errors",
        "SandboxStartError": "errors",
        "SandboxStateError": "errors",
    }

    def __getattr__(name: str) -> object:
        """Import a public name on first use (PEP 562)."""
        if name not in _MODULES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        try:
            module = import_module(f"{__name__}.{_MODULES[name]}")
        except ModuleNotFoundError as error:
            hint = "the sandbox is an extra: pip install 'talkdesk-client[sandbox]'"
            raise ModuleNotFoundError(f"{error}; {hint}", name=error.name) from error
        return getattr(module, name)


__all__ = [
    "ConnectionDroppedError",
    "Credentials",
    "Sandbox",
    "SandboxError",
    "SandboxOptionError",
    "SandboxStartError",
    "SandboxStateError",
]
