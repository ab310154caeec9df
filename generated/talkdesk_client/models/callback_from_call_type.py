# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CallbackFromCallType`."""

from talkdesk_core import enums as _enums

__all__ = ["CallbackFromCallType"]


class CallbackFromCallType(_enums.OpenStrEnum):
    """Kind of call that a callback came from. Source: callback-query, line 116, row 21.
    Erratum A-18 (high confidence).
    """

    INBOUND = "INBOUND"
    MANUAL_OUTBOUND = "MANUAL_OUTBOUND"
    PROACTIVE_OUTBOUND = "PROACTIVE_OUTBOUND"
    API = "API"
