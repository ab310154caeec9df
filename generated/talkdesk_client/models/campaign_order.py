# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CampaignOrder`."""

from talkdesk_core import enums as _enums

__all__ = ["CampaignOrder"]


class CampaignOrder(_enums.OpenStrEnum):
    """Member to sort campaigns by; upwards unless it ends in desc. Unverified (medium
    confidence): No page that we have seen describes it. Source: bundle.
    """

    CREATED_AT = "created_at"
    CREATED_ATASC = "created_at:asc"
    CREATED_ATDESC = "created_at:desc"
    NAME = "name"
    NAMEASC = "name:asc"
    NAMEDESC = "name:desc"
    DIALING_MODE = "dialing_mode"
    DIALING_MODEASC = "dialing_mode:asc"
    DIALING_MODEDESC = "dialing_mode:desc"
    PRIORITY = "priority"
    PRIORITYASC = "priority:asc"
    PRIORITYDESC = "priority:desc"
