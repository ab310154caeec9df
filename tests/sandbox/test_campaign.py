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
    """The reply is a 404 in the document's shape and does not repeat the id."""
    reply = client.get(f"/campaigns/{campaign_id}")
    assert reply.status_code == 404
    body = reply.json()
    assert document.faults("Error", body) == []
    assert body["fields"] == []
    assert body["description"]
    assert campaign_id not in reply.text
