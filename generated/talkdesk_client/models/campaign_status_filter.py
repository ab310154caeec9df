# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CampaignStatusFilter`."""

from talkdesk_core import enums as _enums

__all__ = ["CampaignStatusFilter"]


class CampaignStatusFilter(_enums.OpenStrEnum):
    """Where a campaign stands, as requests spell it. Unverified (medium confidence): No page
    that we have seen describes it. Source: bundle.
    """

    INCOMPLETE = "incomplete"
    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
