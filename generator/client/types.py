"""How a property of the document is typed, read and written in the client."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from openapi_python_client.parser.properties.any import AnyProperty
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.enum_property import EnumProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from generator.errors import GeneratorError

if TYPE_CHECKING:
    from openapi_python_client.parser.properties.protocol import PropertyProtocol

__all__ = ["ModelReference", "PythonType", "UnsupportedError", "python_type"]


class UnsupportedError(GeneratorError):
    """The document asks for something that the templates cannot write yet."""


@dataclass(frozen=True, order=True, slots=True)
class ModelReference:
    """A generated class and the module below `models` that holds it."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class PythonType:
    """A type of the document in Python.

    Attributes:
        annotation: The type, as it stands in an annotation.
        reader: An expression: a function from the JSON value to the Python value.
        writer: A template of the expression that makes the JSON value of `{}`; None for `{}`.
        references: The generated classes that the three name.
        shown: Whether a value is an enum or a time, which are never personal.
    """

    annotation: str
    reader: str
    writer: str | None = None
    references: frozenset[ModelReference] = field(default_factory=frozenset[ModelReference])
    shown: bool = False

    def write(self, value: str) -> str:
        """Return the expression that makes the JSON value of the given expression."""
        return value if self.writer is None else self.writer.format(value)


_PLAIN: dict[type[object], PythonType] = {
    StringProperty: PythonType("str", "_read.text"),
    # Ids are declared as UUIDs by some pages and are not by others: every id is a plain string.
    UuidProperty: PythonType("str", "_read.text"),
    IntProperty: PythonType("int", "_read.integer"),
    FloatProperty: PythonType("float", "_read.number"),
    BooleanProperty: PythonType("bool", "_read.boolean"),
    DateTimeProperty: PythonType(
        "datetime.datetime", "_read.moment", "_read.write_moment({})", shown=True
    ),
    DateProperty: PythonType("datetime.date", "_read.day", "_read.write_day({})", shown=True),
    AnyProperty: PythonType("Any", "_read.anything"),
}


def python_type(prop: PropertyProtocol) -> PythonType:
    """Decide the type of a property.

    Raises:
        UnsupportedError: There is no branch for it.
    """
    plain = _PLAIN.get(type(prop))
    if plain is not None:
        return plain
    if isinstance(prop, EnumProperty):
        if prop.value_type is not str:
            raise UnsupportedError(f"{prop.class_info.name}: only enums of strings are supported")
        name = prop.class_info.name
        reference = ModelReference(prop.class_info.module_name, name)
        return PythonType(
            name, f"_read.word({name})", "{}.value", frozenset({reference}), shown=True
        )
    if isinstance(prop, ModelProperty):
        name = prop.class_info.name
        reference = ModelReference(prop.class_info.module_name, name)
        return PythonType(
            name, f"_read.model({name}.from_dict)", "{}.to_dict()", frozenset({reference})
        )
    if isinstance(prop, ListProperty):
        item = python_type(prop.inner_property)
        return PythonType(
            f"list[{item.annotation}]",
            f"_read.array({item.reader})",
            "list({})" if item.writer is None else f"[{item.write('item')} for item in {{}}]",
            item.references,
        )
    if isinstance(prop, UnionProperty):
        # Null, missing and None are one and the same to the reader.
        others = [inner for inner in prop.inner_properties if not isinstance(inner, NoneProperty)]
        if len(others) == 1:
            return python_type(others[0])
    raise UnsupportedError(
        f"the property {prop.name.get_untrusted_value()!r} is a {type(prop).__name__}, "
        "for which the templates have no branch yet"
    )
