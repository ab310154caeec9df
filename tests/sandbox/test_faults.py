"""A fault happens to the requests that it is meant for, as often as told, and leaves no mark."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import anyio
import httpx
import pytest

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.app import build_app
from talkdesk_sandbox.callback_store import CallbackStore
from talkdesk_sandbox.campaign_store import CampaignStore
from talkdesk_sandbox.client_assertion import ClientAssertions
from talkdesk_sandbox.clock import SandboxClock
from talkdesk_sandbox.database import Database
from talkdesk_sandbox.errors import ConnectionDroppedError, SandboxOptionError
from talkdesk_sandbox.faults import Faults
from talkdesk_sandbox.services import Services
from talkdesk_sandbox.tokens import Credentials, TokenBook
from tests.sandbox.callback_calls import request_body
from tests.sandbox.caller import GRANT, fetch_token, signed_in
from tests.sandbox.document import EffectiveDocument

HEADER = "X-Sandbox-Fault"
LIST = "/schedule-callbacks"
RULES = "/_sandbox/faults"


@pytest.fixture(scope="module")
def faulty() -> Iterator[Sandbox]:
    """A sandbox of a few callbacks."""
    with Sandbox(callbacks=5) as sandbox:
        yield sandbox


@pytest.fixture
def client(faulty: Sandbox) -> Iterator[httpx.Client]:
    """A client with a token; afterwards no fault is left."""
    with signed_in(faulty) as client:
        yield client
    faulty.faults.clear()


def outcome(client: httpx.Client, path: str = LIST, **headers: str) -> int | str:
    """Return the status of a reply, or what became of it."""
    try:
        return client.get(path, headers=headers).status_code
    except httpx.RemoteProtocolError as error:
        return "cut" if "without sending complete message body" in str(error) else "dropped"


WANTED: list[tuple[dict[str, Any], int | str]] = [
    ({"kind": "status", "status": 429, "retry_after": 2}, 429),
    ({"kind": "status", "status": 400}, 400),
    ({"kind": "status", "status": 599}, 599),
    ({"kind": "drop"}, "dropped"),
    ({"kind": "cut"}, "cut"),
    ({"kind": "slow", "seconds": 0}, 200),
    ({"kind": "latency", "seconds": 0.001}, 200),
    ({"kind": "expired-token"}, 401),
]


@pytest.mark.parametrize(("fault", "wanted"), WANTED, ids=str)
def test_a_fault_happens_as_often_as_told(
    fault: dict[str, Any], wanted: int | str, faulty: Sandbox, client: httpx.Client
) -> None:
    """Exactly so often, asked for in Python and over the wire alike; then all is as before."""
    plain = client.get(LIST).content
    faulty.faults.add(**fault, times=2)
    assert [outcome(client) for _ in range(3)] == [wanted, wanted, 200]
    added = client.post(RULES, json={**fault, "times": 3})
    assert added.status_code == 201
    assert added.json() == {**fault, "times": 3, "left": 3}
    assert [outcome(client) for _ in range(4)] == [wanted, wanted, wanted, 200]
    assert client.get(RULES).json() == {"faults": []}
    assert client.get(LIST).content == plain


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("status=429; retry-after=2", 429),
        ("status=503", 503),
        ("status; status=502; retry_after=0", 502),
        ("drop", "dropped"),
        ("cut", "cut"),
        ("slow=0.01", 200),
        ("latency=0.001", 200),
        ("latency; seconds=0", 200),
        ("expired-token", 401),
    ],
)
def test_a_header_asks_for_one_request(
    header: str, wanted: int | str, faulty: Sandbox, client: httpx.Client
) -> None:
    """The next request is answered as ever; a rule that is pending is not used up."""
    rule = faulty.faults.add("status", status=418)
    assert outcome(client, **{HEADER: header}) == wanted
    assert faulty.faults.pending() == [(rule, 1)]
    assert [outcome(client), outcome(client)] == [418, 200]


@pytest.mark.parametrize("status", [429, 500, 503, 520])
def test_a_reply_with_a_status_looks_like_any_error(
    status: int, client: httpx.Client, document: EffectiveDocument
) -> None:
    """In the document's shape with a request id, and with Retry-After where it is asked for."""
    reply = client.get(LIST, headers={HEADER: f"status={status}; retry-after=7"})
    assert (reply.status_code, reply.headers["retry-after"]) == (status, "7")
    assert document.faults("Error", reply.json()) == []
    assert reply.headers["platform-tid"]
    assert "retry-after" not in client.get(LIST, headers={HEADER: f"status={status}"}).headers
    odd = client.get(LIST, headers={HEADER: f"status={status}", "X-Sandbox-Quirks": "nulls"})
    assert odd.json()["fields"] is None


