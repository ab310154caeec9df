"""Generated models, generated from small documents, imported and used."""

from __future__ import annotations

import importlib
import inspect
from datetime import UTC, date, datetime, timedelta, timezone
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from talkdesk_core.errors import ResponseDecodeError
from tests.generator.client.conftest import Generate, document, replies

if TYPE_CHECKING:
    from generator.json_data import JsonObject


def one_model(generate: Generate, properties: JsonObject, **schemas: JsonObject) -> Any:
    """Return the generated class of a schema with the given members."""
    return package(generate, properties, **schemas).models.Thing


def package(generate: Generate, properties: JsonObject, **schemas: JsonObject) -> ModuleType:
    """Return the generated package around such a schema."""
    reference: JsonObject = {"$ref": "#/components/schemas/Thing"}
    return generate(
        document(
            paths={
                "/thing": {
                    "get": {
                        "operationId": "get_thing",
                        "tags": ["things"],
                        "responses": replies(reference),
                    }
                }
            },
            schemas={"Thing": {"type": "object", "properties": properties}, **schemas},
        )
    )


def test_null_and_missing_are_none_and_unknown_members_stay(generate: Generate) -> None:
    """The three ways in which a member can be odd do not disturb the others."""
    thing = one_model(generate, {"a": {"type": "string"}, "b": {"type": "integer"}})
    read = thing.from_dict({"a": None, "new": {"deep": [None]}, "none": None})
    assert (read.a, read.b) == (None, None)
    assert read.additional_properties == {"new": {"deep": [None]}, "none": None}
    assert read["new"] == {"deep": [None]}
    assert "new" in read
    assert "a" not in read
    assert read.to_dict() == {"new": {"deep": [None]}, "none": None}


def test_a_second_name_is_read_and_the_first_is_written(generate: Generate) -> None:
    """Either name fills the attribute; where both have a value, the first wins and none is lost."""
    thing = one_model(generate, {"pages": {"type": "integer", "x-aliases": ["page", "p"]}})
    assert thing.from_dict({"page": 3}).pages == 3
    assert thing.from_dict({"pages": None, "p": 4}).to_dict() == {"pages": 4}
    both = thing.from_dict({"pages": 1, "page": 2})
    assert both.pages == 1
    assert both.to_dict() == {"pages": 1, "page": 2}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-02T15:00:00Z", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2026-03-02t15:00:00z", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2026-03-02T15:00:00.5Z", datetime(2026, 3, 2, 15, 0, 0, 500_000, tzinfo=UTC)),
        ("2026-03-02T15:00:00.123456789Z", datetime(2026, 3, 2, 15, 0, 0, 123_456, tzinfo=UTC)),
        (
            "2026-03-02T15:00:00+05:30",
            datetime(2026, 3, 2, 15, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        ),
        ("2026-03-02T15:00:00", datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("2026-03-02", datetime(2026, 3, 2, tzinfo=UTC)),
    ],
)
def test_every_spelling_of_a_time_is_aware(generate: Generate, text: str, moment: datetime) -> None:
    """Zone, case, fraction: the same instant, and always with a zone."""
    thing = one_model(generate, {"at": {"type": "string", "format": "date-time"}})
    read = thing.from_dict({"at": text}).at
    assert read == moment
    assert read.tzinfo is not None
    assert thing.from_dict(thing.from_dict({"at": text}).to_dict()).at == moment


def test_dates_lists_and_nested_models_survive(generate: Generate) -> None:
    """Whatever is nested in whatever, writing gives back what was read."""
    thing = one_model(
        generate,
        {
            "on": {"type": "string", "format": "date"},
            "rate": {"type": "number"},
            "flags": {"type": "array", "items": {"type": "boolean"}},
            "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
            "part": {"anyOf": [{"$ref": "#/components/schemas/Part"}, {"type": "null"}]},
            "any": {},
        },
        Part={
            "type": "object",
            "properties": {
                "kinds": {
                    "type": "array",
                    "items": {"type": "array", "items": {"$ref": "#/components/schemas/Kind"}},
                }
            },
        },
        Kind={"type": "string", "enum": ["A", "B"]},
    )
    data: JsonObject = {
        "on": "2026-03-02",
        "rate": 1.5,
        "flags": [True, False],
        "parts": [{"kinds": [["A"], ["B", "C"]]}, {}],
        "part": {"kinds": [], "more": 1},
        "any": [1, "two", None],
    }
    read = thing.from_dict(data)
    assert read.on == date(2026, 3, 2)
    assert read.parts[0].kinds[1][1] == "C"
    assert read.to_dict() == data


def test_models_that_contain_each_other_work(generate: Generate) -> None:
    """Recursion, direct and over another schema, reads, writes, and imports from either end."""
    made = package(
        generate,
        {
            "child": {"$ref": "#/components/schemas/Thing"},
            "other": {"$ref": "#/components/schemas/Other"},
        },
        Other={"type": "object", "properties": {"thing": {"$ref": "#/components/schemas/Thing"}}},
    )
    data: JsonObject = {"child": {"child": {"x": 1}}, "other": {"thing": {"other": {}}}}
    assert made.models.Thing.from_dict(data).to_dict() == data
    other = importlib.import_module(f"{made.__name__}.models.other")
    assert other.Other.from_dict({"thing": data}).to_dict() == {"thing": data}


