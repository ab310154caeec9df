"""What the templates cannot write, and what upstream would lose, is refused by name."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import pytest

from generator.client.clashes import CLIENT_NAMES
from generator.client.render import generate_client
from generator.client.shapes import UnsupportedError
from generator.errors import GeneratorError
from generator.judges import JudgementError, judge_canonical
from generator.layout import Layout
from generator.navigation import DocumentContentError, as_list, as_object
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient
from talkdesk_core.errors import ArgumentError
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


def body(media_type: str = "application/json", schema: Json = None) -> JsonObject:
    """Return an operation with a request body."""
    stated: Json = REFERENCE if schema is None else schema
    return operation(requestBody={"content": {media_type: {"schema": stated}}})


TEXT: JsonObject = {"type": "string"}
TEXTS: JsonObject = {"type": "array", "items": TEXT}
OTHER: JsonObject = {"200": replies(REFERENCE)["200"], "201": replies(TEXT)["200"]}


@pytest.mark.parametrize(
    ("stated", "complaint"),
    [
        (parameter(TEXT, **{"in": "cookie"}), "GET /thing has cookie parameters"),
        (parameter(REFERENCE), "GET /thing: the query parameter filter holds object"),
        (parameter({"type": "array", "items": REFERENCE}), "the query parameter filter holds obj"),
        (parameter({"type": "array", "items": TEXTS}), "the query parameter filter holds array"),
        (parameter({}), "the query parameter filter holds any"),
        (parameter({"anyOf": [TEXT, REFERENCE]}), "the query parameter filter holds object"),
        (parameter(TEXTS, style="pipeDelimited"), "parameter filter has the style pipeDelimited"),
        (parameter(TEXTS, style="spaceDelimited"), "parameter filter has the style spaceDelimited"),
        (parameter(REFERENCE, style="deepObject"), "the query parameter filter holds object"),
        (operation(responses=OTHER), "GET /thing has successful replies of several shapes"),
        (
            body(schema={"type": "array", "items": {"type": "string", "pattern": "[z-a]"}}),
            "the request body of GET /thing: the pattern .* is none of Python",
        ),
        (body("multipart/form-data"), "GET /thing takes no request body of JSON"),
        (body("text/plain", TEXT), "GET /thing takes no request body of JSON"),
        (parameter(TEXTS, **{"in": "header"}), "lost get_thing"),
        (
            body(schema={"allOf": [REFERENCE, {"$ref": "#/components/schemas/Other"}]}),
            "the request body of GET /thing: an allOf of several schemas needs to be a component",
        ),
        (
            body(schema={"$ref": "#/components/schemas/Loop"}),
            "the request body of GET /thing: the schema Loop holds itself",
        ),
        (
            operation(responses=replies({"$ref": "#/components/schemas/Loop"})),
            "the reply 200 of GET /thing: the schema Loop holds itself",
        ),
        (
            parameter({"$ref": "#/components/schemas/Loop"}),
            "lost get_thing",
        ),
        (
            parameter(None, content={"application/json": {"schema": TEXT}}),
            "GET /thing: the query parameter filter has no schema",
        ),
    ],
)
def test_an_operation_that_cannot_be_written_is_named(
    generate: Generate, stated: JsonObject, complaint: str
) -> None:
    """The error says which operation, and what of it."""
    schemas: JsonObject = {
        "Thing": THING,
        "Other": {"type": "object", "properties": {"size": {"type": "integer"}}},
    }
    if "Loop" in str(stated):
        loop: JsonObject = {"$ref": "#/components/schemas/Loop"}
        schemas["Loop"] = {"anyOf": [{"type": "string"}, {"type": "array", "items": loop}]}
    for each in (stated, *(as_object(p) for p in as_list(stated.get("parameters")))):
        for name in [name for name, value in each.items() if value is None]:
            del each[name]
    with pytest.raises(GeneratorError, match=complaint):
        generate(document(paths={"/thing": {"get": stated}}, schemas=schemas))


@pytest.mark.parametrize(
    ("member", "complaint"),
    [
        ({"$ref": "#/components/schemas/Loop"}, "lost (get_thing, )?Thing"),
        (
            {"allOf": [{"$ref": "#/components/schemas/Part"}, {"$ref": "#/components/schemas/P2"}]},
            r"Thing\.odd: an allOf of several schemas needs to be a component",
        ),
        ({"const": {"a": 1}}, r"(?s)cannot read the document.*Thing.*odd"),
        ({"type": "object"}, r"\[.Thing.\].*\[.odd.\]: an object or enum without a name"),
        ({"enum": ["a"]}, r"\[.Thing.\].*\[.odd.\]: an object or enum without a name"),
    ],
)
@pytest.mark.parametrize("direction", ["reply", "body"])
def test_a_member_that_cannot_be_typed_is_named(
    generate: Generate, member: JsonObject, complaint: str, direction: str
) -> None:
    """The error says which member, and why."""
    loop: JsonObject = {"$ref": "#/components/schemas/Loop"}
    schemas: JsonObject = {
        "Thing": {"type": "object", "properties": {"odd": member}},
        "Part": THING,
        "P2": {"type": "object", "properties": {"size": {"type": "integer"}}},
    }
    if "Loop" in str(member):
        schemas["Loop"] = {"type": "array", "items": loop}
    stated: JsonObject = operation()
    if direction == "body":
        stated = {**body(), "responses": {"204": {"description": "Done."}}}
    with pytest.raises(GeneratorError, match=complaint):
        generate(document(paths={"/thing": {"get": stated}}, schemas=schemas))


@pytest.mark.parametrize("name", ["Pager", "NotFoundError", "ClientCredentials", "Talkdesk"])
def test_a_model_named_as_a_name_of_the_package_is_refused(generate: Generate, name: str) -> None:
    """`from talkdesk_client import Pager` can mean one of the two alone."""
    schemas: JsonObject = {"Thing": THING, name: THING}
    with pytest.raises(GeneratorError, match=f"the schema {name} is called as a name of the pack"):
        generate(document(paths={"/thing": {"get": operation()}}, schemas=schemas))


@pytest.mark.parametrize("name", ["Any", "Mapping", "Self", "Sequence", "Unset"])
def test_a_model_named_as_a_name_of_its_module_is_refused(generate: Generate, name: str) -> None:
    """The class would take the place of what its own lines name."""
    schemas: JsonObject = {"Thing": THING, name: THING}
    with pytest.raises(GeneratorError, match=name):
        generate(document(paths={"/thing": {"get": operation()}}, schemas=schemas))


def test_a_model_named_as_the_strict_copy_of_another_is_refused(generate: Generate) -> None:
    """`Thing` is sent and received, and `ThingInput` is something else."""
    schemas: JsonObject = {"Thing": THING, "ThingInput": THING}
    with pytest.raises(UnsupportedError, match="Thing is sent and received, and ThingInput"):
        generate(document(paths={"/thing": {"put": body()}}, schemas=schemas))


@pytest.mark.parametrize("path", ["/thing}", "/thing{", "/{}", "/{0}/x", "/{a.b}", "/{a!r}"])
def test_a_path_with_braces_that_name_no_parameter_is_refused(tmp_path: Path, path: str) -> None:
    """What is filled into a path has to be an argument."""
    source = document(paths={path: {"get": operation()}}, schemas={"Thing": THING})
    with pytest.raises(GeneratorError, match=r"has braces in its path|lost get_thing"):
        generate_client(source, tmp_path / "client", {}, Layout.of_checkout().templates)


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


@pytest.mark.parametrize(
    ("tags", "names", "complaint"),
    [
        (("things", "things"), ("get_thing", "get_things"), "would all be client.things.get"),
        (("request", "x"), ("get_thing", "get_x"), "the tag request is a name of the client"),
        (("thing", "x"), ("get_one", "get_x"), "the schema Thing is called as the resource"),
        (
            ("things", "x"),
            ("with_raw_response", "get_x"),
            "with_raw_response would be client.things.with_raw_response, which every resource has",
        ),
    ],
)
def test_names_that_would_replace_each_other_are_refused(
    generate: Generate, tags: tuple[str, str], names: tuple[str, str], complaint: str
) -> None:
    """Methods, a resource and the client, a resource and a model: each keeps its name."""
    paths: JsonObject = {
        f"/{number}": {"get": operation(operationId=name, tags=[tag])}
        for number, (tag, name) in enumerate(zip(tags, names, strict=True))
    }
    with pytest.raises(GeneratorError, match=complaint):
        generate(document(paths=paths, schemas={"Thing": THING}))


def test_the_clients_own_names_are_those_that_tags_must_not_have() -> None:
    """The list in the generator is the public surface of the two base clients."""
    names = {name for kind in (SyncAPIClient, AsyncAPIClient) for name in dir(kind)}
    assert {name for name in names if not name.startswith("_")} == CLIENT_NAMES


def test_a_success_that_is_no_json_is_refused(generate: Generate) -> None:
    """Its reader would fail on every reply."""
    content: JsonObject = {"text/csv": {"schema": {"type": "string"}}}
    stated = operation(responses={"200": {"description": "A table.", "content": content}})
    with pytest.raises(UnsupportedError, match="GET /thing succeeds with something else than JSON"):
        generate(document(paths={"/thing": {"get": stated}}, schemas={"Thing": THING}))


def test_words_of_an_enum_that_fold_together_are_a_typed_error(generate: Generate) -> None:
    """Upstream gives both the same name; the error comes from us, with its reason."""
    schemas: JsonObject = {
        "Thing": {"type": "object", "properties": {"k": {"$ref": "#/components/schemas/Kind"}}},
        "Kind": {"type": "string", "enum": ["a", "A"]},
    }
    with pytest.raises(GeneratorError, match="cannot read the document"):
        generate(document(paths={"/thing": {"get": operation()}}, schemas=schemas))


@pytest.mark.parametrize("keyword", ["additionalProperties", "items", "not"])
def test_a_schema_without_a_name_is_refused_wherever_it_stands(
    generate: Generate, keyword: str
) -> None:
    """Both generators would invent a name, and change it with the next edit."""
    inline: JsonObject = {"type": "object", "properties": {"a": {"type": "string"}}}
    schemas: JsonObject = {"Thing": {"type": "object", keyword: inline}}
    with pytest.raises(DocumentContentError, match="make it a component"):
        generate(document(paths={"/thing": {"get": operation()}}, schemas=schemas))


def test_a_path_and_a_query_parameter_of_one_name_keep_their_own_statements(
    generate: Generate,
) -> None:
    """Each has its own text and bounds."""
    stated = operation(
        parameters=[
            {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "id", "in": "query", "schema": {"type": "integer", "maximum": 5}},
        ]
    )
    made = generate(document(paths={"/thing/{id}": {"get": stated}}, schemas={"Thing": THING}))
    call = importlib.import_module(f"{made.__name__}.api.things.get_thing").call
    assert call("a/b", id_query=5).path == "/thing/a%2Fb"
    assert call("a", id_query=5).query == {"id": "5"}
    with pytest.raises(ArgumentError, match="id_query takes at most 5"):
        call("a", id_query=6)


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


def test_a_schema_that_is_no_json_schema_is_refused() -> None:
    """OpenAPI's own meta-schema does not look inside schemas."""
    source = document(paths={}, schemas={"Thing": {"type": "integre"}})
    with pytest.raises(JudgementError, match=r'\["Thing"\], \$\["type"\]'):
        judge_canonical(source)


def test_a_canonical_document_that_is_no_openapi_is_refused() -> None:
    """The meta-schema judges it, and the message names the place."""
    source = document(paths={"/thing": {"get": operation(responses=3)}}, schemas={})
    with pytest.raises(JudgementError, match=r'\["paths"\]\["/thing"\]\["get"\]\["responses"\]'):
        judge_canonical(source)
