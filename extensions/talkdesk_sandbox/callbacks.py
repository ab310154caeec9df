"""GET /schedule-callbacks: one page of the callbacks that match."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from talkdesk_sandbox.callback_query import CallbackQuery, parse_callback_query
from talkdesk_sandbox.protection import ProtectedEndpoint
from talkdesk_sandbox.replies import base_url, json_reply
from talkdesk_sandbox.services import services
from talkdesk_sandbox.timestamps import date_time_text
from talkdesk_sandbox.tokens import CALLBACKS_READ
from talkdesk_schemas import models

CALLBACKS_PATH: Final = "/schedule-callbacks"

# How a stored cell looks on the wire, where it is not the cell itself. The vendor's examples write
# milliseconds in one time and leave them out in another; clients must read both.
_ON_THE_WIRE: Mapping[str, Callable[[Any], object]] = {
    "record_extra_data": json.loads,
    "time_to_call": date_time_text,
    "next_time_to_call": partial(date_time_text, always_fraction=True),
    "exclusive_to_agent": bool,
}


class CallbacksEndpoint(ProtectedEndpoint):
    """The account's scheduled callbacks."""

    scopes = {"GET": CALLBACKS_READ}  # noqa: RUF012  (a ClassVar of the base class)

    def get(self, request: Request) -> Response:
        """Answer one page; runs on a worker thread, because the database blocks."""
        query = parse_callback_query(request.query_params)
        total, rows = services(request).store.callback_page(
            query.wanted, page=query.page, per_page=query.per_page
        )
        base = base_url(request)
        total_pages = -(-total // query.per_page)
        body: dict[str, object] = {
            "total": total,
            "total_pages": total_pages,
            "page": query.page,
            "per_page": query.per_page,
            "count": len(rows),
            "_links": page_links(base + CALLBACKS_PATH, query, total_pages),
            "_embedded": {"callbacks": [_callback(row, base) for row in rows]},
        }
        return json_reply(models.CallbackPage, body)


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


def _callback(row: sqlite3.Row, base: str) -> dict[str, object]:
    """Return a callback as the wire has it: absent members are left out, never null."""
    body: dict[str, object] = {}
    for name in row.keys():  # noqa: SIM118  (iterating a Row gives its values)
        cell: object = row[name]
        if cell is not None and name != "position":
            read = _ON_THE_WIRE.get(name)
            body[name] = cell if read is None else read(cell)
    body["_links"] = {"self": {"href": f"{base}{CALLBACKS_PATH}/{row['callback_id']}"}}
    return body
