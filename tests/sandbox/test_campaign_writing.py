"""Campaigns are created, duplicated, changed and deleted."""

from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.campaign_changes import (
    HIGHEST_PRIORITY,
    LONGEST_NAME,
    LOWEST_PRIORITY,
    SHORTEST_NAME,
)
from talkdesk_schemas import models
from tests.sandbox.caller import JsonObject, fetch_token, judged_client, signed_in, whole_listing
from tests.sandbox.campaign_calls import (
    KINDS,
    STRATEGY,
    WHOLE,
    all_campaigns,
    assigned,
    create,
    dissociate,
    patch,
    post,
    ready_campaign,
    show,
)
from tests.sandbox.document import EffectiveDocument

NOW = datetime(2026, 5, 4, 12, 30, 15, 250_000, UTC)
UNKNOWN = "00000000-0000-4000-8000-000000000000"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox of its own, because these tests write; its clock stands still."""
    with Sandbox(callbacks=200, clock=NOW.timestamp) as running:
        yield running


@pytest.fixture(scope="module")
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client of `sandbox`."""
    with signed_in(sandbox) as client:
        yield client


def without(campaign: JsonObject, *names: str) -> JsonObject:
    """Return a campaign less some members."""
    return {name: value for name, value in campaign.items() if name not in names}


def test_a_new_campaign_is_there_as_it_was_written(
    client: httpx.Client, document: EffectiveDocument
) -> None:
    """It has the members of the body, an id, a time of creation and a status, and comes last."""
    configuration = {
        "max_ring_time_in_secs": 6, "max_dialing_ratio": 3, "max_abandonment_rate": 2,
        "abandonment_timeout": {"amount": 30}, "amd_metadata": False,
    }  # fmt: skip
    body = {**WHOLE, "name": "Übergröße", "priority": 10}
    body["dialing_mode_configuration"] = configuration
    before = all_campaigns(client)
    reply = client.post("/campaigns", json=body)
    assert reply.status_code == 201
    campaign: JsonObject = reply.json()
    assert document.faults("Campaign", campaign) == []
    assert {name: campaign[name] for name in body} == body
    assert set(campaign) - set(body) == {
        "_links", "id", "status", "created_at", "run_once", "action_required",
    }  # fmt: skip
    assert str(UUID(campaign["id"])) == campaign["id"]
    assert campaign["status"] == "INCOMPLETE"
    assert datetime.fromisoformat(campaign["created_at"]) == NOW
    assert show(client, campaign["id"]) == campaign
    assert client.get(campaign["_links"]["self"]["href"]).json() == campaign
    after = all_campaigns(client)
    assert after[:-1] == before
    assert after[-1]["id"] == campaign["id"]
    assert all(assigned(client, campaign["id"], kind) == [] for kind in KINDS)


def test_a_name_alone_is_enough(client: httpx.Client, document: EffectiveDocument) -> None:
    """Nothing is made up for what the body leaves out, and a name may come twice."""
    first, second = (create(client, {"name": "Twice"}) for _ in range(2))
    assert first["id"] != second["id"]
    assert document.faults("Campaign", first) == []
    members = {"_links", "id", "name", "run_once", "action_required", "status", "created_at"}
    assert set(first) == members


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [(250, 250, True), (250, 999, True), (0, 250, True), (251, 999, False), (0, 249, False)],
)
def test_a_span_of_creation_is_exact_to_the_millisecond(
    first: int, last: int, found: bool, client: httpx.Client
) -> None:
    """Both of its ends belong to it."""
    campaign_id = create(client, {"name": "Exact"})["id"]
    span = {
        "created_at_from": f"{NOW:%Y-%m-%dT%H:%M:%S}.{first:03d}Z",
        "created_at_to": f"{NOW:%Y-%m-%dT%H:%M:%S}.{last:03d}Z",
    }
    assert (campaign_id in {each["id"] for each in all_campaigns(client, **span)}) == found


def test_members_that_the_document_does_not_know_are_ignored(client: httpx.Client) -> None:
    """Also those that a reply has: they are not the caller's to choose."""
    body = {"name": "Known", "colour": "green", "status": "RUNNING", "id": "x", "run_once": True}
    campaign = create(client, body)
    assert "colour" not in campaign
    assert (campaign["status"], campaign["run_once"]) == ("INCOMPLETE", False)
    assert campaign["id"] != "x"


