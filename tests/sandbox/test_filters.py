"""Every filter equals an independent filter of the whole listing."""

import operator
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TypeAlias

import httpx
import pytest

from talkdesk_schemas import models
from tests.sandbox.caller import JsonObject, whole_listing
from tests.sandbox.document import EffectiveDocument

Matches: TypeAlias = Callable[[JsonObject], bool]
Choose: TypeAlias = Callable[[list[JsonObject]], tuple[str, Matches]]


def most_common(items: list[JsonObject], name: str) -> str:
    """Return the value that most items have."""
    values: Counter[str] = Counter(item[name] for item in items if name in item)
    return values.most_common(1)[0][0]


def instant(item: JsonObject, name: str) -> datetime | None:
    """Return a time of an item."""
    return datetime.fromisoformat(item[name]) if name in item else None


def equal(name: str) -> Choose:
    """Ask for the commonest value of a member."""

    def choose(items: list[JsonObject]) -> tuple[str, Matches]:
        value = most_common(items, name)
        return value, lambda item: item.get(name) == value

    return choose


def word_is(name: str, word: str) -> Choose:
    """Ask for a word of an enum."""
    return lambda _items: (word, lambda item: item.get(name) == word)


def ids_of(item: JsonObject, members: str, member: str) -> set[str]:
    """Return the ids in a list of an item."""
    return {each[member] for each in item.get(members, ())}


def agents_of(item: JsonObject) -> set[str]:
    """Return the agents of an item under both names."""
    older = {item["agent_id"]} if "agent_id" in item else set[str]()
    return older | ids_of(item, "agents", "agent_id")


def busiest_agents(items: list[JsonObject]) -> list[str]:
    """Return the agents, those with the most callbacks first."""
    return [agent for agent, _ in Counter(a for i in items for a in agents_of(i)).most_common()]


def agents(*ranks: int) -> Choose:
    """Ask for agents, one or several at once."""

    def choose(items: list[JsonObject]) -> tuple[str, Matches]:
        ids = [busiest_agents(items)[rank] for rank in ranks]
        return ",".join(ids), lambda item: not agents_of(item).isdisjoint(ids)

    return choose


def listed(members: str, member: str) -> Choose:
    """Ask for an id that lists of several ids have."""

    def choose(items: list[JsonObject]) -> tuple[str, Matches]:
        longest = max(items, key=lambda item: len(item.get(members, ())))
        value: str = longest[members][-1][member]
        return value, lambda item: value in ids_of(item, members, member)

    return choose


def scheduled(item: JsonObject) -> datetime | None:
    """Return the scheduled time of an item, under whichever name it has it."""
    return instant(item, "time_to_call") or instant(item, "scheduled_time_to_call")


