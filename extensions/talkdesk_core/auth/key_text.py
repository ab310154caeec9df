"""Where a private key is: in a text, in bytes, or in a file."""

import base64
import binascii
import os
import re
from pathlib import Path
from typing import cast

__all__ = ["PEM_BEGINS", "key_bytes"]

PEM_BEGINS = b"-----BEGIN "
"""What only PEM has (RFC 7468 section 2); there may be notes before it."""

# RFC 4648 section 4, in lines of any length.
_BASE64 = re.compile(rb"[A-Za-z0-9+/\s]+={0,2}\s*")
# Every key in DER is a SEQUENCE (RFC 5208 section 5, X.690 section 8.9).
_SEQUENCE = 0x30
# No key is longer; a file that is has something else in it.
_MOST_BYTES = 1 << 16

_NO_KEY = (
    "is neither a key nor the path of a file; it takes the PEM text of a private key, the one line "
    "of base64 that came with it (DER of PKCS #8), or the path of a file with either."
)


def key_bytes(private_key: object) -> bytes | str:
    """Return a key's PEM or DER, or what is wrong with it, which quotes none of it."""
    if isinstance(private_key, os.PathLike):
        path = cast("os.PathLike[str]", private_key)
        return _from_file(Path(os.fsdecode(path)))
    if isinstance(private_key, bytes):
        return _decoded(private_key) or _NO_KEY
    if not isinstance(private_key, str):
        return f"takes a string, bytes or a path, not {type(private_key).__name__}."
    found = _decoded(private_key.encode(errors="replace"))
    if found is not None:
        return found
    try:
        is_file = Path(private_key).is_file()
    except (OSError, ValueError):  # too long for a name, or with a null character
        is_file = False
    return _from_file(Path(private_key)) if is_file else _NO_KEY


def _from_file(path: Path) -> bytes | str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        return f"names a file that cannot be read ({reason or type(error).__name__})."
    if len(content) > _MOST_BYTES:
        return "names a file that is too long for a key."
    return _decoded(content) or (
        "names a file without a key; it takes one with the PEM text of a private key, or with the "
        "one line of base64 that came with it (DER of PKCS #8)."
    )


def _decoded(content: bytes) -> bytes | None:
    """Return PEM or DER; None where it is neither PEM nor base64 of DER."""
    content = content.removeprefix(b"\xef\xbb\xbf").strip()
    if PEM_BEGINS in content:
        # Settings that take one line hold PEM with its line breaks written as \n.
        return content.replace(b"\\n", b"\n")
    if not _BASE64.fullmatch(content):
        return None
    try:
        der = base64.b64decode(b"".join(content.split()), validate=True)
    except binascii.Error:
        return None
    return der if der[:1] == bytes((_SEQUENCE,)) else None
