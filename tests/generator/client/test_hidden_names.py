"""Schemas called as what generated modules import: each works, or is refused by its name."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.client.naming import class_name
from generator.errors import GeneratorError
from generator.layout import Layout
from tests.generator.client.conftest import Generate, document
from tests.generator.client.everything.pieces import (
    array,
    obj,
    operation,
    parameter,
    ref,
    words,
)
from tests.generator.client.sending import operation_of

if TYPE_CHECKING:
    from generator.json_data import JsonObject

ROOT = Path(__file__).resolve().parents[3]
# What the modules of the client import, or did once.
IMPORTED = (
    *("AsyncAPIClient", "Call", "Calls", "Client", "HeaderParameters", "OpenIntEnum"),
    *("OpenStrEnum", "PageView", "Parameters", "SyncAPIClient", "Cache", "Datetime"),
    *("ExpandPath", "Writing", "TypeCheckingOnly", "Members", "AttributeError", "RecursionError"),
)
REFUSED = ("Any", "ClassVar", "Mapping", "Pager", "ResponseDecodeError", "Self", "Sequence")


def names_around(schemas: JsonObject, name: str) -> JsonObject:
    """Return a document that sends, receives and pages one schema, beside an enum."""
    number: JsonObject = {"type": "integer"}
    schemas = {
        **schemas,
        "Small": words("a", "b"),
        "ThingPage": obj(total=number, _embedded=ref("ThingItems")),
        "ThingItems": obj(things=array(ref(name))),
        "Sent": obj(["one"], one=ref(name), many=array(ref(name))),
    }
    listed = operation(
        "list_things",
        "things",
        parameter("page", "query", number),
        parameter("per_page", "query", number),
        parameter("X-Kind", "header", ref("Small")),
        gives=ref("ThingPage"),
    )
    put = operation(
        "put_thing", "things", parameter("id", "path", number), gives=ref(name), body=ref("Sent")
    )
    return document(
        paths={"/things": {"get": listed}, "/things/{id}": {"put": put}}, schemas=schemas
    )


def require_types(package: str, folder: Path) -> None:
    """Hold a package to mypy in strict mode."""
    core = str(ROOT / "extensions")
    run = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--config-file", ""),
            *("--cache-dir", str(folder / "cache"), package),
        ],
        cwd=folder,
        env={**os.environ, "MYPYPATH": f"{folder}{os.pathsep}{core}", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("kind", ["object", "enum"])
def test_a_schema_may_be_called_as_what_modules_import(
    generate: Generate, tmp_path: Path, kind: str
) -> None:
    """It is imported, sent and received, and type checkers see what it is."""
    schemas: JsonObject = {
        name: obj(a={"type": "string"}) if kind == "object" else words("a", "b")
        for name in IMPORTED
    }
    properties: JsonObject = {name.lower(): ref(name) for name in IMPORTED}
    schemas["All"] = obj(**properties)
    schemas["AllSent"] = obj(**properties)
    source = names_around(schemas, "Call")
    paths = source["paths"]
    assert isinstance(paths, dict)
    for name in IMPORTED:
        paths[f"/{name}"] = {
            "put": operation(f"put_{name.lower()}_x", "others", gives=ref(name), body=ref(name))
        }
    paths["/all"] = {"put": operation("put_all", "others", gives=ref("All"), body=ref("AllSent"))}
    made = generate(source)
    call = operation_of(made, "things", "put_thing").call
    one = {"a": "x"} if kind == "object" else "a"
    assert call(3, {"one": one, "many": [one]}).path == "/things/3"
    page = operation_of(made, "things", "list_things")
    assert page.call(x_kind="a", page=2).headers == {"X-Kind": "a"}
    read = made.models.ThingPage.from_dict({"_embedded": {"things": [one]}})
    assert [each.to_dict() if kind == "object" else each.value for each in read.hal_embedded.things]
    assert page.page_view(read).items == read.hal_embedded.things
    data = {name.lower(): one for name in IMPORTED}
    assert made.models.All.from_dict(data).to_dict() == data
    assert made.models.AllSent.from_dict(data).to_dict() == data
    require_types(made.__name__, tmp_path)


def test_the_list_above_has_every_name_that_generated_modules_import() -> None:
    """A new import in a template has to be private, or to be tried here."""
    names = {
        alias.asname or alias.name
        for path in Layout.of_checkout().generated.rglob("talkdesk_client/[armc]*/**/*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (not node.level)
        for alias in node.names
    }
    public = {name for name in names if not name.startswith("_") and name == class_name(name)}
    assert public <= {*IMPORTED, *REFUSED, "Unset", "UNSET", "TYPE_CHECKING"}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("kind", ["object", "enum"])
def test_a_schema_called_as_what_annotations_name_is_refused(
    generate: Generate, name: str, kind: str
) -> None:
    """An enum as well as an object; they would stand for something else in annotations."""
    schema = obj(a={"type": "string"}) if kind == "object" else words("a", "b")
    with pytest.raises(GeneratorError, match=f"(called|schema) {name} "):
        generate(names_around({name: schema}, name))


@pytest.mark.parametrize("tag", ["any", "mapping", "talkdesk", "sequence"])
def test_a_tag_called_as_what_modules_name_is_refused(generate: Generate, tag: str) -> None:
    """Its class would stand for something else."""
    paths: JsonObject = {"/x": {"get": operation("get_x", tag)}}
    with pytest.raises(GeneratorError, match=r"tag called|a tag whose class"):
        generate(document(paths=paths, schemas={}))


def test_tags_and_operations_may_be_called_as_private_names(
    generate: Generate, tmp_path: Path
) -> None:
    """Operations called `calls` and `core`, tags called `functools` and `cached_property`."""
    names = ("calls", "pagination", "core", "builtins_", "list")
    paths: JsonObject = {
        f"/{tag}/{name}": {"get": operation(f"{name}_{tag}", tag, gives=array({"type": "string"}))}
        for tag in ("functools", "cached_property", "call", "client", "pagers")
        for name in names
    }
    made = generate(document(paths=paths, schemas={}))
    client = made.Talkdesk(region="eu", auth=made.StaticToken("t"))
    assert type(client.pagers).__name__ == "Pagers"
    require_types(made.__name__, tmp_path)
