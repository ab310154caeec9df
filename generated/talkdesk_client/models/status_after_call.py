# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `StatusAfterCall`."""

from talkdesk_core import enums as _enums

__all__ = ["StatusAfterCall"]


class StatusAfterCall(_enums.OpenStrEnum):
    """Whether a record is called again after a result. Source: campaign-details, line 17, row
    8.1.1; campaign-details, line 17, row 8.2.1; campaign-details, line 17, row 8.3.1;
    campaign-details, line 17, row 8.4.1; campaign-details, line 17, row 8.5.1.
    """

    FINAL = "FINAL"
    RETRY = "RETRY"
