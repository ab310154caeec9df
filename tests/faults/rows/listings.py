"""Listings of several pages, and clocks that jump while they are read."""

from __future__ import annotations

from talkdesk_core.errors import APIConnectionError, PaginationError
from tests.faults.fault import Fault, Gives, Raises
from tests.faults.rows.shapes import THREE_WAITS
from tests.faults.steps import FINE, RESET, Fine, Script, Send, SetWall, always, once
from tests.faults.wire_text import COOKIE, ELSEWHERE, error, html, http, page

__all__ = ["FAULTS", "TITLE"]

TITLE = "Listings and clocks"

_ALL = Gives(("cb-1", "cb-2", "cb-3", "cb-4", "cb-5"))
_DAY = 86_400.0
_ENDLESS = page(following="/schedule-callbacks?page=2").replace(b"total", b"sum")

FAULTS = (
    Fault(name="nothing goes wrong", call="list", gets=_ALL, requests=3),
    Fault(
        name="503 on page 2",
        api=once(FINE, error("503 Later")),
        call="list",
        gets=_ALL,
        requests=4,
        seconds=0.5,
    ),
    Fault(
        name="each page fails once",
        api=once(html("502 a"), FINE, (RESET,), FINE, error("500 b"), FINE),
        call="list",
        gets=_ALL,
        requests=6,
        seconds=1.5,
        note="each page is a call with its own attempts and budget",
    ),
    Fault(
        name="the connection is reset from page 2 on",
        api=Script((FINE, (RESET,)), repeats=True),
        call="list",
        gets=Raises(APIConnectionError, {"attempts": 4}),
        requests=5,
        seconds=THREE_WAITS,
        note="the items of page 1 have been handed out",
    ),
    Fault(
        name="links to the next page lead to another host",
        api=once(
            *(
                (Send(http("200 OK", page(number, following=f"{ELSEWHERE}/x?page=9"))),)
                for number in (1, 2)
            )
        ),
        call="list",
        gets=_ALL,
        requests=3,
        note="pages are asked for by number; no link is followed",
    ),
    Fault(
        name="each page is the first, and leads on",
        api=always((Send(http("200 OK", _ENDLESS)),)),
        call="list",
        gets=Raises(PaginationError),
        requests=2,
        note="it would never end",
    ),
    Fault(
        name="cookies on every page",
        api=once(*((Send(http("200 OK", page(n), f"Set-Cookie: s={COOKIE}")),) for n in (1, 2))),
        call="list",
        gets=_ALL,
        requests=3,
        note="no request carries them",
    ),
    Fault(
        name="the clock on the wall is put back by a day, then forward by two",
        api=once((Fine(), SetWall(-_DAY)), (Fine(), SetWall(2 * _DAY))),
        call="list",
        gets=_ALL,
        requests=3,
        note="lifetimes and waits are measured by the clock that never jumps",
    ),
    Fault(
        name="the clock on the wall jumps during a wait",
        api=once((SetWall(_DAY), *error("503 Later", "Retry-After: 7"))),
        call="list",
        gets=_ALL,
        requests=4,
        seconds=7,
    ),
)
