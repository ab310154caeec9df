"""The sandbox's state in SQLite: rows in, filtered pages out."""

import json
import sqlite3
import threading
import weakref
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Final, TypeAlias, cast

from talkdesk_sandbox.timestamps import Interval

Cell: TypeAlias = str | int | None

# `position` is the order of creation: pages are cut along it, so that they neither lose nor
# repeat a row. Times are milliseconds since 1970, so that comparing them is comparing instants.
_TABLES: Final = """
CREATE TABLE callbacks (
  position INTEGER PRIMARY KEY,
  callback_id TEXT NOT NULL UNIQUE,
  interaction_id TEXT,
  campaign_id TEXT,
  record_id TEXT,
  record_list_id TEXT,
  phone_number TEXT,
  record_first_name TEXT,
  record_last_name TEXT,
  record_extra_data TEXT,
  caller_id TEXT,
  time_to_call INTEGER,
  next_time_to_call INTEGER,
  timezone TEXT,
  exclusive_to_agent INTEGER,
  agent_id TEXT,
  contact_id TEXT,
  status TEXT,
  assign_type TEXT,
  from_call_type TEXT,
  dialing_model TEXT
);
CREATE TABLE campaigns (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL
);
"""
# An index ends in the position by itself (it is the rowid): one filter pages without a sort.
_INDEXES: Final = """
CREATE INDEX callbacks_by_agent ON callbacks (agent_id);
CREATE INDEX callbacks_by_campaign ON callbacks (campaign_id);
CREATE INDEX callbacks_by_contact ON callbacks (contact_id);
CREATE INDEX callbacks_by_next_time ON callbacks (next_time_to_call);
CREATE INDEX callbacks_by_phone_number ON callbacks (phone_number);
CREATE INDEX callbacks_by_record ON callbacks (record_id);
CREATE INDEX callbacks_by_status ON callbacks (status);
CREATE INDEX callbacks_by_time ON callbacks (time_to_call);
"""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CallbackRow:
    """One callback as it is stored; None stands for an absent member.

    Times are milliseconds since 1970; ``record_extra_data`` is the JSON text of an object. The
    repr shows no personal data.
    """

    callback_id: str
    interaction_id: str | None
    campaign_id: str | None
    record_id: str | None
    record_list_id: str | None
    phone_number: str | None
    record_first_name: str | None
    record_last_name: str | None
    record_extra_data: str | None
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


_COLUMNS: Final = tuple(field.name for field in fields(CallbackRow))
_cells: Final = attrgetter(*_COLUMNS)
_INSERT_CALLBACK: Final = (
    f"INSERT INTO callbacks ({', '.join(_COLUMNS)}) "  # noqa: S608  (our own column names)
    f"VALUES ({', '.join('?' * len(_COLUMNS))})"
)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class CallbackFilter:
    """What a callback must match; None asks for nothing. All that is asked for must hold.

    The repr shows no personal data.
    """

    agent_ids: tuple[str, ...] | None = None
    campaign_id: str | None = None
    contact_id: str | None = None
    next_time_before: int | None = None
    phone_number: str | None = None
    record_id: str | None = None
    time_within: Interval | None = None
    status: str | None = None

    def conditions(self) -> tuple[list[str], list[Cell]]:
        """Return SQL conditions, all of them constants of ours, and the values to bind."""
        conditions: list[str] = []
        values: list[Cell] = []
        equal = (
            ("campaign_id = ?", self.campaign_id),
            ("contact_id = ?", self.contact_id),
            ("phone_number = ?", self.phone_number),
            ("record_id = ?", self.record_id),
            ("status = ?", self.status),
            ("next_time_to_call < ?", self.next_time_before),
        )
        for condition, value in equal:
            if value is not None:
                conditions.append(condition)
                values.append(value)
        if self.agent_ids is not None:
            # One bound JSON array keeps the statement the same for any number of ids.
            conditions.append("agent_id IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(self.agent_ids))
        if self.time_within is not None:
            conditions.append("time_to_call >= ? AND time_to_call < ?")
            values += (self.time_within.start, self.time_within.end)
        return conditions, values


class Store:
    """The rows of one sandbox in a private in-memory database; safe to use from any thread.

    Args:
        callbacks: Callbacks in the order of their creation.
        campaigns: Campaigns without links; each has a text ``id``.
    """

    def __init__(
        self, callbacks: Iterable[CallbackRow], campaigns: Iterable[Mapping[str, object]]
    ) -> None:
        # Requests are answered on worker threads; the lock lets one of them in at a time.
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        connection.row_factory = sqlite3.Row
        self._connection = connection
        self._lock = threading.Lock()
        # An app that was never closed must not leave an open database to the garbage collector.
        self._closer = weakref.finalize(self, connection.close)
        connection.executescript(_TABLES)
        with connection:
            connection.executemany(_INSERT_CALLBACK, map(_cells, callbacks))
            connection.executemany(
                "INSERT INTO campaigns (id, document) VALUES (?, ?)",
                ((campaign["id"], json.dumps(campaign)) for campaign in campaigns),
            )
        connection.executescript(_INDEXES)

    def callback_page(
        self, wanted: CallbackFilter, *, page: int, per_page: int
    ) -> tuple[int, list[sqlite3.Row]]:
        """Return the number of all matches and the rows of one page, in order of creation.

        Args:
            wanted: What the callbacks must match.
            page: Number of the page, from 1.
            per_page: Most rows on a page, from 1.
        """
        conditions, values = wanted.conditions()
        where = " AND ".join(conditions) or "TRUE"
        count = f"SELECT count(*) FROM callbacks WHERE {where}"  # noqa: S608  (constants only)
        rows = (
            f"SELECT * FROM callbacks WHERE {where} "  # noqa: S608  (constants only)
            "ORDER BY position LIMIT ? OFFSET ?"
        )
        with self._lock, closing(self._connection.cursor()) as cursor:
            total = cast("int", cursor.execute(count, values).fetchone()[0])
            cursor.execute(rows, [*values, per_page, (page - 1) * per_page])
            return total, cast("list[sqlite3.Row]", cursor.fetchall())

    def campaign(self, campaign_id: str) -> dict[str, object] | None:
        """Return a campaign without its links, or None when there is none of this id."""
        with self._lock, closing(self._connection.cursor()) as cursor:
            cursor.execute("SELECT document FROM campaigns WHERE id = ?", [campaign_id])
            row = cast("sqlite3.Row | None", cursor.fetchone())
        return None if row is None else cast("dict[str, object]", json.loads(row["document"]))

    def close(self) -> None:
        """Free the database; the store answers no more. A second call does nothing."""
        with self._lock:
            self._closer()
