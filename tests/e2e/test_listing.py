"""Listing callbacks: everything once, whatever the page size, and each filter filters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest

from talkdesk_client.models import Callback, CallbackPage, CallbackStatus
from talkdesk_sandbox import Sandbox
from tests.e2e.conftest import CALLBACKS, Connect, Twin, settings


@pytest.mark.parametrize("per_page", [1, 7, CALLBACKS - 1, CALLBACKS, CALLBACKS + 1, 500])
def test_every_callback_comes_once_whatever_the_page_size(twin: Twin, per_page: int) -> None:
    """No size of page loses or doubles an item, and the order is the same."""
    ids = [callback.callback_id for callback in twin.items(twin.client.callbacks.list())]
    assert len(set(ids)) == len(ids) == CALLBACKS
    again = twin.items(twin.client.callbacks.list(per_page=per_page))
    assert [callback.callback_id for callback in again] == ids


def test_pages_hold_what_the_items_are(twin: Twin) -> None:
    """Pages are whole models, each with its number, and together they hold every item."""
    pages = twin.pages(twin.client.callbacks.list(per_page=100))
    assert [page.page for page in pages] == [1, 2, 3]
    assert all(isinstance(page, CallbackPage) for page in pages)
    held = [callback for page in pages for callback in page.hal_embedded.callbacks]
    assert held == twin.items(twin.client.callbacks.list())


@pytest.mark.parametrize("limit", [0, 1, 49, 50, 51, CALLBACKS, CALLBACKS + 10])
def test_a_limit_is_kept(twin: Twin, limit: int) -> None:
    """So many items come as asked for, as long as there are so many."""
    items = twin.items(twin.client.callbacks.list(per_page=50, limit=limit))
    assert len(items) == min(limit, CALLBACKS)


def test_the_first_page_and_the_total_are_one_question_each(twin: Twin) -> None:
    """Neither walks the listing."""
    pager = twin.client.callbacks.list(per_page=10)
    assert len(twin.result(pager.first_page()).hal_embedded.callbacks) == 10
    assert twin.result(pager.total()) == CALLBACKS
    assert twin.result(twin.client.callbacks.list(status="nowhere").total()) == 0


def test_a_pager_can_be_read_again_and_from_the_middle(twin: Twin) -> None:
    """Each iteration starts afresh; `page` starts further on."""
    pager = twin.client.callbacks.list(per_page=100)
    everything = twin.items(pager)
    assert twin.items(pager, most=3) == everything[:3]
    assert twin.items(pager) == everything
    assert twin.items(twin.client.callbacks.list(page=3, per_page=100)) == everything[200:]


def _middle(times: list[datetime]) -> datetime:
    return sorted(times)[len(times) // 2]


def _has(name: str) -> Callable[[Callback], bool]:
    return lambda callback: getattr(callback, name) is not None


FILTERS = ["agent_id", "campaign_id", "contact_id", "phone_number", "record_id", "status"]


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_by_value_gives_what_the_whole_listing_has(twin: Twin, name: str) -> None:
    """The result equals a filter of the whole listing, and is neither empty nor everything."""
    everything: list[Callback] = twin.items(twin.client.callbacks.list())
    value = next(getattr(callback, name) for callback in everything if _has(name)(callback))
    expected = [callback for callback in everything if getattr(callback, name) == value]
    assert 0 < len(expected) < len(everything)
    assert twin.items(twin.client.callbacks.list(**{name: value})) == expected
    assert twin.items(twin.client.callbacks.list(**{name: str(value)}, per_page=3)) == expected


def test_the_filter_by_next_time_is_an_upper_end(twin: Twin) -> None:
    """A date means its whole day in UTC, an aware datetime its instant, in any zone."""
    everything: list[Callback] = twin.items(twin.client.callbacks.list())
    times = [c.next_time_to_call for c in everything if c.next_time_to_call is not None]
    moment = _middle(times)
    day_end = datetime.combine(moment.date() + timedelta(days=1), time(), UTC)
    ends: list[tuple[object, Callable[[datetime], bool]]] = [
        (moment, lambda at: at <= moment),
        (moment.isoformat(), lambda at: at <= moment),
        (moment.date(), lambda at: at < day_end),
    ]
    for end, matches in ends:
        expected = [
            callback
            for callback in everything
            if callback.next_time_to_call is not None and matches(callback.next_time_to_call)
        ]
        assert 0 < len(expected) < len(everything)
        assert twin.items(twin.client.callbacks.list(next_time_to_call_end=end)) == expected


def test_the_filter_by_time_is_a_day_or_an_instant(twin: Twin) -> None:
    """A date finds all of its day in UTC, an aware datetime exactly its instant."""
    everything: list[Callback] = twin.items(twin.client.callbacks.list())
    times = [c.time_to_call for c in everything if c.time_to_call is not None]
    moment = _middle(times)

    def on(day: date) -> list[Callback]:
        return [c for c in everything if c.time_to_call and c.time_to_call.date() == day]

    assert 0 < len(on(moment.date())) < len(everything)
    listed = twin.items(twin.client.callbacks.list(time_to_call=moment.date()))
    assert listed == on(moment.date())
    exactly = [callback for callback in everything if callback.time_to_call == moment]
    assert 0 < len(exactly) < len(everything)
    assert twin.items(twin.client.callbacks.list(time_to_call=moment)) == exactly


def test_filters_combine(twin: Twin) -> None:
    """Two filters give what both give."""
    everything: list[Callback] = twin.items(twin.client.callbacks.list())
    first = next(c for c in everything if c.status is not None and c.campaign_id is not None)
    expected = [
        c for c in everything if (c.status, c.campaign_id) == (first.status, first.campaign_id)
    ]
    listed = twin.client.callbacks.list(status=first.status, campaign_id=first.campaign_id)
    assert twin.items(listed) == expected
    assert 0 < len(expected) < len([c for c in everything if c.status == first.status])


def test_every_documented_status_occurs_and_is_typed(twin: Twin) -> None:
    """The sandbox shows every status, and the client knows each."""
    found = {callback.status for callback in twin.items(twin.client.callbacks.list())} - {None}
    assert found == set(CallbackStatus)
    assert all(status.is_documented for status in found)


def test_a_listing_goes_on_beyond_page_500(connect: Connect) -> None:
    """No bound on the page number ends a listing (A-5)."""
    with (
        Sandbox(seed=1, callbacks=503, campaigns=1) as sandbox,
        connect(**settings(sandbox)) as twin,
    ):
        assert len(twin.items(twin.client.callbacks.list(per_page=1))) == 503
