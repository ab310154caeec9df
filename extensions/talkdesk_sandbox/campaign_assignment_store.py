"""What is assigned to campaigns, in SQLite: users, numbers, record lists, do-not-call lists."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple, cast

from talkdesk_sandbox.campaign_filter import Cell
from talkdesk_sandbox.database import LARGEST_INTEGER, Database

# `position` is the order of assignment. `folded_id` is the id without the case of letters.
# `campaign_numbers` holds the account's phone numbers, assigned or not.
_TABLES: Final = """
CREATE TABLE campaign_assignments (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  campaign_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('user', 'number', 'record_list', 'do_not_call_list')),
  assigned_id TEXT NOT NULL,
  folded_id TEXT NOT NULL,
  UNIQUE (campaign_id, kind, assigned_id)
);
CREATE TABLE campaign_numbers (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  phone_number TEXT NOT NULL
);
CREATE TABLE team_members (
  team_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  PRIMARY KEY (team_id, user_id)
) WITHOUT ROWID;
"""
_INDEXES: Final = """
CREATE INDEX campaign_assignments_by_assigned ON campaign_assignments (kind, assigned_id);
CREATE INDEX campaign_numbers_by_phone_number ON campaign_numbers (phone_number);
"""
_ASSIGN: Final = """
INSERT OR IGNORE INTO campaign_assignments (campaign_id, kind, assigned_id, folded_id)
VALUES (?, ?, ?, ?)
"""
_DISSOCIATE: Final = """
DELETE FROM campaign_assignments WHERE campaign_id = ? AND kind = ? AND assigned_id = ?
"""
_DISSOCIATE_PHONE_NUMBER: Final = """
DELETE FROM campaign_assignments WHERE campaign_id = ? AND kind = 'number'
  AND assigned_id IN (SELECT id FROM campaign_numbers WHERE phone_number = ?)
"""
_COPY: Final = """
INSERT INTO campaign_assignments (campaign_id, kind, assigned_id, folded_id)
SELECT ?, kind, assigned_id, folded_id FROM campaign_assignments
WHERE campaign_id = ? ORDER BY position
"""
_ADD_NUMBER: Final = "INSERT OR IGNORE INTO campaign_numbers (id, phone_number) VALUES (?, ?)"
_ASSIGNED: Final = """
FROM campaign_assignments AS assigned
LEFT JOIN campaign_numbers AS numbers ON kind = 'number' AND numbers.id = assigned_id
WHERE campaign_id = ? AND kind = ?
  AND (instr(folded_id, ?) > 0 OR instr(phone_number, ?) > 0)
"""


class Kind(StrEnum):
    """What can be assigned to a campaign."""

    USER = "user"
    NUMBER = "number"
    RECORD_LIST = "record_list"
    DO_NOT_CALL_LIST = "do_not_call_list"


class Assigned(NamedTuple):
    """Something that is assigned to a campaign; numbers alone have a phone number."""

    assigned_id: str
    phone_number: str | None

    def __repr__(self) -> str:
        """Return the id alone: a phone number is personal data."""
        return f"Assigned(assigned_id={self.assigned_id!r})"


class AssignmentStore:
    """What is assigned to the campaigns of one sandbox.

    Args:
        database: Where it is kept.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        database.script(_TABLES + _INDEXES)

    def page(
        self, campaign_id: str, kind: Kind, part: str, *, page: int, per_page: int
    ) -> tuple[int, list[Assigned]]:
        """Return the number of all matches and those of one page, in the order of assignment.

        Args:
            campaign_id: Id of the campaign.
            kind: What is asked for.
            part: A part of the id or of the phone number, whatever the case of its letters.
            page: Number of the page, from 1.
            per_page: Most items on a page, from 1.
        """
        folded = part.casefold()
        values: list[Cell] = [campaign_id, kind, folded, folded]
        offset = min((page - 1) * per_page, LARGEST_INTEGER)
        with self._database.reading() as cursor:
            count = cursor.execute(f"SELECT count(*) {_ASSIGNED}", values)
            total = cast("int", count.fetchone()[0])
            cursor.execute(
                f"SELECT assigned_id, phone_number {_ASSIGNED} "
                "ORDER BY assigned.position LIMIT ? OFFSET ?",
                [*values, per_page, offset],
            )
            return total, [Assigned(*row) for row in cursor]

    def kinds(self, campaign_id: str) -> frozenset[Kind]:
        """Return the kinds of which at least one is assigned to a campaign."""
        with self._database.reading() as cursor:
            cursor.execute(
                "SELECT DISTINCT kind FROM campaign_assignments WHERE campaign_id = ?",
                [campaign_id],
            )
            return frozenset(Kind(word) for (word,) in cast("Iterable[tuple[str]]", cursor))

    def assign(self, campaign_id: str, kind: Kind, ids: Iterable[str]) -> None:
        """Assign in this order; what is assigned already keeps its place."""
        self.assign_all([(campaign_id, kind, ids)])

    def assign_all(self, assignments: Iterable[tuple[str, Kind, Iterable[str]]]) -> None:
        """Assign to many campaigns at once: their ids, each with a kind and what to assign."""
        with self._database.writing() as cursor:
            cursor.executemany(
                _ASSIGN,
                (
                    (campaign_id, kind, each, each.casefold())
                    for campaign_id, kind, ids in assignments
                    for each in ids
                ),
            )

    def dissociate(self, campaign_id: str, kind: Kind, ids: Iterable[str]) -> None:
        """Take ids away; those that are not assigned do not matter."""
        with self._database.writing() as cursor:
            cursor.executemany(_DISSOCIATE, ((campaign_id, kind, each) for each in ids))

    def dissociate_phone_numbers(self, campaign_id: str, phone_numbers: Iterable[str]) -> None:
        """Take away the numbers that have these phone numbers."""
        with self._database.writing() as cursor:
            cursor.executemany(
                _DISSOCIATE_PHONE_NUMBER, ((campaign_id, each) for each in phone_numbers)
            )

    def copy(self, source_id: str, campaign_id: str) -> None:
        """Assign to a new campaign what another one has, in the same order."""
        with self._database.writing() as cursor:
            cursor.execute(_COPY, [campaign_id, source_id])

    def remove(self, campaign_id: str) -> None:
        """Forget all that is assigned to a campaign."""
        with self._database.writing() as cursor:
            cursor.execute("DELETE FROM campaign_assignments WHERE campaign_id = ?", [campaign_id])

    def number_id(self, phone_number: str) -> str | None:
        """Return the id of the account's oldest number with this phone number, or None."""
        with self._database.reading() as cursor:
            cursor.execute(
                "SELECT id FROM campaign_numbers WHERE phone_number = ? ORDER BY position LIMIT 1",
                [phone_number],
            )
            row = cast("tuple[str] | None", cursor.fetchone())
        return None if row is None else row[0]

    def add_numbers(self, numbers: Mapping[str, str]) -> None:
        """Give the account numbers, as phone numbers by id; a known id stays as it is."""
        with self._database.writing() as cursor:
            cursor.executemany(_ADD_NUMBER, numbers.items())

    def add_team_members(self, members: Sequence[tuple[str, str]]) -> None:
        """Put users in teams, as pairs of a team's id and a user's."""
        with self._database.writing() as cursor:
            cursor.executemany("INSERT INTO team_members VALUES (?, ?)", members)
