"""Where the pages of filtered listings begin, so that the next page is found without counting."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, Generic, TypeVar

K = TypeVar("K")

_MOST_LISTINGS: Final = 64
_MOST_PLACES: Final = 2048


class Places:
    """What is known of one filtered listing.

    Args:
        total: Number of its items.
        first: Position of the first item, or any if there is none.
    """

    def __init__(self, total: int, first: int) -> None:
        self.total = total
        # Kept places are this far apart, so that a listing of any length has few of them.
        self._distance = max(total // _MOST_PLACES, 1)
        self._ranks = [0]
        self._positions = [first - 1]
        self._latest = 0, first - 1

    def before(self, rank: int) -> tuple[int, int]:
        """Return the nearest known place at or before an item.

        After a page the place where it ended is known; any other item lies some thousandths of
        the listing behind a place at most, if the pages up to it were served.

        Args:
            rank: Number of the item within the listing, from 0.

        Returns:
            How many items lie up to a position, at most ``rank``, and that position.
        """
        index = bisect_right(self._ranks, rank) - 1
        kept = self._ranks[index], self._positions[index]
        return self._latest if kept[0] < self._latest[0] <= rank else kept

    def remember(self, rank: int, position: int) -> None:
        """Keep a place: ``rank`` items, from 1, lie up to ``position``."""
        self._latest = rank, position
        index = bisect_right(self._ranks, rank)
        neighbours = self._ranks[index - 1 : index + 1]
        if all(abs(rank - each) >= self._distance for each in neighbours):
            self._ranks.insert(index, rank)
            self._positions.insert(index, position)


class PlaceBook(Generic[K]):
    """The places of the listings that were asked for last, all of one version of the data."""

    def __init__(self) -> None:
        self._version = -1
        self._listings: OrderedDict[K, Places] = OrderedDict()

    def places(self, version: int, listing: K, survey: Callable[[], Places]) -> Places:
        """Return what is known of a listing.

        Args:
            version: Number that every change of the data changes; what was known before is dropped.
            listing: Names the listing.
            survey: Counts it, when nothing is known of it.
        """
        if version != self._version:
            self._listings.clear()
            self._version = version
        known = self._listings.get(listing)
        if known is None:
            known = self._listings[listing] = survey()
            if len(self._listings) > _MOST_LISTINGS:
                self._listings.popitem(last=False)
        self._listings.move_to_end(listing)
        return known
