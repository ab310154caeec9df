"""Client credentials and access tokens."""

import hashlib
import secrets
import threading
from dataclasses import dataclass, field
from typing import Final

from talkdesk_sandbox.clock import Clock

TOKEN_PATH: Final = "/oauth/token"  # noqa: S105  (a path)
"""Where tokens are given out."""
CALLBACKS_READ: Final = "schedule-callbacks:read"
CALLBACKS_WRITE: Final = "schedule-callbacks:write"
CAMPAIGNS_READ: Final = "campaigns:read"
CAMPAIGNS_WRITE: Final = "campaigns:write"
SCOPES: Final = (CALLBACKS_READ, CALLBACKS_WRITE, CAMPAIGNS_READ, CAMPAIGNS_WRITE)
"""Every scope of the effective document, in its order."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """The one client that a sandbox knows. The repr leaves the secret out.

    Attributes:
        account: Name of the account; in the vendor's token URLs it is the first label of the host.
        client_id: Id of the client.
        client_secret: Its secret: drawn anew for each sandbox, whatever the seed.
    """

    account: str = "sandbox"
    client_id: str = field(default_factory=lambda: secrets.token_hex(16))
    client_secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    def match(self, client_id: str, client_secret: str) -> bool:
        """Return whether both are right, in a time that does not depend on how wrong they are."""
        id_is_right = secrets.compare_digest(client_id.encode(), self.client_id.encode())
        secret_is_right = secrets.compare_digest(
            client_secret.encode(), self.client_secret.encode()
        )
        return id_is_right and secret_is_right


@dataclass(frozen=True, slots=True)
class _Grant:
    scopes: tuple[str, ...]
    expires_at: float


class TokenBook:
    """The access tokens that a sandbox has given out; safe to use from any thread.

    Args:
        clock: Where the time comes from.
        lifetime: Seconds for which a token is good, from 1.
    """

    def __init__(self, clock: Clock, lifetime: int) -> None:
        self.lifetime = lifetime
        self._clock = clock
        self._lock = threading.Lock()
        # By digest: how long a lookup takes tells nothing about the tokens themselves.
        self._grants: dict[bytes, _Grant] = {}

    def issue(self, scopes: tuple[str, ...]) -> str:
        """Return a new opaque token that is good for these scopes."""
        token = secrets.token_urlsafe(32)
        now = self._clock()
        with self._lock:
            self._grants = {
                key: grant for key, grant in self._grants.items() if now < grant.expires_at
            }
            self._grants[_digest(token)] = _Grant(scopes, now + self.lifetime)
        return token

    def scopes_of(self, token: str) -> tuple[str, ...] | None:
        """Return the scopes of a token, or None when it is unknown or no longer good."""
        now = self._clock()
        with self._lock:
            grant = self._grants.get(_digest(token))
        return grant.scopes if grant is not None and now < grant.expires_at else None


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
