"""The numbered items inside a description, such as `8.1.3 - "name" (type) - text. Required`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.evidence.facts import KNOWN_TYPE, read_constraints, read_type
from generator.evidence.rows import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.evidence.passages import Passage

# What follows a sign is a bound and no number of an item.
_BEFORE = r"(?<!\S)(?<![<>=]\s)"
_NUMBER = rf"{_BEFORE}(?P<number>[0-9]+(?:\.[0-9]+)*)\s*[-\u2013\u2014](?:\s+|(?=\"))"
# How an item can start, readable or not: a number and a dash, a quoted name and a bracket, or a
# number, a word and a type, where dash or quotes are lost.
_START = re.compile(
    rf"{_NUMBER}|\"[^\"()]*\"\s*\("
    rf"|{_BEFORE}(?P<odd>[0-9]+(?:\.[0-9]+)*)[.):]?\s+\"?\w+\"?\s*\({KNOWN_TYPE}\)"
)
# The name keeps its stray blanks; the type's brackets hold no others.
_ITEM = re.compile(
    rf"(?:{_NUMBER})?\"(?P<name>[^\"()]+)\"\s*\((?P<type>[^()]*)\)(?P<rest>.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class _Item:
    """One item.

    Attributes:
        number: As printed; empty where none is printed.
        passage: The item with its number.
        text: The item without its number.
    """

    number: str
    passage: Passage
    text: str


@dataclass(frozen=True, slots=True)
class Description:
    """A description, taken apart.

    Attributes:
        lead: What stands before the first item.
        items: The items, in order.
    """

    lead: Passage
    items: tuple[_Item, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of the items of the first level that can be read."""
        return frozenset(
            found["name"]
            for item in self.items
            if "." not in item.number and (found := _ITEM.fullmatch(item.passage.text))
        )

    def statements(
        self, parent: str | None, required: frozenset[str] = frozenset()
    ) -> Iterator[Statement]:
        """Yield one statement for each item.

        An item whose place or wording cannot be read is unparsed, and so is what it holds.

        Args:
            parent: The path of what the description is about, `[]` included for an array; None
                if it could not be read.
            required: The items of the first level that are stated elsewhere to be required.
        """
        # The places of items, by number. Where no item has a number, all are of the first level.
        places: dict[str, str | None] = {"": parent}
        numbered = any(item.number for item in self.items)
        for item in self.items:
            place = places.get(item.number.rpartition(".")[0])
            if numbered and not item.number:
                place = None
            statement = _statement(item, place, required if "." not in item.number else frozenset())
            if item.number:
                places[item.number] = None
            if statement.kind == "property" and item.number:
                places[item.number] = inner_path(statement)
            yield statement


def split_description(passage: Passage) -> Description:
    """Take a description apart into what leads it and its items."""
    starts: list[tuple[int, str]] = []
    known = ""
    consumed = 0
    for found in _START.finditer(passage.text):
        number = found["number"] or found["odd"] or ""
        if found["number"] and not _starts_item(passage.text, found, known):
            continue
        # The name after "number -" is no start of its own.
        if not number and found.start() == consumed and starts:
            continue
        starts.append((found.start(), number))
        known = number or known
        consumed = found.end()
    first, *ends = [start for start, _ in starts] + [len(passage.text)]
    return Description(
        lead=passage.part(0, first),
        items=tuple(
            _item(passage.part(start, end), number)
            for (start, number), end in zip(starts, ends, strict=True)
        ),
    )


def inner_path(statement: Statement) -> str:
    """Return the path under which the members of a property stand."""
    return f"{statement.path}[]" if statement.facts.type.startswith("array") else statement.path


def _item(passage: Passage, number: str) -> _Item:
    text = passage.text
    if number:
        text = re.sub(_NUMBER, "", text, count=1)
    return _Item(number, passage, text)


def _starts_item(text: str, found: re.Match[str], known: str) -> bool:
    """Tell an item's number from a number within a sentence.

    A quote after the dash, the beginning of a line, or the next number in turn make it an item.
    """
    return (
        text[found.end() : found.end() + 1] == '"'
        or found.start() == 0
        or text[found.start() - 1] == "\n"
        or found["number"] in _successors(known)
    )


def _successors(number: str) -> set[str]:
    """Return the numbers that may follow: the first child, or the next of any level."""
    parts = [int(part) for part in number.split(".")] if number else [0]
    following = {".".join(map(str, (*parts, 1)))} if number else set[str]()
    for level in range(len(parts)):
        following.add(".".join(map(str, (*parts[:level], parts[level] + 1))))
    return following


def _statement(item: _Item, place: str | None, required: frozenset[str]) -> Statement:
    found = _ITEM.fullmatch(item.passage.text)
    facts = read_type(found["type"]) if found else None
    numbers = item.passage.numbers
    if place is None or found is None or facts is None:
        return Statement("unparsed", numbers, item.text, row=item.number)
    stated = read_constraints(found["rest"].lstrip(" \n-\u2013\u2014"), states_required=True)
    if found["name"] in required and not stated.required:
        stated = replace(stated, required="yes")
    return Statement(
        kind="property",
        numbers=numbers,
        text=item.text,
        row=item.number,
        path=f"{place}.{found['name']}",
        facts=replace(stated, type=facts.type, format=facts.format),
    )


__all__ = ["Description", "inner_path", "split_description"]
