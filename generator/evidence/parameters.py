"""The list of query parameters: a type, a default where there is one, a description.

The page prints no names; a parameter's path is its position, `query.1` for the first.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.evidence.facts import KNOWN_TYPE, NO_FACTS, read_constraints, read_type
from generator.evidence.passages import Passage
from generator.evidence.rows import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.evidence.passages import Line

_TYPE = re.compile(KNOWN_TYPE)
# A word that may be a type of another kind, or several types; a sentence ends with a point.
_LIKE_A_TYPE = re.compile(
    rf"[a-z][\w<>\[\]()|/?-]*|{KNOWN_TYPE}(?:\s*[,|/]\s*|\s+(?:or|of)\s+)\w+", re.IGNORECASE
)
# What the site puts between type and description.
_REMARK = re.compile(r"(?:Defaults to \S+|required)", re.IGNORECASE)


def is_type(line: Line) -> bool:
    """Tell whether a line holds nothing but a known type."""
    return _TYPE.fullmatch(line.text) is not None


def read_parameters(lines: Sequence[Line]) -> Iterator[Statement]:
    """Yield what the lines below the heading state.

    Only a known type starts a parameter for certain. What looks like another type is unparsed, and
    it takes a position, so that the parameters behind it keep theirs, if a remark or a description
    with a constraint follows. If a known type or nothing follows, it is a word of its own and takes
    none. If other words follow, it may be either; the parameters behind it then have no position
    and are unparsed as well, since a position that is wrong is a parameter that is mistaken.
    """
    position = 0
    certain = True
    start = 0
    while start < len(lines):
        first = lines[start]
        end = _end(lines, start)
        if not is_type(first):
            follows = lines[start + 1 : end] if _LIKE_A_TYPE.fullmatch(first.text) else ()
            if not _states_constraint(follows):
                certain = certain and not follows
                yield Statement("unparsed", (first.number,), first.text)
                start += 1
                continue
        position += 1
        passage = Passage.of(lines[start:end])
        if certain:
            yield _parameter(passage, first.text, position)
        else:
            yield Statement("unparsed", passage.numbers, passage.text)
        start = end


def _states_constraint(lines: Sequence[Line]) -> bool:
    text = Passage.of(lines).text
    return read_constraints(text, states_required=True) != NO_FACTS


def _end(lines: Sequence[Line], start: int) -> int:
    """Return where the parameter ends: after its remarks and one description."""
    end = start + 1
    while end < len(lines) and _REMARK.fullmatch(lines[end].text):
        end += 1
    if end < len(lines) and not is_type(lines[end]):
        end += 1
    return end


def _parameter(passage: Passage, type_text: str, position: int) -> Statement:
    kind = read_type(type_text) if _TYPE.fullmatch(type_text) else None
    if kind is None:
        return Statement("unparsed", passage.numbers, passage.text)
    facts = read_constraints(passage.text.removeprefix(type_text), states_required=True)
    return Statement(
        kind="parameter",
        numbers=passage.numbers,
        text=passage.text,
        path=f"query.{position}",
        facts=replace(facts, type=kind.type, format=kind.format),
    )


__all__ = ["is_type", "read_parameters"]
