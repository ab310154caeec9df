"""Opaque tokens, which the vendor calls STS tokens."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from talkdesk_core.auth.checks import check_instance
from talkdesk_core.auth.client_credentials import ClientCredentials
from talkdesk_core.auth.private_key_jwt import PrivateKeyJWT
from talkdesk_core.errors import ConfigurationError

if TYPE_CHECKING:
    from talkdesk_core import http
    from talkdesk_core.clock import Clock

__all__ = ["OpaqueToken"]


@dataclass(frozen=True, slots=True)
class OpaqueToken:
    """Opaque (STS) tokens of a client, which selected APIs of the vendor take.

    They are fetched like those of client credentials, with ``token_type=opaque``, and sent without
    the word ``Bearer`` (the vendor's page `client-credentials-sts-token`).

    Args:
        client: The client that they are for, and the scope.
        expires_in: Seconds that a token is to live, 1 or more; None leaves it to the server.

    Raises:
        ConfigurationError: `client` is something else, or `expires_in` no such number.
    """

    client: ClientCredentials | PrivateKeyJWT
    expires_in: int | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        check_instance("client", self.client, (ClientCredentials, PrivateKeyJWT))
        if self.expires_in is not None and not _is_count(self.expires_in):
            msg = "expires_in takes whole seconds, 1 or more, or None."
            raise ConfigurationError(msg, arguments=("expires_in",))

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
        clock: "Clock | None" = None,
    ) -> "http.Auth":
        """Return the authentication of one client, with a token cache of its own."""
        from talkdesk_core.auth.binding import bind_client
        from talkdesk_core.auth.client_grants import OpaqueGrant

        return bind_client(
            self.client,
            OpaqueGrant(self.client.scope, self.expires_in),
            base_url=base_url,
            token_url=token_url,
            client=client,
            clock=clock,
        )


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
