"""What users write down to authenticate: all of it reaches the wire, and mistakes are told."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest

from talkdesk_core import http
from talkdesk_core.auth import (
    AuthorizationCode,
    AuthorizationRequest,
    ClientCredentials,
    Credentials,
    OpaqueToken,
    PrivateKeyJWT,
    RefreshToken,
    StaticToken,
)
from talkdesk_core.errors import ConfigurationError, TokenError
from tests.core.auth.keys import KEY_ID, pem
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire

CALLBACK = "https://app.example.test/cb"
SCOPE = "callbacks:read campaigns:read"
PLAIN = ClientCredentials("the-id", "s", scope=SCOPE)
SIGNING = PrivateKeyJWT("the-id", key_id=KEY_ID, private_key=pem(), scope=SCOPE)
FETCHED: dict[str, Callable[[], Credentials]] = {
    "client": lambda: PLAIN,
    "signing client": lambda: SIGNING,
    "opaque": lambda: OpaqueToken(PLAIN),
    "opaque of a signing client": lambda: OpaqueToken(SIGNING),
    "login": lambda: RefreshToken(PLAIN, "refresh-0"),
    "login of a signing client": lambda: RefreshToken(SIGNING, "refresh-0"),
}


def client_of(wire: Wire, description: Credentials, clock: Clock) -> http.Client:
    """Return an httpx client whose requests are authenticated."""
    client = http.Client(transport=wire.transport, base_url=API)
    client.auth = description.bind(base_url=API, token_url=TOKENS, client=client, clock=clock)
    return client


@pytest.mark.parametrize("kind", FETCHED)
def test_the_scope_of_a_client_is_asked_for(kind: str) -> None:
    """Whatever the client proves itself by, and whatever it fetches."""
    wire = Wire()
    with client_of(wire, FETCHED[kind](), Clock()) as client:
        client.get("/x")
    assert parse_qs(wire.token_requests[0].content.decode())["scope"] == [SCOPE]


def code() -> AuthorizationCode:
    """Return the description of a login that brings no refresh token."""
    return AuthorizationCode(CREDENTIALS, "c", redirect_uri=CALLBACK)


@pytest.mark.parametrize("kind", [*FETCHED, "code"])
def test_tokens_live_by_the_clock_of_the_client(kind: str) -> None:
    """As long as the endpoint said, however long that takes on this machine."""
    wire, clock = Wire(lifetime=600), Clock()
    with client_of(wire, FETCHED.get(kind, code)(), clock) as client:
        client.get("/x")
        clock.advance(449.0)
        client.get("/x")
        assert len(wire.token_requests) == 1
        if kind != "code":
            clock.advance(2.0)
            client.get("/x")
            assert len(wire.token_requests) == 2


@pytest.mark.parametrize("kind", [*FETCHED, "code"])
def test_what_is_fetched_needs_an_endpoint(kind: str) -> None:
    """Clients learn it before they make a request."""
    description = FETCHED.get(kind, code)()
    assert description.needs_token_url
    with http.Client() as client, pytest.raises(ConfigurationError, match=r"token_url\.$"):
        description.bind(base_url=API, token_url=None, client=client)


@pytest.mark.parametrize("kind", ["login", "code"])
def test_a_login_is_not_taken_to_another_endpoint(kind: str) -> None:
    """Its refresh token is good at one only; both arguments that might be meant are named."""
    description = FETCHED.get(kind, code)()
    with http.Client() as client:
        description.bind(base_url=API, token_url=TOKENS, client=client)
        description.bind(base_url=API, token_url=TOKENS, client=client)
        with pytest.raises(ConfigurationError, match="another token endpoint") as caught:
            description.bind(base_url=API, token_url=f"{TOKENS}/2", client=client)
    assert caught.value.arguments == ("auth", "token_url")


def test_a_given_token_needs_no_endpoint() -> None:
    """There is nothing to ask one for."""
    assert not StaticToken("t").needs_token_url


def test_an_opaque_token_may_live_one_second() -> None:
    """The shortest that makes sense."""
    wire = Wire()
    with client_of(wire, OpaqueToken(CREDENTIALS, expires_in=1), Clock()) as client:
        client.get("/x")
    assert parse_qs(wire.token_requests[0].content.decode())["expires_in"] == ["1"]


def test_a_pickled_client_is_the_same_client() -> None:
    """In another process it asks for the same scope, by the same algorithm."""
    made = PrivateKeyJWT(
        "the-id", key_id="k", private_key=pem("RS384"), algorithm="RS384", scope=SCOPE
    )
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert (again.algorithm, again.scope, again.key_id) == ("RS384", SCOPE, "k")


@pytest.mark.parametrize(
    ("description", "shown"),
    [
        (
            ClientCredentials("the-id", "hush", scope="a", form_encode=True),
            (
                "ClientCredentials(client_id='the-id', client_secret='***', "
                "form_encode=True, scope='a')"
            ),
        ),
        (
            PrivateKeyJWT("the-id", key_id="k", private_key=pem(), scope="a"),
            (
                "PrivateKeyJWT(client_id='the-id', key_id='k', private_key='***', "
                "algorithm='ES256', scope='a')"
            ),
        ),
        (StaticToken("hush"), "StaticToken('***')"),
        (
            RefreshToken(CREDENTIALS, "hush"),
            (f"RefreshToken(client={CREDENTIALS!r}, refresh_token='***')"),
        ),
        (
            AuthorizationCode(CREDENTIALS, "hush", redirect_uri=CALLBACK),
            (
                f"AuthorizationCode(client={CREDENTIALS!r}, code='***', "
                f"redirect_uri='{CALLBACK}', code_verifier=None)"
            ),
        ),
        (
            AuthorizationCode(CREDENTIALS, "hush", redirect_uri=CALLBACK, code_verifier="v" * 43),
            (
                f"AuthorizationCode(client={CREDENTIALS!r}, code='***', "
                f"redirect_uri='{CALLBACK}', code_verifier='***')"
            ),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_description_shows_what_is_no_secret(description: Credentials, shown: str) -> None:
    """For each secret it says that there is one."""
    assert repr(description) == shown


def start(**arguments: Any) -> AuthorizationRequest:
    """Begin a login."""
    whole = {"client_id": "i", "redirect_uri": CALLBACK, "account": "acme"} | arguments
    return AuthorizationRequest.start(**whole)


WRONG: list[tuple[Callable[[], object], tuple[str, ...]]] = [
    (lambda: ClientCredentials("", "s"), ("client_id",)),
    (lambda: ClientCredentials("i", "a\nb"), ("client_secret",)),
    (lambda: ClientCredentials("i", "s", scope="ä"), ("scope",)),
    (lambda: ClientCredentials("i", "s", scope=" "), ("scope",)),
    (lambda: PrivateKeyJWT("i", key_id="k", private_key=pem(), scope="  "), ("scope",)),
    (lambda: ClientCredentials("i:d", "s"), ("client_id", "form_encode")),
    (lambda: ClientCredentials("i", "s", form_encode="no"), ("form_encode",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    (lambda: ClientCredentials("i:d", "s", form_encode=1), ("form_encode",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    (lambda: ClientCredentials("i", "s", form_encode=None), ("form_encode",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    (lambda: StaticToken(""), ("token",)),
    (lambda: StaticToken("a b"), ("token",)),
    (lambda: PrivateKeyJWT("i", key_id="", private_key=pem()), ("key_id",)),
    (lambda: PrivateKeyJWT("i", key_id="k", private_key=pem(), algorithm="x"), ("algorithm",)),
    (lambda: PrivateKeyJWT("i", key_id="k", private_key="x"), ("private_key",)),
    (lambda: OpaqueToken(CREDENTIALS, expires_in=0), ("expires_in",)),
    (lambda: OpaqueToken(5), ("client",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    (lambda: RefreshToken(CREDENTIALS, ""), ("refresh_token",)),
    (lambda: RefreshToken(CREDENTIALS, "t", on_rotation=5), ("on_rotation",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    (lambda: AuthorizationCode(5, "c", redirect_uri=CALLBACK), ("client",)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    (lambda: AuthorizationCode(CREDENTIALS, "", redirect_uri=CALLBACK), ("code",)),
    (lambda: AuthorizationCode(CREDENTIALS, "c", redirect_uri="\n"), ("redirect_uri",)),
    (
        lambda: AuthorizationCode(CREDENTIALS, "c", redirect_uri=CALLBACK, code_verifier=""),
        ("code_verifier",),
    ),
    (
        lambda: AuthorizationCode(CREDENTIALS, "c", redirect_uri=CALLBACK, code_verifier="v"),
        ("code_verifier",),
    ),
    (
        lambda: AuthorizationCode(CREDENTIALS, "c", redirect_uri=CALLBACK, on_rotation=5),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        ("on_rotation",),
    ),
    (lambda: start(client_id=""), ("client_id",)),
    (lambda: start(redirect_uri=""), ("redirect_uri",)),
    (lambda: start(redirect_uri="/cb"), ("redirect_uri",)),
    (lambda: start(scope=""), ("scope",)),
    (lambda: start(account=None), ("authorize_url", "account")),
    (lambda: start(account=None, authorize_url=""), ("authorize_url",)),
    (lambda: start(account=None, authorize_url="http://a.test/"), ("authorize_url",)),
]


@pytest.mark.parametrize(
    ("make", "names"), WRONG, ids=lambda value: "" if callable(value) else str(value)
)
def test_a_refused_value_is_named(make: Callable[[], object], names: tuple[str, ...]) -> None:
    """In the text for people, and in `arguments` for programs."""
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert caught.value.arguments == names
    for name in names:
        assert name in str(caught.value)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (5, "client takes a ClientCredentials(...) or a PrivateKeyJWT(...), not int"),
        (OpaqueToken, "PrivateKeyJWT(...), not the class OpaqueToken"),
    ],
)
def test_what_is_no_client_is_told_by_its_type(given: Any, told: str) -> None:
    """And what would be one."""
    with pytest.raises(ConfigurationError) as caught:
        OpaqueToken(given)
    assert told in str(caught.value)


def test_a_login_page_of_this_machine_may_be_http() -> None:
    """By any of its names."""
    for host in ("localhost", "127.0.0.1", "127.8.0.9", "[::1]"):
        login = start(account=None, authorize_url=f"http://{host}:8/o")
        assert login.url.startswith(f"http://{host}:8/o?response_type=code&")


def test_state_and_verifier_cannot_be_guessed() -> None:
    """256 bits, and for the verifier, which is compared by nobody in constant time, 512."""
    login = start()
    assert len(login.state) == 43
    assert len(login.code_verifier) == 86


def refused(login: AuthorizationRequest, query: str) -> TokenError:
    """Return the error for a callback with this query."""
    with pytest.raises(TokenError) as caught:
        login.code_of(f"{CALLBACK}?{query}")
    return caught.value


def test_a_callback_with_a_parameter_twice_is_refused() -> None:
    """Even if one of them is empty (RFC 6749 section 3.1), and whichever it is."""
    login = start()
    for twice in ("state=", "code=", "error=", "x=1&x="):
        refused(login, f"code=c&state={login.state}&error_description=&{twice}&{twice}")
        if twice in {"state=", "code="}:
            refused(login, f"code=c&state={login.state}&{twice}")


def test_a_state_that_cannot_be_encoded_is_another_state() -> None:
    """A lone surrogate, as a broken server hands it over."""
    assert "state" in str(refused(start(), "code=c&state=\udcff"))


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("code=c", "the callback does not belong to this login (`state` differs)"),
        ("state={state}", "the callback holds no code"),
        ("state={state}&code=", "the callback holds no code"),
        ("state={state}&error=access_denied", "the login failed (error access_denied)"),
        ("state={state}&code=c&error=x", "the login failed (error x)"),
    ],
)
def test_why_a_login_failed_is_told(query: str, problem: str) -> None:
    """With where the browser came back to, and what to do."""
    login = start()
    error = refused(login, query.format(state=login.state))
    assert str(error) == f"{problem}. {CALLBACK}. Begin a new login"


def test_a_login_shows_where_the_browser_comes_back_to() -> None:
    """And nothing else of itself."""
    assert repr(start()) == f"AuthorizationRequest(redirect_uri='{CALLBACK}')"


def test_the_challenge_of_a_verifier_is_known() -> None:
    """For any verifier, as base64url without the filling (RFC 7636 section 4.2)."""
    for _ in range(20):
        challenge = parse_qs(start().url)["code_challenge"][0]
        assert len(challenge) == 43
        assert "=" not in challenge
