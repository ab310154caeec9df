"""Scheduled callbacks from a seed, in the order they were created."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from talkdesk_sandbox.draws import Deck, Draws
from talkdesk_sandbox.people import CALLER_IDS, people, record_lists
from talkdesk_sandbox.store import CallbackRow
from talkdesk_sandbox.timestamps import MILLISECONDS_A_DAY, day_start
from talkdesk_schemas import models

T = TypeVar("T")

_FIRST_DAY: Final = day_start(2026, 3, 2)
_DAYS: Final = 28
_QUARTER_HOUR: Final = 900_000
# Callbacks are asked for between 07:00 and 21:00 UTC.
_FIRST_QUARTER, _QUARTERS = 28, 56
_AGENTS: Final = 12
# Eleven rows of twelve have an optional member; the twelfth shows a client what absence does.
_PRESENCE: Final = (True,) * 11 + (False,)
# Some next attempts touch the ends of a UTC day, where a wrong day filter shows.
_DAY_ENDS: Final = (None,) * 20 + (0, MILLISECONDS_A_DAY - 1)

_ACTIVE: Final = frozenset(("UNATTEMPTED", "TO_BE_RETRIED"))
# An assign type that the document gains later gets an agent only by being named here.
_WITH_AGENT: Final = frozenset(("MYSELF_ONLY", "SPECIFIC_AGENT", "MYSELF_IF_AVAILABLE"))
_EXCLUSIVE: Final = frozenset(("MYSELF_ONLY", "SPECIFIC_AGENT"))


def callbacks(seed: int, count: int, campaign_ids: Sequence[str]) -> Iterator[CallbackRow]:
    """Yield ``count`` callbacks that belong to the given campaigns.

    Every enum value and the absence of every optional member come within the first 15 rows. At
    most one callback of a record is still to be attempted, as the vendor's dialer has it.
    """
    maker = _CallbackMaker(Draws(seed, "callbacks"), count, campaign_ids)
    for _ in range(count):
        yield maker.make()


class _CallbackMaker:
    """Deals the values of one stream of callbacks."""

    def __init__(self, draws: Draws, count: int, campaign_ids: Sequence[str]) -> None:
        self._draws = draws
        # Fewer than half of the rows are active and each deck deals everybody before it repeats,
        # so nobody has two active callbacks.
        crowd = list(people(draws, count // 2 + 8, record_lists(draws, campaign_ids)))
        self._people_to_call = Deck(draws, crowd)
        self._people_done = Deck(draws, crowd)
        self._agents = Deck(draws, [draws.hex(24) for _ in range(_AGENTS)])
        self._statuses = Deck[models.CallbackStatus | None](
            draws, [*models.CallbackStatus, *models.CallbackStatus, None]
        )
        self._assign_types = Deck[models.CallbackAssignType | None](
            draws, [*models.CallbackAssignType, *models.CallbackAssignType, None]
        )
        self._call_types = Deck(draws, list(models.CallbackFromCallType))
        self._dialing_models = Deck(draws, list(models.CallbackDialingModel))
        self._day_ends = Deck(draws, _DAY_ENDS)
        self._presence: dict[str, Deck[bool]] = {}

    def make(self) -> CallbackRow:
        draws = self._draws
        status = self._statuses.deal()
        person = (self._people_to_call if status in _ACTIVE else self._people_done).deal()
        assign_type = self._assign_types.deal()
        time_to_call = (
            _FIRST_DAY
            + draws.below(_DAYS) * MILLISECONDS_A_DAY
            + (_FIRST_QUARTER + draws.below(_QUARTERS)) * _QUARTER_HOUR
        )
        agent_id = self._agents.deal()
        exclusive = None if assign_type is None else assign_type in _EXCLUSIVE
        return CallbackRow(
            callback_id=draws.uuid(),
            interaction_id=self._maybe("interaction_id", draws.uuid()),
            campaign_id=self._maybe("campaign_id", person.record_list.campaign_id),
            record_id=self._maybe("record_id", person.record_id),
            record_list_id=self._maybe("record_list_id", person.record_list.record_list_id),
            phone_number=self._maybe("phone_number", person.phone_number),
            record_first_name=self._maybe("record_first_name", person.first_name),
            record_last_name=self._maybe("record_last_name", person.last_name),
            record_extra_data=self._maybe("record_extra_data", person.extra_data),
            caller_id=self._maybe("caller_id", draws.pick(CALLER_IDS)),
            time_to_call=self._maybe("time_to_call", time_to_call),
            next_time_to_call=self._maybe(
                "next_time_to_call", self._next_attempt(time_to_call, status)
            ),
            timezone=self._maybe("timezone", person.timezone),
            exclusive_to_agent=exclusive,
            agent_id=agent_id if assign_type is None or assign_type in _WITH_AGENT else None,
            contact_id=self._maybe("contact_id", person.contact_id),
            status=status,
            assign_type=assign_type,
            from_call_type=self._maybe("from_call_type", self._call_types.deal()),
            dialing_model=self._maybe("dialing_model", self._dialing_models.deal()),
        )

    def _maybe(self, member: str, value: T) -> T | None:
        """Return the value, or None in one row of twelve."""
        deck = self._presence.get(member)
        if deck is None:
            deck = self._presence[member] = Deck(self._draws, _PRESENCE)
        return value if deck.deal() else None

    def _next_attempt(self, time_to_call: int, status: models.CallbackStatus | None) -> int:
        end_of_day = self._day_ends.deal()
        if end_of_day is not None:
            next_day = (time_to_call // MILLISECONDS_A_DAY + 1) * MILLISECONDS_A_DAY
            return next_day + end_of_day
        if status == "UNATTEMPTED":
            return time_to_call
        return time_to_call + self._draws.between(1, 96) * _QUARTER_HOUR
