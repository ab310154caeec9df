"""The filter for other libraries' records: secrets are gone, and other words stay."""

import base64
import json
import logging
import string
import sys
from urllib.parse import quote, urlencode

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from talkdesk_core.logs import RedactingFilter

WORDS = st.text(alphabet=string.ascii_letters, min_size=12, max_size=40)
# What a secret may hold: everything printable, quotes and separators among it.
ANYTHING = st.text(
    alphabet=string.ascii_letters + string.digits + "!#$%'()*+,-./:;<=>?@[]^_{|}~\"\\&", min_size=8
)
# A mark that must not be found in the record: it stands at both ends of each secret.
MARK = "Zq7x"
NAMES = ["client_secret", "refresh_token", "access_token", "password", "code_verifier", "id_token"]


def secret_in(text: str) -> str:
    """Return a secret that is found however little of it is left."""
    return f"{MARK}{text}{MARK}"


def passed(record: logging.LogRecord) -> str:
    """Return what a handler with the filter writes."""
    assert RedactingFilter().filter(record)
    return logging.Formatter("%(levelname)s %(message)s").format(record)


def record_of(message: str, place: str) -> logging.LogRecord:
    """Return a record with a text at one of the places that a record has."""
    if place == "msg":
        return logging.LogRecord("x", logging.INFO, "p", 1, message, (), None)
    if place == "args":
        return logging.LogRecord("x", logging.INFO, "p", 1, "got %s and %r", (message, 5), None)
    try:
        raise ValueError(message)
    except ValueError:
        return logging.LogRecord("x", logging.ERROR, "p", 1, "failed", (), sys.exc_info())


places = st.sampled_from(["msg", "args", "exc_info"])

HEADERS = [
    "Authorization: {}",
    "authorization={}",
    "{{'Authorization': '{}'}}",
    "[(b'Authorization', b'{}')]",
    '{{"authorization": "{}"}}',
    "-H 'Authorization: {}'",
]
QUERIES = [
    "GET https://api.test/x?name={}",
    'HTTP Request: GET http://a.test/x?b=1&name={} "HTTP/1.1 200 OK"',
    '"GET /callbacks?name={} HTTP/1.1" 200',
    "url='https://u@a.test/x?n={}'",
]
KEY_ENDS = ["-----END PRIVATE KEY-----\nafter", ""]


@st.composite
def tokens(draw: st.DrawFn) -> str:
    """Return a header with a token, a token alone, a JWT, a key, or a URL with a password."""
    word = secret_in(draw(WORDS))
    scheme = draw(st.sampled_from(["Bearer ", "Basic ", "bearer ", ""]))
    kind = draw(st.sampled_from(["", "EC ", "RSA ", "ENCRYPTED "]))
    return draw(
        st.sampled_from(
            [
                draw(st.sampled_from(HEADERS)).format(scheme + word),
                f"sent Bearer {word} to them",
                f"t=eyJhbGciOiJFUzI1NiJ9.{word}.{word} end",
                f"-----BEGIN {kind}PRIVATE KEY-----\n{word}\n{draw(st.sampled_from(KEY_ENDS))}",
                f"by http://user:{word}@proxy.test:3128/ there",
            ]
        )
    )


@st.composite
def members(draw: st.DrawFn) -> str:
    """Return a form, a JSON body, what Python shows of one, one inside of another, or a query."""
    name, value = draw(st.sampled_from(NAMES)), secret_in(draw(ANYTHING))
    inner = json.dumps({name: secret_in(draw(WORDS)), "z": 1})
    body = {"a": 1, name: value, "z": 1}
    return draw(
        st.sampled_from(
            [
                "body " + urlencode({"grant_type": "x", name: value, "z": "1"}),
                json.dumps(body),
                json.dumps(body, indent=2),
                f"{body} and {name}={value!r}",
                json.dumps({"body": inner}),
                draw(st.sampled_from(QUERIES)).format(quote(value, safe="")),
            ]
        )
    )


@st.composite
def basics(draw: st.DrawFn) -> str:
    """Return Basic credentials."""
    return "got Basic " + base64.b64encode(f"id:{draw(WORDS)}".encode()).decode()


@settings(max_examples=400)
@given(tokens() | members(), places)
def test_a_secret_is_gone_wherever_it_stands(text: str, place: str) -> None:
    """In the message, in its arguments, in the traceback; as header, token, key, form or JSON."""
    assert MARK not in passed(record_of(text, place))


@given(basics(), places)
def test_basic_credentials_are_gone(text: str, place: str) -> None:
    """Base64 is no hiding place."""
    assert text.rpartition(" ")[2][:8] not in passed(record_of(text, place))


@given(
    st.integers(10**6, 10**15 - 1), st.sampled_from(["+", "%2B", "%2b", "%252B", "\\u002b"]), places
)
def test_a_phone_number_is_gone(number: int, plus: str, place: str) -> None:
    """As E.164 writes it, percent-encoded or in JSON too, whatever follows it."""
    for after in ("", "x", "&a=1", "."):
        assert str(number) not in passed(record_of(f"call {plus}{number}{after}", place))


PLAIN = [
    "GET /callbacks 200 in 0.3 s",
    "basic authentication is used; a bearer token is fetched",
    "Basic understanding of the bearer scheme",
    "12 + 30 items, 351910000001 bytes, 2026-03-01T12:00:00+01:00",
    "https://api.test/x/y and /v1/x: is it there?",
    "what? nothing",
    "100% of 5 things",
    "the authorization server answered",
    "mail ada@example.test, ratio 3:4",
]


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_stays_as_it_is(text: str) -> None:
    """A record without a secret is not touched: its message and arguments are the same."""
    record = logging.LogRecord("x", logging.INFO, "p", 1, "%s, %d", (text, 3), None)
    assert RedactingFilter().filter(record)
    assert (record.msg, record.args) == ("%s, %d", (text, 3))


@given(st.text(alphabet=string.ascii_letters + string.digits + " .,;-_()[]\n"))
def test_words_and_numbers_stay_as_they_are(text: str) -> None:
    """No text of letters, digits and plain punctuation is changed, unless it names credentials."""
    lowered = text.lower()
    assume(not any(name in lowered for name in ("bearer", "basic", "authorization", "eyj", *NAMES)))
    record = logging.LogRecord("x", logging.INFO, "p", 1, "%s", (text,), None)
    RedactingFilter().filter(record)
    assert record.args == (text,)


@pytest.mark.parametrize(
    ("message", "args"),
    [
        ("%d of +351910000001", ("hush",)),
        ("%s %s", ("+351910000001",)),
        ("%(a)s", ({"b": "+351910000001"},)),
        ("%q +351910000001", ("+351910000001",)),
        ("%c", (10**9,)),
    ],
)
def test_a_record_whose_arguments_do_not_fit_raises_nothing(
    message: str, args: tuple[object, ...]
) -> None:
    """A mistake in somebody's log line must not end the program, nor print what it holds."""
    record = logging.LogRecord("x", logging.INFO, "p", 1, message, args, None)
    assert RedactingFilter().filter(record)
    text = logging.Formatter().format(record)
    assert "351910000001" not in text
    assert "hush" not in text


def test_a_record_without_an_exception_may_say_it_has_one() -> None:
    """`logger.exception` outside of a handler passes."""
    record = logging.LogRecord("x", logging.INFO, "p", 1, "m", (), (None, None, None))
    assert passed(record).startswith("INFO m")
