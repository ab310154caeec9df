"""What servers send that the document does not promise, and what a user of the client gets.

The cases run as tests, and `python -m tests.client.oddities` writes the table of `docs/reading.md`
from them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any

from talkdesk_client import models
from talkdesk_core.errors import ResponseDecodeError

__all__ = ["CASES", "PAGE", "Case", "is_refused", "outcome", "table", "with_table"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reading.md"
_START, _END = "<!-- oddities -->\n", "<!-- end of oddities -->\n"
_VARIABLES = {
    "callback": "Callback",
    "page": "CallbackPage",
    "campaign": "Campaign",
    "entry": "RecordChainEntry",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One oddity.

    Attributes:
        title: What is odd.
        content: The body of a reply, or the part of it that makes up one model.
        expression: What the user writes; its first name says which model is read. One name alone
            stands for reading as such, which is refused then.
        result: What comes out, as the table shows it; of an error the part that tells what is
            wrong.
        sent: The body as the table shows it, where its text cannot be shown as it is.
    """

    title: str
    content: str | bytes
    expression: str
    result: str
    sent: str = ""

    @property
    def body(self) -> bytes:
        """Return the bytes of the body."""
        return self.content.encode() if isinstance(self.content, str) else self.content

    @property
    def model(self) -> Any:
        """Return the model that reads it."""
        return getattr(models, _VARIABLES[self.expression.partition(".")[0]])


def _case(title: str, content: str, expression: str, result: str) -> Case:
    return Case(title, content, expression, result)


def _time(title: str, sent: str, result: str) -> Case:
    return Case(title, f'{{"time_to_call": "{sent}"}}', "callback.time_to_call", result)


_DEEP = '{"x": ' * 100_000

CASES = (
    _case("null", '{"status": null}', "callback.status", "None"),
    _case("a member is missing, a required one too", "{}", "callback.callback_id", "None"),
    _case("an empty string is no null", '{"interaction_id": ""}', "callback.interaction_id", "''"),
    _case(
        "a member that the document does not know",
        '{"mood": {"score": 5}}',
        'callback.additional_properties["mood"]',
        "{'score': 5}",
    ),
    _case("the same, written back", '{"mood": "good"}', "callback.to_dict()", "{'mood': 'good'}"),
    _case(
        "an enum's word that the document does not know",
        '{"status": "PARKED"}',
        "callback.status",
        "CallbackStatus('PARKED')",
    ),
    _case(
        "the same, compared", '{"status": "PARKED"}', 'callback.status.value == "PARKED"', "True"
    ),
    _case("the same, asked", '{"status": "PARKED"}', "callback.status.is_documented", "False"),
    _case(
        "a word with a trailing comma",
        '{"status": "SUCCESS,"}',
        "callback.status",
        "CallbackStatus.SUCCESS",
    ),
    _time("a time in UTC", "2026-03-02T15:30:00Z", "2026-03-02 15:30:00+00:00"),
    _time("a time with an offset", "2026-03-02T15:30:00-08:00", "2026-03-02 15:30:00-08:00"),
    _time("a fraction of any length", "2026-03-02T15:30:00.5Z", "2026-03-02 15:30:00.500000+00:00"),
    _time(
        "beyond microseconds it is cut",
        "2026-03-02T15:30:00.123456789Z",
        "2026-03-02 15:30:00.123456+00:00",
    ),
    _time("lower case", "2026-03-02t15:30:00z", "2026-03-02 15:30:00+00:00"),
    _time("a space for the T", "2026-03-02 15:30:00Z", "2026-03-02 15:30:00+00:00"),
    _time("no offset: it is UTC", "2026-03-02T15:30:00", "2026-03-02 15:30:00+00:00"),
    _time("no seconds", "2026-03-02T15:30Z", "2026-03-02 15:30:00+00:00"),
    _time("a date alone: its first instant", "2026-03-02", "2026-03-02 00:00:00+00:00"),
    _time("a leap second", "2016-12-31T23:59:60Z", "2017-01-01 00:00:00+00:00"),
    _time("the hour 24", "2026-12-31T24:00:00Z", "2027-01-01 00:00:00+00:00"),
    _case("a second name", '{"total_page": 3}', "page.total_pages", "3"),
    _case("the same, written back", '{"total_page": 3}', "page.to_dict()", "{'total_pages': 3}"),
    _case(
        "the first name is null",
        '{"retry_period_time_unit": null, "retry_time_unit": "DAYS"}',
        "entry.retry_period_time_unit",
        "TimeUnit.DAYS",
    ),
    _case(
        "both names: the first counts",
        '{"total_pages": 3, "total_page": 4}',
        "page.to_dict()",
        "{'total_pages': 3, 'total_page': 4}",
    ),
    _case("1.0 for an integer", '{"total": 260.0}', "page.total", "260"),
    _case("a number out of bounds", '{"priority": 11}', "campaign.priority", "11"),
    _case(
        "null in an array",
        '{"_embedded": {"callbacks": [null, {}]}}',
        "page.hal_embedded.callbacks",
        "[Callback()]",
    ),
    _case("a page without items", '{"total": 0}', "page.hal_embedded", "None"),
    _case(
        "a page with no link but its own",
        '{"_links": {"self": {"href": "…"}}}',
        "page.hal_links.next_",
        "None",
    ),
    _case(
        "extra data of any shape",
        '{"record_extra_data": {"tiers": ["gold", null, 1.5]}}',
        'callback.record_extra_data["tiers"]',
        "['gold', None, 1.5]",
    ),
    _case(
        "half of an emoji",
        '{"created_by": "Ada \\ud83d"}',
        "callback.created_by",
        "'Ada \\ud83d'",
    ),
    Case(
        "a byte order mark",
        b'\xef\xbb\xbf{"total": 3}',
        "page.total",
        "3",
        '`EF BB BF`, `{"total": 3}`',
    ),
    Case("UTF-16", '{"total": 3}'.encode("utf-16"), "page.total", "3", '`{"total": 3}` in UTF-16'),
    _case(
        "a wrong type",
        '{"phone_number": 12025550143}',
        "callback",
        "does not fit Callback: expected string at $.phone_number, got number",
    ),
    _case(
        "a wrong type further down",
        '{"_embedded": {"callbacks": [{}, {"exclusive_to_agent": "no"}]}}',
        "page",
        "does not fit Callback: expected boolean at $._embedded.callbacks[1].exclusive_to_agent,"
        " got string",
    ),
    _case(
        "a text that is no time",
        '{"created_at": "yesterday"}',
        "campaign",
        "does not fit Campaign: expected string of format date-time at $.created_at, got string",
    ),
    _case(
        "an array for an object",
        "[]",
        "page",
        "does not fit CallbackPage: expected object at $, got array",
    ),
    _case(
        "HTML",
        "<!DOCTYPE html><title>Maintenance</title>",
        "page",
        "cannot be read: expected JSON at $, got a body that looks like HTML or XML",
    ),
    Case(
        "nothing",
        "",
        "page",
        "cannot be read: expected JSON at $, got an empty body",
        "an empty body",
    ),
    _case(
        "half of a reply",
        '{"total": 26',
        "page",
        "cannot be read: expected JSON at $, got a body that is not JSON",
    ),
    _case(
        "a number that JSON does not have",
        '{"total": NaN}',
        "page",
        "cannot be read: expected JSON at $, got a body that is not JSON",
    ),
    Case(
        "objects in objects without end",
        _DEEP,
        "page",
        "cannot be read: expected JSON at $, got a body that is nested more deeply than Python can"
        " follow",
        '`{"x": {"x": {"x": …`',
    ),
)


