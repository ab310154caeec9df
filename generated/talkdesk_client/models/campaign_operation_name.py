# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CampaignOperationName`."""

from talkdesk_core import enums as _enums

__all__ = ["CampaignOperationName"]


class CampaignOperationName(_enums.OpenStrEnum):
    """What a change of a campaign does. Source: campaign-patch."""

    REPLACE = "REPLACE"
