"""A quirk changes of a reply exactly what it says, and nothing else ever does."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.errors import SandboxOptionError
from talkdesk_sandbox.quirks import Quirk, quirk_set, rewritten
from talkdesk_schemas import models
from tests.sandbox.callback_calls import request_body
from tests.sandbox.caller import JsonObject, signed_in
from tests.sandbox.document import EffectiveDocument
from tests.sandbox.quirk_oracle import CONTRADICTIONS, ORDER, UNKNOWN, expected

HEADER = "X-Sandbox-Quirks"
FIRST = "/schedule-callbacks?per_page=60"
REPLIES = [
    (FIRST, "CallbackPage"),
    ("/schedule-callbacks?per_page=60&page=2", "CallbackPage"),
    ("/schedule-callbacks?per_page=7&page=99", "CallbackPage"),
    ("/schedule-callbacks?status=NONE", "CallbackPage"),
    ("/schedule-callbacks?page=0", "Error"),
    ("/campaigns?per_page=3&page=2", "CampaignPage"),
    ("/campaigns/unknown", "Error"),
    ("/no/such/path", "Error"),
]


@pytest.fixture(scope="module")
def asked(sandbox: Sandbox, everything: list[JsonObject]) -> Iterator["Asked"]:
    """The replies of the sandbox, of which the plain ones are asked for once."""
    item = next(item for item in everything if "campaign_id" in item)
    campaign = f"/campaigns/{item['campaign_id']}"
    by_id = [
        (campaign, "Campaign"),
        (f"{campaign}?fields=status", "Campaign"),
        (f"{campaign}/users?per_page=1", "CampaignUserPage"),
        (f"{campaign}/numbers", "CampaignNumberPage"),
        (f"{campaign}/record-lists", "CampaignRecordListPage"),
        (f"{campaign}/do-not-call-lists", "CampaignDoNotCallListPage"),
        (f"/schedule-callbacks/{item['callback_id']}", "Callback"),
    ]
    with signed_in(sandbox) as client:
        yield Asked(client, [*REPLIES, *by_id])


class Asked:
    """Replies with quirks and without."""

    def __init__(self, client: httpx.Client, replies: list[tuple[str, str]]) -> None:
        self.client = client
        self.replies = replies
        self.plain = {path: client.get(path) for path, _ in replies}

    def text(self, path: str, *quirks: str) -> str:
        """Return the body of a reply with quirks, which has the status of the plain one."""
        reply = self.client.get(path, headers={HEADER: ", ".join(quirks)})
        assert reply.status_code == self.plain[path].status_code
        assert reply.headers["content-type"] == "application/json"
        return reply.text


def test_the_oracle_knows_every_quirk() -> None:
    """In the order in which they are applied; each says what it does."""
    assert list(Quirk) == ORDER
    assert all(quirk.summary for quirk in Quirk)


def test_the_page_of_the_sandbox_says_of_each_quirk_what_it_does() -> None:
    """The same that the quirk says of itself, in the same order."""
    page = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text("utf-8")
    rows = [f"| {quirk} | {quirk.summary} |" for quirk in Quirk]
    assert "\n".join(rows) in page.replace("`", "")


def test_without_a_quirk_the_bytes_are_the_same(asked: Asked) -> None:
    """A header that names none is as good as no header."""
    for path, _ in asked.replies:
        assert asked.text(path) == asked.plain[path].text == asked.text(path, ",")


@pytest.mark.parametrize("quirk", ORDER)
def test_a_quirk_changes_exactly_what_it_says(
    quirk: str, asked: Asked, document: EffectiveDocument
) -> None:
    """Judged by the plain reply to the same request; each quirk changes some reply."""
    changed = 0
    for path, schema in asked.replies:
        plain = asked.plain[path].json()
        odd = httpx.Response(200, text=asked.text(path, quirk)).json()
        assert odd == expected(document, schema, plain, quirk)
        changed += odd != plain
    assert changed


def test_a_quirk_is_seen_where_it_is_meant(asked: Asked) -> None:
    """Told without the oracle, on the first page."""
    odd = {quirk: httpx.Response(200, text=asked.text(FIRST, quirk)).json() for quirk in ORDER}
    items = {quirk: page["_embedded"]["callbacks"] for quirk, page in odd.items()}
    names = {quirk: {name for item in each for name in item} for quirk, each in items.items()}
    assert {"assign_type", "ring_groups", "time_to_call", "agent_id"} <= names["old-shape"]
    assert not {"assign_type_v2", "queues", "scheduled_time_to_call"} & names["old-shape"]
    assert {"assign_type_v2", "queues", "scheduled_time_to_call"} <= names["new-shape"]
    assert not {"assign_type", "ring_groups", "time_to_call", "agent_id"} & names["new-shape"]
    assert all(
        item["_links"]["self"]["href"].endswith("/callbacks/" + item["callback_id"])
        for item in items["callback-links"]
    )
    assert odd["prev-always"]["_links"]["prev"] == odd["prev-always"]["_links"]["self"]
    assert all(set(item) == names["nulls"] for item in items["nulls"])
    assert set(odd["self-links-only"]["_links"]) == {"self"}
    assert set(odd["no-totals"]) == {"_links", "_embedded"}
    assert "total_page" in odd["total-page"]
    assert {item.get("status", ",")[-1] for item in items["trailing-commas"]} == {","}
    assert all(item.items() >= UNKNOWN.items() for item in items["unknown-members"])


@pytest.mark.parametrize(
    ("quirk", "kept", "lost"),
    [
        ("old-shape", "time_to_call", "scheduled_time_to_call"),
        ("new-shape", "scheduled_time_to_call", "time_to_call"),
    ],
)
def test_of_two_names_that_differ_a_shape_keeps_its_own(quirk: str, kept: str, lost: str) -> None:
    """In either order."""
    body = {kept: "2026-03-02T15:00:00Z", lost: "2026-03-03T15:00:00Z", "callback_id": "x"}
    for names in ([kept, lost], [lost, kept]):
        text = json.dumps({name: body[name] for name in ["callback_id", *names]})
        shaped = json.loads(rewritten(models.Callback, text, quirk_set([quirk])))
        assert shaped == {kept: body[kept], "callback_id": "x"}


@settings(max_examples=40)
@given(data=st.data())
def test_quirks_compose_in_any_order(
    data: st.DataObject, asked: Asked, document: EffectiveDocument
) -> None:
    """Together they do what they do one after the other, however they are named."""
    names = st.lists(st.sampled_from(ORDER), min_size=2, unique=True)
    chosen = data.draw(
        names.filter(lambda each: not any(pair <= set(each) for pair in CONTRADICTIONS))
    )
    path, schema = data.draw(st.sampled_from(asked.replies))
    wanted: JsonObject = asked.plain[path].json()
    for quirk in sorted(chosen, key=ORDER.index):
        wanted = expected(document, schema, wanted, quirk)
    text = asked.text(path, *chosen)
    assert httpx.Response(200, text=text).json() == wanted
    assert text == asked.text(path, *data.draw(st.permutations(chosen)))


@pytest.mark.parametrize(
    "header", ["nulls, colour", "Nulls", "old-shape,new-shape", "self-links-only, prev-always"]
)
def test_a_bad_header_is_refused_before_anything_else(
    header: str, asked: Asked, document: EffectiveDocument
) -> None:
    """Unknown names and contradictions: 400 that lists what there is, and quotes nothing."""
    for path in [FIRST, "/no/such/path", "/oauth/token"]:
        reply = asked.client.post(path, headers={HEADER: header})
        assert reply.status_code == 400
        body = reply.json()
        assert document.faults("Error", body) == []
        (field,) = body["fields"]
        assert field["name"] == HEADER
        assert "contradict" in field["description"] or "unknown-members" in field["description"]
        assert "colour" not in reply.text
        assert reply.headers["platform-tid"]


@pytest.mark.parametrize("names", [["null"], "nulls", ["old-shape", "new-shape"]])
def test_a_run_with_bad_quirks_does_not_start(names: list[str]) -> None:
    """The error lists the known names, or those that contradict each other."""
    with pytest.raises(SandboxOptionError, match=r"self-links-only|old-shape and new-shape"):
        Sandbox(callbacks=0, quirks=names)


def test_the_quirks_of_a_run_hold_until_a_request_names_others(document: EffectiveDocument) -> None:
    """The header stands in place of the run's quirks; an empty one switches them off."""
    sandbox = Sandbox(callbacks=20, quirks=["no-totals", "nulls"])
    with sandbox, signed_in(sandbox, as_documented=False) as client:
        plain = client.get(FIRST, headers={HEADER: ""}).json()
        nulls = expected(document, "CallbackPage", plain, "nulls")
        assert client.get(FIRST).json() == expected(document, "CallbackPage", nulls, "no-totals")
        assert client.get(FIRST, headers={HEADER: "nulls"}).json() == nulls
        assert plain["total"] == 20
        assert client.head(FIRST).content == b""


