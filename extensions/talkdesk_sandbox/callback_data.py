"""Scheduled callbacks from a seed, in the order they were created."""

from collections.abc import Sequence
from typing import Final, TypeVar

from talkdesk_sandbox.assignments import Assigner
from talkdesk_sandbox.callback_content import ACTIVE
from talkdesk_sandbox.callback_copies import Block
from talkdesk_sandbox.callback_row import CallbackRow
from talkdesk_sandbox.draws import Deck, Draws
from talkdesk_sandbox.people import CALLER_IDS, display_name, people, record_lists
from talkdesk_sandbox.staff import Staff, staff
from talkdesk_sandbox.timestamps import MILLISECONDS_A_DAY, day_start
from talkdesk_schemas import models

T = TypeVar("T")

_DAYS: Final = 28
# Every callback was created before the first of them is due.
_FIRST_DAY: Final = day_start(2026, 3, 2)
_FIRST_CREATION: Final = _FIRST_DAY - _DAYS * MILLISECONDS_A_DAY
_MINUTE: Final = 60_000
_QUARTER_HOUR: Final = 15 * _MINUTE
_HOUR: Final = 60 * _MINUTE
# Callbacks are asked for between 07:00 and 21:00 UTC.
_FIRST_QUARTER, _QUARTERS = 28, 56
# Times of day stand on a date without a meaning.
_NO_DAY: Final = day_start(2000, 1, 1)
# Eleven rows of twelve have an optional member; the twelfth shows a client what absence does.
_PRESENCE: Final = (True,) * 11 + (False,)
# Some next attempts touch the ends of a UTC day, where a wrong day filter shows.
_DAY_ENDS: Final = (None,) * 20 + (0, MILLISECONDS_A_DAY - 1)

_MOST_RETRIES: Final = 6
_MOST_RESCHEDULED: Final = (1, 3, 5)
# A row costs some 80 µs to invent: more rows than twice this are copies, and start in seconds.
_LARGEST_BLOCK: Final = 2500


