# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `DispositionsInput`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import bodies as _body
from talkdesk_core import encoding as _encode
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from .disposition_input import DispositionInput
from .invalid_number_disposition_input import InvalidNumberDispositionInput

__all__ = ["DispositionsInput"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class DispositionsInput:
    """What is to follow each result that the system sets.

    Source: campaign-create; bundle.

    Attributes:
        busy (DispositionInput | Mapping[str, Any]): After a busy line. Source:
            campaign-create.
        no_answer (DispositionInput | Mapping[str, Any]): After no answer. Source:
            campaign-create.
        abandoned (DispositionInput | Mapping[str, Any] | Unset): After an abandoned call.
            Source: campaign-create.
        answering_machine_detection (DispositionInput | Mapping[str, Any] | Unset): After an
            answering machine. Source: campaign-create.
        hangup_before_connection (DispositionInput | Mapping[str, Any] | Unset): After the
            called party hung up before an agent was connected. Source: campaign-create.
        agent_hangup_before_connection (DispositionInput | Mapping[str, Any] | Unset): After
            the agent hung up before the called party was connected. Source:
            campaign-create.
        invalid_number (InvalidNumberDispositionInput | Mapping[str, Any]): After an invalid
            number. Source: campaign-create.
        additional_properties (dict[str, Any]): Members beside these, sent as they are.

    Raises:
        ArgumentError: A member is missing, of a wrong type or out of bounds.
    """

    busy: DispositionInput | Mapping[str, Any]
    no_answer: DispositionInput | Mapping[str, Any]
    invalid_number: InvalidNumberDispositionInput | Mapping[str, Any]
    abandoned: DispositionInput | Mapping[str, Any] | Unset = UNSET
    answering_machine_detection: DispositionInput | Mapping[str, Any] | Unset = UNSET
    hangup_before_connection: DispositionInput | Mapping[str, Any] | Unset = UNSET
    agent_hangup_before_connection: DispositionInput | Mapping[str, Any] | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _members().write(self)

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ())

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Take an object of JSON, in which every name has to be a documented one.

        Raises:
            ArgumentError: A member is missing, unknown, of a wrong type or out of bounds.
        """
        return cls(**_members().arguments(data))

    @classmethod
    def from_json(cls, content: bytes | str) -> Self:
        """Take the JSON text of an object.

        Raises:
            ArgumentError: It is no JSON, or a member is missing, unknown, of a wrong type or out of bounds.
        """
        return cls.from_dict(_body.parsed(content))

    def to_dict(self) -> dict[str, Any]:
        """Write the object of JSON that is sent; what is UNSET is left out.

        Raises:
            ArgumentError: A member that was changed since is of a wrong type or out of bounds.
        """
        return _members().write(self)


@cache
def _members() -> _body.Members:
    return _body.Members(
        "DispositionsInput",
        _body.Member("busy", "busy", _write.Model(lambda: DispositionInput), required=True),
        _body.Member(
            "no_answer", "no_answer", _write.Model(lambda: DispositionInput), required=True
        ),
        _body.Member(
            "invalid_number",
            "invalid_number",
            _write.Model(lambda: InvalidNumberDispositionInput),
            required=True,
        ),
        _body.Member("abandoned", "abandoned", _write.Model(lambda: DispositionInput)),
        _body.Member(
            "answering_machine_detection",
            "answering_machine_detection",
            _write.Model(lambda: DispositionInput),
        ),
        _body.Member(
            "hangup_before_connection",
            "hangup_before_connection",
            _write.Model(lambda: DispositionInput),
        ),
        _body.Member(
            "agent_hangup_before_connection",
            "agent_hangup_before_connection",
            _write.Model(lambda: DispositionInput),
        ),
    )
