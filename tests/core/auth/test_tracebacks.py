"""No secret is in an error: not in its text, its attributes' repr, its traceback or its causes.

The variables of our own frames count too, as error trackers record them.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

import pytest

from talkdesk_core import http
from talkdesk_core.auth import (
    AuthorizationCode,
    ClientCredentials,
    Credentials,
    OpaqueToken,
    PrivateKeyJWT,
    RefreshToken,
    StaticToken,
)
from talkdesk_core.errors import ConfigurationError, TalkdeskError
from tests.core.auth.keys import KEY_ID, one_line, pem
from tests.core.trackers import seen_by_a_tracker
from tests.core.wire import API, CREDENTIALS, SECRET, TOKENS, Clock, Wire

REFRESH, NEXT, CODE, ACCESS, VERIFIER = "r3fresh-1", "r3fresh-2", "c0de-1", "acc3ss-1", "v3" * 30


def fail(_: str) -> None:
    """Stand for a callback that cannot store a refresh token."""
    message = "the disk is full"
    raise OSError(message)


SIGNED = PrivateKeyJWT("the-id", key_id=KEY_ID, private_key=one_line())
DESCRIPTIONS: dict[str, Callable[[], Credentials]] = {
    "secret": lambda: CREDENTIALS,
    "key": lambda: SIGNED,
    "opaque": lambda: OpaqueToken(SIGNED),
    "refresh token": lambda: RefreshToken(CREDENTIALS, REFRESH, on_rotation=fail),
    "code": lambda: AuthorizationCode(
        SIGNED, CODE, redirect_uri="https://a.test", code_verifier=VERIFIER, on_rotation=fail
    ),
}


def lose(request: http.Request) -> http.Response:
    """Break the connection."""
    message = "gone"
    raise http.TransportError(message, request=request)


def grant(_: http.Request) -> http.Response:
    """Grant tokens."""
    body = {"access_token": ACCESS, "refresh_token": NEXT, "expires_in": 600}
    return http.Response(200, json=body)


ENDPOINTS: dict[str, Callable[[http.Request], http.Response]] = {
    "refused": lambda _: http.Response(401, json={"error": "invalid_client"}),
    "spent": lambda _: http.Response(400, json={"error": "invalid_grant"}),
    "echo": lambda request: http.Response(
        400, json={"error": request.content.decode(), "error_description": request.content.decode()}
    ),
    "failed": lambda _: http.Response(503),
    "lost": lose,
    "unreadable": lambda _: http.Response(
        200, json={"access_token": ACCESS, "refresh_token": NEXT, "expires_in": "soon"}
    ),
    "granted": grant,
}


def secrets_in(requests: list[http.Request]) -> list[str]:
    """Return what the token requests held that nobody may see."""
    found = [SECRET, REFRESH, NEXT, CODE, ACCESS, VERIFIER, one_line()]
    for request in requests:
        found.append(request.headers.get("Authorization", "none").removeprefix("Basic "))
        found += parse_qs(request.content.decode()).get("client_assertion", [])
    return [secret for secret in found if secret != "none"]


@pytest.mark.parametrize("description", DESCRIPTIONS)
@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_no_error_of_a_token_request_shows_a_secret(endpoint: str, description: str) -> None:
    """Of the first request, which sends it, and of the second, which may only be told."""
    wire = Wire(tokens=ENDPOINTS[endpoint], api=lose)
    client = http.Client(transport=wire.transport, base_url=API)
    client.auth = DESCRIPTIONS[description]().bind(
        base_url=API, token_url=TOKENS, client=client, clock=Clock()
    )
    with client:
        for _ in range(2):
            with pytest.raises((TalkdeskError, http.TransportError)) as caught:
                client.get("/x")
            seen = seen_by_a_tracker(caught.value)
            assert "flow.py" in seen or endpoint == "granted"
            for secret in secrets_in(wire.token_requests):
                assert secret not in seen


@pytest.mark.parametrize(
    "make",
    [
        lambda: ClientCredentials("the-id", "hush\n"),
        lambda: ClientCredentials("", "hush"),
        lambda: ClientCredentials("i:d", "hush"),
        lambda: StaticToken("Bearer hush"),
        lambda: RefreshToken(CREDENTIALS, "hush\n"),
        lambda: AuthorizationCode(CREDENTIALS, "hush\n", redirect_uri="https://a.test"),
        lambda: AuthorizationCode(
            CREDENTIALS, "c", redirect_uri="https://a.test", code_verifier="hush"
        ),
        lambda: PrivateKeyJWT("i", key_id="k", private_key="hush"),
        lambda: PrivateKeyJWT("i", key_id="k", private_key="hush", algorithm="HS256"),
        lambda: PrivateKeyJWT("i", key_id="k", private_key=pem().replace("M", "hush")),
    ],
)
def test_no_error_of_a_description_shows_what_it_was_given(make: Callable[[], object]) -> None:
    """Nor does a frame of its constructor."""
    with pytest.raises(ConfigurationError) as caught:
        make()
    seen = seen_by_a_tracker(caught.value)
    assert "discretion.py" in seen
    frames = seen[seen.index("discretion.py", seen.index("ConfigurationError")) :]
    assert "hush" not in frames
