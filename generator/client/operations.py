"""What the templates of operations and resources are given."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.client.arguments import (
    Argument,
    Arguments,
    Body,
    Parameters,
    plan_arguments,
    plan_body,
    references_of,
    stated_parameters,
)
from generator.client.naming import identifier, method_name
from generator.client.pages import PageShape, page_shape
from generator.client.reading import Reading, reading
from generator.client.shapes import (
    Catalog,
    Kind,
    ModelReference,
    Shape,
    UnsupportedError,
    placed,
)
from generator.client.wording import docstring, entry, errata, paragraph, source, unverified
from generator.navigation import as_list, as_object, as_text, operations, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openapi_python_client.parser.openapi import Endpoint, EndpointCollection

    from generator.json_data import JsonObject

# What a pager sets, in the query of a list.
_PAGING = frozenset({"page", "per_page"})
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

__all__ = ["Operation", "Result", "plan_operations", "references_of_all"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a call gives.

    Attributes:
        type: How its JSON value is typed and read; None where there is none.
        nullable: Whether there may be nothing, or null.
        decode: The expression that makes the function which reads the body of a reply.
        models: The classes of which it can be one, itself.
    """

    type: Reading | None
    nullable: bool
    decode: str
    models: frozenset[str] = frozenset()

    @property
    def references(self) -> frozenset[ModelReference]:
        """The generated classes that it names."""
        return frozenset() if self.type is None else self.type.references

    @property
    def annotation(self) -> str:
        """The type, as it stands in an annotation."""
        return "None" if self.type is None else self._optional(self.type.annotation)

    @property
    def within_class(self) -> str:
        """The same, for a class that may have a method `list`."""
        return "None" if self.type is None else self._optional(self.type.within_class)

    def _optional(self, annotation: str) -> str:
        return f"{annotation} | None" if self.nullable else annotation


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the document."""

    name: str
    method_name: str
    http_method: str
    path: str
    summary: str
    details: str
    arguments: Arguments
    body: Body | None
    result: Result
    references: tuple[ModelReference, ...]
    page: PageShape | None
    page_size: int

    @property
    def named_arguments(self) -> tuple[Argument, ...]:
        """The arguments that are given by name."""
        return (*self.arguments.query, *self.arguments.header)

    @property
    def filters(self) -> tuple[Argument, ...]:
        """The named arguments without those that a pager sets."""
        if self.page is None:
            return self.named_arguments
        filters = (a for a in self.arguments.query if a.wire_name not in _PAGING)
        return (*filters, *self.arguments.header)

    @property
    def checked_arguments(self) -> tuple[Argument, ...]:
        """Every argument but the body."""
        return (*self.arguments.path, *self.named_arguments)

    def docstring(self, *, paged: bool = False) -> str:
        """Return the docstring of a method; the pager's arguments are told when it is paged."""
        named = self.filters if paged else self.named_arguments
        entries = [
            entry(f"{argument.name} ({argument.type.annotation})", argument.text)
            for argument in self.arguments.path
        ]
        if self.body is not None:
            entries.append(entry(f"body ({self.body.type.annotation})", self.body.text))
        entries += [
            entry(f"{argument.name} ({argument.type.annotation})", argument.text)
            for argument in named
        ]
        if paged:
            texts = {argument.wire_name: argument.text for argument in self.arguments.query}
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
            if self.result.type is None
            else f"The reply, a `{self.result.annotation}`."
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

    def raw_docstring(self, resource: str) -> str:
        """Return the docstring of its twin that gives the whole reply.

        Args:
            resource: The class whose method tells the arguments.
        """
        page = ", for one page" if self.page is not None else ""
        return docstring(
            self.summary,
            paragraph(
                f"As `{resource}.{self.method_name}`{page}; the whole reply instead of its result "
                "alone."
            ),
        )


def plan_operations(
    catalog: Catalog, collections: Mapping[str, EndpointCollection]
) -> dict[str, list[Operation]]:
    """Plan every operation.

    Args:
        catalog: The effective document's schemas.
        collections: The parsed operations by tag.

    Returns:
        The plans by tag, in the document's order.
    """
    stated: dict[str, tuple[str, str, JsonObject]] = {}
    for path, method, operation in operations(catalog.document):
        name = as_text(operation.get("operationId"))
        if identifier(name) in stated:
            raise UnsupportedError(
                f"{method.upper()} {path}: another operation is called {identifier(name)} too; "
                "rename one by an overlay"
            )
        stated[identifier(name)] = path, method, operation
    return {
        tag: [
            _plan(catalog, tag, endpoint, *stated[endpoint.name])
            for endpoint in collection.endpoints
        ]
        for tag, collection in collections.items()
    }


