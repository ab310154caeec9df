"""Request bodies of every shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.client.everything.pieces import (
    array,
    either,
    obj,
    operation,
    parameter,
    ref,
    words,
)

if TYPE_CHECKING:
    from generator.json_data import JsonObject

_ID = parameter("id", "path", {"type": "string"})
_TEXT: JsonObject = {"type": "string"}

SCHEMAS: JsonObject = {
    "Order": obj(
        ["name", "lines"],
        name={"type": "string", "minLength": 1, "maxLength": 10},
        lines=array(ref("Line"), maxItems=3),
        code={"type": "string", "pattern": "^[a-z]+$"},
        note=either(_TEXT, None),
        at={"type": "string", "format": "date-time"},
        on={"type": "string", "format": "date"},
        state=ref("State"),
        priority=ref("Priority"),
        ship=either(ref("Address"), None),
        marks=array(_TEXT, uniqueItems=True),
        amount={"type": "number", "exclusiveMinimum": 0},
        count={"type": "integer", "minimum": 1, "maximum": 5},
        kind={"const": "order"},
        meta={},
        grid=array(array({"type": "integer"})),
        gaps=array(either(_TEXT, None)),
        urgent={"type": "boolean"},
    ),
    "Line": obj(["sku"], sku=_TEXT, quantity={"type": "integer", "minimum": 1}),
    "Address": {**obj(["city"], city=_TEXT), "additionalProperties": _TEXT},
    "State": words("OPEN", "CLOSED"),
    "Priority": words(1, 2, 5),
    "Receipt": obj(id=_TEXT, state=ref("State")),
    "PatchOperation": obj(["op", "path"], op=ref("PatchVerb"), path=_TEXT, value={}),
    "PatchVerb": words("add", "remove"),
    "Reason": obj(["text"], text=_TEXT),
    # Sent and received: `ItemInput` and `PartInput` are made of these two.
    "Item": obj(
        ["name"],
        id=_TEXT,
        name={"type": "string", "maxLength": 5},
        part=ref("Part"),
        state=ref("State"),
    ),
    "Part": obj(["size"], size={"type": "integer", "minimum": 1}),
    # Received alone, and refers to what is sent too.
    "Shelf": obj(items=array(ref("Item"))),
}

PATHS: JsonObject = {
    "/orders": {
        "post": operation(
            "create_order", "orders", body=ref("Order"), gives=ref("Receipt"), status="201"
        ),
    },
    "/orders/{id}": {
        "put": operation("replace_order", "orders", _ID, body=ref("Order")),
        "patch": {
            **operation(
                "change_order",
                "orders",
                _ID,
                body=array(ref("PatchOperation")),
                media_type="application/json-patch+json",
            ),
            "responses": {
                **operation("", "", gives=ref("Receipt"))["responses"],  # type: ignore[dict-item]
                "204": {"description": "Nothing to tell."},
            },
        },
        "delete": operation("delete_order", "orders", _ID, body=ref("Reason"), optional=True),
    },
    "/orders/{id}/marks": {
        "put": operation("mark_order", "orders", _ID, body=array(_TEXT, minItems=1)),
    },
    "/orders/{id}/meta": {
        "put": operation("describe_order", "orders", _ID, body={}, gives={}),
        "post": operation("rename_order", "orders", _ID, body={"type": "string", "minLength": 2}),
    },
    "/items/{id}": {
        "get": operation("get_item", "items", _ID, gives=ref("Item")),
        "put": operation("replace_item", "items", _ID, body=ref("Item"), gives=ref("Item")),
    },
    "/shelf": {"get": operation("get_shelf", "items", gives=ref("Shelf"))},
}
