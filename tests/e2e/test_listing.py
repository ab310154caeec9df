"""Listing callbacks: everything once, whatever the page size, and each filter filters."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Literal

import pytest

from talkdesk_client import PaginationError
from talkdesk_client.models import Callback, CallbackPage, CallbackStatus
from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.quirks import Quirk
from tests.e2e.conftest import CALLBACKS, Connect, Twin, settings
from tests.e2e.modes import UNKNOWN, Mode
from tests.sandbox.document import EffectiveDocument


@pytest.mark.parametrize("per_page", [7, CALLBACKS - 1, CALLBACKS, CALLBACKS + 1, 500])
def test_every_callback_comes_once_whatever_the_page_size(
    reader: Twin, mode: Mode, plain: list[Callback], per_page: int
) -> None:
    """No size of page loses or doubles an item, and the order is the same."""
    items = reader.items(reader.client.callbacks.list(per_page=per_page))
    assert len({callback.callback_id for callback in items}) == len(items) == CALLBACKS
    assert mode.essences(items) == mode.essences(plain)


def test_pages_of_one_item_come_all(reader: Twin, mode: Mode, plain: list[Callback]) -> None:
    """Each item is a page of its own."""
    items = reader.items(reader.client.callbacks.list(per_page=1), most=30)
    assert mode.essences(items) == mode.essences(plain[:30])


def test_one_callback_is_what_the_listing_shows(
    reader: Twin, mode: Mode, plain: list[Callback]
) -> None:
    """Asked for by its id, in the older and in the newer shape."""
    for listed in (*plain[:3], *plain[-3:]):
        shown = reader.result(reader.client.callbacks.get(listed.callback_id))
        assert mode.essence(shown) == mode.essence(listed)


def test_pages_hold_what_the_items_are(reader: Twin, mode: Mode) -> None:
    """Pages are whole models, each with its number, and together they hold every item."""
    pages = reader.pages(reader.client.callbacks.list(per_page=100))
    if not mode.has_totals:
        # Only an empty page tells that the one before was the last.
        assert pages.pop().hal_embedded.callbacks == []
    assert [page.page for page in pages] == ([1, 2, 3] if mode.has_totals else [None] * 3)
    assert [page.total_pages for page in pages] == [3 if mode.has_totals else None] * 3
    assert all(isinstance(page, CallbackPage) for page in pages)
    held = [callback for page in pages for callback in page.hal_embedded.callbacks]
    assert held == reader.items(reader.client.callbacks.list())


@pytest.mark.parametrize("limit", [0, 1, 49, 50, 51, CALLBACKS, CALLBACKS + 10])
def test_a_limit_is_kept(reader: Twin, limit: int) -> None:
    """So many items come as asked for, as long as there are so many."""
    items = reader.items(reader.client.callbacks.list(per_page=50, limit=limit))
    assert len(items) == min(limit, CALLBACKS)


def test_the_first_page_and_the_total_are_one_question_each(reader: Twin, mode: Mode) -> None:
    """Neither walks the listing; a total that no page states is an error and no guess."""
    pager = reader.client.callbacks.list(per_page=10)
    assert len(reader.result(pager.first_page()).hal_embedded.callbacks) == 10
    if mode.has_totals:
        assert reader.result(pager.total()) == CALLBACKS
        assert reader.result(reader.client.callbacks.list(status="nowhere").total()) == 0
    else:
        with pytest.raises(PaginationError):
            reader.result(pager.total())


def test_a_pager_can_be_read_again_and_from_the_middle(reader: Twin) -> None:
    """Each iteration starts afresh; `page` starts further on."""
    pager = reader.client.callbacks.list(per_page=100)
    everything = reader.items(pager)
    assert reader.items(pager, most=3) == everything[:3]
    assert reader.items(pager) == everything
    assert reader.items(reader.client.callbacks.list(page=3, per_page=100)) == everything[200:]


def test_what_is_not_documented_is_kept_and_nothing_else_is(reader: Twin, mode: Mode) -> None:
    """Unknown members arrive, in objects inside of others too; null is no member."""
    page = reader.result(reader.client.callbacks.list().first_page())
    expected = UNKNOWN if Quirk.UNKNOWN_MEMBERS in mode.quirks else frozenset[str]()
    callback = page.hal_embedded.callbacks[-1]
    for model in (page, page.hal_links, page.hal_embedded, callback, callback.hal_links.self_):
        assert model.additional_properties.keys() == expected
    data = json.dumps(callback.to_dict())
    assert "null" not in data or Quirk.UNKNOWN_MEMBERS in mode.quirks


def test_both_shapes_of_a_callback_are_read(reader: Twin, mode: Mode) -> None:
    """Who is to take a callback and when is there by the older names, the newer ones, or both."""
    items = reader.items(reader.client.callbacks.list())
    older = [c for c in items if c.assign_type is not None or c.ring_groups is not None]
    newer = [c for c in items if c.assign_type_v2 is not None or c.queues is not None]
    assert bool(older) == (Quirk.NEW_SHAPE not in mode.quirks)
    assert bool(newer) == (Quirk.OLD_SHAPE not in mode.quirks)
    typed = [each for c in items for each in (c.assign_type, c.assign_type_v2) if each is not None]
    assert all(each.is_documented for each in typed)


FORMS: tuple[Literal["date", "datetime", "text"], ...] = ("date", "datetime", "text")
Matches = Callable[[Callback], bool]
# Chooses, by the whole listing, what to ask for and what then has to come.
Choose = Callable[[list[Callback]], tuple[Any, Matches]]


def _value(name: str) -> Choose:
    """Ask for the first value of a member."""

    def choose(everything: list[Callback]) -> tuple[Any, Matches]:
        value: object = next(v for c in everything if (v := getattr(c, name)) is not None)
        return value, lambda callback: bool(getattr(callback, name) == value)

    return choose


def _agents_of(callback: Callback) -> set[str]:
    older = set[str]() if callback.agent_id is None else {callback.agent_id}
    return older | {agent.agent_id for agent in callback.agents or () if agent.agent_id is not None}


def _agents(count: int) -> Choose:
    """Ask for the agents that the newest callbacks have; older ones name them otherwise."""

    def choose(everything: list[Callback]) -> tuple[Any, Matches]:
        known = dict.fromkeys(a for c in reversed(everything) for a in sorted(_agents_of(c)))
        ids = list(known)[:count]
        return ",".join(ids), lambda callback: not _agents_of(callback).isdisjoint(ids)

    return choose


def _teams_of(callback: Callback) -> set[str | None]:
    return {team.team_id for team in callback.teams or ()}


def _queues_of(callback: Callback) -> set[str | None]:
    return {queue.queue for queue in callback.queues or ()}


def _listed(ids_of: Callable[[Callback], set[str | None]]) -> Choose:
    """Ask for an id that lists of callbacks have."""

    def choose(everything: list[Callback]) -> tuple[Any, Matches]:
        value = max(str(each) for callback in everything for each in ids_of(callback))
        return value, lambda callback: value in ids_of(callback)

    return choose


def _scheduled(callback: Callback) -> datetime | None:
    """Return the time that the sandbox takes for the scheduled one, by its newer or older name."""
    return callback.scheduled_time_to_call or callback.time_to_call


def _next(callback: Callback) -> datetime | None:
    return callback.next_time_to_call


def _same(time: Any, wanted: Any) -> bool:
    return bool(time == wanted)


def _until(time: Any, end: Any) -> bool:
    return bool(time <= end)


def _since(time: Any, start: Any) -> bool:
    return bool(time >= start)


def _moment(
    time_of: Callable[[Callback], datetime | None],
    compare: Callable[[Any, Any], bool],
    form: Literal["date", "datetime", "text"],
) -> Choose:
    """Ask for a time in the middle: a day in UTC, an aware datetime in a zone, or text."""

    def choose(everything: list[Callback]) -> tuple[Any, Matches]:
        times = sorted(filter(None, map(time_of, everything)))
        moment = times[len(times) // 2].astimezone(UTC)

        def matches(callback: Callback) -> bool:
            time = time_of(callback)
            if time is None:
                return False
            if form == "date":
                return compare(time.astimezone(UTC).date(), moment.date())
            return compare(time, moment)

        zone = timezone(timedelta(hours=-7))
        asked = {
            "date": moment.date(),
            "datetime": moment.astimezone(zone),
            "text": moment.isoformat(),
        }
        return asked[form], matches

    return choose


FILTERS: dict[str, list[Choose]] = {
    "agent_id": [_agents(1), _agents(3)],
    "campaign_id": [_value("campaign_id")],
    "contact_id": [_value("contact_id")],
    "phone_number": [_value("phone_number")],
    "record_id": [_value("record_id")],
    "status": [_value("status")],
    "queue": [_listed(_queues_of)],
    "team_id": [_listed(_teams_of)],
    "from_call_type": [_value("from_call_type")],
    "next_time_to_call_end": [_moment(_next, _until, form) for form in FORMS],
    "time_to_call": [_moment(_scheduled, _same, form) for form in FORMS],
    "start_time": [_moment(_scheduled, _since, form) for form in FORMS],
    "end_time": [_moment(_scheduled, _until, form) for form in FORMS],
}


@pytest.mark.parametrize(
    ("name", "case"),
    [(name, case) for name, cases in FILTERS.items() for case in range(len(cases))],
)
def test_a_filter_gives_what_a_filter_of_the_whole_listing_gives(
    reader: Twin, mode: Mode, plain: list[Callback], name: str, case: int
) -> None:
    """The result is neither empty nor everything, and the same in pages of three."""
    value, matches = FILTERS[name][case](plain)
    expected = [callback for callback in plain if matches(callback)]
    assert 0 < len(expected) < len(plain)
    found = reader.items(reader.client.callbacks.list(**{name: value}))
    assert mode.essences(found) == mode.essences(expected)
    in_small_pages = reader.client.callbacks.list(**{name: value}, per_page=3)
    assert reader.items(in_small_pages, most=10) == found[:10]


def test_every_documented_filter_has_such_a_test() -> None:
    """A parameter that the document gains must gain a line in the table, or be one of paging."""
    documented = EffectiveDocument().query_parameters("/schedule-callbacks")
    assert sorted(FILTERS) == sorted(set(documented) - {"page", "per_page"})


def test_a_range_has_two_ends(reader: Twin, mode: Mode, plain: list[Callback]) -> None:
    """Start and end together narrow from both sides, and both belong to the range."""
    times = sorted(filter(None, map(_scheduled, plain)))
    start, end = times[len(times) // 3], times[len(times) * 2 // 3]
    expected = [c for c in plain if (at := _scheduled(c)) is not None and start <= at <= end]
    found = reader.items(reader.client.callbacks.list(start_time=start, end_time=end))
    assert mode.essences(found) == mode.essences(expected)
    assert {start, end} <= {_scheduled(callback) for callback in expected}
    assert 0 < len(expected) < len(plain) // 2


def test_filters_combine(reader: Twin, mode: Mode, plain: list[Callback]) -> None:
    """Two filters give what both give."""
    first = next(c for c in plain if c.status is not None and c.campaign_id is not None)
    expected = [c for c in plain if (c.status, c.campaign_id) == (first.status, first.campaign_id)]
    listed = reader.client.callbacks.list(status=first.status, campaign_id=first.campaign_id)
    assert mode.essences(reader.items(listed)) == mode.essences(expected)
    assert 0 < len(expected) < len([c for c in plain if c.status == first.status])


def test_every_documented_status_occurs_and_is_typed(reader: Twin) -> None:
    """The sandbox shows every status, and the client knows each."""
    found = {callback.status for callback in reader.items(reader.client.callbacks.list())} - {None}
    assert found == set(CallbackStatus)
    assert all(status.is_documented for status in found)


def test_a_listing_goes_on_beyond_page_500(connect: Connect) -> None:
    """No bound on the page number ends a listing (A-5)."""
    with (
        Sandbox(seed=1, callbacks=503, campaigns=1) as sandbox,
        connect(**settings(sandbox)) as twin,
    ):
        assert len(twin.items(twin.client.callbacks.list(per_page=1))) == 503