def _plan(
    catalog: Catalog, tag: str, endpoint: Endpoint, path: str, method: str, operation: JsonObject
) -> Operation:
    where = f"{method.upper()} {path}"
    item = as_object(as_object(catalog.document.get("paths")).get(path))
    parameters = stated_parameters(catalog, item, operation)
    arguments = plan_arguments(catalog, endpoint, parameters, where)
    body = plan_body(catalog, operation, where)
    result, reply = _result(catalog, operation, where)
    page = page_shape(catalog, reply) if reply is not None else None
    paging = {a.wire_name: a.name for a in arguments.query if a.wire_name in _PAGING}
    if page is not None and paging.keys() < _PAGING:
        page = None
    if page is not None and any(name != wire_name for wire_name, name in paging.items()):
        raise UnsupportedError(
            f"{where} pages by page and per_page, and has another parameter of such a name"
        )
    references = {*result.references, *references_of(arguments, body)}
    if page is not None:
        references |= page.item.references
    details = (
        as_text(operation.get("description")),
        _scopes(operation),
        unverified(operation),
        source(operation),
        errata(operation),
    )
    return Operation(
        name=endpoint.name,
        method_name=method_name(endpoint.name, tag),
        http_method=method.upper(),
        path=_template(path, arguments, where),
        summary=as_text(operation.get("summary")) or where,
        details=" ".join(part for part in details if part),
        arguments=arguments,
        body=body,
        result=result,
        references=tuple(sorted(references)),
        page=page,
        page_size=_page_size(catalog, parameters),
    )


def _template(path: str, arguments: Arguments, where: str) -> str:
    """Return a path with the arguments' names in its braces."""
    names = {argument.wire_name: argument.name for argument in arguments.path}
    texts = _PLACEHOLDER.split(path)
    stray = any("{" in text or "}" in text for text in texts[::2])
    if stray or not names.keys() >= set(texts[1::2]):
        raise UnsupportedError(f"{where} has braces in its path that name no parameter")
    return "".join(
        f"{{{names[text]}}}" if number % 2 else text for number, text in enumerate(texts)
    )


def _scopes(operation: JsonObject) -> str:
    scopes = [
        as_text(scope)
        for requirement in as_list(operation.get("security"))
        for names in as_object(requirement).values()
        for scope in as_list(names)
    ]
    return f"Needs the scope {', '.join(scopes)}." if scopes else ""


def _result(catalog: Catalog, operation: JsonObject, where: str) -> tuple[Result, Shape | None]:
    """Say what a successful reply gives, and the shape of its body, if it has one."""
    results: dict[str, tuple[Result, Shape]] = {}
    empty = False
    for status, stated in as_object(operation.get("responses")).items():
        if not status.startswith("2"):
            continue
        content = as_object(resolve(catalog.document, stated).get("content"))
        if not content:
            empty = True
            continue
        media_types = [name for name in content if "json" in name.partition(";")[0].lower()]
        if not media_types:
            raise UnsupportedError(f"{where} succeeds with something else than JSON")
        with placed(f"the reply {status} of {where}"):
            shape = catalog.shape(as_object(content[media_types[0]]).get("schema"))
            found = reading(catalog, shape)
        nullable = shape.nullable and shape.kind is not Kind.ANY
        reader = f"_read.nullable({found.reader})" if nullable else found.reader
        result = Result(found, nullable, f"_read.whole({reader})", _models(shape))
        results[result.annotation] = (result, shape)
    if len(results) > 1:
        raise UnsupportedError(f"{where} has successful replies of several shapes")
    if not results:
        return Result(None, nullable=False, decode="_read.nothing"), None
    ((result, shape),) = results.values()
    if empty and shape.kind is not Kind.ANY:
        decode = f"_read.if_any({result.decode})"
        return replace(result, nullable=True, decode=decode), None
    return result, shape


def _models(shape: Shape) -> frozenset[str]:
    """Name the classes of which a value can be one; those of an array's items are not."""
    if shape.kind is Kind.UNION:
        return frozenset(name for part in shape.parts for name in _models(part))
    if shape.kind is Kind.OBJECT and shape.reference is not None:
        return frozenset({shape.reference.name})
    return frozenset()


def _page_size(catalog: Catalog, parameters: Parameters) -> int:
    """Return the documented maximum of per_page, else 50, which any server takes."""
    parameter = parameters.get(("query", "per_page"), {})
    schema = resolve(catalog.document, parameter.get("schema"))
    maximum = schema.get("maximum")
    return maximum if isinstance(maximum, int) else 50


def references_of_all(plans: Sequence[Operation]) -> tuple[ModelReference, ...]:
    """Return every class that the operations of one resource name."""
    return tuple(sorted({reference for plan in plans for reference in plan.references}))
