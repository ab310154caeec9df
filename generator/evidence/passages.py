"""Text of a page that knows the lines it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page that is not blank.

    Attributes:
        number: Counted from 1, blank lines included.
        text: Without the blanks around it.
    """

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines of the page, or a part of them, as one text.

    Attributes:
        text: The lines, with a line break between each two; otherwise as printed.
        numbers: The number of each of these lines.
    """

    text: str
    numbers: tuple[int, ...]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> Passage:
        """Return the passage that these lines make."""
        taken = tuple(lines)
        return cls("\n".join(line.text for line in taken), tuple(line.number for line in taken))

    def part(self, start: int, end: int) -> Passage:
        """Return what stands between two offsets, without the blanks around it."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return Passage("", ())
        first = self.text.count("\n", 0, start)
        return Passage(text, self.numbers[first : first + text.count("\n") + 1])


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines that are not blank.

    Only line feed, carriage return and both together end a line, as in every editor:
    `str.splitlines` would also count form feeds and the separators of Unicode.
    """
    whole = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(
        Line(number, line.strip()) for number, line in enumerate(whole, start=1) if line.strip()
    )


def one_line(text: str) -> str:
    """Return the text with every run of white space made one blank, and none around it."""
    return " ".join(text.split())


__all__ = ["Line", "Passage", "lines_of", "one_line"]
