"""Recognising a HAL page by its shape: `_embedded` holds one array, whatever it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.model_property import ModelProperty

from generator.client.types import PythonType, python_type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from openapi_python_client.parser.properties.protocol import PropertyProtocol

__all__ = ["PageShape", "page_shape"]


@dataclass(frozen=True, slots=True)
class PageShape:
    """Where a page keeps what a pager needs.

    Attributes:
        embedded: The attribute of `_embedded`.
        items: The attribute of the array within it.
        item: The type of an item.
        total: The attribute of the number of items on all pages, if the page has one.
        total_pages: The attribute of the number of pages, if the page has one.
        per_page: The attribute of the page's size, if the page has one.
        links: The attribute of `_links`, if a `next` is among them.
        next: The attribute of `next` within it.
    """

    embedded: str
    items: str
    item: PythonType
    total: str | None
    total_pages: str | None
    per_page: str | None
    links: str | None
    next: str | None


def page_shape(reply: PropertyProtocol, models: Mapping[str, ModelProperty]) -> PageShape | None:
    """Return the shape of a page, or None when the reply is none."""
    members = _members(reply, models)
    embedded = members.get("_embedded")
    arrays = [
        prop for prop in _members(embedded, models).values() if isinstance(prop, ListProperty)
    ]
    if embedded is None or len(arrays) != 1:
        return None
    links = members.get("_links")
    following = _members(links, models).get("next")
    return PageShape(
        embedded=str(embedded.python_name),
        items=str(arrays[0].python_name),
        item=python_type(arrays[0].inner_property),
        total=_integer(members.get("total")),
        total_pages=_integer(members.get("total_pages")),
        per_page=_integer(members.get("per_page")),
        links=str(links.python_name) if links is not None and following is not None else None,
        next=str(following.python_name) if following is not None else None,
    )


def _integer(prop: PropertyProtocol | None) -> str | None:
    return str(prop.python_name) if isinstance(prop, IntProperty) else None


def _members(
    prop: PropertyProtocol | None, models: Mapping[str, ModelProperty]
) -> dict[str, PropertyProtocol]:
    if not isinstance(prop, ModelProperty):
        return {}
    # A property may be a copy that was made before its own properties were parsed.
    model = models[prop.class_info.name]
    return {
        member.name.get_untrusted_value(): member
        for member in (*(model.required_properties or ()), *(model.optional_properties or ()))
    }
