"""What type checkers know of the ways to prove who a client is. This file is checked, not run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import assert_type

from talkdesk_client import (
    AsyncTalkdesk,
    AuthorizationCode,
    AuthorizationRequest,
    ClientCredentials,
    Credentials,
    OpaqueToken,
    PrivateKeyJWT,
    RefreshToken,
    StaticToken,
    Talkdesk,
)


def keep(token: str) -> None:
    """Stand for what a program does with a refresh token that it has to keep."""


def of_clients(basic: ClientCredentials, signed: PrivateKeyJWT, opaque: OpaqueToken) -> None:
    """A client is known by a secret or a key; a key is a text, bytes or a path."""
    signed = PrivateKeyJWT("id", key_id="k", private_key="pem", algorithm="RS256", scope="a:read")
    PrivateKeyJWT("id", key_id="k", private_key=b"pem")
    PrivateKeyJWT("id", key_id="k", private_key=Path("key.pem"))
    assert_type(signed.client_id, str)
    assert_type(signed.key_id, str)
    assert_type(signed.private_key, str | bytes | os.PathLike[str])
    assert_type(signed.algorithm, str)
    assert_type(signed.scope, str | None)
    OpaqueToken(signed, expires_in=600)
    opaque = OpaqueToken(basic)
    assert_type(opaque.client, ClientCredentials | PrivateKeyJWT)
    assert_type(opaque.expires_in, int | None)


def of_users(client: ClientCredentials, login: AuthorizationRequest, callback_url: str) -> None:
    """A user logs in with a browser; what comes back is exchanged once."""
    login = AuthorizationRequest.start(
        "id", redirect_uri="https://app.example/back", account="acme", region="eu", scope="a:read"
    )
    AuthorizationRequest.start(
        "id", redirect_uri="https://a.example", authorize_url="https://b.example"
    )
    assert_type(login.url, str)
    assert_type(login.redirect_uri, str)
    assert_type(login.state, str)
    assert_type(login.code_verifier, str)
    assert_type(login.code_of(callback_url), str)
    AuthorizationCode(
        client,
        login.code_of(callback_url),
        redirect_uri=login.redirect_uri,
        code_verifier=login.code_verifier,
        on_rotation=keep,
    )


def kept(code: AuthorizationCode, again: RefreshToken) -> None:
    """A refresh token that was kept goes on where the login ended."""
    assert_type(code.client, ClientCredentials | PrivateKeyJWT)
    assert_type(code.code, str)
    assert_type(code.redirect_uri, str)
    assert_type(code.code_verifier, str | None)
    assert_type(code.on_rotation, Callable[[str], object] | None)
    assert_type(RefreshToken(code.client, "token", on_rotation=keep), RefreshToken)
    assert_type(again.client, ClientCredentials | PrivateKeyJWT)
    assert_type(again.refresh_token, str)
    assert_type(again.on_rotation, Callable[[str], object] | None)


def every_kind_serves(
    code: AuthorizationCode, refresh: RefreshToken, signed: PrivateKeyJWT, opaque: OpaqueToken
) -> None:
    """Either client takes each of them."""
    every: list[Credentials] = [code, refresh, signed, opaque, StaticToken("t")]
    for auth in every:
        assert_type(Talkdesk(account="acme", auth=auth), Talkdesk)
        assert_type(AsyncTalkdesk(account="acme", auth=auth), AsyncTalkdesk)
