"""Reading what an action changed tells the same as reading the whole document after each action."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.effective import read_documents
from generator.json_data import copy_object
from generator.layout import Layout
from generator.members import members_of, names_of_operations
from generator.navigation import as_object
from generator.overlay import apply_actions, apply_overlays, parse_overlay
from generator.provenance import trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.json_data import Json, JsonObject, Location
    from generator.overlay import Overlay


def reply(name: str) -> JsonObject:
    """Refer to a reply that is a component."""
    return {"$ref": f"#/components/responses/{name}"}


# Its paths refer to components, to components that refer on, and to each other.
DOCUMENT: JsonObject = {
    "openapi": "3.1.0",
    "info": {"title": "Small", "version": "1"},
    "paths": {
        "/calls": {
            "parameters": [{"name": "id", "in": "query", "schema": {"type": "string"}}],
            "get": {
                "operationId": "list_calls",
                "tags": ["calls"],
                "parameters": [{"$ref": "#/components/parameters/Page"}],
                "responses": {"200": {"description": "It went well."}, "404": reply("Lost")},
            },
        },
        "/calls/{id}": {
            "parameters": [{"name": "id", "in": "path", "schema": {"type": "string"}}],
            "delete": {"responses": {"204": {"description": "It went well."}}},
        },
        "/calls/copies": {
            "get": {
                "operationId": "list_copies",
                "tags": ["calls"],
                "responses": {
                    "200": {"$ref": "#/paths/~1calls/get/responses/200"},
                    "404": {"$ref": "#/paths/~1calls/get/responses/404"},
                },
            },
        },
    },
    "components": {
        "parameters": {"Page": {"name": "page", "in": "query", "schema": {"type": "integer"}}},
        "responses": {"Lost": reply("Gone"), "Gone": {"description": "It is gone."}},
        "schemas": {
            "Call": {"type": "object", "properties": {"id": {"type": "string"}}},
            "Word": {"type": "string", "enum": ["ON"]},
            "Twice": {
                "type": "object",
                "properties": {"id": {"type": "string"}, "id_": {"x-duplicate-of": "id"}},
            },
        },
    },
}

SCHEMAS = "$.components.schemas"

ACTIONS: dict[str, JsonObject] = {
    "a property": {"target": f"{SCHEMAS}.Call.properties.id", "update": {"format": "uuid"}},
    "several schemas": {
        "target": f"{SCHEMAS}[?@.type == 'object']",
        "update": {"required": ["id"]},
    },
    "a new schema": {"target": SCHEMAS, "update": {"New": {"type": "object"}}},
    "a new schema, from the root": {
        "target": "$",
        "update": {"components": {"schemas": {"Root": {"type": "string"}}}},
    },
    "a schema and a path at once": {
        "target": "$",
        "update": {
            "components": {"schemas": {"Word": {"description": "It is on."}}},
            "paths": {"/calls": {"x-inferred": True}},
        },
    },
    "a new word": {"target": f"{SCHEMAS}.Word.enum", "update": ["OFF"]},
    "a word that goes": {"target": f"{SCHEMAS}.Word.enum[0]", "remove": True},
    "a property that goes": {"target": f"{SCHEMAS}.Call.properties.id", "remove": True},
    "a twin that goes": {"target": f"{SCHEMAS}.Twice.properties.id_", "remove": True},
    "a schema that goes": {"target": f"{SCHEMAS}.Word", "remove": True},
    "every schema that goes": {"target": SCHEMAS, "remove": True},
    "every path that goes": {"target": "$.paths", "remove": True},
    "every schema and path": {
        "target": "$",
        "update": {
            "paths": DOCUMENT["paths"],
            "components": {"schemas": as_object(DOCUMENT["components"])["schemas"]},
        },
    },
    "a copy of a schema": {"target": f"{SCHEMAS}.Twice", "copy": f"{SCHEMAS}.Call"},
    "a copy of all of it": {"target": "$", "copy": "$"},
    "an operation's name": {
        "target": "$.paths['/calls/{id}'].delete",
        "update": {"summary": "End"},
    },
    "a path's copy": {"target": "$.paths['/calls/copies']", "copy": "$.paths['/calls/{id}']"},
    "a path that goes": {"target": "$.paths['/calls/copies']", "remove": True},
    "a shared parameter": {
        "target": "$.components.parameters.Page.schema",
        "update": {"minimum": 1},
    },
    "a parameter of a path": {
        "target": "$.paths['/calls'].parameters[0].schema",
        "update": {"maxLength": 9},
    },
    "a reply that another path refers to": {
        "target": "$.paths['/calls'].get.responses['200'].description",
        "update": "It went very well.",
    },
    "a reply that a reply refers to": {
        "target": "$.components.responses.Gone.description",
        "update": "It was there once.",
    },
    "a reply that refers elsewhere": {
        "target": "$.components.responses.Lost['$ref']",
        "update": "#/components/responses/Other",
    },
    "every reply": {"target": "$.components.responses.*", "update": {"description": "A reply."}},
    "what is no member": {"target": "$.info", "update": {"description": "Nobody's."}},
    "nothing": {"target": "$", "update": {}},
    "nothing, by its word": {"target": "$", "remove": False},
}
# What comes back is as new, though it is what it was.
RETURN = ["every schema that goes", "every path that goes", "every schema and path"]
# Without it, a reply would refer to nothing for the length of a step.
BEFORE: dict[str, JsonObject] = {
    "a reply that refers elsewhere": {
        "target": "$.components.responses",
        "update": {"Other": {"description": "Another."}},
    }
}
# Each stays possible after those before it.
CHAIN = [
    *("a shared parameter", "a reply that a reply refers to", "a new schema", "a new word"),
    *("a copy of a schema", "a reply that another path refers to", "several schemas"),
    *("a path's copy", "a twin that goes", "an operation's name", "a word that goes"),
    *("a reply that refers elsewhere", "every reply", "a path that goes", "every schema that goes"),
    *("a new schema, from the root", "every path that goes"),
]
RUNS = {
    **{name: [name] for name in ACTIONS if name != "every schema and path"},
    "there and back": RETURN,
    "one after the other": CHAIN,
}


def overlays(names: Sequence[str]) -> list[Overlay]:
    """Return an overlay of the actions of these names."""
    actions: list[Json] = []
    for name in names:
        actions += [each[name] for each in (BEFORE, ACTIONS) if name in each]
    data: JsonObject = {
        "overlay": "1.1.0",
        "info": {"title": "Changes", "version": "1"},
        "actions": actions,
    }
    return [parse_overlay(copy_object(data), Path("changes.yaml"))]


def touched_by_whole_reading(
    canonical: JsonObject, overlays: Sequence[Overlay]
) -> dict[str, list[int]]:
    """Read the whole document after each action; count the actions that touched each member."""
    effective = apply_overlays(canonical, overlays)
    names = names_of_operations(effective)
    touched: dict[str, list[int]] = {name: [] for name in members_of(effective)}
    present, number = canonical, 0
    before = members_of(present, names)
    for overlay in overlays:
        for action in overlay.actions:
            present = apply_overlays(present, [replace(overlay, actions=(action,))])
            after = members_of(present, names)
            changed = {name for name in after if after[name] != before.get(name)}
            for name in before.keys() - after.keys():
                changed.add(f"{name.split('.')[0]}.{before[name].facts.get('x-duplicate-of')}")
            for name in changed & touched.keys():
                touched[name].append(number)
            before, number = after, number + 1
    return touched


def touched_by_trace(canonical: JsonObject, overlays: Sequence[Overlay]) -> dict[str, list[int]]:
    """Return the numbers of the actions that touched each member, as `trace` has them."""
    actions = [action for overlay in overlays for action in overlay.actions]
    return {
        name: [actions.index(action) for action in found.actions]
        for name, found in trace(canonical, overlays).items()
    }


def without(value: Json, places: Sequence[Location]) -> Json:
    """Return a copy without what stands at the places, or was put on the way to them."""
    if isinstance(value, dict) and () not in places:
        kept: JsonObject = {}
        for key, item in value.items():
            inner = [place[1:] for place in places if place[0] == key]
            rest = without(item, inner)
            if rest or not inner:
                kept[key] = rest
        return kept
    # Where an item of an array goes, those after it move up.
    return None if places else value


@pytest.mark.parametrize("names", RUNS.values(), ids=RUNS)
def test_an_action_touches_what_reads_otherwise_after_it(names: list[str]) -> None:
    """Also through references, through copies, and where much goes at once."""
    changes = overlays(names)
    assert touched_by_trace(DOCUMENT, changes) == touched_by_whole_reading(DOCUMENT, changes)


def test_our_corrections_touch_what_reads_otherwise_after_them() -> None:
    """Nothing is forgotten in the document that the client is made from."""
    documents = read_documents(Layout.of_checkout())
    touched = touched_by_whole_reading(documents.canonical, documents.overlays)
    assert touched_by_trace(documents.canonical, documents.overlays) == touched
    assert any(touched.values())


@pytest.mark.parametrize("names", RUNS.values(), ids=RUNS)
def test_outside_the_places_an_action_leaves_everything_as_it_was(names: list[str]) -> None:
    """Without what stands there, the document is the one from before."""
    present = copy_object(DOCUMENT)
    before = copy_object(present)
    for _, places in apply_actions(present, overlays(names)):
        assert without(present, places) == without(before, places)
        before = copy_object(present)


def test_the_steps_end_where_the_whole_does() -> None:
    """Applied one by one, the actions make the same document."""
    present = copy_object(DOCUMENT)
    assert len(list(apply_actions(present, overlays(CHAIN)))) == len(CHAIN) + 1
    assert present == apply_overlays(DOCUMENT, overlays(CHAIN))
