"""When two payloads of one schema mean the same.

- A member that is null is as good as missing, and so is a null item of a documented array.
- A member is known by its first name; a second name counts where the first holds nothing. A second
  name beside a first one that holds a value is a member like any unknown one.
- Times are instants, in microseconds; dates are days.
- Trailing commas are no part of an enum's word (erratum A-20).
- Numbers are equal by value, 1.0 is 1, but true is not 1.
- Everything else is as it came, in all of its depth.
"""

from __future__ import annotations

from generator.json_data import Json, JsonObject
from tests.client.payloads import shapes
from tests.client.payloads.times import microseconds

__all__ = ["as_it_came", "canonical"]


def canonical(name: str, value: Json) -> object:
    """Return a value that is equal for payloads which mean the same, and for no others.

    Args:
        name: Name of the component schema.
        value: A payload that fits it, oddities included.
    """
    return _canonical(shapes.component(name), value)


def as_it_came(value: Json) -> object:
    """Return a value that is equal for equal JSON; Python alone takes true for 1."""
    if isinstance(value, bool):
        return ("boolean", value)
    if isinstance(value, list):
        return [as_it_came(item) for item in value]
    if isinstance(value, dict):
        return {name: as_it_came(item) for name, item in value.items()}
    return value


def _canonical(shape: shapes.Shape, value: Json) -> object:
    match shape, value:
        case shapes.Reference(), _:
            return _canonical(shape.target, value)
        case shapes.Nullable(), _:
            return _canonical(shape.inner, value)
        case shapes.Object(), dict():
            return _members(shape, value)
        case shapes.Array(), list():
            return [_canonical(shape.item, item) for item in value if item is not None]
        case shapes.Moment(), str():
            return ("microseconds", microseconds(value))
        case shapes.Day(), str():
            return ("day", value.strip()[:10])
        case shapes.Word(), str():
            return value.rstrip(",")
        case _:
            return as_it_came(value)


def _members(shape: shapes.Object, value: JsonObject) -> dict[str, object]:
    left = {name: item for name, item in value.items() if item is not None}
    found: dict[str, object] = {}
    for member in shape.members:
        name = next((name for name in member.names if name in left), None)
        if name is not None:
            found[member.name] = _canonical(member.shape, left.pop(name))
    for name, item in left.items():
        # Where the document gives the shape of members of any name, it holds for them.
        extra = shape.extra if shape.extra is not None else shapes.Anything()
        found[name] = _canonical(extra, item)
    return found
