"""What all clients that were made with one description of a login have in common."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from talkdesk_core.auth.source import Source

__all__ = ["SharedLogin"]


class SharedLogin:
    """Where the tokens of a login come from; nothing before the first client."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}

    def __repr__(self) -> str:
        return "SharedLogin()"

    def source(self, fresh: "Source") -> "Source":
        """Return the one source; that is `fresh` at the first call."""
        # Atomic, so that two threads that come at once get the same one.
        return self._sources.setdefault("source", fresh)
