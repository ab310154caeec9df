"""Copies of JSON data, so that no model shares what it holds with anybody."""

from __future__ import annotations

from typing import Any

__all__ = ["owned"]


def owned(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return a value whose dicts and lists are copies, at every depth.

    It is no recursion, so that data may be nested more deeply than Python follows calls; what
    stands twice in the data, or in itself, does so in the copy.
    """
    if not _is_container(value):
        return value
    copies: dict[int, Any] = {}
    root: list[Any] = [value]
    ahead: list[Any] = [root]
    while ahead:
        container = ahead.pop()
        for key, entry in _entries(container):
            if _is_container(entry):
                if id(entry) not in copies:
                    copies[id(entry)] = entry.copy()
                    ahead.append(copies[id(entry)])
                container[key] = copies[id(entry)]
    return root[0]


def _entries(container: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - a dict or a list
    keys: Any = container if hasattr(container, "items") else range(len(container))
    return [(key, container[key]) for key in keys]


def _is_container(value: object) -> bool:
    # Exactly these are what JSON is decoded to; anything else is the user's own and stays.
    return type(value) is dict or type(value) is list
