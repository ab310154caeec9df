"""A token that somebody else got."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from talkdesk_core.auth.checks import REDACTED, check_printable, discreet
from talkdesk_core.errors import ConfigurationError

if TYPE_CHECKING:
    from talkdesk_core import http
    from talkdesk_core.clock import Clock

__all__ = ["StaticToken"]


@discreet
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
        check_printable("token", self.token)
        if " " in self.token:
            msg = "token holds a blank; give the token alone, without the word 'Bearer'."
            raise ConfigurationError(msg, arguments=("token",))

    def __repr__(self) -> str:
        return f"StaticToken({REDACTED})"

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
        clock: "Clock | None" = None,  # noqa: ARG002 - part of the protocol
    ) -> "http.Auth":
        """Return the authentication of one client."""
        from talkdesk_core.auth.static_flow import StaticTokenAuth

        return StaticTokenAuth(self, base_url)
