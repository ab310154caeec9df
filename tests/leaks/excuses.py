"""What looks like a leak and is a test's own doing, each with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["EXCUSES", "Excuse"]


@dataclass(frozen=True)
class Excuse:
    """A place of a test file where secrets, names or numbers may stand.

    Attributes:
        tests: The file, or the beginning of the id of a test.
        place: What the place's name begins with, as a finding states it.
        reason: Why it is no leak.
    """

    tests: str
    place: str
    reason: str

    def covers(self, test: str, place: str) -> bool:
        """Say whether a finding is excused."""
        return test.startswith(self.tests) and place.startswith(self.place)


EXCUSES: Final[tuple[Excuse, ...]] = (
    Excuse(
        "tests/sandbox/",
        "record of httpx",
        "These tests ask the sandbox by a plain client of httpx, which logs the queries it sends.",
    ),
)
