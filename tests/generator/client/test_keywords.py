"""Keywords of what is sent: a writer checks each, or its place is named and it is refused."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest

from generator.client.render import generate_client
from generator.client.shapes import UnsupportedError
from generator.errors import GeneratorError
from generator.layout import Layout
from talkdesk_core.errors import ArgumentError, ResponseDecodeError
from tests.generator.client.conftest import Generate, document
from tests.generator.client.everything.pieces import either, obj, operation, parameter, ref, words
from tests.generator.client.sending import operation_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.json_data import Json, JsonObject

TEXT: JsonObject = {"type": "string"}
NUMBER: JsonObject = {"type": "integer"}
PARTS: JsonObject = {
    "Part": obj(size=NUMBER),
    "Other": obj(name=TEXT),
    "Short": {"type": "string", "maxLength": 5, "description": "Short."},
    "Word": words("a", "b"),
    "Texts": {"type": "array", "items": TEXT},
}


def with_member(member: Json, *, direction: str = "body") -> JsonObject:
    """Return a document that sends or receives an object with one member."""
    put: JsonObject = (
        operation("put_thing", "things", body=ref("Thing"))
        if direction == "body"
        else operation("put_thing", "things", gives=ref("Thing"))
    )
    return document(
        paths={"/thing": {"put": put}},
        schemas={**PARTS, "Thing": obj(odd=member, part=ref("Part"))},
    )


def with_parameter(schema: Json, place: str = "query", **more: Json) -> JsonObject:
    """Return a document with one parameter."""
    path = "/things/{odd}" if place == "path" else "/things"
    stated = parameter("odd", place, schema, **more)
    return document(
        paths={path: {"get": operation("get_thing", "things", stated)}}, schemas={**PARTS}
    )


@pytest.mark.parametrize(
    ("schema", "complaint"),
    [
        ({"type": "string", "not": {"const": "x"}}, "not"),
        ({"type": "string", "if": {"const": "x"}, "then": {"maxLength": 1}}, "if, then"),
        ({"type": "string", "format": "date-time", "maxLength": 9}, "maxLength"),
        ({"maxLength": 3}, "maxLength"),
        ({"minimum": 3}, "minimum"),
        ({"required": ["a"]}, "required"),
        ({"type": "array", "items": TEXT, "contains": {"const": "a"}}, "contains"),
        ({"type": "array", "items": TEXT, "prefixItems": [NUMBER]}, "prefixItems"),
        ({"type": "array", "items": TEXT, "unevaluatedItems": False}, "unevaluatedItems"),
        ({"type": "array", "items": {"type": "string", "not": {"const": ""}}}, "not"),
        ({"type": ["string", "integer"], "not": {"const": 3}}, "not"),
        ({"const": "a", "maxLength": 0}, "maxLength"),
        ({**either(TEXT, None), "not": {"const": "x"}}, "not"),
        ({**either(TEXT, NUMBER), "not": {"const": "x"}}, "not"),
        ({**ref("Short"), "not": {"const": "x"}}, "not"),
        ({**ref("Short"), "unheard": 3}, "unheard"),
        ({**ref("Word"), "maxLength": 0}, "maxLength"),
        ({"allOf": [ref("Word")], "maxLength": 0}, "maxLength"),
    ],
)
@pytest.mark.parametrize("place", ["body", "query"])
def test_a_keyword_that_no_writer_checks_is_refused_by_its_place(
    generate: Generate, schema: Json, complaint: str, place: str
) -> None:
    """It would be dropped in silence, and the server would refuse what the client let pass."""
    source = with_member(schema) if place == "body" else with_parameter(schema)
    where = r"Thing\.odd:" if place == "body" else "GET /things: the query parameter odd"
    with pytest.raises(UnsupportedError, match=f"{where}.* (check {complaint} here|holds any,)"):
        generate(source)


@pytest.mark.parametrize(
    "member",
    [
        {**ref("Part"), "minProperties": 1},
        {**ref("Part"), "required": ["size"]},
        {"allOf": [ref("Part")], "maxProperties": 1},
        either(ref("Part"), ref("Other"), maxProperties=1),
        either(ref("Part"), None, minProperties=1),
    ],
)
def test_a_keyword_beside_an_object_is_refused(generate: Generate, member: Json) -> None:
    """The object's class knows nothing of it."""
    with pytest.raises(UnsupportedError, match=r"Thing\.odd.*(Properties|required)"):
        generate(with_member(member))


