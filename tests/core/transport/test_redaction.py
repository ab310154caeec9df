"""The filter for other libraries' records: secrets are gone, and other words stay."""

import base64
import json
import logging
import string
import sys
import time
from urllib.parse import quote, urlencode

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from talkdesk_core.logs import RedactingFilter, redact

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
    "-http://a.test/x?n={}",
    "what?url=http://a.test/x?n={}",
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
                f"a-eyJ-eyJhbGciOiJFUzI1NiJ9.{word}.{word} end",
                f"token%3DeyJhbGciOiJFUzI1NiJ9.{word}.{word}",
                f"-----BEGIN {kind}PRIVATE KEY-----\n{word}\n{draw(st.sampled_from(KEY_ENDS))}",
                f"by http://user:{word}@proxy.test:3128/ there",
                f"--proxy=1-http://user:{word}@proxy.test:3128",
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
                json.dumps({"body": json.dumps({"body": json.dumps({name: value})})}),
                json.dumps({"body": f"{name}={json.dumps(value)}"}),
                str({name: [value], "z": ["1"]}),
                draw(st.sampled_from(QUERIES)).format(quote(value, safe="")),
            ]
        )
    )


@st.composite
def basics(draw: st.DrawFn) -> str:
    """Return Basic credentials."""
    return "got Basic " + base64.b64encode(f"id:{draw(WORDS)}".encode()).decode()


@st.composite
def torn(draw: st.DrawFn) -> str:
    """Return a secret that is not where it should end, or that holds what parts others."""
    name, word = draw(st.sampled_from(NAMES)), draw(WORDS)
    parts = draw(st.lists(st.sampled_from([";", ",", ")", "}", "]", ";;", "'", '"', "\\"])))
    spread = secret_in("x".join(["", *parts, ""]))
    return draw(
        st.sampled_from(
            [
                f"sent {name}={spread}",
                f"sent {name}: {spread} and more",
                f"{name}='{word} {MARK}",
                f'{{"{name}": "{word} {MARK}',
                json.dumps({"body": json.dumps({name: f"{word} {MARK}"})})[:-5],
                f'{{"{name}": {spread}}}',
                f'{{"{name}": "{word}\\',
                f"GET https://a.test/x?q=O'{MARK}",
                f"Authorization: Bearer {spread}",
                f"Authorization: Token {spread} sent",
            ]
        )
    )


@st.composite
def logins(draw: st.DrawFn) -> str:
    """Return a token request that brings a code (RFC 6749 section 4.1.3), in each shape of it."""
    form = {"grant_type": "authorization_code", "code": secret_in(draw(WORDS)), "z": "1"}
    order = draw(st.permutations(list(form)))
    body = {name: form[name] for name in order}
    return draw(
        st.sampled_from(
            [
                urlencode(body),
                f"b'{urlencode(body)}'",
                json.dumps(body),
                str(body),
                json.dumps({"body": urlencode(body)}),
                f"code={form['code']}&state=5",
                f"state=5&code={form['code']}",
            ]
        )
    )


@settings(max_examples=400)
@given(tokens() | members() | torn() | logins(), places)
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
    "status_code=200&code: 404, exit code=1, code=0410003",
    '{"code": "0410003", "message": "no"}',
    '{"password": null, "refresh_token": None}',
    "HeyJohnathan.example.com",
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


