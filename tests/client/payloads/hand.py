"""The hand that draws: small decisions, strings and JSON values, all cheap and all shrinking well.

Payloads have dozens of members. They are drawn by plain functions from few primitive strategies, as
a strategy for each part of each schema would take most of the time of a test.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

from generator.json_data import Json

T = TypeVar("T")

_DEEPEST = 3
_MASK = 16

# What breaks readers and writers: emptiness, quotes, control characters, the plane beyond the basic
# one, texts that look like other types, and names that Python or a model uses itself.
TEXTS = (
    "",
    "a",
    " ",
    "Ada",
    "null",
    "0",
    "1.0",
    "true",
    "{}",
    '"',
    "\\",
    "\n",
    "\x00",
    "é",
    "日本",
    "😀",
    "+12025550143",
    "2026-03-02",
    "2026-03-02T15:30:00.000Z",
    "SUCCESS,",
    "https://api.example.com/x?page=1&per_page=2",
    "9f0a4e77-51a3-4a8e-b0f5-2f0c1a6d3b48",
    "long " * 60,
)
NAMES = (
    *TEXTS[:18],
    "self",
    "class",
    "from_dict",
    "to_dict",
    "additional_properties",
    "hal_links",
    "hal_embedded",
    "_links",
    "_embedded",
    "total",
    "Total",
    "total_page",
    "__class__",
    "__dict__",
    "__slots__",
    "a.b",
    "a-b",
    "fi",
    "ﬁ",  # Python takes it for the name before, JSON does not
    "$ref",
)
_INTEGERS = (0, 1, -1, 2**53 + 1, 2**63, 2**64 + 1, -(2**64), 10**30)
NUMBERS: tuple[int | float, ...] = (*_INTEGERS, 0.5, 1.0, -0.0, 1e-9, 1e22, 1.7e308, 5e-324)
_text = st.text(max_size=8)


@cache
def _integers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


@cache
def _pattern(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(pattern)


class Hand:
    """Draws one payload.

    Args:
        draw: Hypothesis' own function.
    """

    __slots__ = ("_draw",)

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def between(self, low: int, high: int) -> int:
        """Return an integer; both bounds belong to it."""
        return self._draw(_integers(low, high))

    def once_in(self, times: int) -> bool:
        """Say yes once in so many times; shrinks to no."""
        return self.between(0, times - 1) == times - 1

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of some values; shrinks to the first."""
        return choices[self.between(0, len(choices) - 1)]

    def some_of(self, choices: Sequence[T]) -> list[T]:
        """Return about half of the values, in their order; shrinks to none of them."""
        found: list[T] = []
        for start in range(0, len(choices), _MASK):
            chunk = choices[start : start + _MASK]
            mask = self.between(0, (1 << len(chunk)) - 1)
            found += [choice for bit, choice in enumerate(chunk) if mask >> bit & 1]
        return found

    def text(self) -> str:
        """Return any string of Unicode scalar values."""
        return self._draw(_text) if self.once_in(8) else self.one_of(TEXTS)

    def matching(self, pattern: str) -> str:
        """Return a string that holds what a pattern asks for."""
        return self._draw(_pattern(pattern))

    def name(self, *, but: frozenset[str] = frozenset()) -> str:
        """Return a name for a member, other than the given ones."""
        found = self.text() if self.once_in(8) else self.one_of(NAMES)
        while found in but:
            found += "'"
        return found

    def number(self) -> int | float:
        """Return any finite number."""
        return self.one_of(NUMBERS)

    def anything(self, text: Callable[[], str] | None = None, depth: int = 0) -> Json:
        """Return any JSON value.

        Args:
            text: What draws the strings in it.
            depth: How deep it lies in another one already.
        """
        text = text or self.text
        match self.between(0, 7 if depth < _DEEPEST else 5):
            case 0:
                return None
            case 1:
                return False
            case 2:
                return True
            case 3:
                return self.number()
            case 6:
                return [self.anything(text, depth + 1) for _ in range(self.between(0, 2))]
            case 7:
                return {
                    self.name(): self.anything(text, depth + 1) for _ in range(self.between(0, 2))
                }
            case _:
                return text()
