"""What the templates are given of an operation's parameters and request body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.client.accepting import Accepting, accepting
from generator.client.naming import free_names
from generator.client.shapes import (
    Catalog,
    Kind,
    ModelReference,
    Shape,
    UnsupportedError,
    placed,
)
from generator.client.wording import sentence
from generator.navigation import as_list, as_object, as_text, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openapi_python_client.parser.openapi import Endpoint
    from openapi_python_client.parser.properties.protocol import PropertyProtocol

    from generator.json_data import JsonObject

# Names that the generated functions use themselves; an argument of such a name gets an underscore.
_TAKEN = frozenset(
    {
        *("asyncio", "body", "call", "client", "datetime", "limit", "page_view"),
        *("self", "sync", "template", "UNSET"),
    }
)
# OpenAPI 3.1, section 4.8.12.2: parameters of these names shall be ignored; the client sets them.
_IGNORED_HEADERS = frozenset({"accept", "authorization", "content-type"})
# The one style of each place that the client writes (OpenAPI 3.1, section 4.8.12.3).
_STYLES = {"path": "simple", "query": "form", "header": "simple"}
# The constants of a module that are no argument's.
_TAKEN_CONSTANTS = frozenset({"_BODY", "_DECODE"})
_SCALARS = frozenset(
    {
        *(Kind.TEXT, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN),
        *(Kind.MOMENT, Kind.DAY, Kind.WORD, Kind.CODE),
    }
)

__all__ = [
    "Argument",
    "Arguments",
    "Body",
    "Parameters",
    "plan_arguments",
    "plan_body",
    "references_of",
    "stated_parameters",
]

# The parameters of an operation, by place and name.
Parameters: TypeAlias = "Mapping[tuple[str, str], JsonObject]"


@dataclass(frozen=True, slots=True)
class Argument:
    """One parameter of an operation.

    Attributes:
        name: The name in Python.
        wire_name: The name on the wire.
        constant: The module's constant that holds its writer.
        type: How it is typed, checked and written.
        required: Whether it has to be given.
        joined: Whether several values stand in one, separated by commas.
        text: Its entry in a docstring.
    """

    name: str
    wire_name: str
    constant: str
    type: Accepting
    required: bool
    joined: bool
    text: str

    @property
    def declaration(self) -> str:
        """The argument, as it stands in a signature."""
        if self.required:
            return f"{self.name}: {self.type.annotation}"
        return f"{self.name}: {self.type.annotation} | Unset = UNSET"


@dataclass(frozen=True, slots=True)
class Arguments:
    """The parameters of an operation, by place."""

    path: tuple[Argument, ...]
    query: tuple[Argument, ...]
    header: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The request body of an operation.

    Attributes:
        type: How it is typed, checked and written.
        content_type: Its media type.
        required: Whether it has to be given.
        text: Its entry in a docstring.
    """

    type: Accepting
    content_type: str
    required: bool
    text: str

    @property
    def declaration(self) -> str:
        """The argument, as it stands in a signature."""
        if self.required:
            return f"body: {self.type.annotation}"
        return f"body: {self.type.annotation} | Unset = UNSET"


def plan_arguments(
    catalog: Catalog, endpoint: Endpoint, parameters: Parameters, where: str
) -> Arguments:
    """Plan the parameters of an operation.

    Raises:
        UnsupportedError: There is no way to write one.
    """
    if any(place == "cookie" for place, _ in parameters):
        raise UnsupportedError(f"{where} has cookie parameters, which the client does not send")
    places = {
        "path": endpoint.path_parameters,
        "query": endpoint.query_parameters,
        "header": [
            each
            for each in endpoint.header_parameters
            if each.name.get_untrusted_value().lower() not in _IGNORED_HEADERS
        ],
    }
    for place, name in parameters:
        if place == "header" and name.lower() in _IGNORED_HEADERS:
            continue
        if not any(prop.name.get_untrusted_value() == name for prop in places[place]):
            raise UnsupportedError(
                f"{where}: the {place} parameter {name} has no schema, without which it has no type"
            )
    # Upstream, which gives the names, knows nothing of the generated functions.
    names = free_names(
        {str(p.python_name): str(p.python_name) for found in places.values() for p in found}, _TAKEN
    )
    constants = _constants(names.values())
    planned: dict[str, tuple[Argument, ...]] = {}
    for place, found in places.items():
        planned[place] = ()
        for prop in found:
            name = names[str(prop.python_name)]
            argument = _argument(catalog, prop, place, (name, constants[name]), parameters, where)
            planned[place] += (argument,)
    return Arguments(**planned)


