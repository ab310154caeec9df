"""HTML gives the same evidence as text: every column but the lines."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import pytest

from tests.generator.evidence.saved_pages import (
    PAGES,
    changes,
    page_text,
    read,
    rebuilt_text,
    without_lines,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.evidence import Row

COLUMNS = ("Parameter", "Type", "Description", "Required")


def cells_of_html(cells: list[str], tag: str = "td") -> str:
    """Return a row of a table; a line of a cell that starts with a number is an item of a list."""
    marked: list[str] = []
    for cell in cells:
        parts = [
            f"<ul><li>{part}</li></ul>" if part[:1].isdigit() else f"<p>{part}</p>"
            for part in escape(cell, quote=False).split("\n")
            if part
        ]
        marked.append(f"<{tag}>{''.join(parts)}</{tag}>")
    return f"<tr>{''.join(marked)}</tr>"


def table_of_html(rows: list[list[str]]) -> str:
    """Return a table below the header that both pages have."""
    body = "".join(cells_of_html(row) for row in rows)
    return (
        f"<table><thead>{cells_of_html(list(COLUMNS), 'th')}</thead><tbody>{body}</tbody></table>"
    )


def cells_run_together(block: list[str], rows: tuple[Row, ...], first: int) -> list[list[str]]:
    """Cut the rows of a table where the evidence says that they start.

    Args:
        block: The lines of the table, blank ones included.
        rows: The evidence of the page.
        first: The number of the first of these lines.
    """
    starts = [
        row
        for row in rows
        if row.kind == "property"
        and row.path.count(".") == 1
        and first <= int(row.line) < first + len(block)
    ]
    ends = [int(row.line) - first for row in starts[1:]] + [len(block)]
    cut: list[list[str]] = []
    for row, end in zip(starts, ends, strict=True):
        text = "\n".join(block[int(row.line) - first : end]).strip()
        name = row.path.partition(".")[2]
        text = text.removeprefix(name).removeprefix(row.type)
        answer = re.search(r"(?:yes|no)(?: \(.*\))?$", text)
        assert answer is not None
        cut.append([name, row.type, text[: answer.start()].strip(), answer[0]])
    return cut


def html_of(text: str) -> str:
    """Return a page as HTML: paragraphs, tables with their cells, items of lists."""
    rows = read(text)
    lines = text.split("\n")
    parts: list[str] = []
    position = 0
    while position < len(lines):
        line = lines[position].strip()
        position += 1
        if not line.startswith("Parameter"):
            parts.append(f"<p>{escape(line, quote=False)}</p>")
            continue
        end = position
        if "|" in line:
            while end < len(lines) and "|" in lines[end]:
                end += 1
            in_pipes = [one.split("|")[:-1] for one in lines[position + 1 : end]]
            parts.append(table_of_html([[cell.strip() for cell in one] for one in in_pipes]))
        else:
            while not re.match(r"400 \(|❗", lines[end]):
                end += 1
            parts.append(table_of_html(cells_run_together(lines[position:end], rows, position + 1)))
        position = end
    return (
        "<!DOCTYPE html><html><head><title>Elsewhere</title><meta charset=utf-8>"
        "<script>const a = '<p>1 - \"x\" (string)</p>';</script></head><body><main>"
        + "\n".join(parts)
        + "</main><style>p { margin: 0 }</style></body></html>"
    )


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("text_of", [page_text, rebuilt_text])
def test_html_states_what_the_text_states(page: str, text_of: Callable[[str], str]) -> None:
    """Cells of a table instead of cells run together or between pipes change no fact."""
    text = text_of(page)

    rows = read(html_of(text))

    assert without_lines(rows) == without_lines(read(text))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        ("<(/?)p>", r"<\1P CLASS=x>"),
        ("<(/?)p>", r"<\1div><\1section>"),
        ("</(?:p|li|td|th|tr)>", ""),
        ("</head>", ""),
        ("(string)", r"<code>\1</code>"),
        (" - ", "&nbsp;- "),
        ("</p><", "<br></p>\n\n<"),
    ],
)
def test_markup_says_nothing(page: str, pattern: str, replacement: str) -> None:
    """Capitals, other blocks, missing end tags, tags within a line: the same evidence."""
    html = html_of(page_text(page))
    edited = re.sub(pattern, replacement, html)
    assert edited != html

    assert without_lines(read(edited)) == without_lines(read(html))


@pytest.mark.parametrize("page", PAGES)
def test_an_edit_of_the_html_shows(page: str) -> None:
    """A fact that changes in the HTML changes in its row alone."""
    html = html_of(page_text(page))
    edited = re.sub(
        r">description</p></td><td><p>string<", r">description</p></td><td><p>object<", html
    )
    assert edited != html

    assert changes(read(html), read(edited)) == [("error.description", "type")]


def test_a_pipe_inside_a_cell_divides_nothing() -> None:
    """A cell of HTML may hold the sign that the text layout puts between cells."""
    html = html_of(page_text("campaign-details"))
    edited = re.sub(
        r"(>run_once<.*?boolean</p></td><td>).*?</td>", r"\1on | off. &lt;= 3</td>", html
    )
    assert edited != html

    assert changes(read(html), read(edited)) == [("200.run_once", "maximum")]


def test_text_outside_of_the_cells_is_kept() -> None:
    """What stands in a table and in no cell is neither lost nor part of the row."""
    html = html_of(page_text("campaign-details"))
    edited = re.sub(r"<tr>(?=<td><p>run_once<)", "<tr>Words", html)

    before, after = read(html), read(edited)

    assert [row.kind for row in after if row not in before][:1] == ["unparsed"]
    assert len(after) == len(before) + 1
    assert changes(before, after) == [("", "added")]
