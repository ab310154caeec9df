"""Pagers: every item once, no page too many, and never without end."""

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkdesk_core.errors import ArgumentError, PaginationError
from talkdesk_core.pagination import AsyncPager, Pager, PageView

View = PageView[int]


@dataclass
class Server:
    """Pages of numbers, as one of many kinds of server would state them."""

    pages: Sequence[Sequence[int]]
    totals: bool = True
    page_totals: bool = True
    links: bool = True
    asked: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    @property
    def items(self) -> list[int]:
        """All items in order."""
        return [item for page in self.pages for item in page]

    def fetch(self, page: int, per_page: int) -> View:
        """Answer a request for a page; beyond the last one a page is empty."""
        assert page <= len(self.pages) + 2
        self.asked.append((page, per_page))
        return View(
            items=self.pages[page - 1] if page <= len(self.pages) else [],
            total=len(self.items) if self.totals else None,
            total_pages=len(self.pages) if self.page_totals else None,
            has_next=self.links and page < len(self.pages),
        )

    async def afetch(self, page: int, per_page: int) -> View:
        """Answer asynchronously."""
        await asyncio.sleep(0)
        return self.fetch(page, per_page)


def same(page: View) -> View:
    """Views are their own pages here."""
    return page


def pager(
    server: Server, *, per_page: int = 3, page: int = 1, limit: int | None = None
) -> Pager[int, View]:
    """Return a pager over `server`."""
    return Pager(
        server.fetch, same, operation="numbers.list", page=page, per_page=per_page, limit=limit
    )


def full_pages(count: int, per_page: int) -> list[list[int]]:
    """Spread `count` numbers over pages, all full but the last."""
    return [list(range(start, min(start + per_page, count))) for start in range(0, count, per_page)]


counts = st.integers(0, 40)
sizes = st.integers(1, 9)


@given(counts, sizes, st.booleans(), st.booleans(), st.booleans())
def test_every_item_comes_once_and_in_order(
    count: int,
    per_page: int,
    totals: bool,
    page_totals: bool,
    links: bool,
) -> None:
    """Whatever a server states of total, pages and links, the listing is complete.

    Where it states an end, no page is fetched beyond it; otherwise one empty page ends it.
    """
    server = Server(full_pages(count, per_page), totals, page_totals, links)
    assert list(pager(server, per_page=per_page)) == server.items
    pages = max(1, len(server.pages))
    extra = 0 if totals or page_totals or not server.pages else 1
    assert server.asked == [(number, per_page) for number in range(1, pages + extra + 1)]


