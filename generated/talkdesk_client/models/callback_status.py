# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CallbackStatus`."""

from talkdesk_core.enums import OpenStrEnum

__all__ = ["CallbackStatus"]


class CallbackStatus(OpenStrEnum):
    """Where a callback stands. Source: callback-query, line 98, row 19."""

    UNATTEMPTED = "UNATTEMPTED"
    TO_BE_RETRIED = "TO_BE_RETRIED"
    EXHAUSTED = "EXHAUSTED"
    SUCCESS = "SUCCESS"
    CANCELED = "CANCELED"
    INVALID_NUMBER = "INVALID_NUMBER"
