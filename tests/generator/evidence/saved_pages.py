"""The two pages: as they were saved, or rebuilt from the committed evidence in other words.

The saved pages are not part of the repository. Where they are not at hand, a page with the same
members, constraints and layout is made from the evidence, so that the readers are still tested.
"""

from __future__ import annotations

import os
from dataclasses import fields, replace
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from generator.evidence import Row, read_rows
from generator.evidence.errors import PageError
from generator.evidence.pages import evidence_of

REPOSITORY = Path(__file__).parents[3]
EVIDENCE = REPOSITORY / "spec" / "evidence"
PAGES = ("callback-query", "campaign-details")
NOWHERE = Path("page")

_AT_HAND = Path(os.environ.get("TALKDESK_PAGES") or REPOSITORY.parent / "shared" / "seeds")


def committed(page: str) -> tuple[Row, ...]:
    """Return the committed evidence of a page."""
    return read_rows(EVIDENCE / f"{page}.csv")


@cache
def saved_text(page: str) -> str | None:
    """Return the page as it was saved; None where it is not at hand."""
    for path in sorted(_AT_HAND.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        try:
            rows = evidence_of(text, path)
        except PageError:
            continue
        if rows[0].page == page:
            return text
    return None


def page_text(page: str) -> str:
    """Return the page as it was saved, or else rebuilt."""
    return saved_text(page) or rebuilt_text(page)


def read(text: str) -> tuple[Row, ...]:
    """Return the evidence of a page in memory."""
    return evidence_of(text, NOWHERE)


def without(rows: tuple[Row, ...], *columns: str) -> list[Row]:
    """Return the rows with some columns emptied."""
    return [replace(row, **dict.fromkeys(columns, "")) for row in rows]


def without_lines(rows: tuple[Row, ...]) -> list[Row]:
    """Return the rows as they compare where lines have shifted."""
    return without(rows, "line", "lines")


def changes(before: tuple[Row, ...], after: tuple[Row, ...]) -> list[tuple[str, str]]:
    """Return what differs, lines aside: the path of each row, and what happened to it.

    That is `added`, `removed`, or the columns that changed; the digest, which changes with the
    wording, is not among them. An unparsed row has its row number for a path.
    """
    old, new = without_lines(before), without_lines(after)
    found: list[tuple[str, str]] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        common = min(b - a, d - c)
        for was, now in zip(old[a : a + common], new[c : c + common], strict=True):
            names = [field.name for field in fields(Row) if field.name != "digest"]
            columns = [name for name in names if getattr(was, name) != getattr(now, name)]
            found.append((was.path, " ".join(columns)))
        found += [(row.path or row.row, "removed") for row in old[a + common : b]]
        found += [(row.path or row.row, "added") for row in new[c + common : d]]
    return found


@cache
def rebuilt_text(page: str) -> str:
    """Return a page of the same layout with the committed facts, in other words."""
    rows = committed(page)
    return _callback_query(rows) if page == "callback-query" else _campaign_details(rows)


def _callback_query(rows: tuple[Row, ...]) -> str:
    scope = next(row.path for row in rows if row.kind == "scope")
    lines = ["Query Callback List and Count Callback", "", "Scope", "", scope, ""]
    lines += ["Body Schema - Response", "", "200 OK (made up)", ""]
    lines += ["ParameterTypeDescriptionRequired", *_run_together(rows, "200"), ""]
    lines += ["400 (made up), 401 (made up), 403 (made up)", ""]
    lines += ["ParameterTypeDescriptionRequired", *_run_together(rows, "error")]
    lines += ["❗️", "", "API Availability", "", "Made up.", "", "Query Params"]
    for row in rows:
        if row.kind == "parameter":
            default = [f"Defaults to {row.default}"] if row.default else []
            lines += [_printed_type(row), *default, "", f"Made up. {_bounds(row)}", ""]
    lines += ["Responses", "", "Language", "application/json"]
    return "\n".join(lines)


def _run_together(rows: tuple[Row, ...], parent: str) -> list[str]:
    lines: list[str] = []
    for row in _members(rows, parent):
        start = row.path.rpartition(".")[2] + _printed_type(row)
        items = _items(rows, row)
        if items or row.printed:
            lines += [start, "", f"Made up. {_constraints(row)}", "", row.printed or "Items:", ""]
            for item in items:
                # Both ways in which the page prints an item: on one line, and on several.
                text = _item(item)
                lines += [text.replace(" (", "\n(", 1) if item.enum else text, ""]
            lines.append(row.required)
        else:
            lines.append(f"{start}Made up. {_constraints(row)}{row.required}")
    return lines


def _campaign_details(rows: tuple[Row, ...]) -> str:
    operation = next(row.path for row in rows if row.kind == "operation")
    scope = next(row.path for row in rows if row.kind == "scope")
    header = ["Parameter | Type | Description | Required |", "---|---|---|---|"]
    lines = [operation, "Scope", scope, "Body Response - Schema", "200 (made up)", *header]
    lines += _in_pipes(rows, "200")
    lines += ["400 (made up), 401 (made up), 403 (made up)", *header, *_in_pipes(rows, "error")]
    return "\n".join([*lines, "API Availability", "Made up."])


def _in_pipes(rows: tuple[Row, ...], parent: str) -> list[str]:
    return [
        f"{row.path.rpartition('.')[2]} | {_printed_type(row)} | "
        f"{' '.join([_constraints(row), *map(_item, _items(rows, row))])} | {row.required} |"
        for row in _members(rows, parent)
    ]


def _members(rows: tuple[Row, ...], parent: str) -> list[Row]:
    own = [row for row in rows if row.kind == "property" and not row.row]
    return [row for row in own if row.path.startswith(f"{parent}.") and row.path.count(".") == 1]


def _items(rows: tuple[Row, ...], member: Row) -> list[Row]:
    inside = (f"{member.path}.", f"{member.path}[].")
    return [row for row in rows if row.path.startswith(inside)]


def _item(row: Row) -> str:
    # Rows without a number are required by the cell of their parent, not in their own words.
    number = f"{row.row} - " if row.row else ""
    required = "Required." if row.row and row.required else ""
    name = row.path.rpartition(".")[2]
    return f'{number}"{name}" ({_printed_type(row)}) - Made up. {_constraints(row)} {required}'


def _constraints(row: Row) -> str:
    default = f"Defaults to {row.default}. " if row.default else ""
    enum = f"Allowed values: {', '.join(row.enum.split())}. " if row.enum else ""
    return f"{default}{enum}{_bounds(row)}"


def _bounds(row: Row) -> str:
    stated = ((">=", row.minimum, ""), ("<=", row.maximum, ""))
    lengths = ((">=", row.min_length, " characters"), ("<=", row.max_length, " characters"))
    return " ".join(f"{sign} {value}{unit}" for sign, value, unit in (*stated, *lengths) if value)


def _printed_type(row: Row) -> str:
    if row.format in {"int32", "date"}:
        return row.format
    return f"{row.type}<{row.format}>" if row.format else row.type
