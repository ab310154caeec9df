# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CallbackStatus`."""

from talkdesk_core import enums as _enums

__all__ = ["CallbackStatus"]


class CallbackStatus(_enums.OpenStrEnum):
    """Where a callback stands. Source: callback-query, line 98, row 19."""

    UNATTEMPTED = "UNATTEMPTED"
    TO_BE_RETRIED = "TO_BE_RETRIED"
    EXHAUSTED = "EXHAUSTED"
    SUCCESS = "SUCCESS"
    CANCELED = "CANCELED"
    INVALID_NUMBER = "INVALID_NUMBER"
