"""A client may sign in by its key: what is taken, and which rule each refusal names."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from hypothesis import given, settings
from hypothesis import strategies as st
from jwt.algorithms import ECAlgorithm

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.client_assertion import ClientAssertions
from talkdesk_sandbox.token_refusal import TokenRefusedError
from talkdesk_sandbox.tokens import Credentials
from tests.sandbox.caller import GRANT
from tests.sandbox.signing import (
    ASSERTION_TYPE,
    PLAIN,
    assertion_of,
    claims_of,
    key_of,
    present,
    refusal,
)

NOW = 1_800_000_000
LIST = "/schedule-callbacks"
CREDENTIALS = Credentials()
WRONG_CLAIMS: list[tuple[dict[str, Any], str]] = [
    ({"iss": None}, "iss"),
    ({"iss": "somebody"}, "iss"),
    ({"sub": None}, "sub"),
    ({"sub": "somebody"}, "sub"),
    ({"sub": ["somebody"]}, "sub"),
    ({"aud": None}, "aud"),
    ({"aud": ""}, "aud"),
    ({"aud": "https://sandbox.talkdeskid.com/oauth/token"}, "aud"),
    ({"aud": []}, "aud"),
    ({"aud": [["x"], {}, None, 5]}, "aud"),
    ({"exp": None}, "no exp"),
    ({"exp": NOW}, "exp that is past"),
    ({"exp": NOW - 1}, "exp that is past"),
    ({"exp": 0}, "exp that is past"),
    ({"exp": NOW + 3_601}, "exp more than 3600 seconds"),
    ({"exp": 10**400}, "exp more than 3600 seconds"),
    ({"exp": f"{NOW + 300}"}, "exp that is no number"),
    ({"exp": True}, "exp that is no number"),
    ({"iat": NOW + 61}, "iat that is in the future"),
    ({"iat": "now"}, "iat that is no number"),
    ({"nbf": NOW + 61}, "nbf that is in the future"),
    ({"nbf": {}}, "nbf that is no number"),
    ({"jti": None}, "no jti"),
    ({"jti": ""}, "no jti"),
    ({"jti": 5}, "no jti"),
    ({"jti": "x" * 256}, "jti of more than 255"),
]
WRONG_HEADERS: list[tuple[dict[str, Any], str]] = [
    ({"kid": "other"}, "kid"),
    ({"kid": None}, "kid"),
    ({"kid": ["x"]}, "kid"),
    ({"crit": ["exp"], "exp": 1}, "crit"),
    ({"crit": [{}]}, "crit"),
    ({"crit": ["b64"], "b64": False}, "crit"),
    ({"b64": False}, "not signed"),
    ({"jwk": 5}, "not signed"),
    ({"alg": "none"}, "alg"),
    ({"alg": None}, "alg"),
    ({"alg": ["ES256"]}, "alg"),
    ({"alg": "es256"}, "alg"),
    ({"alg": "ES384"}, "alg"),
    ({"alg": "HS256"}, "alg"),
    ({"alg": "RS256"}, "alg"),
]


def stopped() -> float:
    """Return a time that stands still."""
    return NOW


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    """A sandbox whose source of time stands still."""
    with Sandbox(callbacks=1, clock=stopped, credentials=CREDENTIALS) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: Sandbox) -> Sandbox:
    """The same, with its clock where it was at the start."""
    running.clock.reset()
    return running


def test_a_client_signs_in_by_its_key_as_by_its_secret(sandbox: Sandbox) -> None:
    """The reply has the same members, scopes are granted alike, and the token opens the same."""
    reply = present(sandbox, assertion_of(sandbox), scope="campaigns:read")
    assert reply.status_code == 200
    by_secret = httpx.post(
        sandbox.token_url,
        data={**GRANT, "scope": "campaigns:read"},
        auth=(sandbox.client_id, sandbox.client_secret),
        trust_env=False,
        verify=PLAIN,
    )
    token, other = reply.json(), by_secret.json()
    assert {**token, "access_token": ""} == {**other, "access_token": ""}
    assert reply.headers["cache-control"] == "no-store"
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    for path, status in (("/campaigns", 200), (LIST, 403)):
        answer = httpx.get(sandbox.base_url + path, headers=headers, trust_env=False, verify=PLAIN)
        assert answer.status_code == status


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": NOW + 1},
        {"exp": NOW + 0.5},
        {"exp": NOW + 3_600},
        {"iat": None},
        {"iat": NOW + 60},
        {"iat": 0},
        {"nbf": NOW + 60},
        {"jti": "x" * 255},
        {"more": [{"nobody": "knows"}]},
    ],
    ids=str,
)
def test_an_assertion_within_the_bounds_is_taken(changes: dict[str, Any], sandbox: Sandbox) -> None:
    """At each end of a range, without the claims that may be left out, and with unknown ones."""
    assert present(sandbox, assertion_of(sandbox, **changes)).status_code == 200


def test_the_audience_may_be_one_of_a_list(sandbox: Sandbox) -> None:
    """RFC 7519 section 4.1.3 lets it be a text or a list of them."""
    audiences = ["https://elsewhere.example", sandbox.token_url]
    assert present(sandbox, assertion_of(sandbox, aud=audiences)).status_code == 200


def test_the_audience_is_the_address_by_which_the_sandbox_was_asked(sandbox: Sandbox) -> None:
    """In a container it has another name than outside: the caller's counts, whatever it is."""
    aud = "http://talkdesk.internal:8000/oauth/token"
    form = {**GRANT, "client_assertion_type": ASSERTION_TYPE}
    for host, status in (("talkdesk.internal:8000", 200), ("talkdesk.internal", 401)):
        form["client_assertion"] = assertion_of(sandbox, aud=aud)
        headers = {"Host": host}
        reply = httpx.post(
            sandbox.token_url, data=form, headers=headers, trust_env=False, verify=PLAIN
        )
        assert reply.status_code == status