def test_an_integer_may_be_written_with_a_fraction_of_zero(client: httpx.Client) -> None:
    """5.0 is an integer by JSON Schema, 5.5 is none; the other faults are told with it."""
    campaign = create(client, {"name": "Whole", "priority": 5.0})
    assert (campaign["priority"], type(campaign["priority"])) == (5, int)
    strategy = {**STRATEGY, "max_attempts": 5.5, "retry_period": 2.0}
    reply = client.post("/campaigns", json={"name": "x", "dialing_strategy": strategy})
    assert reply.status_code == 400
    names = [field["name"] for field in reply.json()["fields"]]
    assert names == ["name", "dialing_strategy.max_attempts"]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ({}, ["name"]),
        ({"name": "ab"}, ["name"]),
        ({"name": "x" * 37}, ["name"]),
        ({"name": 123}, ["name"]),
        ({"name": None}, ["name"]),
        ({"name": "abc", "priority": 0}, ["priority"]),
        ({"name": "abc", "priority": "4"}, ["priority"]),
        ({"name": "abc", "priority": None}, ["priority"]),
        ({"name": "abc", "dialing_mode": "preview"}, ["dialing_mode"]),
        (
            {"name": "abc", "dialing_mode_configuration": {}},
            ["dialing_mode_configuration.max_ring_time_in_secs"],
        ),
        (
            {**WHOLE, "dialing_strategy": without(STRATEGY, "max_attempts", "dispositions")},
            ["dialing_strategy.max_attempts", "dialing_strategy.dispositions"],
        ),
        (
            {**WHOLE, "dialing_strategy": {**STRATEGY, "calling_hours": [{"to": "10:00:00"}]}},
            ["dialing_strategy.calling_hours.0.from", "dialing_strategy.calling_hours.0.week_days"],
        ),
        ([], ["body"]),
        ("abc", ["body"]),
    ],
)
def test_a_body_that_breaks_the_document_is_refused(
    body: object, names: list[str], client: httpx.Client, document: EffectiveDocument
) -> None:
    """400 with the place of each fault; nothing is created, with a source or without."""
    before = all_campaigns(client)
    for params in ({}, {"source_id": before[0]["id"]}, {"source_id": UNKNOWN}):
        reply = client.post("/campaigns", json=body, params=params)
        assert reply.status_code == 400
        assert document.faults("Error", reply.json()) == []
        assert [field["name"] for field in reply.json()["fields"]] == names
    assert all_campaigns(client) == before


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"\xff", b'{"name": "abc"} x', b'{"name": "\\ud800ab"}']
)
def test_what_is_no_json_is_refused(raw: bytes, client: httpx.Client) -> None:
    """400 wherever a body is read."""
    campaign_id = all_campaigns(client)[0]["id"]
    for method, path in (
        ("POST", "/campaigns"),
        ("PATCH", f"/campaigns/{campaign_id}"),
        ("POST", f"/campaigns/{campaign_id}/users"),
        ("DELETE", f"/campaigns/{campaign_id}/numbers"),
    ):
        reply = client.request(method, path, content=raw)
        assert reply.status_code == 400
        assert reply.json()["fields"]


def test_a_duplicate_has_all_that_its_source_has(client: httpx.Client) -> None:
    """Equal but for id, name, time and status; all that is assigned comes along, in its order."""
    for source in all_campaigns(client)[:8]:
        whole = show(client, source["id"])
        copy = create(client, {"name": "A copy"}, source["id"])
        own = ("_links", "id", "name", "created_at", "status")
        assert without(copy, *own) == without(whole, *own)
        assert list(copy) == list(whole)
        assert copy["name"] == "A copy"
        assert datetime.fromisoformat(copy["created_at"]) == NOW
        assert copy["status"] == ("INCOMPLETE" if whole["status"] == "INCOMPLETE" else "READY")
        for kind in KINDS:
            there = assigned(client, source["id"], kind)
            assert there
            assert assigned(client, copy["id"], kind) == there
        assert show(client, source["id"]) == whole
        assert show(client, copy["id"]) == copy


def test_a_duplicate_and_its_source_go_their_own_ways(client: httpx.Client) -> None:
    """What is changed in one stays as it was in the other."""
    source = all_campaigns(client)[0]["id"]
    before = show(client, source), assigned(client, source, "users")
    copy = create(client, {"name": "Own way"}, source)["id"]
    dissociate(client, copy, "users", before[1][0]["id"])
    post(client, copy, "users", "somebody else")
    patch(client, copy, "priority", "9" if before[0]["priority"] != 9 else "8")
    assert (show(client, source), assigned(client, source, "users")) == before


def test_members_of_the_body_go_before_those_of_the_source(client: httpx.Client) -> None:
    """Each member of the body stands in whole; the others are the source's."""
    source = show(client, next(c["id"] for c in all_campaigns(client, status="incomplete")))
    copy = create(client, {"name": "Better", "dialing_strategy": STRATEGY}, source["id"])
    assert copy["dialing_strategy"] == STRATEGY
    assert copy["dialing_mode_configuration"] == source["dialing_mode_configuration"]
    assert copy["priority"] == source["priority"]
    assert copy["status"] == "READY"


