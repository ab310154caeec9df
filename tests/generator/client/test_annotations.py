"""What generated code is annotated with can be asked for while a program runs."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, get_type_hints

import pytest

import talkdesk_client
from talkdesk_client import AsyncTalkdesk, Callback, CallbackPage, Pager, Talkdesk
from talkdesk_client.resources.callbacks import Callbacks


def functions_in(kind: type[object]) -> Iterator[Callable[..., object]]:
    """Give every method of a class, the functions behind its properties included."""
    for member in vars(kind).values():
        # Of a property, of one that is cached, of a class method; else it is one itself.
        behind: list[Any] = [getattr(member, name, None) for name in ("fget", "func", "__func__")]
        yield from (each for each in [*behind, member] if inspect.isfunction(each))


def functions_of(package: ModuleType) -> list[Callable[..., object]]:
    """Return every function and method that is defined in the modules of a package."""
    found: list[Callable[..., object]] = []
    for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        module = importlib.import_module(each.name)
        for value in vars(module).values():
            if getattr(value, "__module__", "") != module.__name__:
                continue
            if inspect.isfunction(value):
                found.append(value)
            elif isinstance(value, type):
                found += functions_in(value)
    return found


def hints_of(package: ModuleType) -> dict[str, dict[str, Any]]:
    """Ask for the annotations of all functions that are not private, by their full names."""
    return {
        f"{function.__module__}.{function.__qualname__}": get_type_hints(function)
        for function in functions_of(package)
        if not function.__name__.startswith("_") and function.__module__ != "attr._make"
    }


def test_the_types_of_every_function_can_be_asked_for(everything: ModuleType) -> None:
    """Of the real client, and of one that has everything that templates can write."""
    for package, fewest in ((talkdesk_client, 200), (everything, 250)):
        hints = hints_of(package)
        assert len(hints) > fewest
        assert [name for name, found in hints.items() if not found] == []


def test_the_types_are_those_that_users_meet() -> None:
    """The pager of a listing, the model of a result, and the resources of a client."""
    hints = hints_of(talkdesk_client)
    of_resource = "talkdesk_client.resources.callbacks.Callbacks"
    assert hints[f"{of_resource}.list"]["return"] == Pager[Callback, CallbackPage]
    assert hints[f"{of_resource}.get"] == {"id": str, "return": Callback}
    assert hints["talkdesk_client.client.Talkdesk.callbacks"] == {"return": Callbacks}


@pytest.mark.parametrize("client", [Talkdesk, AsyncTalkdesk])
def test_the_types_of_what_a_client_inherits_can_be_asked_for(
    client: type[Talkdesk | AsyncTalkdesk],
) -> None:
    """Its methods and properties are those of the core."""
    found = [
        function
        for base in client.__mro__
        if base.__module__.startswith("talkdesk_core.")
        for function in functions_in(base)
        if not function.__name__.startswith("_")
    ]
    assert len(found) >= 5
    assert all("return" in get_type_hints(function) for function in found)
