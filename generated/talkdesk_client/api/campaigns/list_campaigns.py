# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `list_campaigns`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

import datetime

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import pagination as _pagination
from talkdesk_core import parameters as _parameters
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from ...models.campaign_order import CampaignOrder
from ...models.campaign_page import CampaignPage
from ...models.campaign_status_filter import CampaignStatusFilter
from ...models.campaign_summary import CampaignSummary
from ...models.dialing_mode import DialingMode

__all__ = ["asyncio", "call", "page_view", "sync"]

_PAGE = _write.Integer(minimum=1)
_PER_PAGE = _write.Integer(minimum=1, maximum=250)
_FIELDS = _write.Text()
_NAME = _write.Text()
_SEARCH = _write.Text()
_USER_ID = _write.Text()
_TEAM_ID = _write.Text()
_RECORD_LIST_ID = _write.Text()
_DO_NO_CALL_LIST_ID = _write.Text()
_ORDER_BY = _write.Choice(CampaignOrder)
_DIALING_MODE = _write.Choice(DialingMode)
_STATUS = _write.Choice(CampaignStatusFilter)
_ACTION_REQUIRED = _write.Boolean()
_PRIORITY = _write.Integer(minimum=1, maximum=10)
_CREATED_AT_FROM = _write.Moment(dates=True)
_CREATED_AT_TO = _write.Moment(dates=True)
_DECODE = _read.whole(CampaignPage.from_dict)


def call(
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    fields: str | Unset = UNSET,
    name: str | Unset = UNSET,
    search: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    record_list_id: str | Unset = UNSET,
    do_no_call_list_id: str | Unset = UNSET,
    order_by: CampaignOrder | str | Unset = UNSET,
    dialing_mode: DialingMode | str | Unset = UNSET,
    status: CampaignStatusFilter | str | Unset = UNSET,
    action_required: bool | Unset = UNSET,
    priority: int | Unset = UNSET,
    created_at_from: datetime.date | str | Unset = UNSET,
    created_at_to: datetime.date | str | Unset = UNSET,
) -> _calls.Call[CampaignPage]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    _query = _parameters.Parameters()
    _query.add("page", page, _PAGE)
    _query.add("per_page", per_page, _PER_PAGE)
    _query.add("fields", fields, _FIELDS)
    _query.add("name", name, _NAME)
    _query.add("search", search, _SEARCH)
    _query.add("user_id", user_id, _USER_ID)
    _query.add("team_id", team_id, _TEAM_ID)
    _query.add("record_list_id", record_list_id, _RECORD_LIST_ID)
    _query.add("do_no_call_list_id", do_no_call_list_id, _DO_NO_CALL_LIST_ID)
    _query.add("order_by", order_by, _ORDER_BY)
    _query.add("dialing_mode", dialing_mode, _DIALING_MODE)
    _query.add("status", status, _STATUS)
    _query.add("action_required", action_required, _ACTION_REQUIRED)
    _query.add("priority", priority, _PRIORITY)
    _query.add("created_at_from", created_at_from, _CREATED_AT_FROM)
    _query.add("created_at_to", created_at_to, _CREATED_AT_TO)
    return _calls.Call(
        operation="list_campaigns",
        method="GET",
        path="/campaigns",
        template="/campaigns",
        query=_query.sent,
        decode=_DECODE,
    )


