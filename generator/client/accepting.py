"""How a value that the user gives is typed, checked and written: arguments and request bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.client.shapes import Catalog, Kind, ModelReference, Shape, UnsupportedError

__all__ = ["Accepting", "accepting"]


@dataclass(frozen=True, slots=True)
class Accepting:
    """A value of the user.

    Attributes:
        annotation: The type, as it stands in an annotation, null included and Unset not.
        writer: An expression of `talkdesk_core.writing`: what checks and writes the value.
        references: The generated classes that both name.
    """

    annotation: str
    writer: str
    references: frozenset[ModelReference] = field(default_factory=frozenset[ModelReference])


# The keywords of JSON Schema that a writer checks, by the kind of value, and their names there.
_NUMERIC = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
}
_TEXTUAL = {"minLength": "min_length", "maxLength": "max_length", "pattern": "pattern"}
# Annotation, writer, and the keywords that bound the value.
_SCALARS: dict[Kind, tuple[str, str, dict[str, str]]] = {
    Kind.ANY: ("Any", "Anything", {}),
    Kind.TEXT: ("str", "Text", _TEXTUAL),
    Kind.INTEGER: ("int", "Integer", _NUMERIC),
    Kind.NUMBER: ("float", "Number", _NUMERIC),
    Kind.BOOLEAN: ("bool", "Boolean", {}),
    Kind.MOMENT: ("datetime.datetime | str", "Moment", {}),
    Kind.DAY: ("datetime.date | str", "Day", {}),
}
_ITEMS = {"minItems": "min_items", "maxItems": "max_items", "uniqueItems": "unique"}


def accepting(catalog: Catalog, shape: Shape, *, parameter: bool = False) -> Accepting:
    """Decide how a shape is accepted.

    Args:
        catalog: The document's schemas.
        shape: The shape.
        parameter: Whether it is one of the query, a header or the path, where null says nothing,
            and a date stands for its whole day.
    """
    found = _accepting(catalog, shape, parameter=parameter)
    if not shape.nullable or parameter or found.annotation == "Any":
        return found
    return Accepting(
        f"{found.annotation} | None", f"_write.Nullable({found.writer})", found.references
    )


def _accepting(catalog: Catalog, shape: Shape, *, parameter: bool) -> Accepting:
    if "const" in shape.schema and shape.kind in _SCALARS:
        return Accepting(_SCALARS[shape.kind][0], f"_write.Constant({shape.schema['const']!r})")
    if parameter and shape.kind in {Kind.MOMENT, Kind.DAY}:
        # A filter by time takes a date for its whole day, whichever of the two is documented.
        return Accepting("datetime.date | str", "_write.Moment(dates=True)")
    if shape.kind in _SCALARS:
        annotation, writer, keywords = _SCALARS[shape.kind]
        return Accepting(annotation, f"_write.{writer}({', '.join(_bounds(shape, keywords))})")
    if shape.kind is Kind.ARRAY:
        item = accepting(catalog, shape.item)
        parts = [item.writer, *_bounds(shape, _ITEMS)]
        return Accepting(
            f"Sequence[{item.annotation}]", f"_write.Array({', '.join(parts)})", item.references
        )
    if shape.kind is Kind.UNION:
        return _union([accepting(catalog, part) for part in shape.narrowest_first])
    return _named(shape)


def _union(parts: list[Accepting]) -> Accepting:
    names = dict.fromkeys(name for part in parts for name in _alternatives(part.annotation))
    return Accepting(
        " | ".join(names),
        f"_write.Either({', '.join(part.writer for part in parts)})",
        frozenset(reference for part in parts for reference in part.references),
    )


def _alternatives(annotation: str) -> list[str]:
    """Part an annotation at its bars, but not at those within brackets."""
    parts: list[str] = []
    for piece in annotation.split(" | "):
        if parts and parts[-1].count("[") > parts[-1].count("]"):
            parts[-1] += f" | {piece}"
        else:
            parts.append(piece)
    return parts


def _named(shape: Shape) -> Accepting:
    assert shape.reference is not None, "enums and objects have a class"  # noqa: S101
    name = shape.reference.name
    references = frozenset({shape.reference})
    if shape.kind is Kind.WORD:
        return Accepting(f"{name} | str", f"_write.Choice({name})", references)
    if shape.kind is Kind.CODE:
        return Accepting(f"{name} | int", f"_write.Choice({name})", references)
    return Accepting(f"{name} | Mapping[str, Any]", f"_write.Model(lambda: {name})", references)


def _bounds(shape: Shape, keywords: dict[str, str]) -> list[str]:
    pattern = shape.schema.get("pattern")
    if isinstance(pattern, str) and "pattern" in keywords:
        try:
            re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            # The module would fail when it is imported.
            raise UnsupportedError(f"the pattern {pattern!r} is none of Python: {error}") from error
    return [
        f"{name}={shape.schema[keyword]!r}"
        for keyword, name in keywords.items()
        if shape.schema.get(keyword) is not None
    ]
