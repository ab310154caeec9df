"""Writers of data that the document leaves open, or allows one value of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from talkdesk_core.errors import ArgumentError
from talkdesk_core.writing.problems import Kind, refusal
from talkdesk_core.writing.protocol import Writer
from talkdesk_core.writing.scalars import plain_number, plain_text

# Deeper data is a cycle, or would end the stack of whoever reads it.
_MOST_LEVELS = 100

__all__ = ["Anything", "Constant", "as_sequence", "identity", "named_entries"]


@dataclass(frozen=True, slots=True)
class Anything(Writer):
    """Any data that JSON can hold, at most 100 levels deep; it is copied."""

    def write(self, place: str, value: object) -> object:
        """Return a copy made of dicts, lists, strings, numbers, booleans and None."""
        return _copy(place, value, place, _MOST_LEVELS)


def _copy(place: str, value: object, top: str, levels: int) -> object:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return plain_text(place, value)
    if isinstance(value, int | float):
        return plain_number(place, value)
    if not levels:
        problem = f"takes no data nested deeper than {_MOST_LEVELS} levels"
        raise refusal(top, problem, endless=True)
    if isinstance(value, Mapping):
        return {
            name: _copy(f"{place}.*", entry, top, levels - 1)
            for name, entry in named_entries(place, cast("Mapping[object, object]", value))
        }
    entries = as_sequence(value)
    if entries is not None:
        return [_copy(f"{place}[{at}]", entry, top, levels - 1) for at, entry in enumerate(entries)]
    wanted = "data that JSON can hold (mappings, lists, strings, finite numbers, booleans, None)"
    error = ArgumentError.wrong_type(place, wanted, value)
    if isinstance(value, date):
        raise ArgumentError(place, f"{error.problem}; write it as a string")
    raise error


def as_sequence(value: object) -> Sequence[object] | None:
    """Return a value that JSON has an array for, and None for any other.

    Strings and bytes are sequences to Python alone.
    """
    if not isinstance(value, Sequence) or isinstance(value, str | bytes | bytearray | memoryview):
        return None
    return cast("Sequence[object]", value)


def named_entries(place: str, value: Mapping[object, object]) -> Iterable[tuple[str, object]]:
    """Yield the members of a mapping, whose names have to be strings.

    A name may be personal data, such as a phone number, so that no place holds it.
    """
    for name, entry in value.items():
        if not isinstance(name, str):
            raise ArgumentError.wrong_type(place, "names that are strings", name)
        yield plain_text(place, name), entry


@dataclass(frozen=True, slots=True)
class Constant(Writer):
    """One value alone.

    Attributes:
        value: The value, as JSON has it.
    """

    value: object

    def write(self, place: str, value: object) -> object:
        """Return the value."""
        fits = False
        try:
            plain = _copy(place, value, place, _MOST_LEVELS)
            fits = identity(plain) == identity(self.value)
        except ArgumentError:
            plain = None
        if not fits:
            raise refusal(place, f"takes {self.value!r} alone", kind=Kind.CONSTANT)
        return plain


def identity(value: object) -> object:
    """Return what is equal for equal JSON values: 1 is 1.0, but not True."""
    if isinstance(value, dict):
        members = cast("dict[str, object]", value).items()
        return "object", frozenset((name, identity(entry)) for name, entry in members)
    if isinstance(value, list):
        return "array", tuple(identity(entry) for entry in cast("list[object]", value))
    return isinstance(value, bool), value
