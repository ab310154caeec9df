"""A local Talkdesk: token endpoint, scheduled callbacks and campaigns, from a seed.

It rests on ``talkdesk_schemas`` (the server's view of the effective document), Starlette, uvicorn
and SQLite. It shares no code with the client: the two ends of a wire must be able to disagree.

Use ``with Sandbox(seed=1) as sandbox`` in tests, ``python -m talkdesk_sandbox`` from a shell.
"""

TYPE_CHECKING = False  # A literal, so that importing the package does not import typing.
if TYPE_CHECKING:
    from talkdesk_sandbox.sandbox import Sandbox as Sandbox
else:

    def __getattr__(name: str) -> object:
        """Import the one public class on first use (PEP 562)."""
        if name == "Sandbox":
            try:
                from talkdesk_sandbox.sandbox import Sandbox
            except ModuleNotFoundError as error:
                hint = "the sandbox is an extra: pip install 'talkdesk-client[sandbox]'"
                raise ModuleNotFoundError(f"{error}; {hint}", name=error.name) from error

            return Sandbox
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = ["Sandbox"]
