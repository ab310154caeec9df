# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The model `Callback`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Self

import attrs as _attrs
from talkdesk_core import decoding as _read
from talkdesk_core import encoding as _encode
from talkdesk_core import errors as _errors
from talkdesk_core import replies as _replies

from .callback_agent import CallbackAgent
from .callback_assign_type import CallbackAssignType
from .callback_dialing_model import CallbackDialingModel
from .callback_from_call_type import CallbackFromCallType
from .callback_links import CallbackLinks
from .callback_queue import CallbackQueue
from .callback_ring_group import CallbackRingGroup
from .callback_status import CallbackStatus
from .callback_team import CallbackTeam
from .record_extra_data import RecordExtraData

__all__ = ["Callback"]

# The documented members; everything else is kept in `additional_properties`.
_NAMES: frozenset[str] = frozenset(
    (
        "callback_id",
        "interaction_id",
        "campaign_id",
        "record_id",
        "record_list_id",
        "phone_number",
        "record_first_name",
        "record_last_name",
        "record_extra_data",
        "caller_id",
        "time_to_call",
        "next_time_to_call",
        "timezone",
        "exclusive_to_agent",
        "agent_id",
        "contact_id",
        "status",
        "assign_type",
        "from_call_type",
        "dialing_model",
        "_links",
        "scheduled_time_to_call",
        "account_id",
        "root_interaction_id",
        "processed_time",
        "preferred_start_time",
        "preferred_end_time",
        "created_at",
        "created_by",
        "teams",
        "agents",
        "ring_groups",
        "queues",
        "record_list_name",
        "current_retry_attempts",
        "current_rescheduled_attempts",
        "max_rescheduled_attempts",
        "assign_type_v2",
    )
)
_READ_STATUS = _read.word(CallbackStatus)
_READ_ASSIGN_TYPE = _read.word(CallbackAssignType)
_READ_FROM_CALL_TYPE = _read.word(CallbackFromCallType)
_READ_DIALING_MODEL = _read.word(CallbackDialingModel)
_READ_TEAMS = _read.array(CallbackTeam.from_dict)
_READ_AGENTS = _read.array(CallbackAgent.from_dict)
_READ_RING_GROUPS = _read.array(CallbackRingGroup.from_dict)
_READ_QUEUES = _read.array(CallbackQueue.from_dict)
_READ_ASSIGN_TYPE_V2 = _read.word(CallbackAssignType)


