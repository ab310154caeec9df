"""What type checkers know of the operations. This file is checked, not run."""

from __future__ import annotations

import datetime
from typing import assert_type

from talkdesk_client import UNSET, AsyncPager, AsyncTalkdesk, Pager, Talkdesk, Unset
from talkdesk_client.api.callbacks import list_callbacks
from talkdesk_client.api.campaigns import get_campaign
from talkdesk_client.models import Callback, CallbackPage, CallbackStatus, Campaign
from talkdesk_core.calls import Call
from talkdesk_core.pagination import PageView


def listing(client: Talkdesk, moment: datetime.datetime, chosen: str | Unset) -> None:
    """Filters are what the documentation says: words or members, times or their text."""
    pager = client.callbacks.list(
        agent_id="a",
        campaign_id="c",
        contact_id="k",
        next_time_to_call_end=moment,
        phone_number="+12025550143",
        record_id="r",
        time_to_call="2026-03-02",
        status=CallbackStatus.SUCCESS,
        start_time=moment,
        end_time="2026-03-02T15:00:00Z",
        queue="q",
        team_id="t",
        from_call_type="INBOUND",
        page=2,
        per_page=50,
        limit=10,
    )
    assert_type(pager, Pager[Callback, CallbackPage])
    assert_type(client.callbacks.list(), Pager[Callback, CallbackPage])
    # An argument that is not given may be passed on as such.
    client.callbacks.list(agent_id=chosen, status="SUCCESS", time_to_call=UNSET, limit=None)


def showing(client: Talkdesk) -> None:
    """One item is asked for by its id, and comes as its model."""
    assert_type(client.campaigns.get("id"), Campaign)
    assert_type(client.campaigns.get(id="id", fields="name"), Campaign)


async def listing_async(
    client: AsyncTalkdesk, moment: datetime.datetime, chosen: str | Unset
) -> None:
    """A listing itself is not awaited; reading it is."""
    pager = client.callbacks.list(
        agent_id=chosen, next_time_to_call_end=moment, status=CallbackStatus.SUCCESS, limit=10
    )
    assert_type(pager, AsyncPager[Callback, CallbackPage])


async def showing_async(client: AsyncTalkdesk) -> None:
    """One item is awaited."""
    assert_type(await client.campaigns.get("id"), Campaign)
    assert_type(await client.campaigns.get(id="id", fields="name"), Campaign)


def describing(client: Talkdesk) -> None:
    """A call carries the model of its reply to whoever sends it."""
    listed = list_callbacks.call(page=1, status=CallbackStatus.SUCCESS)
    assert_type(listed, Call[CallbackPage])
    assert_type(client.execute(listed), CallbackPage)
    assert_type(listed.read(b"{}"), CallbackPage)
    assert_type(listed.method, str)
    assert_type(listed.path, str)
    shown = get_campaign.call("id", fields="name")
    assert_type(shown, Call[Campaign])
    assert_type(client.execute(shown), Campaign)


async def describing_async(client: AsyncTalkdesk) -> None:
    """The same description serves the asynchronous client."""
    assert_type(await client.execute(list_callbacks.call(page=1)), CallbackPage)
    assert_type(await client.execute(get_campaign.call("id")), Campaign)


def calling_plainly(client: Talkdesk) -> None:
    """The plain operations give one page or one item."""
    page = list_callbacks.sync(client, per_page=5)
    assert_type(page, CallbackPage)
    assert_type(list_callbacks.page_view(page), PageView[Callback])
    assert_type(get_campaign.sync(client, "id"), Campaign)


async def calling_plainly_async(client: AsyncTalkdesk) -> None:
    """The plain operations, awaited."""
    assert_type(await list_callbacks.asyncio(client, per_page=5), CallbackPage)
    assert_type(await get_campaign.asyncio(client, "id"), Campaign)
