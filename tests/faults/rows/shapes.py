"""The usual ways in which a fault ends."""

from __future__ import annotations

from talkdesk_core.errors import APIConnectionError
from tests.faults.fault import Fault, Gives, Outcome, Raises
from tests.faults.steps import Reply, always, once

__all__ = ["BROKEN", "PAGE", "THREE_WAITS", "final", "recovers", "stays"]

PAGE = Gives(("cb-1", "cb-2"))
"""What the call of most faults gives."""
BROKEN = Raises(APIConnectionError, {"may_have_arrived": True, "attempts": 4})
"""What comes of a reply that breaks whenever it is asked for."""
THREE_WAITS = 0.5 + 1.0 + 2.0
"""The seconds before the second, third and fourth attempt, where the draw is the longest."""


def final(name: str, reply: Reply, gets: Outcome, *, call: str = "page", note: str = "") -> Fault:
    """Return a fault whose first reply decides."""
    return Fault(name=name, api=always(reply), gets=gets, call=call, note=note)


def stays(name: str, reply: Reply, gets: Outcome = BROKEN, *, note: str = "") -> Fault:
    """Return a fault that may pass but does not."""
    return Fault(
        name=name, api=always(reply), gets=gets, requests=4, seconds=THREE_WAITS, note=note
    )


def recovers(name: str, *replies: Reply, note: str = "") -> Fault:
    """Return a fault that is over after some replies."""
    waits = (0.0, 0.5, 1.5, 3.5)
    return Fault(
        name=name,
        api=once(*replies),
        gets=PAGE,
        requests=len(replies) + 1,
        seconds=waits[len(replies)],
        note=note,
    )
