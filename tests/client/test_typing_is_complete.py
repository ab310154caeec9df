"""Every public part of the client stands in a program of `tests/typing`.

Nothing generates those programs: what a type should be is for a person to say. So an operation that
is new in the document reaches users by itself, and fails here until a program tells its types.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import get_args, get_type_hints

import pytest

import talkdesk_client
from talkdesk_client import AsyncTalkdesk, Talkdesk, api, models, raw_resources, resources
from talkdesk_core import auth, errors, pagination, raw

PROGRAMS = Path(__file__).resolve().parents[1] / "typing"


@dataclass
class Named:
    """What the programs name.

    Attributes:
        parts: Names with dots, `Talkdesk.callbacks.list`: an argument stands for its annotation.
        keywords: The keywords that each of them is called with somewhere.
    """

    parts: set[str] = field(default_factory=set[str])
    keywords: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def read(self, function: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """Take up one program."""
        arguments = {
            argument.arg: kind.split("[")[0]
            for argument in function.args.args
            if argument.annotation is not None
            for kind in [ast.unparse(argument.annotation)]
        }
        for node in ast.walk(function):
            if isinstance(node, ast.Name | ast.Attribute):
                self.parts.add(dotted(node, arguments))
            if isinstance(node, ast.Call):
                given = {keyword.arg for keyword in node.keywords if keyword.arg is not None}
                self.keywords.setdefault(dotted(node.func, arguments), set()).update(given)


def dotted(node: ast.expr, arguments: dict[str, str]) -> str:
    """Name a chain of attributes; "" where it starts with something else than a name or a class."""
    if isinstance(node, ast.Name):
        return arguments.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value, arguments)}.{node.attr}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id
    return ""


def read_programs() -> Named:
    """Read every program that has to pass; those that have to fail tell no type."""
    named = Named()
    for path in sorted(PROGRAMS.glob("*.py")):
        if path.name != "refused.py":
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    named.read(node)
    return named


NAMED = read_programs()


def public(names: list[str]) -> list[str]:
    """Leave out what starts with an underscore."""
    return [name for name in names if not name.startswith("_")]


def modules(package: ModuleType) -> list[ModuleType]:
    """Import every module below a package, the packages among them left out."""
    return [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        if not found.ispkg
    ]


def of_clients() -> list[str]:
    """Name what both clients have, their resources included."""
    return [f"{kind.__name__}.{name}" for kind in CLIENTS for name in public(dir(kind))]


def of_resources() -> list[str]:
    """Name each operation as users call it, with both clients."""
    return [
        f"{'Async' * name.startswith('Async')}Talkdesk.{module.__name__.split('.')[-1]}.{method}"
        for module in modules(resources)
        for name in module.__all__
        for method in public(dir(getattr(module, name)))
    ]


def of_whole_replies() -> list[str]:
    """Name each operation that gives its whole reply, and what that has."""
    names = [
        f"{name}.{method}"
        for module in modules(raw_resources)
        for name in module.__all__
        for method in public(dir(getattr(module, name)))
    ]
    facts = {*dir(raw.RawResponse), *(each.name for each in dataclasses.fields(raw.RawResponse))}
    return names + [f"RawResponse.{name}" for name in public(sorted(facts))]


def of_operations() -> list[str]:
    """Name the plain functions of each operation."""
    return [
        f"{module.__name__.split('.')[-1]}.{name}"
        for module in modules(api)
        for name in module.__all__
    ]


def of_pages() -> list[str]:
    """Name what the pagers have, and what they know of a page."""
    names = [
        f"{name}.{member}"
        for name in ("Pager", "AsyncPager")
        for member in public(dir(getattr(pagination, name)))
    ]
    return names + [f"PageView.{member.name}" for member in dataclasses.fields(pagination.PageView)]


def of_errors() -> list[str]:
    """Name the attributes of each error, where the class that sets them is defined."""
    tree = ast.parse(inspect.getsource(errors))
    names = [
        f"{kind.name}.{node.attr}"
        for kind in tree.body
        if isinstance(kind, ast.ClassDef)
        for node in ast.walk(kind)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and not node.attr.startswith("_")
    ]
    return names + [f"FieldError.{member.name}" for member in dataclasses.fields(errors.FieldError)]


def of_credentials() -> list[str]:
    """Name the settings of each kind of credentials."""
    return [
        f"{name}.{member.name}"
        for name in auth.__all__
        for kind in [getattr(auth, name)]
        if isinstance(kind, type) and dataclasses.is_dataclass(kind)
        for member in dataclasses.fields(kind)
        if not member.name.startswith("_")
    ]


def own_methods(kind: type[object]) -> list[str]:
    """Name the public methods and properties that are ours: `str` brings Python's own."""
    # Not by `dir`, which hides much of an enum.
    members: list[tuple[str, object]] = [
        member
        for base in kind.__mro__
        if base.__module__.startswith("talkdesk_")
        for member in vars(base).items()
    ]
    return public(
        [
            name
            for name, value in members
            if isinstance(value, classmethod | property) or inspect.isfunction(value)
        ]
    )


CLIENTS = (Talkdesk, AsyncTalkdesk)
# Names of the package that need no program of their own: one is a string, and models are told by
# those that stand for all.
NEED_NONE = {"__version__", *models.__all__}


@pytest.mark.parametrize(
    ("names", "fewest"),
    [
        (of_clients(), 18),
        (of_resources(), 48),
        (of_whole_replies(), 50),
        (of_operations(), 72),
        (of_pages(), 11),
        (of_errors(), 33),
        (of_credentials(), 22),
        (sorted({*talkdesk_client.__all__} - NEED_NONE), 20),
    ],
    ids=[
        "clients",
        "resources",
        "replies",
        "operations",
        "pages",
        "errors",
        "credentials",
        "names",
    ],
)
def test_every_public_part_has_a_program(names: list[str], fewest: int) -> None:
    """What a program does not name has types that nobody holds; tell them in `tests/typing`."""
    assert len(names) >= fewest
    assert [name for name in names if name not in NAMED.parts] == []


@pytest.mark.parametrize("client", CLIENTS)
def test_every_setting_of_a_client_has_a_program(client: type[Talkdesk | AsyncTalkdesk]) -> None:
    """Each argument of the class and of `from_env` is given by its name somewhere."""
    name = client.__name__
    arguments = set(inspect.signature(client).parameters)
    assert arguments - NAMED.keywords[name] == set()
    # It takes each argument of the class too, which stand there as a type of their own.
    taken = get_type_hints(client.from_env)["options"]
    by_environment = {"auth", "environ", *get_type_hints(*get_args(taken))}
    assert by_environment == {"environ", *arguments}
    assert by_environment - NAMED.keywords[f"{name}.from_env"] == set()


def test_every_method_of_models_has_a_program() -> None:
    """What all models can do is told with one of them; so it is for enums."""
    told = {part.rpartition(".")[2] for part in NAMED.parts if part.split(".")[0] in models.__all__}
    for name in models.__all__:
        methods = own_methods(getattr(models, name))
        assert methods
        assert [method for method in methods if method not in told] == []
