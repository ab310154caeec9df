"""Names of the client that follow from names of the document."""

from __future__ import annotations

from openapi_python_client.strings import ClassName, PythonIdentifier

# What a name gets that is no identifier: `_links` and `_embedded` become hal_links, hal_embedded.
FIELD_PREFIX = "hal_"

__all__ = ["FIELD_PREFIX", "class_name", "identifier", "method_name"]


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
            rest = words[:position] + words[position + 1 :]
            return identifier("_".join(rest)).removesuffix("_")
    return operation


def _singulars(noun: str) -> set[str]:
    endings = {"ies": "y", "es": "", "s": ""}
    return {noun.removesuffix(end) + new for end, new in endings.items() if noun.endswith(end)}
