"""Authentication on the wire: what is sent to the token endpoint, and when."""

import base64
from urllib.parse import parse_qs

import pytest

from talkdesk_core import http
from talkdesk_core.auth import ClientCredentials, Credentials, StaticToken
from talkdesk_core.errors import ConfigurationError, TokenError
from tests.core.wire import API, CREDENTIALS, SECRET, TOKENS, Clock, Wire, granted


def client_of(
    wire: Wire, clock: Clock | None = None, credentials: Credentials = CREDENTIALS
) -> http.Client:
    """Return an httpx client whose requests are authenticated."""
    client = http.Client(transport=wire.transport, base_url=API)
    client.auth = credentials.bind(
        base_url=API, token_url=TOKENS, client=client, clock=clock or Clock()
    )
    return client


def test_the_token_request_is_the_documented_one() -> None:
    """POST, Basic of the bare id and secret, a form body, and nothing of the API request."""
    wire = Wire()
    with client_of(wire) as client:
        client.get("/x", headers={"X-Api": "1"}, cookies=None, timeout=7.0)
    (request,) = wire.token_requests
    assert request.method == "POST"
    pair = base64.b64encode(f"the-id:{SECRET}".encode()).decode()
    assert request.headers["Authorization"] == f"Basic {pair}"
    assert request.headers["Accept"] == "application/json"
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert "X-Api" not in request.headers
    assert parse_qs(request.content.decode()) == {"grant_type": ["client_credentials"]}
    assert request.extensions["timeout"] == http.Timeout(7.0).as_dict()
    assert wire.sent_tokens == ["token-1"]


def test_scope_is_sent_when_given() -> None:
    """Scopes are separated by blanks, as in RFC 6749 section 3.3."""
    wire = Wire()
    with client_of(wire, credentials=ClientCredentials("i", "s", scope="a b")) as client:
        client.get("/x")
    assert parse_qs(wire.token_requests[0].content.decode())["scope"] == ["a b"]


@pytest.mark.parametrize(
    ("form_encode", "pair"), [(False, "i%d:a+b%/:c"), (True, "i%25d:a%2Bb%25%2F%3Ac")]
)
def test_form_encoding_is_a_choice(form_encode: bool, pair: str) -> None:
    """Off, id and secret are sent bare; on, each is form-encoded before they are joined."""
    wire = Wire()
    credentials = ClientCredentials("i%d", "a+b%/:c", form_encode=form_encode)
    with client_of(wire, credentials=credentials) as client:
        client.get("/x")
    header = wire.token_requests[0].headers["Authorization"]
    assert base64.b64decode(header.removeprefix("Basic ")).decode() == pair


def test_a_token_is_used_for_three_quarters_of_its_life() -> None:
    """One token request serves 450 of 600 seconds; then the first who comes makes a new one."""
    wire, clock = Wire(), Clock()
    with client_of(wire, clock) as client:
        client.get("/x")
        clock.now += 449.0
        client.get("/x")
        clock.now += 2.0
        client.get("/x")
    assert wire.sent_tokens == ["token-1", "token-1", "token-2"]
    assert len(wire.token_requests) == 2


@pytest.mark.parametrize(
    ("stated", "seconds"),
    [
        (None, 450),
        (600, 450),
        ("600", 450),
        (600.0, 450),
        (4, 3),
        (3600, 3300),
        (10**12, 86_100),
        (1e300, 86_100),
    ],
)
def test_odd_lifetimes_are_read(stated: object, seconds: float) -> None:
    """Missing means ten minutes, strings and fractions are numbers, absurd ones end in a day."""
    wire, clock = Wire(lifetime=stated), Clock()
    with client_of(wire, clock) as client:
        client.get("/x")
        clock.now += seconds - 0.1
        client.get("/x")
        assert len(wire.token_requests) == 1
        clock.now += 0.2
        client.get("/x")
        assert len(wire.token_requests) == 2


ODD_LIFETIMES: list[object] = [0, -5, "soon", "nan", True, [600], "x" * 5000]


@pytest.mark.parametrize(
    "reply",
    [
        http.Response(200, text="<html>token-hush"),
        http.Response(200, content=b""),
        http.Response(200, json=["token-hush"]),
        http.Response(200, json={"token": "token-hush"}),
        http.Response(200, json={"access_token": ""}),
        http.Response(200, json={"access_token": 5}),
        http.Response(200, json={"access_token": "token-hush\r\nX: y"}),
        http.Response(200, json={"access_token": "token-hush ä"}),
        http.Response(200, json={"access_token": "token-hush", "token_type": "mac"}),
        http.Response(200, json={"access_token": "token-hush", "token_type": 5}),
        *(granted("token-hush", value) for value in ODD_LIFETIMES),
        http.Response(200, content=b'{"access_token": "token-hush", "expires_in": NaN}'),
        http.Response(
            200, content=b'{"access_token": "token-hush", "expires_in": 1' + b"0" * 400 + b"}"
        ),
    ],
)
def test_a_reply_without_a_usable_token_is_a_token_error(reply: http.Response) -> None:
    """The error says what is wrong, shows no token, and nothing is sent to the API."""
    wire = Wire(tokens=lambda _: reply)
    with client_of(wire) as client, pytest.raises(TokenError) as caught:
        client.get("/x")
    assert caught.value.status_code == 200
    assert "hush" not in f"{caught.value} {caught.value!r} {caught.value.__dict__}"
    assert TOKENS in str(caught.value)
    assert wire.api_requests == []


