"""Writers of strings, words, numbers and booleans."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import InitVar, dataclass, field
from enum import Enum
from fractions import Fraction
from math import isfinite
from typing import cast

from talkdesk_core.errors import ArgumentError
from talkdesk_core.writing.protocol import Writer

__all__ = [
    "Boolean",
    "Choice",
    "Integer",
    "Number",
    "Text",
    "check_count",
    "plain_number",
    "plain_text",
]

# In ECMA-262 `$` is the end of the text, in Python `\Z` alone; both have escapes and classes.
_PATTERN_PART = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\$", re.DOTALL)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Text(Writer):
    """A string.

    Attributes:
        min_length: The least number of characters (Unicode code points, as in JSON Schema).
        max_length: The largest number of them.
        pattern: A regular expression (ECMA-262) that is found somewhere in the string.
    """

    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    _found: re.Pattern[str] | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # In ECMA-262, \d and \w are ASCII.
        compiled = None if self.pattern is None else re.compile(_in_python(self.pattern), re.ASCII)
        object.__setattr__(self, "_found", compiled)

    def write(self, place: str, value: object) -> str:
        """Return the string; a member of a string enum gives its value."""
        if not isinstance(value, str):
            raise ArgumentError.wrong_type(place, "a string", value)
        text = plain_text(place, value)
        length = len(text)
        if not length and self.min_length == 1:
            raise ArgumentError(place, "takes a string that is not empty")
        check_count(place, "character", length, self.min_length, self.max_length)
        if self._found is not None and self._found.search(text) is None:
            raise ArgumentError(place, f"takes a string that matches {self.pattern}")
        return text


def _in_python(pattern: str) -> str:
    return _PATTERN_PART.sub(lambda part: r"\Z" if part[0] == "$" else part[0], pattern)


def plain_text(place: str, value: str) -> str:
    """Return a string that UTF-8 can hold, without its enum."""
    text = str.__str__(value)  # not str(), which a subclass may answer with something else
    # Encoding tells it too, but by an error that holds the text.
    if not text.isascii() and _SURROGATE.search(text) is not None:
        problem = "takes a string without half characters (lone surrogates)"
        raise ArgumentError(place, problem)
    return text


def check_count(place: str, unit: str, count: int, least: int | None, most: int | None) -> None:
    """Refuse a number of characters or items that is out of bounds."""
    if (least is not None and count < least) or (most is not None and count > most):
        last = least if most is None else most
        allowed = span(least, most)
        raise ArgumentError(place, f"takes {allowed} {unit}{'s' * (last != 1)}, not {count}")


def span(minimum: float | None, maximum: float | None) -> str:
    if minimum is None:
        return f"at most {maximum}"
    if maximum is None:
        return f"at least {minimum}"
    return f"{minimum} to {maximum}" if minimum != maximum else f"{minimum}"


@dataclass(frozen=True, slots=True)
class Choice(Writer):
    """One of the documented words or whole numbers; it is loaded as the enum's member.

    Args:
        words: An enum, or the words themselves. A word that an open enum keeps but the document
            does not list is refused.
    """

    words: InitVar[type[Enum] | Iterable[str | int]]
    _allowed: dict[object, object] = field(init=False)

    def __post_init__(self, words: type[Enum] | Iterable[str | int]) -> None:
        allowed: dict[object, object] = {
            word.value if isinstance(word, Enum) else word: word
            for word in cast("Iterable[object]", words)
        }
        object.__setattr__(self, "_allowed", allowed)

    def write(self, place: str, value: object) -> object:
        """Return the word or number without its enum."""
        return self._word(place, value)

    def load(self, place: str, value: object) -> object:
        """Return the member of the enum; without an enum the word or number."""
        return self._allowed[self._word(place, value)]

    def _word(self, place: str, value: object) -> object:
        if isinstance(value, str):
            value = str.__str__(value)
        elif isinstance(value, int) and not isinstance(value, bool):
            value = int(value)
        else:
            value = None
        if value is None or value not in self._allowed:
            known = ", ".join(map(str, self._allowed))
            # A word in another case tells nothing personal: it is a documented one.
            meant = [word for word in self._allowed if _differ_in_case(word, value)]
            hint = f"; did you mean {meant[0]}?" if meant else ""
            raise ArgumentError(place, f"takes one of {known}{hint}")
        return value


def _differ_in_case(one: object, other: object) -> bool:
    """Tell whether two values are one word but for the case of its letters."""
    return isinstance(one, str) and isinstance(other, str) and one.casefold() == other.casefold()


@dataclass(frozen=True, slots=True)
class Number(Writer):
    """A finite number within its bounds.

    Attributes:
        minimum: The least value.
        maximum: The largest value.
        exclusive_minimum: The value has to be more.
        exclusive_maximum: The value has to be less.
        multiple_of: The value has to be a whole multiple, counted exactly as decimals.
    """

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None

    def write(self, place: str, value: object) -> float:
        """Return the number."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ArgumentError.wrong_type(place, "a number", value)
        number = plain_number(place, value)
        least, most = self.minimum, self.maximum
        more, less = self.exclusive_minimum, self.exclusive_maximum
        if (
            (least is not None and number < least)
            or (most is not None and number > most)
            or (more is not None and number <= more)
            or (less is not None and number >= less)
        ):
            raise ArgumentError(place, f"takes {self._bounds()}, not {number}")
        step = self.multiple_of
        # Not `%` of floats, by which 0.3 is no multiple of 0.1.
        if step is not None and Fraction(str(number)) % Fraction(str(step)):
            raise ArgumentError(place, f"takes a multiple of {step}, not {number}")
        return number

    def _bounds(self) -> str:
        parts = [
            span(self.minimum, self.maximum)
            if (self.minimum, self.maximum) != (None, None)
            else "",
            "" if self.exclusive_minimum is None else f"more than {self.exclusive_minimum}",
            "" if self.exclusive_maximum is None else f"less than {self.exclusive_maximum}",
        ]
        return " and ".join(part for part in parts if part)


class Integer(Number):
    """A whole number within its bounds, of Python's type int."""

    __slots__ = ()

    def write(self, place: str, value: object) -> int:
        """Return the number."""
        if isinstance(value, bool) or not isinstance(value, int):
            raise ArgumentError.wrong_type(place, "an integer", value)
        return int(Number.write(self, place, value))


def plain_number(place: str, value: float) -> float:
    """Return a number that JSON can hold, without its enum."""
    number = int(value) if isinstance(value, int) else float(value)
    if not isinstance(number, int) and not isfinite(number):
        raise ArgumentError(place, "takes a finite number")
    with suppress(ValueError):  # see sys.set_int_max_str_digits
        str(number)
        return number
    raise ArgumentError(place, "takes a number with fewer digits")


@dataclass(frozen=True, slots=True)
class Boolean(Writer):
    """True or False."""

    def write(self, place: str, value: object) -> bool:
        """Return the boolean."""
        if not isinstance(value, bool):
            raise ArgumentError.wrong_type(place, "True or False", value)
        return value
