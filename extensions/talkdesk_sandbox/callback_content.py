"""What a stored callback says: its document, and what filters ask of it."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple, TypeAlias, cast

CallbackDocument: TypeAlias = dict[str, object]
"""A callback as JSON values, without its links."""

ACTIVE: Final = frozenset(("UNATTEMPTED", "TO_BE_RETRIED"))
"""The statuses of a callback that is still to be dialed."""
FINISHED: Final = frozenset(("EXHAUSTED", "SUCCESS", "CANCELED", "INVALID_NUMBER"))
"""The statuses of a callback that is not dialed any more."""
CANCELED: Final = "CANCELED"

_START: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_LISTS: Final = (
    ("agent", "agents", "agent_id"),
    ("team", "teams", "team_id"),
    ("queue", "queues", "queue"),
)


class Content(NamedTuple):
    """The columns of a callback. Times are milliseconds since 1970; None stands for absent."""

    callback_id: str
    campaign_id: str | None
    contact_id: str | None
    phone_number: str | None
    record_id: str | None
    status: str | None
    from_call_type: str | None
    scheduled_time: int | None
    next_time_to_call: int | None
    document: str

    def __repr__(self) -> str:
        """Return the id alone: the rest holds personal data."""
        return f"Content(callback_id={self.callback_id!r})"


def content_of(document: Mapping[str, object]) -> Content:
    """Return the columns of a callback, whose times are as this package writes them.

    The time it is scheduled for is ``scheduled_time_to_call`` in newer rows and ``time_to_call``
    in older ones (A-14).
    """
    scheduled = _time(document, "scheduled_time_to_call")
    return Content(
        callback_id=cast("str", document["callback_id"]),
        campaign_id=_text(document, "campaign_id"),
        contact_id=_text(document, "contact_id"),
        phone_number=_text(document, "phone_number"),
        record_id=_text(document, "record_id"),
        status=_text(document, "status"),
        from_call_type=_text(document, "from_call_type"),
        scheduled_time=_time(document, "time_to_call") if scheduled is None else scheduled,
        next_time_to_call=_time(document, "next_time_to_call"),
        document=json.dumps(document, ensure_ascii=False, separators=(",", ":")),
    )


def assignees_of(document: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield the kind and the id of each agent, team and queue, once each.

    An agent counts under the older name, ``agent_id``, as under the newer one.
    """
    found = dict.fromkeys(
        (kind, each[member])
        for kind, name, member in _LISTS
        for each in cast("list[dict[str, str]]", document.get(name, ()))
    )
    agent_id = _text(document, "agent_id")
    if agent_id is not None:
        found["agent", agent_id] = None
    yield from found


def parsed(document: str) -> CallbackDocument:
    """Return the callback that a document of the store holds."""
    return cast("CallbackDocument", json.loads(document))


def stored_time(text: str) -> int:
    """Return the milliseconds since 1970 of a time as this package writes it."""
    return (datetime.fromisoformat(text) - _START) // _MILLISECOND


def _text(document: Mapping[str, object], name: str) -> str | None:
    return cast("str | None", document.get(name))


def _time(document: Mapping[str, object], name: str) -> int | None:
    text = _text(document, name)
    return None if text is None else stored_time(text)
