"""Every reply is valid by the effective document, judged by JSON Schema and by pydantic."""

import dataclasses

import anyio
import httpx
import pytest
from starlette.requests import Request

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.app import build_app
from talkdesk_sandbox.callback_copies import Block
from talkdesk_sandbox.callback_data import callbacks
from talkdesk_sandbox.callback_store import CallbackStore
from talkdesk_sandbox.campaign_data import campaigns
from talkdesk_sandbox.campaign_store import CampaignStore
from talkdesk_sandbox.client_assertion import ClientAssertions
from talkdesk_sandbox.clock import SandboxClock
from talkdesk_sandbox.database import Database
from talkdesk_sandbox.errors import InvalidReplyError
from talkdesk_sandbox.replies import json_reply
from talkdesk_sandbox.services import Services
from talkdesk_sandbox.tokens import Credentials, TokenBook
from talkdesk_schemas import models
from tests.sandbox.caller import GRANT, JsonObject
from tests.sandbox.document import EffectiveDocument


def test_every_page_is_valid_by_both_judges(
    client: httpx.Client, document: EffectiveDocument
) -> None:
    """The whole listing, and the edges: an empty page, a page of one, one beyond the end."""
    queries = [f"page={page}&per_page=400" for page in (1, 2, 3, 4)]
    for query in [*queries, "per_page=1", "status=NONE"]:
        reply = client.get(f"/schedule-callbacks?{query}")
        assert document.faults("CallbackPage", reply.json()) == []
        models.CallbackPage.model_validate_json(reply.content, strict=True)


def test_every_campaign_is_valid_by_both_judges(
    client: httpx.Client, everything: list[JsonObject], document: EffectiveDocument
) -> None:
    """All campaigns of the sandbox."""
    for campaign_id in {item["campaign_id"] for item in everything if "campaign_id" in item}:
        reply = client.get(f"/campaigns/{campaign_id}")
        assert document.faults("Campaign", reply.json()) == []
        models.Campaign.model_validate_json(reply.content, strict=True)


def test_the_judge_refuses_what_is_wrong(
    everything: list[JsonObject], document: EffectiveDocument
) -> None:
    """A bad time, a bad enum value, a missing id and a null are all noticed."""
    good = next(item for item in everything if "status" in item)
    assert document.faults("Callback", good) == []
    for change in ({"time_to_call": "soon"}, {"status": "DONE"}, {"timezone": None}):
        assert document.faults("Callback", {**good, **change})
    assert document.faults("Callback", {"timezone": "UTC"})


def test_a_failure_of_the_sandbox_is_a_valid_error_too(document: EffectiveDocument) -> None:
    """Its data gone, the sandbox answers 500 in the document's shape, with a request id."""
    sandbox = Sandbox(callbacks=1)

    async def fail() -> httpx.Response:
        transport = httpx.ASGITransport(sandbox.app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
            auth = (sandbox.client_id, sandbox.client_secret)
            token = (await client.post("/oauth/token", data=GRANT, auth=auth)).json()
            sandbox.close()
            headers = {"Authorization": f"Bearer {token['access_token']}"}
            return await client.get("/schedule-callbacks", headers=headers)

    reply = anyio.run(fail)
    assert reply.status_code == 500
    assert document.faults("Error", reply.json()) == []
    assert reply.headers["platform-tid"]


def test_an_invalid_reply_never_leaves(everything: list[JsonObject]) -> None:
    """The error names the schema and the place, and neither it nor its causes hold a value."""
    secret = {**everything[0], "phone_number": 12025550123, "record_first_name": None}
    with pytest.raises(InvalidReplyError) as caught:
        json_reply(Request({"type": "http", "headers": []}), models.Callback, secret)
    assert "Callback at: phone_number, record_first_name" in str(caught.value)
    assert "12025550123" not in str(caught.value)
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/schedule-callbacks", "CallbackPage at: _embedded.callbacks.1.status"),
        ("/campaigns/bad", "Campaign at: "),
    ],
)
def test_every_endpoint_has_its_replies_judged(
    document: EffectiveDocument, path: str, place: str
) -> None:
    """A row that breaks the schema, whoever stored it, is answered by 500 and not by the row."""
    good, other = (row for block in callbacks(1, 2, []) for row in block.rows)
    rows = [good, dataclasses.replace(other, status="PARKED")]
    (campaign,) = campaigns(1, 1)
    database = Database()
    credentials = Credentials()
    clock = SandboxClock()
    app = build_app(
        Services(
            database=database,
            callbacks=CallbackStore(database, [Block(rows, len(rows))]),
            campaigns=CampaignStore(database, [{**campaign, "id": "bad", "name": 12025550123}]),
            credentials=credentials,
            assertions=ClientAssertions(credentials, clock),
            tokens=TokenBook(clock, 600),
            clock=clock,
        )
    )

    async def ask(*, raises: bool) -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=raises)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
            auth = (credentials.client_id, credentials.client_secret)
            token = (await client.post("/oauth/token", data=GRANT, auth=auth)).json()
            headers = {"Authorization": f"Bearer {token['access_token']}"}
            return await client.get(path, headers=headers)

    with pytest.raises(InvalidReplyError) as caught:
        anyio.run(lambda: ask(raises=True))
    assert place in str(caught.value)
    reply = anyio.run(lambda: ask(raises=False))
    assert reply.status_code == 500
    assert document.faults("Error", reply.json()) == []
    assert "PARKED" not in reply.text
    assert "12025550123" not in reply.text
    database.close()
