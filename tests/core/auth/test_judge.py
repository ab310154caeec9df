"""Authlib, an implementation by other people, judges the token requests that the client sends.

It has to accept ours and to refuse what is wrong with them; else its acceptance would mean nothing.
"""

import time
from urllib.parse import parse_qs, urlencode

import pytest

from talkdesk_core import http
from talkdesk_core.auth import (
    AuthorizationCode,
    AuthorizationRequest,
    ClientCredentials,
    Credentials,
    PrivateKeyJWT,
    RefreshToken,
)
from talkdesk_core.errors import TokenError
from tests.core.auth.authlib_server import AUTHORIZE, REDIRECT, Judge
from tests.core.auth.keys import ALGORITHMS, KEY_ID, pem, public_keys
from tests.core.wire import API, TOKENS, Clock, Wire

SECRET = Judge().client_secret
BASIC = ClientCredentials("the-id", SECRET)


def signed(algorithm: str = "ES256", key_id: str = KEY_ID, number: int = 0) -> PrivateKeyJWT:
    """Return the credentials of the client that the judge knows."""
    return PrivateKeyJWT(
        "the-id", key_id=key_id, private_key=pem(algorithm, number), algorithm=algorithm
    )


def judge(algorithm: str = "ES256") -> Judge:
    """Return a judge that knows the client's key."""
    return Judge(keys=public_keys(algorithm))


def now() -> Clock:
    """Return a clock whose wall time is right: the judge reads this machine's."""
    return Clock(wall=time.time())


def client_of(
    wire: Wire, credentials: Credentials, clock: Clock | None = None, token_url: str = TOKENS
) -> http.Client:
    """Return an httpx client whose requests are authenticated."""
    client = http.Client(transport=wire.transport, base_url=API)
    client.auth = credentials.bind(
        base_url=API, token_url=token_url, client=client, clock=clock or now()
    )
    return client


def send(server: Judge, credentials: Credentials, clock: Clock | None = None) -> Wire:
    """Send one API request, whose token the judge grants or refuses."""
    wire = Wire(tokens=server.token)
    with client_of(wire, credentials, clock) as client:
        assert client.get("/x").status_code == 200
    return wire


def refused(server: Judge, credentials: Credentials, clock: Clock | None = None) -> TokenError:
    """Send one API request, whose token the judge has to refuse."""
    with pytest.raises(TokenError) as caught:
        send(server, credentials, clock)
    assert server.errors[-1] is not None
    return caught.value


@pytest.mark.parametrize(
    ("secret", "form_encode"),
    [(SECRET, False), (SECRET, True), ("s%C3+&=:/?#", True), ("plain", False)],
)
def test_basic_is_accepted(secret: str, form_encode: bool) -> None:
    """Bare, and form-encoded as RFC 6749 has it."""
    server = Judge(client_secret=secret)
    send(server, ClientCredentials("the-id", secret, form_encode=form_encode))
    assert server.errors == [None]


def test_a_wrong_secret_is_refused() -> None:
    """The judge compares secrets; a bare one with an encoded character is another one."""
    assert refused(Judge(), ClientCredentials("the-id", "another")).error == "invalid_client"
    server = Judge(client_secret="a%41b")
    assert refused(server, ClientCredentials("the-id", "a%41b")).error == "invalid_client"
    send(server, ClientCredentials("the-id", "a%41b", form_encode=True))


def test_an_unknown_client_is_refused() -> None:
    """By either proof."""
    assert refused(Judge(), ClientCredentials("another", SECRET)).status_code == 401
    other = PrivateKeyJWT("another", key_id=KEY_ID, private_key=pem())
    assert refused(judge(), other).error == "invalid_client"


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_signed_jwts_are_accepted(algorithm: str) -> None:
    """By elliptic-curve and RSA keys, each token request with an assertion of its own."""
    server, clock = judge(algorithm), now()
    wire = Wire(tokens=server.token)
    with client_of(wire, signed(algorithm), clock) as client:
        for _ in range(3):
            assert client.get("/x").status_code == 200
            clock.now += 540.0
    assert server.errors == [None] * 3


def test_a_replayed_assertion_is_refused() -> None:
    """The very request that was granted is not granted a second time."""
    server = judge()
    (request,) = send(server, signed()).token_requests
    assert server.token(request).status_code == 400
    assert server.errors == [None, "invalid_client"]


def test_an_assertion_for_another_endpoint_is_refused() -> None:
    """`aud` is the token endpoint; one that was made for another server cannot be used here."""
    server = judge()
    elsewhere = "https://other.example.test/oauth/token"

    def transport(request: http.Request) -> http.Response:
        return server.token(request)

    client = http.Client(transport=http.MockTransport(transport), base_url=API)
    client.auth = signed().bind(base_url=API, token_url=elsewhere, client=client, clock=now())
    with client, pytest.raises(TokenError):
        client.get("/x")
    assert server.errors == ["invalid_client"]


