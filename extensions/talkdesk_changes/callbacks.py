"""Changes of a callback: a JSON Patch (RFC 6902) whose pointers are in camel case."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from talkdesk_client.models import (
    CallbackAssignType,
    CallbackOperation,
    CallbackOperationName,
)
from talkdesk_core import writing as _write
from talkdesk_core.errors import ArgumentError
from talkdesk_core.unset import UNSET, Unset

__all__ = ["callback_changes"]

_NOT_EMPTY: Final = _write.Text(min_length=1)
# By argument, in the order in which the changes are written: a callback gets its kind of assignment
# before the agents that the kind asks for.
_MEMBERS: Final[dict[str, tuple[str, _write.Writer]]] = {
    "time_to_call": ("/timeToCall", _write.Moment()),
    "phone_number": ("/phoneNumber", _NOT_EMPTY),
    "timezone": ("/timezone", _NOT_EMPTY),
    "assign_type": ("/assignType", _write.Choice(CallbackAssignType)),
    "agents": ("/agents", _write.Array(_NOT_EMPTY, min_items=1, unique=True)),
}


def callback_changes(
    *,
    time_to_call: datetime.datetime | str | Unset = UNSET,
    phone_number: str | Unset = UNSET,
    timezone: str | Unset = UNSET,
    assign_type: CallbackAssignType | str | Unset = UNSET,
    agents: Sequence[str] | Unset = UNSET,
) -> list[CallbackOperation]:
    """Return the body of ``client.callbacks.update`` that replaces the given members.

    Whether the API takes further members is not known. Source: the page on updating a callback
    (callback-update); `CallbackOperation.path` lists the pointers.

    Args:
        time_to_call: When the call is due: an aware datetime, which is written in UTC, or a
            string by RFC 3339 with its offset, which is sent as it is.
        phone_number: Number to be called, in the form of E.164 with its plus sign.
        timezone: Time zone of the called party, by its IANA name such as Europe/Lisbon.
        assign_type: Who is to take the callback; SPECIFIC_AGENT needs agents beside it.
        agents: Ids of the agents who are to take the callback, at least one, none of them twice.

    Returns:
        One operation for each argument, in the order of the signature.

    Raises:
        ArgumentError: Nothing is given, or a value is empty, of a wrong type or unknown; it names
            the argument and what is allowed.
    """
    given = {
        "time_to_call": time_to_call,
        "phone_number": phone_number,
        "timezone": timezone,
        "assign_type": assign_type,
        "agents": agents,
    }
    changes = [
        CallbackOperation(
            op=CallbackOperationName.REPLACE, path=pointer, value=writer.write(name, given[name])
        )
        for name, (pointer, writer) in _MEMBERS.items()
        if given[name] is not UNSET
    ]
    if not changes:
        raise ArgumentError("callback_changes", f"takes at least one of {', '.join(_MEMBERS)}")
    return changes
