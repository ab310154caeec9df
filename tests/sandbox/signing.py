"""How the tests of this room sign in by a key: PyJWT makes what the sandbox judges by joserfc."""

import ssl
from base64 import b64decode
from collections.abc import Mapping
from typing import Any, Final

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key

from talkdesk_sandbox import Sandbox
from tests.sandbox.caller import GRANT

ASSERTION_TYPE: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
PLAIN: Final = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Certificates take longer to read than many a test, and plain HTTP needs none."""
_numbers = iter(range(10**9))


def key_of(sandbox: Sandbox) -> EllipticCurvePrivateKey:
    """Return the key that a sandbox gives its client, read as the vendor delivers keys."""
    key = load_der_private_key(b64decode(sandbox.private_key, validate=True), None)
    assert isinstance(key, EllipticCurvePrivateKey)
    return key


def claims_of(sandbox: Sandbox, **changes: object) -> dict[str, Any]:
    """Return good claims by the sandbox's clock, with changes; a change to None takes one away."""
    now = int(sandbox.clock())
    good = {
        "iss": sandbox.client_id,
        "sub": sandbox.client_id,
        "aud": sandbox.token_url,
        "jti": f"assertion-{next(_numbers)}",
        "iat": now,
        "exp": now + 300,
    }
    return {name: value for name, value in {**good, **changes}.items() if value is not None}


def assertion_of(
    sandbox: Sandbox, header: Mapping[str, object] | None = None, **changes: object
) -> str:
    """Return an assertion with good claims but for the changes, signed by the client's key."""
    return jwt.encode(
        claims_of(sandbox, **changes),
        key_of(sandbox),
        algorithm="ES256",
        headers={"kid": sandbox.key_id, **(header or {})},
    )


def present(sandbox: Sandbox, assertion: str, **parameters: str) -> httpx.Response:
    """Ask for a token with an assertion; an empty parameter counts as left out."""
    form = {
        **GRANT,
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": assertion,
        **parameters,
    }
    return httpx.post(sandbox.token_url, data=form, trust_env=False, verify=PLAIN)


def refusal(reply: httpx.Response, status: int = 401, error: str = "invalid_client") -> str:
    """Return the description of a refusal, which quotes nothing and breaks no rule of its own."""
    assert (reply.status_code, reply.json()["error"]) == (status, error), reply.text
    assert ("www-authenticate" in reply.headers) == (status == 401)
    assert reply.headers["cache-control"] == "no-store"
    description: str = reply.json()["error_description"]
    # RFC 6749 section 5.2 allows printable ASCII without quotation mark and backslash.
    assert description.isascii()
    assert description.isprintable()
    assert not set(description) & set('"\\')
    return description
