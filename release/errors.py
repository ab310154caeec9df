"""What can go wrong on the way to a release."""

from __future__ import annotations

__all__ = ["ReleaseError"]


class ReleaseError(Exception):
    """A release cannot be made as asked. Its text is the whole message of the command line.

    It says what happened, where, and what to try; a list of files follows, one a line.
    """
