"""The key with which the client of a sandbox signs its assertions."""

import base64
import threading
from typing import Final

from talkdesk_sandbox.errors import SandboxStateError

ALGORITHM: Final = "ES256"
"""How assertions are signed: ECDSA on the curve P-256 with SHA-256 (RFC 7518 section 3.4)."""
_CURVE: Final = "P-256"
# One for all keys: a key with a lock inside could not be copied.
_MAKING: Final = threading.Lock()


class SigningKey:
    """A private key that is made when it is first needed; safe to use from any thread.

    joserfc and the cryptography below it are imported no sooner: that takes longer than a small
    sandbox needs to start, and most are never signed in to by a key.
    """

    __slots__ = ("_pkcs8",)

    def __init__(self) -> None:
        self._pkcs8: bytes | None = None

    def text(self) -> str:
        """Return the key as the vendor delivers one: PKCS#8 in DER, as Base64 on one line.

        Raises:
            SandboxStateError: joserfc is not installed.
        """
        return base64.b64encode(self._made()).decode()

    def signed_payload(self, assertion: str) -> bytes | None:
        """Return what a JWT says, or None when this key did not sign it.

        Args:
            assertion: A JWS in its compact form (RFC 7515 section 7.1), whose header is an object
                without ``crit``.

        Raises:
            SandboxStateError: joserfc is not installed.
        """
        pkcs8 = self._made()
        from joserfc import jws
        from joserfc.errors import JoseError
        from joserfc.jwk import ECKey

        # Members of the header that nobody knows are ignored (RFC 7515 section 4).
        rules = jws.JWSRegistry(algorithms=[ALGORITHM], strict_check_header=False)
        try:
            return jws.deserialize_compact(
                assertion, ECKey.import_key(pkcs8), registry=rules
            ).payload
        except JoseError:
            return None

    def _made(self) -> bytes:
        with _MAKING:
            if self._pkcs8 is None:
                self._pkcs8 = _new_key()
            return self._pkcs8


def _new_key() -> bytes:
    """Return a new private key as PKCS#8 in DER.

    Raises:
        SandboxStateError: joserfc is not installed.
    """
    try:
        from joserfc.jwk import ECKey
    except ModuleNotFoundError as error:
        raise SandboxStateError(
            f"{error}: keys need joserfc, which comes with the extra: "
            "pip install 'talkdesk-client[sandbox]'"
        ) from error
    return ECKey.generate_key(_CURVE).as_der(private=True)
