"""Writers of times."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from talkdesk_core.errors import ArgumentError
from talkdesk_core.timestamps import instant, rfc_3339
from talkdesk_core.writing.protocol import Writer

__all__ = ["Day", "Moment"]

# RFC 3339 section 5.6: full-date, or date-time with its offset taken as optional, so that its
# absence can be told. A blank in place of T, which its note mentions, is not for the wire.
_RFC_3339 = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"(?P<time>[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?"
    r"(?P<offset>[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?)?"
)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Moment(Writer):
    """A date-time: an aware datetime, or a string by RFC 3339 section 5.6 with its offset.

    Attributes:
        dates: Whether a date alone, as a `date` or a string, is allowed too.
    """

    dates: bool = False

    def write(self, place: str, value: object) -> str:
        """Return a datetime by RFC 3339 in UTC, and a string as given."""
        if isinstance(value, str):
            return self._string(place, str.__str__(value))
        if isinstance(value, datetime):
            if value.tzinfo is None or value.utcoffset() is None:
                problem = "takes an aware datetime; say which zone, as in datetime(..., tzinfo=UTC)"
                raise ArgumentError(place, problem)
            with suppress(ValueError):
                return rfc_3339(value)
            raise ArgumentError(place, "takes a datetime from year 1 to 9999 in UTC")
        if self.dates:
            if isinstance(value, date):
                return value.isoformat()
            raise ArgumentError.wrong_type(
                place, "a date, an aware datetime or a string by RFC 3339", value
            )
        if isinstance(value, date):
            raise ArgumentError(place, "takes an aware datetime, not a date without its time")
        raise ArgumentError.wrong_type(place, "an aware datetime or a string by RFC 3339", value)

    def load(self, place: str, value: object) -> date | str:
        """Return the datetime or date; a string that is none in UTC from year 1 to 9999 stays."""
        text = self.write(place, value)
        if isinstance(value, date):
            return value
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
        moment = instant(text)
        try:
            rfc_3339(moment)
        except ValueError:
            return text
        return moment

    def _string(self, place: str, text: str) -> str:
        found = _RFC_3339.fullmatch(text)
        if found is not None and found["time"] and not found["offset"]:
            problem = "takes a date-time with its offset, such as 2026-03-02T15:00:00Z"
            raise ArgumentError(place, problem)
        if found is not None and not found["time"] and not self.dates:
            problem = "takes a date-time, such as 2026-03-02T15:00:00Z, not a date without its time"
            raise ArgumentError(place, problem)
        if found is not None:
            with suppress(ValueError):
                instant(text)  # the calendar decides, for example on February 29th
                return text
        if self.dates:
            problem = "a date or date-time by RFC 3339, such as 2026-03-02 or 2026-03-02T15:00:00Z"
        else:
            problem = "a date-time by RFC 3339, such as 2026-03-02T15:00:00Z"
        raise ArgumentError(place, f"takes {problem}")


@dataclass(frozen=True, slots=True)
class Day(Writer):
    """A date without a time: a `date`, or a string such as ``2026-03-02``."""

    def write(self, place: str, value: object) -> str:
        """Return the date by RFC 3339."""
        return self.load(place, value).isoformat()

    def load(self, place: str, value: object) -> date:
        """Return the date."""
        if isinstance(value, datetime):
            raise ArgumentError(place, "takes a date, not a datetime; give its date()")
        if isinstance(value, date):
            return value
        if not isinstance(value, str):
            raise ArgumentError.wrong_type(place, "a date or a string by RFC 3339", value)
        text = str.__str__(value)
        if _DAY.fullmatch(text):
            with suppress(ValueError):
                return date.fromisoformat(text)
        raise ArgumentError(place, "takes a date by RFC 3339, such as 2026-03-02")
