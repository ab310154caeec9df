# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CallbackDialingModel`."""

from talkdesk_core.enums import OpenStrEnum

__all__ = ["CallbackDialingModel"]


class CallbackDialingModel(OpenStrEnum):
    """How a callback is dialed. Source: callback-query, line 123, row 22."""

    PREDICTIVE = "PREDICTIVE"
    PREVIEW = "PREVIEW"