@pytest.mark.parametrize(
    "path", ["/oauth/token", "/_sandbox/faults", "/_sandbox/clock", "/_sandbox/unknown"]
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_neither_the_token_endpoint_nor_the_routes_of_the_sandbox_have_quirks(
    method: str, path: str
) -> None:
    """Neither those of the run nor those of the request, in errors neither."""
    chosen = ["unknown-members", "nulls"]
    with Sandbox(callbacks=0, quirks=chosen) as odd, Sandbox(callbacks=0) as plain:
        bodies = [
            httpx.request(
                method, sandbox.base_url + path, content="{", headers=headers, trust_env=False
            ).text
            for sandbox, headers in ((odd, {}), (plain, {HEADER: ",".join(chosen)}), (plain, {}))
        ]
    if (method, path) != ("GET", "/_sandbox/clock"):
        assert bodies == bodies[-1:] * 3
    assert all("sandbox_word" not in body for body in bodies)


def test_replies_to_writes_have_quirks_and_what_is_kept_has_none() -> None:
    """A created callback is shown with them once, and without them afterwards."""
    with Sandbox(callbacks=0) as sandbox, signed_in(sandbox) as client:
        headers = {HEADER: "unknown-members, trailing-commas"}
        reply = client.post("/schedule-callbacks", json=request_body(), headers=headers)
        assert reply.status_code == 201
        assert reply.json().items() >= UNKNOWN.items()
        (kept,) = client.get(FIRST).json()["_embedded"]["callbacks"]
        assert not kept.keys() & UNKNOWN.keys()
        assert reply.json()["dialing_model"] == kept["dialing_model"] + ","
