"""The two layouts of a table in a saved page: cells run together, and cells between pipes.

A text copy of the page loses the borders of the cells: `total_pageintegerTotal of …yes`. Each row
then starts with a name and one of the known types, and ends with "yes" or "no"; a row of several
lines has them as lines of their own. A copy as Markdown, and what HTML is turned into here, has
one line for each row: `total | integer | … | yes |`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.evidence.facts import KNOWN_TYPE
from generator.evidence.passages import Line, Passage
from generator.evidence.rows import Statement
from generator.evidence.tables import TableRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

COLUMNS = ("Parameter", "Type", "Description", "Required")
PIPE = "|"

_SEPARATOR = re.compile(r"[\s|:-]*---[\s|:-]*")
_PIPE = re.compile(r"(?<!\\)\|")
# A small letter, a blank or an underscore after the type would make it a part of a word, and a
# sign such as that of `integer|null` a part of a type that is not known.
_ROW = re.compile(
    rf"(?P<name>[a-z_]\w*?)(?P<type>{KNOWN_TYPE})"
    r"(?P<rest>$|(?=[^a-z_\s|/,?&\[<]|<[=\s0-9]|n/a|yes$|no$).*)"
)
_ANSWER = r"(?P<required>(?:yes|no)(?: ?\([^()]*\))?)"
_ANSWER_LINE = re.compile(_ANSWER)
# At the end of a row's only line the answer may follow a word; further down it might be a word.
_ANSWER_OF_ONE_LINE = re.compile(rf"(?P<description>.*?){_ANSWER}")
_ANSWER_AT_END = re.compile(rf"(?P<description>.*[^A-Za-z]){_ANSWER}")


def is_header(line: Line) -> bool:
    """Tell whether a line holds the names of the columns, in either layout."""
    cells = "".join(_PIPE.split(line.text)).split()
    return "".join(cells).casefold() == "".join(COLUMNS).casefold()


def read_table(lines: Sequence[Line], parent: str | None) -> Iterator[Statement]:
    """Yield what a table states: its header, its rows, and what of it cannot be read.

    Args:
        lines: The table's lines, the header first.
        parent: What the table is about, `200` or `error`; None if it is not known.
    """
    header, *rows = lines
    numbers = [header.number]
    in_pipes = PIPE in header.text
    leading = header.text.startswith(PIPE)
    if in_pipes and rows and _SEPARATOR.fullmatch(rows[0].text):
        numbers.append(rows.pop(0).number)
    yield Statement("header", tuple(numbers), " ".join(COLUMNS))
    for row in _rows_in_pipes(rows, leading=leading) if in_pipes else _rows_run_together(rows):
        if isinstance(row, Line):
            yield Statement("unparsed", (row.number,), row.text)
        else:
            yield from row.statements(parent)


def pipe_line(cells: Sequence[str]) -> str:
    """Return the line of a row in pipes; the counterpart of reading it."""
    return "".join(f"{cell.replace(PIPE, chr(92) + PIPE)} {PIPE} " for cell in cells).rstrip()


def _rows_in_pipes(lines: Sequence[Line], *, leading: bool) -> Iterator[TableRow | Line]:
    for line in lines:
        cells = [cell.strip().replace(rf"\{PIPE}", PIPE) for cell in _PIPE.split(line.text)]
        # Markdown allows a pipe in front of every row; where the header has none, a blank first
        # cell is a name that is lost, and the others must not move by one.
        if leading and len(cells) == len(COLUMNS) + 2 and not cells[0]:
            cells.pop(0)
        if len(cells) != len(COLUMNS) + 1 or cells[-1]:
            yield line
            continue
        name, kind, description, required, _ = cells
        here = (line.number,)
        yield TableRow(
            here,
            name,
            kind,
            Passage(description, here),
            Passage(required, here if required else ()),
        )


def _rows_run_together(lines: Sequence[Line]) -> Iterator[TableRow | Line]:
    position = 0
    while position < len(lines):
        line = lines[position]
        found = _ROW.fullmatch(line.text)
        if found is None:
            yield line
            position += 1
            continue
        row, taken = _run_together(found, lines[position:])
        yield row
        position += taken


def _run_together(found: re.Match[str], lines: Sequence[Line]) -> tuple[TableRow, int]:
    """Return the row that starts on the first line, and how many lines it takes."""
    first = lines[0]
    description: list[Line] = []
    required = Passage("", ())
    taken = 1
    if rest := _ANSWER_OF_ONE_LINE.fullmatch(found["rest"]):
        required = Passage(rest["required"], (first.number,))
        description.append(Line(first.number, rest["description"]))
    else:
        description.append(Line(first.number, found["rest"]))
        for line in lines[1:]:
            if _ROW.fullmatch(line.text):
                break  # The last cell of the row above is blank.
            taken += 1
            if answer := _ANSWER_LINE.fullmatch(line.text):
                required = Passage(answer["required"], (line.number,))
                break
            if answer := _ANSWER_AT_END.fullmatch(line.text):
                required = Passage(answer["required"], (line.number,))
                description.append(Line(line.number, answer["description"]))
                break
            description.append(line)
    texts = [line for line in description if line.text]
    row = TableRow((first.number,), found["name"], found["type"], Passage.of(texts), required)
    return row, taken


__all__ = ["is_header", "pipe_line", "read_table"]
