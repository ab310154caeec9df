"""The committed evidence is what the command yields for the two saved pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.evidence import COLUMNS, HAND_PREFIX, Row, read_rows
from generator.evidence.rows import format_rows, line_numbers
from tests.generator.evidence.saved_pages import (
    EVIDENCE,
    PAGES,
    committed,
    read,
    rebuilt_text,
    saved_text,
    without,
)

HAND_COLUMNS = tuple(name for name in COLUMNS if name.startswith(HAND_PREFIX))
FACTS = (
    *("path", "type", "format", "minimum", "maximum", "min_length", "max_length", "enum"),
    *("required", "default", "printed"),
)


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    """Return the name of each page."""
    name: str = request.param
    return name


@pytest.fixture
def saved(page: str) -> str:
    """Return the text of each saved page."""
    text = saved_text(page)
    if text is None:
        pytest.skip(
            f"the page {page} is not at hand: it is looked for in ../shared/seeds beside the "
            "checkout, or in the folder that TALKDESK_PAGES names"
        )
    return text


def test_the_committed_evidence_is_what_the_command_yields(
    page: str, saved: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Byte for byte, once the columns that are completed by hand are emptied."""
    source, output = tmp_path / "any name.pdf", tmp_path / "rows.csv"
    source.write_text(saved, encoding="utf-8")

    assert main(["evidence", str(source), "-o", str(output)]) == 0

    expected = format_rows(without(committed(page), *HAND_COLUMNS))
    assert output.read_bytes() == expected.encode()
    assert capsys.readouterr().out == (f"{page}: {len(committed(page))} rows, 0 of them unparsed\n")


def test_every_line_of_the_page_has_a_row(saved: str) -> None:
    """No line that holds text is skipped, and no row names a line that holds none."""
    rows = read(saved)
    written = {number for number, line in enumerate(saved.split("\n"), start=1) if line.strip()}

    assert {number for row in rows for number in line_numbers(row)} >= written
    assert {int(row.line) for row in rows} <= written


def test_every_numbered_item_and_table_row_has_a_row_with_its_line(saved: str) -> None:
    """Counted in the page's own text, by number and by name, apart from the readers."""
    rows = read(saved)
    numbered: list[tuple[str, str, str]] = []
    table: list[tuple[str, str]] = []
    for number, line in enumerate(saved.split("\n"), start=1):
        numbered += [
            (str(number), row, name)
            for row, name in re.findall(r'(?<!\S)([0-9.]+) - "([^"]*)"', line)
        ]
        in_pipes = re.match(r"(\w+) \| [a-z\[\]]+ \| ", line)
        together = re.match(r"([a-z_]+?)(?:integer|object|string|array\[object\])(?![a-z<])", line)
        together = together or re.match(r"(\w+?)(?:integer|string)n/a", line)
        if found := in_pipes or together:
            table.append((str(number), found[1]))

    items = [row for row in rows if row.row]
    assert [(row.line, row.row, row.path.rpartition(".")[2]) for row in items] == numbered
    members = [row for row in rows if row.kind == "property" and row.path.count(".") == 1]
    assert [(row.line, row.path.partition(".")[2]) for row in members] == table
    assert {row.kind for row in (*items, *members)} == {"property"}


def test_no_sentence_of_the_page_is_stored(page: str, saved: str) -> None:
    """Of a line with more than a few words, nothing but names and values is in the file."""
    stored = (EVIDENCE / f"{page}.csv").read_text(encoding="utf-8")
    words = re.compile(r"[A-Za-z]+(?: [A-Za-z]+){3,}")

    phrases = {phrase for line in saved.split("\n") for phrase in words.findall(line)}

    assert phrases
    assert not [phrase for phrase in phrases if phrase in stored]


def test_only_unnamed_parameters_are_completed_by_hand() -> None:
    """The ten query parameters that the page prints without names have one, all different."""
    rows = [row for page in PAGES for row in committed(page)]
    named = [row for row in rows if row.hand_name]

    assert [row.path for row in named] == [f"query.{position}" for position in range(1, 11)]
    assert named == [row for row in rows if row.kind == "parameter"]
    assert len({row.hand_name for row in named}) == len(named)
    assert not [row for row in rows if row.kind == "unparsed"]


def test_a_page_in_other_words_has_the_same_facts(page: str) -> None:
    """Members, numbers and constraints come from names and signs, not from sentences."""

    def facts(rows: tuple[Row, ...]) -> list[tuple[str, ...]]:
        members = [row for row in rows if row.kind in {"property", "parameter"}]
        return [tuple(getattr(row, name) for name in ("row", *FACTS)) for row in members]

    rebuilt = read(rebuilt_text(page))

    assert facts(rebuilt) == facts(committed(page))
    assert not [row for row in rebuilt if row.kind == "unparsed"]


def test_what_is_written_is_read_back(page: str, tmp_path: Path) -> None:
    """Stray blanks in names, commas and what was completed by hand survive."""
    path = tmp_path / "rows.csv"
    path.write_text(format_rows(committed(page)), encoding="utf-8", newline="\n")

    assert read_rows(path) == committed(page)
    assert path.read_bytes() == (EVIDENCE / f"{page}.csv").read_bytes()
