"""How a value that the user gives is typed, checked and written: arguments and request bodies."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, field

from generator.client.keywords import require_checked
from generator.client.shapes import Catalog, Kind, ModelReference, Shape, UnsupportedError
from generator.client.wording import literal

__all__ = ["Accepting", "accepting"]


@dataclass(frozen=True, slots=True)
class Accepting:
    """A value of the user.

    Attributes:
        alternatives: The types, as they stand in an annotation, null included and Unset not.
        writer: An expression of `talkdesk_core.writing`: what checks and writes the value.
        references: The generated classes that both name.
    """

    alternatives: tuple[str, ...]
    writer: str
    references: frozenset[ModelReference] = field(default_factory=frozenset[ModelReference])

    @property
    def annotation(self) -> str:
        """The type, as it stands in an annotation."""
        return " | ".join(self.alternatives)


# The keywords of JSON Schema that a writer checks, by the kind of value, and their names there.
_NUMERIC = {
    "minimum": "minimum",
    "maximum": "maximum",
    "exclusiveMinimum": "exclusive_minimum",
    "exclusiveMaximum": "exclusive_maximum",
    "multipleOf": "multiple_of",
}
_TEXTUAL = {"minLength": "min_length", "maxLength": "max_length", "pattern": "pattern"}
# Types, writer, and the keywords that bound the value.
_SCALARS: dict[Kind, tuple[tuple[str, ...], str, dict[str, str]]] = {
    Kind.ANY: (("Any",), "Anything", {}),
    Kind.TEXT: (("str",), "Text", _TEXTUAL),
    Kind.INTEGER: (("int",), "Integer", _NUMERIC),
    Kind.NUMBER: (("float",), "Number", _NUMERIC),
    Kind.BOOLEAN: (("bool",), "Boolean", {}),
    Kind.MOMENT: (("datetime.datetime", "str"), "Moment", {}),
    Kind.DAY: (("datetime.date", "str"), "Day", {}),
}
_ITEMS = {"minItems": "min_items", "maxItems": "max_items", "uniqueItems": "unique"}


def accepting(catalog: Catalog, shape: Shape, *, parameter: bool = False) -> Accepting:
    """Decide how a shape is accepted.

    Args:
        catalog: The document's schemas.
        shape: The shape.
        parameter: Whether it is one of the query, a header or the path, or an item of one, where
            null says nothing, and a date stands for its whole day.

    Raises:
        UnsupportedError: The document bounds it by what no writer checks.
    """
    require_checked(shape)
    found = _accepting(catalog, shape, parameter=parameter)
    if not shape.nullable or parameter or shape.kind is Kind.ANY:
        return found
    return Accepting(
        (*found.alternatives, "None"), f"_write.Nullable({found.writer})", found.references
    )


def _accepting(catalog: Catalog, shape: Shape, *, parameter: bool) -> Accepting:
    if "const" in shape.schema and shape.kind in _SCALARS:
        constant = literal(shape.schema["const"])
        return Accepting(_SCALARS[shape.kind][0], f"_write.Constant({constant})")
    if parameter and shape.kind is Kind.MOMENT:
        # A filter by time takes a date for its whole day.
        return Accepting(("datetime.date", "str"), "_write.Moment(dates=True)")
    if shape.kind in _SCALARS:
        types, writer, keywords = _SCALARS[shape.kind]
        return Accepting(types, f"_write.{writer}({', '.join(_bounds(shape, keywords))})")
    if shape.kind is Kind.ARRAY:
        item = accepting(catalog, shape.item, parameter=parameter)
        parts = [item.writer, *_bounds(shape, _ITEMS)]
        return Accepting(
            (f"Sequence[{item.annotation}]",), f"_write.Array({', '.join(parts)})", item.references
        )
    if shape.kind is Kind.UNION:
        return _union(
            [accepting(catalog, part, parameter=parameter) for part in shape.narrowest_first]
        )
    return _named(shape)


def _union(parts: list[Accepting]) -> Accepting:
    return Accepting(
        tuple(dict.fromkeys(name for part in parts for name in part.alternatives)),
        f"_write.Either({', '.join(part.writer for part in parts)})",
        frozenset(reference for part in parts for reference in part.references),
    )


def _named(shape: Shape) -> Accepting:
    assert shape.reference is not None, "enums and objects have a class"  # noqa: S101 - for type checkers
    name = shape.reference.name
    references = frozenset({shape.reference})
    if shape.kind is Kind.WORD:
        return Accepting((name, "str"), f"_write.Choice({name})", references)
    if shape.kind is Kind.CODE:
        return Accepting((name, "int"), f"_write.Choice({name})", references)
    return Accepting((name, "Mapping[str, Any]"), f"_write.Model(lambda: {name})", references)


def _bounds(shape: Shape, keywords: dict[str, str]) -> list[str]:
    pattern = shape.schema.get("pattern")
    if isinstance(pattern, str) and "pattern" in keywords:
        _require_pattern(pattern)
    return [
        f"{name}={literal(shape.schema[keyword])}"
        for keyword, name in keywords.items()
        if shape.schema.get(keyword) is not None
    ]


def _require_pattern(pattern: str) -> None:
    """Refuse a pattern for which the module would fail, or warn, when it is imported."""
    re.purge()  # a pattern that is kept warns no second time
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern, re.ASCII)
    except (re.error, RecursionError, OverflowError, Warning) as error:
        raise UnsupportedError(f"the pattern {pattern!r} is none of Python: {error}") from error
