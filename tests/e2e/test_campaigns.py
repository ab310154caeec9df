"""Listing and showing campaigns: every member arrives, and each filter filters."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from talkdesk_client import BadRequestError, NotFoundError
from talkdesk_client.models import (
    Campaign,
    CampaignStatus,
    CampaignSummary,
    StatusAfterCall,
    TimeUnit,
)
from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.quirks import Quirk
from talkdesk_schemas import models as schemas
from tests.e2e.conftest import CAMPAIGNS, Twin, documented_client
from tests.e2e.modes import UNKNOWN, Mode, documented
from tests.sandbox.document import EffectiveDocument


def some_campaigns(twin: Twin) -> list[str]:
    """Return the ids of the campaigns that callbacks come from."""
    callbacks = twin.items(twin.client.callbacks.list())
    return sorted({c.campaign_id for c in callbacks if c.campaign_id is not None})


def some_campaign(twin: Twin) -> str:
    """Return the id of a campaign that callbacks come from."""
    return some_campaigns(twin)[0]


def test_a_campaign_is_read_whole(twin: Twin) -> None:
    """What is read and written again is what the server sent, and both generators accept it."""
    ids = some_campaigns(twin)
    found: set[str] = set()
    for campaign_id in ids:
        raw = twin.result(twin.client.request("GET", f"/campaigns/{campaign_id}")).content
        campaign: Campaign = twin.result(twin.client.campaigns.get(campaign_id))
        assert campaign == Campaign.from_json(raw)
        assert campaign.to_dict() == json.loads(raw)
        assert campaign.id == campaign_id
        assert campaign.additional_properties == {}
        schemas.Campaign.model_validate_json(raw, strict=True)
        found.add(str(campaign.status))
    assert found == set(CampaignStatus)


def without_links(data: Any) -> Any:
    """Leave out links, whose hosts differ between sandboxes."""
    return {name: value for name, value in documented(data).items() if name != "_links"}


def test_a_campaign_is_the_same_in_every_mode(reader: Twin, mode: Mode, sandbox: Sandbox) -> None:
    """Nested objects, lists and enums are typed, and nothing is lost or added."""
    with documented_client(sandbox) as client:
        ids = [item.id for item in client.campaigns.list()]
        assert len(ids) == CAMPAIGNS
        for campaign_id in map(str, ids):
            campaign: Campaign = reader.result(reader.client.campaigns.get(campaign_id))
            assert without_links(campaign.to_dict()) == without_links(
                client.campaigns.get(campaign_id).to_dict()
            )
            unknown = UNKNOWN if Quirk.UNKNOWN_MEMBERS in mode.quirks else frozenset[str]()
            assert campaign.additional_properties.keys() == unknown
            assert_nested_members_are_typed(campaign)


def assert_nested_members_are_typed(campaign: Campaign) -> None:
    """Lists, nested objects and enums within them are models and not dictionaries."""
    strategy = campaign.dialing_strategy
    assert strategy is not None
    assert strategy.calling_hours
    assert strategy.calling_hours[0].from_
    assert strategy.record_chain
    units = {entry.retry_period_time_unit for entry in strategy.record_chain}
    assert units <= set(TimeUnit)
    assert strategy.dispositions is not None
    assert strategy.dispositions.no_answer is not None
    assert strategy.dispositions.no_answer.status_after_call in set(StatusAfterCall)


def test_campaigns_and_what_is_assigned_are_listed_in_every_mode(
    reader: Twin, sandbox: Sandbox
) -> None:
    """Each listing has the same items as one that a server gives by the document."""
    with documented_client(sandbox) as client:
        expected = [without_links(each.to_dict()) for each in client.campaigns.list()]
        listed = reader.items(reader.client.campaigns.list(per_page=2))
        assert [without_links(each.to_dict()) for each in listed] == expected
        assert len(expected) == CAMPAIGNS
        for kind in ("users", "numbers", "record_lists", "do_not_call_lists"):
            name = f"list_{kind}"
            wanted = [
                without_links(each.to_dict())
                for each in getattr(client.campaigns, name)(listed[0].id)
            ]
            found = reader.items(getattr(reader.client.campaigns, name)(listed[0].id, per_page=1))
            assert [without_links(each.to_dict()) for each in found] == wanted
            assert wanted


def test_fields_leave_the_rest_of_a_campaign_out(reader: Twin) -> None:
    """The reply has the members that are named and the required ones; the others are None."""
    whole: Campaign = reader.result(reader.client.campaigns.get(some_campaign(reader)))
    part: Campaign = reader.result(
        reader.client.campaigns.get(whole.id, fields="status,created_at")
    )
    kept = ("_links", "id", "name", "status", "created_at")
    assert documented(part.to_dict()) == {
        name: value for name, value in documented(whole.to_dict()).items() if name in kept
    }
    assert part.created_at == whole.created_at is not None
    assert whole.dialing_strategy is not None
    assert part.dialing_strategy is None


def test_fields_that_no_campaign_has_are_refused(reader: Twin) -> None:
    """The error names the parameter."""
    with pytest.raises(BadRequestError) as caught:
        reader.result(reader.client.campaigns.get(some_campaign(reader), fields="status,colour"))
    assert [field.name for field in caught.value.fields] == ["fields"]


FILTERS: dict[str, Callable[[CampaignSummary], Any]] = {
    "name": lambda campaign: campaign.name,
    "search": lambda campaign: campaign.name,
    "dialing_mode": lambda campaign: campaign.dialing_mode,
    "status": lambda campaign: str(campaign.status).lower(),
    "priority": lambda campaign: campaign.priority,
}
ASSIGNED = {
    "user_id": "list_users",
    "record_list_id": "list_record_lists",
    "do_no_call_list_id": "list_do_not_call_lists",
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_gives_what_a_filter_of_all_campaigns_gives(
    reader: Twin, sandbox: Sandbox, name: str
) -> None:
    """Asked for the value of the first campaign, those come that have it, in every mode."""
    with documented_client(sandbox) as client:
        everything = list(client.campaigns.list())
    value = FILTERS[name](everything[0])
    expected = [each.id for each in everything if FILTERS[name](each) == value]
    found = reader.items(reader.client.campaigns.list(**{name: value}))
    assert [each.id for each in found] == expected
    assert 0 < len(expected) < len(everything)


def test_what_needs_action_and_what_does_not_are_all(reader: Twin, sandbox: Sandbox) -> None:
    """Each of the two answers gives the campaigns that have it."""
    with documented_client(sandbox) as client:
        everything = list(client.campaigns.list())
    for value in (True, False):
        found = reader.items(reader.client.campaigns.list(action_required=value))
        expected = [each.id for each in everything if each.action_required is value]
        assert [each.id for each in found] == expected


@pytest.mark.parametrize("name", ASSIGNED)
def test_campaigns_are_found_by_what_is_assigned_to_them(
    twin: Twin, sandbox: Sandbox, name: str
) -> None:
    """A user, a record list, a do-not-call list."""
    with documented_client(sandbox) as client:
        assigned = {
            str(item.id): [each.id for each in getattr(client.campaigns, ASSIGNED[name])(item.id)]
            for item in client.campaigns.list()
        }
    value = next(iter(assigned.values()))[0]
    found = twin.items(twin.client.campaigns.list(**{name: value}))
    assert [each.id for each in found] == [i for i, ids in assigned.items() if value in ids]


def test_campaigns_are_found_by_a_team_and_by_their_time(twin: Twin) -> None:
    """Of a team one user is assigned; both ends of a span belong to it, as times and as dates."""
    campaigns = twin.client.campaigns
    everything = twin.items(campaigns.list())
    teams = {
        team.team_id
        for callback in twin.items(twin.client.callbacks.list())
        for team in callback.teams or ()
    }
    found = [{each.id for each in twin.items(campaigns.list(team_id=team))} for team in teams]
    assert set().union(*found) == {each.id for each in everything}
    first, last = everything[0].created_at, everything[-2].created_at
    for start, end in ((first, last), (first.date(), last.date())):
        span = twin.items(campaigns.list(created_at_from=start, created_at_to=end))
        assert [each.id for each in span][: len(everything) - 1] == [e.id for e in everything[:-1]]
    with pytest.raises(BadRequestError):
        twin.items(campaigns.list(created_at_from=first))


def test_the_list_s_fields_leave_the_rest_out(twin: Twin) -> None:
    """The required members are there all the same."""
    for item in twin.items(twin.client.campaigns.list(fields="status")):
        assert item.to_dict().keys() == {"_links", "id", "name", "status"}


def test_the_tests_above_name_every_parameter() -> None:
    """A parameter that the document gains must gain a test here."""
    assert EffectiveDocument().query_parameters("/campaigns/{id}") == ["fields"]
    elsewhere = {"page", "per_page", "fields", "order_by", "team_id", "action_required"}
    elsewhere |= {"created_at_from", "created_at_to"}
    documented_ones = set(EffectiveDocument().query_parameters("/campaigns"))
    assert documented_ones == elsewhere | FILTERS.keys() | ASSIGNED.keys()


@pytest.mark.parametrize("campaign_id", ["no-such-campaign", "a/b", "../callbacks", "%2e%2e", "?x"])
def test_an_unknown_id_is_not_found_and_changes_no_path(reader: Twin, campaign_id: str) -> None:
    """Whatever an id holds, it stays one segment of the path."""
    with pytest.raises(NotFoundError) as caught:
        reader.result(reader.client.campaigns.get(campaign_id))
    assert caught.value.status_code == 404
    assert caught.value.request_id
    assert list(caught.value.fields) == []
    assert caught.value.url.startswith(reader.client.base_url + "/campaigns/")
