"""A call from its first attempt to its last: when to wait, when to send, when to give up.

It is decided once, in a generator that does no I/O; each client has a driver that carries out its
steps (`talkdesk_core.client`).
"""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from talkdesk_core import http
from talkdesk_core.clock import Clock
from talkdesk_core.error_replies import api_error
from talkdesk_core.errors import (
    APIConnectionError,
    APITimeoutError,
    ConfigurationError,
    RateLimitError,
    TalkdeskError,
)
from talkdesk_core.finite import is_finite
from talkdesk_core.logs import log_wait
from talkdesk_core.rate import RateLimiter
from talkdesk_core.retries import Retries
from talkdesk_core.transport.trip import Trip

__all__ = ["SEND", "Outcome", "Send", "Steps", "Wait", "sending"]


@dataclass(frozen=True, slots=True)
class Wait:
    """A step: let so many seconds pass."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Send:
    """A step: send the request, and say what came of it."""


SEND = Send()

_REQUEST_TIMEOUT = 408

Outcome: TypeAlias = http.Response | TalkdeskError
Steps: TypeAlias = Generator[Wait | Send, Outcome | None, http.Response]


def sending(trip: Trip, retries: Retries, limiter: RateLimiter, clock: Clock) -> Steps:
    """Lead a call to its reply.

    Args:
        trip: The call.
        retries: When to try again.
        limiter: How fast the client sends.
        clock: The client's.

    Returns:
        The reply, whose status is 2xx.

    Raises:
        TalkdeskError: The last attempt's, when there is no other to be made.
    """
    failures = 0
    error: TalkdeskError | None = None
    while True:
        too_long = yield from _turn(trip, limiter, clock)
        if too_long is not None:
            raise error or _late(trip, too_long)
        sent_at = clock.monotonic()
        outcome = yield SEND
        error = _error_of(outcome, trip, clock)
        if error is None:
            return _reply(outcome)
        if isinstance(error, RateLimitError):
            limiter.refused(error.retry_after, sent_at=sent_at)
        failures += 1
        seconds = _checked_wait(retries.policy(error, failures))
        if seconds is None or clock.monotonic() + seconds >= trip.deadline:
            raise error
        log_wait(
            trip.method,
            trip.template,
            reason=_reason(error),
            seconds=seconds,
            attempt=failures + 1,
        )
        if seconds > 0:
            yield Wait(seconds)


def _turn(
    trip: Trip, limiter: RateLimiter, clock: Clock
) -> Generator[Wait, Outcome | None, float | None]:
    """Wait for a place in the line of the client's requests.

    Returns:
        None when it is there; the seconds until it would be, where that is after the budget's end.
    """
    while True:
        place = limiter.reserve(trip.deadline - clock.monotonic())
        if not place.is_taken:
            return place.seconds
        if place.seconds > 0:
            try:
                yield Wait(place.seconds)
            except GeneratorExit:  # the caller was cancelled or interrupted
                limiter.leave(place)
                raise
        if limiter.holds(place):
            return None


def _late(trip: Trip, seconds: float) -> APITimeoutError:
    """Return the error of a call that cannot be sent in time."""
    return APITimeoutError(
        f"waiting for the rate limit would take {seconds:.0f} seconds",
        method=trip.method,
        url=str(trip.request.url),
        shown=http.shown_url(trip.request.url),
        may_have_arrived=False,
        retry_after=seconds,
        attempts=trip.attempts,
    )


def _error_of(outcome: Outcome | None, trip: Trip, clock: Clock) -> TalkdeskError | None:
    """Return what is wrong with an outcome; None for a reply with 2xx."""
    if isinstance(outcome, APIConnectionError):
        trip.may_have_arrived = trip.may_have_arrived or outcome.may_have_arrived
        return outcome.after(trip.attempts, may_have_arrived=trip.may_have_arrived)
    if isinstance(outcome, TalkdeskError):
        if trip.may_have_arrived:
            outcome.add_note("An earlier attempt of this call may have arrived.")
        return outcome
    reply = _reply(outcome)
    if reply.is_success:
        return None
    # A server that failed, or waited for the rest of a request, may have acted on it.
    if reply.status_code >= 500 or reply.status_code == _REQUEST_TIMEOUT:
        trip.may_have_arrived = True
    return api_error(
        status_code=reply.status_code,
        headers=reply.headers,
        body=reply.content,
        method=trip.method,
        url=str(trip.request.url),
        shown=http.shown_url(trip.request.url),
        attempts=trip.attempts,
        now=datetime.fromtimestamp(clock.time(), UTC),
    )


def _reply(outcome: Outcome | None) -> http.Response:
    if isinstance(outcome, http.Response):
        return outcome
    msg = "a step was answered without an outcome"
    raise RuntimeError(msg)


def _reason(error: TalkdeskError) -> str:
    """Return a few words for logs, without an address."""
    status: object = getattr(error, "status_code", None)
    return type(error).__name__ if status is None else f"{type(error).__name__} {status}"


def _checked_wait(seconds: object) -> float | None:
    """Return what a policy decided.

    Raises:
        ConfigurationError: It is neither None nor a number of seconds.
    """
    if seconds is None:
        return None
    if is_finite(seconds) and seconds >= 0:
        return float(seconds)
    msg = "the policy of retries has to return seconds, 0 or more, or None to give up."
    raise ConfigurationError(msg, arguments=("retries",))
