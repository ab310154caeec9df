"""What the template of the root clients is given: their resources and docstrings."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.client.wording import docstring, entry, full_stop
from generator.errors import GeneratorError
from generator.layout import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.client.operations import Operation

# The classes of the core, and those that are generated from them.
_BASES = {"SyncAPIClient": "Talkdesk", "AsyncAPIClient": "AsyncTalkdesk"}

__all__ = ["Resource", "RootClient", "plan_roots"]


@dataclass(frozen=True, slots=True)
class Resource:
    """One tag of the document."""

    tag: str
    name: str
    description: str

    @property
    def docstring(self) -> str:
        """Its docstring, as a literal."""
        return docstring(self.description)

    @property
    def classes(self) -> tuple[str, ...]:
        """Every class that is generated for it."""
        return tuple(
            f"{kind}{self.name}{raw}" for kind in ("", "Async") for raw in ("", "WithRawResponse")
        )


@dataclass(frozen=True, slots=True)
class RootClient:
    """One of the two clients.

    Attributes:
        name: The class.
        base: The class of `talkdesk_core.client` that it derives from.
        prefix: What its resources' names begin with.
        docstring: Its docstring, as a literal.
    """

    name: str
    base: str
    prefix: str
    docstring: str


def plan_roots(
    resources: Sequence[Resource], by_tag: Mapping[str, list[Operation]]
) -> list[RootClient]:
    """Plan the two clients.

    Their docstrings begin with those of the classes that they derive from, where the arguments are
    told: an editor shows what a class says itself, and nothing that it inherits.

    Args:
        resources: Every tag.
        by_tag: The operations of each tag.
    """
    texts = _texts_of_core()
    return [
        RootClient(
            name=name,
            base=base,
            prefix=name.removesuffix("Talkdesk"),
            docstring=docstring(*texts[base], _attributes(name, resources), _example(name, by_tag)),
        )
        for base, name in _BASES.items()
    ]


def _texts_of_core() -> dict[str, tuple[str, str]]:
    """Return summary and rest of the docstrings of the core's classes, in the client's names.

    The core is read and not imported: a mistake in it must not stop the generator.
    """
    path = Layout.of_checkout().extensions / "talkdesk_core" / "client.py"
    texts: dict[str, tuple[str, str]] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and node.name in _BASES:
            text = ast.get_docstring(node) or ""
            for base, name in _BASES.items():
                text = text.replace(f"`{base}`", f"`{name}`").replace(f"`{base}.", f"`{name}.")
            summary, _, rest = text.partition("\n\n")
            texts[node.name] = summary, rest
    if texts.keys() != _BASES.keys():
        raise GeneratorError(f"{path.name} of talkdesk_core has not both {' and '.join(_BASES)}")
    return texts


def _attributes(name: str, resources: Sequence[Resource]) -> str:
    prefix = name.removesuffix("Talkdesk")
    entries = [
        entry(f"{each.tag} ({prefix}{each.name})", full_stop(each.description))
        for each in resources
    ]
    return "Attributes:\n" + "\n".join(entries) if entries else ""


def _example(name: str, by_tag: Mapping[str, list[Operation]]) -> str:
    """Show how the first listing that needs no argument is read; empty where there is none."""
    listings = [
        f"{tag}.{operation.method_name}"
        for tag, found in by_tag.items()
        for operation in found
        if operation.page is not None
        and operation.body is None
        and not operation.arguments.path
        and not any(argument.required for argument in operation.filters)
    ]
    if not listings:
        return ""
    waiting = "async " if name == "AsyncTalkdesk" else ""
    program = (
        'credentials = ClientCredentials("the client id", "its secret")',
        f'{waiting}with {name}(account="acme", auth=credentials) as client:',
        f"    {waiting}for item in client.{listings[0]}(limit=10):",
        "        print(item)",
    )
    return "Example:\n" + "\n".join(f"    {line}" for line in program)
