# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `list_callbacks`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from talkdesk_core import decoding as _read
from talkdesk_core.arguments import Query
from talkdesk_core.calls import Call
from talkdesk_core.pagination import PageView
from talkdesk_core.unset import UNSET, Unset

from ...models.callback import Callback
from ...models.callback_page import CallbackPage

if TYPE_CHECKING:
    from talkdesk_core.client import AsyncAPIClient, SyncAPIClient

__all__ = ["asyncio", "call", "page_view", "sync"]


def call(
    *,
    agent_id: str | Unset = UNSET,
    campaign_id: str | Unset = UNSET,
    contact_id: str | Unset = UNSET,
    next_time_to_call_end: datetime.date | str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    phone_number: str | Unset = UNSET,
    record_id: str | Unset = UNSET,
    time_to_call: datetime.date | str | Unset = UNSET,
    status: str | Unset = UNSET,
) -> Call[CallbackPage]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    _query = Query()
    _query.text("agent_id", agent_id)
    _query.text("campaign_id", campaign_id)
    _query.text("contact_id", contact_id)
    _query.moment("next_time_to_call_end", next_time_to_call_end)
    _query.integer("page", page, minimum=1)
    _query.integer("per_page", per_page, minimum=1, maximum=500)
    _query.text("phone_number", phone_number)
    _query.text("record_id", record_id)
    _query.moment("time_to_call", time_to_call)
    _query.text("status", status)
    return Call(
        operation="list_callbacks",
        method="GET",
        path="/schedule-callbacks",
        query=_query.sent,
        decode=_read.whole(_read.model(CallbackPage.from_dict)),
    )


def sync(
    client: SyncAPIClient,
    *,
    agent_id: str | Unset = UNSET,
    campaign_id: str | Unset = UNSET,
    contact_id: str | Unset = UNSET,
    next_time_to_call_end: datetime.date | str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    phone_number: str | Unset = UNSET,
    record_id: str | Unset = UNSET,
    time_to_call: datetime.date | str | Unset = UNSET,
    status: str | Unset = UNSET,
) -> CallbackPage:
    """List scheduled callbacks.

    One page of the account's scheduled callbacks, narrowed by any combination of filters,
    with the number of all that match. Needs the scope schedule-callbacks:read. Source:
    callback-query, line 1.

    Args:
        agent_id: Id of an assigned agent. Matches callbacks kept for that agent (only
            theirs, or theirs if available) and callbacks assigned to a group of agents the
            agent belongs to. Source: callback-query, line 165.
        campaign_id: Id of the campaign the callback came from. Source: callback-query, line
            169.
        contact_id: Id of the contact to be called. Source: callback-query, line 173.
        next_time_to_call_end: Latest next attempt; callbacks whose next attempt lies later
            are left out. At most 35 characters. Source: callback-query, line 177.
        page: Number of the page. At least 1, the server's default is 1. Source:
            callback-query, line 182.
        per_page: Items on a page. 1 to 500. Source: callback-query, line 187.
        phone_number: Phone number to be called. At most 36 characters. Source:
            callback-query, line 191.
        record_id: Id of the record to be called. At most 36 characters. Source:
            callback-query, line 195.
        time_to_call: When the call is due; callbacks due at another time are left out. At
            most 35 characters. Source: callback-query, line 199.
        status: Status of the callback. At most 35 characters. Source: callback-query, line
            203.

    Returns:
        The reply, a `CallbackPage`.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
            sent.
        APIError: The server refuses the request; the subclass tells the status.
        APIConnectionError: The server cannot be reached, or takes too long.
        ResponseDecodeError: The reply is no JSON, or a member has another type than
            documented.
    """
    return client.execute(
        call(
            agent_id=agent_id,
            campaign_id=campaign_id,
            contact_id=contact_id,
            next_time_to_call_end=next_time_to_call_end,
            page=page,
            per_page=per_page,
            phone_number=phone_number,
            record_id=record_id,
            time_to_call=time_to_call,
            status=status,
        )
    )


async def asyncio(
    client: AsyncAPIClient,
    *,
    agent_id: str | Unset = UNSET,
    campaign_id: str | Unset = UNSET,
    contact_id: str | Unset = UNSET,
    next_time_to_call_end: datetime.date | str | Unset = UNSET,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    phone_number: str | Unset = UNSET,
    record_id: str | Unset = UNSET,
    time_to_call: datetime.date | str | Unset = UNSET,
    status: str | Unset = UNSET,
) -> CallbackPage:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(
        call(
            agent_id=agent_id,
            campaign_id=campaign_id,
            contact_id=contact_id,
            next_time_to_call_end=next_time_to_call_end,
            page=page,
            per_page=per_page,
            phone_number=phone_number,
            record_id=record_id,
            time_to_call=time_to_call,
            status=status,
        )
    )


def page_view(page: CallbackPage) -> PageView[Callback]:
    """Say what a pager needs to know of a page."""
    embedded = page.hal_embedded
    return PageView(
        items=(embedded.callbacks or []) if embedded is not None else [],
        total=page.total,
        total_pages=page.total_pages,
        per_page=page.per_page,
        has_next=page.hal_links is not None and page.hal_links.next_ is not None,
    )
