# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `WeekDay`."""

from talkdesk_core import enums as _enums

__all__ = ["WeekDay"]


class WeekDay(_enums.OpenStrEnum):
    """Day of the week. Source: campaign-details, line 17, row 7.3."""

    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"
