"""Names of the document in generated clients: each works, whatever Python or we need it for."""

from __future__ import annotations

import inspect
import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.errors import GeneratorError
from talkdesk_core import http
from talkdesk_core.errors import ArgumentError
from tests.generator.client.conftest import Generate, document
from tests.generator.client.everything.parameters import TAKEN
from tests.generator.client.everything.pieces import array, obj, operation, parameter, ref, words
from tests.generator.client.everything.replies import MEMBERS
from tests.generator.client.sending import KINDS, exchange, operation_of

if TYPE_CHECKING:
    from types import ModuleType

    from generator.json_data import Json, JsonObject

TEXT: JsonObject = {"type": "string"}


def arguments_of(call: Any) -> list[str]:
    """Return the names of a generated function's arguments, but for the client and the body."""
    return [name for name in inspect.signature(call).parameters if name not in {"client", "body"}]


@pytest.mark.parametrize("kind", KINDS)
def test_parameters_may_have_any_name(everything: ModuleType, kind: str) -> None:
    """Keywords, builtins, names of the generated functions: each reaches the wire as its own."""
    values = {name: f"v{number}" for number, name in enumerate(TAKEN)}
    call = operation_of(everything, "search", "taken_query").call
    named = dict(zip(arguments_of(call), values.values(), strict=True))
    assert call(**named).query == values
    _, (request,) = exchange(
        everything, kind, lambda client: client.search.taken_query(**named), http.Response(204)
    )
    assert dict(request.url.params) == values


@pytest.mark.parametrize("kind", KINDS)
def test_path_parameters_may_have_any_name_beside_a_body(everything: ModuleType, kind: str) -> None:
    """By position, in the order of the path."""
    values = [f"v{number}" for number, _ in enumerate(TAKEN)]
    call = operation_of(everything, "search", "taken_path").call
    assert len(arguments_of(call)) == len(TAKEN)
    assert call(*values, body="b").path == "/" + "/".join(values)
    result, (request,) = exchange(
        everything,
        kind,
        lambda client: client.search.taken_path(*values, body="b"),
        http.Response(200, json="r"),
    )
    assert request.url.path.endswith("/" + "/".join(values))
    assert (json.loads(request.content), result) == ("b", "r")


def test_headers_may_have_the_names_of_arguments(everything: ModuleType) -> None:
    """The body stays `body`."""
    call = operation_of(everything, "search", "taken_header").call
    names = arguments_of(call)
    values = [f"v{number}" for number, _ in enumerate(names)]
    made = call(**dict(zip(names, values, strict=True)), body="b")
    assert list(made.headers.values()) == values
    assert made.json == "b"


def test_an_argument_that_was_renamed_is_named_as_the_user_wrote_it(
    everything: ModuleType,
) -> None:
    """Of every place."""
    query = operation_of(everything, "search", "taken_query").call
    with pytest.raises(ArgumentError, match=r"^body_ takes"):
        query(body_="")
    path = operation_of(everything, "search", "taken_path").call
    values = ["v"] * len(TAKEN)
    values[TAKEN.index("body")] = ""
    with pytest.raises(ArgumentError, match=r"^body_ takes"):
        path(*values, body="b")


@pytest.mark.parametrize("model", ["Named", "Naming"])
def test_members_may_have_any_name(everything: ModuleType, model: str) -> None:
    """Of replies and of bodies; nothing of the class is replaced."""
    kind = getattr(everything.models, model)
    data = {name: f"value of {name}" for name in MEMBERS}
    read = kind.from_dict(data)
    assert read.to_dict() == data
    assert read.additional_properties == {}
    assert kind.from_json(json.dumps(data).encode()) == read
    assert "value of" not in repr(read)
    names = [name for name in inspect.signature(kind).parameters if name != "additional_properties"]
    assert len(names) == len(set(MEMBERS))
    made = kind(**{name: f"x{number}" for number, name in enumerate(names)})
    assert sorted(made.to_dict().values()) == sorted(f"x{number}" for number in range(len(names)))


def one_operation(*parameters: Json, **schemas: JsonObject) -> JsonObject:
    """Return a document with one operation and some schemas, the first of which it gives."""
    gives = ref(next(iter(schemas))) if schemas else TEXT
    return document(
        paths={"/things": {"get": operation("list_things", "things", *parameters, gives=gives)}},
        schemas={**schemas},
    )


def test_members_and_parameters_that_fold_together_keep_their_own_names(
    generate: Generate,
) -> None:
    """`recordId` and `record_id` are two; so are `Name` and `name`, `to_dict` and `toDict`."""
    names = ("recordId", "record_id", "Name", "name", "ID", "id", "toDict", "additionalProperties")
    made = generate(
        one_operation(
            *(parameter(name, "query", TEXT) for name in names),
            *(parameter(name, "header", TEXT) for name in ("X-Id", "id")),
            Thing=obj(
                **dict.fromkeys(names, TEXT),
                Sort=ref("Kind"),
                sort=array(ref("Kind")),
                Any=TEXT,
                any={},
            ),
            Kind=words("a"),
        )
    )
    data: dict[str, Any] = {name: f"value of {name}" for name in names}
    data |= {"Sort": "a", "sort": ["b"], "Any": "text", "any": 3}
    read = made.models.Thing.from_dict(data)
    assert read.to_dict() == data
    assert read.additional_properties == {}
    assert (read.recordId, read.record_id) == ("value of recordId", "value of record_id")
    call = operation_of(made, "things", "list_things").call
    values = [f"v{number}" for number in range(len(names) + 2)]
    sent = call(**dict(zip(arguments_of(call), values, strict=True)))
    assert sent.query == dict(zip(names, values, strict=False))
    assert sent.headers == {"X-Id": values[-2], "id": values[-1]}


