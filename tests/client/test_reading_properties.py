"""Whatever a server sends: it is read without loss, or a typed error says where it is wrong.

Payloads are made from the effective document, for every schema: each property holds for the roots
of replies one by one, and for a schema drawn together with its payload.
"""

from __future__ import annotations

import copy
import json
import pickle
import re
import traceback
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from typing import Any, TypeAlias, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.json_data import Json, Location, copy_json
from talkdesk_client import models
from talkdesk_core.errors import ResponseDecodeError
from talkdesk_schemas import models as schemas
from tests.client.payloads import broken, odd, shapes, valid
from tests.client.payloads.canonical import as_it_came, canonical
from tests.client.payloads.hand import Hand

ROOTS = ("CallbackPage", "Campaign", "Error")
ANY = "any schema"
# A name, a name that is no identifier, or an index (RFC 9535 section 2.3).
STEP = re.compile(r"\.([^.\[\]]+)|\['([^']+)'\]|\[(\d+)\]")

thorough = settings(
    max_examples=1000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # on a machine that runs other things beside
)
each = pytest.mark.parametrize("schema", [*ROOTS, ANY])

Model: TypeAlias = Any


def model_of(name: str) -> Model:
    """Return the client's model of a schema."""
    return getattr(models, name)


def names(schema: str, choices: tuple[str, ...] = shapes.OBJECTS) -> st.SearchStrategy[str]:
    """Return a strategy of the schema's own name, or of all names."""
    return st.sampled_from(choices) if schema == ANY else st.just(schema)


def encoded(value: Json) -> bytes:
    """Write JSON; what no UTF-8 can hold is an escape in it."""
    return json.dumps(value).encode()


def written(model: Model) -> str:
    """Write a model so that two texts differ where 1 and 1.0, or 1 and true, do."""
    return json.dumps(model.to_dict(), sort_keys=True)


def test_every_schema_has_a_model() -> None:
    """No schema of a reply is left out of the properties below."""
    assert {*shapes.OBJECTS, *shapes.WORDS, *shapes.SENT} == set(shapes.SCHEMAS)
    assert len(shapes.OBJECTS) > len(shapes.SENT)
    assert set(shapes.SCHEMAS) <= set(models.__all__)


@each
@thorough
@given(data=st.data())
def test_valid_payloads_are_read_alike_by_both_generators(schema: str, data: st.DataObject) -> None:
    """The client's model and the pydantic model write the payload back as it was."""
    name = data.draw(names(schema))
    payload = data.draw(valid.objects(name))
    content = encoded(payload)
    sent = canonical(name, payload)
    twin = getattr(schemas, name).model_validate_json(content, strict=True)
    assert canonical(name, twin.model_dump(mode="json", by_alias=True)) == sent
    assert canonical(name, model_of(name).from_json(content).to_dict()) == sent


@each
@thorough
@given(data=st.data())
def test_odd_payloads_are_read_without_loss(schema: str, data: st.DataObject) -> None:
    """All that is not null is written back, and every attribute has its documented type."""
    name = data.draw(names(schema))
    payload = data.draw(odd.objects(name))
    read = model_of(name).from_json(encoded(payload))
    assert canonical(name, read.to_dict()) == canonical(name, payload)
    assert_types(shapes.component(name), name, read)


@each
@thorough
@given(data=st.data())
def test_a_mapping_and_its_text_are_read_alike(schema: str, data: st.DataObject) -> None:
    """`from_dict` gives what `from_json` gives, and leaves its argument as it was, for good."""
    name = data.draw(names(schema))
    payload = data.draw(odd.objects(name))
    before = copy_json(payload)
    read = model_of(name).from_dict(payload)
    twin = model_of(name).from_json(encoded(payload))
    assert read == twin
    assert written(read) == written(twin)
    spoil(read)
    assert as_it_came(payload) == as_it_came(before)


@each
@thorough
@given(data=st.data())
def test_what_was_read_survives_copies(schema: str, data: st.DataObject) -> None:
    """Copy, pickle, and writing and reading again: each gives an equal object."""
    name = data.draw(names(schema))
    read = model_of(name).from_json(encoded(data.draw(odd.objects(name))))
    for twin in (
        copy.copy(read),
        copy.deepcopy(read),
        pickle.loads(pickle.dumps(read)),
        model_of(name).from_dict(read.to_dict()),
        model_of(name).from_json(encoded(read.to_dict())),
    ):
        assert type(twin) is type(read)
        assert twin == read
        assert written(twin) == written(read)


@each
@thorough
@given(data=st.data())
def test_broken_payloads_are_refused_with_their_place(schema: str, data: st.DataObject) -> None:
    """The error leads to a wrong value, and neither its text nor its traceback tells the value."""
    name = data.draw(names(schema, broken.BREAKABLE))
    payload = data.draw(broken.objects(name))
    content = encoded(payload.value)
    of_text = refusal(model_of(name).from_json, content)
    of_mapping = refusal(model_of(name).from_dict, payload.value)
    assert (of_text.body, of_mapping.body) == (content, b"")
    for error in (of_text, of_mapping):
        assert location(error.path) in payload.places
        assert error.model in shapes.OBJECTS
        assert error.expected
        assert error.got
        told = "".join(traceback.format_exception(error)) + repr(error) + behind(error)
        assert not [mark for mark in broken.MARKS if mark in told]


