"""Resources: loaded when they are used, shown without secrets, twinned for whole replies."""

from __future__ import annotations

import importlib
import inspect
import os
import subprocess
import sys
from types import ModuleType

import pytest

from talkdesk_client import AsyncTalkdesk, StaticToken, Talkdesk, raw_resources, resources

TAGS = resources.__all__


def classes(package: ModuleType) -> dict[str, type[object]]:
    """Return the classes whose methods are operations."""
    modules = [importlib.import_module(f"{package.__name__}.{tag}") for tag in TAGS]
    return {name: getattr(module, name) for module in modules for name in module.__all__}


PLAIN, RAW = classes(resources), classes(raw_resources)


def operations(kind: type[object]) -> list[str]:
    """Name the methods of a class that are operations."""
    return [
        name
        for name, value in vars(kind).items()
        if inspect.isfunction(value) and not name.startswith("_")
    ]


def loaded(statement: str) -> set[str]:
    """Name what a statement loads of resources and models, in a fresh interpreter."""
    program = f"import sys; {statement}; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    # Two names and more below the package: `models` itself is next to nothing.
    names = {name.partition("talkdesk_client.")[2] for name in run.stdout.split()}
    return {name for name in names if "." in name and not name.startswith("api.")}


def test_a_client_loads_no_resource_and_no_model() -> None:
    """Not even when its annotations, and those of its resources, can all be had."""
    assert loaded("from talkdesk_client import Talkdesk, AsyncTalkdesk") == set()
    assert loaded("import talkdesk_client.resources, talkdesk_client.raw_resources") == set()


def test_a_resource_loads_neither_another_one_nor_whole_replies() -> None:
    """Those come with the first `with_raw_response`, of this resource alone."""
    make = "import talkdesk_client as t; client = t.Talkdesk(region='eu', auth=t.StaticToken('t'))"
    used = loaded(f"{make}; client.callbacks.list()")
    assert {name for name in used if "resources." in name} == {"resources.callbacks"}
    assert not {name for name in used if name.startswith("models.campaign")}
    raw = loaded(f"{make}; client.callbacks.with_raw_response")
    assert raw - used == {"raw_resources.callbacks"}


@pytest.mark.parametrize("package", [resources, raw_resources])
def test_a_resource_that_is_not_there_is_an_attribute_error(package: object) -> None:
    """A typo is told as Python tells it, and those that are there are listed."""
    assert set(TAGS) <= set(dir(package))
    with pytest.raises(AttributeError, match="calbacks"):
        getattr(package, "calbacks")  # noqa: B009 - a checker refuses the plain form


@pytest.mark.parametrize("name", PLAIN)
def test_each_operation_has_a_twin_for_whole_replies(name: str) -> None:
    """With the same arguments and defaults; a page is asked for without a limit."""
    plain, raw = PLAIN[name], RAW[f"{name}WithRawResponse"]
    assert len(operations(plain)) >= 5
    assert operations(raw) == operations(plain)
    for method in operations(plain):
        wanted = dict(inspect.signature(getattr(plain, method)).parameters)
        wanted.pop("limit", None)
        twin = getattr(raw, method)
        assert dict(inspect.signature(twin).parameters) == wanted
        assert f"As `{name}.{method}`" in (inspect.getdoc(twin) or "")
        assert inspect.iscoroutinefunction(twin) is name.startswith("Async")


def test_a_resource_shows_whose_it_is() -> None:
    """By the client's address, and nothing of its credentials."""
    client = Talkdesk(base_url="https://api.example.test", auth=StaticToken("s3cr3t"))
    shown = "Talkdesk(base_url='https://api.example.test')"
    assert repr(client.callbacks) == f"Callbacks({shown})"
    assert repr(client.callbacks.with_raw_response) == f"CallbacksWithRawResponse({shown})"
    other = AsyncTalkdesk(base_url="https://api.example.test", auth=StaticToken("s3cr3t"))
    assert repr(other.campaigns) == f"AsyncCampaigns(Async{shown})"
