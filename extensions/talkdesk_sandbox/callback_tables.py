"""The tables of scheduled callbacks, and what puts rows into them."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Final, cast

from talkdesk_sandbox.callback_content import assignees_of, content_of
from talkdesk_sandbox.callback_copies import TAIL, Block, Variation, variation

# A callback is a position and what it says. `position` is the order of creation, without gaps:
# pages are cut along it, so that they neither lose nor repeat a row. What a callback says is a row
# of `contents`, which a large data set shares between copies: a million callbacks are a million
# pairs of small numbers. A callback that changes gets a content of its own. `document` is what the
# wire shows of copy 0, less the links, written once: making it anew for each reply was most of a
# reply's time; `varies` is null where nothing is a copy. The other columns are what filters ask
# for. Times are milliseconds since 1970, so that comparing them is comparing instants.
# `assignees` has one row for each id in the lists of a content.
TABLES: Final = """
CREATE TABLE contents (
  content_id INTEGER PRIMARY KEY,
  callback_id TEXT NOT NULL,
  campaign_id TEXT,
  contact_id TEXT,
  phone_number TEXT,
  record_id TEXT,
  status TEXT,
  from_call_type TEXT,
  scheduled_time INTEGER,
  next_time_to_call INTEGER,
  varies TEXT,
  document TEXT NOT NULL
);
CREATE TABLE callbacks (
  position INTEGER PRIMARY KEY,
  content_id INTEGER NOT NULL REFERENCES contents (content_id),
  copy INTEGER NOT NULL
);
CREATE TABLE assignees (
  kind TEXT NOT NULL CHECK (kind IN ('agent', 'team', 'queue')),
  id TEXT NOT NULL,
  content_id INTEGER NOT NULL REFERENCES contents (content_id),
  PRIMARY KEY (kind, id, content_id)
) WITHOUT ROWID;
"""
STEM: Final = f"substr({{0}}, 1, length({{0}}) - {TAIL})"
"""The beginning of a column's id: an id and its copies are equal but for their ends."""
INDEXES: Final = f"""
CREATE INDEX callbacks_by_content ON callbacks (content_id, copy);
CREATE INDEX assignees_by_content ON assignees (content_id);
CREATE INDEX contents_by_callback ON contents ({STEM.format("callback_id")});
CREATE INDEX contents_by_contact_stem ON contents ({STEM.format("contact_id")})
  WHERE varies IS NOT NULL;
CREATE INDEX contents_by_record_stem ON contents ({STEM.format("record_id")})
  WHERE varies IS NOT NULL;
CREATE INDEX contents_by_campaign ON contents (campaign_id);
CREATE INDEX contents_by_contact ON contents (contact_id);
CREATE INDEX contents_by_phone_number ON contents (phone_number);
CREATE INDEX contents_by_record ON contents (record_id);
"""
_INSERT_CONTENT: Final = "INSERT INTO contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_ASSIGNEE: Final = "INSERT INTO assignees VALUES (?, ?, ?)"
_INSERT_BLOCK: Final = """
WITH RECURSIVE numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers LIMIT :count)
INSERT INTO callbacks (position, content_id, copy)
SELECT :position + n, :content + n % :rows, n / :rows FROM numbers
"""


def insert_block(cursor: sqlite3.Cursor, block: Block) -> None:
    """Insert callbacks at the end of the listing."""
    is_copied = block.count > len(block.rows)
    content_id = 0
    for row in block.rows:
        body = row.wire_body()
        content_id = insert_content(
            cursor, body, variation(body, block.step) if is_copied else None
        )
    numbers = {
        "count": block.count,
        "rows": len(block.rows),
        "content": content_id - len(block.rows) + 1,
        "position": last_position(cursor) + 1,
    }
    cursor.execute(_INSERT_BLOCK, numbers)


def insert_content(
    cursor: sqlite3.Cursor, document: Mapping[str, object], varies: Variation | None = None
) -> int:
    """Insert what a callback says and return its number, one above the largest."""
    content = content_of(document)
    variation_text = None if varies is None else json.dumps(varies)
    cursor.execute(_INSERT_CONTENT, [None, *content[:-1], variation_text, content.document])
    content_id = cast("int", cursor.lastrowid)
    cursor.executemany(
        _INSERT_ASSIGNEE, [(kind, each, content_id) for kind, each in assignees_of(document)]
    )
    return content_id


def delete_unused(cursor: sqlite3.Cursor, content_id: int) -> None:
    """Delete what no callback says any more."""
    cursor.execute("SELECT 1 FROM callbacks WHERE content_id = ? LIMIT 1", [content_id])
    if cursor.fetchone() is None:
        cursor.execute("DELETE FROM assignees WHERE content_id = ?", [content_id])
        cursor.execute("DELETE FROM contents WHERE content_id = ?", [content_id])


def last_position(cursor: sqlite3.Cursor) -> int:
    """Return the position of the last callback, which is their number."""
    cursor.execute("SELECT coalesce(max(position), 0) FROM callbacks")
    return cast("int", cursor.fetchone()[0])
