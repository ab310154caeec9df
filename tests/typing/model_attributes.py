"""What type checkers know of the models. This file is checked, not run."""

from __future__ import annotations

import datetime
from typing import Any, assert_type

import talkdesk_client
from talkdesk_client import models
from talkdesk_client.models import (
    Callback,
    CallbackLink,
    CallbackPage,
    CallbackPageEmbedded,
    CallbackPageLinks,
    CallbackStatus,
    CallbackTeam,
    CallingHours,
    Campaign,
    RecordExtraData,
    TimeUnit,
    WeekDay,
)


def attributes(callback: Callback) -> None:
    """Every attribute may be missing, whatever the document requires."""
    assert_type(callback.callback_id, str | None)
    assert_type(callback.time_to_call, datetime.datetime | None)
    assert_type(callback.exclusive_to_agent, bool | None)
    assert_type(callback.status, CallbackStatus | None)
    assert_type(callback.record_extra_data, RecordExtraData | None)
    assert_type(callback.teams, list[CallbackTeam] | None)


def dial(number: str) -> None:
    """Stand for what a program does with a number."""


def narrowing(callback: Callback) -> None:
    """After `is not None` a value is used without a cast."""
    if callback.phone_number is not None:
        dial(callback.phone_number)
        assert_type(callback.phone_number, str)
    if callback.time_to_call is not None:
        assert_type(callback.time_to_call.timestamp(), float)
    if callback.status is not None:
        assert_type(callback.status.lower(), str)
    for team in callback.teams or []:
        assert_type(team, CallbackTeam)


def going_down(page: CallbackPage) -> None:
    """A page is typed down to the items it embeds and the links of its neighbours."""
    assert_type(page.total, int | None)
    assert_type(page.hal_embedded, CallbackPageEmbedded | None)
    if page.hal_embedded is not None and page.hal_embedded.callbacks is not None:
        assert_type(page.hal_embedded.callbacks[0], Callback)
    assert_type(page.hal_links, CallbackPageLinks | None)
    if page.hal_links is not None and page.hal_links.next_ is not None:
        assert_type(page.hal_links.next_, CallbackLink)
        assert_type(page.hal_links.next_.href, str | None)


def down_to_enums(campaign: Campaign) -> None:
    """A campaign is typed down to its lists of enums."""
    assert_type(campaign.priority, int | None)
    strategy = campaign.dialing_strategy
    if strategy is not None and strategy.calling_hours is not None:
        assert_type(strategy.retry_time_unit, TimeUnit | None)
        assert_type(strategy.calling_hours, list[CallingHours])
        assert_type(strategy.calling_hours[0].from_, str | None)
        assert_type(strategy.calling_hours[0].week_days, list[WeekDay] | None)


def reading_and_writing(data: dict[str, Any], content: bytes) -> None:
    """Each model is read from a mapping or from bytes, and written as a dictionary."""
    assert_type(Callback.from_dict(data), Callback)
    assert_type(Campaign.from_json(content), Campaign)
    assert_type(models.CallbackPage.from_json(content), CallbackPage)
    assert_type(talkdesk_client.Campaign.from_json(content), Campaign)
    assert_type(Callback(callback_id="c", status=CallbackStatus.SUCCESS).to_dict(), dict[str, Any])


def unknown_members(campaign: Campaign) -> None:
    """Members that the document does not know are kept, and asked for by name."""
    assert_type(campaign.additional_properties, dict[str, Any])
    assert_type("mood" in campaign, bool)
    assert_type(campaign["mood"], Any)
