"""Private keys: every form they come in is read, every other is refused without being quoted."""

from __future__ import annotations

import base64
import copy
import json
import os
import pickle
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from joserfc import jws, jwt

from talkdesk_core import http
from talkdesk_core.auth import OpaqueToken, PrivateKeyJWT
from talkdesk_core.errors import ConfigurationError, TokenError
from tests.core.auth.keys import (
    ALGORITHMS,
    KEY_ID,
    der,
    encrypted,
    old_pem,
    one_line,
    pem,
    public_keys,
    public_pem,
)
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire


def credentials(private_key: Any, algorithm: str = "ES256") -> PrivateKeyJWT:
    """Return credentials with a key."""
    return PrivateKeyJWT("the-id", key_id=KEY_ID, private_key=private_key, algorithm=algorithm)


def claims_of(description: PrivateKeyJWT, algorithm: str = "ES256") -> dict[str, Any]:
    """Return the claims of an assertion, whose signature another library has checked."""
    assertion = description.assertion(TOKENS, now=1000.5)
    return jwt.decode(assertion, public_keys(algorithm), algorithms=[algorithm]).claims


def client_of(wire: Wire, description: PrivateKeyJWT | OpaqueToken, clock: Clock) -> http.Client:
    """Return an httpx client whose requests are authenticated."""
    client = http.Client(transport=wire.transport, base_url=API)
    client.auth = description.bind(base_url=API, token_url=TOKENS, client=client, clock=clock)
    return client


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_an_assertion_says_what_the_vendor_asks_for(algorithm: str) -> None:
    """Who, for which endpoint, from when until five minutes later; which key, which algorithm."""
    assertion = credentials(pem(algorithm), algorithm).assertion(TOKENS, now=1000.9)
    header = jws.extract_compact(assertion.encode()).headers()
    assert (header["alg"], header["kid"]) == (algorithm, KEY_ID)
    claims = jwt.decode(assertion, public_keys(algorithm), algorithms=[algorithm]).claims
    jti = claims.pop("jti")
    assert len(jti) >= 32
    assert claims == {"iss": "the-id", "sub": "the-id", "aud": TOKENS, "iat": 1000, "exp": 1300}


def test_no_two_assertions_have_one_id() -> None:
    """An id that comes twice is a replay."""
    description = credentials(pem())
    assert len({claims_of(description)["jti"] for _ in range(50)}) == 50


def test_the_form_is_that_of_rfc_7523() -> None:
    """Type and assertion in the form, and no `Authorization` header; the wall clock dates it."""
    wire, clock = Wire(), Clock()
    with client_of(wire, credentials(pem()), clock) as client:
        client.get("/x")
    (request,) = wire.token_requests
    form = parse_qs(request.content.decode())
    assertion = form.pop("client_assertion")[0]
    assert form == {
        "grant_type": ["client_credentials"],
        "client_assertion_type": ["urn:ietf:params:oauth:client-assertion-type:jwt-bearer"],
    }
    assert "Authorization" not in request.headers
    claims = jwt.decode(assertion, public_keys(), algorithms=["ES256"]).claims
    assert claims["iat"] == int(clock.wall)


