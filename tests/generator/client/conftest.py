"""Small documents become importable clients: tests see generated output, not templates."""

from __future__ import annotations

import importlib
import sys
import tomllib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from copy import deepcopy
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from generator.client.render import generate_client
from generator.judges import judge_effective
from generator.layout import Layout
from tests.generator.client.everything import document_of_everything

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

# A module's name stays taken for the whole run, so each generated package has its own.
_NUMBERS = count()

Generate = Callable[["JsonObject"], ModuleType]


def document(*, paths: JsonObject, schemas: JsonObject) -> JsonObject:
    """Return a document around paths and schemas."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Small", "version": "1"},
        "paths": paths,
        "components": {"schemas": schemas},
    }


def replies(schema: Json) -> JsonObject:
    """Return the responses of an operation that succeeds with one schema."""
    content: JsonObject = {"application/json": {"schema": schema}}
    return {"200": {"description": "It went well.", "content": content}}


@contextmanager
def generator_in(folder: Path) -> Generator[Generate, None, None]:
    """Give a function that judges a document, generates its client in a folder and imports it."""
    layout = Layout.of_checkout()
    settings = tomllib.loads(layout.config.read_text("utf-8"))["client"]
    sys.path.insert(0, str(folder))

    def run(source: JsonObject) -> ModuleType:
        name = f"small_client_{next(_NUMBERS)}"
        judge_effective(deepcopy(source))
        generate_client(source, folder / name, settings, layout.templates)
        importlib.invalidate_caches()
        return importlib.import_module(name)

    yield run
    sys.path.remove(str(folder))


@pytest.fixture
def generate(tmp_path: Path) -> Iterator[Generate]:
    """Return a function that judges a document, generates its client and imports it."""
    with generator_in(tmp_path) as run:
        yield run


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Return the client of the document with everything in it, generated once."""
    with generator_in(tmp_path_factory.mktemp("everything")) as run:
        yield run(document_of_everything())
