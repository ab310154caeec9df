"""Overlays applied to a document.

Each action first finds all of its nodes and then changes them, so that a node which the action
itself adds is never one of its matches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.json_data import (
    Json,
    JsonObject,
    Location,
    copy_json,
    copy_object,
    kind_of,
    location_text,
)
from generator.overlay.errors import (
    CopySourceError,
    IncompatibleMergeError,
    MatchCountError,
    PrimitiveTargetError,
    RootRemovalError,
)
from generator.overlay.merging import (
    TypeClashError,
    append,
    concatenate,
    is_primitive,
    merge_object,
)
from generator.overlay.model import Action, Copy, Keep, Overlay, OverlayVersion, Remove, Update

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def apply_overlays(document: Mapping[str, Json], overlays: Iterable[Overlay]) -> JsonObject:
    """Return a new document with every action of every overlay applied, in order.

    The result shares no object with the document, with an overlay, or between two of its own
    places, whatever the document shares.

    Raises:
        OverlayError: An action does not fit the document as the actions before it left it.
    """
    result = copy_object(dict(document))
    for _ in apply_actions(result, overlays):
        pass
    return result


def apply_actions(
    document: JsonObject, overlays: Iterable[Overlay]
) -> Iterator[tuple[Action, list[Location]]]:
    """Apply the actions of every overlay to the document itself, one at each step, in order.

    Args:
        document: Changed in place; no two of its places share an object. Not fit for use if an
            error is raised.
        overlays: In the order in which they apply.

    Yields:
        The action that was just applied, and the places outside which it left everything as it
        was; an object on the way to one may be new. What is merged into an object changes only the
        members that it has itself.

    Raises:
        OverlayError: An action does not fit the document as the actions before it left it.
    """
    for overlay in overlays:
        for action in overlay.actions:
            yield action, _apply(document, action, overlay.version)


def _apply(document: JsonObject, action: Action, version: OverlayVersion) -> list[Location]:
    locations = action.target.locate(document)
    _require_matches(action, len(locations))
    match action.change:
        case Update(value):
            _merge(document, action, locations, value, version)
            return _merged(locations, value)
        case Copy(source):
            places = source.locate(document)
            if len(places) != 1:
                raise CopySourceError(
                    action.place,
                    f"copy {source.text} selects {_nodes(len(places))}; exactly one is needed",
                )
            # Copied before anything changes: the source may lie within a target.
            value = copy_json(_value_at(document, places[0]))
            _merge(document, action, locations, value, version)
            return _merged(locations, value)
        case Remove():
            _remove(document, action, locations, version)
            return locations
        case Keep():
            return []


def _merged(locations: list[Location], value: Json) -> list[Location]:
    """Return the places that a merge with the value can change."""
    if isinstance(value, dict) and value:
        return [
            place
            for key, item in value.items()
            for place in _merged([(*location, key) for location in locations], item)
        ]
    return locations


def _require_matches(action: Action, count: int) -> None:
    if action.matches is None:
        if not count:
            raise MatchCountError(
                action.place,
                "the target matches nothing; correct it, or delete the action if the document "
                "no longer needs it",
            )
    elif count != action.matches:
        raise MatchCountError(
            action.place, f"the target matches {_nodes(count)}, x-matches says {action.matches}"
        )


def _merge(
    document: JsonObject,
    action: Action,
    locations: list[Location],
    value: Json,
    version: OverlayVersion,
) -> None:
    if version is OverlayVersion.V1_1:
        _require_one_kind(document, action, locations)
    try:
        for location in locations:
            _merge_at(document, action, location, value, version)
    except TypeClashError as error:
        raise IncompatibleMergeError(action.place, str(error)) from error


def _merge_at(
    document: JsonObject,
    action: Action,
    location: Location,
    value: Json,
    version: OverlayVersion,
) -> None:
    target = _value_at(document, location)
    if isinstance(target, dict) and isinstance(value, dict):
        merge_object(target, value, location)
    elif isinstance(target, list):
        # 1.0: the value is "an entry to append", an array too; 1.1 concatenates arrays.
        if isinstance(value, list) and version is OverlayVersion.V1_1:
            concatenate(target, value)
        else:
            append(target, value)
    elif is_primitive(target) and version is OverlayVersion.V1_0:
        raise PrimitiveTargetError(
            action.place,
            f"{location_text(location)} is {kind_of(target)}, which Overlay 1.0 cannot update; "
            "select the object that contains it, or use overlay: 1.1.0",
        )
    elif is_primitive(target) and is_primitive(value):
        _put(document, location, value)
    else:
        raise TypeClashError(location, target, value)


def _require_one_kind(document: JsonObject, action: Action, locations: list[Location]) -> None:
    """Check the rule of 1.1 that all nodes are objects, or all arrays, or all primitives."""
    kinds = {
        "objects"
        if isinstance(value, dict)
        else "arrays"
        if isinstance(value, list)
        else "primitives"
        for value in (_value_at(document, location) for location in locations)
    }
    if len(kinds) > 1:
        raise IncompatibleMergeError(
            action.place,
            f"the target matches {' and '.join(sorted(kinds))}; Overlay 1.1 wants one kind",
        )


def _remove(
    document: JsonObject, action: Action, locations: list[Location], version: OverlayVersion
) -> None:
    """Take out all nodes.

    The containers are found before anything is taken out, and the items of each array go from
    the last to the first, so that no index shifts under another. A node within another one goes
    with it; to take it out of what is thrown away does no harm.
    """
    members: list[tuple[JsonObject, str]] = []
    items: list[tuple[list[Json], int]] = []
    for location in locations:
        if not location:
            raise RootRemovalError(
                action.place, "the document itself cannot be removed; select what is inside it"
            )
        holder, key = _value_at(document, location[:-1]), location[-1]
        if isinstance(holder, dict) and isinstance(key, str):
            members.append((holder, key))
        elif isinstance(holder, list) and isinstance(key, int):
            # 1.0 says so, while its official cases do remove primitive members of objects.
            if version is OverlayVersion.V1_0 and is_primitive(holder[key]):
                raise PrimitiveTargetError(
                    action.place,
                    f"{location_text(location)} is {kind_of(holder[key])} in an array, which "
                    "Overlay 1.0 cannot remove; use overlay: 1.1.0",
                )
            items.append((holder, key))
    for holder, name in members:
        del holder[name]
    for array, index in sorted(items, key=lambda item: item[1], reverse=True):
        del array[index]


def _value_at(document: JsonObject, location: Location) -> Json:
    value: Json = document
    for part in location:
        value = _child(value, part)
    return value


def _child(value: Json, part: str | int) -> Json:
    match value, part:
        case dict(), str():
            return value[part]
        case list(), int():
            return value[part]
        case _:
            raise _lost(part)


def _put(document: JsonObject, location: Location, value: Json) -> None:
    holder, part = _value_at(document, location[:-1]), location[-1]
    match holder, part:
        case dict(), str():
            holder[part] = value
        case list(), int():
            holder[part] = value
        case _:
            raise _lost(part)


def _lost(part: str | int) -> LookupError:
    """Return the error for a location that was not found in this document: a bug of ours."""
    return LookupError(f"{part!r} does not lead on from here")


def _nodes(count: int) -> str:
    return "one node" if count == 1 else f"{count or 'no'} nodes"
