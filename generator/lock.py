"""lock.json: what the generated files were made from, so that a stale one is noticed."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from typing import TYPE_CHECKING

from generator.navigation import as_object

if TYPE_CHECKING:
    from pathlib import Path

    from generator.json_data import Json, JsonObject
    from generator.layout import Layout

# Those whose version changes the bytes that are written.
TOOLS = ("openapi-python-client", "datamodel-code-generator", "ruff")

__all__ = ["changed_inputs", "lock_inputs", "make_lock"]


def make_lock(layout: Layout, effective: JsonObject) -> JsonObject:
    """Return the document's version and everything that the generated files were made from."""
    version_of_document = as_object(effective.get("info")).get("version")
    return {"document": {"version": version_of_document}, **lock_inputs(layout)}


def lock_inputs(layout: Layout) -> JsonObject:
    """Return the SHA-256 of every input by its path, and the versions of the tools."""
    inputs: dict[str, Json] = {
        path.relative_to(layout.root).as_posix(): _hash(path)
        for path in (
            layout.canonical,
            layout.register,
            *layout.overlays,
            layout.config,
            *sorted(layout.templates.glob("**/*.jinja")),
        )
    }
    tools: dict[str, Json] = {name: version(name) for name in TOOLS}
    return {"inputs": inputs, "tools": tools}


def changed_inputs(old: JsonObject, new: JsonObject) -> list[str]:
    """Name the inputs and tools in which two locks differ."""
    changed: list[str] = []
    for part in ("inputs", "tools"):
        before, after = old.get(part), new.get(part)
        if isinstance(before, dict) and isinstance(after, dict):
            names = [*after, *(name for name in before if name not in after)]
            changed += [name for name in names if before.get(name) != after.get(name)]
    return changed


def _hash(path: Path) -> str:
    # Checkouts may differ in their line ends; the hash must not.
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
