# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CampaignOrder`."""

from talkdesk_core import enums as _enums

__all__ = ["CampaignOrder"]


class CampaignOrder(_enums.OpenStrEnum):
    """Member to sort campaigns by; upwards unless it ends in desc. Unverified (medium
    confidence): No page that we have seen describes it. Source: bundle.
    """

    CREATED_AT = "created_at"
    CREATED_AT_ASC = "created_at:asc"
    CREATED_AT_DESC = "created_at:desc"
    NAME = "name"
    NAME_ASC = "name:asc"
    NAME_DESC = "name:desc"
    DIALING_MODE = "dialing_mode"
    DIALING_MODE_ASC = "dialing_mode:asc"
    DIALING_MODE_DESC = "dialing_mode:desc"
    PRIORITY = "priority"
    PRIORITY_ASC = "priority:asc"
    PRIORITY_DESC = "priority:desc"
