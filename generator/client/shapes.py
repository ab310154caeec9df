"""What kind of value a schema stands for: one reading of the document, for both directions."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from generator.errors import GeneratorError
from generator.navigation import as_list, as_object, as_text, resolve

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

_SCHEMAS = "#/components/schemas/"

__all__ = [
    "Catalog",
    "Kind",
    "ModelReference",
    "Shape",
    "UnsupportedError",
    "component_of",
    "placed",
]


class UnsupportedError(GeneratorError):
    """The document asks for something that the templates cannot write."""


@contextmanager
def placed(where: str) -> Generator[None, None, None]:
    """Put the place in the document before the text of an `UnsupportedError` from within."""
    try:
        yield
    except UnsupportedError as error:
        raise UnsupportedError(f"{where}: {error}") from error


@dataclass(frozen=True, order=True, slots=True)
class ModelReference:
    """A generated class and the module below `models` that holds it."""

    module: str
    name: str


class Kind(Enum):
    """The kinds of values that templates have a branch for."""

    ANY = auto()
    TEXT = auto()
    MOMENT = auto()
    DAY = auto()
    INTEGER = auto()
    NUMBER = auto()
    BOOLEAN = auto()
    WORD = auto()
    CODE = auto()
    OBJECT = auto()
    ARRAY = auto()
    UNION = auto()


# The kinds of a union's branches, the narrower before the wider: the string of a time is a time,
# and any other string is a string.
_NARROW_FIRST = (
    Kind.WORD,
    Kind.MOMENT,
    Kind.DAY,
    Kind.BOOLEAN,
    Kind.CODE,
    Kind.INTEGER,
    Kind.NUMBER,
    Kind.ARRAY,
    Kind.OBJECT,
    Kind.TEXT,
)

_BY_TYPE = {
    "integer": Kind.INTEGER,
    "number": Kind.NUMBER,
    "boolean": Kind.BOOLEAN,
}
_BY_FORMAT = {"date-time": Kind.MOMENT, "date": Kind.DAY}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a schema stands for.

    Attributes:
        kind: The kind of value.
        schema: The schema, its references followed: here stand the bounds.
        reference: The class of an object or enum.
        component: The name of that class in the document.
        parts: The item of an array, the branches of a union.
        nullable: Whether the document allows null.
    """

    kind: Kind
    schema: JsonObject
    reference: ModelReference | None = None
    component: str = ""
    parts: tuple[Shape, ...] = ()
    nullable: bool = False

    @property
    def item(self) -> Shape:
        """The shape of an array's items."""
        return self.parts[0]

    @property
    def narrowest_first(self) -> list[Shape]:
        """The branches of a union, in the order in which they are tried."""
        return sorted(self.parts, key=lambda part: _NARROW_FIRST.index(part.kind))


def component_of(schema: JsonObject) -> str:
    """Return the name of the component that a schema refers to; empty if it refers to none."""
    return as_text(schema.get("$ref")).removeprefix(_SCHEMAS)


