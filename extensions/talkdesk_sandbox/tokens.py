"""Client credentials and access tokens."""

import hashlib
import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from talkdesk_sandbox.clock import Clock
from talkdesk_sandbox.errors import SandboxOptionError
from talkdesk_sandbox.signing_key import SigningKey

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
    """The one client that a sandbox knows. The repr leaves secret and key out.

    It may prove who it is by its secret or by its key.

    Attributes:
        account: Name of the account; in the vendor's token URLs it is the first label of the host.
        client_id: Id of the client; printable, and not empty.
        client_secret: Its secret: drawn anew for each sandbox, whatever the seed. Printable, and
            not empty.
        key_id: Id of its key, which the headers of its assertions name as ``kid``. Printable, and
            not empty.
        signing_key: Its key, made when it is first needed.

    Raises:
        SandboxOptionError: A text is empty or unprintable; the error names it and not its value.
    """

    account: str = "sandbox"
    client_id: str = field(default_factory=lambda: secrets.token_hex(16))
    client_secret: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)
    key_id: str = field(default_factory=lambda: secrets.token_hex(16))
    signing_key: SigningKey = field(default_factory=SigningKey, repr=False, compare=False)

    def __post_init__(self) -> None:
        for name in ("client_id", "client_secret", "key_id"):
            value: str = getattr(self, name)
            if not value or not value.isprintable():
                raise SandboxOptionError(
                    f"{name} is empty or holds what cannot be printed; choose printable characters"
                )

    @property
    def private_key(self) -> str:
        """The client's key: PKCS#8 in DER, as Base64 on one line.

        Raises:
            SandboxStateError: joserfc is not installed.
        """
        return self.signing_key.text()

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
    is_opaque: bool


class TokenBook:
    """The access tokens that a sandbox has given out; safe to use from any thread.

    Args:
        clock: Where the time comes from.
        lifetime: Seconds for which a token is good at most, from 1.
    """

    def __init__(self, clock: Clock, lifetime: int) -> None:
        self.lifetime = lifetime
        self._clock = clock
        self._lock = threading.Lock()
        # By digest: how long a lookup takes tells nothing about the tokens themselves.
        self._grants: dict[bytes, _Grant] = {}

    def issue(
        self, scopes: tuple[str, ...], *, lifetime: int | None = None, is_opaque: bool = False
    ) -> str:
        """Return a new token that is good for these scopes.

        Args:
            scopes: Some of ``SCOPES``.
            lifetime: Seconds for which it is good; None for as long as any.
            is_opaque: Whether it is sent by itself; else as a bearer token.
        """
        token = secrets.token_urlsafe(32)
        now = self._clock()
        with self._lock:
            self._grants = {
                key: grant for key, grant in self._grants.items() if now < grant.expires_at
            }
            self._grants[_digest(token)] = _Grant(
                scopes, now + (self.lifetime if lifetime is None else lifetime), is_opaque
            )
        return token

    def scopes_of(self, token: str, *, is_opaque: bool = False) -> tuple[str, ...] | None:
        """Return the scopes of a token, or None when it is unknown or no longer good.

        Args:
            token: The token.
            is_opaque: Whether it was sent by itself; one that is to be sent otherwise is unknown.
        """
        now = self._clock()
        with self._lock:
            grant = self._grants.get(_digest(token))
        if grant is None or now >= grant.expires_at or grant.is_opaque != is_opaque:
            return None
        return grant.scopes


def scope_set(names: Iterable[str]) -> tuple[str, ...]:
    """Return scopes in the document's order, each once.

    Raises:
        SandboxOptionError: There is none, or one is unknown; the message lists those there are.
    """
    asked = set(names)
    if not asked or not asked <= set(SCOPES):
        raise SandboxOptionError(f"granted scopes are one or more of {', '.join(SCOPES)}")
    return tuple(scope for scope in SCOPES if scope in asked)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