@pytest.mark.parametrize("status", [400, 401, 403])
def test_a_refusal_lists_likely_causes_in_order(status: int) -> None:
    """Region, then secret, then a scope that is not active yet."""
    wire = Wire(
        tokens=lambda _: http.Response(
            status, json={"error": "invalid_client", "error_description": "client Ada is unknown"}
        )
    )
    with client_of(wire) as client, pytest.raises(TokenError) as caught:
        client.get("/x")
    text = str(caught.value)
    assert caught.value.error == "invalid_client"
    assert caught.value.description == "client Ada is unknown"
    assert "invalid_client" in text
    assert "Ada" not in text
    assert -1 < text.index("region") < text.index("secret") < text.index("scope")


@pytest.mark.parametrize("status", [400, 401])
def test_a_refused_scope_is_blamed_on_the_scope(status: int) -> None:
    """RFC 6749 section 5.2 has a code for it; neither region nor secret is suspected."""
    wire = Wire(tokens=lambda _: http.Response(status, json={"error": "invalid_scope"}))
    with (
        client_of(wire) as client,
        pytest.raises(TokenError, match="every scope asked for") as caught,
    ):
        client.get("/x")
    assert "region" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (302, "redirects, which is not followed"),
        (404, "gave no token"),
        (429, "failed"),
        (499, "gave no token"),
        (500, "failed"),
        (503, "failed"),
        (520, "failed"),
    ],
)
def test_every_other_status_of_the_token_endpoint_is_a_token_error(status: int, words: str) -> None:
    """Redirects are not followed, and a refusal is asked for again after a while."""
    wire = Wire(tokens=lambda _: http.Response(status, headers={"Location": "https://evil.test/"}))
    clock = Clock()
    with client_of(wire, clock) as client:
        for _ in range(2):
            with pytest.raises(TokenError) as caught:
                client.get("/x")
            assert caught.value.status_code == status
            assert f"the token endpoint {words}." in str(caught.value)
            clock.advance(60.0)
    assert [str(request.url) for request in wire.token_requests] == [TOKENS, TOKENS]


def test_a_401_leads_to_one_new_token_and_one_more_attempt() -> None:
    """A revoked token is replaced once; a second 401 is the answer."""
    wire = Wire(valid={"token-2"})
    with client_of(wire) as client:
        assert client.post("/x", json={"a": 1}).status_code == 200
        assert wire.sent_tokens == ["token-1", "token-2"]
        assert [request.content for request in wire.api_requests] == [b'{"a":1}'] * 2
        wire.valid = set()
        assert client.get("/x").status_code == 401
    assert wire.sent_tokens[2:] == ["token-2", "token-3"]


@pytest.mark.parametrize("credentials", [CREDENTIALS, StaticToken("hush")])
@pytest.mark.parametrize(
    "url", ["https://evil.test/x", "http://api.example.test/x", "https://api.example.test:444/x"]
)
def test_no_other_origin_gets_a_token(credentials: Credentials, url: str) -> None:
    """Scheme, host and port have to be the API's; nothing at all is sent otherwise."""
    wire = Wire()
    with client_of(wire, credentials=credentials) as client, pytest.raises(ConfigurationError):
        client.get(url)
    assert wire.api_requests == wire.token_requests == []


def test_the_default_port_is_the_same_origin() -> None:
    """`:443` and nothing are one origin for https."""
    wire = Wire()
    with client_of(wire) as client:
        client.get("https://api.example.test:443/x")
    assert wire.sent_tokens == ["token-1"]


def test_a_static_token_is_sent_as_it_is() -> None:
    """There is no token request, and a 401 is the answer."""
    wire = Wire(valid=set())
    with client_of(wire, credentials=StaticToken("given")) as client:
        assert client.get("/x").status_code == 401
    assert wire.sent_tokens == ["given"]
    assert wire.token_requests == []


def test_credentials_show_no_secret() -> None:
    """`repr` and `str` of the descriptions and what they are bound to hold no secret."""
    with http.Client() as client:
        bound = [
            credentials.bind(base_url=API, token_url=TOKENS, client=client)
            for credentials in (CREDENTIALS, StaticToken(SECRET))
        ]
    for shown in (CREDENTIALS, StaticToken(SECRET), *bound):
        assert SECRET not in f"{shown!r} {shown!s}"


@pytest.mark.parametrize(
    ("make", "argument"),
    [
        (lambda: ClientCredentials("", "s"), "client_id"),
        (lambda: ClientCredentials("i", ""), "client_secret"),
        (lambda: ClientCredentials("i", "hush\n"), "client_secret"),
        (lambda: ClientCredentials("i", "hüsh"), "client_secret"),
        (lambda: ClientCredentials("i:d", "s"), "client_id"),
        (lambda: ClientCredentials("i", "s", scope=""), "scope"),
        (lambda: StaticToken(""), "token"),
        (lambda: StaticToken("hush\n"), "token"),
        (lambda: StaticToken("Bearer hush"), "token"),
        (
            lambda: CREDENTIALS.bind(base_url=API, token_url=None, client=http.Client()),
            "token_url",
        ),
    ],
)
def test_credentials_that_cannot_be_sent_are_refused(make: object, argument: str) -> None:
    """The error names the argument and does not quote it."""
    assert callable(make)
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert caught.value.arguments[0] == argument
    assert "hush" not in str(caught.value)
