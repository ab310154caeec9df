"""What a listing of callbacks asks for, and the SQL that says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from talkdesk_sandbox.timestamps import Interval

Cell: TypeAlias = str | int | None


@dataclass(frozen=True, slots=True)
class OwnId:
    """An id that each copy of a row has its own of, and where callbacks may have it from.

    Attributes:
        column: The column that holds it for copy 0.
        found: Values of the column, each with the number of the copy in which it stands for the
            id that is asked for.
    """

    column: str
    found: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CallbackFilter:
    """What a callback must match; None asks for nothing. All that is asked for must hold.

    Times ending in ``from`` are the first that match, those ending in ``before`` the first that
    do not any more, both in milliseconds since 1970. The repr shows no personal data.
    """

    agent_ids: tuple[str, ...] | None = None
    team_id: str | None = None
    queue: str | None = None
    campaign_id: str | None = None
    contact_id: str | None = None
    phone_number: str | None = None
    record_id: str | None = None
    status: str | None = None
    from_call_type: str | None = None
    scheduled_within: Interval | None = None
    scheduled_from: int | None = None
    scheduled_before: int | None = None
    next_time_before: int | None = None

    def own_ids(self) -> Iterator[tuple[str, str]]:
        """Yield the columns whose ids differ from copy to copy, with what is asked of them."""
        if self.contact_id is not None:
            yield "contact_id", self.contact_id
        if self.record_id is not None:
            yield "record_id", self.record_id

    def conditions(self, own_ids: list[OwnId]) -> tuple[str, list[Cell]]:
        """Return an SQL condition, all of it constants of ours, and the values to bind.

        Args:
            own_ids: What was found for each of :meth:`own_ids`.
        """
        conditions: list[str] = []
        values: list[Cell] = []
        compared = (
            ("campaign_id = ?", self.campaign_id),
            ("phone_number = ?", self.phone_number),
            ("status = ?", self.status),
            ("from_call_type = ?", self.from_call_type),
            ("scheduled_time >= ?", self.scheduled_from),
            ("scheduled_time < ?", self.scheduled_before),
            ("next_time_to_call < ?", self.next_time_before),
        )
        for condition, value in compared:
            if value is not None:
                conditions.append(condition)
                values.append(value)
        if self.scheduled_within is not None:
            conditions.append("scheduled_time >= ? AND scheduled_time < ?")
            values += (self.scheduled_within.start, self.scheduled_within.end)
        for kind, ids in self._assignees():
            places = ", ".join("?" * len(ids))
            conditions.append(
                "contents.content_id IN ("  # noqa: S608  (constants only)
                f"SELECT content_id FROM assignees WHERE kind = ? AND id IN ({places}))"
            )
            values += (kind, *ids)
        for own in own_ids:
            each = [f"{own.column} = ? AND copy = ?"] * len(own.found)
            conditions.append(f"({' OR '.join(each)})")
            values += (cell for pair in own.found for cell in pair)
        return " AND ".join(conditions), values

    def _assignees(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each kind of assignee that is asked for, with the ids of which one must match."""
        if self.agent_ids is not None:
            # SQLite binds some 32,000 values at most: each id counts once.
            yield "agent", tuple(dict.fromkeys(self.agent_ids))
        if self.team_id is not None:
            yield "team", (self.team_id,)
        if self.queue is not None:
            yield "queue", (self.queue,)


EVERYTHING: Final = CallbackFilter()
"""Asks for nothing: every callback matches."""
