"""Key pairs for tests: each is made once, as an RSA key takes a tenth of a second."""

import base64
import functools
from typing import TypeAlias

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from joserfc.jwk import ECKey, KeySet, RSAKey

# Without the extra `jwt` nothing signs; the tests of everything else do not import this module.
pytest.importorskip("jwt", reason="signing needs the extra jwt")

ALGORITHMS = ("ES256", "ES384", "ES512", "RS256", "RS384", "RS512")
KEY_ID = "key-1"

_CURVES = {"ES256": ec.SECP256R1(), "ES384": ec.SECP384R1(), "ES512": ec.SECP521R1()}


PrivateKey: TypeAlias = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@functools.cache
def _made(family: str, number: int) -> PrivateKey:
    del number  # it tells keys of one family apart
    if family in _CURVES:
        return ec.generate_private_key(_CURVES[family])
    return rsa.generate_private_key(65537, 2048)


def private_key(algorithm: str, number: int = 0) -> PrivateKey:
    """Return a key for an algorithm, the same each time; another one for each number."""
    return _made(algorithm if algorithm in _CURVES else "RSA", number)


def pem(algorithm: str = "ES256", number: int = 0) -> str:
    """Return a key as PEM (PKCS #8)."""
    key = private_key(algorithm, number)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def old_pem(algorithm: str = "ES256") -> str:
    """Return a key as PEM in the format of its kind, which is older than PKCS #8."""
    key = private_key(algorithm)
    return key.private_bytes(
        Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()
    ).decode()


def der(algorithm: str = "ES256") -> bytes:
    """Return a key as DER (PKCS #8)."""
    key = private_key(algorithm)
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def one_line(algorithm: str = "ES256") -> str:
    """Return a key as the vendor hands it out: one line of base64."""
    return base64.b64encode(der(algorithm)).decode()


def encrypted(encoding: Encoding = Encoding.PEM) -> bytes:
    """Return a key that takes a password."""
    return private_key("ES256").private_bytes(
        encoding, PrivateFormat.PKCS8, BestAvailableEncryption(b"password")
    )


def public_pem(algorithm: str = "ES256") -> str:
    """Return the public half."""
    key = private_key(algorithm).public_key()
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def public_keys(algorithm: str = "ES256", key_id: str = KEY_ID) -> KeySet:
    """Return what a server knows of a client's key."""
    kind = ECKey if algorithm in _CURVES else RSAKey
    return KeySet([kind.import_key(public_pem(algorithm), {"kid": key_id, "alg": algorithm})])
