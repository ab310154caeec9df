"""Enums that stay readable when the server says a word the document does not know."""

import logging
import re
from enum import Enum, IntEnum, StrEnum
from typing import TYPE_CHECKING, Self

_LOG = logging.getLogger("talkdesk")

# A value that looks like a word of an enum. Anything else might be free text, which may be
# personal data and stays out of logs and reprs.
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_.:/-]{0,63}|-?[0-9]{1,4}")
# What was logged of each enum, so that it is logged once; no server can make it grow without end.
_TOLD: dict[type, set[object]] = {}
_MOST_TOLD = 100

__all__ = ["OpenIntEnum", "OpenStrEnum", "presentable"]


def presentable(value: object) -> str:
    """Return the value of an enum if it looks like one, else only its length."""
    text = str(value)
    return text if _WORD.fullmatch(text) else f"({len(text)} characters)"


def _repr(member: Enum, *, documented: bool) -> str:
    """Show a member as the expression that gives it; of what looks like no word only the length."""
    name = type(member).__name__
    return f"{name}.{member.name}" if documented else f"{name}({presentable(member.value)!r})"


def _tell(enum: type, value: object) -> None:
    """Log a value that the document does not know, once."""
    told = _TOLD.setdefault(enum, set())
    if value in told or len(told) >= _MOST_TOLD:
        return
    told.add(value)
    _LOG.warning(
        "%s: the document does not list the value %s; it is kept as it is",
        enum.__name__,
        presentable(value),
    )


class OpenStrEnum(StrEnum):
    """A string enum that keeps unknown values.

    An unknown string becomes a member of its own: equal to the string, hashable, and equal again
    after copy and pickle. It is not listed among the members of the class; `is_documented` tells
    the two apart. The first time a value turns up, the logger `talkdesk` says so, for the first
    hundred values of each enum.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        # The vendor's own lists of values end in commas (erratum A-20); punctuation is no value.
        stripped = value.rstrip(",") or value
        known = cls._value2member_map_.get(stripped)
        if isinstance(known, cls):
            return known
        unknown = str.__new__(cls, stripped)
        unknown._name_ = stripped
        unknown._value_ = stripped
        _tell(cls, stripped)
        return unknown

    if TYPE_CHECKING:
        # Checkers take the value of an enum for one of those listed; this one may be any string.
        @property
        def value(self) -> str:
            """The string."""
            ...

    @property
    def is_documented(self) -> bool:
        """Whether the document lists this value."""
        return self.value in type(self)._value2member_map_

    def __repr__(self) -> str:
        return _repr(self, documented=self.is_documented)


class OpenIntEnum(IntEnum):
    """An enum of whole numbers that keeps unknown ones, as `OpenStrEnum` does with strings."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if isinstance(value, bool) or not isinstance(value, int):
            return None
        unknown = int.__new__(cls, value)
        unknown._name_ = f"VALUE_{value}"
        unknown._value_ = value
        _tell(cls, value)
        return unknown

    if TYPE_CHECKING:

        @property
        def value(self) -> int:
            """The number."""
            ...

    @property
    def is_documented(self) -> bool:
        """Whether the document lists this value."""
        return self.value in type(self)._value2member_map_

    def __repr__(self) -> str:
        return _repr(self, documented=self.is_documented)
