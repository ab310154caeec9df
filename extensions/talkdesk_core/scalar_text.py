"""The text of one value in a URL or a header."""

from __future__ import annotations

from talkdesk_core.errors import ArgumentError
from talkdesk_core.writing.scalars import plain_number, plain_text

__all__ = ["scalar_text"]


def scalar_text(argument: str, written: object) -> str:
    """Return the text of a string, number or boolean, as a writer returns it.

    Raises:
        ArgumentError: It is none of these, a number without end, or holds half characters.
    """
    if isinstance(written, bool):
        return "true" if written else "false"
    if isinstance(written, int | float):
        return str(plain_number(argument, written))
    if isinstance(written, str):
        return plain_text(argument, written)
    raise ArgumentError.wrong_type(argument, "a string, a number or a boolean", written)
