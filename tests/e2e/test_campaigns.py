"""Showing a campaign: every member of the reply arrives."""

from __future__ import annotations

import json

import pytest

from talkdesk_client import NotFoundError
from talkdesk_client.models import Campaign, CampaignStatus
from talkdesk_schemas import models as schemas
from tests.e2e.conftest import Twin


def some_campaign(twin: Twin) -> str:
    """Return the id of a campaign that callbacks come from."""
    callbacks = twin.items(twin.client.callbacks.list(limit=50))
    return str(next(c.campaign_id for c in callbacks if c.campaign_id is not None))


def test_a_campaign_is_read_whole(twin: Twin) -> None:
    """What is read and written again is what the server sent, and both generators accept it."""
    campaign_id = some_campaign(twin)
    raw = twin.result(twin.client.request("GET", f"/campaigns/{campaign_id}")).content
    campaign = twin.result(twin.client.campaigns.get(campaign_id))
    assert campaign == Campaign.from_json(raw)
    assert campaign.to_dict() == json.loads(raw)
    assert campaign.id == campaign_id
    assert campaign.status in set(CampaignStatus)
    assert campaign.additional_properties == {}
    schemas.Campaign.model_validate_json(raw, strict=True)


def test_nested_members_are_typed(twin: Twin) -> None:
    """Lists, nested objects and enums within them are models and not dictionaries."""
    campaign: Campaign = twin.result(twin.client.campaigns.get(some_campaign(twin)))
    strategy = campaign.dialing_strategy
    assert strategy is not None
    assert strategy.calling_hours
    assert strategy.calling_hours[0].from_
    assert strategy.record_chain
    assert {entry.retry_period_time_unit for entry in strategy.record_chain} <= {
        "SECONDS",
        "MINUTES",
        "HOURS",
        "DAYS",
    }
    assert strategy.dispositions is not None
    assert strategy.dispositions.no_answer is not None
    assert strategy.dispositions.no_answer.status_after_call is not None


@pytest.mark.parametrize("campaign_id", ["no-such-campaign", "a/b", "../callbacks", "%2e%2e", "?x"])
def test_an_unknown_id_is_not_found_and_changes_no_path(twin: Twin, campaign_id: str) -> None:
    """Whatever an id holds, it stays one segment of the path."""
    with pytest.raises(NotFoundError) as caught:
        twin.result(twin.client.campaigns.get(campaign_id))
    assert caught.value.status_code == 404
    assert caught.value.request_id
    assert caught.value.url.startswith(twin.client.base_url + "/campaigns/")
