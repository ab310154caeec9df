"""A document as large as asked for, in the shape of ours; the same size gives the same document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.json_data import copy_object
from tests.generator.scale.paths import REFUSALS, paths_of, tag_of
from tests.generator.scale.schemas import SHARED, reference, schemas_of

if TYPE_CHECKING:
    from generator.json_data import JsonObject

# Two resources, one of which has an operation more than the other. Each is a tag.
OPERATIONS_OF_TWO = 25
SCHEMAS_OF_TWO = 40

_NOUNS = (
    *("Agent", "Alert", "Badge", "Banner", "Bridge", "Bundle", "Button", "Carrier", "Channel"),
    *("Contact", "Contract", "Counter", "Device", "Dialog", "Event", "Expert", "Folder"),
    *("Forecast", "Form", "Group", "Guide", "Handler", "Holiday", "Hook", "Invoice", "Label"),
    *("Ledger", "Letter", "Macro", "Marker", "Message", "Metric", "Monitor", "Notice", "Office"),
    *("Outage", "Panel", "Partner", "Planner", "Plugin", "Profile", "Prompt", "Provider"),
    *("Queue", "Record", "Region", "Report", "Roster", "Route", "Sample", "Script", "Segment"),
    *("Sensor", "Shift", "Signal", "Skill", "Survey", "Team", "Ticket", "Trunk", "Vendor"),
    *("Voucher", "Widget", "Zone"),
)

__all__ = ["OPERATIONS_OF_TWO", "SCHEMAS_OF_TWO", "large_document", "nouns_of"]


def large_document(operations: int) -> JsonObject:
    """Return a document of so many operations, as it is once everything is named and corrected.

    It has a tag for every 12 or 13 of them, and 40 schemas for every 25, beside the three that all
    resources share.

    Args:
        operations: A multiple of 25, up to 800, as there are 64 nouns.
    """
    nouns = nouns_of(operations)
    paths: JsonObject = {}
    schemas: JsonObject = {**SHARED}
    for number, noun in enumerate(nouns):
        before = nouns[number - 1] if number else "Link"
        paths |= paths_of(noun, copied=number % 2 == 1)
        schemas |= schemas_of(noun, before, f"{tag_of(noun)}-page")
    document: JsonObject = {
        "openapi": "3.1.0",
        "info": {"title": "Large", "version": "1"},
        "x-pages": {
            f"{tag_of(noun)}-page": {"title": noun, "url": f"https://docs.example.com/{noun}"}
            for noun in nouns
        },
        "servers": [{"url": "https://api.example.com", "x-region": "us"}],
        "paths": paths,
        "components": {
            "securitySchemes": {"oauth2": _security(nouns)},
            "responses": {name: _refusal(name) for name in REFUSALS.values()},
            "schemas": schemas,
        },
        "tags": [
            {"name": tag_of(noun), "description": f"Every {noun} of an account"} for noun in nouns
        ],
    }
    return copy_object(document)  # no two places share a part


def nouns_of(operations: int) -> tuple[str, ...]:
    """Return the classes of the resources that have so many operations, such as `Queue`."""
    pairs, rest = divmod(operations, OPERATIONS_OF_TWO)
    assert rest == 0
    assert 0 < 2 * pairs <= len(_NOUNS)
    return _NOUNS[: 2 * pairs]


def _refusal(name: str) -> JsonObject:
    content: JsonObject = {"application/json": {"schema": reference("Error")}}
    return {"description": f"{name}.", "content": content}


def _security(nouns: tuple[str, ...]) -> JsonObject:
    scopes: JsonObject = {
        f"{tag_of(noun)}:{right}": f"May {right} each {noun}"
        for noun in nouns
        for right in ("read", "write")
    }
    flow: JsonObject = {"tokenUrl": "https://example.com/oauth/token", "scopes": scopes}
    return {"type": "oauth2", "flows": {"clientCredentials": flow}}
