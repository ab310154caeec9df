"""Path parameters: quoted so that a value stays one segment of its path."""

from __future__ import annotations

from urllib.parse import quote

from talkdesk_core.errors import ArgumentError
from talkdesk_core.scalar_text import scalar_text

__all__ = ["expand_path"]


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


def _segment(name: str, value: object) -> str:
    segment = scalar_text(name, value)
    # "." and ".." are unreserved, so quoting keeps them, and every URL parser resolves them away.
    if not segment.strip() or segment in {".", ".."}:
        raise ArgumentError(name, "takes an id that is neither empty nor blank, '.' or '..'")
    return quote(segment, safe="")
