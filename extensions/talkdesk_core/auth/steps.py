"""What an authentication wants done, one step at a time: the same for blocking and async clients.

Steps are decided by generators that do no I/O (`talkdesk_core.auth.flow` and `.leading`); a driver
carries each of them out and puts the result into it.
"""

import concurrent.futures
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType

from talkdesk_core import http
from talkdesk_core.auth.cache import Failure, Flight, Outcome, Token
from talkdesk_core.errors import TalkdeskError

__all__ = ["Fetch", "Lead", "Send", "Tell", "Wait"]

_UNAUTHORIZED = 401


@dataclass(slots=True, eq=False)
class Send:
    """Have `request` sent to the API, and put the reply here."""

    request: http.Request = field(repr=False)
    reply: http.Response | None = field(default=None, repr=False)

    def is_refused(self) -> bool:
        """Say whether the API refused the token."""
        return self.reply is not None and self.reply.status_code == _UNAUTHORIZED


@dataclass(frozen=True, slots=True, eq=False)
class Wait:
    """Wait until `outcome` is there, but no longer than `seconds`; None is without end."""

    outcome: "concurrent.futures.Future[Outcome]" = field(repr=False)
    seconds: float | None


@dataclass(slots=True, eq=False)
class Lead:
    """Fetch a token: carry out the steps that the leading of `flight` takes.

    Attributes:
        flight: What is led.
        extensions: Those of the API request that needs the token.
        outcome: The token, or the error to raise.
        cause: What the error comes from, if anything.
        was_asked: Whether a token request was made.
    """

    flight: Flight
    extensions: Mapping[str, object] = field(repr=False)
    outcome: Token | Failure | None = field(default=None, repr=False)
    cause: Exception | None = field(default=None, repr=False)
    was_asked: bool = False


@dataclass(slots=True, eq=False)
class Fetch:
    """Send the token request, and put its whole reply, or why there is none, here."""

    request: http.Request = field(repr=False)
    result: http.Response | http.RequestError | TalkdeskError | None = field(
        default=None, repr=False
    )


@dataclass(slots=True, eq=False)
class Tell:
    """Tell `callback` the new refresh token; what it raises is put here.

    A driver calls it inside of ``with``, so that nothing but the exceptions of a program, and none
    that end a thread or task, are kept.
    """

    callback: Callable[[str], object] = field(repr=False)
    refresh_token: str = field(repr=False)
    error: Exception | None = field(default=None, repr=False)

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        if isinstance(error, Exception):
            self.error = error
        return self.error is not None
