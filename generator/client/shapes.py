"""What kind of value a schema stands for: one reading of the document, for both directions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from generator.client.combining import (
    conjoined,
    constraints,
    require_common_type,
    require_type_of,
)
from generator.client.refusals import ImpossibleError, UnsupportedError, placed
from generator.navigation import as_list, as_object, as_text, resolve

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

# The keywords by which an object has members.
_DESCRIBING = frozenset({"additionalProperties", "patternProperties", "properties"})
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
        beside: The keywords beside the reference to the class, of which the class knows nothing.
    """

    kind: Kind
    schema: JsonObject
    reference: ModelReference | None = None
    component: str = ""
    parts: tuple[Shape, ...] = ()
    nullable: bool = False
    beside: tuple[str, ...] = ()

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
        """Return a schema by its name, what it only refers to followed."""
        return resolve(self.document, self._stated(name))

    def _stated(self, name: str) -> JsonObject:
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
        if not name:
            return self._nameless(stated, within)
        beside = {keyword: value for keyword, value in stated.items() if keyword != "$ref"}
        reference = self.classes.get(name)
        if reference is None:
            target = self._stated(name) or resolve(self.document, {"$ref": stated["$ref"]})
            return self.shape(conjoined(target, beside), within=(*within, name))
        target = self.component(name)
        if "type" in beside:
            require_common_type(target.get("type", "object"), beside.pop("type"))
        unknown = [key for key, value in constraints(beside).items() if target.get(key) != value]
        described = [key for key in unknown if key in _DESCRIBING and beside[key] is not False]
        if described:
            raise UnsupportedError(
                f"{', '.join(described)} beside a reference to {name}; make it a component with an "
                "allOf of two components"
            )
        return Shape(_class_kind(target), target, reference, name, beside=tuple(unknown))

    def _nameless(self, schema: JsonObject, within: tuple[str, ...]) -> Shape:
        """Say what a schema stands for that has no class."""
        if "const" in schema:
            require_type_of(schema["const"], schema)
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
        beside = {name: value for name, value in schema.items() if name != keyword}
        if keyword == "allOf":
            if len(branches) != 1:
                raise UnsupportedError("an allOf of several schemas needs to be a component")
            return self.shape(conjoined(branches[0], beside), within=within)
        possible: list[Json] = []
        for branch in branches:
            try:
                possible.append(conjoined(branch, constraints(beside)))
            except ImpossibleError:  # of several, another one may be possible
                if len(branches) == 1:
                    raise
        if branches and not possible:
            raise ImpossibleError(f"no value fits any branch of {keyword} and what stands beside")
        return self._union(schema, possible, within)

    def _union(
        self, schema: JsonObject, branches: Sequence[Json], within: tuple[str, ...]
    ) -> Shape:
        others = [branch for branch in branches if not _is_null(as_object(branch))]
        nullable = len(others) < len(branches)
        shapes = [self.shape(branch, within=within) for branch in others]
        parts = [
            part
            for shape in shapes
            for part in (shape.parts if shape.kind is Kind.UNION else (shape,))
        ]
        nullable = nullable or any(shape.nullable for shape in shapes)
        if len(parts) == 1:
            return replace(parts[0], nullable=nullable)
        free = [part for part in parts if part.kind is Kind.ANY]
        if free or not parts:
            # One branch without a constraint leaves none.
            open_ = any(not constraints(part.schema) for part in free)
            return Shape(Kind.ANY, {} if open_ else schema, nullable=True)
        return Shape(Kind.UNION, schema, parts=tuple(parts), nullable=nullable)


def _is_null(schema: JsonObject) -> bool:
    return schema.get("type") == "null" or ("const" in schema and schema["const"] is None)


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
