"""What type checkers know of whole replies and request ids. This file is checked, not run."""

from __future__ import annotations

import datetime
from typing import assert_type

from talkdesk_client import AsyncTalkdesk, RawResponse, Talkdesk
from talkdesk_client.api.callbacks import cancel_callback, get_callback
from talkdesk_client.models import (
    Callback,
    CallbackInput,
    CallbackPage,
    Campaign,
    CampaignDoNotCallListPage,
    CampaignInput,
    CampaignNumberPage,
    CampaignPage,
    CampaignRecordListPage,
    CampaignUserPage,
)
from talkdesk_client.raw_resources.callbacks import (
    AsyncCallbacksWithRawResponse,
    CallbacksWithRawResponse,
)
from talkdesk_client.raw_resources.campaigns import (
    AsyncCampaignsWithRawResponse,
    CampaignsWithRawResponse,
)
from talkdesk_core.http import Headers, Response
from talkdesk_core.replies import Reply, identified


def looking_into(raw: RawResponse[Callback]) -> None:
    """A reply has its facts, and the result that the operation would have given."""
    assert_type(raw.status_code, int)
    assert_type(raw.headers, Headers)
    assert_type(raw.content, bytes)
    assert_type(raw.request_id, str | None)
    assert_type(raw.attempts, int)
    assert_type(raw.elapsed, float)
    assert_type(raw.http_response, Response)
    assert_type(raw.parse(), Callback)


def knowing_the_id(callback: Callback, page: CallbackPage, campaign: Campaign) -> None:
    """What an operation replies with may know the request's id."""
    assert_type(callback.request_id, str | None)
    assert_type(page.request_id, str | None)
    assert_type(campaign.request_id, str | None)
    reply: Reply = callback
    assert_type(reply.request_id, str | None)
    assert_type(identified(callback, "id"), Callback)
    assert_type(identified([1], None), list[int])


def asking(client: Talkdesk, other: AsyncTalkdesk) -> None:
    """Every resource has a twin for whole replies."""
    assert_type(client.callbacks.with_raw_response, CallbacksWithRawResponse)
    assert_type(client.campaigns.with_raw_response, CampaignsWithRawResponse)
    assert_type(other.callbacks.with_raw_response, AsyncCallbacksWithRawResponse)
    assert_type(other.campaigns.with_raw_response, AsyncCampaignsWithRawResponse)


def callbacks(
    raw: CallbacksWithRawResponse, moment: datetime.datetime, body: CallbackInput
) -> None:
    """Each operation on callbacks; a listing gives the one page that is asked for."""
    page = raw.list(agent_id="a", next_time_to_call_end=moment, page=2, per_page=50)
    assert_type(page, RawResponse[CallbackPage])
    assert_type(raw.create(body), RawResponse[Callback])
    assert_type(raw.get("id"), RawResponse[Callback])
    assert_type(raw.update("id", []), RawResponse[Callback])
    assert_type(raw.cancel("id"), RawResponse[None])


async def callbacks_async(raw: AsyncCallbacksWithRawResponse, body: CallbackInput) -> None:
    """The same, awaited: a page as well."""
    assert_type(await raw.list(page=2), RawResponse[CallbackPage])
    assert_type(await raw.create(body), RawResponse[Callback])
    assert_type(await raw.get("id"), RawResponse[Callback])
    assert_type(await raw.update("id", []), RawResponse[Callback])
    assert_type(await raw.cancel("id"), RawResponse[None])


def campaigns(raw: CampaignsWithRawResponse, body: CampaignInput) -> None:
    """Each operation on campaigns."""
    assert_type(raw.list(name="n", per_page=50), RawResponse[CampaignPage])
    assert_type(raw.create(body), RawResponse[Campaign])
    assert_type(raw.get("id", fields="name"), RawResponse[Campaign])
    assert_type(raw.update("id", {"name": "n"}), RawResponse[Campaign])
    assert_type(raw.delete("id"), RawResponse[None])


async def campaigns_async(raw: AsyncCampaignsWithRawResponse, body: CampaignInput) -> None:
    """The same, awaited."""
    assert_type(await raw.list(name="n", per_page=50), RawResponse[CampaignPage])
    assert_type(await raw.create(body), RawResponse[Campaign])
    assert_type(await raw.get("id", fields="name"), RawResponse[Campaign])
    assert_type(await raw.update("id", {"name": "n"}), RawResponse[Campaign])
    assert_type(await raw.delete("id"), RawResponse[None])


def assignments(raw: CampaignsWithRawResponse) -> None:
    """What is assigned to a campaign."""
    assert_type(raw.list_users("id", page=2), RawResponse[CampaignUserPage])
    assert_type(raw.list_numbers("id", page=2), RawResponse[CampaignNumberPage])
    assert_type(raw.list_record_lists("id", page=2), RawResponse[CampaignRecordListPage])
    assert_type(raw.list_do_not_call_lists("id", page=2), RawResponse[CampaignDoNotCallListPage])
    assert_type(raw.assign_users("id", [{"id": "1"}]), RawResponse[None])
    assert_type(raw.assign_numbers("id", [{"id": "1"}]), RawResponse[None])
    assert_type(raw.assign_record_lists("id", [{"id": "1"}]), RawResponse[None])
    assert_type(raw.assign_do_not_call_lists("id", [{"id": "1"}]), RawResponse[None])
    assert_type(raw.dissociate_users("id", [{"id": "1"}]), RawResponse[None])
    assert_type(raw.dissociate_numbers("id", [{"id": "1"}]), RawResponse[None])
    assert_type(raw.dissociate_record_lists("id", [{"id": "1"}]), RawResponse[None])
    assert_type(raw.dissociate_do_not_call_lists("id", [{"id": "1"}]), RawResponse[None])


async def assignments_async(raw: AsyncCampaignsWithRawResponse) -> None:
    """The same, awaited."""
    assert_type(await raw.list_users("id"), RawResponse[CampaignUserPage])
    assert_type(await raw.list_numbers("id"), RawResponse[CampaignNumberPage])
    assert_type(await raw.list_record_lists("id"), RawResponse[CampaignRecordListPage])
    assert_type(await raw.list_do_not_call_lists("id"), RawResponse[CampaignDoNotCallListPage])
    assert_type(await raw.assign_users("id", [{"id": "1"}]), RawResponse[None])
    assert_type(await raw.assign_numbers("id", [{"id": "1"}]), RawResponse[None])
    assert_type(await raw.assign_record_lists("id", [{"id": "1"}]), RawResponse[None])
    assert_type(await raw.assign_do_not_call_lists("id", [{"id": "1"}]), RawResponse[None])
    assert_type(await raw.dissociate_users("id", [{"id": "1"}]), RawResponse[None])
    assert_type(await raw.dissociate_numbers("id", [{"id": "1"}]), RawResponse[None])
    assert_type(await raw.dissociate_record_lists("id", [{"id": "1"}]), RawResponse[None])
    assert_type(await raw.dissociate_do_not_call_lists("id", [{"id": "1"}]), RawResponse[None])


def executing(client: Talkdesk) -> None:
    """A call that was described by hand has a whole reply too."""
    assert_type(client.execute_raw(get_callback.call("id")), RawResponse[Callback])
    assert_type(client.execute_raw(cancel_callback.call("id")), RawResponse[None])
    assert_type(get_callback.call("id").template, str)


async def executing_async(client: AsyncTalkdesk) -> None:
    """The same, awaited."""
    assert_type(await client.execute_raw(get_callback.call("id")), RawResponse[Callback])