def test_a_token_that_is_said_to_be_expired_is_refused_as_one_that_is(
    faulty: Sandbox, client: httpx.Client
) -> None:
    """The replies differ in nothing but their request id; the token itself stays good."""
    injected = client.get(LIST, headers={HEADER: "expired-token"})
    faulty.clock.advance(601)
    real = client.get(LIST)
    faulty.clock.reset()
    assert client.get(LIST).status_code == 200
    for reply in (injected, real):
        del reply.headers["platform-tid"], reply.headers["date"]
    assert (injected.content, injected.headers) == (real.content, real.headers)


def test_the_token_endpoint_has_faults_too(faulty: Sandbox, client: httpx.Client) -> None:
    """In the shape of RFC 6749; a token is not said to be expired where none is asked for."""
    auth = (faulty.client_id, faulty.client_secret)
    faulty.faults.add("expired-token")
    assert fetch_token(client, faulty)
    for status, error in ((503, "server_error"), (429, "invalid_request"), (401, "invalid_client")):
        faulty.faults.clear()
        faulty.faults.add("status", status=status, retry_after=1, path="/oauth/*")
        assert client.get(LIST).status_code == 200
        reply = client.post("/oauth/token", data=GRANT, auth=auth)
        assert (reply.status_code, reply.json()["error"]) == (status, error)
        assert reply.headers["retry-after"] == "1"
        assert fetch_token(client, faulty)
    with pytest.raises(httpx.RemoteProtocolError):
        client.post("/oauth/token", data=GRANT, auth=auth, headers={HEADER: "drop"})


def test_a_fault_happens_only_to_the_requests_it_names(
    faulty: Sandbox, client: httpx.Client
) -> None:
    """By method and by path, in which a star stands for any text."""
    faulty.faults.add("status", status=503, method="DELETE", path="/schedule-callbacks/*")
    faulty.faults.add("status", status=502, path="/campaigns/*")
    assert outcome(client) == 200
    assert client.get(LIST + "/x").status_code in {404, 405}
    assert client.delete(LIST).status_code == 405
    assert client.delete(LIST + "/x").status_code == 503
    assert outcome(client, "/campaigns/x") == 502


@pytest.mark.parametrize(
    ("pattern", "path", "happens"),
    [
        ("/a?b", "/a?b", True),
        ("/a?b", "/acb", False),
        ("/[ab]", "/[ab]", True),
        ("/[ab]", "/a", False),
        ("/[!a]", "/b", False),
        ("/a.b", "/acb", False),
        ("/a*", "/a\nb", True),
        ("*", "/a\nb", True),
        ("/a", "/a\n", False),
        ("/**/b", "/a/b", True),
        ("/a/*", "/a", False),
        ("/A", "/a", False),
    ],
)
def test_in_a_path_nothing_is_special_but_a_star(pattern: str, path: str, happens: bool) -> None:
    """It stands for any text, none and line breaks included."""
    rule = Faults().add("drop", path=pattern)
    assert rule.matches("GET", path) == happens


def test_rules_follow_one_another(faulty: Sandbox, client: httpx.Client) -> None:
    """Each request takes the first that it matches, in the order in which they were added."""
    faulty.faults.add("status", status=503)
    faulty.faults.add("drop")
    faulty.faults.add("status", status=429, times=2)
    assert [outcome(client) for _ in range(5)] == [503, "dropped", 429, 429, 200]


def test_rules_can_be_looked_at_and_forgotten(client: httpx.Client) -> None:
    """No fault happens to the routes that do so, whatever it matches, and none needs a token."""
    client.post(RULES, json={"kind": "drop", "times": 9, "path": "*"})
    client.post(RULES, json={"kind": "status", "status": 500, "method": "GET"})
    assert outcome(client) == "dropped"
    del client.headers["Authorization"]
    assert client.get(RULES, headers={HEADER: "drop"}).json() == {
        "faults": [
            {"kind": "drop", "path": "*", "times": 9, "left": 8},
            {"kind": "status", "status": 500, "method": "GET", "times": 1, "left": 1},
        ]
    }
    assert client.delete(RULES).status_code == 204
    assert client.get(RULES).json() == {"faults": []}
    assert outcome(client) == 401
    allowed = client.put(RULES).headers["allow"].split(", ")
    assert sorted(allowed) == ["DELETE", "GET", "HEAD", "POST"]


def test_a_request_that_is_cut_short_has_been_handled(client: httpx.Client) -> None:
    """`cut` loses the reply alone, even one without a body; `drop` loses the request too."""
    with pytest.raises(httpx.RemoteProtocolError):
        client.head(LIST, headers={HEADER: "cut"})
    with client.stream("GET", LIST, headers={HEADER: "cut"}) as reply:
        assert reply.status_code == 200
        assert int(reply.headers["content-length"]) == len(client.get(LIST).content)
        assert reply.headers["platform-tid"]
        with pytest.raises(httpx.RemoteProtocolError):
            reply.read()
    with Sandbox(callbacks=0) as sandbox, signed_in(sandbox) as writer:
        for fault, total in (("drop", 0), ("status=503", 0), ("cut", 1), ("slow=0", 2)):
            # A body that comes in when the connection is closed already resets it (ReadError).
            with suppress(httpx.RemoteProtocolError, httpx.ReadError):
                writer.post(LIST, json=request_body(), headers={HEADER: fault})
            assert writer.get(LIST).json()["total"] == total


