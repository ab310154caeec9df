"""One access token for all threads and tasks of a client, fetched once at a time.

The cache does no I/O and never waits. Whoever needs a token asks for its turn: it gets the token,
or the task of fetching one, or the promise that somebody else is fetching it, or the error that the
last attempt ended with. Its lock is held for a few assignments only, never while anything is sent.

A token has two windows. In the early one, which begins a quarter of its life before its end, the
first who comes fetches the next, and everybody else goes on with the token there is. In the late
one, which begins shortly before its end, everybody waits for the next.

All times are by a clock that never runs backwards, so a wall clock that is wrong or jumps does not
matter.
"""

import copy
import math
import threading
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TypeAlias

from talkdesk_core.auth.backoff import Backoff
from talkdesk_core.clock import Clock
from talkdesk_core.errors import APIConnectionError, APITimeoutError, TokenError
from talkdesk_core.forks import renew_in_child

__all__ = ["Failure", "Flight", "Outcome", "Refused", "Token", "TokenCache", "Waiting", "windows"]

# A token is not used for new requests this long before its end, so that it does not expire on its
# way ...
_LATE = 60.0
# ... but a short-lived one is used for most of its life.
_LATE_SHARE = 0.1
# It is renewed early this long before its end, or a quarter of its life.
_EARLY = 300.0
_EARLY_SHARE = 0.25


def windows(lifetime: float) -> tuple[float, float]:
    """Return after how many seconds a token's early and late window begin."""
    early = lifetime - min(_EARLY, lifetime * _EARLY_SHARE)
    return early, lifetime - min(_LATE, lifetime * _LATE_SHARE)


