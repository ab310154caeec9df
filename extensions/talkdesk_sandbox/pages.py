"""HAL pages: the envelope and the links that every list shares."""

from collections.abc import Mapping
from typing import Protocol
from urllib.parse import quote, urlencode

from talkdesk_sandbox.replies import json_text, with_member


class PageQuery(Protocol):
    """What a list is asked for."""

    @property
    def page(self) -> int:
        """Number of the page, from 1."""
        ...

    @property
    def per_page(self) -> int:
        """Most items on a page, from 1."""
        ...

    @property
    def sent(self) -> Mapping[str, str]:
        """The filters as they were sent, without the page, for the links of the reply."""
        ...


def page_text(address: str, query: PageQuery, total: int, name: str, items: list[str]) -> str:
    """Return the JSON text of a page.

    Args:
        address: Address of the list, without a query.
        query: What was asked for.
        total: Number of items on all pages.
        name: Name of the array inside ``_embedded``.
        items: JSON texts of the items of this page.
    """
    total_pages = -(-total // query.per_page)
    envelope: dict[str, object] = {
        "total": total,
        "total_pages": total_pages,
        "page": query.page,
        "per_page": query.per_page,
        "count": len(items),
        "_links": page_links(address, query, total_pages),
    }
    embedded = f'{{"{name}":[{",".join(items)}]}}'
    return with_member(json_text(envelope), "_embedded", embedded)


def page_links(address: str, query: PageQuery, total_pages: int) -> dict[str, dict[str, str]]:
    """Return the HAL links from a page to its neighbours, with the filters kept.

    ``prev`` and ``next`` are there only when such a page is. Before a page beyond the end comes
    the last one. An empty listing has one page, which is empty.
    """
    last = max(total_pages, 1)
    pages = {"self": query.page, "first": 1, "last": last}
    if query.page > 1 and total_pages:
        pages["prev"] = min(query.page - 1, last)
    if query.page < total_pages:
        pages["next"] = query.page + 1
    return {
        relation: {"href": f"{address}?{_query_text(query, page)}"}
        for relation, page in pages.items()
    }


def _query_text(query: PageQuery, page: int) -> str:
    parameters = {**query.sent, "page": str(page), "per_page": str(query.per_page)}
    return urlencode(parameters, quote_via=quote, safe="")
