"""The rows of evidence, and the files that hold them.

One row is one statement of one page. A row holds names, numbers and places, and of the
statement's wording only a digest: the vendor's sentences stay the vendor's.
"""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal, TypeAlias

from generator.documents import write_text
from generator.evidence.errors import EvidenceFileError
from generator.evidence.facts import NO_FACTS, Facts
from generator.evidence.passages import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Kind: TypeAlias = Literal[
    "operation", "scope", "response", "property", "parameter", "header", "prose", "unparsed"
]

DIGEST_LENGTH = 12
HAND_PREFIX = "hand_"
"""The columns that start so are completed by hand; the command leaves them empty."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of a page, before the page has a name.

    Attributes:
        kind: What it is about.
        numbers: The lines it takes up, the first one first.
        text: Its full text without its row number; only the digest of it is kept.
        row: The number that the page prints before it; empty where none is printed.
        path: The name path of what it is about.
        facts: What it states.
    """

    kind: Kind
    numbers: tuple[int, ...]
    text: str
    row: str = ""
    path: str = ""
    facts: Facts = NO_FACTS


@dataclass(frozen=True, slots=True)
class Row:
    """A statement as a file of evidence holds it: the attributes are the columns.

    Attributes:
        page: `callback-query` or `campaign-details`.
        line: First line of the statement in the saved page, counted from 1. For HTML: in the
            text that the HTML is turned into.
        lines: All its lines: numbers, and ranges such as `22-28` across lines that are blank,
            with one blank between each two.
        row: The number that the page prints before the statement: `1`, `1.1`, `8.2.1`.
        kind: What it is about.
        path: Name path: `200.dialing_strategy.calling_hours[].from` of a reply, `error.code` of
            an error reply, `query.1` of a parameter without a printed name, the scope, the
            status, or method and URL. Names are kept with their stray blanks.
        type: See `Facts`, as for the following columns.
        format: `date-time`, `int32` ….
        minimum: Least number.
        maximum: Greatest number.
        min_length: Least number of characters.
        max_length: Greatest number of characters.
        enum: The values in their order, with one blank between each two.
        required: `yes`, `no`, `yes (… and …)`; empty where the page does not say.
        default: As printed, without quotes.
        printed: Fragments that state a constraint and cannot be understood.
        digest: The first 12 hexadecimal digits of the SHA-256 of the statement's full text in
            UTF-8, every run of white space made one blank; cells are joined by a blank, and the
            row number, which has its own column, is left out.
        hand_name: By hand: the name of what the page leaves without one.
        hand_note: By hand: a remark.
    """

    page: str
    line: str
    lines: str
    row: str
    kind: str
    path: str
    type: str
    format: str
    minimum: str
    maximum: str
    min_length: str
    max_length: str
    enum: str
    required: str
    default: str
    printed: str
    digest: str
    hand_name: str = ""
    hand_note: str = ""


COLUMNS = tuple(field.name for field in fields(Row))


def make_rows(
    page: str, statements: Iterable[Statement], written: Sequence[int]
) -> tuple[Row, ...]:
    """Return the rows of a page, in the order of their first lines.

    Args:
        page: The name of the page.
        statements: What it states.
        written: The numbers of its lines that are not blank, in order.
    """
    places = {number: place for place, number in enumerate(written)}
    # The sort is stable: statements of one line stay in the order in which they stand there.
    return tuple(
        Row(
            page=page,
            line=str(statement.numbers[0]),
            lines=_ranges(sorted(set(statement.numbers)), places),
            row=statement.row,
            kind=statement.kind,
            path=statement.path,
            type=statement.facts.type,
            format=statement.facts.format,
            minimum=statement.facts.minimum,
            maximum=statement.facts.maximum,
            min_length=statement.facts.min_length,
            max_length=statement.facts.max_length,
            enum=statement.facts.enum,
            required=statement.facts.required,
            default=statement.facts.default,
            printed=statement.facts.printed,
            digest=digest(statement.text),
        )
        for statement in sorted(statements, key=lambda one: one.numbers[0])
    )


def digest(text: str) -> str:
    """Return what a change of wording changes, and what says nothing about the wording."""
    return hashlib.sha256(one_line(text).encode()).hexdigest()[:DIGEST_LENGTH]


def line_numbers(row: Row) -> set[int]:
    """Return the lines that a row speaks for, blank ones inside its ranges included."""
    found: set[int] = set()
    for part in row.lines.split():
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


def format_rows(rows: Iterable[Row]) -> str:
    """Return the rows as CSV (RFC 4180, with line feeds), the names of the columns first."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([getattr(row, name) for name in COLUMNS] for row in rows)
    return text.getvalue()


def write_rows(path: Path, rows: Iterable[Row]) -> None:
    """Write the rows as CSV in UTF-8, or leave the file as it was.

    Raises:
        DocumentAccessError: The file cannot be written.
    """
    write_text(path, format_rows(rows))


def read_rows(path: Path) -> tuple[Row, ...]:
    """Read what `write_rows` wrote, with what was completed by hand.

    Raises:
        EvidenceFileError: The file cannot be read, or its columns are others.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            if tuple(next(reader, ())) != COLUMNS:
                raise EvidenceFileError(path, f"the first line must be {','.join(COLUMNS)}")
            return tuple(_read_row(path, reader.line_num, cells) for cells in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise EvidenceFileError(path, f"it cannot be read: {error}") from error


def _read_row(path: Path, line: int, cells: list[str]) -> Row:
    if len(cells) != len(COLUMNS):
        raise EvidenceFileError(
            path, f"line {line} has {len(cells)} cells where {len(COLUMNS)} are needed"
        )
    return Row(*cells)


def _ranges(numbers: list[int], places: dict[int, int]) -> str:
    """Return the numbers with ranges for those between which nothing else is written."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and places[runs[-1][-1]] + 1 == places[number]:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " ".join(str(run[0]) if run[0] == run[-1] else f"{run[0]}-{run[-1]}" for run in runs)


__all__ = [
    "COLUMNS",
    "HAND_PREFIX",
    "Kind",
    "Row",
    "Statement",
    "digest",
    "format_rows",
    "line_numbers",
    "make_rows",
    "read_rows",
    "write_rows",
]
