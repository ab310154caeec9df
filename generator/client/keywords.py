"""Which keywords of a schema the writers check; any other one would be dropped in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.client.combining import constraints
from generator.client.refusals import UnsupportedError
from generator.client.shapes import Catalog, Kind, Shape
from generator.navigation import as_list, as_object, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.json_data import JsonObject

# The keywords that bound values of one type, and say nothing of other values (JSON Schema 2020-12,
# Validation, section 6, and Applicator, section 10).
_OF_STRINGS = frozenset({"format", "maxLength", "minLength", "pattern"})
_OF_NUMBERS = frozenset(
    {"exclusiveMaximum", "exclusiveMinimum", "format", "maximum", "minimum", "multipleOf"}
)
_OF_ARRAYS = frozenset(
    {
        *("contains", "items", "maxContains", "maxItems", "minContains", "minItems"),
        *("prefixItems", "unevaluatedItems", "uniqueItems"),
    }
)
_OF_OBJECTS = frozenset(
    {
        *("additionalProperties", "dependentRequired", "dependentSchemas", "maxProperties"),
        *("minProperties", "patternProperties", "properties", "propertyNames", "required"),
        "unevaluatedProperties",
    }
)
_OF_ANY_TYPE = _OF_STRINGS | _OF_NUMBERS | _OF_ARRAYS | _OF_OBJECTS
# By kind: the keywords that bound its type, and those of them that its writer checks.
_CHECKED: dict[Kind, tuple[frozenset[str], frozenset[str]]] = {
    Kind.ANY: (_OF_ANY_TYPE, frozenset({"format"})),
    Kind.TEXT: (_OF_STRINGS, _OF_STRINGS),
    Kind.MOMENT: (_OF_STRINGS, frozenset({"format"})),
    Kind.DAY: (_OF_STRINGS, frozenset({"format"})),
    Kind.INTEGER: (_OF_NUMBERS, _OF_NUMBERS),
    Kind.NUMBER: (_OF_NUMBERS, _OF_NUMBERS),
    Kind.BOOLEAN: (frozenset(), frozenset()),
    Kind.WORD: (_OF_STRINGS, frozenset({"enum", "format"})),
    Kind.CODE: (_OF_NUMBERS, frozenset({"enum", "format"})),
    Kind.ARRAY: (_OF_ARRAYS, frozenset({"items", "maxItems", "minItems", "uniqueItems"})),
    Kind.OBJECT: (
        _OF_OBJECTS,
        frozenset({"additionalProperties", "allOf", "minProperties", "properties", "required"}),
    ),
}

__all__ = ["least_members", "require_checked", "require_checked_members"]


def require_checked(shape: Shape) -> None:
    """Refuse a shape that is sent and has a keyword that its writer does not check.

    The members of an object are left to `require_checked_members`, as those of a model.

    Raises:
        UnsupportedError: It has one.
    """
    # What stands beside the branches of a union has been handed to them.
    told = shape.kind in {Kind.UNION, Kind.OBJECT}
    unchecked = () if told else _unchecked(shape.kind, constraints(shape.schema))
    _refuse([*shape.beside, *unchecked])


def _unchecked(kind: Kind, stated: JsonObject) -> Iterator[str]:
    if "const" in stated:
        # Bounds of a constant say nothing, or that it is none.
        yield from stated.keys() - {"const", "type"}
        return
    bounding, checked = _CHECKED[kind]
    idle = (_OF_ANY_TYPE - bounding) | checked
    if kind is not Kind.ANY:
        idle |= {"type"}
    yield from (keyword for keyword in stated if keyword not in idle)


def _refuse(keywords: Iterable[str]) -> None:
    named = ", ".join(dict.fromkeys(keywords))
    if named:
        raise UnsupportedError(
            f"the client does not check {named} here; say it otherwise, or leave it out, by an "
            "overlay"
        )


def require_checked_members(catalog: Catalog, schema: JsonObject) -> None:
    """Refuse an object that is sent and has a keyword that its model does not check.

    Raises:
        UnsupportedError: It has one, requires a member that it does not describe, or describes one
            member differently in two parts of an `allOf`.
    """
    members: dict[str, JsonObject] = {}
    further: list[JsonObject] = []
    for part in _parts(catalog, schema):
        _refuse(_unchecked(Kind.OBJECT, constraints(part)))
        if part.get("type", "object") != "object":
            raise UnsupportedError(f"an object of type {part['type']} has no branch here")
        for name, stated in as_object(part.get("properties")).items():
            member = constraints(as_object(stated))
            if members.setdefault(name, member) != member:
                raise UnsupportedError(
                    f"the member {name} is described twice, and differently; write one schema by "
                    "an overlay"
                )
        others = part.get("additionalProperties")
        further += [others] if isinstance(others, dict) else []
    if any(each != further[0] for each in further):
        _refuse(["additionalProperties"])
    unknown = [name for name in catalog.required(schema) if name not in members]
    if unknown:
        raise UnsupportedError(
            f"it requires {', '.join(unknown)}, which it does not describe; do so by an overlay"
        )


def least_members(catalog: Catalog, schema: JsonObject) -> int:
    """Return the least number of members that an object has to have, whichever they are."""
    stated = (part.get("minProperties") for part in _parts(catalog, schema))
    return max((count for count in stated if isinstance(count, int)), default=0)


def _parts(catalog: Catalog, schema: JsonObject) -> Iterator[JsonObject]:
    yield schema
    for part in as_list(schema.get("allOf")):
        yield from _parts(catalog, resolve(catalog.document, part))
