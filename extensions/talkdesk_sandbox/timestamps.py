"""Times on the wire: RFC 3339 text in, milliseconds since 1970 inside, RFC 3339 text out."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

MILLISECONDS_A_DAY: Final = 86_400_000
_DAY_OF_1970: Final = date(1970, 1, 1).toordinal()
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_TIME: Final = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]"
    r"(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9]|60)"
    r"(?:\.(?P<fraction>[0-9]+))?"
    r"(?:[Zz]|(?P<sign>[+-])(?P<hours>[01][0-9]|2[0-3]):(?P<minutes>[0-5][0-9]))"
)


@dataclass(frozen=True, slots=True)
class Interval:
    """The milliseconds m with ``start`` <= m < ``end``, counted from 1970 in UTC."""

    start: int
    end: int


def day_start(year: int, month: int, day: int) -> int:
    """Return the first millisecond of a UTC day.

    Raises:
        ValueError: There is no such day.
    """
    return (date(year, month, day).toordinal() - _DAY_OF_1970) * MILLISECONDS_A_DAY


def parse_date(text: str) -> Interval | None:
    """Return the UTC day that a full-date of RFC 3339 names, or None if it is no such date."""
    if not _DATE.fullmatch(text):
        return None
    try:
        start = day_start(int(text[:4]), int(text[5:7]), int(text[8:10]))
    except ValueError:
        return None
    return Interval(start, start + MILLISECONDS_A_DAY)


def parse_date_time(text: str) -> Interval | None:
    """Return the millisecond that a date-time of RFC 3339 section 5.6 names, or None.

    Digits finer than a millisecond, unless zero, give an empty interval that ends after the
    millisecond they fall in: nothing stored equals such an instant, but earlier is still earlier.
    A leap second (only at 23:59:60 UTC) is taken as the instant after it.
    """
    match = _DATE_TIME.fullmatch(text)
    if match is None:
        return None
    day = parse_date(match["date"])
    if day is None:
        return None
    minutes = int(match["hour"]) * 60 + int(match["minute"])
    if match["sign"]:
        offset = int(match["hours"]) * 60 + int(match["minutes"])
        minutes -= offset if match["sign"] == "+" else -offset
    if match["second"] == "60" and minutes % 1440 != 1439:
        return None
    fraction = match["fraction"] or ""
    milliseconds = int(fraction[:3].ljust(3, "0"))
    start = day.start + (minutes * 60 + int(match["second"])) * 1000 + milliseconds
    return Interval(start + 1 if fraction[3:].strip("0") else start, start + 1)


def date_time_text(milliseconds: int, *, always_fraction: bool = False) -> str:
    """Return an RFC 3339 date-time in UTC with ``Z``.

    Args:
        milliseconds: Time since 1970, in years 1 to 9999.
        always_fraction: Write ``.000`` too; the vendor's examples have both ways.
    """
    days, rest = divmod(milliseconds, MILLISECONDS_A_DAY)
    seconds, thousandths = divmod(rest, 1000)
    fraction = f".{thousandths:03d}" if thousandths or always_fraction else ""
    day = date.fromordinal(days + _DAY_OF_1970)
    return (
        f"{day.isoformat()}T{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        f"{fraction}Z"
    )
