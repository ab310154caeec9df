"""What a statement is read as, and that nothing beside it is lost."""

from __future__ import annotations

import pytest

from generator.evidence import Row
from tests.generator.evidence.saved_pages import PAGES, page_text, read


def with_row(description: str, required: str = "", *, kind: str = "string") -> str:
    """Return the campaign page with one row more in the table of its reply."""
    row = f"added | {kind} | {description} | {required} |\n"
    return page_text("campaign-details").replace("run_once |", f"{row}run_once |")


def row_of(description: str, required: str = "") -> Row:
    """Return the row that is read from a row more."""
    [row] = [row for row in read(with_row(description, required)) if row.path == "200.added"]
    return row


def stated(row: Row) -> dict[str, str]:
    """Return the constraints that a row states."""
    names = ("minimum", "maximum", "min_length", "max_length", "enum", "required", "default")
    return {name: value for name in (*names, "printed") if (value := getattr(row, name))}


@pytest.mark.parametrize(
    ("description", "facts"),
    [
        ("n/a", {}),
        ("", {}),
        (">= 1 <= 3", {"minimum": "1", "maximum": "3"}),
        (">= 1;<= 3.", {"minimum": "1", "maximum": "3"}),
        (">= -1.5", {"minimum": "-1.5"}),
        (">= 1 characters <= 3 characters", {"min_length": "1", "max_length": "3"}),
        # A bound of characters beside one of the value itself.
        ("<= 9 characters. >= 1 <= 3", {"max_length": "9", "minimum": "1", "maximum": "3"}),
        ("Defaults to 0 when absent.", {"default": "0"}),
        ("Defaults to true.", {"default": "true"}),
        ('Defaults to "a".', {"default": "a"}),
        ('Allowed values: "A", "B"', {"enum": "A B"}),
        ('allowed values: "A" "B", "C". Words.', {"enum": "A B C"}),
        ("Allowed values: A, B,C.", {"enum": "A B C"}),
        ("Allowed values: a, b", {"enum": "a b"}),
        ('Allowed values: "A", "B" >= 1', {"enum": "A B", "minimum": "1"}),
        ("Allowed values: A, REQUIRED.", {"enum": "A REQUIRED"}),
        # Seen to be a constraint, and not understood.
        ("= 1", {"printed": "= 1"}),
        ("< 5", {"printed": "< 5"}),
        (">= 1k", {"printed": ">= 1k"}),
        (">= 10%", {"printed": ">= 10%"}),
        (">= 1 >= 2", {"minimum": "1", "printed": ">= 2"}),
        ("At most 35 characters.", {"printed": "35 characters"}),
        ("Defaults to the first page.", {"printed": "Defaults to"}),
        ("Allowed values: see below.", {"printed": "Allowed values"}),
        ('Allowed values: "A b", "C".', {"printed": "Allowed values"}),
        ("Allowed values: A, B which c.", {"printed": "Allowed values"}),
        # The table has a column for it.
        ("Required.", {"printed": "Required"}),
    ],
)
def test_a_constraint_is_read_or_kept_as_printed(description: str, facts: dict[str, str]) -> None:
    """Nothing is guessed, and nothing that looks like a constraint is dropped."""
    assert stated(row_of(description)) == facts


@pytest.mark.parametrize(
    ("cell", "facts"),
    [
        ("yes", {"required": "yes"}),
        ("No", {"required": "no"}),
        ("", {}),
        ("sometimes", {"printed": "sometimes"}),
        ("yes (if used)", {"required": "yes", "printed": "(if used)"}),
    ],
)
def test_the_last_cell_is_read_or_kept_as_printed(cell: str, facts: dict[str, str]) -> None:
    """An answer that is neither yes nor no is not taken for one."""
    assert stated(row_of("n/a", cell)) == facts


@pytest.mark.parametrize(
    ("words", "required"),
    [
        ("- words. Required.", "yes"),
        ("- required.", "yes"),
        (". Required", "yes"),
        ("- words. Required. Words.", "yes"),
        ("- Not required.", "no"),
        ("- the required words.", ""),
        ("- words of Required things.", ""),
    ],
)
def test_required_is_a_statement_of_its_own(words: str, required: str) -> None:
    """The word inside a sentence says nothing, and is then kept as printed."""
    rows = read(with_row(f'1 - "inner" (string) {words}', kind="object"))

    [inner] = [row for row in rows if row.path == "200.added.inner"]
    assert inner.required == required
    assert bool(inner.printed) == (not required)


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        # Numbers within sentences are no items.
        ('1 - "a" (string) - from 3 - 5, or <= 2 - or 1-2.', [("1", "property", "200.added.a")]),
        # A parent that cannot be read leaves what it holds without a place.
        (
            '1 - a (object) 1.1 - "b" (string) 2 - "c" (string)',
            [("1", "unparsed", ""), ("1.1", "unparsed", ""), ("2", "property", "200.added.c")],
        ),
        (
            '1 - "a" (object) 3.1 - "b" (string)',
            [("1", "property", "200.added.a"), ("3.1", "unparsed", "")],
        ),
        # Without a number among numbers, the place is not known.
        ('1 - "a" (string) "b" (string)', [("1", "property", "200.added.a"), ("", "unparsed", "")]),
        (
            '"a" (string) "b" (string)',
            [("", "property", "200.added.a"), ("", "property", "200.added.b")],
        ),
        (
            '1 - "a" (array[object]) 1.1 - "b" (string)',
            [("1", "property", "200.added.a"), ("1.1", "property", "200.added.a[].b")],
        ),
        ('1 - "a" () - words.', [("1", "unparsed", "")]),
        ('1. "a" (string) 2. "b" (string)', [("1", "unparsed", ""), ("2", "unparsed", "")]),
    ],
)
def test_items_stand_in_their_places_or_are_unparsed(
    description: str, expected: list[tuple[str, str, str]]
) -> None:
    """An item's path comes from its number, never from a guess."""
    rows = read(with_row(description, kind="object"))

    [own] = [row for row in rows if row.path == "200.added"]
    inside = [row for row in rows if row.line == own.line and row != own]
    assert [(row.row, row.kind, row.path) for row in inside] == expected


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "stray", ['9 - "lost" (string)', "lost | string | n/a | no |", "lost >= 1", "int32"]
)
def test_a_fact_outside_of_a_table_is_unparsed(page: str, stray: str) -> None:
    """A table whose beginning is not recognised does not turn into prose."""
    rows = read(f"{page_text(page)}\n\n{stray}\n")

    assert rows[-1].kind == "unparsed"
    assert [row.kind for row in rows].count("unparsed") == 1


def test_a_table_without_statuses_has_no_place() -> None:
    """Rows are not put below the reply of another table."""
    text = page_text("campaign-details").replace("400 (", "4xx (")

    rows = read(text)

    lost = [row for row in rows if row.kind == "unparsed"]
    assert len(lost) == 7  # The statuses, the four rows, and the two items of the last.
    assert not [row for row in rows if row.path.startswith("error.")]