@pytest.mark.parametrize(
    "more",
    [
        {"maxProperties": 1},
        {"dependentRequired": {"odd": ["size"]}},
        {"propertyNames": {"maxLength": 3}},
        {"patternProperties": {"^x": {"type": "string"}}},
        {"unevaluatedProperties": False},
        {"not": {"required": ["odd"]}},
        {"if": {"required": ["odd"]}},
        {"required": ["zz"]},
    ],
)
def test_a_keyword_of_an_object_that_is_sent_is_refused(
    generate: Generate, more: JsonObject
) -> None:
    """By the object's name; in a reply it is left to the server."""
    source = with_member(TEXT)
    schemas: Any = source["components"]
    schemas["schemas"]["Thing"].update(more)
    with pytest.raises(UnsupportedError, match=rf"Thing.*({'|'.join(more)}|zz)"):
        generate(source)
    source = with_member(TEXT, direction="reply")
    schemas = source["components"]
    schemas["schemas"]["Thing"].update(more)
    assert generate(source).models.Thing.from_dict({"odd": "x"}).odd == "x"


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ({**ref("Short"), "minLength": 2}, ["ab", "abcde"], ["a", "abcdef", None]),
        ({**ref("Short"), "maxLength": 3}, ["abc"], ["abcd"]),
        ({**ref("Short"), "maxLength": 9}, ["abcde"], ["abcdef"]),
        ({"allOf": [ref("Short")], "minLength": 2}, ["ab"], ["a", "abcdef"]),
        (either(TEXT, None, minLength=2), ["ab", None], ["a"]),
        (either(TEXT, NUMBER, minLength=2, minimum=3), ["ab", 3], ["a", 2, None]),
        ({"type": "string", "anyOf": [{"minLength": 5}, {"maxLength": 1}]}, ["abcde", "a"], ["ab"]),
        ({"type": "string", "anyOf": [TEXT, {"type": "null"}]}, ["a"], [None]),
        ({"type": "integer", "maxLength": 1}, [100], ["a"]),
        ({"type": ["string", "null"], "maxLength": 1}, ["a", None], ["ab"]),
        ({"type": "integer", "const": 1.0}, [1], [2]),
        ({**ref("Texts"), "minItems": 1}, [["a"]], [[], [1]]),
        ({**ref("Short"), "description": "A.", "x-note": 1, "title": "T"}, ["a"], ["abcdef"]),
    ],
)
def test_keywords_beside_a_reference_or_a_union_hold_for_each_branch(
    generate: Generate, schema: JsonObject, good: list[Any], bad: list[Any]
) -> None:
    """As JSON Schema has it: all that stands in one schema holds at once."""
    call = operation_of(generate(with_member(schema)), "things", "put_thing").call
    for value in good:
        assert call({"odd": value}).json == {"odd": value}
    for value in bad:
        with pytest.raises(ArgumentError):
            call({"odd": value})


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "const": "1"},
        {**ref("Short"), "type": "integer"},
        {"type": "string", "anyOf": [NUMBER, {"type": "null"}]},
    ],
)
@pytest.mark.parametrize("direction", ["body", "reply"])
def test_a_schema_that_no_value_fits_is_refused(
    generate: Generate, schema: Json, direction: str
) -> None:
    """Whichever of the two types was meant, the document has to say so."""
    with pytest.raises(UnsupportedError, match=r"Thing\.odd: .*no value"):
        generate(with_member(schema, direction=direction))


