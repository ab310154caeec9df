"""What a client needs of credentials, whatever they are."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from talkdesk_core.errors import ConfigurationError

if TYPE_CHECKING:
    from talkdesk_core import http
    from talkdesk_core.clock import Clock

__all__ = ["Credentials", "checked_credentials"]

_ALLOWED = "ClientCredentials, PrivateKeyJWT, OpaqueToken, AuthorizationCode, RefreshToken"


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
        clock: "Clock | None" = None,
    ) -> "http.Auth":
        """Return the authentication of one client.

        Args:
            base_url: The API; no other origin gets a token.
            token_url: The token endpoint; may be None if `needs_token_url` is false.
            client: Sends token requests; the same that sends the API requests.
            clock: The time; None for this machine's.

        Raises:
            ConfigurationError: A token endpoint is needed and not given, or these credentials
                cannot serve this client.
        """
        ...


def checked_credentials(auth: object) -> Credentials:
    """Return `auth` if it can authenticate a client.

    Raises:
        ConfigurationError: It cannot; it may be a secret and is not quoted.
    """
    # A class has the names that the protocol asks for, but nobody's credentials.
    if isinstance(auth, type) or not isinstance(auth, Credentials):
        found = f"the class {auth.__name__}" if isinstance(auth, type) else type(auth).__name__
        msg = f"auth takes credentials ({_ALLOWED} or StaticToken), not {found}."
        raise ConfigurationError(msg, arguments=("auth",))
    return auth
