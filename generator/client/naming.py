"""Names of the client that follow from names of the document."""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING

from openapi_python_client.strings import ClassName, PythonIdentifier

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

# What a name gets that is no identifier: `_links` and `_embedded` become hal_links, hal_embedded.
FIELD_PREFIX = "hal_"
# What the annotations of a resource name; a method of that name would hide it from them.
_NAMED_BY_RESOURCES = frozenset({"bool", "datetime", "float", "int", "str"})

__all__ = ["FIELD_PREFIX", "class_name", "free_names", "identifier", "method_name"]


def free_names(wanted: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """Give names that the generated code needs itself an underscore; all become different.

    Args:
        wanted: The names, by any key.
        taken: The names that the generated code needs.

    Returns:
        The free names by the same keys.
    """
    stated = set(wanted.values())
    free: dict[str, str] = {}
    for key, name in wanted.items():
        found = name
        while found in taken or found in free.values() or (found != name and found in stated):
            found += "_"
        free[key] = found
    return free


def identifier(name: str) -> str:
    """Return a name as upstream writes it for attributes, arguments and modules."""
    return PythonIdentifier(name, FIELD_PREFIX)


def class_name(name: str) -> str:
    """Return a name as upstream writes it for classes."""
    return ClassName(name, FIELD_PREFIX)


def method_name(operation: str, tag: str) -> str:
    """Return an operation's name as a method of its resource, which need not repeat the noun.

    `list_callbacks` of `callbacks` is `list`, `list_campaign_users` of `campaigns` is `list_users`.
    """
    words = operation.split("_")
    nouns = {tag, *_singulars(tag)}
    for position, word in enumerate(words):
        if position and word in nouns:
            return _as_method("_".join(words[:position] + words[position + 1 :]))
    return _as_method(operation)


def _as_method(name: str) -> str:
    """Return the name of a method, which may be called as a builtin, such as `list`."""
    name = identifier(name)
    plain = name.removesuffix("_")
    return name if iskeyword(plain) or plain in _NAMED_BY_RESOURCES else plain


def _singulars(noun: str) -> set[str]:
    endings = {"ies": "y", "es": "", "s": ""}
    return {noun.removesuffix(end) + new for end, new in endings.items() if noun.endswith(end)}