@pytest.mark.parametrize("source_id", [UNKNOWN, "", "x' OR 1=1"])
def test_an_unknown_source_is_not_found(
    source_id: str, client: httpx.Client, document: EffectiveDocument
) -> None:
    """404 and nothing created; a source that is sent twice is a 400."""
    before = all_campaigns(client)
    reply = client.post("/campaigns", json={"name": "abc"}, params={"source_id": source_id})
    assert reply.status_code == 404
    assert document.faults("Error", reply.json()) == []
    twice = client.post("/campaigns?source_id=a&source_id=b", json={"name": "abc"})
    assert twice.status_code == 400
    assert [field["name"] for field in twice.json()["fields"]] == ["source_id"]
    assert all_campaigns(client) == before


@pytest.mark.parametrize("lacking", ["dialing_mode", "dialing_strategy"])
def test_a_campaign_without_mode_or_strategy_stays_incomplete(
    lacking: str, client: httpx.Client
) -> None:
    """Whatever is assigned."""
    campaign_id = create(client, without(WHOLE, lacking))["id"]
    for kind in KINDS:
        post(client, campaign_id, kind, "one")
    assert show(client, campaign_id)["status"] == "INCOMPLETE"
    assert patch(client, campaign_id, "status", "running").status_code == 409


@pytest.mark.parametrize(("path", "value"), [("name", "x" * 36), ("name", "äöü"), ("name", "123")])
@pytest.mark.parametrize("status", ["INCOMPLETE", "READY", "RUNNING", "PAUSED"])
def test_a_change_changes_one_member(
    status: str, path: str, value: str, client: httpx.Client, document: EffectiveDocument
) -> None:
    """In any status; the reply is the whole campaign, and filters see the change."""
    before = next(c for c in all_campaigns(client) if c["status"] == status)
    whole = show(client, before["id"])
    reply = patch(client, before["id"], path, value)
    assert reply.status_code == 200
    assert document.faults("Campaign", reply.json()) == []
    assert reply.json() == {**whole, path: value} == show(client, before["id"])
    assert before["id"] in {c["id"] for c in all_campaigns(client, name=value)}
    assert before["id"] in {c["id"] for c in all_campaigns(client, search=value.upper())}
    patch(client, before["id"], "name", whole["name"])


@pytest.mark.parametrize("priority", range(1, 11))
def test_a_priority_is_written_as_a_text_and_read_as_a_number(
    priority: int, client: httpx.Client
) -> None:
    """From 1 to 10, also where there was none."""
    campaign_id = create(client, {"name": "Priority"})["id"]
    reply = patch(client, campaign_id, "priority", str(priority))
    assert reply.status_code == 200
    assert reply.json()["priority"] == priority
    assert type(show(client, campaign_id)["priority"]) is int
    found = all_campaigns(client, priority=str(priority))
    assert campaign_id in {c["id"] for c in found}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("name", "ab"), ("name", ""), ("name", "x" * 37),
        ("priority", "0"), ("priority", "11"), ("priority", ""), ("priority", "high"),
        ("priority", "1.0"), ("priority", "-1"), ("priority", " 4"), ("priority", "4\n"),
        ("priority", "04"), ("priority", "\u0664"),
        ("status", "done"), ("status", ""), ("status", "RUNNING"), ("status", "Paused"),
        ("status", "running "),
    ],
)  # fmt: skip
def test_a_value_that_the_member_cannot_have_is_refused(
    path: str, value: str, client: httpx.Client, document: EffectiveDocument
) -> None:
    """400 that names `value` and does not repeat it; status words are in lower case here."""
    campaign_id = ready_campaign(client)
    before = show(client, campaign_id)
    reply = patch(client, campaign_id, path, value)
    assert reply.status_code == 400
    assert document.faults("Error", reply.json()) == []
    assert [field["name"] for field in reply.json()["fields"]] == ["value"]
    assert show(client, campaign_id) == before


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ([{"op": "REPLACE", "path": "name", "value": "abc"}], ["body"]),
        ({"op": "replace", "path": "name", "value": "abc"}, ["op"]),
        ({"op": "REPLACE", "path": "/name", "value": "abc"}, ["path"]),
        ({"op": "REPLACE", "path": "dialing_mode", "value": "PREVIEW"}, ["path"]),
        ({"op": "REPLACE", "path": "priority", "value": 4}, ["value"]),
        ({"op": "REPLACE", "path": "status", "value": None}, ["value"]),
        ({"op": "REPLACE", "path": "status"}, ["value"]),
        ({}, ["op", "path", "value"]),
    ],
)
def test_an_operation_that_breaks_the_document_is_refused(
    body: object, names: list[str], client: httpx.Client, document: EffectiveDocument
) -> None:
    """400 for the other dialect and for everything half; with an unknown id too."""
    before = all_campaigns(client)
    for campaign_id in (before[0]["id"], UNKNOWN):
        reply = client.patch(f"/campaigns/{campaign_id}", json=body)
        assert reply.status_code == 400
        assert document.faults("Error", reply.json()) == []
        assert [field["name"] for field in reply.json()["fields"]] == names
    assert all_campaigns(client) == before


