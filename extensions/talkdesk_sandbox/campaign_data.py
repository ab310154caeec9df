"""Campaigns from a seed: whole nested objects within the bounds of the effective document."""

from collections.abc import Iterator, Sequence
from typing import Final

from talkdesk_sandbox.campaign_status import UNDECIDED
from talkdesk_sandbox.campaign_store import CampaignDocument
from talkdesk_sandbox.draws import Deck, Draws
from talkdesk_sandbox.timestamps import MILLISECONDS_A_DAY, date_time_text, day_start
from talkdesk_schemas import models

_FIRST_DAY: Final = day_start(2026, 1, 5)
_PURPOSES: Final = (
    "Spring renewals", "Lapsed trials", "Survey", "Upgrade offers", "Payment reminders",
    "Welcome calls", "Recalls", "Win-back",
)  # fmt: skip
_HOURS: Final = (
    ("08:00:00", "12:00:00"),
    ("09:00:00", "17:30:00"),
    ("10:15:00", "18:45:00"),
    ("13:00:00", "20:00:00"),
)
# Each below the highest period of the document, 2,592,000.
_LONGEST_PERIOD: Final = {
    models.TimeUnit.SECONDS: 3600,
    models.TimeUnit.MINUTES: 240,
    models.TimeUnit.HOURS: 48,
    models.TimeUnit.DAYS: 14,
}


def campaigns(seed: int, count: int) -> Iterator[CampaignDocument]:
    """Yield ``count`` campaigns without their HAL links, in the order they were created.

    The status, mode and unit decks show each of their values before any comes twice: eight
    campaigns show every enum value of the schema. Only those that are INCOMPLETE lack a member.
    """
    maker = _CampaignMaker(Draws(seed, "campaigns"))
    for index in range(count):
        yield maker.make(index)


class _CampaignMaker:
    """Deals the values of one stream of campaigns."""

    def __init__(self, draws: Draws) -> None:
        self._draws = draws
        self._statuses = Deck(draws, list(models.CampaignStatus))
        self._modes = Deck(draws, list(models.DialingMode))
        self._strategies = Deck(draws, list(models.StrategyType))
        self._sorting = Deck(draws, list(models.ListsSortingCriteria))
        self._units = Deck(draws, list(models.TimeUnit))
        self._after_calls = Deck(draws, list(models.StatusAfterCall))
        self._flags = Deck(draws, (True, False))
        self._days = list(models.WeekDay)

    def make(self, index: int) -> CampaignDocument:
        draws = self._draws
        status = self._statuses.deal()
        created = _FIRST_DAY + index * MILLISECONDS_A_DAY // 4 + draws.below(6 * 3600) * 1000
        return {
            "id": draws.uuid(),
            "name": f"{_PURPOSES[index % len(_PURPOSES)]} {index + 1}",
            "dialing_mode": self._modes.deal(),
            "priority": draws.between(1, 10),
            "run_once": self._flags.deal(),
            "action_required": self._flags.deal(),
            "status": status,
            "dialing_mode_configuration": {
                "answering_machine_detection": self._flags.deal(),
                "max_abandonment_rate": _half(draws.between(2, 200)),
                "max_dialing_ratio": draws.between(1, 3),
                "max_ring_time_in_secs": draws.between(6, 120),
                "abandonment_timeout": {"amount": draws.between(2, 30)},
                "amd_metadata": self._flags.deal(),
            },
            "dialing_strategy": self._strategy(status),
            "created_at": date_time_text(created),
        }

    def _strategy(self, status: models.CampaignStatus) -> dict[str, object]:
        """Return a strategy; a campaign that is not finished lacks what is still to be decided."""
        draws = self._draws
        unit, period = self._retry_period()
        strategy: dict[str, object] = {
            "max_skip_attempts": draws.between(0, 20),
            "strategy_type": self._strategies.deal(),
            "preview_timeout": draws.between(6, 300),
            "max_attempts": draws.between(1, 100),
            "retry_period": period,
            "retry_time_unit": unit,
            "calling_hours": self._calling_hours(),
            "dispositions": self._dispositions(),
            "record_chain": [self._chain_entry(phone) for phone in models.PhoneType],
            "lists_sorting_criteria": self._sorting.deal(),
            "ivr_enabled": self._flags.deal(),
        }
        if status == "INCOMPLETE":
            for name in UNDECIDED:
                del strategy[name]
        return strategy

    def _retry_period(self) -> tuple[models.TimeUnit, int]:
        unit = self._units.deal()
        return unit, self._draws.between(1, _LONGEST_PERIOD[unit])

    def _calling_hours(self) -> list[dict[str, object]]:
        """Split the week in two, each part with hours of its own."""
        cut = self._draws.between(1, len(self._days) - 1)
        return [self._hours(self._days[:cut]), self._hours(self._days[cut:])]

    def _hours(self, days: Sequence[models.WeekDay]) -> dict[str, object]:
        start, end = self._draws.pick(_HOURS)
        return {"from": start, "to": end, "week_days": list(days)}

    def _dispositions(self) -> dict[str, object]:
        return {
            "busy": self._disposition(),
            "no_answer": self._disposition(),
            "abandoned": self._disposition(),
            "answering_machine_detection": self._disposition(),
            # A number that does not exist is not called again (B-17).
            "invalid_number": {"status_after_call": models.StatusAfterCall.FINAL},
            "hangup_before_connection": self._disposition(),
            "agent_hangup_before_connection": self._disposition(),
        }

    def _disposition(self) -> dict[str, object]:
        unit, period = self._retry_period()
        return {
            "status_after_call": self._after_calls.deal(),
            "custom": self._flags.deal(),
            "max_attempts": self._draws.between(1, 100),
            "retry_period": period,
            "retry_period_time_unit": unit,
        }

    def _chain_entry(self, phone: models.PhoneType) -> dict[str, object]:
        unit, period = self._retry_period()
        return {
            "type": phone,
            "max_attempts": self._draws.between(1, 100),
            "retry_period": period,
            "retry_period_time_unit": unit,
        }


def _half(number: int) -> int | float:
    """Return half of a number, as a whole number where it is one: a rate may be either (B-34)."""
    return number / 2 if number % 2 else number // 2
