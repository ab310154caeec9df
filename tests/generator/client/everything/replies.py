"""Replies of every shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.client.everything.parameters import TAKEN
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

_TEXT: JsonObject = {"type": "string"}
_NUMBER: JsonObject = {"type": "integer"}

# Names of members that a generated class or module uses itself.
MEMBERS = (
    *TAKEN,
    *("_links", "_embedded", "3d", "dash-ed", "two words", "__class__", "__init__", "__slots__"),
    *("get", "value", "unknown", "_NAMES", "_READ_name", "attrs", "ResponseDecodeError", "Self"),
    *("cache", "_members", "_attrs", "_union", "_repr", "content", "__dict__", "clear", "write"),
)

SCHEMAS: JsonObject = {
    "Plain": obj(
        colour=ref("Shade"),
        level=ref("Depth"),
        text=_TEXT,
        number={"type": "number"},
        flag={"type": "boolean"},
        at={"type": "string", "format": "date-time"},
        on={"type": "string", "format": "date"},
        grid=array(array(ref("Shade"))),
        gaps=array(either(ref("Shade"), None)),
        gap_grid=array(either(array(either(_NUMBER, None)), None)),
        any={},
        anys=array({}),
        moments=array({"type": "string", "format": "date-time"}),
        part=either(ref("Piece"), None),
        parts=array(ref("Piece")),
        fixed={"const": 3},
        short=ref("ShortText"),
        shorts=array(ref("ShortText")),
    ),
    "Piece": obj(["n"], n=_NUMBER),
    "ShortText": {"type": "string", "maxLength": 3},
    "Shade": words("dark", "light"),
    "Depth": words(1, 2, -3),
    "Named": obj(**dict.fromkeys(MEMBERS, _TEXT)),
    "Naming": obj(**dict.fromkeys(MEMBERS, _TEXT)),
    "PieceMap": {**obj(title=_TEXT), "additionalProperties": ref("Piece")},
    "Texts": {**obj(title=_TEXT), "additionalProperties": _TEXT},
    "Gaps": {"type": "object", "additionalProperties": either(ref("Piece"), None)},
    "Moments": {
        "type": "object",
        "additionalProperties": array({"type": "string", "format": "date-time"}),
    },
    "Closed": {**obj(title=_TEXT), "additionalProperties": False},
    "Open": {**obj(title=_TEXT), "additionalProperties": True},
    "Empty": {"type": "object"},
    "Base": obj(["id"], id=_TEXT, shade=ref("Shade")),
    "Derived": {"allOf": [ref("Base"), ref("Extension")]},
    "Extension": obj(["extra"], extra=_TEXT),
    "PieceList": array(ref("Piece")),
    "Maps": obj(
        pieces=ref("PieceMap"),
        texts=ref("Texts"),
        gaps=ref("Gaps"),
        moments=ref("Moments"),
        closed=ref("Closed"),
        open=ref("Open"),
        empty=ref("Empty"),
        derived=ref("Derived"),
    ),
    "PiecePage": obj(
        total=_NUMBER,
        total_pages=_NUMBER,
        per_page=_NUMBER,
        _links=ref("PageLinks"),
        _embedded=ref("PageItems"),
    ),
    "PageLinks": obj(next=ref("PageLink")),
    "PageLink": obj(href=_TEXT),
    "PageItems": obj(pieces=array(ref("Piece"))),
}

_PAGING = (
    parameter("page", "query", {"type": "integer", "minimum": 1}),
    parameter("per_page", "query", {"type": "integer", "minimum": 1, "maximum": 4}),
    parameter("limit", "query", _NUMBER),
    parameter("X-Tenant", "header", _TEXT, required=True),
)

PATHS: JsonObject = {
    "/plain": {"get": operation("get_plain", "replies", gives=ref("Plain"))},
    "/named": {
        "get": operation("get_named", "replies", gives=ref("Named")),
        "put": operation("put_named", "replies", body=ref("Naming")),
    },
    "/maps": {"get": operation("get_maps", "replies", gives=ref("Maps"))},
    "/list": {"get": operation("list", "replies", gives=array(ref("Piece")))},
    "/alias": {"get": operation("get_alias", "replies", gives=ref("PieceList"))},
    "/words": {"get": operation("get_words", "replies", gives=array(ref("Shade")))},
    "/count": {"get": operation("get_count", "replies", gives=_NUMBER)},
    "/moment": {
        "get": operation("get_moment", "replies", gives={"type": "string", "format": "date-time"})
    },
    "/shade": {"get": operation("get_shade", "replies", gives=ref("Shade"))},
    "/free": {"get": operation("get_free", "replies", gives={})},
    "/maybe": {"get": operation("get_maybe", "replies", gives=either(ref("Piece"), None))},
    "/nothing": {"post": operation("do_nothing", "replies")},
    "/pieces": {"get": operation("list_pieces", "pieces", *_PAGING, gives=ref("PiecePage"))},
}
