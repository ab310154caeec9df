"""What the templates of operations and resources are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from generator.client.naming import identifier, method_name
from generator.client.pages import PageShape, page_shape
from generator.client.types import ModelReference, PythonType, UnsupportedError, python_type
from generator.client.wording import docstring, entry, errata, paragraph, sentence, source
from generator.navigation import as_list, as_object, as_text, operations, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openapi_python_client.parser.openapi import Endpoint, EndpointCollection
    from openapi_python_client.parser.properties.model_property import ModelProperty
    from openapi_python_client.parser.properties.protocol import PropertyProtocol

    from generator.json_data import JsonObject

# Names that the generated functions use themselves.
_TAKEN_ARGUMENTS = frozenset({"self", "client", "limit", "body"})

__all__ = ["Argument", "Operation", "plan_operations", "references_of"]

# The parameters of an operation, by place and name.
_Parameters: TypeAlias = "Mapping[tuple[str, str], JsonObject]"


@dataclass(frozen=True, slots=True)
class Argument:
    """One parameter of an operation.

    Attributes:
        name: The name in Python.
        wire_name: The name on the wire.
        annotation: The type, without Unset.
        required: Whether it has to be given.
        check: The method of `Query` that checks and writes it; empty for a path parameter.
        options: Further arguments of that method, as code.
        text: Its entry in a docstring.
    """

    name: str
    wire_name: str
    annotation: str
    required: bool
    check: str
    options: str
    text: str

    @property
    def declaration(self) -> str:
        """The argument, as it stands in a signature."""
        if self.required:
            return f"{self.name}: {self.annotation}"
        return f"{self.name}: {self.annotation} | Unset = UNSET"


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the document."""

    name: str
    method_name: str
    http_method: str
    path: str
    summary: str
    details: str
    path_arguments: tuple[Argument, ...]
    query_arguments: tuple[Argument, ...]
    result: PythonType | None
    references: tuple[ModelReference, ...]
    page: PageShape | None
    page_size: int

    @property
    def filters(self) -> tuple[Argument, ...]:
        """The query arguments without those that a pager sets."""
        if self.page is None:
            return self.query_arguments
        return tuple(a for a in self.query_arguments if a.wire_name not in {"page", "per_page"})

    @property
    def returns(self) -> str:
        """What a call gives, as an annotation."""
        return "None" if self.result is None else self.result.annotation

    @property
    def decode(self) -> str:
        """The expression that reads the body of a reply."""
        if self.result is None:
            return "_read.nothing"
        return f"_read.whole({self.result.reader})"

    def docstring(self, *, paged: bool = False) -> str:
        """Return the docstring of a method; the pager's arguments are told when it is paged."""
        arguments = [*self.path_arguments, *(self.filters if paged else self.query_arguments)]
        entries = [
            entry(f"{argument.name} ({argument.annotation})", argument.text)
            for argument in arguments
        ]
        if paged:
            texts = {argument.wire_name: argument.text for argument in self.query_arguments}
            entries += [
                entry("page (int)", f"{texts['page']} The pager starts here."),
                entry("per_page (int)", f"{texts['per_page']} Always sent."),
                entry(
                    "limit (int | None)",
                    "Most items to hand out; None for all. No page is fetched beyond them.",
                ),
            ]
        result = (
            "A pager: iterate it for items, or its `pages()` for pages. Nothing is sent before."
            if paged
            else "None."
            if self.result is None
            else f"The reply, a `{self.returns}`."
        )
        raises = [
            entry(
                "ArgumentError",
                "An argument is empty, of a wrong type or out of bounds; nothing was sent.",
            ),
            entry("APIError", "The server refuses the request; the subclass tells the status."),
            entry("APIConnectionError", "The server cannot be reached, or takes too long."),
            entry(
                "ResponseDecodeError",
                "The reply is no JSON, or a member has another type than documented.",
            ),
        ]
        return docstring(
            self.summary,
            paragraph(self.details),
            "Args:\n" + "\n".join(entries) if entries else "",
            f"Returns:\n    {result}",
            "Raises:\n" + "\n".join(raises),
        )


def plan_operations(
    document: JsonObject,
    collections: Mapping[str, EndpointCollection],
    models: Mapping[str, ModelProperty],
) -> dict[str, list[Operation]]:
    """Plan every operation.

    Args:
        document: The effective document.
        collections: The parsed operations by tag.
        models: The parsed objects by class name.

    Returns:
        The plans by tag, in the document's order.
    """
    stated = {
        identifier(as_text(operation.get("operationId"))): (path, method, operation)
        for path, method, operation in operations(document)
    }
    return {
        tag: [
            _plan(document, tag, endpoint, *stated[endpoint.name], models)
            for endpoint in collection.endpoints
        ]
        for tag, collection in collections.items()
    }


