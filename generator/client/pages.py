"""Recognising a HAL page by its shape: `_embedded` holds one array, whatever it is called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.client.reading import Reading, reading
from generator.client.shapes import Catalog, Kind, Shape

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    item: Reading
    total: str | None
    total_pages: str | None
    per_page: str | None
    links: str | None
    next: str | None


def page_shape(catalog: Catalog, reply: Shape) -> PageShape | None:
    """Return the shape of a page, or None when the reply is none."""
    members = _members(catalog, reply)
    embedded = members.get("_embedded")
    if embedded is None:
        return None
    arrays = {
        name: member
        for name, member in _members(catalog, embedded).items()
        if member.kind is Kind.ARRAY
    }
    if len(arrays) != 1:
        return None
    ((name, array),) = arrays.items()
    links = members.get("_links")
    following = links is not None and "next" in _members(catalog, links)

    def integer(member: str) -> str | None:
        found = members.get(member)
        if found is None or found.kind is not Kind.INTEGER:
            return None
        return _attributes(catalog, reply)[member]

    return PageShape(
        embedded=_attributes(catalog, reply)["_embedded"],
        items=_attributes(catalog, embedded)[name],
        item=reading(catalog, array.item),
        total=integer("total"),
        total_pages=integer("total_pages"),
        per_page=integer("per_page"),
        links=_attributes(catalog, reply)["_links"] if following else None,
        next=_attributes(catalog, links)["next"] if links is not None and following else None,
    )


def _members(catalog: Catalog, shape: Shape) -> dict[str, Shape]:
    if shape.kind is not Kind.OBJECT:
        return {}
    members = catalog.members(shape.schema)
    return {name: catalog.shape(member) for name, member in members.items()}


def _attributes(catalog: Catalog, shape: Shape) -> Mapping[str, str]:
    return catalog.attributes[shape.reference.name] if shape.reference is not None else {}