def sync(
    client: _client.SyncAPIClient,
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    fields: str | Unset = UNSET,
    name: str | Unset = UNSET,
    search: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    record_list_id: str | Unset = UNSET,
    do_no_call_list_id: str | Unset = UNSET,
    order_by: CampaignOrder | str | Unset = UNSET,
    dialing_mode: DialingMode | str | Unset = UNSET,
    status: CampaignStatusFilter | str | Unset = UNSET,
    action_required: bool | Unset = UNSET,
    priority: int | Unset = UNSET,
    created_at_from: datetime.date | str | Unset = UNSET,
    created_at_to: datetime.date | str | Unset = UNSET,
) -> CampaignPage:
    """List campaigns.

    One page of the account's campaigns, narrowed by any combination of filters. Items are
    short: what a campaign dials and how is shown by the operation on one campaign. Needs
    the scope campaigns:read. Source: campaigns-list.

    Args:
        page (int): Number of the page. At least 1, the server's default is 1. Source:
            campaigns-list; bundle.
        per_page (int): Items on a page. 1 to 250. Unverified (medium confidence): The
            bounds are those of the lists of a campaign's users and numbers. Source:
            campaign-users; campaign-numbers.
        fields (str): Members to reply with. Unverified (low confidence): How several
            members are written is not known. Source: bundle.
        name (str): Name of the campaign. Unverified (medium confidence): Whether the whole
            name has to match is not known. Source: bundle.
        search (str): Text to look for. Unverified (low confidence): Where it is looked for
            is not known. Source: bundle.
        user_id (str): Id of a user who is assigned to the campaign. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle.
        team_id (str): Id of a team whose users are assigned to the campaign. Unverified
            (medium confidence): No page that we have seen describes it. Source: bundle.
        record_list_id (str): Id of a record list that is assigned to the campaign.
            Unverified (medium confidence): No page that we have seen describes it. Source:
            bundle.
        do_no_call_list_id (str): Id of a do-not-call list that is assigned to the campaign.
            Unverified (low confidence): The name is spelt so in the bundle; whether the
            right spelling is taken too is not known. Source: bundle.
        order_by (CampaignOrder | str): Member to sort by, and the direction. Unverified
            (medium confidence): No page that we have seen describes it. Source: bundle.
        dialing_mode (DialingMode | str): How the campaign dials. Unverified (medium
            confidence): No page that we have seen describes it. Source: bundle.
        status (CampaignStatusFilter | str): Where the campaign stands; in lower case here,
            in upper case in replies. Unverified (medium confidence): No page that we have
            seen describes it. Source: bundle.
        action_required (bool): Whether somebody has to act. Unverified (medium confidence):
            No page that we have seen describes it. Source: bundle.
        priority (int): Priority among campaigns. 1 to 10. Unverified (medium confidence):
            No page that we have seen describes it. Source: bundle.
        created_at_from (datetime.date | str): Earliest creation. Unverified (medium
            confidence): By a connector's tests it has to come together with created_at_to.
            Source: bundle.
        created_at_to (datetime.date | str): Latest creation. Unverified (medium
            confidence): By a connector's tests it has to come together with
            created_at_from. Source: bundle.

    Returns:
        The reply, a `CampaignPage`.

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
            page=page,
            per_page=per_page,
            fields=fields,
            name=name,
            search=search,
            user_id=user_id,
            team_id=team_id,
            record_list_id=record_list_id,
            do_no_call_list_id=do_no_call_list_id,
            order_by=order_by,
            dialing_mode=dialing_mode,
            status=status,
            action_required=action_required,
            priority=priority,
            created_at_from=created_at_from,
            created_at_to=created_at_to,
        )
    )


async def asyncio(
    client: _client.AsyncAPIClient,
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    fields: str | Unset = UNSET,
    name: str | Unset = UNSET,
    search: str | Unset = UNSET,
    user_id: str | Unset = UNSET,
    team_id: str | Unset = UNSET,
    record_list_id: str | Unset = UNSET,
    do_no_call_list_id: str | Unset = UNSET,
    order_by: CampaignOrder | str | Unset = UNSET,
    dialing_mode: DialingMode | str | Unset = UNSET,
    status: CampaignStatusFilter | str | Unset = UNSET,
    action_required: bool | Unset = UNSET,
    priority: int | Unset = UNSET,
    created_at_from: datetime.date | str | Unset = UNSET,
    created_at_to: datetime.date | str | Unset = UNSET,
) -> CampaignPage:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(
        call(
            page=page,
            per_page=per_page,
            fields=fields,
            name=name,
            search=search,
            user_id=user_id,
            team_id=team_id,
            record_list_id=record_list_id,
            do_no_call_list_id=do_no_call_list_id,
            order_by=order_by,
            dialing_mode=dialing_mode,
            status=status,
            action_required=action_required,
            priority=priority,
            created_at_from=created_at_from,
            created_at_to=created_at_to,
        )
    )


def page_view(page: CampaignPage) -> _pagination.PageView[CampaignSummary]:
    """Say what a pager needs to know of a page."""
    embedded = page.hal_embedded
    return _pagination.PageView(
        items=(embedded.campaigns or []) if embedded is not None else [],
        total=page.total,
        total_pages=page.total_pages,
        per_page=page.per_page,
        has_next=page.hal_links is not None and page.hal_links.next_ is not None,
    )
