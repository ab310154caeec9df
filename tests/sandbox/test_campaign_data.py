"""The campaigns of a seed and what they have assigned."""

from collections.abc import Iterator

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.campaign_assignment_data import fill_assignments
from talkdesk_sandbox.campaign_assignment_store import Kind
from talkdesk_sandbox.campaign_store import CampaignStore
from talkdesk_sandbox.database import Database
from talkdesk_sandbox.staff import staff
from tests.sandbox.caller import JsonObject, signed_in, whole_listing, without_links
from tests.sandbox.campaign_calls import KINDS, PAGES, all_campaigns, assigned, assigned_ids
from tests.sandbox.document import EffectiveDocument


@pytest.fixture(scope="module", params=range(4))
def client(request: pytest.FixtureRequest) -> Iterator[httpx.Client]:
    """Clients of sandboxes of several seeds."""
    with Sandbox(seed=request.param, callbacks=200) as sandbox, signed_in(sandbox) as client:
        yield client


def test_eight_campaigns_show_all_that_lists_of_campaigns_have(
    client: httpx.Client, document: EffectiveDocument
) -> None:
    """Every member of the pages and of their items occurs; two to a page give every link."""
    shown: set[str] = set()
    for query in ("per_page=2&page=2", "per_page=100"):
        shown |= document.shown("CampaignPage", client.get(f"/campaigns?{query}").json())
    for campaign in all_campaigns(client):
        for kind, name in PAGES.items():
            path = f"/campaigns/{campaign['id']}/{kind}"
            for query in ("", "?per_page=1&page=2", "?per_page=1"):
                shown |= document.shown(name, client.get(path + query).json())
    schemas = (
        "CampaignPage", "CampaignPageEmbedded", "CampaignPageLinks", "CampaignSummary",
        "CampaignLinks", "CampaignStatus", "DialingMode", "CampaignUser", "CampaignNumber",
        "CampaignRecordList", "CampaignDoNotCallList", "AssignmentPageLinks", "AssignmentLinks",
        *PAGES.values(), *(f"{name}Embedded" for name in PAGES.values()),
    )  # fmt: skip
    wanted = {each for each in document.all_to_show() if each.partition(".")[0] in schemas}
    assert {each.partition(".")[0] for each in wanted} == set(schemas)
    assert shown >= wanted


def test_every_campaign_has_some_of_each_kind(client: httpx.Client) -> None:
    """Several users and numbers, two record lists, do-not-call lists; none of them twice."""
    bounds = {
        "users": (2, 4), "numbers": (2, 3), "record-lists": (2, 2), "do-not-call-lists": (1, 2),
    }  # fmt: skip
    for campaign in all_campaigns(client):
        for kind, (fewest, most) in bounds.items():
            ids = assigned_ids(client, campaign["id"], kind)
            assert fewest <= len(ids) <= most
            assert len(set(ids)) == len(ids)


def test_callbacks_and_campaigns_name_the_same_things(client: httpx.Client) -> None:
    """A callback's record list is one of its campaign's, its caller id one of the numbers.

    Agents are users of campaigns, and their teams find campaigns.
    """
    callbacks = whole_listing(client)
    campaign_ids = [campaign["id"] for campaign in all_campaigns(client)]
    lists = {each: set(assigned_ids(client, each, "record-lists")) for each in campaign_ids}
    assert {item["campaign_id"] for item in callbacks if "campaign_id" in item} == set(campaign_ids)
    named: dict[str, set[str]] = {each: set() for each in campaign_ids}
    for item in callbacks:
        if "campaign_id" in item and "record_list_id" in item:
            named[item["campaign_id"]].add(item["record_list_id"])
    assert named == lists
    numbers = {
        number["phone_number"]
        for each in campaign_ids
        for number in assigned(client, each, "numbers")
    }
    assert {item["caller_id"] for item in callbacks if "caller_id" in item} == numbers
    users = {user for each in campaign_ids for user in assigned_ids(client, each, "users")}
    assert {each["agent_id"] for item in callbacks for each in item.get("agents", ())} == users
    teams = {each["team_id"] for item in callbacks for each in item.get("teams", ())}
    assert all(all_campaigns(client, team_id=team) for team in teams)
    assert len(teams) == 6


def everything(sandbox: Sandbox) -> list[JsonObject]:
    """Return all campaigns of a sandbox with all they have, less the links."""
    with sandbox, signed_in(sandbox) as client:
        return [
            {**campaign, **{kind: assigned(client, campaign["id"], kind) for kind in KINDS}}
            for campaign in without_links(all_campaigns(client))
        ]


def test_the_same_seed_gives_the_same_campaigns_and_assignments() -> None:
    """Whatever the number of callbacks; another seed gives others."""
    first, again, other = (
        everything(Sandbox(seed=seed, callbacks=count)) for seed, count in ((5, 0), (5, 60), (6, 0))
    )
    assert first == again
    assert not {each["id"] for each in first} & {each["id"] for each in other}
    users = [{user["id"] for each in data for user in each["users"]} for data in (first, other)]
    assert not users[0] & users[1]


def test_more_campaigns_do_not_change_the_first_ones() -> None:
    """The first campaigns of eight are those of three."""
    few, many = (everything(Sandbox(campaigns=count, callbacks=0)) for count in (3, 8))
    assert [each["id"] for each in many[:3]] == [each["id"] for each in few]
    assert [each["record-lists"] for each in many[:3]] == [each["record-lists"] for each in few]
    assert [each["users"] for each in many[:3]] == [each["users"] for each in few]


def test_a_sandbox_without_campaigns_has_an_empty_list(document: EffectiveDocument) -> None:
    """And the list is valid."""
    with Sandbox(callbacks=10, campaigns=0) as sandbox, signed_in(sandbox) as client:
        page: JsonObject = client.get("/campaigns").json()
    assert document.faults("CampaignPage", page) == []
    assert (page["total"], page["total_pages"]) == (0, 0)


def test_nothing_stays_of_a_campaign_that_is_removed() -> None:
    """What it had goes with it; what others have stays."""
    database = Database()
    store = CampaignStore(database, ({"id": each, "name": each} for each in ("one", "two")))
    fill_assignments(store.assignments, 1, ["one", "two"])
    assert store.assignments.kinds("one") == store.assignments.kinds("two") == set(Kind)
    store.remove("one")
    assert store.assignments.kinds("one") == set()
    assert store.assignments.kinds("two") == set(Kind)
    assert (store.campaign("one") is None, store.campaign("two") is None) == (True, False)
    database.close()


@pytest.mark.parametrize("seed", range(5))
def test_each_team_has_two_users(seed: int) -> None:
    """Twelve users in six teams, each in one; ids are 24-hex and follow from the seed."""
    team_of = staff(seed).team_of
    assert len(team_of) == 12
    sizes = {team: list(team_of.values()).count(team) for team in team_of.values()}
    assert sizes == dict.fromkeys(sizes, 2)
    assert all(len(each) == 24 and int(each, 16) >= 0 for each in [*team_of, *sizes])
    assert staff(seed) == staff(seed) != staff(seed + 1)
