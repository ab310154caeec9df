"""Broken payloads: odd ones in which at least one value, at a known place, has a wrong type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from generator.json_data import Json, JsonObject, Location
from tests.client.payloads import shapes, times
from tests.client.payloads.hand import Hand
from tests.client.payloads.odd import draw_odd

__all__ = ["BREAKABLE", "MARKS", "Broken", "objects", "value_at"]

MARKS = ("7Qx private", "99887766", "424242.5")
"""Texts of which one is in every wrong value that has any; no error may tell them."""

_WRONG_TEXTS: tuple[Json, ...] = ("", "1", "true", MARKS[0])
_WRONG_NUMBERS: tuple[Json, ...] = (99887766, 424242.5)
_WRONG_BOOLEANS: tuple[Json, ...] = (True, False)
_WRONG_ARRAYS: tuple[Json, ...] = ([], [MARKS[0]], [[99887766]])
_WRONG_OBJECTS: tuple[Json, ...] = ({}, {MARKS[0]: MARKS[0]}, {"href": 99887766})


@dataclass(slots=True)
class Broken:
    """A broken payload.

    Attributes:
        value: The payload.
        places: Where its wrong values are.
    """

    value: JsonObject
    places: list[Location]


def _can_break(name: str) -> bool:
    return any(
        not isinstance(member.shape, shapes.Anything)
        for member in shapes.object_component(name).members
    )


BREAKABLE = tuple(name for name in shapes.OBJECTS if _can_break(name))
"""The schemas of objects in which a value can be wrong; where all may be anything, none is."""


@cache
def objects(name: str) -> st.SearchStrategy[Broken]:
    """Return a strategy of broken payloads of a component schema, one of `BREAKABLE`."""

    @st.composite
    def draw_payload(draw: st.DrawFn) -> Broken:
        hand = Hand(draw)
        odd = draw_odd(hand, name)
        places = [place for place in odd.places if not isinstance(place[1], shapes.Anything)]
        if not places:
            member = hand.one_of(shapes.object_component(name).members)
            places = [((member.name,), member.shape)]
        wrong: list[Location] = []
        for _ in range(2 if hand.once_in(4) else 1):
            at, shape = hand.one_of(places)
            if not any(at[: len(other)] == other or other[: len(at)] == at for other in wrong):
                _replace(odd.value, at, _wrong(hand, shape))
                wrong.append(at)
        return Broken(odd.value, wrong)

    return draw_payload()


def value_at(value: Json, at: Location) -> Json:
    """Return what is at a place.

    Raises:
        LookupError: Nothing is there.
    """
    for step in at:
        match value, step:
            case dict(), str():
                value = value[step]
            case list(), int():
                value = value[step]
            case _:
                raise LookupError(step)
    return value


def _replace(value: JsonObject, at: Location, wrong: Json) -> None:
    match value_at(value, at[:-1]), at[-1]:
        case dict() as parent, str() as name:
            parent[name] = wrong
        case list() as parent, int() as position:
            parent[position] = wrong
        case _:
            raise LookupError(at)


def _wrong(hand: Hand, shape: shapes.Shape) -> Json:
    """Draw a value that has another type than the shape, and is not null."""
    match shape:
        case shapes.Reference():
            return _wrong(hand, shape.target)
        case shapes.Nullable():
            return _wrong(hand, shape.inner)
        case shapes.Object():
            kinds = [_WRONG_TEXTS, _WRONG_NUMBERS, _WRONG_BOOLEANS, _WRONG_ARRAYS]
        case shapes.Array():
            kinds = [_WRONG_TEXTS, _WRONG_NUMBERS, _WRONG_BOOLEANS, _WRONG_OBJECTS]
        case shapes.Boolean():
            kinds = [_WRONG_TEXTS, _WRONG_NUMBERS, (0, 1), _WRONG_ARRAYS, _WRONG_OBJECTS]
        case shapes.Number():
            fractions: tuple[Json, ...] = (424242.5,) if shape.whole else ()
            kinds = [_WRONG_TEXTS, fractions or _WRONG_BOOLEANS, _WRONG_BOOLEANS]
            kinds += [_WRONG_ARRAYS, _WRONG_OBJECTS]
        case shapes.Moment() | shapes.Day():
            texts: tuple[Json, ...] = (MARKS[0], *times.NO_TIMES)
            kinds = [texts, _WRONG_NUMBERS, _WRONG_BOOLEANS, _WRONG_ARRAYS, _WRONG_OBJECTS]
        case _:
            kinds = [_WRONG_NUMBERS, _WRONG_BOOLEANS, _WRONG_ARRAYS, _WRONG_OBJECTS]
    return hand.one_of(hand.one_of(kinds))
