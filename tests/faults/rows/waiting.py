"""Servers that ask the client to wait."""

from __future__ import annotations

from collections.abc import Iterator

from talkdesk_core.errors import RateLimitError, ServerError
from tests.faults.fault import Fault, Raises
from tests.faults.rows.shapes import PAGE
from tests.faults.steps import always, once
from tests.faults.wire_text import error

__all__ = ["FAULTS", "TITLE"]

TITLE = "Retry-After and 429"

# The seconds that the client waits before the second attempt. 0.5 is what it waits by itself.
_SPELLINGS = (
    ("as seconds", "7", 7.0),
    ("as seconds with a fraction", "7.5", 7.5),
    ("as a date", "Mon, 02 Mar 2026 12:00:07 GMT", 7.0),
    ("as a date of RFC 850", "Monday, 02-Mar-26 12:00:07 GMT", 7.0),
    ("as a date of C's asctime", "Mon Mar  2 12:00:07 2026", 7.0),
    ("as a date in another zone", "Mon, 02 Mar 2026 14:00:07 +0200", 7.0),
    ("as a date in the past", "Sun, 01 Mar 2026 12:00:00 GMT", 0.5),
    ("as 0", "0", 0.5),
    ("below 0", "-7", 0.5),
    ("in words", "a while", 0.5),
    ("without end", "inf", 0.5),
    ("as nothing", "", 0.5),
    ("of exactly a minute, which is the most", "60", 60.0),
)


def _spelled() -> Iterator[Fault]:
    for words, value, seconds in _SPELLINGS:
        yield Fault(
            name=f"503 with Retry-After {words}",
            api=once(error("503 Later", f"Retry-After: {value}")),
            gets=PAGE,
            requests=2,
            seconds=seconds,
            note=f"`{value}`: it waits {seconds:g} s" if value else "",
        )


def _too_long() -> Iterator[Fault]:
    for words, value, seconds in (
        ("of more than a minute", "61", 61.0),
        ("of a day, as a date", "Tue, 03 Mar 2026 12:00:00 GMT", 86400.0),
        ("of 300 years", "9999999999", 9999999999.0),
    ):
        yield Fault(
            name=f"503 with Retry-After {words}",
            api=always(error("503 Later", f"Retry-After: {value}")),
            gets=Raises(ServerError, {"retry_after": seconds, "attempts": 1}),
            note="waiting for that is the caller's decision",
        )


FAULTS = (
    *_spelled(),
    *_too_long(),
    Fault(
        name="503 with Retry-After 50, always",
        api=always(error("503 Later", "Retry-After: 50")),
        gets=Raises(ServerError, {"retry_after": 50.0, "attempts": 3}),
        requests=3,
        seconds=100,
        note="a third wait would go beyond the budget",
    ),
    Fault(
        name="429, once",
        api=once(error("429 Slow Down")),
        gets=PAGE,
        requests=2,
        # The brake allows one request in 2 s after a single request.
        seconds=(0.5, 3.0),
        note="the whole client slows down, and recovers in the course of half a minute",
    ),
    Fault(
        name="429 with Retry-After, once",
        api=once(error("429 Slow Down", "Retry-After: 7")),
        gets=PAGE,
        requests=2,
        seconds=7,
    ),
    Fault(
        name="429, always",
        api=always(error("429 Slow Down")),
        gets=Raises(RateLimitError, {"retry_after": None, "attempts": 4, "code": "1010101"}),
        requests=4,
        seconds=(3.5, 60),
    ),
    Fault(
        name="429 with Retry-After 3, always",
        api=always(error("429 Slow Down", "Retry-After: 3")),
        gets=Raises(RateLimitError, {"retry_after": 3.0, "attempts": 4}),
        requests=4,
        seconds=(9, 60),
    ),
    Fault(
        name="429 with Retry-After of an hour",
        api=always(error("429 Slow Down", "Retry-After: 3600")),
        gets=Raises(RateLimitError, {"retry_after": 3600.0, "attempts": 1}),
        note="other calls of this client wait for it too, for five minutes at most",
    ),
)
