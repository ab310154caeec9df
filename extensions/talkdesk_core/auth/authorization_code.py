"""The code that a user's login brought."""

import re
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
from talkdesk_core.errors import ConfigurationError

if TYPE_CHECKING:
    from talkdesk_core import http
    from talkdesk_core.clock import Clock

__all__ = ["AuthorizationCode"]

# RFC 7636 section 4.1.
_VERIFIER = re.compile(r"[A-Za-z0-9._~-]{43,128}")


@discreet
@dataclass(frozen=True, slots=True, repr=False, eq=False)
class AuthorizationCode:
    """The code of a user's login, which is changed into tokens once (RFC 6749 section 4.1).

    `AuthorizationRequest` begins the login. All clients made with one of these objects share its
    tokens. Where the login brought a refresh token, access tokens are renewed with it, as
    `RefreshToken` does; without one a `TokenError` says that the user has to sign in again once the
    access token has ended.

    A code is never sent a second time once the server may have spent it: where the reply is lost,
    or is 408 or 5xx (503 with a ``Retry-After`` excepted), a `TokenError` says from then on that
    the user may have to sign in again.

    Args:
        client: The client that the user signed in for. Its `scope` does not count: the login asked
            for scopes already.
        code: The code, from the query of the URL that the login ended at.
        redirect_uri: The same as in the login's request.
        code_verifier: The login's, by PKCE (RFC 7636): 43 to 128 letters, digits and ``-._~``;
            None where the login was begun without.
        on_rotation: Called with each refresh token, the first included, as for `RefreshToken`.

    Raises:
        ConfigurationError: A value is something else.
    """

    client: ClientCredentials | PrivateKeyJWT
    code: str
    redirect_uri: str = field(kw_only=True)
    code_verifier: str | None = field(default=None, kw_only=True)
    on_rotation: Callable[[str], object] | None = field(default=None, kw_only=True)
    _login: SharedLogin = field(default_factory=SharedLogin, init=False)

    def __post_init__(self) -> None:
        check_instance("client", self.client, (ClientCredentials, PrivateKeyJWT))
        check_printable("code", self.code)
        check_printable("redirect_uri", self.redirect_uri)
        if self.code_verifier is not None:
            check_printable("code_verifier", self.code_verifier)
            if not _VERIFIER.fullmatch(self.code_verifier):
                msg = "code_verifier takes 43 to 128 letters, digits and -._~ (RFC 7636)."
                raise ConfigurationError(msg, arguments=("code_verifier",))
        check_callback(self.on_rotation)

    def __repr__(self) -> str:
        verifier = None if self.code_verifier is None else REDACTED
        return (
            f"AuthorizationCode(client={self.client!r}, code={REDACTED}, "
            f"redirect_uri={self.redirect_uri!r}, code_verifier={verifier})"
        )

    def __copy__(self) -> "AuthorizationCode":
        return self

    def __deepcopy__(self, memo: object) -> "AuthorizationCode":
        # A copy that kept the code for itself would spend it a second time.
        return self

    def __reduce__(self) -> str:
        msg = "an AuthorizationCode cannot be pickled: the other process would spend it too"
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
        from talkdesk_core.auth.login_grant import LoginGrant, code_form

        return bind_login(
            self._login,
            self.client,
            LoginGrant(code=code_form(self.code, self.redirect_uri, self.code_verifier)),
            self.on_rotation,
            base_url=base_url,
            token_url=token_url,
            client=client,
            clock=clock,
        )
