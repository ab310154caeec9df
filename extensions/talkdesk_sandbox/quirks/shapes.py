"""The two shapes of a callback (A-14, A-16, A-17): a body in one of them, whichever it came in."""

from collections.abc import Mapping
from typing import Final

from talkdesk_sandbox.quirks.walking import JsonObject, is_array, is_object

_NEWER: Final = {
    "assign_type": "assign_type_v2",
    "time_to_call": "scheduled_time_to_call",
    "ring_groups": "queues",
}
_OLDER: Final = {newer: older for older, newer in _NEWER.items()}
_NEWER_WORDS: Final = {"SPECIFIC_RING_GROUP": "SPECIFIC_QUEUE"}
_OLDER_WORDS: Final = {newer: older for older, newer in _NEWER_WORDS.items()}
_WORDS: Final = ("assign_type", "assign_type_v2")
_GROUPS: Final = {"ring_groups": "ring_group", "queues": "queue"}
"""The name that each entry of a list has its id under."""
_OLDER_ONLY: Final = frozenset(("agent_id", "exclusive_to_agent"))


def old_shape(callback: JsonObject) -> JsonObject:
    """Return a callback with the older names alone; ``agent_id`` is the first agent's."""
    shaped = _renamed(callback, _OLDER, _OLDER_WORDS)
    agents = callback.get("agents")
    if is_array(agents) and agents and is_object(agents[0]):
        shaped = {**agents[0], **shaped}
    return shaped


def new_shape(callback: JsonObject) -> JsonObject:
    """Return a callback with the newer names alone; the one agent is the only one listed."""
    shaped = _renamed(callback, _NEWER, _NEWER_WORDS)
    agent_id = callback.get("agent_id")
    if agent_id is not None and "agents" not in shaped:
        shaped["agents"] = [{"agent_id": agent_id}]
    return {name: value for name, value in shaped.items() if name not in _OLDER_ONLY}


def _renamed(
    callback: JsonObject, names: Mapping[str, str], words: Mapping[str, str]
) -> JsonObject:
    """Return a callback under these names; what it has under both, it keeps under the target's."""
    shaped: JsonObject = {}
    for name, value in callback.items():
        target = names.get(name, name)
        if target != name and target in callback:
            continue
        shaped[target] = _value(target, value, words)
    return shaped


def _value(name: str, value: object, words: Mapping[str, str]) -> object:
    """Return the value of a member as the shape of this name has it."""
    if name in _WORDS:
        return words.get(str(value), value)
    if name in _GROUPS and is_array(value):
        return [_regrouped(each, _GROUPS[name]) for each in value]
    return value


def _regrouped(entry: object, member: str) -> object:
    """Return an entry of a list of groups with its id under this name."""
    if not is_object(entry):
        return entry
    return {member if name in _GROUPS.values() else name: entry[name] for name in entry}
