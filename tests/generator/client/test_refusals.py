"""What the templates cannot write, and what upstream would lose, is refused by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.client.render import generate_client
from generator.client.types import UnsupportedError
from generator.errors import GeneratorError
from generator.judges import JudgementError, judge_canonical
from generator.layout import Layout
from generator.navigation import DocumentContentError
from tests.generator.client.conftest import Generate, document, replies

if TYPE_CHECKING:
    from pathlib import Path

    from generator.json_data import Json, JsonObject

THING: JsonObject = {"type": "object", "properties": {"id": {"type": "string"}}}
REFERENCE: JsonObject = {"$ref": "#/components/schemas/Thing"}


def operation(**more: Json) -> JsonObject:
    """Return an operation that is fine by itself, with more members."""
    return {"operationId": "get_thing", "tags": ["things"], "responses": replies(REFERENCE), **more}


def parameter(schema: Json, **more: Json) -> JsonObject:
    """Return an operation with one parameter."""
    return operation(parameters=[{"name": "filter", "in": "query", "schema": schema, **more}])


def body() -> JsonObject:
    """Return an operation with a request body."""
    return operation(requestBody={"content": {"application/json": {"schema": REFERENCE}}})


@pytest.mark.parametrize(
    ("stated", "complaint"),
    [
        (body(), "GET /thing has a request body"),
        (parameter({"type": "string"}, **{"in": "header"}), "GET /thing has header parameters"),
        (parameter({"type": "string"}, **{"in": "cookie"}), "GET /thing has cookie parameters"),
        (parameter({"type": "array", "items": {"type": "string"}}), "the query parameter filter"),
        (parameter({"type": "string"}, name="limit"), "the parameter limit is one of the client"),
        (
            operation(responses={**replies(REFERENCE), "204": {"description": "Nothing."}}),
            "successful replies of several shapes",
        ),
    ],
)
def test_an_operation_that_cannot_be_written_is_named(
    generate: Generate, stated: JsonObject, complaint: str
) -> None:
    """The error says which operation, and what of it."""
    with pytest.raises(UnsupportedError, match=complaint):
        generate(document(paths={"/thing": {"get": stated}}, schemas={"Thing": THING}))


@pytest.mark.parametrize(
    ("member", "complaint"),
    [
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, "the property 'odd' is a Union"),
        ({"$ref": "#/components/schemas/Level"}, "Level: only enums of strings"),
    ],
)
def test_a_member_that_cannot_be_typed_is_named(
    generate: Generate, member: JsonObject, complaint: str
) -> None:
    """The error says which member, and why."""
    schemas: JsonObject = {
        "Thing": {"type": "object", "properties": {"odd": member}},
        "Level": {"type": "integer", "enum": [1, 2]},
    }
    with pytest.raises(UnsupportedError, match=complaint):
        generate(document(paths={"/thing": {"get": operation()}}, schemas=schemas))


@pytest.mark.parametrize(
    ("paths", "complaint"),
    [
        ({"/a": {"get": operation(operationId=None)}}, "needs an operationId"),
        ({"/a": {"get": operation(tags=[])}}, "exactly one tag"),
        ({"/a": {"get": operation(tags=["x", "y"])}}, "exactly one tag"),
        ({"/a": {"get": operation()}, "/b": {"get": operation()}}, "get_thing"),
    ],
)
def test_operations_need_one_name_and_one_tag(
    generate: Generate, paths: JsonObject, complaint: str
) -> None:
    """A client cannot be named after what the document leaves open."""
    for item in paths.values():
        assert isinstance(item, dict)
        stated = item["get"]
        assert isinstance(stated, dict)
        if stated["operationId"] is None:
            del stated["operationId"]
    with pytest.raises((DocumentContentError, JudgementError), match=complaint):
        generate(document(paths=paths, schemas={"Thing": THING}))


@pytest.mark.parametrize("name", ["additional_properties", "from_dict", "from_json", "to_dict"])
def test_names_of_the_models_own_are_refused_as_members(generate: Generate, name: str) -> None:
    """A member of such a name would replace a method in silence."""
    schemas: JsonObject = {"Thing": {"type": "object", "properties": {name: {"type": "string"}}}}
    with pytest.raises(DocumentContentError, match=f'"{name}"'):
        generate(document(paths={"/thing": {"get": operation()}}, schemas=schemas))


def test_what_upstream_loses_is_an_error(tmp_path: Path) -> None:
    """A schema that upstream leaves out while it reports success stops the generation."""
    broken: JsonObject = {"type": "object", "properties": {"list": {"type": "array"}}}
    source = document(
        paths={"/thing": {"get": operation()}}, schemas={"Thing": THING, "Broken": broken}
    )
    with pytest.raises(GeneratorError, match="lost Broken"):
        generate_client(source, tmp_path / "client", {}, Layout.of_checkout().templates)


def test_an_unknown_setting_is_an_error(tmp_path: Path) -> None:
    """Upstream would ignore it, and the client would silently be another one."""
    source = document(paths={"/thing": {"get": operation()}}, schemas={"Thing": THING})
    with pytest.raises(GeneratorError, match="unknown keys feild_prefix"):
        generate_client(
            source, tmp_path / "client", {"feild_prefix": "hal_"}, Layout.of_checkout().templates
        )


def test_a_canonical_document_that_is_no_openapi_is_refused() -> None:
    """The meta-schema judges it, and the message names the place."""
    source = document(paths={"/thing": {"get": operation(responses=3)}}, schemas={})
    with pytest.raises(JudgementError, match=r'\["paths"\]\["/thing"\]\["get"\]\["responses"\]'):
        judge_canonical(source)
