"""From the canonical document and the overlays to the effective document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.documents import read_document
from generator.errors import GeneratorError
from generator.overlay import apply_overlays, read_overlay

if TYPE_CHECKING:
    from generator.json_data import JsonObject
    from generator.layout import Layout
    from generator.overlay import Overlay

__all__ = ["Documents", "read_documents"]


@dataclass(frozen=True, slots=True)
class Documents:
    """The document in its two states, and what leads from one to the other.

    Attributes:
        canonical: What the pages state.
        overlays: The corrections and names, in order.
        effective: The canonical document with every overlay applied.
    """

    canonical: JsonObject
    overlays: list[Overlay]
    effective: JsonObject


def read_documents(layout: Layout) -> Documents:
    """Read the canonical document and apply every overlay to a copy of it.

    Raises:
        DocumentError: The document or an overlay cannot be read.
        OverlayError: An action does not apply.
        GeneratorError: Something else lies among the overlays, and would be left out.
    """
    for path in layout.stray_overlays:
        raise GeneratorError(f"{path}: overlays/ holds .yaml, .yml and .json files; this is none")
    canonical = read_document(layout.canonical)
    overlays = [read_overlay(path) for path in layout.overlays]
    return Documents(canonical, overlays, apply_overlays(canonical, overlays))
