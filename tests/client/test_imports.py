"""What importing the client costs and gives, each in a fresh interpreter."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import is_dataclass
from types import ModuleType
from typing import get_args, get_type_hints

import pytest

import talkdesk_client
import talkdesk_core
import talkdesk_sandbox
import talkdesk_schemas
from talkdesk_client import models
from talkdesk_core import auth, errors

# What sends requests; reading data, catching errors and naming credentials must not load it.
NETWORK = {"httpx", "ssl", "socket", "asyncio"}


def modules(package: ModuleType) -> list[str]:
    """Name a package and every module of it."""
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    return [package.__name__, *(module.name for module in found)]


def fresh(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh interpreter that takes warnings for errors."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


def loaded_by(statement: str) -> set[str]:
    """Name the modules that a statement loads in a fresh interpreter."""
    run = fresh(
        f"import sys; old = {{*sys.modules}}; {statement}; print(*sys.modules.keys() - old)"
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.split())


def needed(kind: object) -> set[str]:
    """Name the modules of a model and of all that its attributes hold, all the way down."""
    found: set[str] = set()
    waiting = [kind]
    while waiting:
        one = waiting.pop()
        waiting += get_args(one)
        if isinstance(one, type) and one.__module__ not in found | {"builtins"}:
            found.add(one.__module__)
            waiting += get_type_hints(one).values() if hasattr(one, "from_dict") else []
    return found


@pytest.mark.parametrize("name", ["talkdesk_client", "talkdesk_client.models", "talkdesk_core"])
def test_importing_a_package_loads_nothing_else(name: str) -> None:
    """Not a model, not the HTTP library, not even `typing`: the package and those it stands in."""
    parts = name.split(".")
    assert loaded_by(f"import {name}") == {
        ".".join(parts[:end]) for end in range(1, len(parts) + 1)
    }


@pytest.mark.parametrize("name", ["Callback", "CallbackPage", "Campaign", "CallbackStatus"])
def test_a_model_loads_what_it_holds_and_no_network(name: str) -> None:
    """A program that only reads data pays for no other model, and for nothing that sends."""
    loaded = loaded_by(f"from talkdesk_client.models import {name}")
    kind = getattr(models, name)
    assert kind.__module__ in loaded
    assert {module for module in loaded if module.startswith("talkdesk_client.models.")} <= needed(
        kind
    )
    assert loaded & NETWORK == set()


@pytest.mark.parametrize("name", ["ClientCredentials", "StaticToken", "APIError", "RateLimitError"])
def test_credentials_and_errors_load_no_network(name: str) -> None:
    """They can be named in configuration and `except` clauses for next to nothing."""
    loaded = loaded_by(f"from talkdesk_client import {name}")
    assert loaded & {*NETWORK, "msgspec", "attrs", "talkdesk_client.models"} == set()


def test_the_sync_client_does_not_load_asyncio() -> None:
    """Only the asynchronous client needs an event loop."""
    assert "asyncio" not in loaded_by("from talkdesk_client import Talkdesk")


@pytest.mark.parametrize(
    ("package", "fewest"),
    [(talkdesk_client, 50), (talkdesk_core, 20), (talkdesk_schemas, 2), (talkdesk_sandbox, 20)],
    ids=["client", "core", "schemas", "sandbox"],
)
def test_every_module_imports_alone(package: ModuleType, fewest: int) -> None:
    """No module needs another one to be imported before it, of ours or of the standard library."""
    names = modules(package)
    assert len(names) >= fewest
    # One process for each: whatever one import leaves behind could help the next. Two at a time.
    with ThreadPoolExecutor(2) as pool:
        runs = list(pool.map(fresh, [f"import {name}" for name in names]))
    failed = {name: run.stderr for name, run in zip(names, runs, strict=True) if run.returncode}
    assert failed == {}


@pytest.mark.parametrize("name", talkdesk_client.__all__)
def test_every_public_name_is_there_and_listed(name: str) -> None:
    """What `__all__` promises can be had, and shows in `dir`."""
    assert getattr(talkdesk_client, name) is not None
    assert name in dir(talkdesk_client)


@pytest.mark.parametrize("name", talkdesk_client.models.__all__)
def test_every_model_is_there_and_listed(name: str) -> None:
    """Each name of `models` is a class of that name."""
    assert getattr(talkdesk_client.models, name).__name__ == name
    assert name in dir(talkdesk_client.models)


@pytest.mark.parametrize("name", models.__all__)
def test_every_model_is_there_by_the_package_too(name: str) -> None:
    """`from talkdesk_client import Callback` gives the class that `models` has."""
    assert getattr(talkdesk_client, name) is getattr(models, name)
    assert name in dir(talkdesk_client)
    assert name in talkdesk_client.__all__


def test_every_kind_of_credentials_is_there_by_the_package_too() -> None:
    """Nobody needs to know the core to make a client."""
    kinds = {name for name in auth.__all__ if is_dataclass(getattr(auth, name))}
    assert kinds
    assert kinds <= set(talkdesk_client.__all__)


def test_unknown_names_are_attribute_errors() -> None:
    """A typo is told as Python tells it."""
    with pytest.raises(AttributeError, match="Tolkdesk"):
        _ = getattr(talkdesk_client, "Tolkdesk")  # noqa: B009 - a checker refuses the plain form
    with pytest.raises(AttributeError, match="Calback"):
        _ = getattr(talkdesk_client.models, "Calback")  # noqa: B009 - as above


def test_every_error_of_the_core_is_an_error_of_the_client() -> None:
    """Users catch errors by the client's own names."""
    raised = {
        name
        for name in errors.__all__
        if isinstance(getattr(errors, name), type) and issubclass(getattr(errors, name), Exception)
    }
    assert raised == set(talkdesk_client.errors.__all__)
    assert raised <= set(talkdesk_client.__all__)
