"""What the templates of enums are given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.client.shapes import Catalog, UnsupportedError
from generator.client.wording import docstring, literal, sentence
from generator.navigation import as_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openapi_python_client.parser.properties import EnumProperty, LiteralEnumProperty

    from generator.json_data import Json

# Whatever is neither letter nor digit in a word, but for the underscore.
_SEPARATORS = re.compile(r"\W+")

__all__ = ["EnumPlan", "plan_enums"]


@dataclass(frozen=True, slots=True)
class EnumPlan:
    """One enum.

    Attributes:
        docstring: Its docstring, as a literal.
        words: Its members: name in Python, and value as a literal.
    """

    docstring: str
    words: tuple[tuple[str, str], ...]


def plan_enums(
    catalog: Catalog, enums: Iterable[EnumProperty | LiteralEnumProperty]
) -> dict[str, EnumPlan]:
    """Plan every enum.

    Args:
        catalog: The document's schemas and the classes that upstream makes of them.
        enums: Upstream's enums, which give the names of the members.

    Returns:
        The plan by class name.

    Raises:
        UnsupportedError: Two words of an enum would have the same name.
    """
    keys = {str(enum.class_info.name): [str(key) for key in enum.values] for enum in enums}
    plans: dict[str, EnumPlan] = {}
    for component, reference in catalog.classes.items():
        schema = catalog.component(component)
        if "enum" not in schema:
            continue
        # Upstream's own values lack what it takes for risky, such as an invisible character.
        words = as_list(schema["enum"])
        names = keys[reference.name]
        if len(names) == len(words):
            names = [_spaced(key, word) for key, word in zip(names, words, strict=True)]
        if len(set(names)) != len(words):
            raise UnsupportedError(
                f"two words of {component} get the same name in Python; it has {', '.join(names)}"
            )
        plans[reference.name] = EnumPlan(
            docstring(sentence(schema) or reference.name),
            tuple(zip(names, map(literal, words), strict=True)),
        )
    return plans


def _spaced(key: str, word: Json) -> str:
    """Keep the parts of a word apart, as in `NAME_DESC` for `name:desc`: upstream glues them."""
    parts = [part for part in _SEPARATORS.split(word) if part] if isinstance(word, str) else []
    name = "_".join(parts).upper()
    return name if len(parts) > 1 and name.isascii() and name.isidentifier() else key
