"""One campaign by its id."""

import httpx
import pytest

from tests.sandbox.caller import JsonObject
from tests.sandbox.document import EffectiveDocument


def test_every_campaign_of_a_callback_is_there(
    client: httpx.Client, everything: list[JsonObject]
) -> None:
    """The callbacks name all eight campaigns, and each answers at its own link."""
    ids = {item["campaign_id"] for item in everything if "campaign_id" in item}
    assert len(ids) == 8
    for campaign_id in ids:
        campaign = client.get(f"/campaigns/{campaign_id}").json()
        assert campaign["id"] == campaign_id
        assert client.get(campaign["_links"]["self"]["href"]).json() == campaign


@pytest.mark.parametrize(
    "campaign_id", ["unknown", "00000000-0000-4000-8000-000000000000", "%27%20OR%201=1", "..%2e"]
)
def test_an_unknown_campaign_is_not_found(
    campaign_id: str, client: httpx.Client, document: EffectiveDocument
) -> None:
    """The reply is a 404 in the document's shape without fields, and does not repeat the id."""
    reply = client.get(f"/campaigns/{campaign_id}")
    assert reply.status_code == 404
    body = reply.json()
    assert document.faults("Error", body) == []
    assert "fields" not in body
    assert body["description"]
    assert campaign_id not in reply.text


@pytest.fixture(scope="module")
def campaign(client: httpx.Client, everything: list[JsonObject]) -> JsonObject:
    """A whole campaign."""
    campaign_id = next(item["campaign_id"] for item in everything if "campaign_id" in item)
    body: JsonObject = client.get(f"/campaigns/{campaign_id}").json()
    return body


@pytest.mark.parametrize(
    "fields",
    [
        "status",
        "dialing_strategy,priority",
        "priority,dialing_strategy",
        "id",
        "_links,name",
        "id,id",
    ],
)
def test_fields_leave_out_what_they_do_not_name(
    fields: str, client: httpx.Client, campaign: JsonObject, document: EffectiveDocument
) -> None:
    """What is named or required is there as it was, in the same order, and nothing else."""
    kept = {*fields.split(","), *document.schema("Campaign")["required"]}
    reply = client.get(f"/campaigns/{campaign['id']}", params={"fields": fields})
    assert reply.status_code == 200
    expected = {name: value for name, value in campaign.items() if name in kept}
    assert list(reply.json().items()) == list(expected.items())
    assert document.faults("Campaign", reply.json()) == []


def test_every_member_can_be_asked_for(
    client: httpx.Client, campaign: JsonObject, document: EffectiveDocument
) -> None:
    """One by one, and all of them together."""
    names = list(document.schema("Campaign")["properties"])
    for name in names:
        reply = client.get(f"/campaigns/{campaign['id']}", params={"fields": name})
        assert name in reply.json()
    reply = client.get(f"/campaigns/{campaign['id']}", params={"fields": ",".join(names)})
    assert reply.json() == campaign


@pytest.mark.parametrize(
    "query",
    [
        "fields=", "fields=colour", "fields=id,colour", "fields=id,", "fields=id, name",
        "fields=Status", "fields=dialing_strategy.max_attempts", "fields=id&fields=name",
    ],
)  # fmt: skip
def test_bad_fields_are_named(
    query: str, client: httpx.Client, campaign: JsonObject, document: EffectiveDocument
) -> None:
    """A name that the campaign does not have is refused, and does not come back."""
    for campaign_id in (campaign["id"], "unknown"):
        reply = client.get(f"/campaigns/{campaign_id}?{query}")
        assert reply.status_code == 400
        assert document.faults("Error", reply.json()) == []
        assert [field["name"] for field in reply.json()["fields"]] == ["fields"]
        assert "colour" not in reply.text


def test_the_tests_above_name_every_parameter(document: EffectiveDocument) -> None:
    """A parameter that the document gains must gain tests here."""
    assert document.query_parameters("/campaigns/{id}") == ["fields"]


def test_a_parameter_that_the_document_does_not_know_changes_nothing(
    client: httpx.Client, campaign: JsonObject
) -> None:
    """Unknown parameters are ignored."""
    assert client.get(f"/campaigns/{campaign['id']}?colour=green").json() == campaign
