"""GET /schedule-callbacks: one page of the callbacks that match."""

from typing import ClassVar, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from talkdesk_sandbox.callback_query import parse_callback_query
from talkdesk_sandbox.callback_store import StoredCallback
from talkdesk_sandbox.pages import page_text
from talkdesk_sandbox.protection import ProtectedEndpoint
from talkdesk_sandbox.replies import base_url, json_text, json_text_reply, with_member
from talkdesk_sandbox.services import services
from talkdesk_sandbox.tokens import CALLBACKS_READ
from talkdesk_schemas import models

CALLBACKS_PATH: Final = "/schedule-callbacks"


class CallbacksEndpoint(ProtectedEndpoint):
    """The account's scheduled callbacks."""

    scopes: ClassVar[dict[str, str]] = {"GET": CALLBACKS_READ}

    def get(self, request: Request) -> Response:
        """Answer one page; runs on a worker thread, because the database blocks."""
        query = parse_callback_query(request.query_params)
        total, found = services(request).callbacks.page(
            query.wanted, page=query.page, per_page=query.per_page
        )
        address = base_url(request) + CALLBACKS_PATH
        items = [_with_links(callback, address) for callback in found]
        text = page_text(address, query, total, "callbacks", items)
        return json_text_reply(request, models.CallbackPage, text)


def _with_links(callback: StoredCallback, address: str) -> str:
    """Return the JSON text of a callback; its document is stored as text and stays that."""
    links = {"self": {"href": f"{address}/{callback.callback_id}"}}
    return with_member(callback.document, "_links", json_text(links))


ROUTES: Final = (Route(CALLBACKS_PATH, CallbacksEndpoint),)
"""The routes of scheduled callbacks."""