WRAPPED = "\n".join(one_line()[at : at + 64] for at in range(0, len(one_line()), 64))
FORMS: dict[str, str | bytes] = {
    "PEM": pem(),
    "PEM as bytes": pem().encode(),
    "PEM with Windows line ends": pem().replace("\n", "\r\n"),
    "PEM with a byte order mark": b"\xef\xbb\xbf" + pem().encode(),
    "PEM in one line with \\n": pem().strip().replace("\n", "\\n"),
    "PEM with blanks around": f"\n  {pem()}\n\n",
    "PEM with notes before": f"Key of the client\n{pem()}",
    "old PEM": old_pem(),
    "one line": one_line(),
    "one line as bytes": one_line().encode(),
    "one line with a line end": one_line() + "\n",
    "base64 in lines": WRAPPED,
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_key_is_read(form: str, tmp_path: Path) -> None:
    """As text or bytes, and from a file, named by a path or by a string."""
    content = FORMS[form]
    assert claims_of(credentials(content))["sub"] == "the-id"
    file = tmp_path / "key"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    for path in (file, str(file)):
        assert claims_of(credentials(path))["sub"] == "the-id"


def test_a_relative_path_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name without a folder is a path too, where such a file is there."""
    (tmp_path / "key").write_text(pem())
    monkeypatch.chdir(tmp_path)
    assert claims_of(credentials("key"))["sub"] == "the-id"


def rsa_of(bits: int) -> str:
    """Return an RSA key of so many bits."""
    key = rsa.generate_private_key(65537, bits)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def other_kind(key: ec.EllipticCurvePrivateKey | ed25519.Ed25519PrivateKey) -> str:
    """Return a key that no algorithm takes."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


BROKEN = base64.b64encode(der()[:-20]).decode()


@pytest.mark.parametrize(
    ("key", "algorithm", "text"),
    [
        (pem("ES384"), "ES256", r"curve P-384; ES256 takes P-256. For this key give .*'ES384'"),
        (pem(), "ES512", r"curve P-256; ES512 takes P-521. For this key give .*'ES256'"),
        (pem(), "RS256", r"RS256 takes an RSA key. For this key give algorithm 'ES256'"),
        (pem("RS256"), "ES256", r"ES256 takes an elliptic-curve key on P-256. .*'RS256' or"),
        (rsa_of(1024), "RS256", "1024 bits; RS256 takes 2048 or more"),
        (other_kind(ec.generate_private_key(ec.SECP256K1())), "ES256", "curve secp256k1"),
        (other_kind(ed25519.Ed25519PrivateKey.generate()), "ES256", "No algorithm of ES256"),
        (encrypted(), "ES256", "is encrypted"),
        (base64.b64encode(encrypted(Encoding.DER)), "ES256", "is encrypted"),
        (public_pem(), "ES256", "no private key"),
        (BROKEN, "ES256", "no private key"),
        ("-----BEGIN PRIVATE KEY-----\nhush\n-----END PRIVATE KEY-----", "ES256", "no private key"),
        ("-----BEGIN CERTIFICATE-----\nhush\n-----END CERTIFICATE-----", "ES256", "no private"),
        ("hush", "ES256", "neither a key nor the path of a file"),
        ("hush\0hush", "ES256", "neither a key nor the path of a file"),
        ("hush" * 5000, "ES256", "neither a key nor the path of a file"),
        ("hüsh", "ES256", "neither a key nor the path of a file"),
        (b"hush", "ES256", "neither a key nor the path of a file"),
        ("", "ES256", "neither a key nor the path of a file"),
        (der(), "ES256", "neither a key nor the path of a file"),
        (5, "ES256", "takes a string, bytes or a path, not int"),
        (None, "ES256", "takes a string, bytes or a path, not NoneType"),
        (Path("/nowhere/hush"), "ES256", "cannot be read"),
        (Path("/"), "ES256", "cannot be read"),
        (Path("hush\0"), "ES256", "cannot be read"),
        (Path("/dev/zero"), "ES256", "too long for a key"),
        (Path(__file__).with_name("keys.py"), "ES256", "names a file without a key"),
    ],
)
def test_a_key_that_cannot_be_used_is_refused(key: object, algorithm: str, text: str) -> None:
    """At once, in words that say what to do, and with nothing of the key."""
    with pytest.raises(ConfigurationError, match=text) as caught:
        credentials(key, algorithm)
    assert caught.value.arguments == ("private_key",)
    shown = everything_of(caught.value)
    assert "hush" not in shown
    for secret in (pem(), one_line(), BROKEN, pem("RS256")):
        assert not any(line in shown for line in secret.splitlines() if len(line) > 30)


def everything_of(error: BaseException) -> str:
    """Return what an error tracker sees from the second frame on: the first one is the test's."""
    seen: BaseException | None = error
    text = ""
    while seen is not None:
        details = traceback.TracebackException.from_exception(seen, capture_locals=True)
        for frame in details.stack:
            if "/tests/" not in frame.filename:
                text += f"{frame.name} {frame.locals}\n"
        text += "".join(traceback.format_exception_only(seen)) + repr(seen.__dict__)
        seen = seen.__cause__ or seen.__context__
    return text


@pytest.mark.parametrize("algorithm", ["HS256", "none", "", "es256", 5, None, ["ES256"]])
def test_other_algorithms_are_refused(algorithm: Any) -> None:
    """The error lists those that there are."""
    with pytest.raises(ConfigurationError, match="ES256, ES384, ES512, RS256, RS384, RS512"):
        credentials(pem(), algorithm)


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ({"client_id": ""}, "client_id"),
        ({"client_id": "a\nb"}, "client_id"),
        ({"key_id": ""}, "key_id"),
        ({"key_id": 5}, "key_id"),
        ({"scope": ""}, "scope"),
    ],
)
def test_the_other_arguments_are_checked_too(arguments: dict[str, Any], argument: str) -> None:
    """Before the key is read."""
    whole = {"client_id": "i", "key_id": "k", "private_key": "hush"} | arguments
    with pytest.raises(ConfigurationError) as caught:
        PrivateKeyJWT(**whole)
    assert caught.value.arguments == (argument,)


def test_a_description_shows_no_key_and_can_be_copied() -> None:
    """Neither printed, nor in its parts; copies and pickles sign as it does."""
    description = credentials(pem())
    assert "PRIVATE" not in f"{description!r} {description!s}"
    for other in (copy.copy(description), copy.deepcopy(description)):
        assert other == description
        assert claims_of(other)["sub"] == "the-id"
    assert claims_of(pickle.loads(pickle.dumps(description)))["sub"] == "the-id"
    assert credentials(pem(number=1)) != description
    with pytest.raises(AttributeError):
        description.key_id = "another"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


