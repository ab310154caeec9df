"""Invented people to call: no name, number or id belongs to anybody."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from talkdesk_sandbox.draws import Draws

# Reserved for fiction in every area code of the North American plan: 555-0100 to 555-0199.
_FICTIONAL_LINES: Final = 100
_CALLER_AREA: Final = 202
# Area codes by the plan's form: no 9 in the middle (reserved), none that ends in 11 (services).
# 202 is left to the numbers that the account shows, so that nobody calls himself.
_AREAS: Final = tuple(
    area
    for area in range(201, 990)
    if area // 10 % 10 != 9 and area % 100 != 11 and area != _CALLER_AREA
)
# A prime step visits the numbers in an order that looks unsorted, each once before any repeats.
_STEP: Final = 7919

CALLER_IDS: Final = tuple(f"+1{_CALLER_AREA}55501{line:02d}" for line in range(8))

_FIRST_NAMES: Final = (
    "Testa", "Mocky", "Samplina", "Fixtura", "Dummond", "Placida", "Stubbs", "Faketta", "Ünreal",
    "Maryn-Invented", "例子", "Fiktor",
)  # fmt: skip
_LAST_NAMES: Final = (
    "Example", "McSample", "O'Mockery", "Placeholder", "von Testberg", "Nullström", "Fakesworth",
    "Seeded", "Noone", "Invented-Smith", "Stubbington", "示例",
)  # fmt: skip
_TIMEZONES: Final = (
    "Europe/Lisbon", "Europe/London", "America/New_York", "America/Los_Angeles",
    "America/Sao_Paulo", "Asia/Tokyo", "Asia/Kolkata", "Australia/Sydney", "Africa/Nairobi", "UTC",
)  # fmt: skip
_SOURCES: Final = ("Fair visitors", "Web form", "Lapsed trials", "Customers of 1999", "Überhang")
_PLANS: Final = ("basic", "silver", "gold")
_TAGS: Final = ("renewal", "complaint", "trial", "upgrade", "überfällig")


@dataclass(frozen=True, slots=True)
class RecordList:
    """A list of records and the campaign that dials it, if there is one."""

    record_list_id: str
    name: str
    campaign_id: str | None


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """A contact with the record that a campaign dials. Its repr shows no personal data."""

    contact_id: str
    record_id: str
    record_list: RecordList
    phone_number: str
    first_name: str
    last_name: str
    timezone: str
    extra_data: Mapping[str, object]


def record_lists(draws: Draws, campaign_ids: Sequence[str]) -> list[RecordList]:
    """Return two record lists for each campaign, or two without one."""
    owners: Sequence[str | None] = campaign_ids or [None]
    return [
        RecordList(draws.uuid(), f"{draws.pick(_SOURCES)} {number}{half}", owner)
        for number, owner in enumerate(owners, start=1)
        for half in "AB"
    ]


def display_name(draws: Draws) -> str:
    """Return the name of somebody at work, as a screen shows it: ``Testa M.``."""
    return f"{draws.pick(_FIRST_NAMES)} {draws.pick(_LAST_NAMES)[0].upper()}."


def people(draws: Draws, count: int, lists: Sequence[RecordList]) -> Iterator[Person]:
    """Yield ``count`` people, spread evenly over the record lists.

    Phone numbers are distinct for the first 71,100 people.
    """
    numbers = len(_AREAS) * _FICTIONAL_LINES
    first_number = draws.below(numbers)
    for index in range(count):
        area, line = divmod((first_number + index * _STEP) % numbers, _FICTIONAL_LINES)
        yield Person(
            contact_id=draws.hex(32),
            record_id=draws.uuid(),
            record_list=lists[index % len(lists)],
            phone_number=f"+1{_AREAS[area]}55501{line:02d}",
            first_name=draws.pick(_FIRST_NAMES),
            last_name=draws.pick(_LAST_NAMES),
            timezone=draws.pick(_TIMEZONES),
            extra_data=_extra_data(draws),
        )


def _extra_data(draws: Draws) -> dict[str, object]:
    """Return an object with a member of every JSON type but null, as an account may define it."""
    data: dict[str, object] = {
        "plan": draws.pick(_PLANS),
        "visits": draws.below(40),
        "balance": draws.below(4000) / 4,  # quarters are exact in binary
        "newsletter": draws.below(2) == 1,
    }
    if draws.below(3) == 0:
        data["tags"] = draws.shuffled(_TAGS)[: draws.between(1, 3)]
        data["last order"] = {"sku": draws.hex(8).upper(), "units": draws.between(1, 9)}
    return data