@given(counts, sizes, st.integers(0, 50))
def test_a_limit_stops_without_a_further_page(count: int, per_page: int, limit: int) -> None:
    """Exactly the first `limit` items come, from no more pages than they need."""
    server = Server(full_pages(count, per_page))
    assert list(pager(server, per_page=per_page, limit=limit)) == server.items[:limit]
    needed = -(-min(limit, max(count, 1)) // per_page)
    assert len(server.asked) == needed
    by_page = [
        item
        for page in pager(server, per_page=per_page, limit=limit).pages()
        for item in page.items
    ]
    assert by_page == server.items[: needed * per_page]


@given(st.lists(st.lists(st.integers(), max_size=3), max_size=8), st.booleans())
def test_an_empty_page_before_the_end_does_not_end_a_listing(
    pages: list[list[int]],
    links: bool,
) -> None:
    """Where the number of pages is stated, holes and short pages lose nothing."""
    server = Server(pages, links=links)
    assert list(pager(server)) == server.items


views = st.builds(
    View,
    items=st.lists(st.integers(0, 3), max_size=3),
    total=st.none() | st.integers(-1, 12),
    total_pages=st.none() | st.integers(-1, 5),
    has_next=st.booleans(),
)


@given(
    st.lists(views, min_size=1, max_size=8),
    st.integers(1, 3),
    st.integers(1, 3),
    st.none() | st.integers(0, 9),
)
def test_sync_and_async_do_the_same(
    answers: list[View], page: int, per_page: int, limit: int | None
) -> None:
    """Same items, same pages, same requests, same errors, on servers that state anything at all.

    After its answers the server stays empty, so the walk also has to end.
    """

    def run(read: Callable[[Callable[[int, int], View]], object]) -> tuple[object, list[int]]:
        asked: list[int] = []

        def fetch(number: int, size: int) -> View:
            assert size == per_page
            asked.append(number)
            assert len(asked) < 100
            return (
                answers[len(asked) - 1] if len(asked) <= len(answers) else View([], has_next=True)
            )

        try:
            return read(fetch), asked
        except PaginationError as error:
            return str(error), asked

    def of_sync(fetch: Callable[[int, int], View]) -> Pager[int, View]:
        return Pager(fetch, same, operation="o", page=page, per_page=per_page, limit=limit)

    def of_async(fetch: Callable[[int, int], View]) -> AsyncPager[int, View]:
        async def afetch(number: int, size: int) -> View:
            return fetch(number, size)

        return AsyncPager(afetch, same, operation="o", page=page, per_page=per_page, limit=limit)

    async def items(walk: AsyncPager[int, View]) -> list[int]:
        return [item async for item in walk]

    async def pages(walk: AsyncPager[int, View]) -> list[View]:
        return [item async for item in walk.pages()]

    assert run(lambda fetch: list(of_sync(fetch))) == run(
        lambda fetch: asyncio.run(items(of_async(fetch)))
    )
    assert run(lambda fetch: list(of_sync(fetch).pages())) == run(
        lambda fetch: asyncio.run(pages(of_async(fetch)))
    )


@pytest.mark.anyio
async def test_the_async_pager_has_the_same_methods() -> None:
    """Items, pages, first page and total, by `async for` and `await`."""
    server = Server(full_pages(7, 3))
    walk = AsyncPager(server.afetch, same, operation="numbers.list", per_page=3)
    assert [item async for item in walk] == server.items
    assert [list(page.items) async for page in walk.pages()] == server.pages
    server.asked.clear()
    assert (await walk.first_page()).items == [0, 1, 2]
    assert server.asked == [(1, 3)]
    server.asked.clear()
    assert await walk.total() == 7
    assert server.asked == [(1, 1)]


def test_each_iteration_starts_afresh() -> None:
    """A pager can be read twice, and a half-read one does not disturb the next."""
    walk = pager(Server(full_pages(7, 3)))
    iterator = iter(walk)
    assert next(iterator) == 0
    assert list(walk) == list(range(7))
    assert next(iterator) == 1


def test_pages_are_fetched_when_they_are_read() -> None:
    """Making a pager fetches nothing; reading fetches one page at a time."""
    server = Server(full_pages(7, 3))
    walk = pager(server)
    assert server.asked == []
    iterator = iter(walk)
    for _ in range(3):
        next(iterator)
    assert server.asked == [(1, 3)]
    next(iterator)
    assert server.asked == [(1, 3), (2, 3)]


def test_a_start_page_skips_what_is_before() -> None:
    """The walk begins at `page`; the total is of the whole listing."""
    server = Server(full_pages(7, 3))
    walk = pager(server, page=3, limit=5)
    assert list(walk) == [6]
    assert walk.first_page().items == [6]
    assert walk.total() == 7
    assert server.asked == [(3, 3), (3, 3), (1, 1)]


def test_a_next_link_beyond_the_stated_end_is_followed() -> None:
    """A link is fresher than a count."""
    answers = [View([1], total_pages=1, has_next=True), View([2], total_pages=1)]
    walk = Pager(lambda page, _: answers[page - 1], same, operation="o", per_page=1)
    assert list(walk) == [1, 2]


@pytest.mark.parametrize(
    "answer",
    [
        View([], has_next=True),
        View([1, 2], has_next=True),
        View([1, 2]),
        View([1, 2], total_pages=1, has_next=True),
        View([1, 2], total=2, has_next=True),
    ],
)
def test_a_listing_without_end_is_an_error(answer: View) -> None:
    """A server that repeats itself and still leads on is found out at the second page."""
    asked: list[int] = []

    def fetch(page: int, _: int) -> View:
        asked.append(page)
        assert len(asked) < 10
        return answer

    with pytest.raises(PaginationError, match=r"^numbers\.list: page 2 .*never end") as caught:
        list(Pager(fetch, same, operation="numbers.list", per_page=2))
    assert asked == [1, 2]
    assert caught.value.operation == "numbers.list"


class Stranger:
    """Equal to nothing, not even to itself, as a NaN is."""

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0


STRANGER = Stranger()


@pytest.mark.parametrize("make", [lambda: [9], lambda: STRANGER], ids=["equal", "same"])
def test_a_page_is_the_same_again_if_its_items_are_equal_or_the_same_ones(
    make: Callable[[], object],
) -> None:
    """Each reply makes new items, which are equal; and there are items that equal nothing."""
    asked: list[int] = []

    def fetch(page: int, _: int) -> PageView[object]:
        asked.append(page)
        assert len(asked) < 10
        return PageView([make()], has_next=True)

    def view(page: PageView[object]) -> PageView[object]:
        return page

    with pytest.raises(PaginationError):
        list(Pager(fetch, view, operation="o", per_page=1))
    assert asked == [1, 2]


@pytest.mark.parametrize("answer", [View([1], total_pages=0), View([1], total=0)])
def test_an_end_at_zero_is_a_stated_end(answer: View) -> None:
    """A server that counts nothing and yet sends items is taken at its word about the end."""
    asked: list[int] = []

    def fetch(page: int, _: int) -> View:
        asked.append(page)
        return answer if page == 1 else View([])

    assert list(Pager(fetch, same, operation="o", per_page=1)) == [1]
    assert asked == [1]


def test_the_number_of_pages_counts_before_the_number_of_items() -> None:
    """Where both are stated and disagree."""
    answers = [View([1], total=9, total_pages=2), View([2], total=9, total_pages=2)]
    walk = Pager(lambda page, _: answers[page - 1], same, operation="o", per_page=1)
    assert list(walk) == [1, 2]


@pytest.mark.parametrize("stated", [0, -1])
def test_a_page_size_that_makes_no_sense_is_not_taken(stated: int) -> None:
    """The one that was asked for counts then."""
    answers = [View([1, 2], total=3, per_page=stated), View([3], total=3, per_page=stated)]
    walk = Pager(lambda page, _: answers[page - 1], same, operation="o", per_page=2)
    assert list(walk) == [1, 2, 3]


def test_empty_pages_cannot_move_the_end_away() -> None:
    """A server that states ever more empty pages is not followed for ever."""
    asked: list[int] = []

    def fetch(page: int, _: int) -> View:
        asked.append(page)
        assert len(asked) < 10
        return View([1] if page == 1 else [], total_pages=page + 2)

    assert list(Pager(fetch, same, operation="o", per_page=1)) == [1]
    assert asked == [1, 2, 3]


@pytest.mark.parametrize("total", [None, -1])
def test_a_total_that_is_not_stated_is_an_error(total: int | None) -> None:
    """`total` never guesses."""
    walk = Pager(lambda _, __: View([1], total=total), same, operation="o", per_page=1)
    with pytest.raises(PaginationError, match=r"^o: .*no total") as caught:
        walk.total()
    assert caught.value.operation == "o"


def test_the_total_of_an_empty_listing_is_zero() -> None:
    """Nothing is an answer."""
    assert pager(Server([])).total() == 0


@pytest.mark.parametrize(
    ("argument", "value"),
    [("page", 0), ("page", -1), ("per_page", 0), ("limit", -1), ("page", True), ("limit", True),
     ("limit", 1.5), ("per_page", "5"), ("page", None)],
)  # fmt: skip
def test_numbers_out_of_range_are_refused_by_name(argument: str, value: object) -> None:
    """Both pagers refuse them when they are made, before anything is fetched; what came is told."""
    numbers: dict[str, Any] = {"page": 1, "per_page": 1, "limit": None} | {argument: value}
    server = Server([])
    with pytest.raises(ArgumentError) as caught:
        Pager(server.fetch, same, operation="o", **numbers)
    assert caught.value.argument == argument
    got = value if type(value) is int else type(value).__name__
    assert re.search(rf"{argument} takes .*, not {got}\b", str(caught.value))
    with pytest.raises(ArgumentError) as caught:
        AsyncPager(server.afetch, same, operation="o", **numbers)
    assert caught.value.argument == argument
    assert server.asked == []


def test_a_pager_shows_its_settings_and_has_no_length() -> None:
    """`repr` fetches nothing; truth is not emptiness, and there is no `len`."""
    server = Server([])
    walk = pager(server, limit=4)
    assert repr(walk) == "Pager(operation='numbers.list', page=1, per_page=3, limit=4)"
    assert bool(walk)
    assert not hasattr(walk, "__len__")
    assert server.asked == []


@given(st.integers(1, 60), st.integers(2, 9))
def test_a_server_that_holds_pages_smaller_than_asked_loses_nothing(
    count: int, per_page: int
) -> None:
    """Where the end follows from the total, the page size that the server states counts."""
    server_size = per_page - 1
    pages = full_pages(count, server_size)

    def fetch(page: int, _: int) -> View:
        items = pages[page - 1] if page <= len(pages) else []
        return View(items=items, total=count, per_page=server_size)

    listing = Pager(fetch, same, operation="numbers.list", per_page=per_page)
    assert list(listing) == list(range(count))
