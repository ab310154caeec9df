"""One scheduled callback as the sandbox knows it, and as the wire shows it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from operator import attrgetter
from typing import Any, Final

from talkdesk_sandbox.timestamps import date_time_text


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CallbackRow:
    """One callback; None stands for an absent member. The repr shows no personal data.

    The attributes are the members of the document's ``Callback``, in its order, less the links.
    Times are milliseconds since 1970; teams, agents, ring groups and queues are their ids.
    """

    callback_id: str
    interaction_id: str | None
    campaign_id: str | None
    record_id: str | None
    record_list_id: str | None
    record_list_name: str | None
    phone_number: str | None
    record_first_name: str | None
    record_last_name: str | None
    record_extra_data: Mapping[str, object] | None
    caller_id: str | None
    time_to_call: int | None
    next_time_to_call: int | None
    timezone: str | None
    exclusive_to_agent: bool | None
    agent_id: str | None
    contact_id: str | None
    status: str | None
    assign_type: str | None
    from_call_type: str | None
    dialing_model: str | None
    scheduled_time_to_call: int | None
    account_id: str | None
    root_interaction_id: str | None
    processed_time: int | None
    preferred_start_time: int | None
    preferred_end_time: int | None
    created_at: int | None
    created_by: str | None
    teams: tuple[str, ...] | None
    agents: tuple[str, ...] | None
    ring_groups: tuple[str, ...] | None
    queues: tuple[str, ...] | None
    assign_type_v2: str | None
    current_retry_attempts: int | None
    current_rescheduled_attempts: int | None
    max_rescheduled_attempts: int | None

    def wire_body(self) -> dict[str, object]:
        """Return the callback as JSON values, without its links: absent members are left out."""
        body: dict[str, object] = {}
        for name, value in zip(_MEMBERS, _values(self), strict=True):
            if value is not None:
                write = _ON_THE_WIRE.get(name)
                body[name] = value if write is None else write(value)
        return body


_MEMBERS: Final = tuple(field.name for field in fields(CallbackRow))
_values: Final = attrgetter(*_MEMBERS)


def _each_as(member: str, ids: Sequence[str]) -> list[dict[str, str]]:
    return [{member: each} for each in ids]


# How a value looks on the wire, where it is not the value itself. The vendor's examples write
# milliseconds in one time and leave them out in another; clients must read both.
_ON_THE_WIRE: Final[Mapping[str, Callable[[Any], object]]] = {
    "time_to_call": date_time_text,
    "scheduled_time_to_call": date_time_text,
    "next_time_to_call": partial(date_time_text, always_fraction=True),
    "processed_time": partial(date_time_text, always_fraction=True),
    "preferred_start_time": date_time_text,
    "preferred_end_time": date_time_text,
    "created_at": partial(date_time_text, always_fraction=True),
    "teams": partial(_each_as, "team_id"),
    "agents": partial(_each_as, "agent_id"),
    "ring_groups": partial(_each_as, "ring_group"),
    "queues": partial(_each_as, "queue"),
}
