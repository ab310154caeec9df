"""One call on its way: what all of its requests share."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from talkdesk_core import http

__all__ = ["EXTENSION", "Trip", "trip_of"]

EXTENSION = "talkdesk"
"""Name of the extension of an httpx request that carries the trip; token requests carry that of
the call that needs the token."""


@dataclass(slots=True, eq=False)
class Trip:
    """A call of the API, with its retries and the token requests that it makes.

    Attributes:
        method: The HTTP method, in capitals.
        template: The path for logs and hooks.
        deadline: When the budget is spent, by the client's clock.
        budget: The budget in seconds, for errors.
        timeouts: Seconds of each phase of a request; None is without end.
        request: The request of the API.
        attempts: How often it was sent.
        may_have_arrived: Whether the server may have acted on one of the attempts.
        handled: What the caller was handling when the call was made: it is in the chain of every
            error of the call, and is none of the call's.
        hook_error: What a hook raised; it ends the call, whatever it is.
    """

    method: str
    template: str
    deadline: float
    budget: float
    timeouts: Mapping[str, float | None] = field(repr=False)
    request: http.Request = field(repr=False)
    attempts: int = 0
    may_have_arrived: bool = False
    handled: BaseException | None = field(default_factory=sys.exception, repr=False)
    hook_error: BaseException | None = field(default=None, repr=False)

    def phases(self, now: float) -> dict[str, float | None]:
        """Return the seconds of each phase, none longer than what is left of the budget."""
        left = max(0.0, self.deadline - now)
        return {
            phase: left if seconds is None else min(seconds, left)
            for phase, seconds in self.timeouts.items()
        }


def trip_of(request: http.Request) -> Trip | None:
    """Return the trip of a request; None where it has none."""
    trip: object = request.extensions.get(EXTENSION)
    return trip if isinstance(trip, Trip) else None
