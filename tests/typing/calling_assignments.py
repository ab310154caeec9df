"""What type checkers know of what is assigned to a campaign. This file is checked, not run."""

from __future__ import annotations

from typing import assert_type

from talkdesk_client import AsyncPager, AsyncTalkdesk, Pager, Talkdesk
from talkdesk_client.api.campaigns import (
    assign_campaign_do_not_call_lists,
    assign_campaign_numbers,
    assign_campaign_record_lists,
    assign_campaign_users,
    dissociate_campaign_do_not_call_lists,
    dissociate_campaign_numbers,
    dissociate_campaign_record_lists,
    dissociate_campaign_users,
    list_campaign_do_not_call_lists,
    list_campaign_numbers,
    list_campaign_record_lists,
    list_campaign_users,
)
from talkdesk_client.models import (
    CampaignDoNotCallList,
    CampaignDoNotCallListPage,
    CampaignNumber,
    CampaignNumberPage,
    CampaignRecordList,
    CampaignRecordListPage,
    CampaignUser,
    CampaignUserPage,
    DoNotCallListReference,
    NumberReference,
    RecordListReference,
    UserReference,
)
from talkdesk_core.calls import Call
from talkdesk_core.pagination import PageView


def listing(client: Talkdesk) -> None:
    """Each kind has pages and items of its own."""
    users = client.campaigns.list_users("id", filter_="f", page=2, per_page=50, limit=10)
    assert_type(users, Pager[CampaignUser, CampaignUserPage])
    numbers = client.campaigns.list_numbers("id", filter_="f", page=2, per_page=50, limit=10)
    assert_type(numbers, Pager[CampaignNumber, CampaignNumberPage])
    record_lists = client.campaigns.list_record_lists(
        "id", filter_="f", page=2, per_page=50, limit=10
    )
    assert_type(record_lists, Pager[CampaignRecordList, CampaignRecordListPage])
    do_not_call_lists = client.campaigns.list_do_not_call_lists(
        "id", filter_="f", page=2, per_page=50, limit=10
    )
    assert_type(do_not_call_lists, Pager[CampaignDoNotCallList, CampaignDoNotCallListPage])


def listing_async(client: AsyncTalkdesk) -> None:
    """A listing itself is not awaited."""
    assert_type(client.campaigns.list_users("id"), AsyncPager[CampaignUser, CampaignUserPage])
    assert_type(client.campaigns.list_numbers("id"), AsyncPager[CampaignNumber, CampaignNumberPage])
    record_lists = client.campaigns.list_record_lists("id")
    assert_type(record_lists, AsyncPager[CampaignRecordList, CampaignRecordListPage])
    do_not_call_lists = client.campaigns.list_do_not_call_lists("id")
    assert_type(do_not_call_lists, AsyncPager[CampaignDoNotCallList, CampaignDoNotCallListPage])


def writing(client: Talkdesk) -> None:
    """What is assigned and dissociated is a model or a mapping."""
    client.campaigns.assign_users("id", [UserReference(id="1"), {"id": "2"}])
    client.campaigns.dissociate_users("id", [UserReference(id="1")])
    client.campaigns.assign_numbers("id", [NumberReference(id="1"), {"id": "2"}])
    client.campaigns.dissociate_numbers("id", [NumberReference(id="1")])
    client.campaigns.assign_record_lists("id", [RecordListReference(id="1"), {"id": "2"}])
    client.campaigns.dissociate_record_lists("id", [RecordListReference(id="1")])
    client.campaigns.assign_do_not_call_lists("id", [DoNotCallListReference(id="1"), {"id": "2"}])
    client.campaigns.dissociate_do_not_call_lists("id", [DoNotCallListReference(id="1")])
    client.campaigns.assign_numbers("id", [NumberReference(phone_number="+12025550100")])


async def writing_async(client: AsyncTalkdesk) -> None:
    """The same, awaited."""
    await client.campaigns.assign_users("id", [UserReference(id="1")])
    await client.campaigns.dissociate_users("id", [{"id": "1"}])
    await client.campaigns.assign_numbers("id", [NumberReference(id="1")])
    await client.campaigns.dissociate_numbers("id", [{"id": "1"}])
    await client.campaigns.assign_record_lists("id", [RecordListReference(id="1")])
    await client.campaigns.dissociate_record_lists("id", [{"id": "1"}])
    await client.campaigns.assign_do_not_call_lists("id", [DoNotCallListReference(id="1")])
    await client.campaigns.dissociate_do_not_call_lists("id", [{"id": "1"}])


