"""Tokens for a client itself (RFC 6749 section 4.4)."""

from talkdesk_core.auth.token_reply import Granted
from talkdesk_core.errors import TokenError

__all__ = ["ClientGrant", "OpaqueGrant"]


class ClientGrant:
    """Asks for bearer tokens.

    Args:
        scope: Scopes to ask for, separated by blanks; None for all that the client has.
    """

    is_repeatable = True
    scheme = "Bearer "

    def __init__(self, scope: str | None) -> None:
        self.scope = scope

    def form(self) -> dict[str, str]:
        """Return the form."""
        form = {"grant_type": "client_credentials"}
        if self.scope is not None:
            form["scope"] = self.scope
        return form

    def accept(self, granted: Granted) -> None:
        """Note nothing: the next request is the same."""

    def refuse(self, error: TokenError) -> TokenError:
        """Return the error as it is."""
        return error

    def lose(self) -> None:
        """Note nothing: the next request does no harm."""


class OpaqueGrant(ClientGrant):
    """Asks for opaque tokens (the vendor's page `client-credentials-sts-token`).

    Args:
        scope: As for `ClientGrant`.
        expires_in: Seconds that a token is to live; None leaves it to the server.
    """

    scheme = ""

    def __init__(self, scope: str | None, expires_in: int | None) -> None:
        super().__init__(scope)
        self._expires_in = expires_in

    def form(self) -> dict[str, str]:
        """Return the form."""
        form = super().form() | {"token_type": "opaque"}
        if self._expires_in is not None:
            form["expires_in"] = str(self._expires_in)
        return form
