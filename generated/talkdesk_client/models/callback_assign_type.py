# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CallbackAssignType`."""

from talkdesk_core import enums as _enums

__all__ = ["CallbackAssignType"]


class CallbackAssignType(_enums.OpenStrEnum):
    """Who is to take a callback. Source: callback-query, line 107, row 20. Erratum A-17 (high
    confidence).
    """

    MYSELF_ONLY = "MYSELF_ONLY"
    SPECIFIC_AGENT = "SPECIFIC_AGENT"
    SPECIFIC_RING_GROUP = "SPECIFIC_RING_GROUP"
    MYSELF_IF_AVAILABLE = "MYSELF_IF_AVAILABLE"
    ANY_ELIGIBLE_AGENT = "ANY_ELIGIBLE_AGENT"
    SPECIFIC_QUEUE = "SPECIFIC_QUEUE"