@pytest.mark.parametrize(
    ("changes", "rule"),
    WRONG_CLAIMS,
    ids=str,
)
def test_a_claim_that_is_wrong_is_named(
    changes: dict[str, Any], rule: str, sandbox: Sandbox
) -> None:
    """One wrong claim is enough, and the description says which."""
    claims = json.dumps(claims_of(sandbox, **changes)).encode()
    signed = jwt.PyJWS().encode(claims, key_of(sandbox), "ES256", {"kid": sandbox.key_id})
    description = refusal(present(sandbox, signed))
    assert rule in description
    assert not [text for text in changes.values() if str(text) in description and text]


def test_an_assertion_with_the_audience_of_another_path_is_refused(sandbox: Sandbox) -> None:
    """The comparison is letter by letter (RFC 7523 section 3): no prefix, no other spelling."""
    for aud in (
        sandbox.base_url,
        sandbox.token_url + "/",
        sandbox.token_url.replace("127.0.0.1", "localhost"),
        sandbox.token_url.replace("http:", "https:"),
        sandbox.token_url.upper(),
    ):
        assert "aud" in refusal(present(sandbox, assertion_of(sandbox, aud=aud)))


@pytest.mark.parametrize(
    ("header", "rule"),
    WRONG_HEADERS,
    ids=str,
)
def test_a_header_that_is_wrong_is_named(
    header: dict[str, Any], rule: str, sandbox: Sandbox
) -> None:
    """Although the signature fits it."""
    good = {"typ": "JWT", "alg": "ES256", "kid": sandbox.key_id}
    members = {name: value for name, value in {**good, **header}.items() if value is not None}
    assert rule in refusal(present(sandbox, signed_text(sandbox, json.dumps(members))))


def test_a_header_may_have_members_that_nobody_knows(sandbox: Sandbox) -> None:
    """They are ignored (RFC 7515 section 4), and a key that comes along is not believed."""
    assert present(sandbox, assertion_of(sandbox, {"colour": "green"})).status_code == 200
    stranger = ec.generate_private_key(ec.SECP256R1())
    own_key = json.loads(ECAlgorithm.to_jwk(stranger.public_key()))
    headers = {"kid": sandbox.key_id, "jwk": own_key}
    forged = jwt.encode(claims_of(sandbox), stranger, "ES256", headers)
    assert "signed by the key" in refusal(present(sandbox, forged))


