"""One document with everything in it that the client's generator has a branch for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.client.everything import bodies, parameters, recursion, replies, unions

if TYPE_CHECKING:
    from generator.json_data import JsonObject

__all__ = ["document_of_everything"]

_TOPICS = (bodies, parameters, recursion, replies, unions)


def document_of_everything() -> JsonObject:
    """Return the document; no two topics use a name twice."""
    paths: JsonObject = {}
    schemas: JsonObject = {}
    for topic in _TOPICS:
        assert not paths.keys() & topic.PATHS.keys()
        assert not schemas.keys() & topic.SCHEMAS.keys()
        paths |= topic.PATHS
        schemas |= topic.SCHEMAS
    return {
        "openapi": "3.1.0",
        "info": {"title": "Everything", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }
