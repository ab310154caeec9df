# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CampaignStatus`."""

from talkdesk_core.enums import OpenStrEnum

__all__ = ["CampaignStatus"]


class CampaignStatus(OpenStrEnum):
    """Where a campaign stands. Source: campaign-details, line 15."""

    INCOMPLETE = "INCOMPLETE"
    READY = "READY"
    RUNNING = "RUNNING"
    PAUSED = "PAUSED"
