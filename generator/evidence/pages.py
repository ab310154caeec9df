"""Which page a file holds, told by what it states and not by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.evidence.errors import (
    EmptyPageError,
    LoginPageError,
    PageAccessError,
    PageEncodingError,
    PageSyntaxError,
    UnknownPageError,
)
from generator.evidence.html import is_html, text_of_html
from generator.evidence.passages import lines_of, one_line
from generator.evidence.rows import Row, make_rows
from generator.evidence.sections import read_statements

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from generator.evidence.passages import Line
    from generator.evidence.rows import Statement


@dataclass(frozen=True, slots=True)
class _Signature:
    """How a page is recognised, so that an edited copy of it still is.

    Attributes:
        page: The page's name in the evidence.
        scope: The scope of its operation.
        opening: Pattern of the line that names the operation: its title, or method and URL.
        members: Groups of paths of properties. Of each group at least half are on the page; an
            ending is enough, where the way to it starts with the group's key.
    """

    page: str
    scope: str
    opening: re.Pattern[str]
    members: dict[str, frozenset[str]]


_SIGNATURES = (
    _Signature(
        page="callback-query",
        scope="schedule-callbacks:read",
        opening=re.compile(
            r"query callback list and count callback|get \S+/schedule-callbacks/?", re.IGNORECASE
        ),
        members={
            "200.": frozenset({"total", "page", "per_page", "count", "_links", "_embedded"}),
            "200._embedded": frozenset(
                {
                    "callback_id",
                    "interaction_id",
                    "campaign_id",
                    "record_list_id",
                    "time_to_call",
                    "next_time_to_call",
                    "exclusive_to_agent",
                    "assign_type",
                    "from_call_type",
                    "dialing_model",
                }
            ),
        },
    ),
    _Signature(
        page="campaign-details",
        scope="campaigns:read",
        opening=re.compile(r"get \S+/campaigns/?(?:\{[^{}/]+\})?|campaign details", re.IGNORECASE),
        members={
            "200.": frozenset(
                {
                    "id",
                    "name",
                    "dialing_mode",
                    "priority",
                    "run_once",
                    "action_required",
                    "status",
                    "dialing_mode_configuration",
                    "dialing_strategy",
                }
            ),
            "200.dialing_strategy": frozenset(
                {
                    "max_skip_attempts",
                    "strategy_type",
                    "preview_timeout",
                    "max_attempts",
                    "calling_hours",
                    "dispositions",
                    "record_chain",
                    "lists_sorting_criteria",
                }
            ),
        },
    ),
)
_LOGIN = re.compile(r"type\s*=\s*[\"']?password\b", re.IGNORECASE)
_LOGIN_WORDS = (
    re.compile(r"\b(?:log|sign)\s?in\b", re.IGNORECASE),
    re.compile(r"\bpassword\b", re.IGNORECASE),
)
# Bytes of no text: the control characters of C0 but for tab, line feed, form feed and return.
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def read_page(path: Path) -> tuple[Row, ...]:
    """Return the evidence of a saved page, as text or HTML.

    Every line that is not blank belongs to at least one row; what cannot be read is a row of
    the kind `unparsed`. The columns that are completed by hand are empty.

    Raises:
        PageError: The file cannot be read or is none of the known pages. Each reason has a
            subclass in `generator.evidence.errors`.
    """
    return evidence_of(_read(path), path)


def evidence_of(source: str, path: Path) -> tuple[Row, ...]:
    """Return the evidence of a page that is already in memory.

    Args:
        source: Its text or HTML.
        path: What messages call it.

    Raises:
        PageError: As for `read_page`.
    """
    text = source
    if is_html(source):
        try:
            text = text_of_html(source)
        except ValueError as error:
            raise PageSyntaxError(path, f"its HTML cannot be read: {error}") from error
    lines = lines_of(text)
    is_login = _LOGIN.search(source) or all(word.search(text) for word in _LOGIN_WORDS)
    if not lines and not is_login:
        raise EmptyPageError(path, "there is no text in it; save the page again")
    statements = tuple(read_statements(lines))
    page = _recognise(lines, statements)
    if page is None and is_login:
        raise LoginPageError(
            path, "it asks for a password; sign in, open the documentation page, and save that"
        )
    if page is None:
        known = ", ".join(signature.page for signature in _SIGNATURES)
        raise UnknownPageError(
            path, f"it is none of the pages that are known ({known}), by scope, title and members"
        )
    return make_rows(page, statements, [line.number for line in lines])


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PageAccessError(path, f"it cannot be read: {error.strerror or error}") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise PageEncodingError(
            path, f"the bytes from offset {error.start} on are not UTF-8; save the page as UTF-8"
        ) from error
    if found := _BINARY.search(data):
        raise PageEncodingError(
            path, f"the byte at offset {found.start()} belongs to no text; save the page as text"
        )
    return text


def _recognise(lines: Sequence[Line], statements: Sequence[Statement]) -> str | None:
    scopes = {statement.path for statement in statements if statement.kind == "scope"}
    paths = {statement.path for statement in statements if statement.kind == "property"}
    for signature in _SIGNATURES:
        named = signature.scope in scopes or any(
            signature.opening.fullmatch(one_line(line.text)) for line in lines
        )
        if named and all(
            _share(start, names, paths) * 2 >= len(names)
            for start, names in signature.members.items()
        ):
            return signature.page
    return None


def _share(start: str, names: Collection[str], paths: Collection[str]) -> int:
    """Return how many of the names end a path that starts so.

    A start with a dot at its end is the whole way: names further down do not count.
    """
    found: set[str] = set()
    for path in paths:
        way, _, name = path.rpartition(".")
        if f"{way}." == start or (way.startswith(start) and not start.endswith(".")):
            found.add(name)
    return len(found & set(names))


__all__ = ["evidence_of", "read_page"]
