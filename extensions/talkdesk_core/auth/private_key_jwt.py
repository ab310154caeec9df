"""Id and private key of a client."""

import functools
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from talkdesk_core.auth.checks import REDACTED, check_printable, check_scope, discreet

if TYPE_CHECKING:
    from talkdesk_core import http
    from talkdesk_core.auth.signing import SigningKey
    from talkdesk_core.clock import Clock

__all__ = ["PrivateKeyJWT"]


@discreet
@dataclass(frozen=True, slots=True, repr=False)
class PrivateKeyJWT:
    """OAuth 2.0 client credentials, proved by a JWT that the client signs (RFC 7523).

    Needs the extra ``jwt``: ``pip install "talkdesk-client[jwt]"``. Tokens are fetched when they
    are needed, renewed before they expire, and fetched again when the API refuses one. The JWT says
    who and for which token endpoint, is good for five minutes, and is used once (the vendor's page
    `signed-jwt`). It states the time of this machine's clock, so that should be right.

    Args:
        client_id: The client's id.
        key_id: The key's id, which came with the key.
        private_key: The private key: its PEM text, the one line of base64 that the vendor hands
            out (DER of PKCS #8), either also as bytes, or the path of a file that holds one. A
            string that is no key is taken for a path.
        algorithm: ES256 (an elliptic-curve key on P-256), ES384 (P-384), ES512 (P-521), or RS256,
            RS384, RS512 (an RSA key of 2048 bits or more); it came with the key.
        scope: Scopes to ask for, separated by blanks; None for all that the client has.

    Raises:
        ConfigurationError: A value cannot be sent, the key cannot be read, is encrypted, or does
            not fit the algorithm; or the extra is not installed.
    """

    client_id: str
    key_id: str = field(kw_only=True)
    private_key: str | bytes | os.PathLike[str] = field(kw_only=True)
    algorithm: str = field(default="ES256", kw_only=True)
    scope: str | None = field(default=None, kw_only=True)
    _signing: "SigningKey" = field(init=False, compare=False)

    def __post_init__(self) -> None:
        from talkdesk_core.auth.signing import signing_key

        check_printable("client_id", self.client_id)
        check_printable("key_id", self.key_id)
        check_scope(self.scope)
        key = signing_key(self.private_key, self.algorithm)
        object.__setattr__(self, "_signing", key)

    def __repr__(self) -> str:
        return (
            f"PrivateKeyJWT(client_id={self.client_id!r}, key_id={self.key_id!r}, "
            f"private_key={REDACTED}, algorithm={self.algorithm!r}, scope={self.scope!r})"
        )

    def __reduce__(self) -> "tuple[Callable[[], PrivateKeyJWT], tuple[()]]":
        # The key as it was given can be copied and pickled; the key that was read from it cannot.
        return functools.partial(
            PrivateKeyJWT,
            self.client_id,
            key_id=self.key_id,
            private_key=self.private_key,
            algorithm=self.algorithm,
            scope=self.scope,
        ), ()

    @property
    def needs_token_url(self) -> bool:
        """Always true: tokens are fetched."""
        return True

    def assertion(self, audience: str, *, now: float) -> str:
        """Return a client assertion, for one use (RFC 7523 section 3).

        Args:
            audience: The token endpoint's URL.
            now: Seconds since 1970.
        """
        return self._signing.assertion(
            client_id=self.client_id, key_id=self.key_id, audience=audience, now=now
        )

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
