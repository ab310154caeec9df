"""What a token request asks for, whoever asks: the part that differs from grant to grant."""

from dataclasses import dataclass
from typing import Protocol

from talkdesk_core.auth.token_reply import Granted
from talkdesk_core.errors import TokenError

__all__ = ["Ended", "Grant"]


@dataclass(frozen=True, slots=True)
class Ended:
    """There is nothing to ask for a token with.

    Attributes:
        problem: Why.
        hint: What to try.
    """

    problem: str
    hint: str


class Grant(Protocol):
    """What token requests ask for, and what replies mean for the next one.

    Its methods are called by the one who fetches a token, so never by two at once.
    """

    @property
    def is_repeatable(self) -> bool:
        """Whether a token request does no harm when it is sent a second time."""
        ...

    @property
    def scheme(self) -> str:
        """What stands before the token in ``Authorization``: ``Bearer`` and a blank, or nothing."""
        ...

    @property
    def scope(self) -> str | None:
        """The scopes that are asked for, if any."""
        ...

    def form(self) -> dict[str, str] | Ended:
        """Return the form of the next token request, or why there can be none."""
        ...

    def accept(self, granted: Granted) -> str | None:
        """Note what was granted; return a new refresh token that came with it."""
        ...

    def refuse(self, error: TokenError) -> TokenError:
        """Note a reply without a token; return the error to raise."""
        ...

    def lose(self) -> None:
        """Note that a request was sent and no reply came, so that nobody knows what it did."""
        ...