def test_what_another_key_signed_is_refused(sandbox: Sandbox) -> None:
    """A stranger's key, another sandbox's, no key, the public key or the secret as a password."""
    claims, headers = claims_of(sandbox), {"kid": sandbox.key_id}
    stranger = ec.generate_private_key(ec.SECP256R1())
    forged = jwt.encode(claims, stranger, "ES256", headers)
    assert "signed by the key" in refusal(present(sandbox, forged))
    other = Sandbox(callbacks=0)
    assert other.private_key != sandbox.private_key
    forged = jwt.encode(claims, key_of(other), "ES256", headers)
    assert "signed by the key" in refusal(present(sandbox, forged))
    other.close()
    secret = sandbox.client_secret.encode().ljust(64)
    wide = ec.generate_private_key(ec.SECP384R1())
    rivest = rsa.generate_private_key(65_537, 2_048)
    for forged in (
        jwt.encode(claims, "", "none", headers),
        jwt.encode(claims, secret, "HS256", headers),
        jwt.encode(claims, wide, "ES384", headers),
        jwt.encode(claims, rivest, "RS256", headers),
    ):
        assert "alg other than ES256" in refusal(present(sandbox, forged))


def test_a_signature_holds_for_what_was_signed_alone(sandbox: Sandbox) -> None:
    """With other claims, another header, or cut away, it is none."""
    head, body, signature = assertion_of(sandbox).split(".")
    other_head, other_body, _ = assertion_of(sandbox, {"typ": "other"}).split(".")
    for forged in (
        f"{head}.{other_body}.{signature}",
        f"{other_head}.{body}.{signature}",
        f"{head}.{body}.",
        f"{head}.{body}.{signature[:-8]}",
        f"{head}.{body}.{'A' * len(signature)}",
        f"{head}.{body}",
        f"{head}.{body}.{signature}.{signature}",
        f"{head}..{signature}",
    ):
        assert "signed by the key" in refusal(present(sandbox, forged))
    assert present(sandbox, f"{head}.{body}.{signature}").status_code == 200


@pytest.mark.parametrize(
    "claims",
    [
        b"",
        b"[]",
        b'"iss"',
        b"{",
        b"\xff{}",
        b'{"iss": NaN}',
        b'{"exp": 1, "exp": 2}',
        b"[" * 5_000,
        b'{"exp": ' + b"9" * 4_500 + b"}",
    ],
    ids=lambda claims: claims[:12],
)
def test_claims_that_are_no_object_are_refused(claims: bytes, sandbox: Sandbox) -> None:
    """Also when the client signed them."""
    signed = jwt.PyJWS().encode(claims, key_of(sandbox), "ES256", {"kid": sandbox.key_id})
    assert "no JSON object" in refusal(present(sandbox, signed))


@pytest.mark.parametrize(
    "assertion",
    [
        "x",
        ".",
        "..",
        "é.é.é",
        "e30.e30.e30",
        "IkVTMjU2Ig.e30.e30",
        "W10.e30.e30",
        urlsafe_b64encode(b"[" * 5_000).decode() + ".e30.e30",
        urlsafe_b64encode(b'{"alg":"none","alg":"ES256"}').decode() + ".e30.e30",
    ],
    ids=lambda assertion: assertion[:12],
)
def test_what_is_no_jwt_is_refused(assertion: str, sandbox: Sandbox) -> None:
    """Whatever it is, it is a refusal and not a failure of the sandbox."""
    assert "The client assertion has a" in refusal(present(sandbox, assertion))


