"""An upgrade of a generator changes nothing in silence: neither its templates nor its settings."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from datamodel_code_generator.arguments import arg_parser
from jinja2 import BaseLoader, Environment, meta
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.openapi import GeneratorData

from generator.client import render
from generator.layout import Layout
from generator.schemas import HEADER
from generator.settings import read_settings
from tests.generator.client.conftest import Generate, document, replies
from tests.generator.client.upstream_templates import (
    OURS,
    UPSTREAM,
    Entry,
    measure,
    overrides,
    read_record,
)

if TYPE_CHECKING:
    from generator.json_data import JsonObject

RENEW = "python -m tests.generator.client.upstream_templates"
# Upstream asks for it whatever the settings are, and renders it with `literal_enums` only.
NEVER_RENDERED = {"literal_enum.py.jinja"}
# One of everything that upstream has a template for.
EVERYTHING: JsonObject = document(
    paths={
        "/things/{id}": {
            "get": {
                "operationId": "get_thing",
                "tags": ["things"],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                ],
                "responses": replies({"$ref": "#/components/schemas/Thing"}),
            }
        }
    },
    schemas={
        "Thing": {
            "type": "object",
            "properties": {
                "colour": {"$ref": "#/components/schemas/Colour"},
                "size": {"$ref": "#/components/schemas/Size"},
            },
        },
        "Colour": {"type": "string", "enum": ["red", "green"]},
        "Size": {"type": "integer", "enum": [1, 2]},
    },
)


class Asked(BaseLoader):
    """Finds every template, empty, and keeps its name: so no template asks for another one."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Note the name."""
        del environment
        self.names.add(template)
        return "", None, None


@pytest.fixture
def asked(tmp_path: Path) -> set[str]:
    """Return the names of the templates that upstream itself renders, as we drive it."""
    config = Config.from_sources(
        ConfigFile.model_validate(read_settings(Layout.of_checkout().config).client),
        MetaType.NONE,
        document_source=tmp_path,
        file_encoding="utf-8",
        overwrite=False,
        output_path=tmp_path / "package",
    )
    data = GeneratorData.from_dict(dict(EVERYTHING), config=config)
    assert isinstance(data, GeneratorData)
    project = Project(openapi=data, config=config)
    loader = Asked()
    project.env.loader = loader
    assert list(project.build()) == []
    return loader.names


def references(name: str) -> set[str]:
    """Name the templates that one of ours includes or imports."""
    text = (OURS / name).read_text("utf-8")
    tree = Environment(extensions=["jinja2.ext.loopcontrols"], autoescape=True).parse(text)
    return {found for found in meta.find_referenced_templates(tree) if found is not None}


def rendered_by_us() -> set[str]:
    """Name the templates that the generator renders by itself."""
    return {
        node.value
        for path in Path(render.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.endswith(".jinja")
    }


@pytest.mark.parametrize("name", sorted({*overrides(), *read_record().templates}))
def test_what_we_replace_is_what_we_compared_ours_with(name: str) -> None:
    """An upgrade that changes a file which we replace stops here, and says what to do."""
    recorded = read_record().templates.get(name, Entry(upstream="nothing", budget=0))
    now = measure().templates.get(name)
    assert now is not None, f"{name} is not a template of upstream and of ours any more; {RENEW}"
    assert now.upstream == recorded.upstream, (
        f"openapi-python-client has another {name} than the one that ours was compared with. Read "
        f"{UPSTREAM / name}, take over what is right, then run `{RENEW}`."
    )


def test_our_templates_stay_near_upstream() -> None:
    """Lines added and removed stay within what was agreed, file by file and together."""
    now, recorded = measure(), read_record()
    over = {
        name: f"{entry.budget} lines, recorded {recorded.templates[name].budget}"
        for name, entry in now.templates.items()
        if name in recorded.templates and entry.budget > recorded.templates[name].budget
    }
    told = f"if upstream's own text cannot do it, run `{RENEW}` and let a review see it"
    assert over == {}, told
    assert now.budget <= recorded.budget, told


def test_every_template_of_ours_is_used(asked: set[str]) -> None:
    """Each is asked for by upstream, by the generator, or by another one that is."""
    ours = {path.name for path in OURS.iterdir()}
    reached: set[str] = set()
    waiting = (asked | rendered_by_us()) & ours
    while waiting:
        reached |= waiting
        waiting = {name for used in waiting for name in references(used)} - reached
    assert reached - ours == set(), "a template of upstream's is used by one of ours"
    assert ours - reached == set(), "nothing renders these"


def test_every_template_that_upstream_renders_is_ours(asked: set[str]) -> None:
    """No text of upstream's reaches the output, but for what our settings never render."""
    assert asked - {path.name for path in OURS.iterdir()} == NEVER_RENDERED
    assert not read_settings(Layout.of_checkout().config).client.get("literal_enums", False)


def test_every_generated_file_says_so_in_its_first_line(generate: Generate) -> None:
    """Models, enums of both kinds, operations and packages carry our header; none lacks it."""
    (package,) = generate(EVERYTHING).__path__
    files = sorted(Path(package).rglob("*.py"))
    assert {"thing.py", "colour.py", "size.py", "get_thing.py", "things.py"} <= {
        path.name for path in files
    }
    committed = sorted(Layout.of_checkout().generated.rglob("*.py"))
    assert committed
    assert [
        path
        for path in (*files, *committed)
        if path.read_text("utf-8").partition("\n")[0] != HEADER
    ] == []


def test_every_option_of_the_other_generator_is_one_of_its_own() -> None:
    """Each is in its help, whole: its parser would take an abbreviation for the option."""
    options = [
        option
        for option in read_settings(Layout.of_checkout().config).schemas.options
        if option.startswith("--")
    ]
    known = set(re.findall(r"--[a-z0-9-]+", arg_parser.format_help()))
    assert options
    assert len(options) == len(set(options))
    assert [option for option in options if option not in known] == []


def test_every_setting_of_the_client_generator_is_one_of_its_own() -> None:
    """Upstream itself ignores a key that it does not know."""
    settings = read_settings(Layout.of_checkout().config).client
    assert settings.keys() <= ConfigFile.model_fields.keys()
