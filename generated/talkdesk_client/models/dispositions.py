# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `Dispositions`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors

from .abandoned_disposition import AbandonedDisposition
from .answering_machine_disposition import AnsweringMachineDisposition
from .busy_disposition import BusyDisposition
from .invalid_number_disposition import InvalidNumberDisposition
from .no_answer_disposition import NoAnswerDisposition

__all__ = ["Dispositions"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(
    (
        "busy",
        "no_answer",
        "abandoned",
        "answering_machine_detection",
        "invalid_number",
        "hangup_before_connection",
        "agent_hangup_before_connection",
    )
)


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class Dispositions:
    """What follows each result that the system sets.

    Source: campaign-details, line 17, row 8. Erratum B-19 (high confidence).

    Attributes:
        busy (BusyDisposition | None): After a busy line. Source: campaign-details, line 17,
            row 8.1.
        no_answer (NoAnswerDisposition | None): After no answer. Source: campaign-details,
            line 17, row 8.2. Erratum B-13 (high confidence).
        abandoned (AbandonedDisposition | None): After an abandoned call. Source:
            campaign-details, line 17, row 8.3. Erratum B-13 (high confidence).
        answering_machine_detection (AnsweringMachineDisposition | None): After an answering
            machine. Source: campaign-details, line 17, row 8.4.
        invalid_number (InvalidNumberDisposition | None): After an invalid number. Source:
            campaign-details, line 17, row 8.5.
        hangup_before_connection (AnsweringMachineDisposition | None): After the called
            party hung up before an agent was connected. Source: campaign-details, line 17,
            row 8.4. Erratum B-19 (high confidence).
        agent_hangup_before_connection (AnsweringMachineDisposition | None): After the agent
            hung up before the called party was connected. Source: campaign-details, line
            17, row 8.4. Erratum B-19 (high confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    busy: BusyDisposition | None = None
    no_answer: NoAnswerDisposition | None = None
    abandoned: AbandonedDisposition | None = None
    answering_machine_detection: AnsweringMachineDisposition | None = None
    invalid_number: InvalidNumberDisposition | None = None
    hangup_before_connection: AnsweringMachineDisposition | None = None
    agent_hangup_before_connection: AnsweringMachineDisposition | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _encode.redacted_repr(self, ())

    def __getitem__(self, name: str) -> Any:
        return self.additional_properties[name]

    def __contains__(self, name: object) -> bool:
        return name in self.additional_properties

    # With __getitem__ alone, Python would iterate by numbers.
    __iter__: ClassVar[None] = None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read an object of JSON: null and missing are None, unknown members are kept.

        Raises:
            ResponseDecodeError: A member has another type than documented.
        """
        data = _read.mapping(data, "Dispositions")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is Dispositions else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "busy"
            value = get(name)
            self.busy = None if value is None else BusyDisposition.from_dict(value)
            name = "no_answer"
            value = get(name)
            self.no_answer = None if value is None else NoAnswerDisposition.from_dict(value)
            name = "abandoned"
            value = get(name)
            self.abandoned = None if value is None else AbandonedDisposition.from_dict(value)
            name = "answering_machine_detection"
            value = get(name)
            self.answering_machine_detection = (
                None if value is None else AnsweringMachineDisposition.from_dict(value)
            )
            name = "invalid_number"
            value = get(name)
            self.invalid_number = (
                None if value is None else InvalidNumberDisposition.from_dict(value)
            )
            name = "hangup_before_connection"
            value = get(name)
            self.hangup_before_connection = (
                None if value is None else AnsweringMachineDisposition.from_dict(value)
            )
            name = "agent_hangup_before_connection"
            value = get(name)
            self.agent_hangup_before_connection = (
                None if value is None else AnsweringMachineDisposition.from_dict(value)
            )
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "Dispositions") from None
        self.additional_properties = unknown
        return self

    @classmethod
    def from_json(cls, content: bytes | str) -> Self:
        """Read the JSON text of an object.

        Raises:
            ResponseDecodeError: It is no JSON, no object, or a member has another type than documented.
        """
        return _read.whole(cls.from_dict)(content)

    def to_dict(self) -> dict[str, Any]:
        """Write an object of JSON: None is left out, unknown members are written back."""
        data: dict[str, Any] = {}
        if self.busy is not None:
            data["busy"] = self.busy.to_dict()
        if self.no_answer is not None:
            data["no_answer"] = self.no_answer.to_dict()
        if self.abandoned is not None:
            data["abandoned"] = self.abandoned.to_dict()
        if self.answering_machine_detection is not None:
            data["answering_machine_detection"] = self.answering_machine_detection.to_dict()
        if self.invalid_number is not None:
            data["invalid_number"] = self.invalid_number.to_dict()
        if self.hangup_before_connection is not None:
            data["hangup_before_connection"] = self.hangup_before_connection.to_dict()
        if self.agent_hangup_before_connection is not None:
            data["agent_hangup_before_connection"] = self.agent_hangup_before_connection.to_dict()
        return _encode.with_others(data, self.additional_properties)
