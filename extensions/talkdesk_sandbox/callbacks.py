"""GET /schedule-callbacks: one page of the callbacks that match."""

from collections.abc import Iterable
from typing import ClassVar, Final
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from talkdesk_sandbox.callback_query import CallbackQuery, parse_callback_query
from talkdesk_sandbox.protection import ProtectedEndpoint
from talkdesk_sandbox.replies import base_url, json_text, json_text_reply, with_member
from talkdesk_sandbox.services import services
from talkdesk_sandbox.store import StoredCallback
from talkdesk_sandbox.tokens import CALLBACKS_READ
from talkdesk_schemas import models

CALLBACKS_PATH: Final = "/schedule-callbacks"


class CallbacksEndpoint(ProtectedEndpoint):
    """The account's scheduled callbacks."""

    scopes: ClassVar[dict[str, str]] = {"GET": CALLBACKS_READ}

    def get(self, request: Request) -> Response:
        """Answer one page; runs on a worker thread, because the database blocks."""
        query = parse_callback_query(request.query_params)
        total, found = services(request).store.callback_page(
            query.wanted, page=query.page, per_page=query.per_page
        )
        address = base_url(request) + CALLBACKS_PATH
        total_pages = -(-total // query.per_page)
        envelope: dict[str, object] = {
            "total": total,
            "total_pages": total_pages,
            "page": query.page,
            "per_page": query.per_page,
            "count": len(found),
            "_links": page_links(address, query, total_pages),
        }
        embedded = _embedded(found, address)
        return json_text_reply(
            models.CallbackPage, with_member(json_text(envelope), "_embedded", embedded)
        )


def page_links(address: str, query: CallbackQuery, total_pages: int) -> dict[str, dict[str, str]]:
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


def _query_text(query: CallbackQuery, page: int) -> str:
    parameters = {**query.sent, "page": str(page), "per_page": str(query.per_page)}
    return urlencode(parameters, quote_via=quote, safe="")


def _embedded(found: Iterable[StoredCallback], address: str) -> str:
    """Return the JSON text of the items; their documents are stored as text and stay that."""
    items = (
        with_member(
            callback.document,
            "_links",
            json_text({"self": {"href": f"{address}/{callback.callback_id}"}}),
        )
        for callback in found
    )
    return f'{{"callbacks":[{",".join(items)}]}}'