def is_refused(case: Case) -> bool:
    """Whether the body is not read at all."""
    return case.expression in _VARIABLES


def outcome(case: Case) -> str:
    """Read the case's body with the client, and return what the user gets as the table shows it."""
    variable = case.expression.partition(".")[0]
    try:
        read = case.model.from_json(case.body)
    except ResponseDecodeError as error:
        # What every such text begins with and ends in is the same in all rows.
        told, _, _ = str(error).removeprefix("the data ").partition(". ")
        return told
    # The expressions are those above, for which the documentation needs the very words.
    return _shown(eval(case.expression, {}, {variable: read}))  # noqa: S307 - our own table


def _shown(value: object) -> str:
    """Write a value; times and enums as one would write them in code or to a person."""
    match value:
        case datetime():
            return str(value)
        case Enum():
            name = type(value).__name__
            known = value in list(type(value))
            return f"{name}.{value.name}" if known else f"{name}({value.value!r})"
        case _:
            return repr(value)


def table() -> str:
    """Return the table of the documentation, in Markdown."""
    lines = ["| what the server sends | for example | what you get |", "|---|---|---|"]
    for case in CASES:
        sent = case.sent or f"`{case.body.decode()}`"
        got = (
            f"`ResponseDecodeError`: {case.result}"
            if is_refused(case)
            else (f"`{case.expression}` is `{case.result}`")
        )
        lines.append(f"| {case.title} | {sent} | {got} |")
    return "\n".join(lines) + "\n"


def with_table(text: str) -> str:
    """Return the page with the table between its two marks.

    Raises:
        ValueError: A mark is missing.
    """
    start = text.index(_START) + len(_START)
    return f"{text[:start]}\n{table()}\n{text[text.index(_END, start) :]}"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text("utf-8")), "utf-8")