WITHOUT_EXTRA = """
import sys
sys.modules[sys.argv[1]] = None
from talkdesk_core.auth import PrivateKeyJWT
from talkdesk_core.errors import ConfigurationError
for _ in range(2):
    try:
        PrivateKeyJWT("i", key_id="k", private_key="hush")
    except ConfigurationError as error:
        print(error)
"""


@pytest.mark.parametrize("missing", ["jwt", "cryptography"])
def test_without_the_extra_its_name_is_told(missing: str) -> None:
    """Each time; and what does not sign works without it."""
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRA, missing],
        capture_output=True, text=True, check=True, env=os.environ,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all('pip install "talkdesk-client[jwt]"' in line for line in lines)


def test_pyjwt_is_loaded_when_a_key_is_given() -> None:
    """Not by the import of the descriptions, which load nothing that sends either."""
    code = (
        "import sys; import talkdesk_core.auth; "
        "print([name for name in ('jwt', 'cryptography', 'httpx', 'asyncio') "
        "if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.strip() == "[]"


def refuse(date: str | None) -> Wire:
    """Return a wire whose token endpoint refuses every client, at its own time."""
    headers = {} if date is None else {"Date": date}
    return Wire(
        tokens=lambda _: http.Response(400, json={"error": "invalid_client"}, headers=headers)
    )


DATE = "Thu, 28 May 2026 20:26:40 GMT"
SECOND = 1_780_000_000.0


@pytest.mark.parametrize(
    ("ours", "text"),
    [
        (SECOND + 61, "61 seconds ahead of"),
        (SECOND + 7200, "7200 seconds ahead of"),
        (SECOND - 90, "90 seconds behind"),
    ],
)
def test_a_refused_assertion_tells_of_a_wrong_clock(ours: float, text: str) -> None:
    """The reply's own date shows it; it is the first of the likely causes."""
    clock = Clock(wall=ours)
    with (
        client_of(refuse(DATE), credentials(pem()), clock) as client,
        pytest.raises(TokenError, match=f"clock of this machine is {text}") as caught,
    ):
        client.get("/x")
    words = str(caught.value)
    assert words.index("clock") < words.index("region") < words.index("key") < words.index("scope")


@pytest.mark.parametrize("date", [DATE, None, "yesterday", ""])
def test_a_clock_that_is_right_or_unknown_is_not_blamed(date: str | None) -> None:
    """Up to a minute may be the network's; the causes are told in their order."""
    clock = Clock(wall=SECOND + 59)
    with (
        client_of(refuse(date), credentials(pem()), clock) as client,
        pytest.raises(TokenError) as caught,
    ):
        client.get("/x")
    words = str(caught.value)
    assert "clock" not in words
    assert words.index("region") < words.index("private key") < words.index("scope")


def test_a_refused_secret_is_not_blamed_on_the_clock() -> None:
    """HTTP Basic states no time."""
    client = http.Client(transport=refuse(DATE).transport, base_url=API)
    client.auth = CREDENTIALS.bind(
        base_url=API, token_url=TOKENS, client=client, clock=Clock(wall=SECOND + 9999)
    )
    with client, pytest.raises(TokenError) as caught:
        client.get("/x")
    assert "clock" not in str(caught.value)


def test_opaque_tokens_are_sent_bare() -> None:
    """Asked for as the vendor documents, whatever the client proves itself by."""
    reply = {"access_token": "0paque", "token_type": "opaque", "expires_in": 60}
    wire = Wire(tokens=lambda _: http.Response(200, json=reply))
    description = OpaqueToken(credentials(pem()), expires_in=60)
    with client_of(wire, description, Clock()) as client:
        client.get("/x")
    form = parse_qs(wire.token_requests[0].content.decode())
    assert (form["token_type"], form["expires_in"]) == (["opaque"], ["60"])
    assert "client_assertion" in form
    assert wire.api_requests[0].headers["Authorization"] == "0paque"


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ({"client": "hush"}, "client"),
        ({"client": PrivateKeyJWT}, "client"),
        ({"expires_in": 0}, "expires_in"),
        ({"expires_in": True}, "expires_in"),
        ({"expires_in": "60"}, "expires_in"),
    ],
)
def test_opaque_tokens_are_for_a_client(arguments: dict[str, Any], argument: str) -> None:
    """And live whole seconds."""
    whole: dict[str, Any] = {"client": credentials(pem()), **arguments}
    with pytest.raises(ConfigurationError) as caught:
        OpaqueToken(**whole)
    assert caught.value.arguments == (argument,)
    assert "hush" not in str(caught.value)


def test_the_claims_are_json_that_others_read() -> None:
    """The parts of the JWT are plain base64url of JSON (RFC 7515)."""
    header, payload, _ = credentials(pem()).assertion(TOKENS, now=0.0).split(".")
    for part in (header, payload):
        padded = part + "=" * (-len(part) % 4)
        assert isinstance(json.loads(base64.urlsafe_b64decode(padded)), dict)