@pytest.mark.parametrize("ahead", [-400.0, -3600.0, 3600.0])
def test_a_wrong_clock_is_refused(ahead: float) -> None:
    """An assertion that has expired (five minutes, and one of grace), or begins in the future."""
    clock = Clock(wall=time.time() + ahead)
    assert refused(judge(), signed(), clock).error == "invalid_client"


@pytest.mark.parametrize("ahead", [-300.0, 30.0])
def test_a_clock_that_is_a_little_wrong_is_accepted(ahead: float) -> None:
    """The judge allows a minute either way."""
    send(judge(), signed(), Clock(wall=time.time() + ahead))


@pytest.mark.parametrize("algorithm", ["ES256", "RS256"])
def test_a_wrong_key_is_refused(algorithm: str) -> None:
    """Another private key under the same id."""
    assert refused(judge(algorithm), signed(algorithm, number=1)).error == "invalid_client"


def test_a_wrong_key_id_is_refused() -> None:
    """The judge finds the key by the id in the header."""
    assert refused(judge(), signed(key_id="another")).error == "invalid_client"


def test_scopes_are_asked_for_and_narrowed() -> None:
    """What the judge grants is what was asked for, as far as the client has it."""
    server = judge()
    credentials = ClientCredentials("the-id", SECRET, scope="callbacks:read nothing")
    send(server, credentials)
    assert server.replies[0].json()["scope"] == "callbacks:read"


def login(server: Judge, scope: str | None = None) -> tuple[AuthorizationRequest, str]:
    """Have the user sign in; return the login and its code."""
    begun = AuthorizationRequest.start(
        "the-id", redirect_uri=REDIRECT, authorize_url=AUTHORIZE, scope=scope
    )
    return begun, begun.code_of(server.log_in(begun.url))


def redeem(
    client: ClientCredentials | PrivateKeyJWT, begun: AuthorizationRequest, code: str
) -> AuthorizationCode:
    """Return the credentials of a login."""
    return AuthorizationCode(
        client, code, redirect_uri=begun.redirect_uri, code_verifier=begun.code_verifier
    )


@pytest.mark.parametrize("client", [BASIC, signed()], ids=["basic", "jwt"])
def test_a_login_is_redeemed_and_renewed(client: ClientCredentials | PrivateKeyJWT) -> None:
    """A code with PKCE, then refresh tokens, each of which the judge spends."""
    server, clock = judge(), now()
    wire = Wire(tokens=server.token)
    with client_of(wire, redeem(client, *login(server)), clock) as api:
        for _ in range(4):
            assert api.get("/x").status_code == 200
            clock.now += 540.0
    kinds = [parse_qs(request.content.decode())["grant_type"][0] for request in wire.token_requests]
    assert kinds == ["authorization_code"] + ["refresh_token"] * 3
    assert server.errors == [None] * 4


def test_a_spent_code_is_refused() -> None:
    """The second description with the same code spends it a second time."""
    server = judge()
    begun, code = login(server)
    send(server, redeem(BASIC, begun, code))
    error = refused(server, redeem(BASIC, begun, code))
    assert error.error == "invalid_grant"
    assert "sign in again" in str(error)


@pytest.mark.parametrize("verifier", ["v" * 43, None])
def test_a_wrong_verifier_is_refused(verifier: str | None) -> None:
    """Whoever has the code alone gets nothing: PKCE (RFC 7636)."""
    server = judge()
    begun, code = login(server)
    stolen = AuthorizationCode(BASIC, code, redirect_uri=REDIRECT, code_verifier=verifier)
    refused(server, stolen)
    send(server, redeem(BASIC, begun, code))


def test_another_redirect_uri_is_refused() -> None:
    """It has to be the login's."""
    server = judge()
    begun, code = login(server)
    other = AuthorizationCode(
        BASIC, code, redirect_uri="https://evil.test/", code_verifier=begun.code_verifier
    )
    assert refused(server, other).error == "invalid_grant"


def test_a_spent_refresh_token_is_refused() -> None:
    """The judge rotates: what a description used, no other can use."""
    server = judge()
    stored: list[str] = []
    begun, code = login(server)
    description = AuthorizationCode(
        BASIC,
        code,
        redirect_uri=REDIRECT,
        code_verifier=begun.code_verifier,
        on_rotation=stored.append,
    )
    send(server, description)
    first = stored[0]
    send(server, RefreshToken(BASIC, first, on_rotation=stored.append))
    assert refused(server, RefreshToken(BASIC, first)).error == "invalid_grant"
    send(server, RefreshToken(BASIC, stored[-1]))


def test_a_denied_or_unknown_login_is_an_error() -> None:
    """The judge sends the browser back with `error`; a page without PKCE of ours it never sees."""
    server = judge()
    begun = AuthorizationRequest.start("the-id", redirect_uri=REDIRECT, authorize_url=AUTHORIZE)
    query = urlencode({"error": "access_denied", "state": begun.state})
    with pytest.raises(TokenError) as caught:
        begun.code_of(f"{REDIRECT}?{query}")
    assert caught.value.error == "access_denied"
    code = begun.code_of(server.log_in(begun.url))
    send(server, redeem(BASIC, begun, code))
