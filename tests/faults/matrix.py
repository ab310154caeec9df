"""All faults, under their titles."""

from __future__ import annotations

from tests.faults.fault import Fault
from tests.faults.rows import (
    bodies,
    connections,
    encodings,
    listings,
    replies,
    sizes,
    statuses,
    tokens,
    waiting,
    writing,
)

__all__ = ["FAULTS", "SECTIONS"]

SECTIONS: tuple[tuple[str, tuple[Fault, ...]], ...] = (
    (connections.TITLE, connections.FAULTS),
    (replies.TITLE, replies.FAULTS),
    (sizes.TITLE, sizes.FAULTS),
    (encodings.TITLE, encodings.FAULTS),
    (statuses.TITLE, statuses.FAULTS),
    (waiting.TITLE, waiting.FAULTS),
    (bodies.TITLE, bodies.FAULTS),
    (tokens.TITLE, tokens.FAULTS),
    (listings.TITLE, listings.FAULTS),
    (writing.TITLE, writing.FAULTS),
)
"""Titles and the faults below them, in the order of the documentation."""

FAULTS = tuple(fault for _, faults in SECTIONS for fault in faults)
