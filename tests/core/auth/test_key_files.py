"""Files of keys: how long they may be, and what is told of those that cannot be read."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from talkdesk_core.auth import PrivateKeyJWT
from talkdesk_core.errors import ConfigurationError
from tests.core.auth.keys import PrivateKey, der, encrypted, one_line, pem, private_key

MOST_BYTES = 65_536


def described(private_key: str | bytes | Path) -> PrivateKeyJWT:
    """Return the description of a client with this key."""
    return PrivateKeyJWT("the-id", key_id="k", private_key=private_key)


@pytest.mark.parametrize("more", [0, 1])
def test_a_file_of_64_kibibytes_is_read_and_a_longer_one_is_not(more: int, tmp_path: Path) -> None:
    """No key is longer, and what is longer is not read to its end."""
    file = tmp_path / "key"
    file.write_text(pem().ljust(MOST_BYTES + more))
    if not more:
        assert described(file).algorithm == "ES256"
        return
    with pytest.raises(ConfigurationError, match=r" names a file that is too long for a key\.$"):
        described(file)


@pytest.mark.parametrize(
    ("path", "why"),
    [
        (Path("/nowhere/key"), "No such file or directory"),
        (Path("/"), "Is a directory"),
        (Path("key\0"), "ValueError"),
    ],
)
def test_why_a_file_cannot_be_read_is_told(path: Path, why: str) -> None:
    """In the words of the operating system, where it was asked."""
    with pytest.raises(ConfigurationError) as caught:
        described(path)
    assert f" names a file that cannot be read ({why})." in str(caught.value)


def test_bytes_that_no_text_is_made_of_are_no_key() -> None:
    """DER itself is not taken, nor base64 of something else, nor of a part of base64."""
    for wrong in (der(), b"aGVsbG8=", one_line()[:-1].encode(), one_line().encode() + b"\xff"):
        with pytest.raises(ConfigurationError, match="is neither a key nor the path of a file"):
            described(wrong)


def test_a_byte_order_mark_before_base64_is_no_part_of_it() -> None:
    """Editors of Windows write one."""
    assert described(b"\xef\xbb\xbf" + one_line().encode()).algorithm == "ES256"


def test_an_encrypted_key_is_told_how_to_be_decrypted() -> None:
    """By a command that can be copied."""
    with pytest.raises(ConfigurationError) as caught:
        described(encrypted())
    assert str(caught.value) == (
        "private_key (TALKDESK_PRIVATE_KEY, TALKDESK_PRIVATE_KEY_FILE) is encrypted; decrypt it "
        "with `openssl pkcs8 -in FILE -out NEW`."
    )


@pytest.mark.parametrize(
    ("key", "algorithm", "advice"),
    [
        (
            ed25519.Ed25519PrivateKey.generate(),
            "ES256",
            (
                "does not fit the algorithm: ES256 takes an elliptic-curve key on P-256. No "
                "algorithm of ES256, ES384, ES512, RS256, RS384, RS512 takes this key."
            ),
        ),
        (
            private_key("RS256"),
            "ES384",
            (
                "does not fit the algorithm: ES384 takes an elliptic-curve key on P-384. For this "
                "key give algorithm 'RS256' or 'RS384' or 'RS512'."
            ),
        ),
        (
            private_key("ES512"),
            "ES256",
            "is on the curve P-521; ES256 takes P-256. For this key give algorithm 'ES512'.",
        ),
    ],
)
def test_what_a_key_could_be_used_with_is_told(
    key: PrivateKey | ed25519.Ed25519PrivateKey, algorithm: str, advice: str
) -> None:
    """In the words of the algorithms that there are."""
    text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with pytest.raises(ConfigurationError) as caught:
        PrivateKeyJWT("the-id", key_id="k", private_key=text, algorithm=algorithm)
    assert str(caught.value).endswith(f" {advice}")


def test_a_text_that_cannot_be_encoded_is_no_key() -> None:
    """A lone surrogate, as a broken environment brings it."""
    with pytest.raises(ConfigurationError, match="is neither a key nor the path of a file"):
        described("key\udcff")
