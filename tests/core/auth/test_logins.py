"""Logins: what is asked for, with what, and when the user has to sign in again."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from talkdesk_core import http
from talkdesk_core.auth import AuthorizationCode, ClientCredentials, RefreshToken
from talkdesk_core.errors import (
    ConfigurationError,
    TokenError,
)
from tests.core.auth.logins import CODE, FIRST, Logins, code, refresh_token
from tests.core.wire import API, CREDENTIALS, SECRET, Clock

LATE = 540.0


def test_a_code_is_redeemed_as_the_rfcs_say() -> None:
    """With the login's redirect URI and PKCE verifier, once; then refresh tokens take over."""
    server, clock = Logins(), Clock()
    with server.client(code(), clock) as client:
        for _ in range(3):
            client.get("/x")
            clock.now += LATE
    assert server.forms == [
        {
            "grant_type": "authorization_code",
            "code": CODE,
            "redirect_uri": "https://app.test/cb",
            "code_verifier": "v" * 43,
        },
        {"grant_type": "refresh_token", "refresh_token": "refresh-1"},
        {"grant_type": "refresh_token", "refresh_token": "refresh-2"},
    ]
    assert server.sent_tokens == ["Bearer access-1", "Bearer access-2", "Bearer access-3"]


def test_a_refresh_token_may_narrow_its_scope() -> None:
    """The client's scope, where there is one, is asked for at each renewal."""
    server = Logins()
    with server.client(refresh_token(ClientCredentials("i", "s", scope="a b"))) as client:
        client.get("/x")
    assert server.forms[0] == {
        "grant_type": "refresh_token",
        "refresh_token": FIRST,
        "scope": "a b",
    }


def test_without_rotation_the_old_refresh_token_stays() -> None:
    """A reply without one keeps it, and nobody is told anything."""
    told: list[str] = []
    server, clock = Logins(rotates=False), Clock()
    with server.client(refresh_token(on_rotation=told.append), clock) as client:
        for _ in range(3):
            client.get("/x")
            clock.now += LATE
    assert [form["refresh_token"] for form in server.forms] == [FIRST] * 3
    assert told == []


def test_the_same_refresh_token_again_is_no_rotation() -> None:
    """Servers that do not rotate may repeat it."""
    told: list[str] = []
    server = Logins(
        reply=lambda _: http.Response(200, json={"access_token": "a", "refresh_token": FIRST})
    )
    with server.client(refresh_token(on_rotation=told.append)) as client:
        client.get("/x")
    assert told == []


def test_copies_are_the_same_login() -> None:
    """Copying does not double what can be spent once; pickling to another process is refused."""
    for description in (refresh_token(), code()):
        assert copy.copy(description) is copy.deepcopy(description) is description
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(description)


def test_one_login_belongs_to_one_endpoint() -> None:
    """A refresh token is not sent to another account's endpoint."""
    description = refresh_token()
    with Logins().client(description) as client:
        with pytest.raises(ConfigurationError, match="one login belongs to one endpoint"):
            description.bind(base_url=API, token_url="https://other.test/t", client=client)
        with pytest.raises(ConfigurationError, match="token endpoint"):
            refresh_token().bind(base_url=API, token_url=None, client=client)


def test_without_a_refresh_token_the_user_has_to_sign_in_again() -> None:
    """Once the access token has ended nothing is sent, and nothing is worth waiting for."""
    server, clock = Logins(brings_refresh_token=False), Clock()
    with server.client(code(), clock) as client:
        client.get("/x")
        clock.now += 600.0
        for _ in range(2):
            with pytest.raises(TokenError, match="sign in again") as caught:
                client.get("/x")
            assert caught.value.status_code is caught.value.retry_after is None
    assert len(server.forms) == 1


def test_the_access_token_of_a_code_alone_is_used_to_its_end() -> None:
    """There is nothing to renew it with, early or late; then one has to sign in again."""
    server, clock = Logins(brings_refresh_token=False), Clock()
    with server.client(code(), clock) as client:
        for seconds in (0.0, 451.0, 90.0, 58.0):
            clock.now += seconds
            assert client.get("/x").status_code == 200
        clock.now += 2.0
        with pytest.raises(TokenError, match="sign in again"):
            client.get("/x")
    assert len(server.forms) == 1


def test_a_refused_login_is_not_asked_for_again() -> None:
    """`invalid_grant` stays `invalid_grant`: spent, expired or revoked."""
    server = Logins(reply=lambda _: http.Response(400, json={"error": "invalid_grant"}))
    clock = Clock()
    with server.client(refresh_token(), clock) as client:
        with pytest.raises(TokenError) as caught:
            client.get("/x")
        assert caught.value.error == "invalid_grant"
        assert "sign in again" in str(caught.value)
        assert "region" not in str(caught.value)
        clock.now += 1000.0
        with pytest.raises(TokenError, match="sign in again"):
            client.get("/x")
    assert len(server.forms) == 1


@pytest.mark.parametrize(
    ("make", "argument"),
    [
        (lambda: RefreshToken(CREDENTIALS, ""), "refresh_token"),
        (lambda: RefreshToken(CREDENTIALS, "hush\n"), "refresh_token"),
        (lambda: RefreshToken("hush", "t"), "client"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (lambda: RefreshToken(CREDENTIALS, "t", on_rotation="hush"), "on_rotation"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (lambda: AuthorizationCode(CREDENTIALS, "", redirect_uri="https://a.test"), "code"),
        (lambda: AuthorizationCode(CREDENTIALS, "c", redirect_uri=""), "redirect_uri"),
        (
            lambda: AuthorizationCode(
                CREDENTIALS, "c", redirect_uri="https://a.test", code_verifier="hush"
            ),
            "code_verifier",
        ),
        (
            lambda: AuthorizationCode(
                CREDENTIALS, "c", redirect_uri="https://a.test", code_verifier="hush " * 10
            ),
            "code_verifier",
        ),
    ],
)
def test_what_cannot_be_sent_is_refused(make: Callable[[], Any], argument: str) -> None:
    """The error names the argument and does not quote it."""
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert caught.value.arguments == (argument,)
    assert "hush" not in str(caught.value)


def test_descriptions_show_no_secret() -> None:
    """Neither printed nor in the parts that are printed with them."""
    for description in (refresh_token(), code()):
        shown = f"{description!r} {description!s}"
        for hidden in (SECRET, FIRST, CODE, "v" * 43):
            assert hidden not in shown
    with pytest.raises(AttributeError):
        refresh_token().refresh_token = "another"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
