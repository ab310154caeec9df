"""Scheduled callbacks in SQLite: rows in, filtered pages out."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias, cast

from talkdesk_sandbox.callback_row import CallbackRow
from talkdesk_sandbox.database import Database
from talkdesk_sandbox.timestamps import Interval

Cell: TypeAlias = str | int | None

# `position` is the order of creation: pages are cut along it, so that they neither lose nor
# repeat a row. `document` is what the wire shows, less the links, written once: making it anew
# for each reply was most of a reply's time. The other columns are what filters ask for. Times
# are milliseconds since 1970, so that comparing them is comparing instants.
# `assignees` has one row for each id in a callback's lists; one that stands in two lists of a
# callback stands here once.
_TABLES: Final = """
CREATE TABLE callbacks (
  position INTEGER PRIMARY KEY,
  callback_id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  campaign_id TEXT,
  contact_id TEXT,
  phone_number TEXT,
  record_id TEXT,
  status TEXT,
  from_call_type TEXT,
  scheduled_time INTEGER,
  next_time_to_call INTEGER
);
CREATE TABLE assignees (
  kind TEXT NOT NULL CHECK (kind IN ('agent', 'team', 'queue')),
  id TEXT NOT NULL,
  callback_position INTEGER NOT NULL REFERENCES callbacks (position),
  PRIMARY KEY (kind, id, callback_position)
) WITHOUT ROWID;
"""
# An index ends in the position by itself (it is the rowid): one filter pages without a sort.
_INDEXES: Final = """
CREATE INDEX callbacks_by_campaign ON callbacks (campaign_id);
CREATE INDEX callbacks_by_contact ON callbacks (contact_id);
CREATE INDEX callbacks_by_from_call_type ON callbacks (from_call_type);
CREATE INDEX callbacks_by_next_time ON callbacks (next_time_to_call);
CREATE INDEX callbacks_by_phone_number ON callbacks (phone_number);
CREATE INDEX callbacks_by_record ON callbacks (record_id);
CREATE INDEX callbacks_by_scheduled_time ON callbacks (scheduled_time);
CREATE INDEX callbacks_by_status ON callbacks (status);
"""
_INSERT_CALLBACK: Final = "INSERT INTO callbacks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_ASSIGNEE: Final = "INSERT INTO assignees VALUES (?, ?, ?)"
# One bound JSON array of ids keeps the statement the same for any number of them.
_ASSIGNED_TO: Final = """position IN (
  SELECT callback_position FROM assignees
  WHERE kind = ? AND id IN (SELECT value FROM json_each(?))
)"""


class StoredCallback(NamedTuple):
    """A callback of a page.

    Attributes:
        callback_id: Its id.
        document: JSON text of an object with at least its id, and without links.
    """

    callback_id: str
    document: str


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

    def conditions(self) -> tuple[list[str], list[Cell]]:
        """Return SQL conditions, all of them constants of ours, and the values to bind."""
        conditions: list[str] = []
        values: list[Cell] = []
        compared = (
            ("campaign_id = ?", self.campaign_id),
            ("contact_id = ?", self.contact_id),
            ("phone_number = ?", self.phone_number),
            ("record_id = ?", self.record_id),
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
            conditions.append(_ASSIGNED_TO)
            values += (kind, json.dumps(ids))
        return conditions, values

    def _assignees(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each kind of assignee that is asked for, with the ids of which one must match."""
        if self.agent_ids is not None:
            yield "agent", self.agent_ids
        if self.team_id is not None:
            yield "team", (self.team_id,)
        if self.queue is not None:
            yield "queue", (self.queue,)


class CallbackStore:
    """The scheduled callbacks of one sandbox.

    Args:
        database: Where they are kept.
        callbacks: The first callbacks, in the order of their creation.
    """

    def __init__(self, database: Database, callbacks: Iterable[CallbackRow]) -> None:
        self._database = database
        database.script(_TABLES)
        with database.writing() as cursor:
            assignees: list[tuple[Cell, ...]] = []
            cursor.executemany(_INSERT_CALLBACK, _callback_cells(callbacks, assignees))
            cursor.executemany(_INSERT_ASSIGNEE, assignees)
        database.script(_INDEXES)

    def page(
        self, wanted: CallbackFilter, *, page: int, per_page: int
    ) -> tuple[int, list[StoredCallback]]:
        """Return the number of all matches and the callbacks of one page, in order of creation.

        Args:
            wanted: What the callbacks must match.
            page: Number of the page, from 1.
            per_page: Most rows on a page, from 1.
        """
        conditions, values = wanted.conditions()
        where = " AND ".join(conditions) or "TRUE"
        count = f"SELECT count(*) FROM callbacks WHERE {where}"  # noqa: S608  (constants only)
        rows = (
            f"SELECT callback_id, document FROM callbacks WHERE {where} "  # noqa: S608  (constants only)
            "ORDER BY position LIMIT ? OFFSET ?"
        )
        # SQLite's integers end at 2**63: a page beyond that is beyond any listing.
        offset = min((page - 1) * per_page, 2**63 - 1)
        with self._database.reading() as cursor:
            total = cast("int", cursor.execute(count, values).fetchone()[0])
            cursor.execute(rows, [*values, per_page, offset])
            return total, [StoredCallback(*row) for row in cursor]


def _callback_cells(
    callbacks: Iterable[CallbackRow], assignees: list[tuple[Cell, ...]]
) -> Iterator[tuple[Cell, ...]]:
    """Yield the columns of ``callbacks``, and add those of ``assignees`` to the list."""
    for position, row in enumerate(callbacks, start=1):
        lists = (("agent", row.assigned_agents), ("team", row.teams), ("queue", row.queues))
        assignees += ((kind, each, position) for kind, ids in lists for each in set(ids or ()))
        yield (
            position,
            row.callback_id,
            row.wire_text(),
            row.campaign_id,
            row.contact_id,
            row.phone_number,
            row.record_id,
            row.status,
            row.from_call_type,
            row.scheduled_time,
            row.next_time_to_call,
        )