def test_parameters_that_fold_together_keep_their_own_checks(generate: Generate) -> None:
    """By the names of the module's constants too, some of which have another use."""
    number: JsonObject = {"type": "integer"}
    made = generate(
        one_operation(
            parameter("Name", "query", TEXT),
            parameter("name", "query", number),
            parameter("decode", "query", number),
            parameter("Body", "query", number),
            parameter("body", "query", TEXT),
        )
    )
    call = operation_of(made, "things", "list_things").call
    sent = call(Name="a", name=1, decode=2, Body=3, body_="b")
    assert sent.query == {"Name": "a", "name": "1", "decode": "2", "Body": "3", "body": "b"}
    assert sent.decode(b'"text"') == "text"


@pytest.mark.parametrize(
    ("words_", "complaint"),
    [
        (["a", "A"], "enum kind.Kind"),
        (["light/blue", "lightblue"], "enum kind.Kind"),
        (["lightblue", "light/blue"], "two words of Kind get the same name"),
    ],
)
def test_words_that_fold_together_are_refused_by_the_enums_name(
    generate: Generate, words_: list[Json], complaint: str
) -> None:
    """One would vanish from the enum."""
    source = one_operation(Thing=obj(kind=ref("Kind")), Kind=words(*words_))
    with pytest.raises(GeneratorError, match=complaint):
        generate(source)


def test_members_that_fold_to_nothing_different_are_refused(generate: Generate) -> None:
    """`a b` and `a-b` have one name in Python, however it is written."""
    source = one_operation(Thing=obj(**{"a b": TEXT, "a-b": TEXT}))
    with pytest.raises(GeneratorError, match="lost Thing"):
        generate(source)


@pytest.mark.parametrize(
    ("names", "complaint"),
    [
        (("FooBar", "foo_bar"), "foo_bar|FooBar"),
        (
            ("HTTPServer", "HttpServer"),
            "HTTPServer and HttpServer would both be models.http_server",
        ),
    ],
)
def test_schemas_that_fold_together_are_refused(
    generate: Generate, names: tuple[str, str], complaint: str
) -> None:
    """One would replace the other's file."""
    schemas: dict[str, JsonObject] = {name: obj(**{f"m{name}": TEXT}) for name in names}
    with pytest.raises(GeneratorError, match=complaint):
        generate(one_operation(Thing=obj(**{name: ref(name) for name in names}), **schemas))


@pytest.mark.parametrize("tags", [("things", "things"), ("things", "others")])
def test_operations_that_fold_together_are_refused(
    generate: Generate, tags: tuple[str, str]
) -> None:
    """Each would be called by the path of the other."""
    paths: JsonObject = {
        f"/{name}": {"get": operation(name, tag)}
        for name, tag in zip(("getThing", "get_thing"), tags, strict=True)
    }
    with pytest.raises(
        GeneratorError, match="GET /get_thing: another operation is called get_thing"
    ):
        generate(document(paths=paths, schemas={}))


def test_operations_may_be_called_as_keywords_and_types(generate: Generate) -> None:
    """A method cannot be called `import`, and one called `str` would hide the type."""
    names = ("import_things", "str_things", "list_things", "print_things", "get")
    paths: JsonObject = {
        f"/{name}": {"get": operation(name, "things", parameter("a", "query", TEXT))}
        for name in names
    }
    made = generate(document(paths=paths, schemas={}))
    client = made.Talkdesk(region="eu", auth=made.StaticToken("t"))
    public = [name for name in dir(client.things) if not name.startswith("_")]
    assert public == sorted(["import_", "str_", "list", "print", "get", "with_raw_response"])


def test_a_title_or_an_extension_names_no_class(generate: Generate) -> None:
    """The component's name does; upstream would follow the title, and lose the schema."""
    made = generate(
        one_operation(
            Thing={**obj(kind=ref("Kind"), title=TEXT), "title": "Some Other"},
            Kind={
                **words("a", "b"),
                "title": "Sort",
                "x-enum-varnames": ["1", "1"],
                "x-extensible-enum": ["c"],
            },
        )
    )
    assert set(made.models.__all__) == {"Thing", "Kind"}
    assert made.models.Thing.from_dict({"kind": "b", "title": "t"}).kind is made.models.Kind.B


def test_words_of_any_spelling_keep_their_value(generate: Generate) -> None:
    """Invisible characters, quotes, and names that enums need themselves."""
    stated = ["a\u200bb", 'q"', "b\\s", "new\nline", "mro", "name", "__init__", "_sunder_", "1", ""]
    made = generate(one_operation(Thing=obj(kind=ref("Kind")), Kind=words(*stated)))
    assert [member.value for member in made.models.Kind] == stated
    for word in stated:
        read = made.models.Thing.from_dict({"kind": word})
        assert read.kind.is_documented
        assert read.to_dict() == {"kind": word}
