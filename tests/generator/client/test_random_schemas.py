"""Whatever shapes are nested in whatever: valid data is read, and written back as it came."""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkdesk_core.errors import ArgumentError, ResponseDecodeError
from tests.generator.client.conftest import document, generator_in
from tests.generator.client.everything.pieces import array, either, obj, operation, ref, words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from generator.json_data import Json, JsonObject

MEMBERS = 60
_NAMED: dict[str, JsonObject] = {
    "Word": words("one", "two"),
    "Code": words(1, 2, 3),
    "Point": obj(["x"], x={"type": "integer"}, label={"type": "string"}),
    "Place": obj(["name"], name={"type": "string"}, point=ref("Point")),
    "Points": {"type": "object", "additionalProperties": ref("Point")},
}
# By JSON type, so that no two branches of a union take the same value.
_LEAVES: dict[str, list[JsonObject]] = {
    "text": [{"type": "string"}, {"type": "string", "format": "date-time"}, ref("Word")],
    "number": [{"type": "integer"}, {"type": "number"}, ref("Code")],
    "boolean": [{"type": "boolean"}],
    "object": [ref("Point"), ref("Place"), ref("Points")],
}


def some_schema(chance: random.Random, depth: int = 3) -> JsonObject:
    """Return any schema, with at most some levels of arrays."""
    kind = chance.choice(["leaf", "leaf", "array", "union", "nullable"] if depth else ["leaf"])
    if kind == "leaf":
        return chance.choice(_LEAVES[chance.choice(sorted(_LEAVES))])
    if kind == "array":
        return array(some_schema(chance, depth - 1))
    if kind == "nullable":
        return either(some_schema(chance, depth - 1), None)
    branches = [chance.choice(_LEAVES[name]) for name in chance.sample(sorted(_LEAVES), 2)]
    return either(*branches, array(some_schema(chance, depth - 1)))


def some_members() -> dict[str, JsonObject]:
    """Return the same members at each run."""
    chance = random.Random(20260302)  # noqa: S311 - no secret
    return {f"m{number}": some_schema(chance) for number in range(MEMBERS)}


SCHEMAS = some_members()


def values(schema: Json) -> st.SearchStrategy[Any]:
    """Return valid values of a schema, in the spelling in which they are written back."""
    stated = cast("dict[str, Any]", schema)
    if "$ref" in stated:
        return values(_NAMED[stated["$ref"].rpartition("/")[2]])
    if "enum" in stated:
        return st.sampled_from(stated["enum"])
    if "anyOf" in stated:
        return st.one_of([values(branch) for branch in stated["anyOf"]])
    if stated["type"] == "array":
        return st.lists(values(stated["items"]), max_size=3)
    if stated["type"] == "object":
        return objects(stated)
    if stated.get("format") == "date-time":
        return st.datetimes().map(lambda at: at.replace(microsecond=0).isoformat() + "Z")
    scalars: dict[str, st.SearchStrategy[Any]] = {
        "string": st.text(st.characters(codec="utf-8"), max_size=5),
        "integer": st.integers(-(10**12), 10**12),
        "number": st.floats(allow_nan=False, allow_infinity=False),
        "boolean": st.booleans(),
        "null": st.none(),
    }
    return scalars[stated["type"]]


def objects(stated: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return valid values of an object."""
    if "additionalProperties" in stated:
        return st.dictionaries(
            st.text(max_size=3), values(stated["additionalProperties"]), max_size=3
        )
    members = {name: values(member) for name, member in stated["properties"].items()}
    required = {name: members.pop(name) for name in stated.get("required", [])}
    return st.fixed_dictionaries(required, optional=members)


DATA = st.fixed_dictionaries(
    {}, optional={name: values(schema) for name, schema in SCHEMAS.items()}
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Return a client whose `Thing` is received and whose `Sent` is sent, of the same members."""
    source = document(
        paths={"/thing": {"put": operation("put", "things", gives=ref("Thing"), body=ref("Sent"))}},
        schemas={**_NAMED, "Thing": obj(**SCHEMAS), "Sent": obj(**SCHEMAS)},
    )
    with generator_in(tmp_path_factory.mktemp("random")) as generate:
        yield generate(source)


@settings(max_examples=1_000, deadline=None)
@given(data=DATA)
def test_valid_data_is_read_and_written_back(made: ModuleType, data: dict[str, Any]) -> None:
    """By the reply's class without null, by the body's class as it is."""
    read = made.models.Thing.from_dict(data)
    assert read.additional_properties == {}
    given = {name: value for name, value in data.items() if value is not None}
    assert json.loads(json.dumps(read.to_dict())) == given
    assert made.models.Thing.from_json(json.dumps(data).encode()) == read
    sent = made.models.Sent.from_dict(data)
    assert sent.to_dict() == data
    assert made.models.Sent.from_dict(sent.to_dict()) == sent


@settings(max_examples=1_000, deadline=None)
@given(
    name=st.sampled_from(sorted(SCHEMAS)),
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["x", "name", "point", "label"]), inner, max_size=3)
        ),
    ),
)
def test_any_data_is_read_or_refused_with_its_place(
    made: ModuleType, name: str, value: object
) -> None:
    """No other error comes out, and the place begins with the member."""
    place = f"$.{name}"
    try:
        made.models.Thing.from_dict({name: value})
    except ResponseDecodeError as error:
        place = error.path
    assert re.match(rf"\$\.{name}(?![\w])", place)
    place = name
    try:
        sent = made.models.Sent.from_dict({name: value})
        assert made.models.Sent.from_dict(sent.to_dict()) == sent
    except ArgumentError as error:
        place = error.argument
    assert re.match(rf"{name}(?![\w])", place)
