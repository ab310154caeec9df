"""The merge rules of the specification ("Action Object"), on data alone.

All functions change their target in place, and put copies of the value's parts into it: two
targets that take the same value never share an object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.json_data import Json, JsonObject, Location, copy_json, kind_of, location_text

if TYPE_CHECKING:
    from collections.abc import Mapping


class TypeClashError(ValueError):
    """Two values that no rule merges.

    Attributes:
        location: The place in the document.
    """

    def __init__(self, location: Location, target: Json, value: Json) -> None:
        self.location = location
        super().__init__(
            f"{kind_of(value)} cannot be merged into {kind_of(target)} at "
            f"{location_text(location)}; remove it first if it is to be replaced"
        )


def is_primitive(value: Json) -> bool:
    """Tell whether the value is neither object nor array; null is primitive (RFC 8259)."""
    return not isinstance(value, dict | list)


def merge_object(target: JsonObject, value: Mapping[str, Json], location: Location) -> None:
    """Merge the value's members into the target, recursively.

    Members that only one of the two has are kept or inserted, in the order target, value. Where
    both have one, a primitive replaces a primitive, an array is concatenated with an array, and
    objects are merged; both versions of the specification agree on this.

    Args:
        target: Changed in place; not fit for use if an error is raised.
        value: Left as it is.
        location: The target's place, for messages.

    Raises:
        TypeClashError: Both have a member, of kinds that do not merge.
    """
    for key, item in value.items():
        if key not in target:
            target[key] = copy_json(item)
            continue
        existing = target[key]
        place = (*location, key)
        if isinstance(existing, dict) and isinstance(item, dict):
            merge_object(existing, item, place)
        elif isinstance(existing, list) and isinstance(item, list):
            concatenate(existing, item)
        elif is_primitive(existing) and is_primitive(item):
            target[key] = item
        else:
            raise TypeClashError(place, existing, item)


def concatenate(target: list[Json], value: list[Json]) -> None:
    """Append a copy of every item."""
    target.extend([copy_json(item) for item in value])


def append(target: list[Json], value: Json) -> None:
    """Append a copy of the value as one item."""
    target.append(copy_json(value))