def test_an_assertion_has_a_bound(sandbox: Sandbox) -> None:
    """Of 8,192 characters: the longest is taken, and a longer one is not even looked at."""
    base = len(assertion_of(sandbox, more="").partition(".")[2])
    bound = 8_192
    text = assertion_of(sandbox, more="x" * ((bound - base) * 3 // 4 - 200))
    assert bound - 600 < len(text) <= bound
    assert present(sandbox, text).status_code == 200
    assert "longer than 8192" in refusal(present(sandbox, assertion_of(sandbox, more="x" * 7_000)))


@pytest.mark.parametrize(
    ("parameters", "rule"),
    [
        ({"client_assertion_type": ""}, "client_assertion_type"),
        ({"client_assertion_type": ASSERTION_TYPE.upper()}, "client_assertion_type"),
        (
            {"client_assertion_type": ASSERTION_TYPE.replace("jwt", "saml2")},
            "client_assertion_type",
        ),
        ({"client_assertion": ""}, "Send a signed JWT"),
        ({"client_id": "somebody"}, "client_id"),
    ],
    ids=str,
)
def test_a_parameter_that_does_not_fit_is_named(
    parameters: dict[str, str], rule: str, sandbox: Sandbox
) -> None:
    """Of type, assertion and client id."""
    assert rule in refusal(present(sandbox, assertion_of(sandbox), **parameters))


def test_the_client_id_may_be_sent_along(sandbox: Sandbox) -> None:
    """RFC 7521 section 4.2: it has to be that of the assertion."""
    reply = present(sandbox, assertion_of(sandbox), client_id=sandbox.client_id)
    assert reply.status_code == 200


def test_two_proofs_are_one_too_many(sandbox: Sandbox) -> None:
    """RFC 6749 section 2.3: whether they are right or wrong; and nothing is used up."""
    text = assertion_of(sandbox)
    form = {**GRANT, "client_assertion_type": ASSERTION_TYPE, "client_assertion": text}
    right, wrong = (sandbox.client_id, sandbox.client_secret), ("a", "b")
    for auth in (right, wrong):
        reply = httpx.post(sandbox.token_url, data=form, auth=auth, trust_env=False, verify=PLAIN)
        assert "not by both" in refusal(reply, 400, "invalid_request")
    both = present(sandbox, text, client_secret=sandbox.client_secret)
    assert "not by both" in refusal(both, 400, "invalid_request")
    assert present(sandbox, text).status_code == 200


def test_what_is_asked_for_comes_after_who_asks(sandbox: Sandbox) -> None:
    """A good assertion with a bad request is 400; a bad one is 401, whatever it asks for."""
    for status, subject in ((400, sandbox.client_id), (401, "somebody")):
        for name, value in (("grant_type", "password"), ("scope", "everything")):
            reply = present(sandbox, assertion_of(sandbox, sub=subject), **{name: value})
            assert reply.status_code == status


@settings(max_examples=150)
@given(
    header=st.dictionaries(
        st.sampled_from(["alg", "kid", "typ", "crit", "b64", "jwk", "x5c", "cty", "jku"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text() | st.just("ES256"),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=5,
        ),
    ),
    keep=st.sampled_from([[], ["alg"], ["kid"], ["alg", "kid"]]),
)
def test_no_header_makes_the_sandbox_fail(
    header: dict[str, object], keep: list[str], running: Sandbox
) -> None:
    """Signed as it is, an assertion is refused, or taken if its algorithm and key are named."""
    good = {"alg": "ES256", "kid": running.key_id}
    members = {**header, **{name: good[name] for name in keep}}
    assertion = signed_text(running, json.dumps(members))
    with suppress(TokenRefusedError):
        ClientAssertions(CREDENTIALS, stopped).accept(assertion, running.token_url)
        assert good.items() <= members.items()


def signed_text(sandbox: Sandbox, header: str) -> str:
    """Return an assertion with this header, good claims, and a signature that fits both."""
    _, _, rest = assertion_of(sandbox).partition(".")
    text = urlsafe_b64encode(header.encode()).decode().rstrip("=") + "." + rest.partition(".")[0]
    es256 = jwt.get_algorithm_by_name("ES256")
    signature = es256.sign(text.encode(), key_of(sandbox))
    return text + "." + urlsafe_b64encode(signature).decode().rstrip("=")
