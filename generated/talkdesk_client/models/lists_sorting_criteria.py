# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `ListsSortingCriteria`."""

from talkdesk_core import enums as _enums

__all__ = ["ListsSortingCriteria"]


class ListsSortingCriteria(_enums.OpenStrEnum):
    """Order in which the records of the lists are taken. Source: campaign-details, line 17,
    row 10.
    """

    FIFO = "FIFO"
    LIFO = "LIFO"
