"""Descriptions become the authentication of a client."""

import inspect
from collections.abc import Callable

from talkdesk_core import http
from talkdesk_core.auth.cache import TokenCache
from talkdesk_core.auth.client_credentials import ClientCredentials
from talkdesk_core.auth.flow import FetchedTokenAuth
from talkdesk_core.auth.grants import Grant
from talkdesk_core.auth.private_key_jwt import PrivateKeyJWT
from talkdesk_core.auth.proof import proof_of
from talkdesk_core.auth.shared_login import SharedLogin
from talkdesk_core.auth.source import Source
from talkdesk_core.auth.token_endpoint import TokenEndpoint
from talkdesk_core.clock import Clock, SystemClock
from talkdesk_core.errors import ConfigurationError

__all__ = ["bind_client", "bind_login"]


def bind_client(
    description: ClientCredentials | PrivateKeyJWT,
    grant: Grant,
    *,
    base_url: str,
    token_url: str | None,
    client: http.Client | http.AsyncClient,
    clock: Clock | None,
) -> FetchedTokenAuth:
    """Return the authentication of one client, with tokens of its own.

    Raises:
        ConfigurationError: There is no token endpoint.
    """
    source = _source(description, grant, None, token_url, clock)
    return FetchedTokenAuth(source, base_url, client)


def bind_login(
    login: SharedLogin,
    description: ClientCredentials | PrivateKeyJWT,
    grant: Grant,
    on_rotation: Callable[[str], object] | None,
    *,
    base_url: str,
    token_url: str | None,
    client: http.Client | http.AsyncClient,
    clock: Clock | None,
) -> FetchedTokenAuth:
    """Return the authentication of one client, with the tokens of a login.

    Args:
        login: What the clients of the login share.
        description: The client that the login is for.
        grant: What is asked for; that of the first binding counts.
        on_rotation: Is told each new refresh token.
        base_url: The API.
        token_url: The token endpoint.
        client: Sends token requests.
        clock: The time; that of the first binding counts.

    Raises:
        ConfigurationError: There is no token endpoint, it is another one than at the first binding,
            or a blocking client would have to await `on_rotation`.
    """
    if inspect.iscoroutinefunction(on_rotation) and not isinstance(client, http.AsyncClient):
        msg = "on_rotation is a coroutine function, which only an async client can await."
        raise ConfigurationError(msg, arguments=("on_rotation",))
    source = login.source(_source(description, grant, on_rotation, token_url, clock))
    if source.endpoint.url != token_url:
        msg = (
            "these credentials are in use with another token endpoint (account, region, token_url) "
            "already: one login belongs to one endpoint."
        )
        raise ConfigurationError(msg, arguments=("auth", "token_url"))
    return FetchedTokenAuth(source, base_url, client)


def _source(
    description: ClientCredentials | PrivateKeyJWT,
    grant: Grant,
    on_rotation: Callable[[str], object] | None,
    token_url: str | None,
    clock: Clock | None,
) -> Source:
    if token_url is None:
        msg = (
            "these credentials need a token endpoint: give account with region (us, eu, ca), or "
            "token_url."
        )
        raise ConfigurationError(msg, arguments=("token_url",))
    clock = SystemClock() if clock is None else clock
    endpoint = TokenEndpoint(token_url, proof_of(description, clock), clock)
    return Source(endpoint, grant, TokenCache(clock), clock, on_rotation)
