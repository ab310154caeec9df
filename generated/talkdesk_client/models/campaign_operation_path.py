# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CampaignOperationPath`."""

from talkdesk_core import enums as _enums

__all__ = ["CampaignOperationPath"]


class CampaignOperationPath(_enums.OpenStrEnum):
    """Member of a campaign that can be changed. Source: campaign-patch."""

    STATUS = "status"
    NAME = "name"
    PRIORITY = "priority"
