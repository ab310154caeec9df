"""What is both sent and received has two classes, however the document comes to it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from talkdesk_core.errors import ArgumentError
from tests.generator.client.conftest import Generate, document
from tests.generator.client.everything.pieces import (
    array,
    content,
    either,
    obj,
    operation,
    parameter,
    ref,
    words,
)
from tests.generator.client.sending import operation_of

if TYPE_CHECKING:
    from generator.json_data import JsonObject

TEXT: JsonObject = {"type": "string"}


def test_a_recursive_schema_is_split_as_a_whole(generate: Generate) -> None:
    """A strict class holds strict ones alone, a lenient one lenient ones, through every way."""
    schemas: JsonObject = {
        "Node": obj(
            ["name"],
            name={"type": "string", "maxLength": 3},
            next=ref("Node"),
            nodes=ref("Nodes"),
            other=either(ref("Node"), ref("End"), None),
            named=ref("NodesByName"),
            more=ref("More"),
            kind=ref("Kind"),
        ),
        "Nodes": array(ref("Node")),
        "End": obj(["end"], end={"const": True}),
        "NodesByName": {"type": "object", "additionalProperties": ref("Node")},
        "More": {"allOf": [ref("End"), ref("Last")]},
        "Last": obj(node=ref("Node")),
        "Kind": words("a"),
    }
    stated = operation("put", "nodes", gives=ref("Nodes"), body=ref("Nodes"))
    made = generate(document(paths={"/nodes": {"put": stated}}, schemas=schemas))
    objects = {"Node", "End", "NodesByName", "More", "Last"}
    assert set(made.models.__all__) == {*objects, *(f"{name}Input" for name in objects), "Kind"}
    odd = {"name": "too long", "kind": "b"}
    for path in (
        {"next": odd},
        {"nodes": [odd]},
        {"other": odd},
        {"named": {"x": odd}},
        {"more": {"end": True, "node": odd}},
    ):
        data = {"name": "a", **path}
        call = operation_of(made, "nodes", "put").call
        with pytest.raises(ArgumentError, match=r"body\[0\]\..*at most 3"):
            call([data])
        (node,) = call([]).decode(json.dumps([data]).encode())
        assert node.to_dict() == data


def test_a_value_that_stands_twice_in_the_document_is_split_once(generate: Generate) -> None:
    """Anchors of YAML let two schemas share a part; the reply does not get the body's classes."""
    shared: JsonObject = {"item": ref("Item"), "kind": ref("Kind")}
    schemas: JsonObject = {
        "Reply": obj(**shared),
        "Body": {"type": "object", "properties": shared},
        "Item": obj(name={"type": "string", "maxLength": 1}),
        "Kind": words("a"),
    }
    schemas["Reply"] = {"type": "object", "properties": shared}
    stated = operation("put", "things", gives=ref("Reply"), body=ref("Body"))
    models = generate(document(paths={"/things": {"put": stated}}, schemas=schemas)).models
    assert type(models.Reply.from_dict({"item": {}}).item) is models.Item
    assert models.Reply.from_dict({"item": {"name": "long"}}).item.name == "long"
    with pytest.raises(ArgumentError, match=r"item\.name takes at most 1"):
        models.Body.from_dict({"item": {"name": "long"}})


def test_the_word_of_a_discriminator_stays_the_documents(generate: Generate) -> None:
    """Without a mapping it is the component's name, also where a copy is sent."""
    union: JsonObject = {
        "oneOf": [ref("Red"), ref("Blue")],
        "discriminator": {"propertyName": "colour"},
    }
    schemas: JsonObject = {
        "Red": obj(["colour"], colour=TEXT, heat={"type": "integer"}),
        "Blue": obj(["colour"], colour=TEXT, cold={"type": "integer"}),
    }
    stated = operation("put", "things", gives=union, body=union)
    made = generate(document(paths={"/things": {"put": stated}}, schemas=schemas))
    call = operation_of(made, "things", "put").call({"colour": "Blue", "cold": 1})
    assert call.json == {"colour": "Blue", "cold": 1}
    assert type(call.decode(b'{"colour": "Blue", "heat": 1}')) is made.models.Blue
    assert type(call.decode(b'{"colour": "Red", "cold": 1}')) is made.models.Red


def test_parameters_bodies_and_replies_may_be_components(generate: Generate) -> None:
    """References to them are followed, in both directions."""
    source = document(
        paths={
            "/things/{id}": {
                "parameters": [{"$ref": "#/components/parameters/Id"}],
                "put": {
                    "operationId": "put_thing",
                    "tags": ["things"],
                    "parameters": [{"$ref": "#/components/parameters/Level"}],
                    "requestBody": {"$ref": "#/components/requestBodies/Thing"},
                    "responses": {"200": {"$ref": "#/components/responses/Thing"}},
                },
            }
        },
        schemas={"Thing": obj(["name"], name={"type": "string", "maxLength": 1})},
    )
    components = source["components"]
    assert isinstance(components, dict)
    components["parameters"] = {
        "Id": parameter("id", "path", TEXT),
        "Level": parameter("level", "query", {"type": "integer", "maximum": 3}),
    }
    components["requestBodies"] = {"Thing": {"required": True, "content": content(ref("Thing"))}}
    components["responses"] = {"Thing": {"description": "It.", "content": content(ref("Thing"))}}
    made = generate(source)
    module = operation_of(made, "things", "put_thing")
    call = module.call("1", {"name": "a"}, level=3)
    assert (call.path, call.query, call.json) == ("/things/1", {"level": "3"}, {"name": "a"})
    assert call.decode(b'{"name": "long"}') == made.models.Thing(name="long")
    with pytest.raises(ArgumentError, match=r"^body\.name takes at most 1"):
        module.call("1", {"name": "long"})
    with pytest.raises(ArgumentError, match=r"^level takes at most 3"):
        module.call("1", {"name": "a"}, level=4)


def test_a_body_says_what_further_members_it_takes(generate: Generate) -> None:
    """None, any, those of one type; a document that says nothing takes none in a mapping."""
    further: dict[str, JsonObject] = {
        "Silent": {},
        "Closed": {"additionalProperties": False},
        "Open": {"additionalProperties": True},
        "Typed": {"additionalProperties": either(ref("Part"), None)},
    }
    made = generate(
        document(
            paths={
                f"/{name}": {"put": operation(f"put_{name.lower()}", "things", body=ref(name))}
                for name in further
            },
            schemas={
                **{name: {**obj(a=TEXT), **more} for name, more in further.items()},
                "Part": obj(n={"type": "integer"}),
            },
        )
    )
    models = made.models
    for name in ("Silent", "Closed"):
        with pytest.raises(ArgumentError, match=f"{name} has no member new"):
            getattr(models, name).from_dict({"new": 1})
    assert models.Open.from_dict({"new": [None]}).to_dict() == {"new": [None]}
    typed = models.Typed.from_dict({"a": "x", "new": {"n": 1}, "none": None})
    assert typed.additional_properties == {"new": models.Part(n=1), "none": None}
    assert typed.to_dict() == {"a": "x", "new": {"n": 1}, "none": None}
    with pytest.raises(ArgumentError, match=r"\*\.n takes an integer"):
        models.Typed.from_dict({"new": {"n": "1"}})
    with pytest.raises(ArgumentError, match="takes no a, which has an attribute"):
        models.Typed(additional_properties={"a": {}})
