"""Path parameters: quoted so that a value stays one segment of its path."""

from __future__ import annotations

from urllib.parse import quote

from talkdesk_core.errors import ArgumentError

__all__ = ["expand_path"]


def expand_path(template: str, **values: object) -> str:
    """Return a path with each `{name}` replaced by its value, quoted so that it stays one segment.

    Raises:
        ArgumentError: A value is no string or integer, is empty, or would change the path.
    """
    quoted = {name: _segment(name, value) for name, value in values.items()}
    return template.format(**quoted)


def _segment(name: str, value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ArgumentError(name, f"takes a string, not {type(value).__name__}")
    segment = str(value)
    # "." and ".." are unreserved, so quoting keeps them, and every URL parser resolves them away.
    if not segment.strip() or segment in {".", ".."}:
        raise ArgumentError(name, "takes an id that is neither empty nor blank, '.' or '..'")
    return quote(segment, safe="")
