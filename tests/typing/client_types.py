"""What type checkers know of the client. This file is checked, not run."""

from __future__ import annotations

import datetime
from typing import Any, assert_type

from talkdesk_client import (
    APIError,
    AsyncPager,
    AsyncTalkdesk,
    ClientCredentials,
    Pager,
    ResponseDecodeError,
    StaticToken,
    Talkdesk,
    TalkdeskError,
)
from talkdesk_client.api.callbacks import list_callbacks
from talkdesk_client.models import Callback, CallbackPage, CallbackStatus, Campaign, WeekDay
from talkdesk_core.calls import Call
from talkdesk_core.http import Response


def making_clients() -> None:
    """Each kind of credentials and address is accepted."""
    assert_type(Talkdesk(account="a", auth=ClientCredentials("i", "s", scope="x")), Talkdesk)
    assert_type(Talkdesk.from_env(), Talkdesk)
    assert_type(AsyncTalkdesk.from_env(timeout=3), AsyncTalkdesk)
    with Talkdesk(region="eu", auth=StaticToken("t")) as client:
        assert_type(client, Talkdesk)


def listing(client: Talkdesk, moment: datetime.datetime) -> None:
    """Filters take what the documentation says, and the pager is typed."""
    pager = client.callbacks.list(status=CallbackStatus.SUCCESS, next_time_to_call_end=moment)
    assert_type(pager, Pager[Callback, CallbackPage])
    assert_type(pager.total(), int)
    assert_type(pager.first_page(), CallbackPage)
    for page in pager.pages():
        assert_type(page.total_pages, int | None)
    for callback in client.callbacks.list(time_to_call="2026-03-02", limit=None):
        assert_type(callback, Callback)
        assert_type(callback.time_to_call, datetime.datetime | None)
        assert_type(callback.status, CallbackStatus | None)
        if callback.phone_number is not None:
            assert_type(callback.phone_number, str)
    call = list_callbacks.call(page=1)
    assert_type(call, Call[CallbackPage])
    assert_type(client.execute(call), CallbackPage)
    assert_type(list_callbacks.sync(client, per_page=5), CallbackPage)


def showing(client: Talkdesk) -> None:
    """A campaign is typed down to its lists of enums."""
    campaign = client.campaigns.get("id")
    assert_type(campaign, Campaign)
    strategy = campaign.dialing_strategy
    if strategy is not None and strategy.calling_hours is not None:
        assert_type(strategy.calling_hours[0].week_days, list[WeekDay] | None)
    assert_type(campaign.additional_properties, dict[str, Any])
    assert_type(client.request("GET", "/campaigns", params={"page": 1}), Response)


async def waiting(client: AsyncTalkdesk) -> None:
    """The async client differs by `await` alone."""
    pager = client.callbacks.list(agent_id="a")
    assert_type(pager, AsyncPager[Callback, CallbackPage])
    assert_type(await pager.total(), int)
    async for callback in pager:
        assert_type(callback, Callback)
    async for page in pager.pages():
        assert_type(page, CallbackPage)
    assert_type(await client.campaigns.get("id"), Campaign)
    assert_type(await client.request("GET", "/campaigns"), Response)
    assert_type(await list_callbacks.asyncio(client), CallbackPage)


def failing(error: TalkdeskError) -> None:
    """Errors are told apart by class and carry typed facts."""
    if isinstance(error, APIError):
        assert_type(error.status_code, int)
        assert_type(error.request_id, str | None)
        assert_type(error.retry_after, float | None)
    if isinstance(error, ResponseDecodeError):
        assert_type(error.path, str)
        assert_type(error.body, bytes)