def test_what_is_not_there_is_not_found(client: httpx.Client, document: EffectiveDocument) -> None:
    """Every operation on an unknown campaign is a 404 that does not repeat the id."""
    replies = [
        client.get(f"/campaigns/{UNKNOWN}"),
        patch(client, UNKNOWN, "name", "abc"),
        patch(client, UNKNOWN, "status", "done"),
        client.delete(f"/campaigns/{UNKNOWN}"),
    ]
    for reply in replies:
        assert reply.status_code == 404
        assert document.faults("Error", reply.json()) == []
        assert UNKNOWN not in reply.text


def test_reading_needs_one_scope_and_writing_the_other(
    sandbox: Sandbox, client: httpx.Client
) -> None:
    """403 without the scope that the document names for the operation, and nothing is done."""
    campaign_id = create(client, {"name": "Scopes"})["id"]
    operation = {"op": "REPLACE", "path": "name", "value": "Scopes, renamed"}
    requests = (
        ("GET", "/campaigns", None),
        ("GET", f"/campaigns/{campaign_id}", None),
        ("POST", "/campaigns", {"name": "Scopes, new"}),
        ("PATCH", f"/campaigns/{campaign_id}", operation),
        ("DELETE", f"/campaigns/{campaign_id}", None),
    )
    with judged_client(sandbox.base_url) as other:
        statuses: dict[str, list[int]] = {}
        for scope in ("campaigns:read", "campaigns:write"):
            headers = {"Authorization": f"Bearer {fetch_token(other, sandbox, scope)}"}
            statuses[scope] = [
                other.request(method, path, headers=headers, json=body).status_code
                for method, path, body in requests
            ]
    assert statuses == {
        "campaigns:read": [200, 200, 403, 403, 403],
        "campaigns:write": [403, 403, 201, 200, 204],
    }


@pytest.mark.parametrize("status", ["INCOMPLETE", "READY", "RUNNING", "PAUSED"])
def test_a_deleted_campaign_is_gone_and_so_are_its_active_callbacks(
    status: str, client: httpx.Client
) -> None:
    """204, then 404 everywhere; its callbacks stay, the active ones CANCELED, no other touched."""
    campaign_id = next(c["id"] for c in all_campaigns(client, status=status))
    before = whole_listing(client)
    listed = all_campaigns(client)
    user = assigned(client, campaign_id, "users")[0]["id"]
    reply = client.delete(f"/campaigns/{campaign_id}")
    assert (reply.status_code, reply.content) == (204, b"")
    for path in ("", *(f"/{kind}" for kind in KINDS)):
        assert client.get(f"/campaigns/{campaign_id}{path}").status_code == 404
    assert client.delete(f"/campaigns/{campaign_id}").status_code == 404
    assert all_campaigns(client) == [c for c in listed if c["id"] != campaign_id]
    assert campaign_id not in {c["id"] for c in all_campaigns(client, user_id=user)}
    active = {"UNATTEMPTED", "TO_BE_RETRIED"}
    cancelled = [
        c for c in before if c.get("campaign_id") == campaign_id and c.get("status") in active
    ]
    assert cancelled
    assert whole_listing(client) == [
        {**c, "status": "CANCELED"} if c in cancelled else c for c in before
    ]
    assert whole_listing(client, status="UNATTEMPTED") == [
        c for c in whole_listing(client) if c.get("status") == "UNATTEMPTED"
    ]


def test_every_status_of_the_document_is_tried() -> None:
    """A word that the document gains must gain tests here and in the table of changes."""
    assert set(models.CampaignStatus) == {"INCOMPLETE", "READY", "RUNNING", "PAUSED"}


def test_the_bounds_of_a_change_are_those_of_a_creation(document: EffectiveDocument) -> None:
    """Of a change the document tells them in words alone: those words, and the schema."""
    members = document.schema("CampaignInput")["properties"]
    name, priority = members["name"], members["priority"]
    assert (name["minLength"], name["maxLength"]) == (SHORTEST_NAME, LONGEST_NAME)
    assert (priority["minimum"], priority["maximum"]) == (LOWEST_PRIORITY, HIGHEST_PRIORITY)
    words = document.schema("CampaignOperation")["properties"]["value"]["description"]
    assert f"a name of {SHORTEST_NAME} to {LONGEST_NAME} characters" in words
    assert f"a priority of {LOWEST_PRIORITY} to {HIGHEST_PRIORITY} in digits" in words
