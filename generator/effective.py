"""From the canonical document and the overlays to the effective document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.documents import read_document
from generator.overlay import apply_overlays, read_overlay

if TYPE_CHECKING:
    from generator.json_data import JsonObject
    from generator.layout import Layout

__all__ = ["read_effective"]


def read_effective(layout: Layout) -> tuple[JsonObject, JsonObject]:
    """Read the canonical document and apply every overlay to a copy of it.

    Returns:
        The canonical and the effective document.

    Raises:
        DocumentError: The document or an overlay cannot be read.
        OverlayError: An action does not apply.
    """
    canonical = read_document(layout.canonical)
    overlays = [read_overlay(path) for path in layout.overlays]
    return canonical, apply_overlays(canonical, overlays)
