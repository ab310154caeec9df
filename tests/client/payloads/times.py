"""Times: their spellings, and what instant each of them is, by arithmetic of our own.

The client reads times with Python's parser. Tests that did the same would find the same mistakes
right, so the regular expression below knows the spellings, and integers the instants.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from tests.client.payloads.hand import Hand

_DATE = r"(\d{4})-(\d\d)-(\d\d)"
_TIME = r"(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?"
_SPELLING = re.compile(rf"\s*{_DATE}(?:[Tt ]{_TIME}\s*([Zz]|[+-]\d\d:\d\d)?)?\s*", re.ASCII)
_FRACTION_DIGITS = 6
_LEAP_SECOND = 60
_START = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_SECOND = 4_102_444_799  # of the year 2099
_OFFSETS = ("Z", "+00:00", "-00:00", "+01:00", "-08:00", "+05:45", "+14:00", "-12:00")
_EXTREMES = ("0001-01-01T00:00:00Z", "1969-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z")
_ODD_EXTREMES = (
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "0001-01-01",
    "2000-02-29",
    "2016-12-31T23:59:60Z",
    "2017-01-01T00:59:60.5+01:00",
    "2026-12-31T24:00:00Z",
    "2026-12-31T24:00:00",
    "2026-12-31t24:00:00.000-01:00",
)
NO_TIMES = (
    "",
    "soon",
    "15:30",
    "2026",
    "2026-13-01T00:00:00Z",
    "2026-02-30",
    "2026-03-02T25:00:00Z",
    "2026-03-02T15:60:00Z",
    "2026-03-02T15:30:61Z",
    "2026-03-02T15:30:00+",
    "Mon, 02 Mar 2026 15:30:00 GMT",
    "0000-01-01T00:00:00Z",
    "10000-01-01T00:00:00Z",
    "9999-12-31T24:00:00Z",
    "1772465400",
)
"""Strings that are no time in any spelling that is read."""


class NoTimeError(ValueError):
    """A string is no time by the spellings that payloads have."""


def microseconds(text: str) -> int:
    """Return the microseconds from the start of year 1 in UTC; digits beyond them are cut.

    A time without offset is in UTC, a date is its first instant, second 60 and hour 24 are the
    instant after them.

    Raises:
        NoTimeError: The string is no time.
    """
    found = _SPELLING.fullmatch(text)
    if found is None:
        raise NoTimeError
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    digits = "" if second == _LEAP_SECOND else found[7] or ""
    fraction = int(f"{digits}000000"[:_FRACTION_DIGITS])
    seconds = (date(year, month, day).toordinal() * 24 + hour) * 3600 + minute * 60 + second
    return (seconds - _offset(found[8] or "Z")) * 1_000_000 + fraction


def _offset(text: str) -> int:
    """Return an offset in seconds."""
    if text in "Zz":
        return 0
    seconds = int(text[1:3]) * 3600 + int(text[4:6]) * 60
    return -seconds if text[0] == "-" else seconds


def moment(hand: Hand) -> str:
    """Return a time by RFC 3339 section 5.6."""
    if hand.once_in(16):
        return hand.one_of(_EXTREMES)
    stem = (_START + timedelta(seconds=hand.between(0, _LAST_SECOND))).strftime("%Y-%m-%dT%H:%M:%S")
    digits = hand.one_of((0, 0, 3, 1, 6))
    fraction = f".{hand.between(0, 10**digits - 1):0{digits}}" if digits else ""
    return f"{stem}{fraction}{hand.one_of(_OFFSETS)}"


def odd_moment(hand: Hand) -> str:
    """Return a time that RFC 3339 does not know, or that Python does not: all of them are read."""
    text = moment(hand)
    stem, offset = text[:19], re.sub(r"^[.\d]*", "", text[19:])
    match hand.between(0, 7):
        case 0:
            return text.lower()
        case 1:
            return text.replace("T", " ")
        case 2:
            return stem
        case 3:
            return stem[:10]
        case 4:
            return f"{stem}.{hand.between(0, 10**9 - 1):09}{offset}"
        case 5:
            return f"{stem[:16]}{offset}"
        case 6:
            return f" {text} "
        case _:
            return hand.one_of(_ODD_EXTREMES)


def day(hand: Hand) -> str:
    """Return a date by RFC 3339 section 5.6."""
    return moment(hand)[:10]
