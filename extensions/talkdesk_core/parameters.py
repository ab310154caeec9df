"""Query and header parameters of operations, checked by writers and turned into text.

Arguments that are UNSET are not sent. None and strings without a character are refused: on the wire
they would be a filter for nothing, or none, and nobody can tell which.
"""

from __future__ import annotations

from typing import cast

from talkdesk_core.errors import ArgumentError
from talkdesk_core.headers import is_header_value
from talkdesk_core.scalar_text import scalar_text
from talkdesk_core.unset import UNSET
from talkdesk_core.writing import Writer

__all__ = ["HeaderParameters", "Parameters"]

_NOT_EMPTY = "takes a string that is not empty"


class Parameters:
    """The query of one request.

    Attributes:
        sent: Name and text, as they stand on the wire, of every argument that was given. A list
            stands for a name that is repeated (style `form`, exploded).
    """

    __slots__ = ("sent",)

    def __init__(self) -> None:
        self.sent: dict[str, str | list[str]] = {}

    def add(
        self,
        name: str,
        value: object,
        writer: Writer,
        *,
        argument: str | None = None,
        joined: bool = False,
    ) -> None:
        """Add one parameter, unless its value is UNSET.

        Args:
            name: Its name on the wire.
            value: What the user gave.
            writer: Checks the value.
            argument: The argument's name in Python, where it differs.
            joined: Whether a list is one text with commas (style `form`, not exploded).

        Raises:
            ArgumentError: The value is not allowed, or no parameter can hold it.
        """
        if value is UNSET:
            return
        texts = _texts(argument or name, value, writer, empty="; leave it out for no filter")
        joins = joined and isinstance(texts, list)
        self.sent[name] = _joined(argument or name, texts) if joins else texts


class HeaderParameters:
    """The headers of one request that are parameters of its operation.

    Attributes:
        sent: Name and text of every argument that was given.
    """

    __slots__ = ("sent",)

    def __init__(self) -> None:
        self.sent: dict[str, str] = {}

    def add(self, name: str, value: object, writer: Writer, *, argument: str | None = None) -> None:
        """Add one parameter, unless its value is UNSET; a list is one text with commas.

        Args:
            name: Its name on the wire.
            value: What the user gave.
            writer: Checks the value.
            argument: The argument's name in Python, where it differs.

        Raises:
            ArgumentError: The value is not allowed, or no header can hold it.
        """
        if value is UNSET:
            return
        argument = argument or name
        text = _joined(argument, _texts(argument, value, writer, empty="; leave it out instead"))
        if not is_header_value(text):
            problem = "takes printable ASCII characters, without blanks at their ends"
            raise ArgumentError(argument, problem)
        self.sent[name] = text


def _texts(argument: str, value: object, writer: Writer, *, empty: str) -> str | list[str]:
    """Check a value and return its text, or the texts of its items."""
    written = _written(argument, value, writer, empty)
    if not isinstance(written, list):
        return _text(argument, written, empty)
    items = cast("list[object]", written)
    if not items:
        raise ArgumentError(argument, f"takes a list that is not empty{empty}")
    return [_text(f"{argument}[{at}]", item, empty) for at, item in enumerate(items)]


def _written(argument: str, value: object, writer: Writer, empty: str) -> object:
    try:
        return writer.write(argument, value)
    except ArgumentError as error:
        if value is None:
            advice = "; leave the argument out instead"
        elif error.problem == _NOT_EMPTY:
            advice = empty
        else:
            raise
        place, problem = error.argument, f"{error.problem}{advice}"
    raise ArgumentError(place, problem)


def _text(argument: str, written: object, empty: str) -> str:
    if written is None:
        raise ArgumentError(argument, "takes no None; leave the argument out instead")
    if isinstance(written, list | dict):
        problem = "takes strings, numbers or booleans, not data of several levels"
        raise ArgumentError(argument, problem)
    text = scalar_text(argument, written)
    if not text.strip():
        problem = "takes a string that is not blank" if text else _NOT_EMPTY
        raise ArgumentError(argument, f"{problem}{empty}")
    return text


def _joined(argument: str, texts: str | list[str]) -> str:
    if isinstance(texts, str):
        return texts
    for at, text in enumerate(texts):
        if "," in text:
            raise ArgumentError(f"{argument}[{at}]", "takes no comma, which parts the items")
    return ",".join(texts)
