# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `DialingMode`."""

from talkdesk_core.enums import OpenStrEnum

__all__ = ["DialingMode"]


class DialingMode(OpenStrEnum):
    """How a campaign dials. Source: campaign-details, line 11."""

    PREDICTIVE = "PREDICTIVE"
    PREVIEW = "PREVIEW"