def test_types_beside_other_keywords_are_read(generate: Generate) -> None:
    """A reply ignores bounds that it does not know, and never its types."""
    member: JsonObject = {"type": "integer", "anyOf": [{"minimum": 5}, {"not": {"const": 3}}]}
    thing = generate(with_member(member, direction="reply")).models.Thing
    assert thing.from_dict({"odd": 3}).odd == 3
    with pytest.raises(ResponseDecodeError, match=r"expected integer at \$\.odd"):
        thing.from_dict({"odd": "text"})


@pytest.mark.parametrize("keyword", ["minimum", "exclusiveMaximum", "const"])
@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_a_number_that_is_none_of_json_is_refused(
    generate: Generate, keyword: str, value: float
) -> None:
    """YAML has it; Python has no literal for it, and the module would fail when imported."""
    with pytest.raises(UnsupportedError, match=r"Thing\.odd: .*finite"):
        generate(with_member({"type": "number", keyword: value}))


@pytest.mark.parametrize("pattern", ["[[a]", "[a--b]", "[z-a]", "(", "a{2,1}"])
def test_a_pattern_that_warns_or_fails_is_refused(tmp_path: Path, pattern: str) -> None:
    """The user's import would warn, which many a test run takes for an error."""
    source = with_member({"type": "string", "pattern": pattern})
    with pytest.raises(UnsupportedError, match=r"Thing\.odd: the pattern .* is none of Python"):
        generate_client(source, tmp_path / "client", {}, Layout.of_checkout().templates)


@pytest.mark.parametrize(
    ("place", "style"),
    [
        ("path", "matrix"),
        ("path", "label"),
        ("query", "spaceDelimited"),
        ("query", "deepObject"),
    ],
)
def test_a_style_that_the_client_does_not_write_is_refused(
    generate: Generate, place: str, style: str
) -> None:
    """For single values too: `matrix` writes `;id=5`."""
    with pytest.raises(UnsupportedError, match=f"the {place} parameter odd has the style {style}"):
        generate(with_parameter(NUMBER, place, style=style))


@pytest.mark.parametrize(
    ("odd", "complaint"),
    [
        ({"type": ["string", "null"], "enum": ["a", None]}, "Odd: an enum with null"),
        ({"type": "boolean", "enum": [True]}, "Odd: an enum of booleans"),
        ({**obj(a=TEXT), "anyOf": [{"required": ["a"]}]}, "Odd: an object with anyOf"),
        ({**obj(a=TEXT), "type": ["object", "null"]}, "Odd: an object or something else"),
        ({"allOf": [ref("Part")], "properties": {"a": TEXT}}, r"Thing\.odd: properties beside"),
        ({"allOf": [ref("Word")], "type": "object"}, r"Thing\.odd: no value fits"),
    ],
)
@pytest.mark.parametrize("direction", ["body", "reply"])
def test_a_component_without_a_class_is_refused_with_its_reason(
    generate: Generate, odd: JsonObject, complaint: str, direction: str
) -> None:
    """Upstream leaves it out without a word."""
    source = with_member(ref("Odd"), direction=direction)
    components: Any = source["components"]
    components["schemas"]["Odd"] = odd
    with pytest.raises(GeneratorError, match=complaint):
        generate(source)


@pytest.mark.parametrize(
    "odd",
    [
        ref("Part"),
        {**ref("Part"), "description": "The same."},
        {"allOf": [ref("Part")], "description": "The same."},
        {"allOf": [ref("Part")], "type": "object"},
    ],
)
@pytest.mark.parametrize("direction", ["body", "reply"])
def test_a_component_may_stand_for_another_one(
    generate: Generate, odd: JsonObject, direction: str
) -> None:
    """By a reference or an `allOf` of one, whatever describes it beside."""
    for member, target in (({"size": 1}, "Part"), ("a", "Word")):
        if target == "Word" and odd.get("type") == "object":
            continue
        stated = json.loads(json.dumps(odd).replace("Part", target))
        source = with_member(ref("Odd"), direction=direction)
        components: Any = source["components"]
        components["schemas"]["Odd"] = stated
        thing = generate(source).models.Thing
        assert thing.from_dict({"odd": member}).to_dict() == {"odd": member}
