# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `StrategyType`."""

from talkdesk_core import enums as _enums

__all__ = ["StrategyType"]


class StrategyType(_enums.OpenStrEnum):
    """How records are dialed. Source: campaign-details, line 17, row 2."""

    AUTOMATIC = "AUTOMATIC"
    MANUAL = "MANUAL"