def describing() -> None:
    """A call carries the model of its reply; one without a body carries None."""
    assert_type(list_campaign_users.call("id"), Call[CampaignUserPage])
    assert_type(assign_campaign_users.call("id", []), Call[None])
    assert_type(dissociate_campaign_users.call("id", []), Call[None])
    assert_type(list_campaign_numbers.call("id"), Call[CampaignNumberPage])
    assert_type(assign_campaign_numbers.call("id", []), Call[None])
    assert_type(dissociate_campaign_numbers.call("id", []), Call[None])
    assert_type(list_campaign_record_lists.call("id"), Call[CampaignRecordListPage])
    assert_type(assign_campaign_record_lists.call("id", []), Call[None])
    assert_type(dissociate_campaign_record_lists.call("id", []), Call[None])
    assert_type(list_campaign_do_not_call_lists.call("id"), Call[CampaignDoNotCallListPage])
    assert_type(assign_campaign_do_not_call_lists.call("id", []), Call[None])
    assert_type(dissociate_campaign_do_not_call_lists.call("id", []), Call[None])


def calling_plainly(client: Talkdesk) -> None:
    """The plain operations."""
    users = list_campaign_users.sync(client, "id")
    assert_type(users, CampaignUserPage)
    assert_type(list_campaign_users.page_view(users), PageView[CampaignUser])
    assign_campaign_users.sync(client, "id", [{"id": "1"}])
    dissociate_campaign_users.sync(client, "id", [{"id": "1"}])
    numbers = list_campaign_numbers.sync(client, "id")
    assert_type(numbers, CampaignNumberPage)
    assert_type(list_campaign_numbers.page_view(numbers), PageView[CampaignNumber])
    assign_campaign_numbers.sync(client, "id", [{"id": "1"}])
    dissociate_campaign_numbers.sync(client, "id", [{"id": "1"}])
    record_lists = list_campaign_record_lists.sync(client, "id")
    assert_type(record_lists, CampaignRecordListPage)
    assert_type(list_campaign_record_lists.page_view(record_lists), PageView[CampaignRecordList])
    assign_campaign_record_lists.sync(client, "id", [{"id": "1"}])
    dissociate_campaign_record_lists.sync(client, "id", [{"id": "1"}])
    do_not_call_lists = list_campaign_do_not_call_lists.sync(client, "id")
    assert_type(do_not_call_lists, CampaignDoNotCallListPage)
    assert_type(
        list_campaign_do_not_call_lists.page_view(do_not_call_lists),
        PageView[CampaignDoNotCallList],
    )
    assign_campaign_do_not_call_lists.sync(client, "id", [{"id": "1"}])
    dissociate_campaign_do_not_call_lists.sync(client, "id", [{"id": "1"}])


async def calling_plainly_async(client: AsyncTalkdesk) -> None:
    """The plain operations, awaited."""
    assert_type(await list_campaign_users.asyncio(client, "id"), CampaignUserPage)
    await assign_campaign_users.asyncio(client, "id", [{"id": "1"}])
    await dissociate_campaign_users.asyncio(client, "id", [{"id": "1"}])
    assert_type(await list_campaign_numbers.asyncio(client, "id"), CampaignNumberPage)
    await assign_campaign_numbers.asyncio(client, "id", [{"id": "1"}])
    await dissociate_campaign_numbers.asyncio(client, "id", [{"id": "1"}])
    assert_type(await list_campaign_record_lists.asyncio(client, "id"), CampaignRecordListPage)
    await assign_campaign_record_lists.asyncio(client, "id", [{"id": "1"}])
    await dissociate_campaign_record_lists.asyncio(client, "id", [{"id": "1"}])
    assert_type(
        await list_campaign_do_not_call_lists.asyncio(client, "id"), CampaignDoNotCallListPage
    )
    await assign_campaign_do_not_call_lists.asyncio(client, "id", [{"id": "1"}])
    await dissociate_campaign_do_not_call_lists.asyncio(client, "id", [{"id": "1"}])
