"""How a client proves who it is: the descriptions that users make, without I/O.

Each client binds a description to its own hosts and keeps the tokens it fetched to itself, so one
description may serve many clients. Descriptions show no secret when they are printed.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from talkdesk_core.errors import ConfigurationError

if TYPE_CHECKING:
    from talkdesk_core import http

__all__ = ["ClientCredentials", "Credentials", "StaticToken", "checked_credentials"]

_REDACTED = "'***'"


@runtime_checkable
class Credentials(Protocol):
    """What a client needs of credentials."""

    @property
    def needs_token_url(self) -> bool:
        """Whether tokens are fetched from a token endpoint."""
        ...

    def bind(
        self,
        *,
        base_url: str,
        token_url: str | None,
        client: "http.Client | http.AsyncClient",
        clock: Callable[[], float] = time.monotonic,
    ) -> "http.Auth":
        """Return the authentication of one client.

        Args:
            base_url: The API; no other origin gets a token.
            token_url: The token endpoint; may be None if `needs_token_url` is false.
            client: Sends token requests; the same that sends the API requests.
            clock: Seconds that never run backwards.

        Raises:
            ConfigurationError: A token endpoint is needed and not given.
        """
        ...


@dataclass(frozen=True, slots=True, repr=False)
class ClientCredentials:
    """OAuth 2.0 client credentials, sent with HTTP Basic (RFC 6749 section 4.4).

    Tokens are fetched when they are needed, kept until shortly before they expire, and fetched
    again when the API refuses one.

    Args:
        client_id: The client's id.
        client_secret: The client's secret.
        form_encode: Encode id and secret before they are joined for Basic, as RFC 6749 section
            2.3.1 demands. The vendor's page `cc-basic` documents the bare form, which is the
            default; the two differ only for characters such as ``%``, ``+`` and ``:``.
        scope: Scopes to ask for, separated by blanks; None for all that the client has.

    Raises:
        ConfigurationError: A value is empty, has characters that RFC 6749 (appendix A.1, A.2) does
            not allow, or the id has a colon and `form_encode` is off.
    """

    client_id: str
    client_secret: str
    form_encode: bool = field(default=False, kw_only=True)
    scope: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        _check_printable("client_id", self.client_id)
        _check_printable("client_secret", self.client_secret)
        if self.scope is not None:
            _check_printable("scope", self.scope)
        if ":" in self.client_id and not self.form_encode:
            msg = (
                "client_id holds a colon, which ends the id in HTTP Basic (RFC 7617 section 2); "
                "give form_encode=True."
            )
            raise ConfigurationError(msg, arguments=("client_id", "form_encode"))

    def __repr__(self) -> str:
        return (
            f"ClientCredentials(client_id={self.client_id!r}, client_secret={_REDACTED}, "
            f"form_encode={self.form_encode!r}, scope={self.scope!r})"
        )

    @property
    def needs_token_url(self) -> bool:
        """Always true: tokens are fetched."""
        return True

    def bind(
        self,
        *,
        base_url: str,
        token_url: str | None,
        client: "http.Client | http.AsyncClient",
        clock: Callable[[], float] = time.monotonic,
    ) -> "http.Auth":
        """Return the authentication of one client, with a token cache of its own."""
        from talkdesk_core.auth.flow import FetchedTokenAuth
        from talkdesk_core.auth.grant import ClientCredentialsGrant

        if token_url is None:
            msg = "ClientCredentials need a token endpoint; give account or token_url."
            raise ConfigurationError(msg, arguments=("token_url",))
        return FetchedTokenAuth(ClientCredentialsGrant(self, token_url), base_url, client, clock)


@dataclass(frozen=True, slots=True, repr=False)
class StaticToken:
    """An access token that was got elsewhere; it is never renewed.

    Args:
        token: The token, without the word ``Bearer``.

    Raises:
        ConfigurationError: The token is empty or has characters that no token has.
    """

    token: str

    def __post_init__(self) -> None:
        _check_printable("token", self.token)
        if " " in self.token:
            msg = "token holds a blank; give the token alone, without the word 'Bearer'."
            raise ConfigurationError(msg, arguments=("token",))

    def __repr__(self) -> str:
        return f"StaticToken({_REDACTED})"

    @property
    def needs_token_url(self) -> bool:
        """Always false: the token is there."""
        return False

    def bind(
        self,
        *,
        base_url: str,
        token_url: str | None,  # noqa: ARG002 - part of the protocol
        client: "http.Client | http.AsyncClient",  # noqa: ARG002 - part of the protocol
        clock: Callable[[], float] = time.monotonic,  # noqa: ARG002 - part of the protocol
    ) -> "http.Auth":
        """Return the authentication of one client."""
        from talkdesk_core.auth.flow import StaticTokenAuth

        return StaticTokenAuth(self, base_url)


def checked_credentials(auth: object) -> Credentials:
    """Return `auth` if it can authenticate a client.

    Raises:
        ConfigurationError: It cannot; it may be a secret and is not quoted.
    """
    # A class has the names that the protocol asks for, but nobody's credentials.
    if isinstance(auth, type) or not isinstance(auth, Credentials):
        found = f"the class {auth.__name__}" if isinstance(auth, type) else type(auth).__name__
        msg = f"auth takes a ClientCredentials(...) or a StaticToken(...), not {found}."
        raise ConfigurationError(msg, arguments=("auth",))
    return auth


def _check_printable(argument: str, value: object) -> None:
    """Refuse what cannot be sent in a header; the value is a secret and is not quoted."""
    if not isinstance(value, str) or not value:
        msg = f"{argument} takes a string that is not empty."
    elif not (value.isascii() and value.isprintable()):
        msg = (
            f"{argument} holds a line break or another character that is not printable ASCII; "
            "a file that it was read from may end in a line break."
        )
    else:
        return
    raise ConfigurationError(msg, arguments=(argument,))
