"""The sandbox's clock: real time, until a test moves it."""

import math
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final, TypeAlias

from talkdesk_sandbox.errors import SandboxOptionError

Clock: TypeAlias = Callable[[], float]
"""Returns the time in seconds since 1970."""

_END: Final = 253_402_300_800.0  # the year 10000, which no date on the wire can name
_LAST: Final = _END - 0.001


class SandboxClock:
    """Returns the seconds since 1970 when it is called; safe to use from any thread.

    It goes as fast as its source. Moving it makes tokens expire, and dates what is created from
    then on; nothing waits.

    Args:
        source: Where the time comes from; by default real time.
    """

    def __init__(self, source: Clock = time.time) -> None:
        self._source = source
        self._lock = threading.Lock()
        self._offset = 0.0

    def __call__(self) -> float:
        """Return the seconds since 1970; at the last millisecond of 9999 it stands still."""
        with self._lock:
            return min(self._source() + self._offset, _LAST)

    def now(self) -> datetime:
        """Return the time as an aware datetime in UTC."""
        return datetime.fromtimestamp(self(), UTC)

    @property
    def offset(self) -> float:
        """Seconds by which it is ahead of its source."""
        with self._lock:
            return self._offset

    def advance(self, seconds: float) -> None:
        """Go forward at once.

        Args:
            seconds: 0 or more.

        Raises:
            SandboxOptionError: It is negative, not finite, or leads beyond the year 9999.
        """
        if not seconds >= 0 or math.isinf(seconds):
            raise SandboxOptionError("a clock advances by 0 seconds or more; use set() to go back")
        with self._lock:
            self._move(self._offset + seconds)

    def set(self, moment: datetime) -> None:
        """Go to this time at once, forward or back; from there the clock goes on.

        Args:
            moment: An aware datetime from 1970 to 9999.

        Raises:
            SandboxOptionError: It has no time zone, or is before 1970.
        """
        if moment.utcoffset() is None:
            raise SandboxOptionError("a clock is set to an aware datetime: give it a tzinfo")
        with self._lock:
            self._move(moment.timestamp() - self._source())

    def reset(self) -> None:
        """Go back to the time of the source."""
        with self._lock:
            self._offset = 0.0

    def _move(self, offset: float) -> None:
        if not 0 <= self._source() + offset < _END:
            raise SandboxOptionError("a clock shows times from 1970 to 9999")
        self._offset = offset