# Without attrs' own way to pickle, which knows of no slot that is no field.
@_attrs.define(kw_only=True, repr=False, weakref_slot=False, getstate_setstate=False)
class Callback(_replies.Reply):
    """A call that is scheduled for a record or a contact.

    Source: callback-query, line 49. Erratum A-11 (high confidence), A-13 (high confidence),
    A-14 (medium confidence), A-16 (high confidence), A-17 (high confidence).

    Attributes:
        callback_id (str | None): Identifies the callback. Source: callback-query, line 53,
            row 2.
        interaction_id (str | None): Id of the interaction the callback came from; it may be
            empty. Source: callback-query, line 55, row 3. Erratum A-39 (medium confidence).
        campaign_id (str | None): Id of the campaign the callback came from. Source:
            callback-query, line 57, row 4.
        record_id (str | None): Id of the record to be called. Source: callback-query, line
            59, row 5. Erratum A-12 (high confidence).
        record_list_id (str | None): Id of the list that holds the record. Source:
            callback-query, line 61, row 6. Erratum A-12 (high confidence).
        phone_number (str | None): Phone number to be called. Source: callback-query, line
            63, row 7.
        record_first_name (str | None): First name in the record to be called. Source:
            callback-query, line 65, row 8.
        record_last_name (str | None): Last name in the record to be called. Source:
            callback-query, line 67, row 9. Erratum A-13 (high confidence).
        record_extra_data (RecordExtraData | None): Further data of the record to be called.
            Source: callback-query, line 71, row 11.
        caller_id (str | None): Number shown to the called party. Source: callback-query,
            line 73, row 12.
        time_to_call (datetime.datetime | None): Time that the agent set first. Source:
            callback-query, line 75, row 13.
        next_time_to_call (datetime.datetime | None): Time of the next attempt. Source:
            callback-query, line 77, row 14.
        timezone (str | None): Time zone in which the callback is scheduled, by its IANA
            name such as Europe/Lisbon. Source: callback-query, line 79, row 15. Erratum
            A-36 (high confidence).
        exclusive_to_agent (bool | None): Whether the callback is kept for one agent.
            Source: callback-query, line 83, row 16. Erratum A-15 (medium confidence).
        agent_id (str | None): Id of the assigned agent. Source: callback-query, line 87,
            row 17. Erratum A-15 (medium confidence).
        contact_id (str | None): Id of the contact to be called. Source: callback-query,
            line 91, row 18.
        status (CallbackStatus | None): Where the callback stands. Source: callback-query,
            line 95, row 19.
        assign_type (CallbackAssignType | None): Who is to take the callback. Source:
            callback-query, line 104, row 20. Erratum A-17 (high confidence).
        from_call_type (CallbackFromCallType | None): Kind of call the callback came from.
            Source: callback-query, line 113, row 21. Erratum A-18 (high confidence).
        dialing_model (CallbackDialingModel | None): How the callback is dialed. Source:
            callback-query, line 120, row 22.
        hal_links (CallbackLinks | None): HAL links of the callback. Source: callback-query,
            line 125, row 23.
        scheduled_time_to_call (datetime.datetime | None): Time for which the callback was
            scheduled first. Source: not printed on a page; inferred. Erratum A-14 (medium
            confidence).
        account_id (str | None): Id of the account. Source: not printed on a page; inferred.
            Erratum A-16 (high confidence).
        root_interaction_id (str | None): Id of the first interaction in the chain that led
            to the callback. Source: not printed on a page; inferred. Erratum A-16 (high
            confidence).
        processed_time (datetime.datetime | None): When the callback was worked on last.
            Source: not printed on a page; inferred. Erratum A-16 (high confidence).
        preferred_start_time (datetime.datetime | None): Start of the preferred time of day;
            its date, 2000-01-01, has no meaning. Source: not printed on a page; inferred.
            Erratum A-16 (high confidence).
        preferred_end_time (datetime.datetime | None): End of the preferred time of day; its
            date, 2000-01-01, has no meaning. Source: not printed on a page; inferred.
            Erratum A-16 (high confidence).
        created_at (datetime.datetime | None): When the callback was created. Source: not
            printed on a page; inferred. Erratum A-16 (high confidence).
        created_by (str | None): Name of whoever created the callback. Source: not printed
            on a page; inferred. Erratum A-16 (high confidence).
        teams (list[CallbackTeam] | None): Teams the callback is assigned to. Source: not
            printed on a page; inferred. Erratum A-16 (high confidence).
        agents (list[CallbackAgent] | None): Agents the callback is assigned to. Source: not
            printed on a page; inferred. Erratum A-16 (high confidence).
        ring_groups (list[CallbackRingGroup] | None): Ring groups the callback is assigned
            to; older than queues. Source: not printed on a page; inferred. Erratum A-16
            (high confidence).
        queues (list[CallbackQueue] | None): Queues the callback is assigned to; newer than
            ring_groups. Unverified (medium confidence): No page that we have seen describes
            it. Source: bundle. Erratum A-16 (high confidence).
        record_list_name (str | None): Name of the list that holds the record; where one
            callback is shown. Unverified (medium confidence): No page that we have seen
            describes it. Source: bundle. Erratum A-16 (high confidence).
        current_retry_attempts (int | None): Attempts made again so far (by the name); where
            one callback is shown. Unverified (medium confidence): No page that we have seen
            describes it. Source: bundle. Erratum A-16 (high confidence).
        current_rescheduled_attempts (int | None): Times the callback was moved so far (by
            the name); where one callback is shown. Unverified (medium confidence): No page
            that we have seen describes it. Source: bundle. Erratum A-16 (high confidence).
        max_rescheduled_attempts (int | None): Most times the callback may be moved (by the
            name); where one callback is shown. Unverified (medium confidence): No page that
            we have seen describes it. Source: bundle. Erratum A-16 (high confidence).
        assign_type_v2 (CallbackAssignType | None): Who is to take the callback, by the
            newer name. Unverified (high confidence): No page that we have seen describes
            it. Source: bundle. Erratum A-17 (high confidence).
        additional_properties (dict[str, Any]): Members that the document does not know, as
            they came.
    """

    callback_id: str | None = None
    interaction_id: str | None = None
    campaign_id: str | None = None
    record_id: str | None = None
    record_list_id: str | None = None
    phone_number: str | None = None
    record_first_name: str | None = None
    record_last_name: str | None = None
    record_extra_data: RecordExtraData | None = None
    caller_id: str | None = None
    time_to_call: datetime.datetime | None = None
    next_time_to_call: datetime.datetime | None = None
    timezone: str | None = None
    exclusive_to_agent: bool | None = None
    agent_id: str | None = None
    contact_id: str | None = None
    status: CallbackStatus | None = None
    assign_type: CallbackAssignType | None = None
    from_call_type: CallbackFromCallType | None = None
    dialing_model: CallbackDialingModel | None = None
    hal_links: CallbackLinks | None = None
    scheduled_time_to_call: datetime.datetime | None = None
    account_id: str | None = None
    root_interaction_id: str | None = None
    processed_time: datetime.datetime | None = None
    preferred_start_time: datetime.datetime | None = None
    preferred_end_time: datetime.datetime | None = None
    created_at: datetime.datetime | None = None
    created_by: str | None = None
    teams: list[CallbackTeam] | None = None
    agents: list[CallbackAgent] | None = None
    ring_groups: list[CallbackRingGroup] | None = None
    queues: list[CallbackQueue] | None = None
    record_list_name: str | None = None
    current_retry_attempts: int | None = None
    current_rescheduled_attempts: int | None = None
    max_rescheduled_attempts: int | None = None
    assign_type_v2: CallbackAssignType | None = None
    additional_properties: dict[str, Any] = _attrs.field(factory=dict[str, Any])

    def __repr__(self) -> str:
        return _encode.redacted_repr(
            self,
            (
                "callback_id",
                "interaction_id",
                "campaign_id",
                "record_id",
                "record_list_id",
                "time_to_call",
                "next_time_to_call",
                "agent_id",
                "contact_id",
                "status",
                "assign_type",
                "from_call_type",
                "dialing_model",
                "scheduled_time_to_call",
                "account_id",
                "root_interaction_id",
                "processed_time",
                "preferred_start_time",
                "preferred_end_time",
                "created_at",
                "assign_type_v2",
            ),
        )

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
        data = _read.mapping(data, "Callback")
        # Quicker than __init__, which would do nothing else; a subclass may have more to make.
        self = cls.__new__(cls) if cls is Callback else cls()
        unknown = {} if data.keys() <= _NAMES else _read.others(data, _NAMES)
        get = data.get
        name: str = ""
        value: Any
        try:
            name = "callback_id"
            value = get(name)
            self.callback_id = value if value is None or type(value) is str else _read.text(value)
            name = "interaction_id"
            value = get(name)
            self.interaction_id = (
                value if value is None or type(value) is str else _read.text(value)
            )
            name = "campaign_id"
            value = get(name)
            self.campaign_id = value if value is None or type(value) is str else _read.text(value)
            name = "record_id"
            value = get(name)
            self.record_id = value if value is None or type(value) is str else _read.text(value)
            name = "record_list_id"
            value = get(name)
            self.record_list_id = (
                value if value is None or type(value) is str else _read.text(value)
            )
            name = "phone_number"
            value = get(name)
            self.phone_number = value if value is None or type(value) is str else _read.text(value)
            name = "record_first_name"
            value = get(name)
            self.record_first_name = (
                value if value is None or type(value) is str else _read.text(value)
            )
            name = "record_last_name"
            value = get(name)
            self.record_last_name = (
                value if value is None or type(value) is str else _read.text(value)
            )
            name = "record_extra_data"
            value = get(name)
            self.record_extra_data = None if value is None else RecordExtraData.from_dict(value)
            name = "caller_id"
            value = get(name)
            self.caller_id = value if value is None or type(value) is str else _read.text(value)
            name = "time_to_call"
            value = get(name)
            self.time_to_call = None if value is None else _read.moment(value)
            name = "next_time_to_call"
            value = get(name)
            self.next_time_to_call = None if value is None else _read.moment(value)
            name = "timezone"
            value = get(name)
            self.timezone = value if value is None or type(value) is str else _read.text(value)
            name = "exclusive_to_agent"
            value = get(name)
            self.exclusive_to_agent = (
                value if value is None or value is True or value is False else _read.boolean(value)
            )
            name = "agent_id"
            value = get(name)
            self.agent_id = value if value is None or type(value) is str else _read.text(value)
            name = "contact_id"
            value = get(name)
            self.contact_id = value if value is None or type(value) is str else _read.text(value)
            name = "status"
            value = get(name)
            self.status = None if value is None else _READ_STATUS(value)
            name = "assign_type"
            value = get(name)
            self.assign_type = None if value is None else _READ_ASSIGN_TYPE(value)
            name = "from_call_type"
            value = get(name)
            self.from_call_type = None if value is None else _READ_FROM_CALL_TYPE(value)
            name = "dialing_model"
            value = get(name)
            self.dialing_model = None if value is None else _READ_DIALING_MODEL(value)
            name = "_links"
            value = get(name)
            self.hal_links = None if value is None else CallbackLinks.from_dict(value)
            name = "scheduled_time_to_call"
            value = get(name)
            self.scheduled_time_to_call = None if value is None else _read.moment(value)
            name = "account_id"
            value = get(name)
            self.account_id = value if value is None or type(value) is str else _read.text(value)
            name = "root_interaction_id"
            value = get(name)
            self.root_interaction_id = (
                value if value is None or type(value) is str else _read.text(value)
            )
            name = "processed_time"
            value = get(name)
            self.processed_time = None if value is None else _read.moment(value)
            name = "preferred_start_time"
            value = get(name)
            self.preferred_start_time = None if value is None else _read.moment(value)
            name = "preferred_end_time"
            value = get(name)
            self.preferred_end_time = None if value is None else _read.moment(value)
            name = "created_at"
            value = get(name)
            self.created_at = None if value is None else _read.moment(value)
            name = "created_by"
            value = get(name)
            self.created_by = value if value is None or type(value) is str else _read.text(value)
            name = "teams"
            value = get(name)
            self.teams = None if value is None else _READ_TEAMS(value)
            name = "agents"
            value = get(name)
            self.agents = None if value is None else _READ_AGENTS(value)
            name = "ring_groups"
            value = get(name)
            self.ring_groups = None if value is None else _READ_RING_GROUPS(value)
            name = "queues"
            value = get(name)
            self.queues = None if value is None else _READ_QUEUES(value)
            name = "record_list_name"
            value = get(name)
            self.record_list_name = (
                value if value is None or type(value) is str else _read.text(value)
            )
            name = "current_retry_attempts"
            value = get(name)
            self.current_retry_attempts = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "current_rescheduled_attempts"
            value = get(name)
            self.current_rescheduled_attempts = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "max_rescheduled_attempts"
            value = get(name)
            self.max_rescheduled_attempts = (
                value if value is None or type(value) is int else _read.integer(value)
            )
            name = "assign_type_v2"
            value = get(name)
            self.assign_type_v2 = None if value is None else _READ_ASSIGN_TYPE_V2(value)
        except (_errors.ResponseDecodeError, RecursionError) as error:
            raise _read.placed(error, name, "Callback") from None
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
        if self.callback_id is not None:
            data["callback_id"] = self.callback_id
        if self.interaction_id is not None:
            data["interaction_id"] = self.interaction_id
        if self.campaign_id is not None:
            data["campaign_id"] = self.campaign_id
        if self.record_id is not None:
            data["record_id"] = self.record_id
        if self.record_list_id is not None:
            data["record_list_id"] = self.record_list_id
        if self.phone_number is not None:
            data["phone_number"] = self.phone_number
        if self.record_first_name is not None:
            data["record_first_name"] = self.record_first_name
        if self.record_last_name is not None:
            data["record_last_name"] = self.record_last_name
        if self.record_extra_data is not None:
            data["record_extra_data"] = self.record_extra_data.to_dict()
        if self.caller_id is not None:
            data["caller_id"] = self.caller_id
        if self.time_to_call is not None:
            data["time_to_call"] = _encode.write_moment(self.time_to_call)
        if self.next_time_to_call is not None:
            data["next_time_to_call"] = _encode.write_moment(self.next_time_to_call)
        if self.timezone is not None:
            data["timezone"] = self.timezone
        if self.exclusive_to_agent is not None:
            data["exclusive_to_agent"] = self.exclusive_to_agent
        if self.agent_id is not None:
            data["agent_id"] = self.agent_id
        if self.contact_id is not None:
            data["contact_id"] = self.contact_id
        if self.status is not None:
            data["status"] = str(self.status)
        if self.assign_type is not None:
            data["assign_type"] = str(self.assign_type)
        if self.from_call_type is not None:
            data["from_call_type"] = str(self.from_call_type)
        if self.dialing_model is not None:
            data["dialing_model"] = str(self.dialing_model)
        if self.hal_links is not None:
            data["_links"] = self.hal_links.to_dict()
        if self.scheduled_time_to_call is not None:
            data["scheduled_time_to_call"] = _encode.write_moment(self.scheduled_time_to_call)
        if self.account_id is not None:
            data["account_id"] = self.account_id
        if self.root_interaction_id is not None:
            data["root_interaction_id"] = self.root_interaction_id
        if self.processed_time is not None:
            data["processed_time"] = _encode.write_moment(self.processed_time)
        if self.preferred_start_time is not None:
            data["preferred_start_time"] = _encode.write_moment(self.preferred_start_time)
        if self.preferred_end_time is not None:
            data["preferred_end_time"] = _encode.write_moment(self.preferred_end_time)
        if self.created_at is not None:
            data["created_at"] = _encode.write_moment(self.created_at)
        if self.created_by is not None:
            data["created_by"] = self.created_by
        if self.teams is not None:
            data["teams"] = [item.to_dict() for item in self.teams]
        if self.agents is not None:
            data["agents"] = [item.to_dict() for item in self.agents]
        if self.ring_groups is not None:
            data["ring_groups"] = [item.to_dict() for item in self.ring_groups]
        if self.queues is not None:
            data["queues"] = [item.to_dict() for item in self.queues]
        if self.record_list_name is not None:
            data["record_list_name"] = self.record_list_name
        if self.current_retry_attempts is not None:
            data["current_retry_attempts"] = self.current_retry_attempts
        if self.current_rescheduled_attempts is not None:
            data["current_rescheduled_attempts"] = self.current_rescheduled_attempts
        if self.max_rescheduled_attempts is not None:
            data["max_rescheduled_attempts"] = self.max_rescheduled_attempts
        if self.assign_type_v2 is not None:
            data["assign_type_v2"] = str(self.assign_type_v2)
        return _encode.with_others(data, self.additional_properties)
