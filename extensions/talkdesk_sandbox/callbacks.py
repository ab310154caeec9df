"""/schedule-callbacks: listed, scheduled, shown, changed and cancelled."""

from typing import ClassVar, Final, cast

from pydantic import TypeAdapter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from talkdesk_sandbox.bodies import bad_body, parse_body, read_body
from talkdesk_sandbox.callback_changes import changed
from talkdesk_sandbox.callback_content import (
    CANCELED,
    FINISHED,
    CallbackDocument,
    parsed,
)
from talkdesk_sandbox.callback_creation import new_callback
from talkdesk_sandbox.callback_lookup import StoredCallback
from talkdesk_sandbox.callback_query import parse_callback_query
from talkdesk_sandbox.pages import page_text
from talkdesk_sandbox.problems import RequestRefusedError
from talkdesk_sandbox.protection import ProtectedEndpoint
from talkdesk_sandbox.replies import base_url, json_text, json_text_reply, with_member
from talkdesk_sandbox.services import Services, services
from talkdesk_sandbox.tokens import CALLBACKS_READ, CALLBACKS_WRITE
from talkdesk_schemas import models

CALLBACKS_PATH: Final = "/schedule-callbacks"
_OPERATIONS: Final = TypeAdapter(models.UpdateCallbackRequest)


class CallbacksEndpoint(ProtectedEndpoint):
    """The account's scheduled callbacks."""

    scopes: ClassVar[dict[str, str]] = {"GET": CALLBACKS_READ, "POST": CALLBACKS_WRITE}

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

    async def post(self, request: Request) -> Response:
        """Schedule a callback."""
        raw = await read_body(request)
        return await run_in_threadpool(self._create, request, raw)

    def _create(self, request: Request, raw: bytes) -> Response:
        here = services(request)
        callback = new_callback(raw, here.clock())
        campaign_id = cast("str | None", callback.get("campaign_id"))
        record_id = cast("str | None", callback.get("record_id"))
        with here.database.writing():
            if campaign_id is not None and here.campaigns.campaign(campaign_id) is None:
                raise bad_body([("campaign_id", "There is no campaign of this id")])
            if (
                campaign_id is not None
                and record_id is not None
                and here.callbacks.has_active(campaign_id=campaign_id, record_id=record_id)
            ):
                raise _conflict(
                    "The record has an active callback of this campaign.",
                    "Change or cancel that callback.",
                )
            here.callbacks.add(callback)
            return _shown(request, cast("str", callback["callback_id"]), status=201)


class CallbackEndpoint(ProtectedEndpoint):
    """A callback by its id."""

    scopes: ClassVar[dict[str, str]] = {
        "GET": CALLBACKS_READ,
        "PATCH": CALLBACKS_WRITE,
        "DELETE": CALLBACKS_WRITE,
    }

    def get(self, request: Request) -> Response:
        """Answer the callback."""
        return _shown(request, _asked_for(request))

    async def patch(self, request: Request) -> Response:
        """Change members of the callback, and answer it as it is then."""
        raw = await read_body(request)
        return await run_in_threadpool(self._change, request, raw)

    def _change(self, request: Request, raw: bytes) -> Response:
        operations = parse_body(raw, _OPERATIONS).root
        here = services(request)
        callback_id = _asked_for(request)
        with here.database.writing():
            callback = _unfinished(here, callback_id)
            here.callbacks.replace(changed(callback, operations))
            return _shown(request, callback_id)

    def delete(self, request: Request) -> Response:
        """Cancel the callback; it stays in the list."""
        here = services(request)
        with here.database.writing():
            callback = _unfinished(here, _asked_for(request))
            here.callbacks.replace({**callback, "status": CANCELED})
        return Response(status_code=204)


def _asked_for(request: Request) -> str:
    return cast("str", request.path_params["id"])


def _found(here: Services, callback_id: str) -> StoredCallback:
    """Return a callback.

    Raises:
        RequestRefusedError: 404 when there is none.
    """
    callback = here.callbacks.callback(callback_id)
    if callback is None:
        raise RequestRefusedError(
            404,
            "not_found",
            "There is no callback of this id.",
            description="Take an id from the list of callbacks.",
        )
    return callback


def _unfinished(here: Services, callback_id: str) -> CallbackDocument:
    """Return a callback that may still change.

    Raises:
        RequestRefusedError: 404 when there is none, 409 when it is finished.
    """
    callback = parsed(_found(here, callback_id).document)
    status = callback.get("status")
    if status in FINISHED:
        raise _conflict(
            f"The callback is finished: its status is {status}.", "Schedule a new callback."
        )
    return callback


def _conflict(message: str, description: str) -> RequestRefusedError:
    return RequestRefusedError(409, "conflict", message, description=description)


def _shown(request: Request, callback_id: str, status: int = 200) -> Response:
    """Return the reply that shows one callback.

    After a change it belongs into the same transaction: later the callback may be another's.
    """
    callback = _found(services(request), callback_id)
    text = _with_links(callback, base_url(request) + CALLBACKS_PATH)
    return json_text_reply(request, models.Callback, text, status)


def _with_links(callback: StoredCallback, address: str) -> str:
    """Return the JSON text of a callback; its document is stored as text and stays that."""
    links = {"self": {"href": f"{address}/{callback.callback_id}"}}
    return with_member(callback.document, "_links", json_text(links))


ROUTES: Final = (
    Route(CALLBACKS_PATH, CallbacksEndpoint),
    Route(CALLBACKS_PATH + "/{id}", CallbackEndpoint),
)
"""The routes of scheduled callbacks."""