@pytest.mark.parametrize(
    ("member", "value", "complaint"),
    [
        ({"type": "string"}, 7, "expected string at $.m, got number"),
        ({"type": "integer"}, True, "expected integer at $.m, got boolean"),
        ({"type": "integer"}, 1.5, "expected integer at $.m, got number"),
        ({"type": "boolean"}, "true", "expected boolean at $.m, got string"),
        ({"type": "number"}, "1", "expected number at $.m, got string"),
        ({"type": "string", "format": "date-time"}, "soon", "date-time at $.m, got string"),
        ({"type": "string", "format": "date"}, "soon", "date at $.m, got string"),
        ({"type": "array", "items": {"type": "string"}}, {}, "expected array at $.m, got object"),
        ({"type": "array", "items": {"type": "string"}}, ["a", 1], "expected string at $.m[1]"),
        ({"$ref": "#/components/schemas/Part"}, [], "expected object at $.m, got array"),
        ({"$ref": "#/components/schemas/Part"}, {"n": "x"}, "expected integer at $.m.n"),
        ({"$ref": "#/components/schemas/Kind"}, 3, "expected string at $.m, got number"),
    ],
)
def test_a_wrong_type_is_told_with_its_place(
    generate: Generate, member: JsonObject, value: object, complaint: str
) -> None:
    """The error names what was expected and where, and never the value."""
    thing = one_model(
        generate,
        {"m": member},
        Part={"type": "object", "properties": {"n": {"type": "integer"}}},
        Kind={"type": "string", "enum": ["A"]},
    )
    with pytest.raises(ResponseDecodeError) as caught:
        thing.from_dict({"m": value})
    assert complaint in str(caught.value)
    assert "soon" not in str(caught.value)


def test_a_body_that_is_no_json_is_a_typed_error_with_the_body(generate: Generate) -> None:
    """The bytes stay on the error, and out of its text."""
    thing = one_model(generate, {"a": {"type": "string"}})
    for content in (b"", b"<html>Ada</html>", b'{"a": "Ada', b"\xff", b"[" * 100_000):
        with pytest.raises(ResponseDecodeError) as caught:
            thing.from_json(content)
        assert caught.value.body == content
        assert "Ada" not in str(caught.value)


def test_names_that_python_keeps_for_itself_work(generate: Generate) -> None:
    """Keywords, builtins and names of the generated module are read and written as any other."""
    names = ["from", "class", "list", "str", "datetime", "date", "field", "data", "cls", "members"]
    names += ["_links", "self", "define", "Any", "two words", "3d", "dash-ed", "None"]
    thing = one_model(generate, {name: {"type": "string"} for name in names})
    data = {name: f"value of {name}" for name in names}
    read = thing.from_dict(data)
    assert read.to_dict() == data
    assert read.additional_properties == {}
    assert (read.from_, read.hal_links, read.list_) == tuple(
        data[name] for name in ("from", "_links", "list")
    )


def test_no_code_comes_in_through_the_document(generate: Generate) -> None:
    """Quotes, backslashes and braces in texts and names stay text."""
    evil = '""" + print(1) + """ \\ \\" {0} {{x}} {% y %} \' \n\u2028 #"'
    made = package(
        generate,
        {
            'm"\\': {"type": "string", "description": evil, "x-source": {"page": evil, "line": 1}},
            "kind": {"$ref": "#/components/schemas/Kind"},
        },
        Kind={"type": "string", "enum": ['a"b', "c\\d"], "description": evil},
    )
    data = {'m"\\': "x", "kind": 'a"b'}
    assert made.models.Thing.from_dict(data).to_dict() == data
    assert {member.value for member in made.models.Kind} == {'a"b', "c\\d"}
    assert "+ print(1) + " in (inspect.getdoc(made.models.Thing) or "")


def test_repr_shows_ids_enums_and_times_that_are_not_personal(generate: Generate) -> None:
    """Everything else, and what is marked as personal, stays out."""
    thing = one_model(
        generate,
        {
            "id": {"type": "string"},
            "owner_id": {"type": "string"},
            "caller_id": {"type": "string", "x-personal": True},
            "born": {"type": "string", "format": "date", "x-personal": True},
            "at": {"type": "string", "format": "date-time"},
            "kind": {"$ref": "#/components/schemas/Kind"},
            "name": {"type": "string"},
            "part": {"$ref": "#/components/schemas/Thing"},
        },
        Kind={"type": "string", "enum": ["A"]},
    )
    shown = repr(
        thing.from_dict(
            {
                "id": "i1",
                "owner_id": "o2",
                "caller_id": "+12025550100",
                "born": "1980-01-01",
                "at": "2026-03-02T15:00:00Z",
                "kind": "A",
                "name": "Ada",
                "part": {"name": "Bob"},
                "extra": "secret",
            }
        )
    )
    assert shown == "Thing(id='i1', owner_id='o2', at='2026-03-02 15:00:00+00:00', kind='A')"
