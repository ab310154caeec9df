"""What type checkers know of changes. This file is checked, not run."""

from __future__ import annotations

import datetime
from typing import assert_type

from talkdesk_changes import callback_changes, campaign_change
from talkdesk_client import AsyncTalkdesk, Talkdesk
from talkdesk_client.models import (
    Callback,
    CallbackAssignType,
    CallbackOperation,
    Campaign,
    CampaignOperation,
    CampaignStatus,
)


def changing(client: Talkdesk, moment: datetime.datetime) -> None:
    """A change is the body of an update."""
    changes = callback_changes(
        time_to_call=moment,
        phone_number="+12025550143",
        timezone="Europe/Lisbon",
        assign_type=CallbackAssignType.SPECIFIC_AGENT,
        agents=("a", "b"),
    )
    assert_type(changes, list[CallbackOperation])
    assert_type(client.callbacks.update("id", changes), Callback)
    assert_type(campaign_change(status=CampaignStatus.PAUSED), CampaignOperation)
    assert_type(campaign_change(name="Spring"), CampaignOperation)
    change = campaign_change(priority=3)
    assert_type(client.campaigns.update("id", change), Campaign)


async def changing_async(client: AsyncTalkdesk) -> None:
    """The same bodies serve the asynchronous client."""
    await client.callbacks.update("id", callback_changes(time_to_call="2026-03-02T15:00:00Z"))
    await client.campaigns.update("id", campaign_change(status="paused"))
