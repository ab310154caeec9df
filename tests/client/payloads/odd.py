"""Odd payloads: what servers send all the same. Every one of them has to be read, without loss."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from hypothesis import strategies as st

from generator.json_data import Json, JsonObject, Location
from tests.client.payloads import shapes, times, valid
from tests.client.payloads.hand import Hand

__all__ = ["Odd", "draw_odd", "objects"]

_SURROGATES = ("\ud800", "a\udfff", "\udc00\ud800")
_EXACT = 2**53
_DEEPEST = 12  # steps from the root; beyond, a schema that holds itself comes to its end


@dataclass(slots=True)
class Odd:
    """An odd payload.

    Attributes:
        value: The payload.
        places: Every place with a value that a reader has to look at, and its shape; not what lies
            in unknown members, and no second name beside a first one.
    """

    value: JsonObject
    places: list[tuple[Location, shapes.Shape]] = field(
        default_factory=list[tuple[Location, shapes.Shape]]
    )


@cache
def objects(name: str) -> st.SearchStrategy[JsonObject]:
    """Return a strategy of odd payloads of a component schema that is an object."""

    @st.composite
    def draw_payload(draw: st.DrawFn) -> JsonObject:
        return draw_odd(Hand(draw), name).value

    return draw_payload()


def draw_odd(hand: Hand, name: str) -> Odd:
    """Draw an odd payload of a component schema that is an object."""
    maker = _Maker(hand)
    value = maker.draw_object(shapes.object_component(name), ())
    return Odd(value, maker.places)


class _Maker:
    """Draws one payload from the top down and remembers its places."""

    def __init__(self, hand: Hand) -> None:
        self._hand = hand
        self.places: list[tuple[Location, shapes.Shape]] = []

    def draw(self, shape: shapes.Shape, at: Location) -> Json:
        """Draw a value that is not null."""
        hand = self._hand
        match shape:
            case shapes.Reference():
                return self.draw(shape.target, at)
            case shapes.Nullable():
                return self.draw(shape.inner, at)
            case _:
                self.places.append((at, shape))
        match shape:
            case shapes.Object():
                return self.draw_object(shape, at)
            case shapes.Array():
                return [
                    None if hand.once_in(6) else self.draw(shape.item, (*at, position))
                    for position in range(hand.one_of(valid.LENGTHS))
                ]
            case shapes.Word() if hand.once_in(3):
                known = hand.one_of(shape.words)
                return hand.one_of((f"{known},", "PARKED", f"{known},,", ",", "", hand.text()))
            case shapes.Moment() if hand.once_in(2):
                return times.odd_moment(hand)
            case shapes.Day() if hand.once_in(3):
                return times.moment(hand)
            case shapes.Number() if hand.once_in(2):
                return self._number(shape)
            case shapes.Text() if hand.once_in(2):
                return self._text()  # lengths are for requests; a reply is read whatever they are
            case _:
                return valid.draw_value(hand, shape)

    def draw_object(self, shape: shapes.Object, at: Location) -> JsonObject:
        """Draw an object: any member may be missing, null or unknown."""
        hand = self._hand
        found: JsonObject = {}
        if shape.extra is not None or hand.once_in(3):
            for _ in range(hand.between(0, 2)):
                found[hand.name(but=shape.known)] = hand.anything(self._text)
        optional = [member for member in shape.members if not member.required]
        there = hand.some_of(optional) if len(at) < _DEEPEST else []
        for member in shape.members:
            if member in there or (member.required and not hand.once_in(12)):
                self._member(found, member, at)
        return found

    def _member(self, found: JsonObject, member: shapes.Member, at: Location) -> None:
        """Give a member by one of its names, or null, or both."""
        hand = self._hand
        name = member.name
        if member.aliases and hand.once_in(2):
            name = hand.one_of(member.names)
            match hand.between(0, 2):
                case 0:
                    found.update(dict.fromkeys(member.names))  # the others are null
                case 1:
                    behind = member.names[member.names.index(name) + 1 :]
                    # Behind a name that holds a value, another one is like an unknown member.
                    found.update({other: hand.anything() for other in behind})
                case _:
                    pass
        elif hand.once_in(12):
            found[name] = None
            return
        found[name] = self.draw(member.shape, (*at, name))

    def _text(self) -> str:
        """Draw any string; one that no UTF-8 can hold has to be an escape in the JSON text."""
        hand = self._hand
        return hand.one_of(_SURROGATES) if hand.once_in(24) else hand.text()

    def _number(self, shape: shapes.Number) -> int | float:
        """Draw 1.0 for 1, 1 for 1.0, or a number beyond the bounds."""
        hand = self._hand
        number = valid.draw_value(hand, shape)
        whole = hand.between(0, 2) != 0
        if whole and shape.whole and isinstance(number, int):
            return float(number)
        return hand.one_of((0, -1, _EXACT, -_EXACT, 2**63, 2**64 + 1))
