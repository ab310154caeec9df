"""Times as text: reading them, also second 60 and hour 24, which Python lacks, and writing them."""

import re
from datetime import UTC, datetime, timedelta

__all__ = ["instant", "rfc_3339", "written"]

# A leap second (RFC 3339 section 5.7), and the end of a day as ISO 8601-1:2019 has it. Python takes
# the former never, the latter since 3.14. The date is bounded, so that long texts cost no time.
_LEAP_SECOND = re.compile(r"(.{8,10}[T ][0-9]{2}:?[0-9]{2}:?)60(?:[.,][0-9]+)?(Z|[+-].*)?")
_END_OF_DAY = re.compile(r"(.{8,10}[T ])24(:?00(?::?00(?:[.,]0+)?)?)(Z|[+-].*)?")
_LAST_MINUTE = 59


def instant(text: str) -> datetime:
    """Return the instant that a time by RFC 3339 or ISO 8601 stands for; aware if it has an offset.

    Second 60 of an hour's last minute, and hour 24 of a day, are the instant after them.

    Raises:
        ValueError: It is no time, or lies after the year 9999.
    """
    parsed, ahead = _read(text)
    try:
        return parsed + ahead
    except OverflowError:
        msg = "the instant lies after the year 9999"
        raise ValueError(msg) from None


def written(text: str) -> datetime:
    """Return the same, but of second 60 and hour 24 a time that still has the date as written.

    Raises:
        ValueError: It is no time.
    """
    return _read(text)[0]


def rfc_3339(value: datetime) -> str:
    """Write an aware datetime by RFC 3339, in UTC with `Z`.

    Raises:
        ValueError: In UTC it lies in no year from 1 to 9999.
    """
    try:
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except OverflowError:
        msg = "the instant lies outside of the years 1 to 9999 in UTC"
        raise ValueError(msg) from None


def _read(text: str) -> tuple[datetime, timedelta]:
    """Return a time that Python has, and how much later the one that was written is."""
    text = text.upper()
    found = _LEAP_SECOND.fullmatch(text)
    if found is not None:
        parsed = datetime.fromisoformat(f"{found[1]}59{found[2] or ''}")
        if parsed.minute == _LAST_MINUTE:
            return parsed, timedelta(seconds=1)
        msg = "second 60 is the last of an hour"
        raise ValueError(msg)
    found = _END_OF_DAY.fullmatch(text)
    if found is not None:
        return datetime.fromisoformat(f"{found[1]}00{found[2]}{found[3] or ''}"), timedelta(days=1)
    return datetime.fromisoformat(text), timedelta(0)