# Whoever waits for what is left of a wait must not come too early by the last digit of a float.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """An access token.

    Attributes:
        header: Value of the ``Authorization`` header.
        early: Time by the cache's clock from which it is renewed.
        late: Time from which it is not used for new requests.
        end: Time at which it ends.
        generation: Number of the flight that brought it.
    """

    header: str = field(repr=False)
    early: float
    late: float
    end: float
    generation: int


Failure: TypeAlias = TokenError | APIConnectionError
"""The refusal of the token endpoint, or the failure to reach it."""

# What a flight brings; None when it was cut short.
Outcome: TypeAlias = Token | Failure | None


@dataclass(frozen=True, slots=True, eq=False)
class Flight:
    """The task of fetching a token; it has to end in `land`, `fail` or `abandon`.

    Attributes:
        generation: Number of the token it will bring.
        started: Time by the cache's clock; a lifetime counts from here, as the server's clock
            starts before the reply arrives.
        is_early: Whether the present token could have been used as well.
        outcome: Tells those who wait.
    """

    generation: int
    started: float
    is_early: bool
    outcome: "Future[Outcome]" = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """Somebody else is fetching a token; `outcome` tells when that is over."""

    outcome: "Future[Outcome]" = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Refused:
    """The last attempt failed a moment ago, and it is too early for the next."""

    error: Failure


class TokenCache:
    """The present token and the flight that fetches the next.

    Args:
        clock: Its monotonic time counts.
        backoff: How long the endpoint is left alone after a failure.
    """

    def __init__(self, clock: Clock, backoff: Backoff | None = None) -> None:
        self._clock = clock
        self._backoff = Backoff() if backoff is None else backoff
        self._lock = threading.Lock()
        self._token: Token | None = None
        self._flight: Flight | None = None
        self._generation = 0
        # Number of the newest token that the API refused, and how many were refused in a row.
        self._rejected = 0
        self._rejections = 0
        # How many flights failed in a row, timeouts left out, and how the last one did.
        self._failures = 0
        self._error: Failure | None = None
        # Time before which the endpoint is left alone.
        self._quiet_until = -math.inf
        renew_in_child(self)

    def renew(self) -> None:
        """Forget locks and flights of other threads, which a forked child does not have."""
        self._lock = threading.Lock()
        self._flight = None

    def turn(self) -> Token | Flight | Waiting | Refused:
        """Return a token to use; or a flight to lead, or to wait for; or why there is neither."""
        with self._lock:
            now = self._clock.monotonic()
            is_quiet = self._quiet_until - now > _ROUNDING
            token = self._token
            if token is not None and token.generation > self._rejected:
                if now < token.early:
                    return token
                if now < token.late:
                    if self._flight is not None or is_quiet:
                        return token
                    return self._start(now, is_early=True)
            if self._flight is not None:
                return Waiting(self._flight.outcome)
            if is_quiet and self._error is not None:
                return Refused(_with_wait(self._error, self._quiet_until - now))
            if is_quiet and token is not None:
                # Fresh tokens were refused one after the other. Until it is time for the next, the
                # API says again what it thinks of the last one.
                return token
            return self._start(now, is_early=False)

    def _start(self, now: float, *, is_early: bool) -> Flight:
        self._generation += 1
        outcome: Future[Outcome] = Future()
        # A waiting task that is cancelled cancels what it waits for; a future that is running does
        # not let it, so the others keep waiting for the same flight.
        outcome.set_running_or_notify_cancel()
        self._flight = Flight(self._generation, now, is_early, outcome)
        return self._flight

    def land(
        self, flight: Flight, header: str, lifetime: float, *, is_renewable: bool = True
    ) -> Token:
        """End a flight with a token.

        Args:
            flight: The flight.
            header: Value of the ``Authorization`` header.
            lifetime: Seconds that the token lives from the flight's start.
            is_renewable: Whether there can be a next one; the last one is used to its end.
        """
        started = flight.started
        early, late = windows(lifetime) if is_renewable else (lifetime, lifetime)
        token = Token(
            header, started + early, started + late, started + lifetime, flight.generation
        )
        with self._lock:
            # A flight that was given up may still land after its successor, or after its token was
            # refused: an older token must not replace a newer one.
            newest = self._token is None or self._token.generation < token.generation
            if newest and token.generation > self._rejected:
                self._token = token
                self._failures, self._error, self._quiet_until = 0, None, -math.inf
            self._end(flight, token)
        return token

    def fail(self, flight: Flight, error: Failure) -> None:
        """End a flight with an error; everybody who waits is told, and it sets `retry_after`.

        Those who come next are told the same, without a flight, until it is time to try again: by
        the endpoint's ``Retry-After``, or after a wait that doubles with each failure, but not when
        the one who led ran out of time.
        """
        with self._lock:
            if self._flight is flight:
                self._failures = self._failures_after(error)
                wait = self._backoff.seconds(self._failures, error.retry_after)
                self._quiet_until = self._clock.monotonic() + wait
                error.retry_after = wait
                self._error = copy.copy(error)
            self._end(flight, copy.copy(error))

    def _failures_after(self, error: Failure) -> int:
        if isinstance(error, APITimeoutError):
            # Who leads brings its own timeout and budget. That these were short says little of the
            # endpoint, and must not keep those who have more patience from asking.
            return max(self._failures, 1)
        return self._failures + 1

    def give_up(self, flight: Flight, error: Failure) -> None:
        """End a flight for which there was nothing to send; everybody who waits is told."""
        with self._lock:
            self._end(flight, copy.copy(error))

    def abandon(self, flight: Flight) -> None:
        """End a flight without a result, if it has not ended; one who waits leads the next."""
        with self._lock:
            self._end(flight, None)

    def fallback(self, flight: Flight) -> Token | None:
        """Return the present token if it can still be used, after an early flight failed."""
        with self._lock:
            token = self._token
            if not flight.is_early or token is None or token.generation <= self._rejected:
                return None
            return token if self._clock.monotonic() < token.end else None

    def reject(self, token: Token) -> bool:
        """Note that the API refused a token; say whether another one is to be had now.

        Many requests may be refused with one token at the same time; only the first counts, so they
        share one new flight. When a fresh token is refused too, the fault is elsewhere, and the
        endpoint is left alone for longer each time, until the API accepts a token.
        """
        with self._lock:
            now = self._clock.monotonic()
            if token.generation > self._rejected:
                self._rejected = token.generation
                self._rejections += 1
                if self._rejections > 1:
                    wait = self._backoff.seconds(self._rejections - 1)
                    self._quiet_until = max(self._quiet_until, now + wait)
                elif self._token is token:
                    self._token = None
            present = self._token
            if present is not None and present.generation > self._rejected:
                return True
            # A token that cannot be had is said to be so: the API's 401 would lead astray.
            is_failing = self._flight is not None or self._error is not None
            return is_failing or self._quiet_until - now <= _ROUNDING

    def accept(self, token: Token) -> None:
        """Note that the API did not refuse a token."""
        if self._rejections == 0:  # almost always; a count that changes meanwhile counts later
            return
        with self._lock:
            if self._token is not token:
                return
            self._rejections = 0
            if token.generation == self._rejected:  # refused before, and good after all
                self._rejected = token.generation - 1
            if self._error is None:
                self._quiet_until = -math.inf

    def _end(self, flight: Flight, outcome: Outcome) -> None:
        if flight.outcome.done():
            return
        if self._flight is flight:
            self._flight = None
        # Callbacks of the future only wake threads and loops, so the lock is held shortly.
        flight.outcome.set_result(outcome)


def _with_wait(error: Failure, seconds: float) -> Failure:
    # One exception object raised in many threads would mix their tracebacks.
    error = copy.copy(error)
    error.retry_after = seconds
    error.is_earlier = True
    error.add_note(
        f"This is how the last token request ended. No other is sent for {seconds:.1f} seconds."
    )
    return error