def middle_time(items: list[JsonObject]) -> datetime:
    """Return a scheduled time in the middle of all."""
    times = sorted(filter(None, map(scheduled, items)))
    return times[len(times) // 2]


def on_a_day(items: list[JsonObject]) -> tuple[str, Matches]:
    """Ask for a day."""
    wanted = middle_time(items).date()

    def matches(item: JsonObject) -> bool:
        time = scheduled(item)
        return time is not None and time.astimezone(UTC).date() == wanted

    return wanted.isoformat(), matches


def to_day(time: datetime) -> datetime:
    """Return the start of a time's day."""
    return time.replace(hour=0, minute=0, second=0, microsecond=0)


def bounded(compare: Callable[[datetime, datetime], bool], *, by_day: bool) -> Choose:
    """Ask for a scheduled time before or after one, or before or after a whole day."""

    def choose(items: list[JsonObject]) -> tuple[str, Matches]:
        moment = middle_time(items)

        def matches(item: JsonObject) -> bool:
            time = scheduled(item)
            if time is None:
                return False
            return compare(to_day(time), to_day(moment)) if by_day else compare(time, moment)

        text = moment.date().isoformat() if by_day else moment.isoformat()
        return text, matches

    return choose


def at_an_instant(offset_hours: int) -> Choose:
    """Ask for an instant, written in another zone."""

    def choose(items: list[JsonObject]) -> tuple[str, Matches]:
        wanted = middle_time(items)
        text = wanted.astimezone(timezone(timedelta(hours=offset_hours))).isoformat()
        return text, lambda item: scheduled(item) == wanted

    return choose


def until_the_end_of_a_day(items: list[JsonObject]) -> tuple[str, Matches]:
    """Ask for a day whose last millisecond is taken: an end cut short would lose a callback."""
    last = next(i for i in items if i.get("next_time_to_call", "").endswith("T23:59:59.999Z"))
    return until_day(date.fromisoformat(last["next_time_to_call"][:10]))


def until_the_day_before_a_midnight(items: list[JsonObject]) -> tuple[str, Matches]:
    """Ask for a day before a midnight that is taken: an end too late would add a callback."""
    last = next(i for i in items if i.get("next_time_to_call", "").endswith("T00:00:00.000Z"))
    return until_day(date.fromisoformat(last["next_time_to_call"][:10]) - timedelta(days=1))


def until_day(wanted: date) -> tuple[str, Matches]:
    """Ask for a day as the end."""

    def matches(item: JsonObject) -> bool:
        time = instant(item, "next_time_to_call")
        return time is not None and time.astimezone(UTC).date() <= wanted

    return wanted.isoformat(), matches


def until_an_instant(suffix: str) -> Choose:
    """Ask for an instant as the end, written with further digits."""

    def choose(items: list[JsonObject]) -> tuple[str, Matches]:
        # An instant that a callback has: the end is included.
        times = sorted(i["next_time_to_call"] for i in items if "next_time_to_call" in i)
        middle: str = times[len(times) // 2]
        wanted = datetime.fromisoformat(middle)

        def matches(item: JsonObject) -> bool:
            time = instant(item, "next_time_to_call")
            return time is not None and time <= wanted

        return middle.removesuffix("Z") + suffix, matches

    return choose


FILTERS: dict[str, tuple[str, Choose]] = {
    "agent": ("agent_id", agents(0)),
    "several agents": ("agent_id", agents(0, 1, 2)),
    "team": ("team_id", listed("teams", "team_id")),
    "queue": ("queue", listed("queues", "queue")),
    "campaign": ("campaign_id", equal("campaign_id")),
    "contact": ("contact_id", equal("contact_id")),
    "next time, day": ("next_time_to_call_end", until_the_end_of_a_day),
    "next time, day before a midnight": ("next_time_to_call_end", until_the_day_before_a_midnight),
    "next time, instant": ("next_time_to_call_end", until_an_instant("Z")),
    "next time, finer than stored": ("next_time_to_call_end", until_an_instant("999z")),
    "phone number": ("phone_number", equal("phone_number")),
    "record": ("record_id", equal("record_id")),
    "time, day": ("time_to_call", on_a_day),
    "time, instant": ("time_to_call", at_an_instant(0)),
    "time, instant in another zone": ("time_to_call", at_an_instant(-7)),
    "start, day": ("start_time", bounded(operator.ge, by_day=True)),
    "start, instant": ("start_time", bounded(operator.ge, by_day=False)),
    "end, day": ("end_time", bounded(operator.le, by_day=True)),
    "end, instant": ("end_time", bounded(operator.le, by_day=False)),
    **{
        f"from call type {word}": ("from_call_type", word_is("from_call_type", word))
        for word in models.CallbackFromCallType
    },
    **{
        f"status {status}": ("status", word_is("status", status))
        for status in models.CallbackStatus
    },
}


@pytest.mark.parametrize("case", FILTERS)
def test_a_filter_gives_exactly_the_items_that_match(
    case: str, client: httpx.Client, everything: list[JsonObject]
) -> None:
    """The order is that of the whole listing, and the result is neither empty nor everything."""
    name, choose = FILTERS[case]
    value, matches = choose(everything)
    expected = [item for item in everything if matches(item)]
    assert 0 < len(expected) < len(everything)
    assert whole_listing(client, **{name: value}) == expected


def test_the_cases_name_every_filter_of_the_document(document: EffectiveDocument) -> None:
    """A filter that the document gains must gain a case here."""
    filters = set(document.query_parameters("/schedule-callbacks")) - {"page", "per_page"}
    assert {name for name, _ in FILTERS.values()} == filters


def test_an_agent_is_found_under_both_names(
    client: httpx.Client, everything: list[JsonObject]
) -> None:
    """By `agent_id` alone, in `agents` alone and at the end of `agents`."""
    by_name = next(i for i in everything if "agent_id" in i and "agents" not in i)
    by_list = next(i for i in everything if "agent_id" not in i and len(i.get("agents", ())) == 1)
    last = next(i for i in everything if len(i.get("agents", ())) == 2)
    wanted = [
        (by_name["agent_id"], by_name),
        (by_list["agents"][0]["agent_id"], by_list),
        (last["agents"][1]["agent_id"], last),
    ]
    for agent_id, item in wanted:
        assert item in whole_listing(client, agent_id=agent_id)


def test_a_range_is_closed_and_an_instant_when_its_ends_are_one(
    client: httpx.Client, everything: list[JsonObject]
) -> None:
    """Start and end may be one instant or one day; the wrong way round they hold nothing."""
    moment = middle_time(everything)
    exactly = [item for item in everything if scheduled(item) == moment]
    text, day = moment.isoformat(), moment.date().isoformat()
    assert whole_listing(client, start_time=text, end_time=text) == exactly
    _, matches = on_a_day(everything)
    on_day = [item for item in everything if matches(item)]
    assert len(on_day) > len(exactly) > 0
    assert whole_listing(client, start_time=day, end_time=day) == on_day
    before = (moment.date() - timedelta(days=1)).isoformat()
    assert whole_listing(client, start_time=day, end_time=before) == []


@pytest.mark.parametrize(
    "names",
    [
        ("from_call_type", "status"),
        ("campaign_id", "status"),
        ("time_to_call", "campaign_id"),
        ("from_call_type", "campaign_id", "status"),
        ("contact_id", "phone_number", "record_id"),
    ],
    ids=" and ".join,
)
def test_filters_combine_by_and(
    names: tuple[str, ...], client: httpx.Client, everything: list[JsonObject]
) -> None:
    """Two filters narrow more than each alone, whatever their order in the query."""
    sample = next(item for item in everything if all(name in item for name in names))
    wanted = {name: sample[name] for name in names}
    expected = [i for i in everything if all(i.get(name) == wanted[name] for name in names)]
    assert expected
    assert whole_listing(client, **wanted) == expected
    assert whole_listing(client, **dict(reversed(wanted.items()))) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("agent_id", ""),
        ("agent_id", "nobody"),
        ("agent_id", ","),
        ("team_id", "a,b"),
        ("queue", ""),
        ("from_call_type", "api"),
        ("start_time", "9999-12-31"),
        ("end_time", "0001-01-01"),
        ("campaign_id", "' OR 1=1 --"),
        ("contact_id", "%"),
        ("phone_number", "+1*"),
        ("record_id", "\x00"),
        ("status", "success"),
        ("status", "DONE"),
        ("time_to_call", "1999-12-31"),
        ("next_time_to_call_end", "0001-01-01T00:00:00+23:59"),
    ],
)
def test_a_value_that_nothing_has_gives_an_empty_listing(
    name: str, value: str, client: httpx.Client
) -> None:
    """Values are compared as they are: no pattern, no SQL, no other case."""
    assert whole_listing(client, **{name: value}) == []


def test_an_instant_finer_than_any_stored_equals_none(
    client: httpx.Client, everything: list[JsonObject]
) -> None:
    """A microsecond beside a stored time is another time."""
    stored = most_common(everything, "time_to_call").removesuffix("Z")
    assert whole_listing(client, time_to_call=f"{stored}.000001Z") == []
    assert whole_listing(client, time_to_call=f"{stored}.000000Z") != []
    start = whole_listing(client, start_time=f"{stored}.000001Z")
    end = whole_listing(client, end_time=f"{stored}.000001Z")
    wanted = datetime.fromisoformat(f"{stored}Z")
    assert start == [i for i in everything if (time := scheduled(i)) and time > wanted]
    assert end == [i for i in everything if (time := scheduled(i)) and time <= wanted]


def test_a_parameter_that_the_document_does_not_know_narrows_nothing(
    client: httpx.Client, everything: list[JsonObject]
) -> None:
    """Unknown parameters are ignored."""
    assert whole_listing(client, colour="green") == everything