@pytest.mark.parametrize(
    "header",
    [
        "",
        "colour",
        "status",
        "status=",
        "status=99",
        "status=200",
        "status=600",
        "status=4e2",
        "status=429; status=429",
        "status=429; seconds=1",
        "status=429; retry-after=-1",
        "status=429; retry-after=soon",
        "status=429; times=2",
        "latency",
        "latency=31",
        "latency=nan",
        "slow=-1",
        "drop=1",
        "drop; seconds=1",
        "drop, cut",
    ],
)
def test_a_malformed_header_is_refused(
    header: str, client: httpx.Client, document: EffectiveDocument
) -> None:
    """400 that says what is allowed."""
    reply = client.get(LIST, headers={HEADER: header})
    assert reply.status_code == 400
    assert document.faults("Error", reply.json()) == []
    (field,) = reply.json()["fields"]
    assert field["name"] == HEADER
    assert field["description"]


def test_an_expired_token_is_nothing_for_the_token_endpoint(client: httpx.Client) -> None:
    """It asks for none."""
    assert client.post("/oauth/token", headers={HEADER: "expired-token"}).status_code == 400


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "colour"},
        {"kind": "latency"},
        {"kind": "latency", "seconds": 30.1},
        {"kind": "latency", "seconds": -1},
        {"kind": "slow", "seconds": 1, "status": 500},
        {"kind": "status"},
        {"kind": "status", "status": 399},
        {"kind": "drop", "times": 0},
        {"kind": "drop", "times": 1_000_001},
        {"kind": "drop", "method": "get"},
        {"kind": "drop", "path": "campaigns"},
    ],
)
def test_a_wrong_rule_is_refused(
    fault: dict[str, Any],
    faulty: Sandbox,
    client: httpx.Client,
    document: EffectiveDocument,
) -> None:
    """An error in Python, 400 over the wire, and no rule."""
    with pytest.raises(SandboxOptionError):
        faulty.faults.add(**fault)
    reply = client.post(RULES, json=fault)
    assert reply.status_code == 400
    assert document.faults("Error", reply.json()) == []
    assert reply.json()["fields"]
    assert faulty.faults.pending() == []


@pytest.mark.parametrize(
    "body", ["", "[]", '{"kind": "drop", "when": "now"}', '{"kind": "drop", "times": "2"}']
)
def test_a_malformed_rule_is_refused(body: str, client: httpx.Client) -> None:
    """No JSON, unknown members, wrong types."""
    assert client.post(RULES, content=body).status_code == 400


def test_nobody_waits_for_a_caller_who_has_hung_up(caplog: pytest.LogCaptureFixture) -> None:
    """A request that timed out while it was late is not handled, and the sandbox stops at once."""
    sandbox = Sandbox(callbacks=0)
    with sandbox, signed_in(sandbox) as client:
        with pytest.raises(httpx.ReadTimeout):
            client.post(LIST, json=request_body(), headers={HEADER: "latency=30"}, timeout=0.05)
        assert client.get(LIST).json()["total"] == 0
        with client.stream("GET", LIST, headers={HEADER: "slow=30"}) as reply:
            sandbox.close()
            with pytest.raises(httpx.RemoteProtocolError):
                reply.read()
    assert caplog.records == []


def test_nothing_waits_longer_than_it_is_told() -> None:
    """A late reply waits once before it is handled, a slow one between its parts."""
    waited: list[float] = []

    async def note(seconds: float) -> None:
        waited.append(seconds)

    database = Database()
    clock, credentials = SandboxClock(), Credentials()
    app = build_app(
        Services(
            database=database,
            callbacks=CallbackStore(database, []),
            campaigns=CampaignStore(database, []),
            credentials=credentials,
            assertions=ClientAssertions(credentials, clock),
            tokens=TokenBook(clock, 600),
            clock=clock,
            faults=Faults(note),
        )
    )

    async def ask(fault: str) -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
            return await client.get("/unknown", headers={HEADER: fault})

    plain = anyio.run(ask, "latency=30")
    assert (plain.status_code, waited) == (404, [30])
    slow = anyio.run(ask, "slow=30")
    assert (slow.content, slow.status_code) == (plain.content, 404)
    assert waited[1:] == [3.0] * 10
    for fault in ("drop", "cut"):
        with pytest.raises(ConnectionDroppedError, match="without a server"):
            anyio.run(ask, fault)
    database.close()
