"""Time as the client sees it, in one place, so that tests can move it.

A test hands a clock of its own to a client (``Talkdesk(…, clock=…)``): one whose `sleep` returns at
once makes retries and rate limits cost no time.
"""

import time
from typing import Protocol, runtime_checkable

from talkdesk_core.errors import ConfigurationError

__all__ = ["Clock", "SystemClock", "checked_clock"]


@runtime_checkable
class Clock(Protocol):
    """What a client needs of time."""

    def monotonic(self) -> float:
        """Return seconds that never run backwards; their zero means nothing."""
        ...

    def time(self) -> float:
        """Return seconds since 1970-01-01T00:00:00Z, by the clock on the wall."""
        ...

    def sleep(self, seconds: float) -> None:
        """Wait for so many seconds, 0 or more, holding up the thread."""
        ...

    async def sleep_async(self, seconds: float) -> None:
        """Wait for so many seconds, 0 or more, letting other tasks run."""
        ...


class SystemClock:
    """The time of this machine."""

    def __repr__(self) -> str:
        return "SystemClock()"

    def monotonic(self) -> float:
        """Return seconds that never run backwards."""
        return time.monotonic()

    def time(self) -> float:
        """Return seconds since 1970."""
        return time.time()

    def sleep(self, seconds: float) -> None:
        """Hold up the thread."""
        time.sleep(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """Let other tasks run meanwhile."""
        # Late, as blocking programs have no use for it.
        import asyncio

        await asyncio.sleep(seconds)


def checked_clock(clock: object) -> Clock:
    """Return a clock; the one of this machine for None.

    Raises:
        ConfigurationError: It is something else.
    """
    if clock is None:
        return SystemClock()
    if isinstance(clock, type) or not isinstance(clock, Clock):
        msg = (
            "clock takes an object with monotonic(), time(), sleep(seconds) and "
            f"sleep_async(seconds), or None, not {type(clock).__name__}."
        )
        raise ConfigurationError(msg, arguments=("clock",))
    return clock
