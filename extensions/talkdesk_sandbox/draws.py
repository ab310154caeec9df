"""Random choices that repeat: the same seed gives the same rows on every Python version."""

from collections.abc import Sequence
from random import Random
from typing import Generic, TypeVar
from uuid import UUID

T = TypeVar("T")


class Draws:
    """A stream of choices that follows from a seed and the stream's name.

    Only ``random()`` and ``getrandbits()`` are used: they alone of :class:`random.Random` promise
    the same sequence in later Python versions. A string seed is hashed with SHA-512, so the
    interpreter's hash seed has no part in it. Two streams of one seed do not disturb each other.
    """

    def __init__(self, seed: int, stream: str) -> None:
        self._random = Random(f"{seed}/{stream}")  # noqa: S311  (rows must repeat; nothing is guarded)

    def below(self, bound: int) -> int:
        """Return a whole number from 0 to ``bound`` - 1."""
        return int(self._random.random() * bound)

    def between(self, lowest: int, highest: int) -> int:
        """Return a whole number from ``lowest`` to ``highest``, both included."""
        return lowest + self.below(highest - lowest + 1)

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of ``choices``, which must not be empty."""
        return choices[self.below(len(choices))]

    def hex(self, digits: int) -> str:
        """Return ``digits`` lower-case hexadecimal digits."""
        return f"{self._random.getrandbits(4 * digits):0{digits}x}"

    def uuid(self) -> str:
        """Return a version 4 UUID in its usual text form."""
        return str(UUID(int=self._random.getrandbits(128), version=4))

    def shuffled(self, cards: Sequence[T]) -> list[T]:
        """Return a copy of ``cards`` in random order (Fisher-Yates)."""
        order = list(cards)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order


class Deck(Generic[T]):
    """Deals cards in random order and shuffles anew when all are dealt.

    Unlike independent choices it promises that every card comes within its own length, so that
    a small data set shows every value.

    Args:
        draws: Where the order comes from.
        cards: At least one card; a card that stands there twice comes twice as often.
    """

    def __init__(self, draws: Draws, cards: Sequence[T]) -> None:
        self._draws = draws
        self._cards = cards
        self._left: list[T] = []

    def deal(self) -> T:
        """Return the next card."""
        if not self._left:
            self._left = self._draws.shuffled(self._cards)
        return self._left.pop()
