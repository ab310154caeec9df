# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `list_campaign_numbers`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import pagination as _pagination
from talkdesk_core import parameters as _parameters
from talkdesk_core import paths as _paths
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from ...models.campaign_number import CampaignNumber
from ...models.campaign_number_page import CampaignNumberPage

__all__ = ["asyncio", "call", "page_view", "sync"]

_ID = _write.Text()
_PAGE = _write.Integer(minimum=1)
_PER_PAGE = _write.Integer(minimum=1, maximum=250)
_FILTER_ = _write.Text()
_DECODE = _read.whole(CampaignNumberPage.from_dict)


def call(
    id: str,
    *,
    page: int | Unset = UNSET,
    per_page: int | Unset = UNSET,
    filter_: str | Unset = UNSET,
) -> _calls.Call[CampaignNumberPage]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    _query = _parameters.Parameters()
    _query.add("page", page, _PAGE)
    _query.add("per_page", per_page, _PER_PAGE)
    _query.add("filter", filter_, _FILTER_, argument="filter_")
    return _calls.Call(
        operation="list_campaign_numbers",
        method="GET",
        path=_paths.expand_path("/campaigns/{id}/numbers", id=_ID.write("id", id)),
        template="/campaigns/{id}/numbers",
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
) -> CampaignNumberPage:
    """List the numbers of a campaign.

    One page of the numbers that are assigned to a campaign. Needs the scope campaigns:read.
    Source: campaign-numbers.

    Args:
        id (str): Id of the campaign. Source: campaign-numbers.
        page (int): Number of the page. At least 1, the server's default is 1. Source:
            campaign-numbers.
        per_page (int): Items on a page. 1 to 250. Source: campaign-numbers.
        filter_ (str): Which numbers to list. Unverified (low confidence): How a filter is
            written is not known. Source: campaign-numbers.

    Returns:
        The reply, a `CampaignNumberPage`.

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
) -> CampaignNumberPage:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(id, page=page, per_page=per_page, filter_=filter_))


def page_view(page: CampaignNumberPage) -> _pagination.PageView[CampaignNumber]:
    """Say what a pager needs to know of a page."""
    embedded = page.hal_embedded
    return _pagination.PageView(
        items=(embedded.numbers or []) if embedded is not None else [],
        total=page.total,
        total_pages=page.total_pages,
        per_page=page.per_page,
        has_next=page.hal_links is not None and page.hal_links.next_ is not None,
    )
