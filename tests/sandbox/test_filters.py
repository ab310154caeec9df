"""Every filter equals an independent filter of the whole listing."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TypeAlias

import httpx
import pytest

from talkdesk_schemas import models
from tests.sandbox.caller import JsonObject, whole_listing

Matches: TypeAlias = Callable[[JsonObject], bool]
Choose: TypeAlias = Callable[[list[JsonObject]], tuple[str, Matches]]


def most_common(items: list[JsonObject], name: str, rank: int = 0) -> str:
    """Return the value that most items have, or the one of the given rank."""
    values: Counter[str] = Counter(item[name] for item in items if name in item)
    return values.most_common()[rank][0]


def instant(item: JsonObject, name: str) -> datetime | None:
    """Return a time of an item."""
    return datetime.fromisoformat(item[name]) if name in item else None


def equal(name: str) -> Choose:
    """Ask for the commonest value of a member."""

    def choose(items: list[JsonObject]) -> tuple[str, Matches]:
        value = most_common(items, name)
        return value, lambda item: item.get(name) == value

    return choose


def status_is(value: str) -> Choose:
    """Ask for a status."""
    return lambda _items: (value, lambda item: item.get("status") == value)


def several_agents(items: list[JsonObject]) -> tuple[str, Matches]:
    """Ask for three agents at once."""
    ids = [most_common(items, "agent_id", rank) for rank in (0, 1, 2)]
    return ",".join(ids), lambda item: item.get("agent_id") in ids


def on_a_day(items: list[JsonObject]) -> tuple[str, Matches]:
    """Ask for the fullest day."""
    day = Counter(item["time_to_call"][:10] for item in items if "time_to_call" in item)
    text = day.most_common(1)[0][0]
    wanted = date.fromisoformat(text)

    def matches(item: JsonObject) -> bool:
        time = instant(item, "time_to_call")
        return time is not None and time.astimezone(UTC).date() == wanted

    return text, matches


def at_an_instant(offset_hours: int) -> Choose:
    """Ask for an instant, written in another zone."""

    def choose(items: list[JsonObject]) -> tuple[str, Matches]:
        wanted = datetime.fromisoformat(most_common(items, "time_to_call"))
        text = wanted.astimezone(timezone(timedelta(hours=offset_hours))).isoformat()
        return text, lambda item: instant(item, "time_to_call") == wanted

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
    "agent": ("agent_id", equal("agent_id")),
    "several agents": ("agent_id", several_agents),
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
    **{f"status {status}": ("status", status_is(status)) for status in models.CallbackStatus},
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


def test_the_cases_name_every_filter_of_the_document() -> None:
    """A filter that the document gains must gain a case here."""
    filters = set(models.ListCallbacksParametersQuery.model_fields) - {"page", "per_page"}
    assert {name for name, _ in FILTERS.values()} == filters


@pytest.mark.parametrize(
    "names",
    [
        ("agent_id", "status"),
        ("campaign_id", "status"),
        ("time_to_call", "campaign_id"),
        ("agent_id", "campaign_id", "status"),
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


def test_a_parameter_that_the_document_does_not_know_narrows_nothing(
    client: httpx.Client, everything: list[JsonObject]
) -> None:
    """Unknown parameters are ignored."""
    assert whole_listing(client, colour="green") == everything