@given(
    st.dictionaries(st.sampled_from([*NAMES, "a", "body"]), ANYTHING | st.none() | st.integers()),
    st.integers(0, 2),
)
def test_json_stays_json(body: dict[str, str | int | None], depth: int) -> None:
    """The quote that ends a value stays, so that a log of JSON lines can be read on.

    The value may stand in JSON that is a text in other JSON.
    """
    text = json.dumps(body)
    for _ in range(depth):
        text = json.dumps({"inner": text, "after": "kept"})
    found = json.loads(redact(text))
    for _ in range(depth):
        assert found["after"] == "kept"
        found = json.loads(found["inner"])
    assert list(found) == list(body)
    for name in set(NAMES) & set(body):
        assert found[name] == (None if body[name] is None else "***")


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("client_secret='abc' there", "client_secret='***' there"),
        ("f(client_secret='it\\'s', a=1)", "f(client_secret='***', a=1)"),
        ('{"password": "ab\\\\", "a": 1}', '{"password": "***", "a": 1}'),
        ("f(client_secret=abc)", "f(client_secret=***)"),
        ("client_secret=ab;REST, then", "client_secret=***, then"),
        ("client_secret=ab,REST", "client_secret=***"),
        ("-d 'a=1&client_secret=ab&b=2' there", "-d 'a=1&client_secret=***&b=2' there"),
        ('{"x": "client_secret=abc"}', '{"x": "client_secret=***"}'),
        ('{"x": "{\\"x\\": \\"password=abc\\"}"}', '{"x": "{\\"x\\": \\"password=***\\"}"}'),
        ('"GET /x?a=1 HTTP/1.1" 200', '"GET /x HTTP/1.1" 200'),
    ],
)  # fmt: skip
def test_what_is_around_a_secret_stays(text: str, redacted: str) -> None:
    """Quotes, brackets, and the other members of a form."""
    assert redact(text) == redacted


LONG = [
    "a", "a.", "a/", "a?", "://", "a://", "-eyJabcdefgh", "eyJabcdefgh.", "eyJ.", "-----BEGIN ",
    "-----BEGIN PRIVATE KEY-----", "-----END ", "client_secret", "client_secret=", "client_secret ",
    "client_secret='", 'client_secret="\\', 'client_secret=\\"', 'client_secret=\\\\\\"', "'", '"',
    "authorization", "authorization:", "authorization ", "bearer ", "bearer a", "basic", " ", "=",
    "code=", "&code=", "code=a", "authorization_code", "+1", "%25", "@", "a@", "://a@", ";", ",",
    "/", "\\",
]  # fmt: skip
STARTS = ["", "eyJ", "://", "client_secret=", 'client_secret="', "authorization:", "code="]


def seconds_for(text: str) -> float:
    """Return the least time of three that a text takes, in seconds of this thread's work."""
    taken: list[float] = []
    for _ in range(3):
        begun = time.thread_time()
        redact(text)
        taken.append(time.thread_time() - begun)
    return min(taken)


@pytest.mark.parametrize("part", LONG)
def test_the_work_grows_with_the_length_of_a_text_and_not_with_its_square(part: str) -> None:
    """A record of any kind is rewritten in the time that it takes to read it.

    Sixteen times the length is about 16 times the work; with its square it would be 256 times. Less
    than a millisecond says nothing.
    """
    for start in STARTS:
        short, long = (start + part * (size // len(part)) for size in (500, 8_000))
        assert seconds_for(long) < 64 * max(seconds_for(short), 0.0005)


class Broken:
    """What cannot be shown."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __str__(self) -> str:
        raise self.error


@pytest.mark.parametrize(
    "error",
    [AttributeError("hush"), RuntimeError("hush"), RecursionError("hush"), ValueError("hush")],
    ids=repr,
)
@pytest.mark.parametrize("place", ["msg", "args", "exc_info", "no exc_info"])
def test_a_record_that_cannot_be_shown_raises_nothing(error: Exception, place: str) -> None:
    """Whatever the object of another raises: a fixed text stands in its place."""
    broken = Broken(error)
    record = logging.LogRecord("x", logging.INFO, "p", 1, "got %s", (broken,), None)
    if place == "msg":
        record.msg, record.args = broken, ()
    elif place == "exc_info":
        record.msg, record.args = "failed", ()
        record.exc_info = (ValueError, ValueError(broken), None)
    elif place == "no exc_info":
        record.msg, record.args = "failed", ()
        vars(record)["exc_info"] = True
    text = passed(record)
    assert text.startswith("INFO ")
    assert "hush" not in text
    assert ("cannot be shown" in text) == (place in {"msg", "no exc_info"})


def test_the_other_texts_of_a_record_are_rewritten_too() -> None:
    """A traceback that was made before, and the stack with its lines of source."""
    record = logging.LogRecord("x", logging.INFO, "p", 1, "m", (), None)
    record.exc_text, record.stack_info = f"password={MARK}", f"f(password='{MARK}')"
    assert MARK not in passed(record)


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
