"""PATCH of a callback: a JSON Patch (RFC 6902) of which one operation and five pointers are known.

The pointers are in camel case and name members of the request to create a callback, whatever the
callback itself calls them (A-14 to A-17).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from talkdesk_sandbox.bodies import bad_body
from talkdesk_sandbox.callback_content import CallbackDocument
from talkdesk_sandbox.callback_rules import (
    INSTANT_RULE,
    ZONE_RULE,
    instant,
    is_zone,
    lacking_list,
)
from talkdesk_sandbox.timestamps import date_time_text
from talkdesk_schemas import models

_ASSIGN_TYPES: Final = frozenset(models.CallbackAssignType)


def changed(
    callback: Mapping[str, object], operations: Sequence[models.CallbackOperation]
) -> CallbackDocument:
    """Return a callback after all operations, in their order.

    Only the members that the pointers name change, under each name that the callback has them by,
    or under the newer name when it has them by none.

    Args:
        callback: The callback before, which stays as it is.
        operations: What to replace.

    Raises:
        RequestRefusedError: 400, with the index and the part of each operation at fault in
            ``fields``; no operation is applied then.
    """
    after = dict(callback)
    faults: list[tuple[str, str]] = []
    assigning: int | None = None
    for index, operation in enumerate(operations):
        pointer = _POINTERS.get(operation.path)
        if pointer is None:
            known = ", ".join(_POINTERS)
            faults.append((f"{index}.path", f"Input should be a known pointer: {known}"))
        elif not pointer.replace(after, cast("object", operation.value)):
            faults.append((f"{index}.value", f"{operation.path} takes {pointer.takes}"))
        elif operation.path in _ASSIGNING:
            assigning = index
    if assigning is not None and not faults:
        lacking = lacking_list(after.get("assign_type_v2", after.get("assign_type")), after)
        if lacking is not None:
            rule = f"The assign type needs {lacking}, and the callback would have none"
            faults.append((f"{assigning}.value", rule))
    if faults:
        raise bad_body(faults)
    return after


def _replace_time(callback: CallbackDocument, value: object) -> bool:
    """Reschedule a callback; its next attempt, where it tells one, is due then too."""
    due = instant(value)
    if due is None:
        return False
    for name in _names(callback, "scheduled_time_to_call", "time_to_call"):
        callback[name] = date_time_text(due)
    if "next_time_to_call" in callback:
        callback["next_time_to_call"] = date_time_text(due, always_fraction=True)
    return True


def _replace_phone_number(callback: CallbackDocument, value: object) -> bool:
    if not isinstance(value, str) or not value:
        return False
    callback["phone_number"] = value
    return True


def _replace_zone(callback: CallbackDocument, value: object) -> bool:
    if not is_zone(value):
        return False
    callback["timezone"] = value
    return True


def _replace_assign_type(callback: CallbackDocument, value: object) -> bool:
    if not isinstance(value, str) or value not in _ASSIGN_TYPES:
        return False
    for name in _names(callback, "assign_type_v2", "assign_type"):
        callback[name] = value
    return True


def _replace_agents(callback: CallbackDocument, value: object) -> bool:
    """Give a callback other agents; the older ``agent_id``, where it is, is the first of them."""
    if not isinstance(value, list):
        return False
    agents = cast("list[object]", value)
    if not all(isinstance(agent, str) and agent for agent in agents):
        return False
    callback["agents"] = [{"agent_id": agent} for agent in agents]
    if "agent_id" in callback and agents:
        callback["agent_id"] = agents[0]
    elif "agent_id" in callback:
        del callback["agent_id"]
    return True


def _names(callback: CallbackDocument, newer: str, older: str) -> list[str]:
    """Return the names by which a callback has a member, or the newer one when it lacks it."""
    return [name for name in (newer, older) if name in callback] or [newer]


@dataclass(frozen=True, slots=True)
class _Pointer:
    """A member that can be replaced.

    Attributes:
        takes: What its value must be.
        replace: Replaces it; returns False, and changes nothing, when the value is another.
    """

    takes: str
    replace: Callable[[CallbackDocument, object], bool]


_POINTERS: Final = {
    "/timeToCall": _Pointer(INSTANT_RULE, _replace_time),
    "/phoneNumber": _Pointer("a phone number, which is not empty", _replace_phone_number),
    "/timezone": _Pointer(ZONE_RULE, _replace_zone),
    "/assignType": _Pointer("one of " + ", ".join(sorted(_ASSIGN_TYPES)), _replace_assign_type),
    "/agents": _Pointer("a list of agent ids, which are texts and not empty", _replace_agents),
}
_ASSIGNING: Final = frozenset(("/assignType", "/agents"))
