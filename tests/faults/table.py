"""`python -m tests.faults.table` writes the table of `docs/reliability.md` from the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.faults.calls import CALLS
from tests.faults.fault import Fault, Gives
from tests.faults.matrix import SECTIONS

__all__ = ["PAGE", "table", "with_table"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reliability.md"
_START, _END = "<!-- faults -->\n", "<!-- end of faults -->\n"
_SHOWN = ("status_code", "may_have_arrived", "retry_after", "limit", "path", "got")
"""Attributes whose values tell a reader something that the other columns do not."""


def table() -> str:
    """Return the tables of the documentation, one for each title, in Markdown."""
    return "\n".join(line for title, faults in SECTIONS for line in _section(title, faults)) + "\n"


def _section(title: str, faults: tuple[Fault, ...]) -> Iterator[str]:
    yield f"### {title}\n"
    yield "| what goes wrong | what the caller gets | requests | seconds | note |"
    yield "|---|---|---|---|---|"
    for fault in faults:
        cells = (fault.name, _outcome(fault), _requests(fault), _seconds(fault), _note(fault))
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _outcome(fault: Fault) -> str:
    gets = fault.gets
    if isinstance(gets, Gives):
        return "the result"
    given = ((name, gets.attributes.get(name)) for name in _SHOWN)
    # For a GET it makes no difference whether it arrived.
    shown = [
        f"`{name}` {_value(value)}"
        for name, value in given
        if value is not None and (value is not True or "method" in gets.attributes)
    ]
    return ", ".join([f"`{gets.error.__name__}`", *shown])


def _value(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _requests(fault: Fault) -> str:
    tokens = "" if fault.token_requests == _usual(fault) else f" (tokens: {fault.token_requests})"
    return f"{fault.requests}{tokens}"


def _usual(fault: Fault) -> int:
    return 0 if fault.static_token else 1


def _seconds(fault: Fault) -> str:
    if isinstance(fault.seconds, tuple):
        least, most = fault.seconds
        return f"{least:g} to {most:g}"
    return f"{fault.seconds:g}"


def _note(fault: Fault) -> str:
    call = "" if fault.call == "page" else f"`{CALLS[fault.call].text}`"
    return "; ".join(part for part in (call, fault.note) if part)


def with_table(text: str) -> str:
    """Return the page with the tables between its two marks.

    Raises:
        ValueError: A mark is missing.
    """
    start = text.index(_START) + len(_START)
    return f"{text[:start]}\n{table()}\n{text[text.index(_END, start) :]}"


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text("utf-8")), "utf-8")