def _constants(names: Iterable[str]) -> dict[str, str]:
    """Return the name of the constant that holds an argument's writer, by the argument's name."""
    constants: dict[str, str] = {}
    for name in names:
        constant = f"_{name.upper()}"
        while constant in _TAKEN_CONSTANTS or constant in constants.values():
            constant += "_"
        constants[name] = constant
    return constants


def _argument(
    catalog: Catalog,
    prop: PropertyProtocol,
    place: str,
    names: tuple[str, str],
    parameters: Parameters,
    where: str,
) -> Argument:
    wire_name = prop.name.get_untrusted_value()
    parameter = parameters[place, wire_name]
    with placed(f"{where}: the {place} parameter {wire_name}"):
        shape = catalog.shape(parameter.get("schema"))
    _require_writable(shape, f"{where}: the {place} parameter {wire_name}", place)
    style = parameter.get("style", _STYLES[place])
    if style != _STYLES[place]:
        raise UnsupportedError(
            f"{where}: the {place} parameter {wire_name} has the style {style}, "
            "which the client does not write"
        )
    joined = style == "simple" or parameter.get("explode", style == "form") is False
    with placed(f"{where}: the {place} parameter {wire_name}"):
        taken = accepting(catalog, shape, parameter=True)
    return Argument(
        name=names[0],
        wire_name=wire_name,
        constant=names[1],
        type=taken,
        required=parameter.get("required") is True,
        joined=shape.kind is Kind.ARRAY and joined,
        text=sentence({**resolve(catalog.document, parameter.get("schema")), **parameter}),
    )


def _require_writable(shape: Shape, what: str, place: str) -> None:
    parts = shape.parts if shape.kind in {Kind.UNION, Kind.ARRAY} else (shape,)
    if shape.kind is Kind.ARRAY and place == "path":
        raise UnsupportedError(f"{what} is an array, which the client does not write")
    for part in parts:
        if part.kind not in _SCALARS:
            raise UnsupportedError(
                f"{what} holds {part.kind.name.lower()}, which the client does not write"
            )


def plan_body(catalog: Catalog, operation: JsonObject, where: str) -> Body | None:
    """Plan the request body of an operation; None where it has none.

    Raises:
        UnsupportedError: It cannot be sent as JSON.
    """
    if "requestBody" not in operation:
        return None
    stated = resolve(catalog.document, operation["requestBody"])
    content = as_object(stated.get("content"))
    media_types = [
        media_type
        for media_type in content
        if (plain := media_type.partition(";")[0].strip().lower()) == "application/json"
        or plain.endswith("+json")
    ]
    if not media_types:
        raise UnsupportedError(f"{where} takes no request body of JSON, which the client sends")
    media_type = min(media_types, key=lambda each: not each.startswith("application/json"))
    schema = as_object(content[media_type]).get("schema")
    with placed(f"the request body of {where}"):
        taken = accepting(catalog, catalog.shape(schema))
    return Body(
        type=taken,
        content_type=media_type,
        required=stated.get("required") is True,
        text=sentence({**resolve(catalog.document, schema), **stated}) or "The request body.",
    )


def references_of(arguments: Arguments, body: Body | None) -> frozenset[ModelReference]:
    """Return the classes that the arguments name."""
    types = [argument.type for argument in (*arguments.path, *arguments.query, *arguments.header)]
    types += [] if body is None else [body.type]
    return frozenset(reference for each in types for reference in each.references)


def stated_parameters(catalog: Catalog, item: JsonObject, operation: JsonObject) -> Parameters:
    """Return the parameters of an operation, its own before those of its path."""
    return {
        (as_text(parameter.get("in")), as_text(parameter.get("name"))): parameter
        for parameter in (
            resolve(catalog.document, stated)
            for stated in (*as_list(item.get("parameters")), *as_list(operation.get("parameters")))
        )
    }
