"""Valid payloads: what the document promises, to the letter."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from generator.json_data import Json, JsonObject
from tests.client.payloads import shapes, times
from tests.client.payloads.hand import TEXTS, Hand

__all__ = ["LENGTHS", "draw_value", "objects", "words"]

LENGTHS = (0, 1, 2, 1, 3, 2)
"""The lengths of arrays. An empty one tries nothing, so it is rare; payloads shrink towards it."""

_DEEPEST = 6
_FAR = 10**6


@cache
def objects(name: str) -> st.SearchStrategy[JsonObject]:
    """Return a strategy of valid payloads of a component schema that is an object."""

    @st.composite
    def draw_payload(draw: st.DrawFn) -> JsonObject:
        return _object(Hand(draw), shapes.object_component(name), 0)

    return draw_payload()


@cache
def words(name: str) -> st.SearchStrategy[str]:
    """Return a strategy of the words of a component schema that is an enum."""
    shape = shapes.component(name)
    if not isinstance(shape, shapes.Word):
        raise shapes.UnsupportedSchemaError(name)
    return st.sampled_from(shape.words)


def draw_value(hand: Hand, shape: shapes.Shape, depth: int = 0) -> Json:
    """Draw a valid value.

    Args:
        hand: What draws.
        shape: What to draw.
        depth: How many objects it lies in; deep ones hold required members only, so that a schema
            which holds itself has an end.
    """
    match shape:
        case shapes.Reference():
            return draw_value(hand, shape.target, depth)
        case shapes.Object():
            return _object(hand, shape, depth)
        case shapes.Array():
            length = hand.one_of(LENGTHS) if depth < _DEEPEST else 0
            return [draw_value(hand, shape.item, depth) for _ in range(length)]
        case shapes.Nullable():
            return None if hand.once_in(4) else draw_value(hand, shape.inner, depth)
        case shapes.Boolean():
            return hand.once_in(2)
        case shapes.Number():
            return _number(hand, shape)
        case shapes.Anything():
            return hand.anything()
        case _:
            return _string(hand, shape)


def _object(hand: Hand, shape: shapes.Object, depth: int) -> JsonObject:
    optional = [member for member in shape.members if not member.required]
    there = hand.some_of(optional) if depth < _DEEPEST else []
    found = {
        member.name: draw_value(hand, member.shape, depth + 1)
        for member in shape.members
        if member.required or member in there
    }
    if shape.extra is not None:
        for _ in range(hand.between(0, 2)):
            name = hand.name(but=shape.known)
            found[name] = draw_value(hand, shape.extra, depth + 1)
    return found


def _number(hand: Hand, shape: shapes.Number) -> int | float:
    low = -_FAR if shape.low is None else int(shape.low)
    high = low + _FAR if shape.high is None else int(shape.high)
    found = hand.one_of((low, high)) if hand.once_in(4) else hand.between(low, high)
    if shape.whole or hand.once_in(2):
        return found
    return min(found + hand.between(0, 3) / 4, float(high))


def _string(
    hand: Hand, shape: shapes.Word | shapes.Moment | shapes.Day | shapes.Uuid | shapes.Text
) -> str:
    match shape:
        case shapes.Word():
            return hand.one_of(shape.words)
        case shapes.Moment():
            return times.moment(hand)
        case shapes.Day():
            return times.day(hand)
        case shapes.Uuid():
            return f"{hand.between(0, 2**32 - 1):08x}-51a3-4a8e-b0f5-2f0c1a6d3b48"
        case shapes.Text():
            return _text(hand, shape)


def _text(hand: Hand, shape: shapes.Text) -> str:
    if shape.pattern is not None:
        return hand.matching(shape.pattern)
    found = hand.text() if shape.longest is None else hand.one_of(TEXTS)[: shape.longest]
    return found + "x" * (shape.shortest - len(found))
