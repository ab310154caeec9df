"""Scheduled callbacks in SQLite: filtered pages, and changes of one callback."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Final, cast

from talkdesk_sandbox.callback_content import ACTIVE, CANCELED, content_of, parsed
from talkdesk_sandbox.callback_copies import Block
from talkdesk_sandbox.callback_filter import EVERYTHING, CallbackFilter, Cell
from talkdesk_sandbox.callback_lookup import (
    BY_CONTENT,
    BY_POSITION,
    StoredCallback,
    own_id,
    place_of,
    stored_callback,
    stored_callbacks,
)
from talkdesk_sandbox.callback_tables import (
    INDEXES,
    TABLES,
    delete_unused,
    insert_block,
    insert_content,
    last_position,
)
from talkdesk_sandbox.database import LARGEST_INTEGER, Database
from talkdesk_sandbox.page_places import PlaceBook, Places

_FEW: Final = 10_000
_ACTIVE: Final = json.dumps(sorted(ACTIVE))
_IS_ACTIVE: Final = "status IN (SELECT value FROM json_each(?))"


class CallbackStore:
    """The scheduled callbacks of one sandbox.

    Args:
        database: Where they are kept.
        blocks: The first callbacks, in the order of their creation.
    """

    def __init__(self, database: Database, blocks: Iterable[Block]) -> None:
        self._database = database
        self._places = PlaceBook[CallbackFilter]()
        database.script(TABLES)
        with database.writing() as cursor:
            for block in blocks:
                insert_block(cursor, block)
        database.script(INDEXES)

    def page(
        self, wanted: CallbackFilter, *, page: int, per_page: int
    ) -> tuple[int, list[StoredCallback]]:
        """Return the number of all matches and the callbacks of one page, in order of creation.

        The first page of a filter after a change counts the matches. A page after one that was
        served is found without passing what comes before it.

        Args:
            wanted: What the callbacks must match.
            page: Number of the page, from 1.
            per_page: Most rows on a page, from 1.
        """
        start = (page - 1) * per_page
        with self._database.reading() as cursor:
            if wanted == EVERYTHING:
                behind = min(start, LARGEST_INTEGER)
                matching = BY_POSITION, "TRUE", list[Cell]()
                _, found = stored_callbacks(cursor, matching, behind=behind, count=per_page)
                return last_position(cursor), found
            own_ids = [own_id(cursor, *each) for each in wanted.own_ids()]
            where, values = wanted.conditions(own_ids)
            places = self._survey(cursor, wanted, where, values)
            if start >= places.total:
                return places.total, []
            rank, position = places.before(start)
            count = min(per_page, places.total - start)
            tables = BY_CONTENT if places.total <= _FEW else BY_POSITION
            last, found = stored_callbacks(
                cursor,
                (tables, where, values),
                behind=position,
                count=count,
                skipped=start - rank,
            )
            places.remember(start + count, last)
            return places.total, found

    def callback(self, callback_id: str) -> StoredCallback | None:
        """Return a callback, or None when there is none of this id."""
        with self._database.reading() as cursor:
            place = place_of(cursor, callback_id)
            return None if place is None else stored_callback(cursor, place)

    def add(self, document: Mapping[str, object]) -> None:
        """Add a callback at the end of the listing.

        Args:
            document: Its members, without links; its id is new.
        """
        with self._database.writing() as cursor:
            content_id = insert_content(cursor, document)
            cursor.execute(
                "INSERT INTO callbacks VALUES (?, ?, 0)", [last_position(cursor) + 1, content_id]
            )

    def replace(self, document: Mapping[str, object]) -> None:
        """Give a callback, which keeps its place in the listing, other members.

        Args:
            document: All its members, without links; its id is that of a stored callback.

        Raises:
            LookupError: There is none of this id.
        """
        with self._database.writing() as cursor:
            place = place_of(cursor, cast("str", document["callback_id"]))
            if place is None:
                raise LookupError("no callback of this id is stored")
            cursor.execute(
                "UPDATE callbacks SET content_id = ?, copy = 0 WHERE position = ?",
                [insert_content(cursor, document), place.position],
            )
            delete_unused(cursor, place.content_id)

    def has_active(self, *, campaign_id: str, record_id: str) -> bool:
        """Return whether a record has a callback of this campaign that is still to be dialed."""
        with self._database.reading() as cursor:
            wanted = CallbackFilter(campaign_id=campaign_id, record_id=record_id)
            where, values = wanted.conditions([own_id(cursor, *each) for each in wanted.own_ids()])
            query = f"SELECT 1 FROM {BY_CONTENT} WHERE {where} AND {_IS_ACTIVE} LIMIT 1"  # noqa: S608  (constants only)
            return cursor.execute(query, [*values, _ACTIVE]).fetchone() is not None

    def cancel_of_campaign(self, campaign_id: str) -> None:
        """Cancel the active callbacks of a campaign, as the end of the campaign does.

        Inside ``database.writing()`` this belongs to the change that is under way.
        """
        # What callbacks share with their copies includes the campaign and the status.
        active = f"SELECT content_id, document FROM contents WHERE campaign_id = ? AND {_IS_ACTIVE}"  # noqa: S608  (constants only)
        with self._database.writing() as cursor:
            found = cursor.execute(active, [campaign_id, _ACTIVE]).fetchall()
            changed = [
                (
                    CANCELED,
                    content_of({**parsed(document), "status": CANCELED}).document,
                    content_id,
                )
                for content_id, document in cast("list[tuple[int, str]]", found)
            ]
            cursor.executemany(
                "UPDATE contents SET status = ?, document = ? WHERE content_id = ?", changed
            )

    def _survey(
        self, cursor: sqlite3.Cursor, wanted: CallbackFilter, where: str, values: list[Cell]
    ) -> Places:
        """Return what is known of a listing, which is counted when that is nothing."""

        def survey() -> Places:
            query = f"SELECT count(*), coalesce(min(position), 1) FROM {BY_CONTENT} WHERE {where}"  # noqa: S608  (constants only)
            total, first = cast("tuple[int, int]", cursor.execute(query, values).fetchone())
            return Places(total, first)

        connection = cursor.connection
        if connection.in_transaction:  # what is read here may never come to be
            return survey()
        return self._places.places(connection.total_changes, wanted, survey)
