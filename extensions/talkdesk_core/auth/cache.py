"""One access token for all threads and tasks of a client, fetched once at a time.

The cache does no I/O and never waits. Whoever needs a token asks for its turn: it gets the token,
or the task of fetching one, or the promise that somebody else is fetching it. Its lock is held for
a few assignments only, never while anything is sent.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TypeAlias

from talkdesk_core.errors import APIConnectionError, TokenError

__all__ = ["Flight", "Outcome", "Token", "TokenCache", "Waiting"]


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """An access token.

    Attributes:
        header: Value of the ``Authorization`` header.
        fresh_until: Time by the cache's clock from which it is not used for new requests.
        generation: Number of the flight that brought it.
    """

    header: str = field(repr=False)
    fresh_until: float
    generation: int


# What a flight brings: a token, the refusal of the token endpoint, the failure to reach it, or None
# when the flight was cut short.
Outcome: TypeAlias = Token | TokenError | APIConnectionError | None


@dataclass(frozen=True, slots=True, eq=False)
class Flight:
    """The task of fetching a token; it has to end in `land`, `fail` or `abandon`.

    Attributes:
        generation: Number of the token it will bring.
        started: Time by the cache's clock; a lifetime counts from here, as the server's clock
            starts before the reply arrives.
        outcome: Tells those who wait.
    """

    generation: int
    started: float
    outcome: "Future[Outcome]" = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Waiting:
    """Somebody else is fetching a token; `outcome` tells when that is over."""

    outcome: "Future[Outcome]" = field(repr=False)


class TokenCache:
    """The present token and the flight that fetches the next.

    Args:
        clock: Seconds that never run backwards.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._token: Token | None = None
        self._flight: Flight | None = None
        self._generation = 0
        self._rejected = 0

    def turn(self) -> Token | Flight | Waiting:
        """Return the token if it is fresh; else a flight to lead, or one to wait for."""
        with self._lock:
            now = self._clock()
            if self._token is not None and now < self._token.fresh_until:
                return self._token
            if self._flight is not None:
                return Waiting(self._flight.outcome)
            self._generation += 1
            outcome: Future[Outcome] = Future()
            # A waiting task that is cancelled cancels what it waits for; a future that is running
            # does not let it, so the others keep waiting for the same flight.
            outcome.set_running_or_notify_cancel()
            self._flight = Flight(self._generation, now, outcome)
            return self._flight

    def land(self, flight: Flight, header: str, seconds: float) -> Token:
        """End a flight with a token that is fresh for `seconds` from the flight's start."""
        token = Token(header, flight.started + seconds, flight.generation)
        with self._lock:
            # A flight that was given up may still land after its successor, or after its token was
            # refused: an older token must not replace a newer one.
            newest = self._token is None or self._token.generation < token.generation
            if newest and token.generation > self._rejected:
                self._token = token
        self._end(flight, token)
        return token

    def fail(self, flight: Flight, error: TokenError | APIConnectionError) -> None:
        """End a flight with a refusal or a lost connection; everybody who waits is told.

        The next turn leads again: nothing is kept, as account or network may have been mended.
        """
        self._end(flight, error)

    def abandon(self, flight: Flight) -> None:
        """End a flight without a result, if it has not ended; one who waits leads the next."""
        self._end(flight, None)

    def reject(self, token: Token) -> None:
        """Forget a token that the API refused, unless a newer one is there already.

        Many requests may be refused with one token at the same time; only the first empties the
        cache, so they share one new flight.
        """
        with self._lock:
            self._rejected = max(self._rejected, token.generation)
            if self._token is not None and self._token.generation <= self._rejected:
                self._token = None

    def _end(self, flight: Flight, outcome: Outcome) -> None:
        with self._lock:
            if flight.outcome.done():
                return
            if self._flight is flight:
                self._flight = None
            # Callbacks of the future only wake threads and loops, so the lock is held shortly.
            flight.outcome.set_result(outcome)
