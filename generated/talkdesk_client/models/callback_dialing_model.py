# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CallbackDialingModel`."""

from talkdesk_core import enums as _enums

__all__ = ["CallbackDialingModel"]


class CallbackDialingModel(_enums.OpenStrEnum):
    """How a callback is dialed. Source: callback-query, line 123, row 22."""

    PREDICTIVE = "PREDICTIVE"
    PREVIEW = "PREVIEW"
