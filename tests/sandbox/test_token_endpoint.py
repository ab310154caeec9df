"""The token endpoint keeps RFC 6749: who is let in, and what a refusal looks like."""

from base64 import b64encode
from collections.abc import Iterator
from urllib.parse import quote_plus

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.errors import SandboxOptionError
from talkdesk_sandbox.tokens import Credentials
from tests.sandbox.caller import GRANT, fetch_token
from tests.sandbox.signing import assertion_of, present

READING = "schedule-callbacks:read campaigns:read"
ALL = "schedule-callbacks:read schedule-callbacks:write campaigns:read campaigns:write"
SECRET = "pä%2B+ :&=/~"  # changes when it is form-encoded, and again when it is decoded


@pytest.fixture(scope="module")
def strange() -> Iterator[Sandbox]:
    """A sandbox whose secret holds whatever an encoding can change."""
    with Sandbox(callbacks=0, credentials=Credentials(client_id="a b", client_secret=SECRET)) as s:
        yield s


@pytest.fixture(scope="module")
def anonymous(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client that has not signed in."""
    with httpx.Client(base_url=sandbox.base_url, trust_env=False) as client:
        yield client


def basic(client_id: str, secret: str) -> dict[str, str]:
    """Return the header of HTTP Basic."""
    return {"Authorization": "Basic " + b64encode(f"{client_id}:{secret}".encode()).decode()}


def test_a_token_comes_with_all_scopes_when_none_is_asked_for(
    sandbox: Sandbox, anonymous: httpx.Client
) -> None:
    """The reply has the members of RFC 6749 section 5.1 and must not be stored."""
    reply = anonymous.post(
        sandbox.token_url, data=GRANT, auth=(sandbox.client_id, sandbox.client_secret)
    )
    assert reply.status_code == 200
    body = reply.json()
    assert set(body) == {"access_token", "token_type", "expires_in", "scope"}
    assert body["token_type"] == "Bearer"
    assert body["expires_in"] == 600
    assert body["scope"] == ALL
    assert reply.headers["cache-control"] == "no-store"


def test_tokens_are_never_the_same(sandbox: Sandbox, anonymous: httpx.Client) -> None:
    """Neither within a sandbox nor between two of one seed, and secrets neither."""
    tokens = {fetch_token(anonymous, sandbox) for _ in range(3)}
    assert len(tokens) == 3
    assert all(len(token) >= 43 for token in tokens)
    other = Sandbox(callbacks=0)
    assert other.client_secret != sandbox.client_secret


@pytest.mark.parametrize(
    ("asked", "granted"),
    [
        ("campaigns:read", "campaigns:read"),
        ("campaigns:read schedule-callbacks:read", READING),
        ("campaigns:read campaigns:read", "campaigns:read"),
        ("", ALL),
    ],
)
def test_scopes_that_are_asked_for_are_granted(
    asked: str, granted: str, sandbox: Sandbox, anonymous: httpx.Client
) -> None:
    """A subset of the known scopes is granted as asked; an empty value counts as left out."""
    reply = anonymous.post(
        "/oauth/token",
        data={**GRANT, "scope": asked},
        auth=(sandbox.client_id, sandbox.client_secret),
    )
    assert reply.json()["scope"] == granted


@pytest.mark.parametrize("encode", [str, quote_plus], ids=["as it is", "form-encoded"])
def test_id_and_secret_are_taken_raw_and_form_encoded(strange: Sandbox, encode: type[str]) -> None:
    """RFC 6749 section 2.3.1 wants them form-encoded; many clients do not."""
    headers = basic(encode("a b"), encode(SECRET))
    reply = httpx.post(strange.token_url, data=GRANT, headers=headers, trust_env=False)
    assert reply.status_code == 200


def test_a_wrong_client_is_refused(sandbox: Sandbox, anonymous: httpx.Client) -> None:
    """Each wrong part, and each way to send none, gives 401 invalid_client with a challenge."""
    right = basic(sandbox.client_id, sandbox.client_secret)["Authorization"]
    wrong = [
        basic(sandbox.client_id, sandbox.client_secret + "x"),
        basic(sandbox.client_id, sandbox.client_secret[:-1]),
        basic(sandbox.client_id, ""),
        basic("", ""),
        basic("x" + sandbox.client_id, sandbox.client_secret),
        basic(sandbox.client_secret, sandbox.client_id),
        {"Authorization": right.replace("Basic", "Bearer")},
        {"Authorization": "Basic"},
        {"Authorization": "Basic !!!!"},
        {"Authorization": "Basic " + b64encode(b"\xff\xfe:\xff").decode()},
        {},
    ]
    for headers in wrong:
        reply = anonymous.post("/oauth/token", data=GRANT, headers=headers)
        assert reply.status_code == 401, headers
        assert reply.json()["error"] == "invalid_client"
        assert reply.json()["error_description"]
        assert reply.headers["www-authenticate"].startswith("Basic ")
        assert reply.headers["cache-control"] == "no-store"
        assert sandbox.client_secret not in reply.text


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("grant_type=password", "unsupported_grant_type"),
        ("grant_type=CLIENT_CREDENTIALS", "unsupported_grant_type"),
        ("", "invalid_request"),
        ("grant_type=", "invalid_request"),
        ("scope=campaigns:read", "invalid_request"),
        ("grant_type=client_credentials&grant_type=client_credentials", "invalid_request"),
        ("grant_type=client_credentials&x=" + "y" * 70_000, "invalid_request"),
        ("&".join(f"x{n}=1" for n in range(200)), "invalid_request"),
        ("grant_type=%FF", "invalid_request"),
        ("grant_type=client_credentials&scope=everything", "invalid_scope"),
        ("grant_type=client_credentials&scope=campaigns:read+campaigns:delete", "invalid_scope"),
    ],
)
def test_a_bad_request_is_refused_by_its_error_code(
    body: str, error: str, sandbox: Sandbox, anonymous: httpx.Client
) -> None:
    """RFC 6749 section 5.2: 400 with the code that fits."""
    reply = anonymous.post(
        "/oauth/token",
        content=body,
        headers={"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"},
        auth=(sandbox.client_id, sandbox.client_secret),
    )
    assert reply.status_code == 400
    assert reply.json()["error"] == error
    assert reply.json()["error_description"]
    assert "www-authenticate" not in reply.headers


def test_parameters_must_come_as_a_form(sandbox: Sandbox, anonymous: httpx.Client) -> None:
    """JSON is refused, and so are parameters in the query, where they would reach logs."""
    auth = (sandbox.client_id, sandbox.client_secret)
    for reply in (
        anonymous.post("/oauth/token", json=GRANT, auth=auth),
        anonymous.post("/oauth/token", params=GRANT, auth=auth),
    ):
        assert reply.status_code == 400
        assert reply.json()["error"] == "invalid_request"


def test_a_broken_form_is_told_from_a_missing_proof(anonymous: httpx.Client) -> None:
    """What cannot be read is 400 for anybody; who sends no form at all has to sign in first."""
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    unread = anonymous.post("/oauth/token", content="a=1&a=2", headers=form)
    assert (unread.status_code, unread.json()["error"]) == (400, "invalid_request")
    missing = anonymous.post("/oauth/token", json=GRANT)
    assert (missing.status_code, missing.json()["error"]) == (401, "invalid_client")


def test_scopes_beyond_the_granted_ones_are_left_out_in_silence() -> None:
    """The reply's `scope` says so and nothing else does; the token is good for no more."""
    granted = ["campaigns:read", "schedule-callbacks:read", "campaigns:read"]
    with Sandbox(callbacks=1, granted_scopes=granted) as sandbox:
        auth = (sandbox.client_id, sandbox.client_secret)
        with httpx.Client(base_url=sandbox.base_url, trust_env=False) as client:
            for asked, given in (
                ("", READING),
                (ALL, READING),
                ("campaigns:write campaigns:read", "campaigns:read"),
            ):
                reply = client.post("/oauth/token", data={**GRANT, "scope": asked}, auth=auth)
                assert (reply.status_code, reply.json()["scope"]) == (200, given)
                client.headers["Authorization"] = f"Bearer {reply.json()['access_token']}"
                assert client.get("/campaigns").status_code == 200
                assert client.post("/campaigns", json={"name": "Name"}).status_code == 403
            for asked in ("campaigns:write", "campaigns:write colour"):
                reply = client.post("/oauth/token", data={**GRANT, "scope": asked}, auth=auth)
                assert (reply.status_code, reply.json()["error"]) == (400, "invalid_scope")


@pytest.mark.parametrize("names", [[], ["campaigns:delete"], ["campaigns:read", ""]], ids=str)
def test_only_known_scopes_can_be_granted(names: list[str]) -> None:
    """At least one; the error lists those there are."""
    with pytest.raises(SandboxOptionError, match="campaigns:write"):
        Sandbox(callbacks=0, granted_scopes=names)


def test_faults_happen_to_token_requests_too(sandbox: Sandbox, anonymous: httpx.Client) -> None:
    """By a rule and by a header, in the endpoint's own shape; the next request is as before."""
    auth = (sandbox.client_id, sandbox.client_secret)
    sandbox.faults.add("status", status=503, retry_after=7, path="/oauth/token", times=2)
    assertion = assertion_of(sandbox)
    by_header = {"X-Sandbox-Fault": "status=429; retry-after=7"}
    for reply, status in (
        (anonymous.post("/oauth/token", data=GRANT, auth=auth), 503),
        (present(sandbox, assertion), 503),
        (anonymous.post("/oauth/token", data=GRANT, auth=auth, headers=by_header), 429),
    ):
        assert reply.status_code == status
        assert reply.headers["retry-after"] == "7"
        assert set(reply.json()) == {"error", "error_description"}
    assert sandbox.faults.pending() == []
    # The fault stood before the endpoint: it used nothing up.
    assert present(sandbox, assertion).status_code == 200
