"""Path parameters: quoted so that a value stays one segment of its path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast
from urllib.parse import quote

from talkdesk_core.errors import ArgumentError
from talkdesk_core.scalar_text import scalar_text

__all__ = ["expand_path", "filled_path"]

_NAME = re.compile(r"\{([^{}]*)\}")
_BRACES = frozenset("{}")
_LITERAL = "a brace of the path itself is written %7B or %7D"


def expand_path(template: str, **values: object) -> str:
    """Return a path with each `{name}` replaced by its value, quoted so that it stays one segment.

    Args:
        template: The path, as the document has it.
        values: Strings, numbers or booleans, as their writers return them.

    Raises:
        ArgumentError: A value is none of these, is blank, or would change the path.
    """
    quoted = {name: _segment(name, value) for name, value in values.items()}
    return template.format(**quoted)


def filled_path(template: object, values: object) -> str:
    """Return a path that a user wrote with its parameters filled in, as `expand_path` does.

    Args:
        template: A path with parameters, such as ``/contacts/{id}``.
        values: Their values by name; None where there are none.

    Raises:
        ArgumentError: The values are no mapping, a parameter has none, one belongs to no parameter,
            or one is no string or number, is blank, or would change the path; or the path has
            braces that are around no name.
    """
    if not isinstance(values, Mapping | None):
        raise ArgumentError("path_params", f"takes a mapping, not {type(values).__name__}")
    if not isinstance(template, str):
        raise ArgumentError("path", f"takes a string, not {type(template).__name__}")
    names = _NAME.findall(template)
    if names and values is None:
        # What is in the braces may be the value itself, so it is not quoted.
        problem = f"takes a value for each name in braces in the path; {_LITERAL}"
        raise ArgumentError("path_params", problem)
    # A URL has no braces (RFC 3986 section 2): they were meant for a name.
    if not _BRACES.isdisjoint(_NAME.sub("", template)):
        problem = f"takes braces in pairs, around names that path_params has; {_LITERAL}"
        raise ArgumentError("path", problem)
    given = cast("Mapping[object, object]", {} if values is None else values)
    if set(names) != set(given):
        problem = f"takes a value for each parameter in the path ({', '.join(names) or 'none'})"
        raise ArgumentError("path_params", f"{problem}, and no other")
    quoted = {name: _segment(name, given[name]) for name in names}
    return _NAME.sub(lambda found: quoted[found[1]], template)


def _segment(name: str, value: object) -> str:
    segment = scalar_text(name, value)
    # "." and ".." are unreserved, so quoting keeps them, and every URL parser resolves them away.
    if not segment.strip() or segment in {".", ".."}:
        raise ArgumentError(name, "takes an id that is neither empty nor blank, '.' or '..'")
    return quote(segment, safe="")
