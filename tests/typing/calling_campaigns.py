"""What type checkers know of the operations on campaigns. This file is checked, not run."""

from __future__ import annotations

import datetime
from typing import assert_type

from talkdesk_client import AsyncPager, AsyncTalkdesk, Pager, Talkdesk
from talkdesk_client.api.campaigns import (
    create_campaign,
    delete_campaign,
    list_campaigns,
    update_campaign,
)
from talkdesk_client.models import (
    Campaign,
    CampaignInput,
    CampaignOperation,
    CampaignOperationPath,
    CampaignOrder,
    CampaignPage,
    CampaignStatusFilter,
    CampaignSummary,
    DialingMode,
)
from talkdesk_core.calls import Call
from talkdesk_core.pagination import PageView


def listing(client: Talkdesk, moment: datetime.datetime) -> None:
    """Filters are words or members, times or their text; items are short."""
    pager = client.campaigns.list(
        fields="name",
        name="n",
        search="s",
        user_id="u",
        team_id="t",
        record_list_id="r",
        do_no_call_list_id="d",
        order_by=CampaignOrder.NAME_DESC,
        dialing_mode=DialingMode.PREVIEW,
        status=CampaignStatusFilter.PAUSED,
        action_required=True,
        priority=3,
        created_at_from=moment,
        created_at_to="2026-03-02T15:00:00Z",
        page=2,
        per_page=50,
        limit=10,
    )
    assert_type(pager, Pager[CampaignSummary, CampaignPage])
    client.campaigns.list(order_by="name:desc", status="paused")


def listing_async(client: AsyncTalkdesk) -> None:
    """A listing itself is not awaited."""
    assert_type(client.campaigns.list(), AsyncPager[CampaignSummary, CampaignPage])


def writing(client: Talkdesk) -> None:
    """A campaign comes back from all but its end."""
    body = CampaignInput(name="Spring", dialing_mode="PREVIEW", priority=3)
    change = CampaignOperation(op="REPLACE", path=CampaignOperationPath.STATUS, value="paused")
    assert_type(client.campaigns.create(body, source_id="id"), Campaign)
    assert_type(client.campaigns.create({"name": "Spring"}), Campaign)
    assert_type(client.campaigns.update("id", change), Campaign)
    client.campaigns.delete("id")


async def writing_async(client: AsyncTalkdesk) -> None:
    """The same, awaited."""
    change = CampaignOperation(op="REPLACE", path="name", value="Spring")
    assert_type(await client.campaigns.create(body={"name": "Spring"}, source_id="id"), Campaign)
    assert_type(await client.campaigns.update(id="id", body=change), Campaign)
    await client.campaigns.delete(id="id")


def describing(body: CampaignInput, change: CampaignOperation) -> None:
    """A call carries the model of its reply; one without a body carries None."""
    assert_type(list_campaigns.call(page=1), Call[CampaignPage])
    assert_type(create_campaign.call(body), Call[Campaign])
    assert_type(update_campaign.call("id", change), Call[Campaign])
    assert_type(delete_campaign.call("id"), Call[None])


def calling_plainly(client: Talkdesk, body: CampaignInput, change: CampaignOperation) -> None:
    """The plain operations give one page or one item."""
    page = list_campaigns.sync(client)
    assert_type(page, CampaignPage)
    assert_type(list_campaigns.page_view(page), PageView[CampaignSummary])
    assert_type(create_campaign.sync(client, body), Campaign)
    assert_type(update_campaign.sync(client, "id", change), Campaign)
    delete_campaign.sync(client, "id")


async def calling_plainly_async(
    client: AsyncTalkdesk, body: CampaignInput, change: CampaignOperation
) -> None:
    """The plain operations, awaited."""
    assert_type(await list_campaigns.asyncio(client), CampaignPage)
    assert_type(await create_campaign.asyncio(client, body), Campaign)
    assert_type(await update_campaign.asyncio(client, "id", change), Campaign)
    await delete_campaign.asyncio(client, "id")