def _plan(
    document: JsonObject,
    tag: str,
    endpoint: Endpoint,
    path: str,
    method: str,
    operation: JsonObject,
    models: Mapping[str, ModelProperty],
) -> Operation:
    where = f"{method.upper()} {path}"
    for kind, found in (
        ("a request body", endpoint.bodies),
        ("header parameters", endpoint.header_parameters),
        ("cookie parameters", endpoint.cookie_parameters),
    ):
        if found:
            raise UnsupportedError(f"{where} has {kind}, which the templates cannot write yet")
    item = as_object(as_object(document.get("paths")).get(path))
    parameters = {
        (as_text(parameter.get("in")), as_text(parameter.get("name"))): parameter
        for parameter in (
            resolve(document, stated)
            for stated in (*as_list(item.get("parameters")), *as_list(operation.get("parameters")))
        )
    }
    query = tuple(_query_argument(document, prop, parameters) for prop in endpoint.query_parameters)
    for argument in query:
        if argument.name in _TAKEN_ARGUMENTS:
            raise UnsupportedError(
                f"{where}: the parameter {argument.wire_name} is one of the client; rename it"
            )
    result_property = _result(endpoint, where)
    result = None if result_property is None else python_type(result_property)
    shape = page_shape(result_property, models) if result_property is not None else None
    if shape is not None and not {"page", "per_page"} <= {argument.wire_name for argument in query}:
        shape = None
    references = set(result.references) if result is not None else set[ModelReference]()
    if shape is not None:
        references |= shape.item.references
    scopes = [
        as_text(scope)
        for requirement in as_list(operation.get("security"))
        for names in as_object(requirement).values()
        for scope in as_list(names)
    ]
    scope_text = f"Needs the scope {', '.join(scopes)}." if scopes else ""
    details = (
        as_text(operation.get("description")),
        scope_text,
        source(operation),
        errata(operation),
    )
    return Operation(
        name=endpoint.name,
        method_name=method_name(endpoint.name, tag),
        http_method=method.upper(),
        path=endpoint.path.get_untrusted_value(),
        summary=as_text(operation.get("summary")) or where,
        details=" ".join(part for part in details if part),
        path_arguments=tuple(
            _path_argument(document, prop, parameters) for prop in endpoint.path_parameters
        ),
        query_arguments=query,
        result=result,
        references=tuple(sorted(references)),
        page=shape,
        page_size=_page_size(document, parameters),
    )


def _result(endpoint: Endpoint, where: str) -> PropertyProtocol | None:
    """Return the body of a successful reply, None where no success has one."""
    bodies: dict[str, PropertyProtocol] = {}
    empty = False
    for response in endpoint.responses.patterns:
        low, _ = response.status_code.range or (0, 0)
        if not 200 <= low < 300:
            continue
        if response.source["return_type"] == "None":
            empty = True
        elif response.source["attribute"] != "response.json()":
            raise UnsupportedError(f"{where} succeeds with something else than JSON")
        else:
            bodies[response.prop.get_type_string(no_optional=True).as_unembedded_code()] = (
                response.prop
            )
    if len(bodies) > 1 or (bodies and empty):
        raise UnsupportedError(f"{where} has successful replies of several shapes")
    return next(iter(bodies.values()), None)


def _path_argument(
    document: JsonObject, prop: PropertyProtocol, parameters: _Parameters
) -> Argument:
    name = prop.name.get_untrusted_value()
    kind = python_type(prop)
    if kind.annotation not in {"str", "int"}:
        raise UnsupportedError(f"the path parameter {name} is neither a string nor an integer")
    return Argument(
        str(prop.python_name),
        name,
        kind.annotation,
        True,
        "",
        "",
        _text(document, parameters["path", name]),
    )


def _query_argument(
    document: JsonObject, prop: PropertyProtocol, parameters: _Parameters
) -> Argument:
    name = prop.name.get_untrusted_value()
    kind = python_type(prop)
    schema = resolve(document, parameters["query", name].get("schema"))
    limits = "".join(
        f", {word}={schema[word]!r}"
        for word in ("minimum", "maximum")
        if schema.get(word) is not None
    )
    references = next(iter(kind.references), None)
    match kind.annotation:
        case "str":
            annotation, check, options = "str", "text", ""
        case "int":
            annotation, check, options = "int", "integer", limits
        case "float":
            annotation, check, options = "float", "number", limits
        case "bool":
            annotation, check, options = "bool", "boolean", ""
        case "datetime.datetime" | "datetime.date":
            annotation, check, options = "datetime.date | str", "moment", ""
        case enum if references is not None and enum == references.name and kind.shown:
            annotation, check, options = f"{enum} | str", "choice", f", {enum}"
        case other:
            raise UnsupportedError(
                f"the query parameter {name} is a {other}, which the templates cannot write yet"
            )
    required = parameters["query", name].get("required") is True
    if str(prop.python_name) != name:
        options += f", argument={str(prop.python_name)!r}"
    return Argument(
        str(prop.python_name),
        name,
        annotation,
        required,
        check,
        options,
        _text(document, parameters["query", name]),
    )


def _text(document: JsonObject, parameter: JsonObject) -> str:
    return sentence({**resolve(document, parameter.get("schema")), **parameter})


def _page_size(document: JsonObject, parameters: _Parameters) -> int:
    """Return the documented maximum of per_page, else 50, which any server takes."""
    parameter = parameters.get(("query", "per_page"), {})
    schema = resolve(document, parameter.get("schema"))
    maximum = schema.get("maximum")
    return maximum if isinstance(maximum, int) else 50


def references_of(plans: Sequence[Operation]) -> tuple[ModelReference, ...]:
    """Return every class that the operations of one resource name."""
    return tuple(sorted({reference for plan in plans for reference in plan.references}))
