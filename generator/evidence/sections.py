"""The sections of a page, each read in its own way; together they hold every line.

A section starts with a line that says what it is: a heading of the site, a line of statuses, the
header of a table. It ends where the next one starts, so that a line that cannot be read does not
end it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from generator.evidence.layouts import is_header, read_table
from generator.evidence.parameters import is_type, read_parameters
from generator.evidence.passages import one_line
from generator.evidence.rows import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.evidence.passages import Line


class _Opening(Enum):
    PROSE = auto()
    OPERATION = auto()
    SCOPE = auto()
    STATUSES = auto()
    TABLE = auto()
    PARAMETERS = auto()


_HEADINGS = {
    "scope": _Opening.SCOPE,
    "scopes": _Opening.SCOPE,
    "query params": _Opening.PARAMETERS,
    "body schema - response": _Opening.PROSE,
    "body response - schema": _Opening.PROSE,
    "supported regions and base urls": _Opening.PROSE,
    "api availability": _Opening.PROSE,
    "troubleshooting": _Opening.PROSE,
    "responses": _Opening.PROSE,
    "language": _Opening.PROSE,
}
_OPERATION = re.compile(r"(?:get|post|put|patch|delete|head|options)\s+https?://\S+", re.IGNORECASE)
# A status, perhaps its name in capitals, and its meaning in brackets.
_STATUS = re.compile(r"(?<![0-9])(?P<code>[1-5][0-9]{2})(?:\s+[A-Z]\w*)*\s*\([^()]*\)")
_SCOPE = re.compile(r"[a-z0-9_.-]+(?::[a-z0-9_.-]+)+")
# What belongs into a table or a list; elsewhere, the section around it was not recognised.
_STRAY = re.compile(r"[<>]=|\s\|\s|\s\|$|(?<!\S)[0-9]+(?:\.[0-9]+)* - |\"[^\"]+\"\s*\(")


@dataclass(slots=True)
class _Section:
    """A section.

    Attributes:
        opening: What its first line says it is.
        lines: All its lines, the first included.
    """

    opening: _Opening
    lines: list[Line] = field(default_factory=list["Line"])


def read_statements(lines: Iterable[Line]) -> Iterator[Statement]:
    """Yield every statement of a page; every line belongs to at least one of them."""
    # Only a table right below its statuses is known to be about them.
    about: str | None = None
    for section in _sections(lines):
        first, *rest = section.lines
        subject, about = about, None
        match section.opening:
            case _Opening.TABLE:
                yield from read_table(section.lines, subject)
            case _Opening.STATUSES:
                statuses = list(_read_statuses(first))
                about = _subject(statuses)
                yield from statuses
                yield from map(_prose, rest)
            case _Opening.OPERATION:
                path = one_line(first.text)
                yield Statement("operation", (first.number,), first.text, path=path)
                yield from map(_prose, rest)
            case _Opening.SCOPE:
                yield _heading(first)
                for line in rest:
                    yield from _read_scopes(line)
            case _Opening.PARAMETERS:
                yield _heading(first)
                yield from read_parameters(rest)
            case _Opening.PROSE:
                yield from map(_prose, section.lines)


def _sections(lines: Iterable[Line]) -> Iterator[_Section]:
    section = _Section(_Opening.PROSE)
    for line in lines:
        opening = _opening(line)
        if opening is not None:
            if section.lines:
                yield section
            section = _Section(opening)
        section.lines.append(line)
    if section.lines:
        yield section


def _opening(line: Line) -> _Opening | None:
    if is_header(line):
        return _Opening.TABLE
    if _OPERATION.fullmatch(line.text):
        return _Opening.OPERATION
    if not _STATUS.sub("", line.text).strip(" ,") and _STATUS.match(line.text):
        return _Opening.STATUSES
    if not any(character.isalnum() or character.isascii() for character in line.text):
        return _Opening.PROSE  # The pictogram of a notice.
    return _HEADINGS.get(one_line(line.text).casefold())


def _read_statuses(line: Line) -> Iterator[Statement]:
    for found in _STATUS.finditer(line.text):
        yield Statement("response", (line.number,), found.group(), path=found["code"])


def _subject(statuses: Sequence[Statement]) -> str:
    """Return what a table below these statuses is about."""
    first = statuses[0].path
    return first if first.startswith("2") else "error"


def _read_scopes(line: Line) -> Iterator[Statement]:
    scopes = [part.strip() for part in line.text.split(",")]
    if all(_SCOPE.fullmatch(scope) for scope in scopes):
        for scope in scopes:
            yield Statement("scope", (line.number,), scope, path=scope)
    else:
        yield Statement("unparsed", (line.number,), line.text)


def _heading(line: Line) -> Statement:
    return Statement("prose", (line.number,), line.text)


def _prose(line: Line) -> Statement:
    """Return a line of prose, or an unparsed one if it looks like a fact without a place."""
    stray = _STRAY.search(line.text) is not None or is_type(line)
    return Statement("unparsed" if stray else "prose", (line.number,), line.text)


__all__ = ["read_statements"]
