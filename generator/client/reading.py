"""How a value of a reply is typed, read, and written back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.client.shapes import Catalog, Kind, ModelReference, Shape, component_of
from generator.client.wording import literal
from generator.navigation import as_list, as_object, as_text, resolve

if TYPE_CHECKING:
    from generator.json_data import Json

__all__ = ["Reading", "reading"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A value of a reply in Python.

    Attributes:
        annotation: The type, as it stands in an annotation, without None.
        reader: An expression: a function from the JSON value to the Python value.
        exact: The condition under which the JSON `value` needs no reader; empty for never.
        writer: A template of the expression that makes the JSON value of `{}`; None for `{}`.
        references: The generated classes that these name.
        qualified: The annotation where `list` may be a method; empty for the same.
        needs_making: Whether the reader is made by a call, and worth keeping.
        shown: Whether a value is an enum or a time, which are never personal.
    """

    annotation: str
    reader: str
    exact: str = ""
    writer: str | None = None
    references: frozenset[ModelReference] = field(default_factory=frozenset[ModelReference])
    qualified: str = ""
    needs_making: bool = False
    shown: bool = False

    @property
    def within_class(self) -> str:
        """The annotation, for a class that may have a method `list`."""
        return self.qualified or self.annotation

    def write(self, value: str) -> str:
        """Return the expression that makes the JSON value of the given expression."""
        return value if self.writer is None else self.writer.format(value)


_PLAIN = {
    Kind.ANY: Reading("Any", "_read.owned", "", "_encode.owned({})"),
    Kind.TEXT: Reading("str", "_read.text", "type(value) is str"),
    Kind.INTEGER: Reading("int", "_read.integer", "type(value) is int"),
    Kind.NUMBER: Reading("float", "_read.number", "type(value) is float"),
    Kind.BOOLEAN: Reading("bool", "_read.boolean", "value is True or value is False"),
    Kind.MOMENT: Reading(
        "datetime.datetime", "_read.moment", "", "_encode.write_moment({})", shown=True
    ),
    Kind.DAY: Reading("datetime.date", "_read.day", "", "_encode.write_day({})", shown=True),
}

# What reads these kinds inside a union, where other texts may be meant for another branch.
_STRICT = {
    Kind.WORD: "_union.documented({})",
    Kind.MOMENT: "_union.date_time",
    Kind.DAY: "_union.full_date",
}


def reading(catalog: Catalog, shape: Shape) -> Reading:
    """Decide how a shape is typed, read and written back."""
    if shape.kind in _PLAIN:
        return _PLAIN[shape.kind]
    if shape.kind is Kind.ARRAY:
        return _array(catalog, shape.item)
    if shape.kind is Kind.UNION:
        return _union(catalog, shape)
    assert shape.reference is not None, "enums and objects have a class"  # noqa: S101 - for type checkers
    name = shape.reference.name
    references = frozenset({shape.reference})
    # Written so that a plain string or number, which somebody may have put there, is written too.
    if shape.kind is Kind.WORD:
        reader, writer = f"_read.word({name})", "str({})"
    elif shape.kind is Kind.CODE:
        reader, writer = f"_read.code({name})", "int({})"
    else:
        return Reading(name, f"{name}.from_dict", "", "{}.to_dict()", references)
    return Reading(
        name, reader, writer=writer, references=references, needs_making=True, shown=True
    )


def _array(catalog: Catalog, item_shape: Shape) -> Reading:
    item = reading(catalog, item_shape)
    if item_shape.kind is Kind.ANY:
        return Reading(
            "list[Any]",
            "_read.array_with_null(_read.owned)",
            "",
            "_encode.owned({})",
            qualified="_builtins.list[Any]",
            needs_making=True,
        )
    written = "item" if item.writer is None else item.write("item")
    copied = f"[{written} for item in {{}}]"
    if item_shape.nullable and item.writer is not None:
        copied = f"[None if item is None else {written} for item in {{}}]"
    null = " | None" if item_shape.nullable else ""
    return Reading(
        f"list[{item.annotation}{null}]",
        f"_read.array_with_null({item.reader})" if null else f"_read.array({item.reader})",
        "",
        "list({})" if item.writer is None else copied,
        item.references,
        qualified=f"_builtins.list[{item.within_class}{null}]",
        needs_making=True,
    )


def _union(catalog: Catalog, shape: Shape) -> Reading:
    branches = [(part, reading(catalog, part)) for part in shape.parts]
    ordered = [
        (part, reading(catalog, part))
        for part in shape.narrowest_first
        if part.kind is not Kind.OBJECT
    ]
    narrow = [
        _STRICT[part.kind].format(found.annotation) if part.kind in _STRICT else found.reader
        for part, found in ordered
    ]
    candidates = [_candidate(catalog, part, shape) for part in shape.parts if part.reference]
    objects = [text for text in candidates if text]
    if objects:
        narrow.append(f"_union.best_fit({', '.join(objects)})")
    # An odd time is still a time, and an unknown word a word, unless the union has plain strings.
    if not any(part.kind is Kind.TEXT for part in shape.parts):
        lenient = [Kind.MOMENT, Kind.DAY, Kind.WORD]
        narrow += [found.reader for kind in lenient for part, found in ordered if part.kind is kind]
    return Reading(
        " | ".join(dict.fromkeys(found.annotation for _, found in branches)),
        f"_union.either({', '.join(dict.fromkeys(narrow))})",
        "",
        "_encode.plain({})",
        frozenset(reference for _, found in branches for reference in found.references),
        qualified=" | ".join(dict.fromkeys(found.within_class for _, found in branches)),
        needs_making=True,
    )


def _candidate(catalog: Catalog, part: Shape, union: Shape) -> str:
    """Write what tells one model of a union from the others."""
    if part.kind is not Kind.OBJECT or part.reference is None:
        return ""
    members = catalog.members(part.schema)
    constants: dict[str, list[Json]] = {
        name: values
        for name, member in members.items()
        if (values := _values(resolve(catalog.document, member)))
    }
    discriminator = as_object(union.schema.get("discriminator"))
    if discriminator:
        mapping = as_object(discriminator.get("mapping"))
        words: list[Json] = [
            word
            for word, target in mapping.items()
            if component_of({"$ref": target}) == part.component or target == part.component
        ]
        # Without a mapping, the component's own name is the word (OpenAPI 3.1, section 4.8.25).
        constants[as_text(discriminator.get("propertyName"))] = words or [part.component]
    parts = [
        f"{part.reference.name}.from_dict",
        f"names={tuple(members)!r}",
        f"required={tuple(catalog.required(part.schema))!r}",
        f"constants={_constants(constants)}",
    ]
    return f"_union.Candidate({', '.join(parts)})"


def _constants(constants: dict[str, list[Json]]) -> str:
    members = (
        f"{literal(name)}: ({''.join(f'{literal(value)}, ' for value in values)})"
        for name, values in constants.items()
    )
    return f"{{{', '.join(members)}}}"


def _values(member: dict[str, Json]) -> list[Json]:
    if "const" in member:
        return [member["const"]]
    return [value for value in as_list(member.get("enum")) if value is not None]
