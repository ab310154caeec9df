"""Callbacks found by an id, and read, whether they are copies or not."""

import json
import sqlite3
from typing import Final, NamedTuple, cast

from talkdesk_sandbox.callback_copies import (
    TAIL,
    Variation,
    copied_id,
    copied_text,
    copy_number,
)
from talkdesk_sandbox.callback_filter import Cell, OwnId
from talkdesk_sandbox.callback_tables import STEM

BY_CONTENT: Final = "contents CROSS JOIN callbacks USING (content_id)"
"""Goes from what is said to who says it: for few matches.

SQLite never changes the order of a CROSS JOIN.
"""
BY_POSITION: Final = "callbacks CROSS JOIN contents USING (content_id)"
"""Goes along the listing: for many matches, of which a page is found soon."""

_ALIKE: Final = (
    "SELECT content_id, callback_id, varies FROM contents "  # noqa: S608  (constants only)
    f"WHERE {STEM.format('callback_id')} = ?"
)
_PLACE: Final = "SELECT position, content_id, copy FROM callbacks WHERE content_id = ? AND copy = ?"


class StoredCallback(NamedTuple):
    """A callback of a page.

    Attributes:
        callback_id: Its id.
        document: JSON text of an object with at least its id, and without links.
    """

    callback_id: str
    document: str

    def __repr__(self) -> str:
        """Return the id alone: the document holds personal data."""
        return f"StoredCallback(callback_id={self.callback_id!r})"


class Place(NamedTuple):
    """Where a callback is stored."""

    position: int
    content_id: int
    copy: int


def place_of(cursor: sqlite3.Cursor, callback_id: str) -> Place | None:
    """Return where a callback is stored, or None when there is none of this id."""
    cursor.execute(_ALIKE, [callback_id[:-TAIL]])
    alike = cast("list[tuple[int, str, str | None]]", cursor.fetchall())
    for content_id, original, varies in alike:
        exact = 0 if original == callback_id else None
        copy = exact if varies is None else copy_number(original, callback_id)
        row = cast("Place | None", cursor.execute(_PLACE, [content_id, copy]).fetchone())
        if row is not None:
            return Place(*row)
    return None


def own_id(cursor: sqlite3.Cursor, column: str, wanted: str) -> OwnId:
    """Return what has an id: contents by themselves, or a copy of others."""
    query = (
        f"SELECT DISTINCT {column} FROM contents "  # noqa: S608  (constants only)
        f"WHERE varies IS NOT NULL AND {STEM.format(column)} = ?"
    )
    cursor.execute(query, [wanted[:-TAIL]])
    originals = [original for (original,) in cast("list[tuple[str]]", cursor.fetchall())]
    copies = ((original, copy_number(original, wanted)) for original in originals)
    numbered = [(original, copy) for original, copy in copies if copy]
    return OwnId(column, ((wanted, 0), *numbered))


def stored_callback(cursor: sqlite3.Cursor, place: Place) -> StoredCallback:
    """Return the callback at a place."""
    query = "SELECT callback_id, document, varies FROM contents WHERE content_id = ?"
    cursor.execute(query, [place.content_id])
    return _read(*cast("tuple[str, str, str | None]", cursor.fetchone()), place.copy)


def stored_callbacks(
    cursor: sqlite3.Cursor,
    matching: tuple[str, str, list[Cell]],
    *,
    behind: int,
    count: int,
    skipped: int = 0,
) -> tuple[int, list[StoredCallback]]:
    """Return the position of the last of some callbacks, and the callbacks in their order.

    Args:
        cursor: Reads.
        matching: The joined tables, a condition on them, and the values to bind to it.
        behind: The callbacks lie behind this position.
        count: How many there are at most.
        skipped: How many that match are passed over first.
    """
    tables, where, values = matching
    query = f"""
    SELECT position, callback_id, document, varies, copy FROM (
      SELECT position, content_id, copy FROM {tables}
      WHERE {where} AND position > ? ORDER BY position LIMIT ? OFFSET ?
    ) JOIN contents USING (content_id) ORDER BY position
    """  # noqa: S608  (constants only)
    cursor.execute(query, [*values, behind, count, skipped])
    rows = cast("list[tuple[int, str, str, str | None, int]]", cursor.fetchall())
    return rows[-1][0] if rows else behind, [_read(*row[1:]) for row in rows]


def _read(callback_id: str, document: str, varies: str | None, copy: int) -> StoredCallback:
    if varies is None:
        return StoredCallback(callback_id, document)
    ids, created_at, step = cast("tuple[list[str], int | None, int]", json.loads(varies))
    variation = Variation(tuple(ids), created_at, step)
    return StoredCallback(copied_id(callback_id, copy), copied_text(document, variation, copy))
