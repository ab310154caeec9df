"""How the tests of campaigns call a sandbox."""

from collections.abc import Sequence

import httpx

from tests.sandbox.caller import JsonObject

KINDS = {
    "users": "users",
    "numbers": "numbers",
    "record-lists": "record_lists",
    "do-not-call-lists": "do_not_call_lists",
}
"""The last part of each path of assignments, and the name of its array."""

PAGES = {
    "users": "CampaignUserPage",
    "numbers": "CampaignNumberPage",
    "record-lists": "CampaignRecordListPage",
    "do-not-call-lists": "CampaignDoNotCallListPage",
}
"""The last part of each path of assignments, and the schema of its pages."""

STRATEGY: JsonObject = {
    "max_attempts": 5,
    "retry_period": 2,
    "retry_time_unit": "HOURS",
    "calling_hours": [{"from": "09:00:00", "to": "17:30:00", "week_days": ["MONDAY", "FRIDAY"]}],
    "dispositions": {
        "busy": {"status_after_call": "RETRY", "custom": False},
        "no_answer": {
            "status_after_call": "RETRY",
            "custom": True,
            "max_attempts": 3,
            "retry_period": 15,
            "retry_period_time_unit": "MINUTES",
        },
        "invalid_number": {"status_after_call": "FINAL"},
    },
}
"""The least that a dialing strategy holds."""

WHOLE: JsonObject = {"name": "Autumn", "dialing_mode": "PREVIEW", "dialing_strategy": STRATEGY}
"""A campaign that lacks nothing but what is assigned."""


def all_campaigns(client: httpx.Client, **params: str) -> list[JsonObject]:
    """Return every campaign that matches, page by page along the links."""
    return walk(client, "/campaigns", "campaigns", {**params, "per_page": "250"})


def assigned(client: httpx.Client, campaign_id: str, kind: str, **params: str) -> list[JsonObject]:
    """Return all that a campaign has of a kind, without links."""
    items = walk(client, f"/campaigns/{campaign_id}/{kind}", KINDS[kind], params)
    return [{name: item[name] for name in item if name != "_links"} for item in items]


def assigned_ids(client: httpx.Client, campaign_id: str, kind: str) -> list[str]:
    """Return the ids of all that a campaign has of a kind."""
    return [item["id"] for item in assigned(client, campaign_id, kind)]


def walk(client: httpx.Client, path: str, name: str, params: dict[str, str]) -> list[JsonObject]:
    """Return the items of all pages of a list."""
    reply = client.get(path, params=params)
    assert reply.status_code == 200, reply.text
    items: list[JsonObject] = reply.json()["_embedded"][name]
    while "next" in reply.json()["_links"]:
        reply = client.get(reply.json()["_links"]["next"]["href"])
        assert reply.status_code == 200, reply.text
        items += reply.json()["_embedded"][name]
    return items


def create(client: httpx.Client, body: JsonObject, source_id: str | None = None) -> JsonObject:
    """Return a new campaign."""
    params = {} if source_id is None else {"source_id": source_id}
    reply = client.post("/campaigns", json=body, params=params)
    assert reply.status_code == 201, reply.text
    campaign: JsonObject = reply.json()
    return campaign


def show(client: httpx.Client, campaign_id: str) -> JsonObject:
    """Return a campaign."""
    reply = client.get(f"/campaigns/{campaign_id}")
    assert reply.status_code == 200, reply.text
    campaign: JsonObject = reply.json()
    return campaign


def patch(client: httpx.Client, campaign_id: str, path: str, value: str) -> httpx.Response:
    """Ask for one member to be replaced."""
    return client.patch(
        f"/campaigns/{campaign_id}", json={"op": "REPLACE", "path": path, "value": value}
    )


def post(client: httpx.Client, campaign_id: str, kind: str, *ids: str) -> httpx.Response:
    """Assign ids."""
    return client.post(f"/campaigns/{campaign_id}/{kind}", json=_references(ids))


def dissociate(client: httpx.Client, campaign_id: str, kind: str, *ids: str) -> httpx.Response:
    """Take ids away."""
    return client.request("DELETE", f"/campaigns/{campaign_id}/{kind}", json=_references(ids))


def ready_campaign(client: httpx.Client) -> str:
    """Return the id of a new campaign that is READY, with one of each that it needs."""
    campaign_id: str = create(client, WHOLE)["id"]
    for kind in ("users", "numbers", "record-lists"):
        assert post(client, campaign_id, kind, f"one of {kind}").status_code == 204
    assert show(client, campaign_id)["status"] == "READY"
    return campaign_id


def _references(ids: Sequence[str]) -> list[JsonObject]:
    return [{"id": each} for each in ids]
