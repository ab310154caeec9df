# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `PhoneType`."""

from talkdesk_core import enums as _enums

__all__ = ["PhoneType"]


class PhoneType(_enums.OpenStrEnum):
    """Type of phone. Source: campaign-details, line 17, row 9.1."""

    HOME = "HOME"
    OFFICE = "OFFICE"
    MOBILE = "MOBILE"
    EXTRA_1 = "EXTRA_1"
    EXTRA_2 = "EXTRA_2"
    EXTRA_3 = "EXTRA_3"
