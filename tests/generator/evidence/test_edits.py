"""An edited copy of a page changes exactly the rows that the edit is about."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import pytest

from tests.generator.evidence.saved_pages import changes, page_text, read, without_lines

CALLBACKS, CAMPAIGN = "callback-query", "campaign-details"
ITEM = "200._embedded"
STRATEGY = "200.dialing_strategy"
DIALING = "200.dialing_mode_configuration"


@dataclass(frozen=True)
class Edit:
    """One edit and what it has to change.

    Attributes:
        name: What the vendor did.
        page: To which page.
        pattern: What is replaced, once.
        replacement: By what.
        expected: The path of each row that changes, and how; see `changes`.
    """

    name: str
    page: str
    pattern: str
    replacement: str
    expected: list[tuple[str, str]]


UNREADABLE = "kind path type"
EDITS = [
    # A field is added.
    Edit(
        "item added",
        CALLBACKS,
        r'(?=23 - "_links")',
        '24 - "queue"\n(string)\n- Words.\n\n',
        [(f"{ITEM}.queue", "added")],
    ),
    Edit(
        "table row added",
        CALLBACKS,
        r"(?=countinteger)",
        "queuestringWords. <= 9 charactersno\n",
        [("200.queue", "added")],
    ),
    Edit(
        "parameter added at the end",
        CALLBACKS,
        r"(?=\nResponses)",
        "\nboolean\nDefaults to true\n\nWords.\n",
        [("query.11", "added")],
    ),
    Edit(
        "item added",
        CAMPAIGN,
        r'(?=5 - "abandonment_timeout")',
        '6 - "amd_metadata" (boolean) - words. ',
        [(f"{DIALING}.amd_metadata", "added")],
    ),
    Edit(
        "table row added",
        CAMPAIGN,
        r"(?=run_once \|)",
        "team | string | n/a | no |\n",
        [("200.team", "added")],
    ),
    # A field is renamed.
    Edit(
        "renamed",
        CALLBACKS,
        "total_pageinteger",
        "total_pagesinteger",
        [("200.total_page", "path")],
    ),
    Edit("renamed", CALLBACKS, '"caller_id"', '"calling_id"', [(f"{ITEM}.caller_id", "path")]),
    Edit("renamed", CAMPAIGN, r"priority \|", "rank |", [("200.priority", "path")]),
    Edit(
        "an object renamed, with what it holds",
        CAMPAIGN,
        '"abandonment_timeout"',
        '"hang_up"',
        [
            (f"{DIALING}.abandonment_timeout", "path"),
            (f"{DIALING}.abandonment_timeout.amount", "path"),
        ],
    ),
    Edit(
        "a stray blank removed",
        CAMPAIGN,
        '" status_after_call"',
        '"status_after_call"',
        [(f"{STRATEGY}.dispositions.no_answer. status_after_call", "path")],
    ),
    # A type is changed.
    Edit(
        "type changed",
        CALLBACKS,
        r'("exclusive_to_agent"\s*)\(boolean\)',
        r"\1(string)",
        [(f"{ITEM}.exclusive_to_agent", "type")],
    ),
    Edit("type changed", CALLBACKS, "countinteger", "countnumber", [("200.count", "type")]),
    Edit("type changed", CALLBACKS, "date\n", "string<date-time>\n", [("query.4", "format")]),
    Edit(
        "type changed",
        CAMPAIGN,
        r"run_once \| boolean",
        "run_once | string",
        [("200.run_once", "type")],
    ),
    Edit(
        "type changed",
        CAMPAIGN,
        r'"retry_time_unit" \(integer\)',
        '"retry_time_unit" (string)',
        [(f"{STRATEGY}.record_chain[].retry_time_unit", "type")],
    ),
    # An enum value is added.
    Edit(
        "value added",
        CALLBACKS,
        r"INVALID_NUMBER\.",
        "INVALID_NUMBER,\nEXPIRED.",
        [(f"{ITEM}.status", "enum")],
    ),
    Edit(
        "value added without its comma",
        CALLBACKS,
        "PREDICTIVE, ",
        "PREDICTIVE POWER, ",
        [(f"{ITEM}.dialing_model", "enum")],
    ),
    Edit(
        "value added",
        CAMPAIGN,
        r'("?)RUNNING\1',
        r"\1RUNNING\1, \1STOPPED\1",
        [("200.status", "enum")],
    ),
    Edit(
        "value added",
        CAMPAIGN,
        r'("?)LIFO\1',
        r"\1LIFO\1 \1RANDOM\1",
        [(f"{STRATEGY}.lists_sorting_criteria", "enum")],
    ),
    # A row is deleted.
    Edit(
        "item deleted",
        CALLBACKS,
        r'(?s)12 - "caller_id".*?(?=13 - )',
        "",
        [(f"{ITEM}.caller_id", "removed")],
    ),
    Edit("table row deleted", CALLBACKS, r"countinteger.*\n", "", [("200.count", "removed")]),
    Edit(
        "last parameter deleted",
        CALLBACKS,
        r"(?s)\nstring\n\n[^\n]*\n\n(?=Responses)",
        "\n",
        [("query.10", "removed")],
    ),
    Edit(
        "item deleted",
        CAMPAIGN,
        r'3 - "max_dialing_ratio".*?(?=4 - )',
        "",
        [(f"{DIALING}.max_dialing_ratio", "removed")],
    ),
    Edit("table row deleted", CAMPAIGN, r"created_at \|.*\n", "", [("200.created_at", "removed")]),
    # The duplicate is removed. Only one page has one.
    Edit(
        "duplicate removed",
        CALLBACKS,
        r'(?s)10 - "record_last_name".*?(?=11 - )',
        "",
        [(f"{ITEM}.record_last_name", "removed")],
    ),
    # A default is changed. One page has none, so there it is added.
    Edit(
        "default changed",
        CALLBACKS,
        "Defaults to 50",
        "Defaults to 25",
        [("200.per_page", "default")],
    ),
    Edit(
        "default changed", CALLBACKS, "Defaults to 1\n", "Defaults to 7\n", [("query.5", "default")]
    ),
    Edit(
        "default added",
        CAMPAIGN,
        r"(priority \| integer \|)",
        r"\1 Defaults to 5.",
        [("200.priority", "default")],
    ),
    # Required is flipped.
    Edit(
        "required flipped",
        CALLBACKS,
        r'("callback_id" [^\n]*)Required\.',
        r"\1",
        [(f"{ITEM}.callback_id", "required")],
    ),
    Edit(
        "required flipped", CALLBACKS, r"(countinteger.*)yes", r"\1no", [("200.count", "required")]
    ),
    Edit(
        "required flipped, with the members that the cell names",
        CALLBACKS,
        r"yes \(name and description\)",
        "no",
        [
            ("error.fields", "required"),
            ("error.fields[].name", "required"),
            ("error.fields[].description", "required"),
        ],
    ),
    Edit(
        "required flipped",
        CAMPAIGN,
        r"(created_at .*) no \|",
        r"\1 yes |",
        [("200.created_at", "required")],
    ),
    Edit(
        "required flipped",
        CAMPAIGN,
        r'("max_attempts" [^"]*?)Required\.',
        r"\1Not required.",
        [(f"{STRATEGY}.max_attempts", "required")],
    ),
    # The copy loses or keeps other borders of cells.
    Edit(
        "last cell run together with the last line of its row",
        CALLBACKS,
        "= 1\n\nyes",
        ">= 1yes",
        [("200.per_page", "minimum printed")],
    ),
    Edit(
        "last cell blank",
        CALLBACKS,
        "= 1\n\nyes\n",
        "= 1\n",
        [("200.per_page", "required")],
    ),
    # A row becomes unreadable.
    Edit(
        "item without dash and quotes",
        CALLBACKS,
        r'12 - "caller_id"',
        "12 caller_id",
        [(f"{ITEM}.caller_id", UNREADABLE)],
    ),
    Edit(
        "item without the bracket of its type",
        CALLBACKS,
        r'7 - "phone_number" \(string\)',
        '7 - "phone_number" string',
        [(f"{ITEM}.phone_number", UNREADABLE)],
    ),
    Edit(
        "table row without its type",
        CALLBACKS,
        "totalinteger",
        "total integral ",
        [("200.total", f"{UNREADABLE} minimum required")],
    ),
    Edit(
        "parameter with a type that nobody knows",
        CALLBACKS,
        "int32\n",
        "int3z\n",
        [("query.5", f"{UNREADABLE} format minimum maximum default")],
    ),
    Edit(
        "item without the quotes of its name",
        CAMPAIGN,
        '"max_dialing_ratio"',
        "max_dialing_ratio",
        [(f"{DIALING}.max_dialing_ratio", f"{UNREADABLE} minimum maximum")],
    ),
    Edit(
        "item without its number",
        CAMPAIGN,
        '3 - "max_dialing_ratio"',
        '"max_dialing_ratio"',
        [(f"{DIALING}.max_dialing_ratio", f"row {UNREADABLE} minimum maximum")],
    ),
    Edit(
        "table row without a pipe",
        CAMPAIGN,
        r"run_once \|",
        "run_once",
        [("200.run_once", f"{UNREADABLE} required")],
    ),
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit.page}, {edit.name}")
def test_an_edit_changes_the_rows_that_it_is_about(edit: Edit) -> None:
    """Those rows, in those columns, and no others."""
    text = page_text(edit.page)
    edited, count = re.subn(edit.pattern, edit.replacement, text, count=1)
    assert count == 1

    before, after = read(text), read(edited)

    found = [(path, " ".join(sorted(change.split()))) for path, change in changes(before, after)]
    assert found == [(path, " ".join(sorted(how.split()))) for path, how in edit.expected]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: f"{edit.page}, {edit.name}")
def test_an_unreadable_row_is_kept_with_its_line(edit: Edit) -> None:
    """What an edit makes unreadable is an unparsed row on its line; other edits make none."""
    text = page_text(edit.page)
    found = re.search(edit.pattern, text)
    assert found is not None
    line = text.count("\n", 0, found.start()) + 1

    rows = read(text[: found.start()] + found.expand(edit.replacement) + text[found.end() :])

    unreadable = any(UNREADABLE in how for _, how in edit.expected)
    unparsed = [row.line for row in rows if row.kind == "unparsed"]
    assert unparsed == ([str(line)] if unreadable else [])


@pytest.mark.parametrize(
    ("page", "table", "place"),
    [
        # The error reply, before the reply.
        (CALLBACKS, r"(?s)400 \(.*?(?=❗)", r"Body Schema"),
        (CAMPAIGN, r"(?s)400 \(.*?(?=API Availability)", r"Body Response"),
        # The reply, to the end.
        (CALLBACKS, r"(?s)200 OK.*?(?=400 \()", r"\Z"),
        (CAMPAIGN, r"(?s)200 \(.*?(?=400 \()", r"\Z"),
        # The parameters, before everything else but the title.
        (CALLBACKS, r"(?s)Query Params.*?(?=Responses)", r"Scope\n"),
    ],
)
def test_a_table_that_is_moved_changes_nothing_but_lines(page: str, table: str, place: str) -> None:
    """The same rows come, on other lines."""
    text = page_text(page)
    moved = re.search(table, text)
    assert moved is not None
    rest = text[: moved.start()] + text[moved.end() :]
    target = re.search(place, rest)
    assert target is not None
    edited = f"{rest[: target.start()].rstrip()}\n{moved[0]}\n{rest[target.start() :]}"

    before, after = read(text), read(edited)

    assert Counter(without_lines(after)) == Counter(without_lines(before))
    assert Counter(after) != Counter(before)


def test_new_words_change_only_the_digest() -> None:
    """A sentence that says the same in other words is noticed, and states no other fact."""
    text = page_text(CALLBACKS)
    edited = re.sub(r'("timezone"\s*\(string\)\s*- )[^\n]*', r"\1Other words.", text)

    assert changes(read(text), read(edited)) == [(f"{ITEM}.timezone", "")]


def test_blank_lines_and_line_ends_say_nothing() -> None:
    """More blank lines, blanks at the ends, and the line ends of other systems: the same facts."""
    text = page_text(CALLBACKS)

    edited = text.replace("\n", " \r\n\r\n")

    assert without_lines(read(edited)) == without_lines(read(text))
    assert without_lines(read(text.replace("\n", "\r"))) == without_lines(read(text))
