"""Campaigns in SQLite."""

import json
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias, cast

from talkdesk_sandbox.campaign_assignment_store import AssignmentStore
from talkdesk_sandbox.campaign_filter import CampaignFilter, CampaignOrder, Cell
from talkdesk_sandbox.database import LARGEST_INTEGER, Database
from talkdesk_sandbox.timestamps import parse_date_time

CampaignDocument: TypeAlias = dict[str, object]
"""A campaign as the wire shows it, less the links."""

# `position` is the order of creation. `document` is the one truth; the other columns repeat what
# filters and orders ask for: `folded_name` without the case of letters, `created_at` as
# milliseconds since 1970.
_TABLES: Final = """
CREATE TABLE campaigns (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL,
  dialing_mode TEXT,
  status TEXT,
  action_required INTEGER,
  priority INTEGER,
  created_at INTEGER
);
"""
_INSERT: Final = """
INSERT INTO campaigns (
  document, name, folded_name, dialing_mode, status, action_required, priority, created_at, id
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE: Final = """
UPDATE campaigns SET document = ?, name = ?, folded_name = ?, dialing_mode = ?, status = ?,
  action_required = ?, priority = ?, created_at = ?
WHERE id = ?
"""


class CampaignStore:
    """The campaigns of one sandbox.

    Args:
        database: Where they are kept.
        campaigns: The first campaigns without links, in the order of their creation; each has a
            text ``id``.

    Attributes:
        assignments: What is assigned to them.
    """

    def __init__(self, database: Database, campaigns: Iterable[Mapping[str, object]]) -> None:
        self._database = database
        self.assignments = AssignmentStore(database)
        database.script(_TABLES)
        with database.writing() as cursor:
            cursor.executemany(_INSERT, map(_cells, campaigns))

    def campaign(self, campaign_id: str) -> CampaignDocument | None:
        """Return a campaign without its links, or None when there is none of this id."""
        with self._database.reading() as cursor:
            cursor.execute("SELECT document FROM campaigns WHERE id = ?", [campaign_id])
            row = cast("tuple[str] | None", cursor.fetchone())
        return None if row is None else _document(row[0])

    def page(
        self, wanted: CampaignFilter, order: CampaignOrder, *, page: int, per_page: int
    ) -> tuple[int, list[CampaignDocument]]:
        """Return the number of all matches and the campaigns of one page, without links.

        Args:
            wanted: What the campaigns must match.
            order: The order of the whole listing.
            page: Number of the page, from 1.
            per_page: Most campaigns on a page, from 1.
        """
        conditions, values = wanted.conditions()
        where = " AND ".join(conditions) or "TRUE"
        count = f"SELECT count(*) FROM campaigns WHERE {where}"  # noqa: S608  (constants only)
        rows = (
            f"SELECT document FROM campaigns WHERE {where} "  # noqa: S608  (constants only)
            f"ORDER BY {order.terms()} LIMIT ? OFFSET ?"
        )
        offset = min((page - 1) * per_page, LARGEST_INTEGER)
        with self._database.reading() as cursor:
            total = cast("int", cursor.execute(count, values).fetchone()[0])
            cursor.execute(rows, [*values, per_page, offset])
            return total, [_document(text) for (text,) in cast("Iterable[tuple[str]]", cursor)]

    def add(self, campaign: CampaignDocument) -> None:
        """Keep a new campaign, as the last one."""
        with self._database.writing() as cursor:
            cursor.execute(_INSERT, _cells(campaign))

    def replace(self, campaign: CampaignDocument) -> None:
        """Keep a campaign in place of the one of the same id, which must be there."""
        with self._database.writing() as cursor:
            cursor.execute(_UPDATE, _cells(campaign))

    def remove(self, campaign_id: str) -> None:
        """Forget a campaign, with what is assigned to it."""
        with self._database.writing() as cursor:
            self.assignments.remove(campaign_id)
            cursor.execute("DELETE FROM campaigns WHERE id = ?", [campaign_id])


def _document(text: str) -> CampaignDocument:
    return cast("CampaignDocument", json.loads(text))


def _cells(campaign: Mapping[str, object]) -> tuple[Cell, ...]:
    """Return the values that `_INSERT` and `_UPDATE` bind."""
    name = str(campaign["name"])
    created = parse_date_time(str(campaign.get("created_at", "")))
    return (
        json.dumps(campaign),
        name,
        name.casefold(),
        cast("str | None", campaign.get("dialing_mode")),
        cast("str | None", campaign.get("status")),
        cast("bool | None", campaign.get("action_required")),
        cast("int | None", campaign.get("priority")),
        None if created is None else created.start,
        cast("str", campaign["id"]),
    )
