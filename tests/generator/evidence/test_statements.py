"""What a statement is read as, and that nothing beside it is lost."""

from __future__ import annotations

import re

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
        ("At most 35 characters.", {"printed": "At most 35 characters"}),
        ("35 characters.", {"printed": "35 characters"}),
        # Digits in groups, and a comma that may be a decimal sign: no number is cut short.
        ("<= 2 592 000", {"printed": "<= 2 592 000"}),
        ("<= 2\u00a0592\u00a0000", {"printed": "<= 2 592 000"}),
        ("<= 2'592'000", {"printed": "<= 2'592'000"}),
        ("<= 1.000.000", {"printed": "<= 1.000.000"}),
        ("<= 1.000", {"printed": "<= 1.000"}),
        ("<= 0.001", {"maximum": "0.001"}),
        ("<= 1,5", {"printed": "<= 1,5"}),
        ("<= 1,000 characters", {"printed": "<= 1,000 characters"}),
        (">= 1 <= 1,000 words", {"minimum": "1", "printed": "<= 1,000"}),
        (">= 1, <= 100", {"minimum": "1", "maximum": "100"}),
        ("Up to 1,000 characters.", {"printed": "Up to 1,000 characters"}),
        ("Defaults to 1,000.", {"printed": "Defaults to 1,000"}),
        ("Defaults to 2 592 000.", {"printed": "Defaults to 2 592 000"}),
        ("Allowed values: 1,000, 2,000.", {"printed": "Allowed values"}),
        # Other words for the same constraints.
        ("Default: none of them", {"printed": "Default:"}),
        ("Default value is true.", {"printed": "Default value is true"}),
        ("By default, nothing.", {"printed": "default"}),
        ("Valid values are A and B", {"printed": "Valid values"}),
        ("One of: a b", {"printed": "One of:"}),
        ("Maximum 500", {"printed": "Maximum 500"}),
        ("The maximum length is 500.", {"printed": "maximum length is 500"}),
        ("Min: 5, max: 500", {"printed": "Min: 5; max: 500"}),
        ("The maximum number of calls between two days.", {}),
        ("Mandatory.", {"printed": "Mandatory"}),
        ("Can be null.", {"printed": "null"}),
        ("Defaults to the first page.", {"printed": "Defaults to"}),
        # Grouped digits are one number, and its first group is not its value.
        ("<= 1,000", {"printed": "<= 1,000"}),
        (">= 1 <= 2 592 000", {"minimum": "1", "printed": "<= 2 592 000"}),
        # Other words for constraints, none of which the two pages use.
        ("Default: 60", {"printed": "Default: 60"}),
        ("Default is 50", {"printed": "Default is 50"}),
        ("Possible values: A, B", {"printed": "Possible values"}),
        ("Maximum 500.", {"printed": "Maximum 500"}),
        ("Between 1 and 500", {"printed": "Between 1 and 500"}),
        ("Optional.", {"printed": "Optional"}),
        ("Words. Mandatory.", {"printed": ". Mandatory"}),
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


def test_a_row_may_begin_with_a_pipe() -> None:
    """Markdown allows it, and it states the same."""
    text = page_text("campaign-details")
    led = "".join(f"| {line}\n" if " | " in line else f"{line}\n" for line in text.splitlines())
    assert [row.path for row in read(led)] == [row.path for row in read(text)]
    assert stated(row_of("<= 3")) == {"maximum": "3"}


def test_a_type_of_two_is_not_read_as_the_first() -> None:
    """What is left of it would be lost."""
    text = page_text("callback-query").replace("countinteger", "countinteger|null")
    assert [row.kind for row in read(text) if row.path == "200.count"] == []
    assert any(row.kind == "unparsed" for row in read(text))


def test_a_remark_among_the_parameters_takes_no_position() -> None:
    """Those behind it keep their names."""
    text = page_text("callback-query")
    before, after = text.split("Query Params\n", 1)
    remarked = f"{before}Query Params\nDeprecated.\n{after}"
    paths = [row.path for row in read(remarked) if row.kind == "parameter"]
    assert paths == [f"query.{number}" for number in range(1, 11)]
    assert "unparsed" in {row.kind for row in read(remarked)}


@pytest.mark.parametrize("kind", ["integer|null", "integer/null", "integer?", "integer[]"])
def test_a_type_run_together_with_more_than_it_is_unparsed(kind: str) -> None:
    """Of several types, none is taken for the whole."""
    text = page_text("callback-query")
    edited = text.replace("countinteger", f"count{kind}")
    assert edited != text

    rows = read(edited)

    assert "200.count" not in {row.path for row in rows}
    assert [row.kind for row in rows].count("unparsed") == 1


def test_a_table_with_pipes_at_both_ends_states_the_same() -> None:
    """Markdown puts a pipe before the first cell as well; no fact depends on it."""
    text = page_text("campaign-details")
    edited = re.sub(r"(?m)^(?=Parameter \||---\||[a-z_]+ \| )", "| ", text)
    assert edited != text

    assert read(edited) == read(text)


def test_a_pipe_too_many_shifts_no_cell() -> None:
    """Where the header has no pipe in front, a first cell that is blank is a name that is lost."""
    text = page_text("campaign-details")
    edited = text.replace("run_once | boolean |", "| boolean | words |")
    assert edited != text

    rows = read(edited)

    assert not [row for row in rows if row.path in {"200.boolean", "200.run_once"}]
    assert [row.kind for row in rows].count("unparsed") == 1


# Lines put before the last of ten parameters; whether they take a position; how many are unparsed.
BETWEEN = [
    ("Deprecated.", "query.10", 1),
    ("Deprecated", "query.10", 1),
    ("beta", "query.10", 1),
    ("Words of a notice.", "query.10", 1),
    # Types that are not known, with what makes a parameter of them.
    ("uuid\n\nWords. <= 36 characters", "query.11", 1),
    ("String\nDefaults to 1\n\nWords.", "query.11", 1),
    ("string or null\n\nWords. <= 36 characters", "query.11", 1),
    # It may be a parameter or not: what follows has no position.
    ("uuid\n\nWords of a description.", None, 3),
]


@pytest.mark.parametrize(("lines", "last", "unparsed"), BETWEEN)
def test_a_line_between_parameters_moves_none_by_mistake(
    lines: str, last: str | None, unparsed: int
) -> None:
    """What is no parameter takes no position; where that is not known, none behind it has one."""
    text = page_text("callback-query")
    before, separator, after = text.rpartition("\nstring\n")

    rows = read(f"{before}\n{lines}\n{separator}{after}")

    paths = [row.path for row in rows if row.kind == "parameter"]
    assert paths == [f"query.{number}" for number in range(1, 10)] + ([last] if last else [])
    assert [row.kind for row in rows].count("unparsed") == unparsed
