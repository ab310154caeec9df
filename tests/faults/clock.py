"""A clock that moves when a test, a server or a waiting client says so."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

__all__ = ["MONDAY", "Clock"]

MONDAY = 1_772_452_800.0
"""2026-03-02T12:00:00Z, the wall time at which every fault begins."""


class Clock:
    """Time for a client whose server answers from other threads.

    Attributes:
        waits: The seconds of each wait of the client, in order.
        after_wait: Called after each wait with how many there were, for what happens meanwhile.
    """

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.after_wait: Callable[[int], None] | None = None
        self._now = 1000.0
        self._wall = MONDAY
        self._looks = 0
        self._changed = threading.Condition()

    def monotonic(self) -> float:
        """Return the seconds that passed."""
        with self._changed:
            self._looks += 1
            self._changed.notify_all()
            return self._now

    def time(self) -> float:
        """Return the time on the wall."""
        with self._changed:
            return self._wall

    def sleep(self, seconds: float) -> None:
        """Let the seconds pass at once."""
        self.advance(seconds)
        self.waits.append(seconds)
        if self.after_wait is not None:
            self.after_wait(len(self.waits))

    async def sleep_async(self, seconds: float) -> None:
        """Let the seconds pass at once, and other tasks run."""
        self.sleep(seconds)
        await asyncio.sleep(0)

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        with self._changed:
            self._now += seconds
            self._wall += seconds

    def set_wall(self, seconds: float) -> None:
        """Put the clock on the wall forward, or back for seconds below 0; no time passes."""
        with self._changed:
            self._wall += seconds

    @property
    def looks(self) -> int:
        """How often somebody asked for the seconds."""
        with self._changed:
            return self._looks

    def was_looked_at(self, looks: int, *, within: float) -> bool:
        """Wait until there were more than `looks` looks; False if there are none within seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: self._looks > looks, within)