@dataclass(frozen=True, slots=True)
class Catalog:
    """The document's schemas, and the classes that upstream makes of them.

    Attributes:
        document: The effective document.
        classes: Class and module by the component's name.
        attributes: The names in Python of a class's members, by class and by name on the wire.
    """

    document: JsonObject
    classes: Mapping[str, ModelReference]
    attributes: Mapping[str, Mapping[str, str]]

    def component(self, name: str) -> JsonObject:
        """Return a schema by its name."""
        schemas = as_object(as_object(self.document.get("components")).get("schemas"))
        return as_object(schemas.get(name))

    def members(self, schema: JsonObject) -> dict[str, JsonObject]:
        """Return the members of an object, those that it inherits by `allOf` first."""
        members: dict[str, JsonObject] = {}
        for part in as_list(schema.get("allOf")):
            members |= self.members(resolve(self.document, part))
        properties = as_object(schema.get("properties"))
        return members | {name: as_object(member) for name, member in properties.items()}

    def required(self, schema: JsonObject) -> list[str]:
        """Return the names of the members that an object has to have."""
        names = [
            name
            for part in as_list(schema.get("allOf"))
            for name in self.required(resolve(self.document, part))
        ]
        return list(dict.fromkeys([*names, *map(as_text, as_list(schema.get("required")))]))

    def further(self, schema: JsonObject) -> JsonObject | None:
        """Return the schema of the members beside the documented ones, if there is one."""
        stated = schema.get("additionalProperties")
        if isinstance(stated, dict):
            return stated
        for part in as_list(schema.get("allOf")):
            found = self.further(resolve(self.document, part))
            if found is not None:
                return found
        return {} if stated is True else None

    def shape(self, schema: Json, *, within: tuple[str, ...] = ()) -> Shape:
        """Say what a schema stands for.

        Args:
            schema: The schema; true and a missing one allow anything.
            within: The components on the way here that have no class of their own.

        Raises:
            UnsupportedError: There is no branch for it.
        """
        if schema is True or schema is None:
            return Shape(Kind.ANY, {})
        stated = as_object(schema)
        name = component_of(stated)
        if name in within:
            raise UnsupportedError(f"the schema {name} holds itself without an object between")
        if name:
            within = (*within, name)
        resolved = resolve(self.document, {"$ref": stated["$ref"]}) if name else stated
        reference = self.classes.get(name)
        if reference is not None:
            return Shape(_class_kind(resolved), resolved, reference, name)
        return self._nameless(resolved, within)

    def _nameless(self, schema: JsonObject, within: tuple[str, ...]) -> Shape:
        """Say what a schema stands for that has no class."""
        if "const" in schema:
            return Shape(_constant_kind(schema["const"]), schema)
        for keyword in ("anyOf", "oneOf", "allOf"):
            if keyword in schema:
                return self._combined(schema, keyword, within)
        kind = schema.get("type")
        if isinstance(kind, list):
            return self._union(schema, [{**schema, "type": each} for each in kind], within)
        if kind == "array":
            return Shape(
                Kind.ARRAY, schema, parts=(self.shape(schema.get("items"), within=within),)
            )
        if kind == "string":
            return Shape(_BY_FORMAT.get(as_text(schema.get("format")), Kind.TEXT), schema)
        if kind is not None and as_text(kind) not in _BY_TYPE:
            raise UnsupportedError(f"a schema of type {kind} has no branch here")
        return Shape(Kind.ANY if kind is None else _BY_TYPE[as_text(kind)], schema)

    def _combined(self, schema: JsonObject, keyword: str, within: tuple[str, ...]) -> Shape:
        branches = as_list(schema[keyword])
        if keyword == "allOf":
            if len(branches) != 1:
                raise UnsupportedError("an allOf of several schemas needs to be a component")
            return self.shape(branches[0], within=within)
        return self._union(schema, branches, within)

    def _union(
        self, schema: JsonObject, branches: Sequence[Json], within: tuple[str, ...]
    ) -> Shape:
        others = [branch for branch in branches if as_object(branch).get("type") != "null"]
        nullable = len(others) < len(branches)
        shapes = [self.shape(branch, within=within) for branch in others]
        parts = [
            part
            for shape in shapes
            for part in (shape.parts if shape.kind is Kind.UNION else (shape,))
        ]
        nullable = nullable or any(shape.nullable for shape in shapes)
        if len(parts) == 1:
            (one,) = parts
            return Shape(one.kind, one.schema, one.reference, one.component, one.parts, nullable)
        if not parts or any(part.kind is Kind.ANY for part in parts):
            return Shape(Kind.ANY, schema, nullable=True)
        return Shape(Kind.UNION, schema, parts=tuple(parts), nullable=nullable)


def _class_kind(schema: JsonObject) -> Kind:
    if "enum" not in schema:
        return Kind.OBJECT
    words = [word for word in as_list(schema["enum"]) if word is not None]
    return Kind.WORD if all(isinstance(word, str) for word in words) else Kind.CODE


def _constant_kind(value: Json) -> Kind:
    if isinstance(value, bool):
        return Kind.BOOLEAN
    if isinstance(value, int):
        return Kind.INTEGER
    if isinstance(value, float):
        return Kind.NUMBER
    return Kind.TEXT if isinstance(value, str) else Kind.ANY
