"""Checking and writing the arguments of operations: bad input is refused before anything is sent.

Every function names the argument in its error and says what is allowed. The types are checked here
and not only by type checkers, so values come in as `object`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from urllib.parse import quote

from talkdesk_core.errors import ArgumentError
from talkdesk_core.timestamps import instant
from talkdesk_core.unset import UNSET

__all__ = ["Query", "expand_path"]

# RFC 3339 section 5.6: full-date, or date-time with its offset taken as optional, so that its
# absence can be told. A blank in place of T, which its note mentions, is not for the wire.
_RFC_3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?P<time>[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?"
    r"(?P<offset>[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?)?"
)


def expand_path(template: str, **values: object) -> str:
    """Return a path with each `{name}` replaced by its value, quoted so that it stays one segment.

    Raises:
        ArgumentError: A value is no string or integer, is empty, or would change the path.
    """
    quoted = {name: _segment(name, value) for name, value in values.items()}
    return template.format(**quoted)


def _segment(name: str, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ArgumentError(name, f"takes a string, not {type(value).__name__}")
    segment = str(value)
    # "." and ".." are unreserved, so quoting keeps them, and every URL parser resolves them away.
    if not segment.strip() or segment in {".", ".."}:
        raise ArgumentError(name, "takes an id that is neither empty nor blank, '.' or '..'")
    return quote(segment, safe="")


class Query:
    """The query of one request. Arguments that are UNSET are not sent.

    Attributes:
        sent: Name and value, as they stand on the wire, of every argument that was given.
    """

    __slots__ = ("sent",)

    def __init__(self) -> None:
        self.sent: dict[str, str] = {}

    def text(self, name: str, value: object, *, argument: str | None = None) -> None:
        """Add a string that is not empty."""
        if value is UNSET:
            return
        argument = argument or name
        if not isinstance(value, str):
            raise ArgumentError(argument, _wanted("a string", value))
        if not value:
            raise ArgumentError(
                argument, "takes a string that is not empty; leave it out for no filter"
            )
        # A StrEnum member is written as its value.
        self.sent[name] = str(value)

    def choice(
        self, name: str, value: object, allowed: Iterable[str], *, argument: str | None = None
    ) -> None:
        """Add one of the documented words."""
        if value is UNSET:
            return
        words = [str(word) for word in allowed]
        if not isinstance(value, str) or value not in words:
            raise ArgumentError(argument or name, f"takes one of {', '.join(words)}")
        self.sent[name] = str(value)

    def integer(
        self,
        name: str,
        value: object,
        *,
        argument: str | None = None,
        minimum: float | None = None,
        maximum: float | None = None,
    ) -> None:
        """Add a whole number within its bounds, both inclusive."""
        if value is UNSET:
            return
        argument = argument or name
        if isinstance(value, bool) or not isinstance(value, int):
            raise ArgumentError(argument, _wanted("an integer", value))
        self.number(name, value, argument=argument, minimum=minimum, maximum=maximum)

    def number(
        self,
        name: str,
        value: object,
        *,
        argument: str | None = None,
        minimum: float | None = None,
        maximum: float | None = None,
    ) -> None:
        """Add a number within its bounds, both inclusive."""
        if value is UNSET:
            return
        argument = argument or name
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise ArgumentError(argument, _wanted("a number", value))
        if (minimum is not None and not value >= minimum) or (
            maximum is not None and not value <= maximum
        ):
            raise ArgumentError(argument, f"takes {_range(minimum, maximum)}, not {value}")
        self.sent[name] = str(value)

    def boolean(self, name: str, value: object, *, argument: str | None = None) -> None:
        """Add `true` or `false`."""
        if value is UNSET:
            return
        if not isinstance(value, bool):
            raise ArgumentError(argument or name, _wanted("True or False", value))
        self.sent[name] = "true" if value else "false"

    def moment(self, name: str, value: object, *, argument: str | None = None) -> None:
        """Add a date, or a date-time as RFC 3339 in UTC.

        A `datetime` has to be aware. A string has to be a date or a date-time of RFC 3339 (section
        5.6), which has an offset; it is sent as given.
        """
        if value is UNSET:
            return
        self.sent[name] = _moment(argument or name, value)


def _moment(argument: str, value: object) -> str:
    if isinstance(value, str):
        return _rfc_3339(argument, str(value))
    if isinstance(value, datetime):
        if value.tzinfo is None or value.utcoffset() is None:
            raise ArgumentError(
                argument, "takes an aware datetime; say which zone, as in datetime(..., tzinfo=UTC)"
            )
        try:
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        except OverflowError:
            raise ArgumentError(argument, "takes a datetime from year 1 to 9999 in UTC") from None
    if isinstance(value, date):
        return value.isoformat()
    raise ArgumentError(
        argument, _wanted("a date, an aware datetime or a string by RFC 3339", value)
    )


def _rfc_3339(argument: str, text: str) -> str:
    found = _RFC_3339.fullmatch(text)
    if found is not None and found["time"] and not found["offset"]:
        raise ArgumentError(
            argument, "takes a date-time with its offset, such as 2026-03-02T15:00:00Z"
        )
    try:
        if found is not None:
            instant(text)  # the calendar decides, for example on February 29th
            return text
    except ValueError:
        pass
    raise ArgumentError(
        argument,
        "takes a date or date-time by RFC 3339, such as 2026-03-02 or 2026-03-02T15:00:00Z",
    )


def _wanted(wanted: str, value: object) -> str:
    # The value itself may be a phone number or a name, so only its type is told.
    advice = "; leave the argument out instead" if value is None else ""
    return f"takes {wanted}, not {type(value).__name__}{advice}"


def _range(minimum: float | None, maximum: float | None) -> str:
    if minimum is None:
        return f"at most {maximum}"
    if maximum is None:
        return f"at least {minimum}"
    return f"{minimum} to {maximum}"
