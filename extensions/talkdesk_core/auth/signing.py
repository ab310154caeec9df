"""The one place that imports PyJWT and cryptography: private keys are checked here, and sign."""

import os
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from talkdesk_core.auth.key_text import PEM_BEGINS, key_bytes
from talkdesk_core.errors import ConfigurationError

try:
    import jwt
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import (
        load_der_private_key,
        load_pem_private_key,
    )
except ImportError as missing:
    _MISSING = (
        "PrivateKeyJWT needs PyJWT and cryptography, which are the extra `jwt`: "
        'pip install "talkdesk-client[jwt]".'
    )
    raise ConfigurationError(_MISSING, arguments=("auth",)) from missing

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes

__all__ = ["ALGORITHMS", "SigningKey", "signing_key"]

PrivateKey: TypeAlias = EllipticCurvePrivateKey | RSAPrivateKey

# RFC 7518 section 3.4: each algorithm has one curve, here by cryptography's names; None is RSA.
ALGORITHMS = {
    "ES256": "secp256r1",
    "ES384": "secp384r1",
    "ES512": "secp521r1",
    "RS256": None,
    "RS384": None,
    "RS512": None,
}
_CURVES = {"secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"}
# RFC 7518 section 3.3.
_SMALLEST_RSA_KEY = 2048
# The vendor's page `signed-jwt`: exp is iat + 300.
_LIFETIME = 300

_WHERE = "private_key (TALKDESK_PRIVATE_KEY, TALKDESK_PRIVATE_KEY_FILE)"


@dataclass(frozen=True, slots=True, eq=False)
class SigningKey:
    """A private key that fits its algorithm."""

    algorithm: str
    key: PrivateKey = field(repr=False)

    def assertion(self, *, client_id: str, key_id: str, audience: str, now: float) -> str:
        """Return a client assertion, with an id that no other has (RFC 7523 section 3).

        Args:
            client_id: Who claims it, and about whom.
            key_id: By which the server finds the public key.
            audience: The token endpoint's URL.
            now: Seconds since 1970.
        """
        issued = int(now)
        claims = {
            "iss": client_id,
            "sub": client_id,
            "aud": audience,
            "jti": str(uuid.uuid4()),
            "iat": issued,
            "exp": issued + _LIFETIME,
        }
        return jwt.encode(claims, self.key, algorithm=self.algorithm, headers={"kid": key_id})


def signing_key(private_key: str | bytes | os.PathLike[str], algorithm: str) -> SigningKey:
    """Read a private key and check that it fits an algorithm.

    Args:
        private_key: A key or where it is, as `PrivateKeyJWT` takes it.
        algorithm: One of `ALGORITHMS`.

    Raises:
        ConfigurationError: It cannot be read or does not fit. Nothing of it is in the error.
    """
    if not _is_known(algorithm):
        msg = f"algorithm takes one of {', '.join(ALGORITHMS)}."
        raise ConfigurationError(msg, arguments=("algorithm",))
    key = _loaded(private_key)
    if not isinstance(key, str):
        key = _fitting_key(key, algorithm)
    if isinstance(key, str):
        msg = f"{_WHERE} {key}"
        raise ConfigurationError(msg, arguments=("private_key",))
    return SigningKey(algorithm, key)


def _is_known(algorithm: object) -> bool:
    return isinstance(algorithm, str) and algorithm in ALGORITHMS


def _loaded(private_key: object) -> "PrivateKeyTypes | str":
    """Return the key, or what is wrong with it."""
    content = key_bytes(private_key)
    if isinstance(content, str):
        return content
    load = load_pem_private_key if PEM_BEGINS in content else load_der_private_key
    try:
        return load(content, None)
    except TypeError:
        return "is encrypted; decrypt it with `openssl pkcs8 -in FILE -out NEW`."
    except (ValueError, UnsupportedAlgorithm):
        return (
            "is no private key that can be read; it takes the PEM text of a private key, the one "
            "line of base64 that came with it (DER of PKCS #8), or the path of a file with either."
        )


def _fitting_key(key: "PrivateKeyTypes", algorithm: str) -> PrivateKey | str:
    """Return a key that can sign by an algorithm, or why it cannot."""
    curve = ALGORITHMS[algorithm]
    if isinstance(key, EllipticCurvePrivateKey) and curve is not None:
        if key.curve.name == curve:
            return key
        return (
            f"is on the curve {_CURVES.get(key.curve.name, key.curve.name)}; {algorithm} takes "
            f"{_CURVES[curve]}. {_advice(key)}"
        )
    if isinstance(key, RSAPrivateKey) and curve is None:
        if key.key_size >= _SMALLEST_RSA_KEY:
            return key
        return f"has {key.key_size} bits; {algorithm} takes {_SMALLEST_RSA_KEY} or more."
    wanted = "an RSA key" if curve is None else f"an elliptic-curve key on {_CURVES[curve]}"
    return f"does not fit the algorithm: {algorithm} takes {wanted}. {_advice(key)}"


def _advice(key: "PrivateKeyTypes") -> str:
    """Say which algorithms this key could be used with."""
    if isinstance(key, RSAPrivateKey):
        names = [name for name, curve in ALGORITHMS.items() if curve is None]
    elif isinstance(key, EllipticCurvePrivateKey):
        names = [name for name, curve in ALGORITHMS.items() if curve == key.curve.name]
    else:
        names = []
    if not names:
        return f"No algorithm of {', '.join(ALGORITHMS)} takes this key."
    return f"For this key give algorithm {' or '.join(repr(name) for name in names)}."
