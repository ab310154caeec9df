"""Parameters of every place, type and style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.client.everything.pieces import (
    array,
    either,
    operation,
    parameter,
    ref,
    words,
)

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

_TEXT: JsonObject = {"type": "string"}
_NUMBER: JsonObject = {"type": "integer", "minimum": 1}

# What generated functions, modules and classes use themselves.
TAKEN = (
    *("limit", "body", "call", "client", "datetime", "self", "page_view", "sync", "asyncio"),
    *("expand_path", "from", "class", "list", "import", "None", "print", "str", "int", "type"),
    *("Call", "Parameters", "UNSET", "Unset", "Any", "Mapping", "Sequence", "builtins", "cls"),
    *("_query", "_headers", "_DECODE", "_BODY", "_read", "_write", "TYPE_CHECKING", "lambda"),
    *("PageView", "HeaderParameters", "Pager", "page", "per_page", "_request", "bool", "query"),
    *("dict", "set", "frozenset", "name", "data", "headers", "json", "path", "method", "True"),
    *("SyncAPIClient", "AsyncAPIClient", "json_", "limit_", "template"),
)

SCHEMAS: JsonObject = {"Colour": words("red", "light/blue"), "Rank": words(1, 2)}


def taken(place: str) -> list[Json]:
    """Return one parameter for each name that is taken."""
    return [parameter(name, place, _TEXT) for name in TAKEN]


PATHS: JsonObject = {
    "/search": {
        "get": operation(
            "get_search",
            "search",
            parameter("text", "query", _TEXT, required=True),
            parameter("colours", "query", array(ref("Colour"))),
            parameter("ranks", "query", array(ref("Rank")), explode=False),
            parameter("colour", "query", ref("Colour")),
            parameter("rank", "query", ref("Rank")),
            parameter("count", "query", _NUMBER),
            parameter("at", "query", {"type": "string", "format": "date-time"}),
            parameter("on", "query", {"type": "string", "format": "date"}),
            parameter("share", "query", {"type": "number", "exclusiveMaximum": 1}),
            parameter("deep", "query", {"type": "boolean"}),
            parameter("mixed", "query", either(_NUMBER, ref("Colour"))),
            parameter("optional", "query", either(_TEXT, None)),
            parameter("filter[name]", "query", _TEXT),
            parameter("fixed", "query", {"const": "yes"}),
            parameter("X-Request-Tag", "header", _TEXT),
            parameter("X-Level", "header", _NUMBER, required=True),
        ),
    },
    "/{colour}/{rank}/{text}/{on}/{either}": {
        "get": operation(
            "get_place",
            "search",
            parameter("colour", "path", ref("Colour")),
            parameter("rank", "path", ref("Rank")),
            parameter("text", "path", {"type": "string", "maxLength": 9}),
            parameter("on", "path", {"type": "string", "format": "date"}),
            parameter("either", "path", either(_NUMBER, ref("Colour"))),
        ),
    },
    "/taken/query": {"get": operation("taken_query", "search", *taken("query"))},
    "/taken/header": {
        "get": operation("taken_header", "search", *(each for each in taken("header")), body=_TEXT),
    },
    "/" + "/".join(f"{{{name}}}" for name in TAKEN): {
        "post": operation("taken_path", "search", *taken("path"), body=_TEXT, gives=_TEXT),
    },
}
