"""Members of request bodies: what generated body models rest on.

A body is written strictly: every member is checked when the model is made, and again when it is
sent, because attributes can be changed in between. Errors name the member as the document does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol, cast

from talkdesk_core.errors import ArgumentError, ResponseDecodeError
from talkdesk_core.json_text import json_value
from talkdesk_core.unset import UNSET
from talkdesk_core.writing import Anything, Constant, MapOf, Writer
from talkdesk_core.writing.problems import Kind, advised, refusal
from talkdesk_core.writing.scalars import plain_text

__all__ = ["Member", "Members", "parsed"]

# Only such names are told: another one may be a phone number or an address.
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}")
_EXTRA = "additional_properties"


class _Extensible(Protocol):
    @property
    def additional_properties(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Member:
    """One documented member of a body.

    Attributes:
        attribute: Name of the model's attribute.
        name: Name on the wire.
        writer: Checks and writes the value.
        required: Whether the document demands it.
    """

    attribute: str
    name: str
    writer: Writer
    required: bool = False


class Members:
    """All members of one body.

    Args:
        model: Name of the model's class.
        members: The documented members, in the order in which they are written.
        extra: Writes the value of a member that the document does not name, where the document
            allows those; None where it says nothing about them.
        least: The least number of members that a body has, whichever they are.
    """

    __slots__ = ("_by_name", "_extra", "_least", "_model")

    def __init__(
        self, model: str, *members: Member, extra: Writer | None = None, least: int = 0
    ) -> None:
        self._model = model
        self._least = least
        self._by_name = {member.name: member for member in members}
        self._extra = extra

    def write(self, body: _Extensible) -> dict[str, Any]:
        """Check a body and return it as JSON data.

        Members that are UNSET are left out. `additional_properties` may always hold members that
        the document does not name, as a way out where the document is behind.

        Raises:
            ArgumentError: A member is missing, or holds what is not allowed; or there are too few.
        """
        written: dict[str, Any] = {}
        for member in self._by_name.values():
            value = getattr(body, member.attribute)
            if value is not UNSET:
                written[member.name] = _checked(member, value, member.writer.write)
            elif member.required:
                raise self._missing(member)
        further = MapOf(self._extra or Anything()).write(_EXTRA, body.additional_properties)
        self._check_further(further)
        written.update(further)
        if len(written) < self._least:
            known = ", ".join(self._by_name)
            raise self._as_a_whole(f"takes at least {self._least} of {known}", Kind.MEMBERS)
        return written

    def arguments(self, data: object) -> dict[str, Any]:
        """Check JSON data and return the keyword arguments that make a model of it.

        What tells this model from others comes first, the constants and which members there are:
        a union tries its models in turn, and what lies deeper may be large.

        Raises:
            ArgumentError: The data is no mapping, lacks a required member, or holds a member that
                is not documented or not allowed.
        """
        given = self._given(data)
        here = [member for name, member in self._by_name.items() if name in given]
        for member in here:
            if isinstance(member.writer, Constant):
                _checked(member, given[member.name], member.writer.load)
        for name, member in self._by_name.items():
            if member.required and name not in given:
                raise self._missing(member)
        further = {name: given[name] for name in given if name not in self._by_name}
        if further and self._extra is None:
            raise self._unknown(further)
        arguments: dict[str, Any] = {
            member.attribute: _checked(member, given[member.name], member.writer.load)
            for member in here
        }
        if further and self._extra is not None:
            # Nobody gave a member `additional_properties`; the names may be personal data.
            arguments[_EXTRA] = {
                plain_text("*", name): self._extra.load("*", value)
                for name, value in further.items()
            }
        return arguments

    def _given(self, data: object) -> dict[str, object]:
        if not isinstance(data, Mapping):
            raise self._as_a_whole(f"takes a mapping, not {type(data).__name__}")
        given: dict[str, object] = {}
        for name, value in cast("Mapping[object, object]", data).items():
            if not isinstance(name, str):
                raise self._as_a_whole(f"takes names that are strings, not {type(name).__name__}")
            if value is not UNSET:
                given[str.__str__(name)] = value
        return given

    def _as_a_whole(self, problem: str, kind: Kind = Kind.VALUE) -> ArgumentError:
        return refusal("", problem, kind=kind, model=self._model)

    def _missing(self, member: Member) -> ArgumentError:
        return refusal(member.name, f"is required in {self._model}", kind=Kind.MEMBERS)

    def _check_further(self, names: Iterable[str]) -> None:
        for name in names:
            member = self._by_name.get(name)
            if member is not None:
                problem = f"takes no {name}, which has an attribute: {member.attribute}"
                raise ArgumentError(_EXTRA, problem)

    def _unknown(self, names: Iterable[str]) -> ArgumentError:
        told = [name for name in names if _IDENTIFIER.fullmatch(name)]
        known = list(self._by_name)
        listed = f"Its members are {', '.join(known)}" if known else "It has none"
        what = f"no member {told[0]}" if told else "a member that the document does not name"
        near = get_close_matches(told[0], known, n=1) if told else []
        meant = f"; did you mean {near[0]}?" if near else "."
        return self._as_a_whole(f"has {what}{meant} {listed}", Kind.MEMBERS)


def _checked(member: Member, value: object, way: Callable[[str, object], Any]) -> Any:  # noqa: ANN401 - whatever the writer gives
    try:
        return way(member.name, value)
    except ArgumentError as error:
        if value is not None or member.required:
            raise
        refused = advised(error, "; leave it out instead")
    raise refused


def parsed(content: bytes | str) -> Any:  # noqa: ANN401 - any JSON value
    """Decode the JSON text of a body.

    Args:
        content: The text, as bytes or as a string.

    Raises:
        ArgumentError: It is no JSON text, or no text.
    """
    try:
        return json_value(content)
    except ResponseDecodeError as error:
        found = error.got
    # Raised here, because the error of a reply holds the text, which may hold personal data.
    raise ArgumentError("content", f"takes JSON text; this is {found}")
