"""Who may ask, what is not there, and what every reply carries."""

from collections.abc import Iterator

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from tests.sandbox.caller import fetch_token, judged_client, signed_in
from tests.sandbox.document import EffectiveDocument

LIST = "/schedule-callbacks"
DOCUMENT = EffectiveDocument()
SCOPES = list(
    DOCUMENT.content["components"]["securitySchemes"]["oauth2"]["flows"]["clientCredentials"][
        "scopes"
    ]
)
OPERATIONS = [
    (method.upper(), path.replace("{id}", "unknown"), operation["security"][0]["oauth2"][0])
    for path, item in DOCUMENT.content["paths"].items()
    for method, operation in item.items()
    if method in {"get", "post", "patch", "delete"}
]
ALLOWED = {
    path: {method for method, other, _ in OPERATIONS if other == path}
    | {"HEAD" for method, other, _ in OPERATIONS if (method, other) == ("GET", path)}
    for _, path, _ in OPERATIONS
} | {"/oauth/token": {"POST"}}


class FakeClock:
    """A clock that stands still until it is set."""

    now = 1_000_000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture(scope="module")
def anonymous(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client that has not signed in."""
    with judged_client(sandbox.base_url) as client:
        yield client


def test_a_token_is_good_until_its_last_moment_and_not_longer() -> None:
    """The clock alone decides; a new token is good again, the old one stays dead."""
    clock = FakeClock()
    sandbox = Sandbox(callbacks=1, token_seconds=30, clock=clock)
    with sandbox, signed_in(sandbox) as client:
        assert client.get(LIST).status_code == 200
        clock.now += 29.999
        assert client.get(LIST).status_code == 200
        clock.now += 0.001
        refused = client.get(LIST)
        assert refused.status_code == 401
        assert 'error="invalid_token"' in refused.headers["www-authenticate"]
        fresh = fetch_token(client, sandbox)
        assert client.get(LIST).status_code == 401
        client.headers["Authorization"] = f"Bearer {fresh}"
        assert client.get(LIST).status_code == 200


@pytest.mark.parametrize("path", [LIST, "/campaigns/unknown", LIST + "?page=0"])
def test_without_a_good_token_nothing_is_told(
    path: str, sandbox: Sandbox, anonymous: httpx.Client, document: EffectiveDocument
) -> None:
    """No token, another scheme, an unknown token: 401 with a challenge, before anything else."""
    token = fetch_token(anonymous, sandbox)
    for header in (
        None,
        "Bearer",
        f"Basic {token}",
        token,
        "Bearer x",
        f"Bearer {token}x",
    ):
        reply = anonymous.get(path, headers={} if header is None else {"Authorization": header})
        assert reply.status_code == 401, header
        assert reply.headers["www-authenticate"].startswith("Bearer ")
        assert document.faults("Error", reply.json()) == []
        assert token not in reply.text
    assert anonymous.get(LIST, headers={"Authorization": f"bearer {token}"}).status_code == 200


def test_two_authorization_headers_are_none(sandbox: Sandbox, anonymous: httpx.Client) -> None:
    """Which of two would count is not said anywhere, so neither does."""
    token = fetch_token(anonymous, sandbox)
    headers = [("Authorization", f"Bearer {token}")] * 2
    assert anonymous.get(LIST, headers=headers).status_code == 401


def test_a_token_of_one_sandbox_opens_no_other(client: httpx.Client) -> None:
    """Also with the same seed."""
    with Sandbox(callbacks=1) as other:
        reply = httpx.get(
            other.base_url + LIST,
            headers={"Authorization": client.headers["Authorization"]},
            trust_env=False,
        )
    assert reply.status_code == 401


@pytest.mark.parametrize(("method", "path", "scope"), OPERATIONS)
def test_a_token_opens_only_what_its_scope_covers(
    method: str,
    path: str,
    scope: str,
    sandbox: Sandbox,
    anonymous: httpx.Client,
    document: EffectiveDocument,
) -> None:
    """The document names a scope per operation: it alone opens, and all others do not (403)."""
    others = " ".join(each for each in SCOPES if each != scope)
    right, wrong = (
        anonymous.request(method, path, headers={"Authorization": f"Bearer {token}"})
        for token in (fetch_token(anonymous, sandbox, each) for each in (scope, others))
    )
    assert right.status_code in {200, 400, 404}
    assert wrong.status_code == 403
    assert f'scope="{scope}"' in wrong.headers["www-authenticate"]
    assert document.faults("Error", wrong.json()) == []


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/unknown",
        LIST + "/",
        LIST + "//",
        "/campaigns/",
        "/campaigns/a/b",
        "/oauth",
    ],
)
def test_an_unknown_path_is_not_found(
    path: str, client: httpx.Client, document: EffectiveDocument
) -> None:
    """A slash too many is another path, and nothing is redirected."""
    reply = client.get(path)
    assert reply.status_code == 404
    assert document.faults("Error", reply.json()) == []


@pytest.mark.parametrize(("path", "allowed"), ALLOWED.items())
def test_a_method_that_a_path_lacks_is_refused_with_those_it_has(
    path: str, allowed: set[str], client: httpx.Client, document: EffectiveDocument
) -> None:
    """`Allow` names the methods of the path, all of them and no other; HEAD where GET is."""
    known = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"}
    for method in known - allowed:
        reply = client.request(method, path)
        assert reply.status_code == 405
        assert set(reply.headers["allow"].split(", ")) == allowed
        assert document.faults("Error", reply.json()) == []


@pytest.mark.parametrize("path", [path for path, allowed in ALLOWED.items() if "GET" in allowed])
def test_a_head_is_a_get_without_its_body(path: str, client: httpx.Client) -> None:
    """Same status and same type, and the length that the body would have."""
    reply, whole = client.head(path), client.get(path)
    assert reply.status_code == whole.status_code
    for name in ("content-type", "content-length"):
        assert reply.headers[name] == whole.headers[name]
    assert reply.content == b""


def test_every_reply_carries_a_request_id_of_its_own(
    client: httpx.Client, sandbox: Sandbox
) -> None:
    """Good replies and refusals alike have a `platform-tid`; no two are the same."""
    replies = [
        client.get(LIST),
        client.get(LIST),
        client.get(LIST, params={"page": 0}),
        client.get(LIST, headers={"Authorization": "Bearer x"}),
        client.get("/unknown"),
        client.put(LIST),
        client.post(sandbox.token_url),
    ]
    assert [reply.status_code for reply in replies] == [200, 200, 400, 401, 404, 405, 401]
    assert len({reply.headers["platform-tid"] for reply in replies}) == len(replies)
    assert {reply.headers["content-type"] for reply in replies} == {"application/json"}


@pytest.mark.parametrize("host", ["h" * 2_100, "h" * 260])
def test_a_host_that_is_none_is_refused_before_anything_is_done(host: str) -> None:
    """Replies link to the host that the caller names, and links have a bound."""
    with Sandbox(callbacks=1) as sandbox, signed_in(sandbox) as client:
        headers = {"Host": host}
        for reply in (
            client.get("/campaigns", headers=headers),
            client.post("/campaigns", json={"name": "Name"}, headers=headers),
            client.get(LIST, headers=headers),
        ):
            assert reply.status_code == 400
            assert DOCUMENT.faults("Error", reply.json()) == []
            assert [field["name"] for field in reply.json()["fields"]] == ["Host"]
        assert client.get("/campaigns").json()["total"] == 8
        longest = {"Host": "h" * 253 + ":65535"}
        made = client.post("/campaigns", json={"name": "Name"}, headers=longest)
        assert made.status_code == 201
        for path in ("/campaigns", LIST, f"/campaigns/{made.json()['id']}/users"):
            assert client.get(path, headers=longest).status_code == 200
