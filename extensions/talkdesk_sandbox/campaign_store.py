"""Campaigns in SQLite."""

import json
from collections.abc import Iterable, Mapping
from typing import Final, cast

from talkdesk_sandbox.database import Database

_TABLES: Final = """
CREATE TABLE campaigns (
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  document TEXT NOT NULL
);
"""
_INSERT: Final = "INSERT INTO campaigns (id, document) VALUES (?, ?)"


class CampaignStore:
    """The campaigns of one sandbox.

    Args:
        database: Where they are kept.
        campaigns: The first campaigns without links, in the order of their creation; each has a
            text ``id``.
    """

    def __init__(self, database: Database, campaigns: Iterable[Mapping[str, object]]) -> None:
        self._database = database
        database.script(_TABLES)
        with database.writing() as cursor:
            cursor.executemany(
                _INSERT, ((campaign["id"], json.dumps(campaign)) for campaign in campaigns)
            )

    def campaign(self, campaign_id: str) -> dict[str, object] | None:
        """Return a campaign without its links, or None when there is none of this id."""
        with self._database.reading() as cursor:
            cursor.execute("SELECT document FROM campaigns WHERE id = ?", [campaign_id])
            row = cast("tuple[str] | None", cursor.fetchone())
        return None if row is None else cast("dict[str, object]", json.loads(row[0]))
