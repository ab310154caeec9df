"""The overlay engine: OpenAPI Overlay 1.0 and 1.1, strictly.

`read_overlay` turns a file into a typed `Overlay`, `apply_overlays` turns a document and overlays
into a new document, `apply_actions` does so step by step. What the specification leaves to succeed
in silence (a target that matches nothing, an `update` that `remove` makes idle) is an error here:
an overlay corrects a document, and a correction that does nothing is either wrong or no longer
needed.
"""

from generator.overlay.applying import apply_actions, apply_overlays
from generator.overlay.model import Action, Overlay, OverlayVersion
from generator.overlay.reading import parse_overlay, read_overlay

__all__ = [
    "Action",
    "Overlay",
    "OverlayVersion",
    "apply_actions",
    "apply_overlays",
    "parse_overlay",
    "read_overlay",
]
