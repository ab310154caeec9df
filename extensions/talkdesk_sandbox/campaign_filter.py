"""Which campaigns a listing holds, and in what order, as SQL."""

from dataclasses import dataclass
from typing import Final, TypeAlias

Cell: TypeAlias = str | int | None

_HAS_ASSIGNED: Final = """id IN (
  SELECT campaign_id FROM campaign_assignments WHERE kind = ? AND assigned_id = ?
)"""
_HAS_A_USER_OF: Final = """id IN (
  SELECT campaign_id FROM campaign_assignments
  JOIN team_members ON kind = 'user' AND user_id = assigned_id
  WHERE team_id = ?
)"""
# Each word that the document has for order_by, and the column it sorts by.
_SORTED_BY: Final = {
    "created_at": "created_at",
    "name": "folded_name",
    "dialing_mode": "dialing_mode",
    "priority": "priority",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignFilter:
    """What a campaign must match; None asks for nothing. All that is asked for must hold.

    Attributes:
        name: The whole name, letter by letter.
        name_part: A part of the name, whatever the case of its letters.
        user_id: Id of a user who is assigned.
        team_id: Id of a team, one user of which is assigned.
        record_list_id: Id of a record list that is assigned.
        do_not_call_list_id: Id of a do-not-call list that is assigned.
        dialing_mode: The dialing mode.
        status: The status, in upper case.
        action_required: Whether somebody has to act.
        priority: The priority.
        created_from: First time of creation that matches, in milliseconds since 1970.
        created_before: First time of creation that does not match any more.
    """

    name: str | None = None
    name_part: str | None = None
    user_id: str | None = None
    team_id: str | None = None
    record_list_id: str | None = None
    do_not_call_list_id: str | None = None
    dialing_mode: str | None = None
    status: str | None = None
    action_required: bool | None = None
    priority: int | None = None
    created_from: int | None = None
    created_before: int | None = None

    def conditions(self) -> tuple[list[str], list[Cell]]:
        """Return SQL conditions, all of them constants of ours, and the values to bind."""
        conditions: list[str] = []
        values: list[Cell] = []
        part = None if self.name_part is None else self.name_part.casefold()
        compared = (
            ("name = ?", self.name),
            ("instr(folded_name, ?) > 0", part),
            (_HAS_A_USER_OF, self.team_id),
            ("dialing_mode = ?", self.dialing_mode),
            ("status = ?", self.status),
            ("action_required = ?", self.action_required),
            ("priority = ?", self.priority),
            ("created_at >= ?", self.created_from),
            ("created_at < ?", self.created_before),
        )
        for condition, value in compared:
            if value is not None:
                conditions.append(condition)
                values.append(value)
        assigned = (
            ("user", self.user_id),
            ("record_list", self.record_list_id),
            ("do_not_call_list", self.do_not_call_list_id),
        )
        for kind, value in assigned:
            if value is not None:
                conditions.append(_HAS_ASSIGNED)
                values += (kind, value)
        return conditions, values


@dataclass(frozen=True, slots=True)
class CampaignOrder:
    """The order of a listing. Campaigns that are equal in it come in the order of creation.

    Attributes:
        member: ``created_at``, ``name`` (whatever the case of its letters), ``dialing_mode`` or
            ``priority``; campaigns without it come last. None is the order of creation.
        descending: Whether the highest comes first.
    """

    member: str | None = None
    descending: bool = False

    def terms(self) -> str:
        """Return what stands after ORDER BY, made of constants of ours."""
        if self.member is None:
            return "position"
        column = _SORTED_BY[self.member]
        return f"{column} IS NULL, {column} {'DESC' if self.descending else 'ASC'}, position"
