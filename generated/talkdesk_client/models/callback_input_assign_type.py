# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CallbackInputAssignType`."""

from talkdesk_core import enums as _enums

__all__ = ["CallbackInputAssignType"]


class CallbackInputAssignType(_enums.OpenStrEnum):
    """Who is to take a new callback. Unverified (medium confidence): The words come from the
    vendor's bundle alone. Source: bundle.
    """

    MYSELF_ONLY = "MYSELF_ONLY"
    SPECIFIC_AGENT = "SPECIFIC_AGENT"
    SPECIFIC_QUEUE = "SPECIFIC_QUEUE"
    MYSELF_IF_AVAILABLE = "MYSELF_IF_AVAILABLE"
    ANY_ELIGIBLE_AGENT = "ANY_ELIGIBLE_AGENT"
