"""Id and secret of a client."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from talkdesk_core.auth.checks import (
    REDACTED,
    check_flag,
    check_printable,
    check_scope,
    discreet,
)
from talkdesk_core.errors import ConfigurationError

if TYPE_CHECKING:
    from talkdesk_core import http
    from talkdesk_core.clock import Clock

__all__ = ["ClientCredentials"]


@discreet
@dataclass(frozen=True, slots=True, repr=False)
class ClientCredentials:
    """OAuth 2.0 client credentials, sent with HTTP Basic (RFC 6749 section 4.4).

    Tokens are fetched when they are needed, renewed before they expire, and fetched again when the
    API refuses one.

    Args:
        client_id: The client's id.
        client_secret: The client's secret.
        form_encode: Encode id and secret before they are joined for Basic, as RFC 6749 section
            2.3.1 demands. The vendor's page `cc-basic` documents the bare form, which is the
            default; the two differ only for characters such as ``%``, ``+`` and ``:``.
        scope: Scopes to ask for, separated by blanks; None for all that the client has.

    Raises:
        ConfigurationError: A value is empty, has characters that RFC 6749 (appendix A.1, A.2) does
            not allow, or of another type, or the id has a colon and `form_encode` is off.
    """

    client_id: str
    client_secret: str
    form_encode: bool = field(default=False, kw_only=True)
    scope: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        check_printable("client_id", self.client_id)
        check_printable("client_secret", self.client_secret)
        check_flag("form_encode", self.form_encode)
        check_scope(self.scope)
        if ":" in self.client_id and not self.form_encode:
            msg = (
                "client_id holds a colon, which ends the id in HTTP Basic (RFC 7617 section 2); "
                "give form_encode=True."
            )
            raise ConfigurationError(msg, arguments=("client_id", "form_encode"))

    def __repr__(self) -> str:
        return (
            f"ClientCredentials(client_id={self.client_id!r}, client_secret={REDACTED}, "
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
        clock: "Clock | None" = None,
    ) -> "http.Auth":
        """Return the authentication of one client, with a token cache of its own."""
        from talkdesk_core.auth.binding import bind_client
        from talkdesk_core.auth.client_grants import ClientGrant

        return bind_client(
            self,
            ClientGrant(self.scope),
            base_url=base_url,
            token_url=token_url,
            client=client,
            clock=clock,
        )
