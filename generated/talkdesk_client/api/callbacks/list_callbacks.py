# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `list_callbacks`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

import datetime

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import pagination as _pagination
from talkdesk_core import parameters as _parameters
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from ...models.callback import Callback
from ...models.callback_page import CallbackPage

__all__ = ["asyncio", "call", "page_view", "sync"]

_AGENT_ID = _write.Text()
_CAMPAIGN_ID = _write.Text()
_CONTACT_ID = _write.Text()
_NEXT_TIME_TO_CALL_END = _write.Moment(dates=True)
_PAGE = _write.Integer(minimum=1)
_PER_PAGE = _write.Integer(minimum=1, maximum=500)
_PHONE_NUMBER = _write.Text()
_RECORD_ID = _write.Text()
_TIME_TO_CALL = _write.Moment(dates=True)
_STATUS = _write.Text()
_START_TIME = _write.Moment(dates=True)
_END_TIME = _write.Moment(dates=True)
_QUEUE = _write.Text()
_TEAM_ID = _write.Text()
_FROM_CALL_TYPE = _write.Text()
_DECODE = _read.whole(CallbackPage.from_dict)


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
    start_time: datetime.date | str | Unset = UNSET,
    end_time: datetime.date | str | Unset = UNSET,
    queue: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    from_call_type: str | Unset = UNSET,
) -> _calls.Call[CallbackPage]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    _query = _parameters.Parameters()
    _query.add("agent_id", agent_id, _AGENT_ID)
    _query.add("campaign_id", campaign_id, _CAMPAIGN_ID)
    _query.add("contact_id", contact_id, _CONTACT_ID)
    _query.add("next_time_to_call_end", next_time_to_call_end, _NEXT_TIME_TO_CALL_END)
    _query.add("page", page, _PAGE)
    _query.add("per_page", per_page, _PER_PAGE)
    _query.add("phone_number", phone_number, _PHONE_NUMBER)
    _query.add("record_id", record_id, _RECORD_ID)
    _query.add("time_to_call", time_to_call, _TIME_TO_CALL)
    _query.add("status", status, _STATUS)
    _query.add("start_time", start_time, _START_TIME)
    _query.add("end_time", end_time, _END_TIME)
    _query.add("queue", queue, _QUEUE)
    _query.add("team_id", team_id, _TEAM_ID)
    _query.add("from_call_type", from_call_type, _FROM_CALL_TYPE)
    return _calls.Call(
        operation="list_callbacks",
        method="GET",
        path="/schedule-callbacks",
        template="/schedule-callbacks",
        query=_query.sent,
        decode=_DECODE,
    )


def sync(
    client: _client.SyncAPIClient,
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
    start_time: datetime.date | str | Unset = UNSET,
    end_time: datetime.date | str | Unset = UNSET,
    queue: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    from_call_type: str | Unset = UNSET,
) -> CallbackPage:
    """List scheduled callbacks.

    One page of the account's scheduled callbacks, narrowed by any combination of filters,
    with the number of all that match. Needs the scope schedule-callbacks:read. Source:
    callback-query, line 1. Erratum A-28 (medium confidence).

    Args:
        agent_id (str): Ids of assigned agents, separated by commas. Matches callbacks kept
            for one of them (only theirs, or theirs if available) and callbacks assigned to
            a group of agents that one of them belongs to. Source: callback-query, line 165.
            Erratum A-25 (medium confidence), A-24 (high confidence).
        campaign_id (str): Id of the campaign the callback came from. Source:
            callback-query, line 169. Erratum A-24 (high confidence).
        contact_id (str): Id of the contact to be called. Source: callback-query, line 173.
            Erratum A-24 (high confidence).
        next_time_to_call_end (datetime.date | str): Latest next attempt; callbacks whose
            next attempt lies later are left out. Source: callback-query, line 177. Erratum
            A-23 (medium confidence), A-24 (high confidence).
        page (int): Number of the page. At least 1, the server's default is 1. Source:
            callback-query, line 182. Erratum A-5 (medium confidence).
        per_page (int): Items on a page. 1 to 500. Source: callback-query, line 187. Erratum
            A-3 (low confidence).
        phone_number (str): Phone number to be called. Source: callback-query, line 191.
            Erratum A-26 (high confidence).
        record_id (str): Id of the record to be called. Source: callback-query, line 195.
            Erratum A-24 (high confidence).
        time_to_call (datetime.date | str): When the call is due; callbacks due at another
            time are left out. Unverified (low confidence): The name is that of the vendor's
            newest bundle, while the order of the page suggests scheduled_time_to_call.
            Source: callback-query, line 199. Erratum A-22 (low confidence), A-23 (medium
            confidence), A-24 (high confidence).
        status (str): Status of the callback, one of the words of CallbackStatus. Whether
            several can be given is not known. Source: callback-query, line 203. Erratum
            A-27 (medium confidence), A-24 (high confidence).
        start_time (datetime.date | str): Earliest time. Unverified (low confidence): Of
            which member is not known, and that it is a date-time is a guess. Source:
            bundle. Erratum A-28 (medium confidence).
        end_time (datetime.date | str): Latest time. Unverified (low confidence): Of which
            member is not known, and that it is a date-time is a guess. Source: bundle.
            Erratum A-28 (medium confidence).
        queue (str): Id of a queue the callback is assigned to. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle. Erratum
            A-28 (medium confidence).
        team_id (str): Id of a team the callback is assigned to. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle. Erratum
            A-28 (medium confidence).
        from_call_type (str): Kind of call the callback came from, one of the words of
            CallbackFromCallType. Unverified (medium confidence): No page that we have seen
            describes it. Source: bundle. Erratum A-28 (medium confidence).

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
            start_time=start_time,
            end_time=end_time,
            queue=queue,
            team_id=team_id,
            from_call_type=from_call_type,
        )
    )


async def asyncio(
    client: _client.AsyncAPIClient,
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
    start_time: datetime.date | str | Unset = UNSET,
    end_time: datetime.date | str | Unset = UNSET,
    queue: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    from_call_type: str | Unset = UNSET,
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
            start_time=start_time,
            end_time=end_time,
            queue=queue,
            team_id=team_id,
            from_call_type=from_call_type,
        )
    )


def page_view(page: CallbackPage) -> _pagination.PageView[Callback]:
    """Say what a pager needs to know of a page."""
    embedded = page.hal_embedded
    return _pagination.PageView(
        items=(embedded.callbacks or []) if embedded is not None else [],
        total=page.total,
        total_pages=page.total_pages,
        per_page=page.per_page,
        has_next=page.hal_links is not None and page.hal_links.next_ is not None,
    )
