"""HTML gives the same evidence as text: every column but the lines."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

import pytest

from generator.evidence.errors import PageSyntaxError
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


@pytest.mark.parametrize("tag", ["svg", "noscript", "template"])
def test_a_tag_that_hides_the_rest_of_a_page_is_an_error(tag: str) -> None:
    """A section that is hidden by a slip would be missing without a word."""
    text = "".join(f"<p>{escape(line)}</p>\n" for line in page_text("callback-query").splitlines())
    hidden = text.replace("<p>Query Params</p>", f"<{tag}><p>Query Params</p>")
    assert hidden != text
    with pytest.raises(PageSyntaxError, match=f"<{tag}> is never closed"):
        read(hidden)


def test_a_text_that_names_a_tag_is_a_text() -> None:
    """Only a page that is made of tags is read as HTML."""
    text = page_text("campaign-details")
    named = text.replace("API Availability", "API Availability in <p> and <table> tags")
    assert without_lines(read(named))[:20] == without_lines(read(text))[:20]


@pytest.mark.parametrize("tag", ["svg", "title", "style", "noscript", "template"])
@pytest.mark.parametrize("later", [True, False])
def test_what_an_open_tag_would_hide_is_there_or_the_page_is_refused(tag: str, later: bool) -> None:
    """Also where the same tag is closed further down, no row is lost in silence."""
    html = html_of(page_text("campaign-details"))
    edited = html.replace("<table>", f"Words<{tag}> and words<table>", 1)
    edited = edited.replace("</main>", f"<{tag}></{tag}></main>") if later else edited

    try:
        rows = read(edited)
    except PageSyntaxError:
        return

    assert {row.path for row in read(html)} <= {row.path for row in rows}
    assert len(rows) == len(read(html)) + 1


@pytest.mark.parametrize("tag", ["script", "style"])
def test_a_page_that_ends_inside_of_a_script_is_refused(tag: str) -> None:
    """Nobody can tell what of it was text."""
    html = html_of(page_text("campaign-details"))

    with pytest.raises(PageSyntaxError, match=tag):
        read(html.replace("<p>API Availability", f"<{tag}><p>API Availability"))


def test_a_picture_says_nothing() -> None:
    """The names inside of a drawing are no text of the page."""
    html = html_of(page_text("campaign-details"))
    svg = "<svg><title>Icon</title><g><text>lost &gt;= 1</text></g></svg>"

    assert without_lines(read(html.replace("<p>", f"<p>{svg}"))) == without_lines(read(html))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("words", ["Use <p> here.", "A <table> in a <div>.", "<p>Words</p>"])
def test_a_text_that_speaks_of_tags_is_text(page: str, words: str) -> None:
    """A few tags among the words do not make a page HTML."""
    text = page_text(page)

    rows = read(f"{text}\n{words}\n")

    assert rows[:-1] == read(text)
    assert rows[-1].kind == "prose"


def test_a_part_of_a_page_is_html() -> None:
    """Without its document, a copy is told by its many blocks, and by a comment at its start."""
    html = html_of(page_text("campaign-details"))
    part = re.sub(r"(?s)^.*<main>|</main>.*$", "", html)
    assert part.startswith("<p>")

    for edited in (f"Words {part}", f"<!-- saved -->\n{html}", f"<?xml version='1.0'?>{html}"):
        rows = read(edited)
        assert {row.path for row in rows} >= {
            row.path for row in read(html) if row.kind == "property"
        }
