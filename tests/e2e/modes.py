"""The ways in which a server may answer, and what reading has to give in each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

from talkdesk_client.models import Callback
from talkdesk_sandbox.quirks import Quirk

# What the older and the newer shape of a callback call differently.
_SHAPE = (
    *("assign_type", "assign_type_v2", "ring_groups", "queues", "agents", "agent_id"),
    *("exclusive_to_agent", "time_to_call", "scheduled_time_to_call"),
)


@dataclass(frozen=True)
class Mode:
    """A way of answering.

    Attributes:
        name: What it is called in the name of a test.
        quirks: The quirks of the sandbox that make it.
    """

    name: str
    quirks: tuple[Quirk, ...]

    def __str__(self) -> str:
        return self.name

    @property
    def has_totals(self) -> bool:
        """Whether pages say how many items and pages there are."""
        return Quirk.NO_TOTALS not in self.quirks

    def essence(self, callback: Callback) -> dict[str, Any]:
        """Return what the mode must not change of a callback, as JSON data."""
        data = documented(callback.to_dict())
        if {Quirk.OLD_SHAPE, Quirk.NEW_SHAPE} & set(self.quirks):
            data = {name: value for name, value in data.items() if name not in _SHAPE}
        if Quirk.CALLBACK_LINKS in self.quirks:
            data.pop("_links", None)
        return without_hosts(data)

    def essences(self, callbacks: list[Callback]) -> list[dict[str, Any]]:
        """Return what the mode must not change of some callbacks."""
        return [self.essence(callback) for callback in callbacks]


def documented(value: Any) -> Any:
    """Leave out what the sandbox adds to objects, which the document does not know."""
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        return {name: documented(each) for name, each in members.items() if name not in UNKNOWN}
    if isinstance(value, list):
        items = cast("list[object]", value)
        return [documented(each) for each in items]
    return value


def without_hosts(data: dict[str, Any]) -> dict[str, Any]:
    """Leave out the host of a link: two sandboxes have two."""
    if "_links" in data:
        path = data["_links"]["self"]["href"].split("/", 3)[3]
        return {**data, "_links": {"self": path}}
    return data


UNKNOWN = frozenset(("sandbox_word", "sandbox_object"))
"""The members that the sandbox adds to objects when it is asked for unknown ones."""
_CONTRADICTING = {Quirk.OLD_SHAPE, Quirk.PREV_ALWAYS}
MODES = (
    Mode("as documented", ()),
    *(Mode(str(quirk), (quirk,)) for quirk in Quirk),
    Mode("all at once", tuple(quirk for quirk in Quirk if quirk not in _CONTRADICTING)),
)
