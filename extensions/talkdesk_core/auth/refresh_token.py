"""A refresh token that a login brought earlier."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from talkdesk_core.auth.checks import (
    REDACTED,
    check_callback,
    check_instance,
    check_printable,
    discreet,
)
from talkdesk_core.auth.client_credentials import ClientCredentials
from talkdesk_core.auth.private_key_jwt import PrivateKeyJWT
from talkdesk_core.auth.shared_login import SharedLogin

if TYPE_CHECKING:
    from talkdesk_core import http
    from talkdesk_core.clock import Clock

__all__ = ["RefreshToken"]


@discreet
@dataclass(frozen=True, slots=True, repr=False, eq=False)
class RefreshToken:
    """A user's refresh token, from which access tokens are got (RFC 6749 section 6).

    The server may answer with a new refresh token, and the old one is spent then (rotation). All
    clients made with one of these objects share the present refresh token and the access token, so
    none is spent twice; use one object for one login, in one process.

    A token request whose reply is lost is not sent again, and neither is one that was answered with
    408 or 5xx (503 with a ``Retry-After`` excepted): the server may have spent the refresh token,
    and servers that are sent one twice may end the login. A `TokenError` says so from then on, and
    the user may have to sign in again. Whether the old refresh token still works can be tried with
    a new `RefreshToken`: that is for you to decide, and never done by a retry.

    Args:
        client: The client that the refresh token was given to. Its `scope`, where it has one, is
            asked for at each renewal: it may narrow what the login granted.
        refresh_token: The refresh token.
        on_rotation: Called with each new refresh token, once, before the access token that came
            with it is used: the place to store it. It must not use a client of this login, which
            would wait for itself. A plain function, which an `AsyncTalkdesk` runs in a thread of
            its own, or a coroutine function, which only an `AsyncTalkdesk` takes. When it fails,
            the request ends with a `TokenError` whose cause is what it raised; the new refresh
            token stays in use.

    Raises:
        ConfigurationError: A value is something else.
    """

    client: ClientCredentials | PrivateKeyJWT
    refresh_token: str
    on_rotation: Callable[[str], object] | None = field(default=None, kw_only=True)
    _login: SharedLogin = field(default_factory=SharedLogin, init=False)

    def __post_init__(self) -> None:
        check_instance("client", self.client, (ClientCredentials, PrivateKeyJWT))
        check_printable("refresh_token", self.refresh_token)
        check_callback(self.on_rotation)

    def __repr__(self) -> str:
        return f"RefreshToken(client={self.client!r}, refresh_token={REDACTED})"

    def __copy__(self) -> "RefreshToken":
        return self

    def __deepcopy__(self, memo: object) -> "RefreshToken":
        # A copy that kept a refresh token of its own would spend it a second time.
        return self

    def __reduce__(self) -> str:
        msg = "a RefreshToken cannot be pickled: the other process would spend it a second time"
        raise TypeError(msg)

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
        """Return the authentication of one client; all share the tokens.

        Raises:
            ConfigurationError: It is bound to another token endpoint already, `on_rotation` is a
                coroutine function and the client is not, or there is no token endpoint.
        """
        from talkdesk_core.auth.binding import bind_login
        from talkdesk_core.auth.login_grant import LoginGrant

        return bind_login(
            self._login,
            self.client,
            LoginGrant(refresh_token=self.refresh_token, scope=self.client.scope),
            self.on_rotation,
            base_url=base_url,
            token_url=token_url,
            client=client,
            clock=clock,
        )
