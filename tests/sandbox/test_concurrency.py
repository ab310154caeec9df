"""What one request changes it changes whole: others come before it or after it, never between."""

from collections.abc import Callable, Iterator
from functools import partial

import httpx
import pytest

from tests.sandbox.callback_calls import PATH, create, operation, patch, request_body
from tests.sandbox.caller import JsonObject, judged_client, whole_listing
from tests.sandbox.campaign_calls import (
    assigned,
    assigned_ids,
    dissociate,
    post,
    ready_campaign,
    show,
)
from tests.sandbox.campaign_calls import create as create_campaign
from tests.sandbox.campaign_calls import patch as patch_campaign
from tests.sandbox.meeting import MeetingDatabase, served

CALLERS = 8
Ask = Callable[[], httpx.Response]


@pytest.fixture(scope="module")
def database() -> MeetingDatabase:
    """Where callers wait for each other."""
    return MeetingDatabase()


@pytest.fixture(scope="module")
def client(database: MeetingDatabase) -> Iterator[httpx.Client]:
    """A client of a sandbox of its own."""
    with (
        served(database) as (address, token),
        judged_client(address) as client,
    ):
        client.headers["Authorization"] = f"Bearer {token}"
        yield client


def statuses(replies: list[httpx.Response]) -> list[int]:
    """Return the statuses of replies, the lowest first."""
    return sorted(reply.status_code for reply in replies)


def test_of_many_callbacks_of_a_record_one_is_created(
    client: httpx.Client, database: MeetingDatabase
) -> None:
    """One of the same campaign: the others are refused, and are not there."""
    ids = {"campaign_id": ready_campaign(client), "record_id": "one record"}
    ask = partial(client.post, PATH, json=request_body(**ids))
    assert statuses(database.at_once([ask] * CALLERS)) == [201] + [409] * (CALLERS - 1)
    assert len(whole_listing(client, **ids)) == 1


def test_a_callback_is_cancelled_once(client: httpx.Client, database: MeetingDatabase) -> None:
    """Whoever comes later finds it finished."""
    ask = partial(client.delete, f"{PATH}/{create(client)['callback_id']}")
    assert statuses(database.at_once([ask] * CALLERS)) == [204] + [409] * (CALLERS - 1)


def test_a_campaign_is_deleted_once(client: httpx.Client, database: MeetingDatabase) -> None:
    """Whoever comes later does not find it."""
    ask = partial(client.delete, f"/campaigns/{ready_campaign(client)}")
    assert statuses(database.at_once([ask] * CALLERS)) == [204] + [404] * (CALLERS - 1)


def test_each_change_is_answered_with_its_own_value(
    client: httpx.Client, database: MeetingDatabase
) -> None:
    """Of a callback and of a campaign: not with that of a change that came after it."""
    callback_id, campaign_id = create(client)["callback_id"], ready_campaign(client)
    values = [f"+1202555010{place}" for place in range(CALLERS)]
    replies = database.at_once(
        [partial(patch, client, callback_id, operation("/phoneNumber", each)) for each in values]
    )
    assert [reply.json()["phone_number"] for reply in replies] == values
    replies = database.at_once(
        [partial(patch_campaign, client, campaign_id, "name", each) for each in values]
    )
    assert [reply.json()["name"] for reply in replies] == values


def test_a_new_callback_is_answered_as_it_was_created(
    client: httpx.Client, database: MeetingDatabase
) -> None:
    """Although its campaign is deleted, and with it the callback cancelled, just then."""
    campaign_id = ready_campaign(client)
    calls: list[Ask] = [
        partial(client.post, PATH, json=request_body(campaign_id=campaign_id)),
        partial(client.delete, f"/campaigns/{campaign_id}"),
    ]
    made, _ = database.at_once(calls)
    assert made.status_code == 400 or made.json()["status"] == "UNATTEMPTED"


