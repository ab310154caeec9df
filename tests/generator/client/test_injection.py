"""No text of the document becomes code, wherever it stands and whatever it holds."""

from __future__ import annotations

import ast
import builtins
import importlib
import inspect
import pkgutil
import re
from collections import Counter
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from talkdesk_core.errors import ArgumentError
from tests.generator.client.conftest import Generate, document
from tests.generator.client.everything.pieces import array, either, obj, operation, parameter, ref

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from generator.json_data import JsonObject

FLAG = "injected_by_a_document"
CODE = f"__import__('builtins').{FLAG}"
RUN = f"setattr(__import__('builtins'),'{FLAG}',1)"

# Each would run code where a text is put between quotes, into a comment or into a template.
HOSTILE = [
    f'"""\n{RUN}\n"""',
    f"'''\n{RUN}\n'''",
    f'"+{RUN}+"',
    f"'+{RUN}+'",
    f'")\n{RUN}\n("',
    f"\n    {RUN}\n",
    f"\r{RUN}\r",
    f"\u2028{RUN}\u2029\x85\x0c{RUN}",
    f'\\"""+{RUN}+"""\\',
    f"\\'+{RUN}+'\\",
    f"{{{RUN}}}{{0}}{{}}",
    f"{{{{ {RUN} }}}}{{% set x = {RUN} %}}{{# #}}",
    f"#\n{RUN}#",
    f"\x00{RUN}\x00\x1b\ufeff\u202e\u200b\U000e0001",
    '"',
    "\\",
    '""',
    '\\"',
    "'",
    "\\N{BULLET}\\x\\u12\\",
]


def texts(text: str) -> Callable[[], str]:
    """Return a function that gives the text with another number each time."""
    numbers = count()
    return lambda: f"{text}{next(numbers)}{text}"


def full_of(text: str) -> tuple[JsonObject, list[str], list[str]]:
    """Return a document that holds a text wherever a document can hold one of its author's.

    Returns:
        The document, the members of `Thing`, and the words of `Kind`.
    """
    new = texts(text)
    source: JsonObject = {"page": new(), "line": 1, "row": new()}
    marks: JsonObject = {
        "x-source": source,
        "x-errata": {new(): new()},
        "x-aliases": [new()],
        "x-other": {new(): new()},
    }
    stated_by: JsonObject = {"description": new(), **marks}
    told: JsonObject = {**stated_by, "title": new()}
    words = [new(), new()]
    plain: JsonObject = {"type": "string", "default": new(), "format": new(), **told}
    constant: JsonObject = {"const": new(), "description": new()}
    kinds: JsonObject = {
        new(): {**plain, **marks, "x-aliases": [new()]},
        new(): {"type": "string", "pattern": re.escape(new()), "description": new()},
        new(): constant,
        new(): {**ref("Kind"), "description": new()},
        new(): array(ref("Kind"), description=new()),
        new(): either(ref("Red"), ref("Blue"), discriminator={"propertyName": new()}),
        new(): {
            "oneOf": [ref("Red"), ref("Blue")],
            "discriminator": {
                "propertyName": new(),
                "mapping": {
                    new(): "#/components/schemas/Red",
                    new(): "#/components/schemas/Blue",
                },
            },
        },
        new(): {"type": "string", "format": "date-time", "description": new()},
    }
    schemas: JsonObject = {
        "Thing": {**obj(**kinds), **told, "x-aliases": []},
        "Thingy": {**obj(**kinds), **told, "additionalProperties": plain},
        "Kind": {"type": "string", "enum": [*words], **told},
        "Blue": obj(**{new(): constant}),
    }
    name = new()
    schemas["Red"] = {**obj([name], **{name: plain}), "description": new()}
    flat = re.sub(r"[{}?#/\\]", "", new())
    stated: JsonObject = {
        **operation(
            f"do {new()}",
            "things",
            parameter("id", "path", {"type": "string", "pattern": re.escape(new())}),
            {**parameter(new(), "query", plain), **stated_by},
            {**parameter(new(), "query", array(plain), explode=False), **stated_by},
            {**parameter(new(), "header", ref("Kind")), **stated_by},
            gives=ref("Thing"),
            body=ref("Thingy"),
            media_type=f"application/json; {new()}",
        ),
        "summary": new(),
        "security": [{"oauth2": [new()]}],
        **stated_by,
    }
    assert isinstance(stated["requestBody"], dict)
    stated["requestBody"]["description"] = new()
    listed: JsonObject = {
        **operation(f"list {new()}", "things", gives=array({"const": new()})),
        **stated_by,
    }
    made: JsonObject = {
        **document(
            paths={f"/{flat}/{{id}}": {"put": stated}, f"/{flat}": {"get": listed}},
            schemas=schemas,
        ),
        "info": {"title": new(), "version": new(), "description": new()},
        "tags": [{"name": "things", "description": new()}],
    }
    return made, list(kinds), words


def shape(path: Path) -> str:
    """Return what kinds of nodes a module consists of; names and constants are left out."""

    def kinds(node: ast.AST) -> str:
        below = "".join(kinds(child) for child in ast.iter_child_nodes(node))
        return f"({type(node).__name__}{below})"

    return kinds(ast.parse(path.read_text("utf-8")))


def shapes(package: ModuleType) -> Counter[str]:
    """Return the shapes of all modules of a package."""
    assert package.__file__ is not None
    return Counter(shape(path) for path in Path(package.__file__).parent.rglob("*.py"))


def use(package: ModuleType) -> None:
    """Import every module, read every text, and call what can be called."""
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(found.name)
        for value in vars(module).values():
            inspect.getdoc(value)
        call: Any = getattr(module, "call", None)
        if call is not None:
            names = inspect.signature(call).parameters
            given: dict[str, object] = {"body": {}} if "body" in names else {}
            try:
                call(*(["x"] if "id" in names else []), **given)
            except ArgumentError as error:
                str(error)
    models = package.models
    for name in ("Thing", "Thingy", "Red", "Blue"):
        for data in ({}, {"unknown": 1}):
            try:
                made = getattr(models, name).from_dict(data)
                repr(made)
                made.to_dict()
            except ArgumentError as error:
                str(error)
    str(list(models.Kind))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_becomes_code(generate: Generate, text: str) -> None:
    """Nothing of it runs, and the modules consist of the same nodes as with harmless texts."""
    hostile = generate(full_of(text)[0])
    use(hostile)
    assert not hasattr(builtins, FLAG)
    assert shapes(hostile) == shapes(generate(full_of("Harm-less, he said ")[0]))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_every_text_that_is_data_arrives_as_it_is(generate: Generate, text: str) -> None:
    """Names of members and words of enums are read and written unchanged."""
    source, members, words = full_of(text)
    made = generate(source)
    assert [word.value for word in made.models.Kind] == words
    for word in words:
        read = made.models.Thing.from_dict({members[3]: word})
        assert read.to_dict() == {members[3]: word}
        assert read.additional_properties == {}
    assert made.models.Thingy.from_dict({members[0]: "a"}).to_dict() == {members[0]: "a"}
