"""Small overlays and their results, for the tests of the engine."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from generator.overlay import apply_overlays, parse_overlay

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

PATH = Path("10-errata.yaml")


def overlay_document(*actions: Json, version: str = "1.1.0") -> JsonObject:
    """Return an overlay document with these actions."""
    return {
        "overlay": version,
        "info": {"title": "Corrections", "version": "1"},
        "actions": list(actions),
    }


def applied(document: JsonObject, *actions: JsonObject, version: str = "1.1.0") -> JsonObject:
    """Return the document after one overlay with these actions."""
    overlay = parse_overlay(overlay_document(*actions, version=version), PATH)
    return apply_overlays(document, [overlay])


def exact(data: Json) -> str:
    """Return text that is equal only for equal values of equal types in equal order.

    `==` alone holds between 1, 1.0 and True, and between objects of another order.
    """
    return json.dumps(data, ensure_ascii=True)


def containers(data: Json) -> list[int]:
    """Return the identity of every array and object, once per place where it stands."""
    if isinstance(data, dict):
        return [id(data), *(one for item in data.values() for one in containers(item))]
    if isinstance(data, list):
        return [id(data), *(one for item in data for one in containers(item))]
    return []
