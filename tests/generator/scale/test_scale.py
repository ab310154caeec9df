"""A document of 500 operations and 800 schemas becomes a client, which costs no more to import."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from generator.navigation import as_list, as_object, as_text, operations
from tests.generator.scale.checkout import OURS, regenerate_strictly, write_checkout
from tests.generator.scale.document import large_document
from tests.generator.scale.schemas import SHARED

if TYPE_CHECKING:
    from generator.json_data import JsonObject
    from generator.layout import Layout

OPERATIONS = 500
SCHEMAS = 800
TAGS = 40

# The methods of every resource; every other resource has `copy` too.
METHODS = {
    *("list", "create", "get", "replace", "update", "delete"),
    *("list_members", "assign_members", "dissociate_members"),
    *("list_owners", "assign_owners", "dissociate_owners"),
}

# Tells which methods each attribute of the two clients has, and what the package offers.
INVENTORY = """
import importlib, json
import talkdesk_client
from talkdesk_client import AsyncTalkdesk, StaticToken, Talkdesk, models

def public(kind):
    # `with_raw_response` is a property: it leads to the same methods again.
    methods = (name for name, value in vars(kind).items() if not isinstance(value, property))
    return sorted(name for name in methods if not name.startswith("_"))

found = {"models": models.__all__, "package": talkdesk_client.__all__}
for kind, prefix in ((Talkdesk, ""), (AsyncTalkdesk, "Async")):
    found[kind.__name__] = {}
    for tag in public(kind):
        module = importlib.import_module(f"talkdesk_client.resources.{tag}")
        (name,) = (name for name in module.__all__ if name.startswith("Async") == bool(prefix))
        found[kind.__name__][tag] = public(getattr(module, name))
print(json.dumps(found))
"""


@pytest.fixture(scope="session")
def document() -> JsonObject:
    """Return the document, which has the size that is promised."""
    made = large_document(OPERATIONS)
    assert len(list(operations(made))) == OPERATIONS
    assert len(schemas_of(made).keys() - SHARED.keys()) == SCHEMAS
    assert len(as_list(made["tags"])) == TAGS
    return made


@pytest.fixture(scope="session")
def checkout(document: JsonObject, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """Generate everything once: every module is compiled and imported on the way.

    The command line says nothing but which files are new; a warning would end it with an error.
    """
    layout = write_checkout(tmp_path_factory.mktemp("scale"), OPERATIONS)
    run = regenerate_strictly(layout)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    added = [line for line in run.stdout.splitlines() if line.startswith("added generated/")]
    assert len(added) > len(schemas_of(document)) + OPERATIONS + TAGS
    return layout


def schemas_of(document: JsonObject) -> JsonObject:
    """Return the components of a document that are schemas."""
    return as_object(as_object(document["components"])["schemas"])


def fresh(layout: Layout, program: str) -> str:
    """Run a program against the packages of a checkout; return what it prints."""
    run = subprocess.run(
        [sys.executable, "-P", "-B", "-W", "error", "-c", program],
        env={**os.environ, "PYTHONPATH": f"{layout.generated}{os.pathsep}{layout.extensions}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def loaded_by(layout: Layout, statement: str) -> set[str]:
    """Name the modules that a statement loads in a fresh interpreter."""
    program = f"import sys; old = {{*sys.modules}}; {statement}; print(*sys.modules.keys() - old)"
    return set(fresh(layout, program).split())


@pytest.fixture(scope="session")
def inventory(checkout: Layout) -> dict[str, Any]:
    """Return what the generated client offers, as a fresh interpreter finds it."""
    found: dict[str, Any] = json.loads(fresh(checkout, INVENTORY))
    return found


@pytest.mark.parametrize("client", ["Talkdesk", "AsyncTalkdesk"])
def test_every_operation_reaches_both_facades(
    document: JsonObject, inventory: dict[str, Any], client: str
) -> None:
    """Each tag is a resource, whose methods are its operations, no more and no less."""
    resources: dict[str, list[str]] = inventory[client]
    assert set(resources) == {as_text(as_object(tag)["name"]) for tag in as_list(document["tags"])}
    assert sum(len(methods) for methods in resources.values()) == OPERATIONS
    assert all(METHODS <= set(methods) <= {*METHODS, "copy"} for methods in resources.values())


def test_every_operation_has_a_module(document: JsonObject, checkout: Layout) -> None:
    """Beside the methods stand the plain operations, by the names of the document."""
    api = checkout.generated / "talkdesk_client" / "api"
    modules = {path.stem for path in api.glob("*/*.py")} - {"__init__"}
    assert modules == {as_text(each["operationId"]) for _, _, each in operations(document)}


def test_every_schema_reaches_the_models(document: JsonObject, inventory: dict[str, Any]) -> None:
    """Each is a class; what is sent and received is a second one, and nothing else is added."""
    schemas = schemas_of(document).keys()
    names = set(inventory["models"])
    assert schemas <= names
    both = {name.removesuffix("Input") for name in names - schemas}
    assert both == {name for name in schemas if name.endswith(("Settings", "Hours"))}
    assert names <= set(inventory["package"])


def test_every_schema_reaches_the_server_side(document: JsonObject, checkout: Layout) -> None:
    """The pydantic models have a class of each schema's name."""
    text = (checkout.generated / "talkdesk_schemas" / "models.py").read_text("utf-8")
    classes = {node.name for node in ast.parse(text).body if isinstance(node, ast.ClassDef)}
    assert schemas_of(document).keys() <= classes


@pytest.mark.parametrize(
    "statement",
    [
        "import talkdesk_client",
        "import talkdesk_client.models",
        "from talkdesk_client import Talkdesk",
        "from talkdesk_client import AsyncTalkdesk",
    ],
)
def test_the_package_loads_no_more_than_ours(checkout: Layout, statement: str) -> None:
    """Neither the package nor a client loads a model, an operation or a resource before its use."""
    loaded = loaded_by(checkout, statement)
    assert "talkdesk_client" in loaded
    assert loaded == loaded_by(OURS, statement)


def test_a_model_of_many_loads_only_what_it_holds(checkout: Layout) -> None:
    """An enum loads one module more than the empty package of models does."""
    loaded = loaded_by(checkout, "from talkdesk_client.models import AgentStatus")
    assert {name for name in loaded if name.startswith("talkdesk_client.models.")} == {
        "talkdesk_client.models.agent_status"
    }
