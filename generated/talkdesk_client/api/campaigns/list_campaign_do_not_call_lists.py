# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `list_campaign_do_not_call_lists`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import pagination as _pagination
from talkdesk_core import parameters as _parameters
from talkdesk_core import paths as _paths
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from ...models.campaign_do_not_call_list import CampaignDoNotCallList
from ...models.campaign_do_not_call_list_page import CampaignDoNotCallListPage

__all__ = ["asyncio", "call", "page_view", "sync"]

_ID = _write.Text()
_PAGE = _write.Integer(minimum=1)
_PER_PAGE = _write.Integer(minimum=1, maximum=250)
_FILTER_ = _write.Text()
_DECODE = _read.whole(CampaignDoNotCallListPage.from_dict)


def call(
    id: str,
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    filter_: str | Unset = UNSET,
) -> _calls.Call[CampaignDoNotCallListPage]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    _query = _parameters.Parameters()
    _query.add("page", page, _PAGE)
    _query.add("per_page", per_page, _PER_PAGE)
    _query.add("filter", filter_, _FILTER_, argument="filter_")
    return _calls.Call(
        operation="list_campaign_do_not_call_lists",
        method="GET",
        path=_paths.expand_path("/campaigns/{id}/do-not-call-lists", id=_ID.write("id", id)),
        template="/campaigns/{id}/do-not-call-lists",
        query=_query.sent,
        decode=_DECODE,
    )


def sync(
    client: _client.SyncAPIClient,
    id: str,
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    filter_: str | Unset = UNSET,
) -> CampaignDoNotCallListPage:
    """List the do-not-call lists of a campaign.

    One page of the do-not-call lists that are assigned to a campaign. Needs the scope
    campaigns:read. Unverified (medium confidence): No page that we have seen describes the
    operation; its failures are those of its siblings. Source: bundle.

    Args:
        id (str): Id of the campaign. Source: bundle.
        page (int): Number of the page. At least 1, the server's default is 1. Unverified
            (medium confidence): No page that we have seen describes it. Source: bundle.
        per_page (int): Items on a page. 1 to 250. Unverified (medium confidence): The
            bounds are those of the lists of a campaign's users and numbers. Source: bundle.
        filter_ (str): Which do-not-call lists to list. Unverified (low confidence): How a
            filter is written is not known. Source: bundle.

    Returns:
        The reply, a `CampaignDoNotCallListPage`.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
            sent.
        APIError: The server refuses the request; the subclass tells the status.
        APIConnectionError: The server cannot be reached, or takes too long.
        ResponseDecodeError: The reply is no JSON, or a member has another type than
            documented.
    """
    return client.execute(call(id, page=page, per_page=per_page, filter_=filter_))


async def asyncio(
    client: _client.AsyncAPIClient,
    id: str,
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    filter_: str | Unset = UNSET,
) -> CampaignDoNotCallListPage:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(id, page=page, per_page=per_page, filter_=filter_))


def page_view(page: CampaignDoNotCallListPage) -> _pagination.PageView[CampaignDoNotCallList]:
    """Say what a pager needs to know of a page."""
    embedded = page.hal_embedded
    return _pagination.PageView(
        items=(embedded.do_not_call_lists or []) if embedded is not None else [],
        total=page.total,
        total_pages=page.total_pages,
        per_page=page.per_page,
        has_next=page.hal_links is not None and page.hal_links.next_ is not None,
    )
