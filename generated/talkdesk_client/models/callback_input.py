# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `CallbackInput`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Self

import attrs as _attrs
from talkdesk_core import bodies as _body
from talkdesk_core import encoding as _encode
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from .callback_agent_input import CallbackAgentInput
from .callback_dialing_model import CallbackDialingModel
from .callback_from_call_type import CallbackFromCallType
from .callback_input_assign_type import CallbackInputAssignType
from .callback_queue_input import CallbackQueueInput
from .record_extra_data_input import RecordExtraDataInput

__all__ = ["CallbackInput"]


@_attrs.define(kw_only=True, repr=False, weakref_slot=False)
class CallbackInput:
    """A callback to be scheduled.

    Unverified (medium confidence): The members and the marks of what is required come from
    the vendor's bundle alone. Source: bundle; support-callbacks.

    Attributes:
        interaction_id (str): Id of the interaction the callback comes from; an empty text
            where there is none. Source: bundle; support-callbacks.
        caller_id (str): Number to show to the called party, in the form of E.164. At least
            1 characters. Source: bundle; support-callbacks.
        time_to_call (datetime.datetime | str): When the call is due; written in UTC.
            Source: bundle; support-callbacks.
        timezone (str): Time zone of the called party, by its IANA name such as
            Europe/Lisbon. At least 1 characters. Unverified (medium confidence): No page
            that we have seen describes it. Source: bundle.
        assign_type (CallbackInputAssignType | str): Who is to take the callback; the
            SPECIFIC_ kinds need the list of that kind. Unverified (medium confidence): The
            words come from the vendor's bundle alone. Source: bundle.
        from_call_type (CallbackFromCallType | str): Kind of call the callback comes from.
            Unverified (medium confidence): No page that we have seen describes it. Source:
            bundle. Erratum A-18 (high confidence).
        dialing_model (CallbackDialingModel | str): How the callback is dialed; the support
            pages advise PREVIEW. Source: bundle; support-callbacks.
        phone_number (str): Number to be called, in the form of E.164 with its plus sign. At
            least 1 characters. Source: bundle; support-callbacks.
        queues (Sequence[CallbackQueueInput | Mapping[str, Any]] | Unset): Queues that are
            to take the callback. Source: bundle; support-callbacks.
        agents (Sequence[CallbackAgentInput | Mapping[str, Any]] | Unset): Agents who are to
            take the callback. Source: bundle; support-callbacks.
        campaign_id (str | Unset): Id of the campaign the callback belongs to. Unverified
            (medium confidence): No page that we have seen describes it. Source: bundle.
        record_id (str | Unset): Id of the record to be called. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle.
        record_list_id (str | Unset): Id of the list that holds the record. Unverified
            (medium confidence): No page that we have seen describes it. Source: bundle.
        record_first_name (str | Unset): First name in the record. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle.
        record_last_name (str | Unset): Last name in the record. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle.
        record_extra_data (RecordExtraDataInput | Mapping[str, Any] | Unset): Further data
            of the record. Unverified (medium confidence): No page that we have seen
            describes it. Source: bundle.
        description (str | Unset): Notes for whoever takes the callback. No reply is known
            to repeat them. Unverified (medium confidence): No page that we have seen
            describes it. Source: bundle.
        additional_properties (dict[str, Any]): Members beside these, sent as they are.

    Raises:
        ArgumentError: A member is missing, of a wrong type or out of bounds.
    """

    interaction_id: str
    caller_id: str
    time_to_call: datetime.datetime | str
    timezone: str
    assign_type: CallbackInputAssignType | str
    from_call_type: CallbackFromCallType | str
    dialing_model: CallbackDialingModel | str
    phone_number: str
    queues: Sequence[CallbackQueueInput | Mapping[str, Any]] | Unset = UNSET
    agents: Sequence[CallbackAgentInput | Mapping[str, Any]] | Unset = UNSET
    campaign_id: str | Unset = UNSET
    record_id: str | Unset = UNSET
    record_list_id: str | Unset = UNSET
    record_first_name: str | Unset = UNSET
    record_last_name: str | Unset = UNSET
    record_extra_data: RecordExtraDataInput | Mapping[str, Any] | Unset = UNSET
    description: str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __attrs_post_init__(self) -> None:
        _members().write(self)

    def __repr__(self) -> str:
        return _encode.redacted_repr(
            self,
            (
                "interaction_id",
                "time_to_call",
                "assign_type",
                "from_call_type",
                "dialing_model",
                "campaign_id",
                "record_id",
                "record_list_id",
            ),
        )

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
        "CallbackInput",
        _body.Member("interaction_id", "interaction_id", _write.Text(), required=True),
        _body.Member("caller_id", "caller_id", _write.Text(min_length=1), required=True),
        _body.Member("time_to_call", "time_to_call", _write.Moment(), required=True),
        _body.Member("timezone", "timezone", _write.Text(min_length=1), required=True),
        _body.Member(
            "assign_type", "assign_type", _write.Choice(CallbackInputAssignType), required=True
        ),
        _body.Member(
            "from_call_type", "from_call_type", _write.Choice(CallbackFromCallType), required=True
        ),
        _body.Member(
            "dialing_model", "dialing_model", _write.Choice(CallbackDialingModel), required=True
        ),
        _body.Member("phone_number", "phone_number", _write.Text(min_length=1), required=True),
        _body.Member("queues", "queues", _write.Array(_write.Model(lambda: CallbackQueueInput))),
        _body.Member("agents", "agents", _write.Array(_write.Model(lambda: CallbackAgentInput))),
        _body.Member("campaign_id", "campaign_id", _write.Text()),
        _body.Member("record_id", "record_id", _write.Text()),
        _body.Member("record_list_id", "record_list_id", _write.Text()),
        _body.Member("record_first_name", "record_first_name", _write.Text()),
        _body.Member("record_last_name", "record_last_name", _write.Text()),
        _body.Member(
            "record_extra_data", "record_extra_data", _write.Model(lambda: RecordExtraDataInput)
        ),
        _body.Member("description", "description", _write.Text()),
    )
