"""How fast a client sends: a ceiling of the user's, and a brake that the server's 429 pulls.

Rate limits of these APIs are not published. So the limit is learned: a 429 halves the rate of the
whole client, whoever caused it, and from then on the rate grows back slowly. Nothing here waits;
who wants to send is told how long to.
"""

import math
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from talkdesk_core.errors import ConfigurationError
from talkdesk_core.finite import is_finite
from talkdesk_core.forks import renew_in_child

__all__ = ["Place", "RateLimiter", "checked_rate_limit"]

# A 429 leaves this share of the rate that caused it ...
_KEPT = 0.5
# ... and each second brings back this share of it, so that recovery takes about 30 seconds.
_REGAINED_PER_SECOND = 0.05
# Braked by many 429s a client still sends so many requests a second.
_SLOWEST = 0.1
# The rate of the past is that of so many requests at most, and of so many seconds.
_REMEMBERED = 256
_REMEMBERED_SECONDS = 10.0
# A burst counts as if it had taken a second: ten requests within a millisecond are no rate of ten
# thousand, of which half would be as good as no limit.
_SHORTEST_SPAN = 1.0
# A `Retry-After` that is wrong must not stop a client for longer than this; one that is right is
# told again by the next 429.
_LONGEST_PAUSE = 300.0


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the line of those who want to send.

    Attributes:
        seconds: How long to wait for it, 0 or more.
        at: When it is, by the clock.
        epoch: How often the line had been formed anew when it was given out.
        is_taken: Whether it was given out; not if it was too far away.
    """

    seconds: float
    at: float
    epoch: int
    is_taken: bool = True


class RateLimiter:
    """Spaces the requests of one client evenly; shared by its threads, tasks and copies.

    Args:
        clock: Seconds that never run backwards.
        ceiling: Most requests a second, above 0; None for as many as the server takes.
    """

    def __init__(self, clock: Callable[[], float], ceiling: float | None = None) -> None:
        self._clock = clock
        self._ceiling = math.inf if ceiling is None else ceiling
        self._lock = threading.Lock()
        self._next = -math.inf
        self._epoch = 0
        self._sent: deque[float] = deque(maxlen=_REMEMBERED)
        # The brake: the rate that it left, and when; the rate that had led to it.
        self._braked_rate = math.inf
        self._braked_at = -math.inf
        self._refused_rate = math.inf
        renew_in_child(self)

    def renew(self) -> None:
        """Make the lock anew: in a forked child nobody may be there who would let it go."""
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"RateLimiter(rate={self.rate:g})"

    def reserve(self, patience: float) -> Place:
        """Take the next place in the line; after the wait `holds` says whether it is still good.

        Args:
            patience: A place that is so many seconds away, or more, is not taken: those who give up
                must not hold up the others.
        """
        with self._lock:
            now = self._clock()
            start = max(now, self._next)
            if start > now and start - now >= patience:
                return Place(start - now, start, self._epoch, is_taken=False)
            self._next = start + 1.0 / self._rate(start)
            self._sent.append(start)
            return Place(start - now, start, self._epoch)

    def holds(self, place: Place) -> bool:
        """Say whether a place is good after its wait: not if the line was formed anew meanwhile."""
        with self._lock:
            return place.seconds == 0 or place.epoch == self._epoch

    def leave(self, place: Place) -> None:
        """Give a place back that is not waited for any longer; the others may move up."""
        with self._lock:
            if place.epoch == self._epoch:
                self._next = min(self._next, place.at)
                self._epoch += 1

    def refused(self, retry_after: float | None, *, sent_at: float) -> None:
        """Brake, because the server answered 429.

        Args:
            retry_after: Seconds for which nothing more is to be sent, where the server says so; at
                most five minutes count.
            sent_at: When the refused request was sent, by the clock. Requests that were under way
                when the brake was pulled do not pull it again, but a longer wait counts.
        """
        with self._lock:
            now = self._clock()
            pause = 0.0 if retry_after is None else min(retry_after, _LONGEST_PAUSE)
            if pause > 0 and now + pause > self._next:
                self._next = now + pause
                self._epoch += 1
            if sent_at <= self._braked_at:
                return
            limit = self._rate(now)
            rate = min(limit, self._past_rate(now))
            if limit == self._ceiling:  # the brake was off
                self._refused_rate = rate
            self._braked_rate = max(_SLOWEST, rate * _KEPT)
            self._braked_at = now
            # All who wait in the line take new places, at the new rate.
            self._next = now + max(pause, 1.0 / self._rate(now))
            self._epoch += 1

    @property
    def rate(self) -> float:
        """How many requests a second are sent at most now; infinity for no limit."""
        with self._lock:
            return self._rate(self._clock())

    def _rate(self, now: float) -> float:
        if math.isinf(self._braked_rate):
            return self._ceiling
        passed = max(0.0, now - self._braked_at)
        rate = self._braked_rate + self._refused_rate * _REGAINED_PER_SECOND * passed
        # Twice the rate that was refused is more than anybody asked for: the brake is off.
        return self._ceiling if rate >= 2 * self._refused_rate else min(rate, self._ceiling)

    def _past_rate(self, now: float) -> float:
        """Return how many requests a second were sent lately."""
        recent = [each for each in self._sent if now - each <= _REMEMBERED_SECONDS]
        if not recent:
            return 1.0
        # Places that were given out anew after a brake stand earlier than those before them.
        span = max(_SHORTEST_SPAN, max(recent) - min(recent))
        return max(1.0, len(recent) - 1) / span


def checked_rate_limit(rate_limit: object) -> float | None:
    """Return a ceiling in requests a second, or None for none.

    Raises:
        ConfigurationError: It is no number above 0.
    """
    if rate_limit is None:
        return None
    if is_finite(rate_limit) and rate_limit > 0:
        return float(rate_limit)
    msg = "rate_limit takes the most requests a second, a number above 0, or None for no limit."
    raise ConfigurationError(msg, arguments=("rate_limit",))
