"""The schemas of the effective document as shapes: what the strategies need to know, and no more.

The subset of JSON Schema is the one that the document uses. A keyword beyond it is an error, so
that no payload is ever made from half of a schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from generator.documents import read_document
from generator.json_data import Json, JsonObject
from generator.navigation import as_list, as_object, as_text, operations, resolve, walk

DOCUMENT = read_document(Path(__file__).resolve().parents[3] / "generated" / "openapi.yaml")
SCHEMAS = as_object(as_object(DOCUMENT["components"])["schemas"])
_REFERENCE = "#/components/schemas/"
_NO_RULE = {"description", "title", "deprecated", "default", "example", "examples", "readOnly"}


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


@dataclass(frozen=True, slots=True)
class Text:
    """A string; lengths count code points."""

    shortest: int = 0
    longest: int | None = None
    pattern: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """One of some strings."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """A string of format date-time."""


@dataclass(frozen=True, slots=True)
class Day:
    """A string of format date."""


@dataclass(frozen=True, slots=True)
class Uuid:
    """A string of format uuid."""


@dataclass(frozen=True, slots=True)
class Boolean:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number, or an integer where it is whole; the bounds belong to it."""

    whole: bool
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Array:
    """An array of items of one shape."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Nullable:
    """A shape or null."""

    inner: Shape


@dataclass(frozen=True, slots=True)
class Reference:
    """A component schema, by its name; what lets a schema hold itself."""

    name: str

    @property
    def target(self) -> Shape:
        """Return the shape of the component."""
        return component(self.name)


@dataclass(frozen=True, slots=True)
class Member:
    """A documented member of an object.

    Attributes:
        aliases: Second names by which it is read, `x-aliases`.
    """

    name: str
    shape: Shape
    required: bool
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return its names, the first one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Object:
    """An object.

    Attributes:
        extra: The shape of members under names of the server's own choice; None where the document
            speaks of none.
    """

    members: tuple[Member, ...]
    extra: Shape | None = None

    @property
    def known(self) -> frozenset[str]:
        """Return every documented name, second names included."""
        return frozenset(name for member in self.members for name in member.names)


Shape: TypeAlias = (
    Anything
    | Text
    | Word
    | Moment
    | Day
    | Uuid
    | Boolean
    | Number
    | Array
    | Nullable
    | Reference
    | Object
)


class UnsupportedSchemaError(LookupError):
    """The document says something of which no payload can be made yet."""


def shape_of(value: Json) -> Shape:
    """Return the shape of a schema.

    Raises:
        UnsupportedSchemaError: It has a keyword, type or format that is not known here.
    """
    schema = as_object(value)
    reference = as_text(schema.get("$ref"))
    name = reference.removeprefix(_REFERENCE)
    if reference and as_object(SCHEMAS[name]).get("type") == "object":
        return Reference(name)
    schema = resolve(DOCUMENT, schema)
    rules = {key for key in schema if key not in _NO_RULE and not key.startswith("x-")}
    choices = as_list(schema.get("anyOf"))
    if choices:
        others = [choice for choice in choices if choice != {"type": "null"}]
        if rules != {"anyOf"} or len(others) != 1 or len(choices) != len(others) + 1:
            raise UnsupportedSchemaError(schema)
        return Nullable(shape_of(others[0]))
    allowed, shape = _typed(schema)
    if rules - allowed - {"type"}:
        raise UnsupportedSchemaError(sorted(rules - allowed))
    return shape


def _typed(schema: JsonObject) -> tuple[set[str], Shape]:
    """Return the keywords that the shape takes care of, and the shape."""
    match schema.get("type"):
        case "string":
            return _string(schema)
        case "boolean":
            return set(), Boolean()
        case "integer" | "number" as name:
            low, high = _number(schema.get("minimum")), _number(schema.get("maximum"))
            return {"minimum", "maximum"}, Number(name == "integer", low, high)
        case "array":
            return {"items"}, Array(shape_of(schema.get("items")))
        case "object":
            return {"properties", "required", "additionalProperties"}, _object(schema)
        case None:
            return set(), Anything()
        case other:
            raise UnsupportedSchemaError(other)


def _string(schema: JsonObject) -> tuple[set[str], Shape]:
    words = as_list(schema.get("enum")) or ([schema["const"]] if "const" in schema else [])
    if words:
        return {"enum", "const", "minLength", "maxLength"}, Word(tuple(map(as_text, words)))
    match schema.get("format"):
        case "date-time":
            return {"format"}, Moment()
        case "date":
            return {"format"}, Day()
        case "uuid":
            return {"format"}, Uuid()
        case None:
            longest = _number(schema.get("maxLength"))
            return {"minLength", "maxLength", "pattern"}, Text(
                int(_number(schema.get("minLength")) or 0),
                None if longest is None else int(longest),
                as_text(schema.get("pattern")) or None,
            )
        case other:
            raise UnsupportedSchemaError(other)


def _object(schema: JsonObject) -> Object:
    required = as_list(schema.get("required"))
    extra = schema.get("additionalProperties", False)
    return Object(
        tuple(
            Member(
                name,
                shape_of(value),
                name in required,
                tuple(map(as_text, as_list(as_object(value).get("x-aliases")))),
            )
            for name, value in as_object(schema.get("properties")).items()
        ),
        None if extra is False else Anything() if extra is True else shape_of(extra),
    )


def _number(value: Json) -> float | None:
    return value if isinstance(value, int | float) else None


@cache
def component(name: str) -> Shape:
    """Return the shape of a component schema."""
    return shape_of(SCHEMAS[name])


def object_component(name: str) -> Object:
    """Return the shape of a component schema that is an object."""
    shape = component(name)
    if not isinstance(shape, Object):
        raise UnsupportedSchemaError(name)
    return shape


def _received() -> frozenset[str]:
    """Return the names of the schemas that replies reach: all others are sent, and never read."""
    found: set[str] = set()
    ahead: list[Json] = [
        resolve(DOCUMENT, reply)
        for _, _, operation in operations(DOCUMENT)
        for reply in as_object(operation.get("responses")).values()
    ]
    while ahead:
        for _, value in walk(ahead.pop()):
            reference = as_text(value.get("$ref")) if isinstance(value, dict) else ""
            name = reference.removeprefix(_REFERENCE)
            if name != reference and name not in found:
                found.add(name)
                ahead.append(SCHEMAS[name])
    return frozenset(found)


_RECEIVED = _received()
_READ = tuple(name for name in SCHEMAS if name in _RECEIVED)

OBJECTS = tuple(name for name in _READ if isinstance(component(name), Object))
"""The names of the schemas of objects in replies: each has a model that reads leniently."""

WORDS = tuple(name for name in _READ if isinstance(component(name), Word))
"""The names of the schemas of enums in replies."""

SENT = frozenset(SCHEMAS) - _RECEIVED
"""The names of the schemas that stand in requests alone: their models are strict."""
