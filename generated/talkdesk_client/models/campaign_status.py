# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CampaignStatus`."""

from talkdesk_core import enums as _enums

__all__ = ["CampaignStatus"]


class CampaignStatus(_enums.OpenStrEnum):
    """Where a campaign stands. Source: campaign-details, line 15."""

    INCOMPLETE = "INCOMPLETE"
    READY = "READY"
    RUNNING = "RUNNING"
    PAUSED = "PAUSED"