def callbacks(seed: int, count: int, campaign_ids: Sequence[str]) -> tuple[Block, Block]:
    """Return ``count`` callbacks that belong to the given campaigns, in the order of creation.

    The first block has the older form: ``time_to_call``, ``assign_type``, ring groups and the
    deprecated members of agents (A-14 to A-17). The second block, as large or larger by one, has
    the newer one: ``scheduled_time_to_call``, ``assign_type_v2`` and queues. A few rows of either
    have both times, and then they are equal. Every enum value, and every member with and without
    a value, come within 40 rows. At most one callback of a record is still to be attempted, as
    the vendor's dialer has it. Each block invents 2500 rows at most; what is more is copies.
    """
    older, newer = count // 2, count - count // 2
    invented = min(older, _LARGEST_BLOCK), min(newer, _LARGEST_BLOCK)
    draws = Draws(seed, "callbacks")
    maker = _CallbackMaker(draws, sum(invented), campaign_ids, staff(seed))
    # Creations are spread evenly, and each falls within its own share of the time.
    share = max(_DAYS * MILLISECONDS_A_DAY // max(count, 1), 1)

    def block(first: int, size: int, rows: int) -> Block:
        return Block(
            [
                maker.make(
                    _FIRST_CREATION + index * share + draws.below(share), older=index < older
                )
                for index in range(first, first + rows)
            ],
            size,
            rows * share,
        )

    return block(0, older, invented[0]), block(older, newer, invented[1])


class _CallbackMaker:
    """Deals the values of one stream of callbacks."""

    def __init__(
        self, draws: Draws, count: int, campaign_ids: Sequence[str], everybody: Staff
    ) -> None:
        self._draws = draws
        # Fewer than half of the rows are active and each deck deals everybody before it repeats,
        # so nobody has two active callbacks.
        crowd = list(people(draws, count // 2 + 8, record_lists(draws, campaign_ids)))
        self._people_to_call = Deck(draws, crowd)
        self._people_done = Deck(draws, crowd)
        self._account_id = draws.hex(24)
        self._assigner = Assigner(draws, everybody)
        self._statuses = Deck[models.CallbackStatus | None](
            draws, [*models.CallbackStatus, *models.CallbackStatus, None]
        )
        # The API is a newer way to make a callback.
        self._older_call_types = Deck(
            draws, [word for word in models.CallbackFromCallType if word != "API"]
        )
        self._newer_call_types = Deck(draws, list(models.CallbackFromCallType))
        self._dialing_models = Deck(draws, list(models.CallbackDialingModel))
        self._day_ends = Deck(draws, _DAY_ENDS)
        # Whether a row has the other form's name of the scheduled time as well.
        self._both_times = Deck(draws, (True, False, False, False))
        self._preferences = Deck(draws, (True, True, False))
        self._halves = Deck(draws, (True, False))
        self._presence: dict[str, Deck[bool]] = {}

    def make(self, created: int, *, older: bool) -> CallbackRow:
        draws = self._draws
        status = self._statuses.deal()
        person = (self._people_to_call if status in ACTIVE else self._people_done).deal()
        scheduled = self._maybe("scheduled time", self._scheduled_time())
        due = self._scheduled_time() if scheduled is None else scheduled
        both_times = self._both_times.deal()
        call_type = (self._older_call_types if older else self._newer_call_types).deal()
        interaction_id, root_interaction_id = self._interactions(call_type)
        preferred_start, preferred_end = self._preferred_hours()
        retries = 0 if status == "UNATTEMPTED" else draws.between(1, _MOST_RETRIES)
        most_rescheduled = draws.pick(_MOST_RESCHEDULED)
        assigned = self._assigner.assign(older=older)
        assign_type = self._maybe("assign type", assigned.assign_type)
        return CallbackRow(
            callback_id=draws.uuid(),
            interaction_id=interaction_id,
            campaign_id=self._maybe("campaign_id", person.record_list.campaign_id),
            record_id=self._maybe("record_id", person.record_id),
            record_list_id=self._maybe("record_list_id", person.record_list.record_list_id),
            record_list_name=self._maybe("record_list_name", person.record_list.name),
            phone_number=self._maybe("phone_number", person.phone_number),
            record_first_name=self._maybe("record_first_name", person.first_name),
            record_last_name=self._maybe("record_last_name", person.last_name),
            record_extra_data=self._maybe("record_extra_data", person.extra_data),
            caller_id=self._maybe("caller_id", draws.pick(CALLER_IDS)),
            time_to_call=scheduled if older or both_times else None,
            next_time_to_call=self._maybe("next_time_to_call", self._next_attempt(due, status)),
            timezone=self._maybe("timezone", person.timezone),
            exclusive_to_agent=assigned.exclusive_to_agent,
            agent_id=assigned.agent_id,
            contact_id=self._maybe("contact_id", person.contact_id),
            status=status,
            assign_type=assign_type if older else None,
            from_call_type=self._maybe("from_call_type", call_type),
            dialing_model=self._maybe("dialing_model", self._dialing_models.deal()),
            scheduled_time_to_call=scheduled if both_times or not older else None,
            account_id=self._maybe("account_id", self._account_id),
            root_interaction_id=root_interaction_id,
            processed_time=None if status == "UNATTEMPTED" else self._processed_time(due),
            preferred_start_time=preferred_start,
            preferred_end_time=preferred_end,
            created_at=self._maybe("created_at", created),
            created_by=self._maybe("created_by", display_name(draws)),
            teams=assigned.teams,
            agents=assigned.agents,
            ring_groups=assigned.ring_groups,
            queues=assigned.queues,
            assign_type_v2=None if older else assign_type,
            current_retry_attempts=self._maybe("current_retry_attempts", retries),
            current_rescheduled_attempts=self._maybe(
                "current_rescheduled_attempts", draws.below(most_rescheduled + 1)
            ),
            max_rescheduled_attempts=self._maybe("max_rescheduled_attempts", most_rescheduled),
        )

    def _maybe(self, member: str, value: T) -> T | None:
        """Return the value, or None in one row of twelve."""
        deck = self._presence.get(member)
        if deck is None:
            deck = self._presence[member] = Deck(self._draws, _PRESENCE)
        return value if deck.deal() else None

    def _scheduled_time(self) -> int:
        day = self._draws.below(_DAYS)
        quarter = _FIRST_QUARTER + self._draws.below(_QUARTERS)
        return _FIRST_DAY + day * MILLISECONDS_A_DAY + quarter * _QUARTER_HOUR

    def _next_attempt(self, scheduled: int, status: models.CallbackStatus | None) -> int:
        end_of_day = self._day_ends.deal()
        if end_of_day is not None:
            next_day = (scheduled // MILLISECONDS_A_DAY + 1) * MILLISECONDS_A_DAY
            return next_day + end_of_day
        if status == "UNATTEMPTED":
            return scheduled
        return scheduled + self._draws.between(1, 96) * _QUARTER_HOUR

    def _processed_time(self, scheduled: int) -> int:
        """Return a time after the scheduled one and before any next attempt."""
        return scheduled + self._draws.between(1, _QUARTER_HOUR - 1)

    def _preferred_hours(self) -> tuple[int, int] | tuple[None, None]:
        """Return the start and the end of a time of day, or neither."""
        if not self._preferences.deal():
            return None, None
        start = self._draws.between(8, 15)
        end = self._draws.between(start + 1, 19)
        return _NO_DAY + start * _HOUR, _NO_DAY + end * _HOUR

    def _interactions(
        self, call_type: models.CallbackFromCallType
    ) -> tuple[str | None, str | None]:
        """Return the ids of the interaction and of the first in its chain.

        A callback that was made through the API may have come from none: its id is empty (A-39).
        In half of the others the interaction is the first of its chain.
        """
        interaction = self._draws.uuid()
        first = interaction if self._halves.deal() else self._draws.uuid()
        if call_type == "API" and self._halves.deal():
            return "", None
        return (
            self._maybe("interaction_id", interaction),
            self._maybe("root_interaction_id", first),
        )
