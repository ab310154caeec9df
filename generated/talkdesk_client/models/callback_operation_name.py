# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The enum `CallbackOperationName`."""

from talkdesk_core import enums as _enums

__all__ = ["CallbackOperationName"]


class CallbackOperationName(_enums.OpenStrEnum):
    """What an operation of a patch does. Source: callback-update."""

    REPLACE = "replace"