def test_changes_of_different_members_are_all_kept(
    client: httpx.Client, database: MeetingDatabase
) -> None:
    """Of a callback and of a campaign alike, which both are kept as one text."""
    callback_id, campaign_id = create(client)["callback_id"], ready_campaign(client)
    calls: list[Ask] = [
        partial(patch, client, callback_id, operation("/phoneNumber", "+1")),
        partial(patch, client, callback_id, operation("/timezone", "Asia/Tokyo")),
        partial(patch, client, callback_id, operation("/assignType", "MYSELF_ONLY")),
        partial(patch, client, callback_id, operation("/agents", ["a"])),
        partial(patch_campaign, client, campaign_id, "name", "Name"),
        partial(patch_campaign, client, campaign_id, "priority", "7"),
        partial(patch_campaign, client, campaign_id, "status", "running"),
        partial(post, client, campaign_id, "users", "another"),
    ]
    database.at_once(calls)
    callback: JsonObject = client.get(f"{PATH}/{callback_id}").json()
    assert (callback["phone_number"], callback["timezone"]) == ("+1", "Asia/Tokyo")
    assert (callback["assign_type_v2"], callback["agents"]) == ("MYSELF_ONLY", [{"agent_id": "a"}])
    campaign = show(client, campaign_id)
    assert (campaign["name"], campaign["priority"]) == ("Name", 7)
    assert campaign["status"] == "RUNNING"


@pytest.mark.parametrize(("change", "status"), [(post, "READY"), (dissociate, "INCOMPLETE")])
def test_a_status_that_follows_changes_nothing_else(
    change: Callable[..., httpx.Response],
    status: str,
    client: httpx.Client,
    database: MeetingDatabase,
) -> None:
    """A name that is changed while something is assigned or dissociated stays."""
    campaign_id = ready_campaign(client)
    if change is post:
        dissociate(client, campaign_id, "users", "one of users")

    def rename() -> None:
        for number in range(4):
            patch_campaign(client, campaign_id, "name", f"Name {number}")

    def assign() -> None:
        change(client, campaign_id, "users", "one of users")

    database.at_once([assign, rename])
    campaign = show(client, campaign_id)
    assert (campaign["name"], campaign["status"]) == ("Name 3", status)


def test_one_phone_number_gets_one_id(client: httpx.Client, database: MeetingDatabase) -> None:
    """However many campaigns it is assigned to at the same time."""
    campaigns = [create_campaign(client, {"name": f"N {place}"})["id"] for place in range(CALLERS)]
    body = [{"phone_number": f"+35121000000{place}"} for place in range(5)]
    calls = [partial(client.post, f"/campaigns/{each}/numbers", json=body) for each in campaigns]
    assert statuses(database.at_once(calls)) == [204] * CALLERS
    first, *rest = [assigned(client, each, "numbers") for each in campaigns]
    assert len(first) == 5
    assert all(each == first for each in rest)


def test_a_duplicate_is_whole_or_not_there(client: httpx.Client, database: MeetingDatabase) -> None:
    """While its source is deleted: READY with all that the source had, or 404."""
    source_id = ready_campaign(client)
    copy = partial(
        client.post, "/campaigns", json={"name": "Twin"}, params={"source_id": source_id}
    )
    calls: list[Ask] = [copy] * (CALLERS - 1)
    calls.append(partial(client.delete, f"/campaigns/{source_id}"))
    replies = database.at_once(calls)
    for reply in replies:
        assert reply.status_code in {201, 204, 404}
        if reply.status_code == 201:
            assert reply.json()["status"] == "READY"
            assert assigned_ids(client, reply.json()["id"], "users") == ["one of users"]


def test_a_deleted_campaign_has_no_active_callback(
    client: httpx.Client, database: MeetingDatabase
) -> None:
    """One that is created meanwhile is cancelled with the others, or refused."""
    campaign_id = ready_campaign(client)
    body = request_body(campaign_id=campaign_id)
    calls: list[Ask] = [partial(client.post, PATH, json=body)] * (CALLERS - 1)
    calls.append(partial(client.delete, f"/campaigns/{campaign_id}"))
    replies = database.at_once(calls)
    assert set(statuses(replies)) <= {201, 204, 400}
    found = whole_listing(client, campaign_id=campaign_id)
    assert len(found) == statuses(replies).count(201)
    assert {item["status"] for item in found} <= {"CANCELED"}
