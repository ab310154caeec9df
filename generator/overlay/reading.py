"""Overlay documents to typed overlays; everything that is wrong without a document is said here.

The shapes follow the Overlay Specification 1.0.0 and 1.1.0, "Overlay Object", "Info Object" and
"Action Object".
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.documents import read_document
from generator.errors import DuplicateKeyError
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
    ContradictoryActionError,
    IdleActionError,
    OverlayShapeError,
    OverlayVersionError,
    Place,
    RepeatedKeyError,
    UnknownKeyError,
)
from generator.overlay.model import (
    Action,
    Change,
    Copy,
    Keep,
    Overlay,
    OverlayVersion,
    Remove,
    Update,
)
from generator.overlay.querying import Query

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERSION = re.compile(r"(1\.[01])\.[0-9]+")
_ROOT_KEYS = frozenset({"overlay", "info", "extends", "actions"})
_INFO_KEYS = {
    OverlayVersion.V1_0: frozenset({"title", "version"}),
    OverlayVersion.V1_1: frozenset({"title", "version", "description"}),
}
_ACTION_KEYS = {
    OverlayVersion.V1_0: frozenset({"target", "description", "update", "remove"}),
    OverlayVersion.V1_1: frozenset({"target", "description", "update", "remove", "copy"}),
}


def read_overlay(path: Path | str) -> Overlay:
    """Read an overlay file.

    Args:
        path: Ends in `.json`, `.yaml` or `.yml`.

    Raises:
        DocumentError: The file cannot be read as a document.
        OverlayError: The document is no overlay; a repeated key is told as `RepeatedKeyError`.
    """
    path = Path(path)
    try:
        data = read_document(path)
    except DuplicateKeyError as error:
        place = _place_of(error.location, error.partial, path)
        line = "" if error.line is None else f"line {error.line}: "
        raise RepeatedKeyError(
            place,
            f"{line}the key {error.key!r} stands twice in {location_text(error.location)}; "
            "keep one of the two",
        ) from error
    return parse_overlay(data, path)


def parse_overlay(data: Mapping[str, Json], path: Path) -> Overlay:
    """Return the overlay that the data describes; later changes of the data do not touch it.

    Args:
        data: The overlay document.
        path: Only for messages.

    Raises:
        OverlayError: The data is no overlay of version 1.0 or 1.1; which of the subclasses says
            what is wrong.
    """
    place = Place(path)
    # The version first: it decides which keys there are.
    version = _version(data, place)
    _refuse_unknown_keys(data, _ROOT_KEYS, version, place, "at the root")
    info = data.get("info")
    if not isinstance(info, dict):
        raise _wrong_type(place, "info", "an object", data)
    _refuse_unknown_keys(info, _INFO_KEYS[version], version, place, "in info")
    title = _text(info, "title", place, "info.title")
    revision = _text(info, "version", place, "info.version")
    _optional_text(info, "description", place, "info.description")
    extends = _optional_text(data, "extends", place)
    actions = data.get("actions")
    if not isinstance(actions, list):
        raise _wrong_type(place, "actions", "an array", data)
    if not actions:
        raise OverlayShapeError(place, "actions is empty; an overlay has one action or more")
    return Overlay(
        path=path,
        version=version,
        title=title,
        revision=revision,
        extends=extends,
        actions=tuple(
            _action(action, version, _action_place(path, number, action))
            for number, action in enumerate(actions, start=1)
        ),
        extensions=_extensions(data),
    )


def _version(data: Mapping[str, Json], place: Place) -> OverlayVersion:
    text = data.get("overlay")
    if not isinstance(text, str):
        raise _wrong_type(place, "overlay", 'a string such as "1.1.0"', data)
    match = _VERSION.fullmatch(text)
    if match is None:
        raise OverlayVersionError(
            place, f"overlay is {text!r}; versions 1.0 and 1.1 are supported, as in 1.1.0"
        )
    return OverlayVersion(match[1])


def _action(data: Json, version: OverlayVersion, place: Place) -> Action:
    if not isinstance(data, dict):
        raise OverlayShapeError(place, f"an action is an object, {kind_of(data)} was found")
    _refuse_unknown_keys(data, _ACTION_KEYS[version], version, place, "in the action")
    _optional_text(data, "x-erratum", place)
    return Action(
        place=place,
        target=Query.compile(_text(data, "target", place), place),
        change=_change(data, place),
        matches=_matches(data, place),
        description=_optional_text(data, "description", place),
        extensions=_extensions(data),
    )


def _change(data: JsonObject, place: Place) -> Change:
    """Return the action's one modifier.

    The specification says that `remove: true` makes `update` and `copy` idle, and that `update`
    and `copy` make each other idle: whoever wrote both meant something else.
    """
    remove = data.get("remove", False)
    if not isinstance(remove, bool):
        raise _wrong_type(place, "remove", "true or false", data)
    named = [key for key in ("update", "copy") if key in data]
    if remove and named:
        raise ContradictoryActionError(
            place, f"{named[0]} stands beside remove: true; make it two actions"
        )
    if len(named) > 1:
        raise ContradictoryActionError(place, "update stands beside copy; make it two actions")
    if remove:
        return Remove()
    if "update" in data:
        return Update(copy_json(data["update"]))
    if "copy" in data:
        return Copy(Query.compile(_text(data, "copy", place), place))
    if "remove" in data:
        return Keep()
    # "Overlay" under "Definitions": each action has a target and a modifier. A bare target is
    # what a forgotten or wrongly indented line leaves.
    raise IdleActionError(place, "the action has a target but no update, copy or remove")


def _matches(data: JsonObject, place: Place) -> int | None:
    if "x-matches" not in data:
        return None
    count = data["x-matches"]
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise OverlayShapeError(
            place, "x-matches is the number of nodes that the target selects, zero or more"
        )
    return count


def _text(data: Mapping[str, Json], key: str, place: Place, name: str | None = None) -> str:
    value = data.get(key)
    if not isinstance(value, str):
        raise _wrong_type(place, key, "a string", data, name)
    return value


def _optional_text(
    data: Mapping[str, Json], key: str, place: Place, name: str | None = None
) -> str | None:
    return _text(data, key, place, name) if key in data else None


def _extensions(data: Mapping[str, Json]) -> JsonObject:
    return copy_object({key: value for key, value in data.items() if key.startswith("x-")})


def _refuse_unknown_keys(
    data: Mapping[str, Json],
    known: frozenset[str],
    version: OverlayVersion,
    place: Place,
    where: str,
) -> None:
    for key in data:
        if key not in known and not key.startswith("x-"):
            raise UnknownKeyError(
                place,
                f"unknown key {key!r} {where}; Overlay {version.value} knows "
                f"{', '.join(sorted(known))} and names that begin with x-",
            )


def _wrong_type(
    place: Place, key: str, needed: str, data: Mapping[str, Json], name: str | None = None
) -> OverlayShapeError:
    found = f"{kind_of(data[key])} was found" if key in data else "it is missing"
    return OverlayShapeError(place, f"{name or key} must be {needed}; {found}")


def _action_place(path: Path, number: int, action: Json) -> Place:
    """Return the place of an action that may be anything, so that every message can name it."""
    if not isinstance(action, dict):
        return Place(path, number)
    erratum, target = action.get("x-erratum"), action.get("target")
    return Place(
        path,
        number,
        erratum=erratum if isinstance(erratum, str) else None,
        target=target if isinstance(target, str) else None,
    )


def _place_of(location: Location, data: Json, path: Path) -> Place:
    match location, data:
        case ("actions", int(index), *_), {"actions": [*actions]}:
            return _action_place(path, index + 1, actions[index])
        case _:
            return Place(path)
