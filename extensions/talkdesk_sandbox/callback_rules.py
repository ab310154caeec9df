"""What is asked of a callback that is scheduled or changed, beyond what the document can say."""

from collections.abc import Mapping
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from talkdesk_sandbox.timestamps import day_start, parse_date_time

INSTANT_RULE: Final = "a date-time of RFC 3339 with an offset, such as 2026-03-02T15:00:00Z"
"""What is held against a time that is none."""
ZONE_RULE: Final = "the IANA name of a time zone, such as Europe/Lisbon"
"""What is held against the name of no time zone."""

_FIRST_INSTANT: Final = day_start(1, 1, 1)
_LAST_INSTANT: Final = day_start(9999, 12, 31) + 86_399_999
_NEEDED_LISTS: Final = {
    "SPECIFIC_AGENT": "agents",
    "SPECIFIC_QUEUE": "queues",
    "SPECIFIC_RING_GROUP": "ring_groups",
}


def instant(value: object) -> int | None:
    """Return the milliseconds since 1970 of a date-time, or None for what is no such text.

    Finer digits are dropped. In UTC the time must lie in the years 1 to 9999.
    """
    interval = parse_date_time(value) if isinstance(value, str) else None
    if interval is None:
        return None
    milliseconds = interval.end - 1
    return milliseconds if _FIRST_INSTANT <= milliseconds <= _LAST_INSTANT else None


def is_zone(value: object) -> bool:
    """Return whether a value is the IANA name of a time zone."""
    return isinstance(value, str) and value in _zones()


def lacking_list(assign_type: object, callback: Mapping[str, object]) -> str | None:
    """Return the list that an assign type needs and a callback lacks or has empty, or None."""
    needed = _NEEDED_LISTS.get(str(assign_type))
    return None if needed is None or callback.get(needed) else needed


@cache
def _zones() -> frozenset[str]:
    """Return every known name: they are looked up on disk, once."""
    return frozenset(available_timezones())
