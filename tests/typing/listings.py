"""What type checkers know of listings that span pages. This file is checked, not run."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import assert_type

from talkdesk_client import AsyncPager, Pager
from talkdesk_client.models import Callback, CallbackPage
from talkdesk_core.pagination import PageView


def reading(pager: Pager[Callback, CallbackPage]) -> None:
    """Items and pages come as their models; every iteration starts afresh."""
    for callback in pager:
        assert_type(callback, Callback)
    assert_type(list(pager), list[Callback])
    assert_type(next(iter(pager)), Callback)
    assert_type([callback.callback_id for callback in pager], list[str | None])
    assert_type(pager.pages(), Iterator[CallbackPage])
    for page in pager.pages():
        assert_type(page, CallbackPage)
        assert_type(page.total_pages, int | None)
    assert_type(pager.first_page(), CallbackPage)
    assert_type(pager.total(), int)


async def reading_async(pager: AsyncPager[Callback, CallbackPage]) -> None:
    """The same names, with `async for` and `await`."""
    async for callback in pager:
        assert_type(callback, Callback)
    assert_type([callback async for callback in pager], list[Callback])
    assert_type(pager.pages(), AsyncIterator[CallbackPage])
    async for page in pager.pages():
        assert_type(page, CallbackPage)
    assert_type(await pager.first_page(), CallbackPage)
    assert_type(await pager.total(), int)


def looking_into(view: PageView[Callback]) -> None:
    """What a pager knows of a page."""
    assert_type(view.items, Sequence[Callback])
    assert_type(view.total, int | None)
    assert_type(view.total_pages, int | None)
    assert_type(view.per_page, int | None)
    assert_type(view.has_next, bool)


def making(view: PageView[str]) -> None:
    """Pages of anything can be walked."""
    pager = Pager(lambda page, per_page: page * per_page, lambda _: view, operation="x", per_page=5)
    assert_type(pager, Pager[str, int])