@st.composite
def near_misses(draw: st.DrawFn, name: str) -> Json:
    """Draw any JSON value, or an object that has members of a schema with any values."""
    hand = Hand(draw)
    if hand.once_in(3):
        return hand.anything()
    known = sorted(shapes.object_component(name).known)
    return {key: hand.anything() for key in hand.some_of(known)}


@thorough
@given(data=st.data())
def test_any_json_is_read_without_loss_or_refused(data: st.DataObject) -> None:
    """A model reads a JSON value, or raises `ResponseDecodeError`; nothing else ever."""
    name = data.draw(st.sampled_from(shapes.OBJECTS))
    value = data.draw(near_misses(name))
    try:
        read = model_of(name).from_json(encoded(value))
    except ResponseDecodeError as error:
        # It names a place that there is, and whose value is not null.
        assert broken.value_at(value, location(error.path)) is not None or value is None  # noqa: PT017
        assert error.model in shapes.OBJECTS  # noqa: PT017
        return
    assert canonical(name, read.to_dict()) == canonical(name, value)


@thorough
@given(data=st.data())
def test_any_bytes_are_read_or_refused(data: st.DataObject) -> None:
    """Bytes that are no JSON, or cut off, or changed, raise `ResponseDecodeError` if anything."""
    name = data.draw(st.sampled_from(shapes.OBJECTS))
    content = data.draw(st.binary(max_size=20) | st.builds(str.encode, st.text(max_size=20)))
    if data.draw(st.booleans()):
        whole = encoded(data.draw(odd.objects(name)))
        at = data.draw(st.integers(0, len(whole)))
        content = whole[:at] + content + whole[at + data.draw(st.integers(0, 3)) :]
    try:
        model_of(name).from_json(content).to_dict()
    except ResponseDecodeError as error:
        assert error.expected  # noqa: PT017 - nothing has to be raised
        assert error.got  # noqa: PT017


@thorough
@given(data=st.data(), unknown=st.text(max_size=8))
def test_words_of_enums_are_strings_whether_known_or_not(data: st.DataObject, unknown: str) -> None:
    """Both generators know the same words; the client takes others too, and copies of them."""
    name = data.draw(st.sampled_from(shapes.WORDS))
    word = data.draw(valid.words(name))
    enum = model_of(name)
    assert enum(word) == word == getattr(schemas, name)(word).value
    assert enum(f"{word},") is enum(word)
    assert enum(unknown).rstrip(",") == unknown.rstrip(",")
    for found in (enum(word), enum(unknown)):
        for twin in (copy.deepcopy(found), pickle.loads(pickle.dumps(found)), enum(found)):
            assert twin == found
            assert hash(twin) == hash(found)
            assert type(twin) is enum


def refusal(read: Callable[[Any], Model], argument: object) -> ResponseDecodeError:
    """Return the error that reading raises."""
    with pytest.raises(ResponseDecodeError) as caught:
        read(argument)
    return caught.value


def behind(error: BaseException) -> str:
    """Write every exception that an error was raised after, hidden ones too."""
    inner = error.__context__
    return "" if inner is None else f"{inner!r} {vars(inner)}" + behind(inner)


def location(path: str) -> Location:
    """Return the steps of an error's path, such as ``$._embedded.callbacks[3].status``."""
    assert path.startswith("$")
    assert "".join(step[0] for step in STEP.finditer(path)) == path[1:]
    return tuple(name or quoted or int(position) for name, quoted, position in STEP.findall(path))


def spoil(model: Model) -> None:
    """Change a model, and all models, lists and dicts in it, however deep."""
    if isinstance(model, dict):
        for item in cast("dict[str, Any]", model).values():
            spoil(item)
        model["spoiled"] = True
    elif hasattr(model, "append"):
        for item in model:
            spoil(item)
        model.append("spoiled")
    elif hasattr(model, "additional_properties"):
        for attribute in model.__attrs_attrs__:
            spoil(getattr(model, attribute.name))


def attribute_of(model: Model, member: str) -> str:
    """Return the name of the attribute that holds a member; `self` and `from` are no attributes."""
    if member.startswith("_"):
        return f"hal{member}"
    return member if hasattr(model, member) else f"{member}_"


def assert_types(shape: shapes.Shape, name: str, value: object) -> None:
    """Check that a value that was read has the type its schema says, in all of its depth."""
    match shape:
        case shapes.Reference():
            assert_types(shape.target, shape.name, value)
        case shapes.Nullable():
            assert_types(shape.inner, name, value)
        case shapes.Object():
            assert type(value) is model_of(name)
            for member in shape.members:
                inner = getattr(value, attribute_of(type(value), member.name))
                if inner is not None:
                    assert_types(member.shape, "", inner)
        case shapes.Array():
            assert type(value) is list
            for item in cast("list[object]", value):
                assert_types(shape.item, "", item)
        case _:
            assert holds(shape, value)


def holds(shape: shapes.Shape, value: object) -> bool:
    """Whether a value that holds no others has the type that a user expects."""
    match shape:
        case shapes.Moment():
            return type(value) is datetime and value.utcoffset() is not None
        case shapes.Word():
            return isinstance(value, Enum) and isinstance(value, str)
        case shapes.Number():
            return type(value) is int or (type(value) is float and not shape.whole)
        case shapes.Boolean():
            return type(value) is bool
        case shapes.Text():
            return type(value) is str
        case _:
            return True
