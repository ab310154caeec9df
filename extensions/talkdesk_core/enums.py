"""Enums that stay readable when the server says a word the document does not know."""

from enum import StrEnum
from typing import Self

__all__ = ["OpenStrEnum"]


class OpenStrEnum(StrEnum):
    """A string enum that keeps unknown values.

    An unknown string becomes a member of its own: equal to the string, hashable, and equal again
    after copy and pickle. It is not listed among the members of the class; `is_documented` tells
    the two apart.
    """

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        # The vendor's own lists of values end in commas (erratum A-20); punctuation is no value.
        stripped = value.removesuffix(",")
        for member in cls:
            if member.value == stripped:
                return member
        unknown = str.__new__(cls, value)
        unknown._name_ = value
        unknown._value_ = value
        return unknown

    @property
    def is_documented(self) -> bool:
        """Whether the document lists this value."""
        return any(member.value == self.value for member in type(self))
