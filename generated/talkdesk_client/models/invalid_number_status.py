# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `InvalidNumberStatus`."""

from talkdesk_core import enums as _enums

__all__ = ["InvalidNumberStatus"]


class InvalidNumberStatus(_enums.OpenStrEnum):
    """What can follow an invalid number. Source: campaign-create; bundle."""

    FINAL = "FINAL"
