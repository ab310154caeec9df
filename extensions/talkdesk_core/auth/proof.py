"""How a token request says which client it comes from: what any grant may be sent with."""

import base64
from typing import Protocol
from urllib.parse import quote_plus

from talkdesk_core.auth.client_credentials import ClientCredentials
from talkdesk_core.auth.private_key_jwt import PrivateKeyJWT
from talkdesk_core.clock import Clock

__all__ = ["Basic", "ClientProof", "SignedAssertion", "proof_of"]

# RFC 7523 section 2.2.
_ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


class ClientProof(Protocol):
    """Proves the client in a token request."""

    @property
    def parts(self) -> str:
        """What the client proves itself by, for errors."""
        ...

    @property
    def states_time(self) -> bool:
        """Whether a proof states the time, so that it is refused where the clock is wrong."""
        ...

    def headers(self) -> dict[str, str]:
        """Return the headers that prove it."""
        ...

    def form(self, token_url: str) -> dict[str, str]:
        """Return the form's members that prove it at this endpoint, for one request."""
        ...


class Basic:
    """Id and secret by HTTP Basic (RFC 6749 section 2.3.1).

    Args:
        credentials: Id and secret.
    """

    parts = "client id or secret"
    states_time = False

    def __init__(self, credentials: ClientCredentials) -> None:
        self._credentials = credentials

    def headers(self) -> dict[str, str]:
        """Return the ``Authorization`` header."""
        pair = (self._credentials.client_id, self._credentials.client_secret)
        if self._credentials.form_encode:
            pair = (quote_plus(pair[0]), quote_plus(pair[1]))
        return {"Authorization": "Basic " + base64.b64encode(":".join(pair).encode()).decode()}

    def form(self, token_url: str) -> dict[str, str]:  # noqa: ARG002 - part of the protocol
        """Return nothing."""
        return {}


class SignedAssertion:
    """A JWT of the client's own (RFC 7523 section 2.2).

    Args:
        credentials: Signs.
        clock: The wall clock says when the JWT begins and ends.
    """

    parts = "client id, key id or private key"
    states_time = True

    def __init__(self, credentials: PrivateKeyJWT, clock: Clock) -> None:
        self._credentials = credentials
        self._clock = clock

    def headers(self) -> dict[str, str]:
        """Return nothing."""
        return {}

    def form(self, token_url: str) -> dict[str, str]:
        """Return a fresh assertion and its type."""
        return {
            "client_assertion_type": _ASSERTION_TYPE,
            "client_assertion": self._credentials.assertion(token_url, now=self._clock.time()),
        }


def proof_of(client: ClientCredentials | PrivateKeyJWT, clock: Clock) -> ClientProof:
    """Return how a client proves itself."""
    if isinstance(client, PrivateKeyJWT):
        return SignedAssertion(client, clock)
    return Basic(client)
