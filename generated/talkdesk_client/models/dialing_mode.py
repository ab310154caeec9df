# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `DialingMode`."""

from talkdesk_core import enums as _enums

__all__ = ["DialingMode"]


class DialingMode(_enums.OpenStrEnum):
    """How a campaign dials. Source: campaign-details, line 11."""

    PREDICTIVE = "PREDICTIVE"
    PREVIEW = "PREVIEW"
