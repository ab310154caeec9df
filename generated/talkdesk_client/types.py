# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""UNSET, which marks an argument that was not given, and its type."""

from talkdesk_core.unset import UNSET, Unset

__all__ = ["UNSET", "Unset"]
