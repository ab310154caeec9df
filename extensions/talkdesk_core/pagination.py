"""Listings that span pages: when to ask for the next, and when a listing is over.

A `Pager` fetches one page after the other, as its reader asks for more. The decision is made in
one place (`_Walk`) for the blocking and the async pager.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from talkdesk_core.errors import ArgumentError, PaginationError

__all__ = ["AsyncPager", "PageView", "Pager"]

Item = TypeVar("Item")
Page = TypeVar("Page")


# Without slots: Python 3.11 cannot call `PageView[Item](…)` if the class is frozen and has slots.
@dataclass(frozen=True)
class PageView(Generic[Item]):
    """What a pager needs to know of a page, whatever its model looks like.

    Attributes:
        items: The items on the page.
        total: How many items the whole listing has; None if the page does not say.
        total_pages: How many pages it has; None if the page does not say.
        per_page: How many items a page holds at most; None if the page does not say. A server may
            hold it below what was asked for.
        has_next: Whether the page links to a next one. Pages may leave their links out, so False
            says nothing.
    """

    items: Sequence[Item]
    total: int | None = None
    total_pages: int | None = None
    per_page: int | None = None
    has_next: bool = False


class _Walk(Generic[Item]):
    """Decides, page by page, whether a listing goes on.

    The rules, in this order:

    1. A limit that is reached ends it.
    2. A page before the stated end is followed by the next, even if it is empty. The end is
       `total_pages`, or else what `total` makes with the page size that the server states, or
       else with the one that was asked for.
    3. Beyond the stated end, or where none is stated, a next link leads on: it is fresher than a
       count.
    4. Where no end is stated, a page with items leads on and an empty page ends the listing.

    Where only rules 3 and 4 lead on, nothing bounds the walk, so a second empty page in a row, or a
    page equal to the one before, is an error. An empty page cannot move the end further away.

    Args:
        operation: For errors.
        page: Number of the first page.
        per_page: The page size that is asked for.
        limit: How many items are wanted; None for all.
    """

    def __init__(self, operation: str, page: int, per_page: int, limit: int | None) -> None:
        self.page = page
        self.goes_on = limit != 0
        self._operation = operation
        self._per_page = per_page
        self._left = limit
        self._end: int | None = None
        self._before: Sequence[Item] | None = None

    def take(self, view: PageView[Item]) -> Sequence[Item]:
        """Return the wanted items of the page that was fetched, and decide how it goes on.

        Raises:
            PaginationError: The listing would never end.
        """
        items = view.items if self._left is None else view.items[: self._left]
        if self._left is not None:
            self._left -= len(items)
        self.goes_on = self._left != 0 and self._has_more(view)
        self._before = view.items
        self.page += 1
        return items

    def _has_more(self, view: PageView[Item]) -> bool:
        end = self._stated_end(view)
        if end is not None and not view.items and self._end is not None:
            end = min(end, self._end)
        self._end = end
        if end is not None and self.page < end:
            return True
        if not view.has_next and (end is not None or not view.items):
            return False
        if self._before is not None and self._repeats(view.items, self._before):
            msg = (
                f"page {self.page} brings nothing new and still leads on, so the listing would "
                "never end. Ask for pages one by one with `page`, or set a `limit`"
            )
            raise PaginationError(msg, operation=self._operation)
        return True

    def _stated_end(self, view: PageView[Item]) -> int | None:
        if view.total_pages is not None and view.total_pages >= 0:
            return view.total_pages
        if view.total is not None and view.total >= 0:
            per_page = view.per_page if view.per_page and view.per_page > 0 else self._per_page
            return -(-view.total // per_page)
        return None

    @staticmethod
    def _repeats(items: Sequence[Item], before: Sequence[Item]) -> bool:
        return len(items) == len(before) and all(
            one is other or one == other for one, other in zip(items, before, strict=True)
        )


class _Listing(Generic[Item, Page]):
    """The settings of a pager.

    Raises:
        ArgumentError: `page` or `per_page` is below 1, or `limit` below 0.
    """

    def __init__(
        self,
        view: Callable[[Page], PageView[Item]],
        *,
        operation: str,
        page: int,
        per_page: int,
        limit: int | None,
    ) -> None:
        _check("page", page, lowest=1)
        _check("per_page", per_page, lowest=1)
        if limit is not None:
            _check("limit", limit, lowest=0)
        self._view = view
        self._operation = operation
        self._page = page
        self._per_page = per_page
        self._limit = limit

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}(operation={self._operation!r}, page={self._page}, "
            f"per_page={self._per_page}, limit={self._limit})"
        )

    def _walk(self) -> _Walk[Item]:
        return _Walk(self._operation, self._page, self._per_page, self._limit)

    def _total_of(self, page: Page) -> int:
        total = self._view(page).total
        if total is None or total < 0:
            msg = "the reply states no total; count the items instead"
            raise PaginationError(msg, operation=self._operation)
        return total


class Pager(_Listing[Item, Page]):
    """A listing that fetches its pages while it is read.

    Nothing is fetched before it is read, and each iteration starts afresh. Items that are added or
    removed meanwhile move between pages, so a long listing may miss or repeat some.

    Args:
        fetch: Fetches a page by its number and size.
        view: Says what a page holds.
        operation: What is listed, for errors and `repr`.
        page: Number of the first page, 1 or more.
        per_page: Items per page to ask for, 1 or more.
        limit: Stop after so many items, 0 or more; None for all.

    Raises:
        ArgumentError: A number is out of its range.
    """

    def __init__(
        self,
        fetch: Callable[[int, int], Page],
        view: Callable[[Page], PageView[Item]],
        *,
        operation: str,
        page: int = 1,
        per_page: int,
        limit: int | None = None,
    ) -> None:
        super().__init__(view, operation=operation, page=page, per_page=per_page, limit=limit)
        self._fetch = fetch

    def __iter__(self) -> Iterator[Item]:
        walk = self._walk()
        while walk.goes_on:
            yield from walk.take(self._view(self._fetch(walk.page, self._per_page)))

    def pages(self) -> Iterator[Page]:
        """Iterate over whole pages; `limit` ends it with the page that reaches it.

        Raises:
            PaginationError: The listing would never end.
            TalkdeskError: As for the operation.
        """
        walk = self._walk()
        while walk.goes_on:
            page = self._fetch(walk.page, self._per_page)
            walk.take(self._view(page))
            yield page

    def first_page(self) -> Page:
        """Fetch the first page, whole, whatever the limit.

        Raises:
            TalkdeskError: As for the operation.
        """
        return self._fetch(self._page, self._per_page)

    def total(self) -> int:
        """Ask how many items the whole listing has, whatever `page` and `limit` are.

        Raises:
            PaginationError: The reply does not say.
            TalkdeskError: As for the operation.
        """
        return self._total_of(self._fetch(1, 1))


class AsyncPager(_Listing[Item, Page]):
    """The asynchronous twin of `Pager`: ``async for``, and ``await`` for single answers.

    Args:
        fetch: Fetches a page by its number and size.
        view: Says what a page holds.
        operation: What is listed, for errors and `repr`.
        page: Number of the first page, 1 or more.
        per_page: Items per page to ask for, 1 or more.
        limit: Stop after so many items, 0 or more; None for all.

    Raises:
        ArgumentError: A number is out of its range.
    """

    def __init__(
        self,
        fetch: Callable[[int, int], Awaitable[Page]],
        view: Callable[[Page], PageView[Item]],
        *,
        operation: str,
        page: int = 1,
        per_page: int,
        limit: int | None = None,
    ) -> None:
        super().__init__(view, operation=operation, page=page, per_page=per_page, limit=limit)
        self._fetch = fetch

    async def __aiter__(self) -> AsyncIterator[Item]:
        walk = self._walk()
        while walk.goes_on:
            for item in walk.take(self._view(await self._fetch(walk.page, self._per_page))):
                yield item

    async def pages(self) -> AsyncIterator[Page]:
        """Iterate over whole pages; `limit` ends it with the page that reaches it.

        Raises:
            PaginationError: The listing would never end.
            TalkdeskError: As for the operation.
        """
        walk = self._walk()
        while walk.goes_on:
            page = await self._fetch(walk.page, self._per_page)
            walk.take(self._view(page))
            yield page

    async def first_page(self) -> Page:
        """Fetch the first page, whole, whatever the limit.

        Raises:
            TalkdeskError: As for the operation.
        """
        return await self._fetch(self._page, self._per_page)

    async def total(self) -> int:
        """Ask how many items the whole listing has, whatever `page` and `limit` are.

        Raises:
            PaginationError: The reply does not say.
            TalkdeskError: As for the operation.
        """
        return self._total_of(await self._fetch(1, 1))


def _check(argument: str, value: object, *, lowest: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ArgumentError(argument, f"takes a whole number, not {type(value).__name__}")
    if value < lowest:
        raise ArgumentError(argument, f"takes {lowest} or more, not {value}")
