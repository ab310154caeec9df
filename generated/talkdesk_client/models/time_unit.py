# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `TimeUnit`."""

from talkdesk_core import enums as _enums

__all__ = ["TimeUnit"]


class TimeUnit(_enums.OpenStrEnum):
    """Unit of a period. Source: campaign-details, line 17, row 6; campaign-details, line 17,
    row 8.1.5; campaign-details, line 17, row 8.2.5; campaign-details, line 17, row 8.3.5;
    campaign-details, line 17, row 8.4.5.
    """

    SECONDS = "SECONDS"
    MINUTES = "MINUTES"
    HOURS = "HOURS"
    DAYS = "DAYS"
