"""What importing the client costs and gives, each in a fresh interpreter."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys

import pytest

import talkdesk_client
import talkdesk_core
from talkdesk_core import errors

# What an import of the package alone must not load.
HEAVY = ("httpx", "ssl", "asyncio", "msgspec", "attrs", "typing", "talkdesk_client.models")


def modules(package: object) -> list[str]:
    """Name every module of a package."""
    path = getattr(package, "__path__", [])
    prefix = f"{getattr(package, '__name__', '')}."
    return [module.name for module in pkgutil.walk_packages(path, prefix)]


def fresh(program: str) -> subprocess.CompletedProcess[str]:
    """Run a program in a fresh interpreter that takes warnings for errors."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_importing_the_client_loads_nothing_heavy() -> None:
    """Neither the HTTP library nor a model is loaded before it is used."""
    run = fresh(f"import sys, talkdesk_client; print(*({set(HEAVY)!r} & sys.modules.keys()))")
    assert run.stdout.split() == [], run.stderr


def test_every_module_imports_alone() -> None:
    """No module needs another one to be imported before it."""
    names = [*modules(talkdesk_client), *modules(talkdesk_core)]
    assert len(names) > 50
    for first in names:
        assert first not in HEAVY or first == "talkdesk_client.models"
    program = """
import importlib, sys
for name in {names!r}:
    for loaded in [m for m in sys.modules if m.startswith(("talkdesk_client", "talkdesk_core"))]:
        del sys.modules[loaded]
    importlib.import_module(name)
"""
    run = fresh(program.format(names=names))
    assert run.returncode == 0, run.stderr


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


def test_unknown_names_are_attribute_errors() -> None:
    """A typo is told as Python tells it."""
    with pytest.raises(AttributeError, match="Tolkdesk"):
        _ = getattr(talkdesk_client, "Tolkdesk")  # noqa: B009 - a checker refuses the plain form
    with pytest.raises(AttributeError, match="Calback"):
        _ = getattr(talkdesk_client.models, "Calback")  # noqa: B009


def test_every_error_of_the_core_is_an_error_of_the_client() -> None:
    """Users catch errors by the client's own names."""
    raised = {
        name
        for name in errors.__all__
        if isinstance(getattr(errors, name), type) and issubclass(getattr(errors, name), Exception)
    }
    assert raised == set(talkdesk_client.errors.__all__)
    assert raised <= set(talkdesk_client.__all__)
