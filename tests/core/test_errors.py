"""Errors: the class, what they carry, and what their texts must never hold."""

import copy
import json
import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkdesk_core import errors
from talkdesk_core.error_replies import api_error, read_retry_after

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)
PERSONAL = {
    "code": "0130007",
    "message": "Ada Lovelace has no number +351910000001",
    "description": "Ada Lovelace +351910000001",
    "fields": [
        {"name": "contact.phone_number", "description": "+351910000001 is wrong"},
        {"name": "Ada Lovelace", "description": "x"},
        {"name": "+351910000001", "description": "x"},
    ],
}


def error_of(
    status: int, body: bytes = b"", headers: dict[str, str] | None = None
) -> errors.APIError:
    """Return the error of a reply."""
    return api_error(
        status_code=status,
        headers=headers or {},
        body=body,
        method="GET",
        url="https://user:pass@api.test/campaigns/1?phone=%2B351910000001#f",
        attempts=1,
        now=NOW,
    )


BY_STATUS = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    422: errors.UnprocessableEntityError,
    429: errors.RateLimitError,
}


@pytest.mark.parametrize("status", [*range(100, 200), *range(300, 600), 999])
def test_every_status_has_its_class(status: int) -> None:
    """Named statuses have their class, 5xx is a ServerError, everything else an APIError."""
    expected = errors.ServerError if status >= 500 else BY_STATUS.get(status, errors.APIError)
    error = error_of(status)
    assert type(error) is expected
    assert error.status_code == status
    assert str(error).startswith(str(status))


def test_an_error_carries_what_the_reply_states() -> None:
    """Code, message, description, fields, request id and body are attributes."""
    body = json.dumps(PERSONAL).encode()
    error = error_of(400, body, {"platform-tid": "tid-1"})
    assert (error.code, error.message) == (PERSONAL["code"], PERSONAL["message"])
    assert error.description == PERSONAL["description"]
    assert error.fields[0] == errors.FieldError("contact.phone_number", "+351910000001 is wrong")
    assert len(error.fields) == 3
    assert (error.request_id, error.body) == ("tid-1", body)
    assert (error.method, error.url) == ("GET", "https://api.test/campaigns/1")


def test_a_text_leads_with_the_status_and_the_request_id() -> None:
    """The order is: what happened, where, what to try."""
    text = str(error_of(403, json.dumps(PERSONAL).encode(), {"platform-tid": "tid-1"}))
    assert text.startswith(
        "403 Forbidden, request id tid-1, code 0130007, fields contact.phone_number, 2 more. "
        "GET https://api.test/campaigns/1. "
    )
    assert "scope" in text
    assert "enabled" in text


def test_no_text_holds_what_a_person_or_the_server_wrote_freely() -> None:
    """Names, numbers, query and credentials of the URL are in neither `str` nor `repr`."""
    for status in (*BY_STATUS, 500, 302):
        error = error_of(status, json.dumps(PERSONAL).encode())
        for text in (str(error), repr(error), repr(error.fields[0])):
            for private in ("Ada", "351910000001", "pass"):
                assert private not in text


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def as_json(value: object) -> bytes:
    """Write a body."""
    return json.dumps(value).encode()


error_bodies = (
    st.binary()
    | st.builds(as_json, json_values)
    | st.builds(
        as_json,
        st.fixed_dictionaries(
            {},
            optional={
                "code": json_values,
                "message": json_values,
                "description": json_values,
                "fields": json_values | st.lists(st.fixed_dictionaries({"name": json_values})),
            },
        ),
    )
    | st.sampled_from(
        [b"[" * 100_000, b'{"code":' + b"9" * 5000 + b"}", b"<html>", b"\xff\xfe", b"x" * 2_000_000,
         b'{"code":"\\ud800"}']
    )
)  # fmt: skip


@given(
    st.integers(300, 599),
    error_bodies,
    st.fixed_dictionaries({}, optional={"platform-tid": st.text(), "retry-after": st.text()}),
)
def test_no_reply_breaks_the_making_of_its_error(
    status: int, body: bytes, headers: dict[str, str]
) -> None:
    """Any bytes and headers give an error whose text is short, printable and one line."""
    error = error_of(status, body, headers)
    assert error.body == body
    assert str(error).isascii()
    assert str(error).isprintable()
    assert len(str(error)) < 2000


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None), ("7", 7.0), (" 7 ", 7.0), ("0", 0.0), ("1.5", 1.5), ("-1", None),
        ("nan", None), ("inf", None), ("1e9", None), ("9" * 400, None), ("\u0667", None),
        ("", None), ("soon", None), ("Sun, 01 Mar 2026 12:00:30 GMT", 30.0),
        ("Sun, 01 Mar 2026 12:00:30 -0000", 30.0), ("Sun, 01 Mar 2026 11:00:00 GMT", 0.0),
        ("Sun, 99 Mar 2026 11:00:00 GMT", None),
    ],
)  # fmt: skip
def test_retry_after_is_seconds_or_nothing(value: str | None, seconds: float | None) -> None:
    """Both forms of the header become seconds from now, never negative; the rest is None."""
    assert read_retry_after(value, NOW) == seconds


def test_a_rate_limit_says_when_to_try_again() -> None:
    """The seconds are an attribute and in the text."""
    error = error_of(429, b"", {"retry-after": "12"})
    assert isinstance(error, errors.RateLimitError)
    assert error.retry_after == 12.0
    assert "Try again in 12 seconds" in str(error)
    assert error_of(429).retry_after is None


ALL = [
    error_of(429, json.dumps(PERSONAL).encode(), {"retry-after": "1", "platform-tid": "t"}),
    error_of(418),
    errors.APIConnectionError("ConnectError", method="GET", url="https://a.test/x?y=1"),
    errors.APITimeoutError("ReadTimeout", method="GET", url="https://a.test/x"),
    errors.APIConnectionError(
        "X",
        method="GET",
        url="https://a.test/x",
        may_have_arrived=False,
        retry_after=2.5,
        attempts=3,
    ),
    errors.ResponseDecodeError(expected="integer", got="string", body=b"{}").within(
        ".page", model="CallbackPage"
    ),
    errors.ResponseDecodeError(expected="integer", got="string").of("op", b"{}", "tid-1"),
    errors.ResponseTooLargeError(5, method="GET", url="https://a.test/x?y=1"),
    errors.TokenError("refused", url="https://a.test/t", status_code=401, hint="h", error="e"),
    errors.PaginationError("endless", operation="callbacks.list"),
    errors.ConfigurationError("missing", arguments=("account",)),
    errors.ArgumentError("page", "takes 1 or more"),
    errors.ClientClosedError("closed"),
]


@pytest.mark.parametrize("error", ALL, ids=lambda error: type(error).__name__)
def test_every_error_survives_copy_and_pickle(error: errors.TalkdeskError) -> None:
    """The copy has the same class, text and attributes."""
    for twin in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(error))):
        assert type(twin) is type(error)
        assert str(twin) == str(error)
        assert twin.__dict__ == error.__dict__


def test_a_lost_request_says_whether_it_may_have_arrived() -> None:
    """Whoever decides about another POST reads it in the text, and in an attribute."""
    for may_have_arrived, said in ((True, "may have arrived"), (False, "was not sent")):
        for kind in (errors.APIConnectionError, errors.APITimeoutError):
            error = kind(
                "X", method="GET", url="https://a.test/x?hush", may_have_arrived=may_have_arrived
            )
            assert error.may_have_arrived is may_have_arrived
            assert f"the API request {said}" in str(error)
            assert "hush" not in str(error)


def test_a_reply_that_is_too_large_says_what_to_do() -> None:
    """The limit, where, and the two ways out; without the query."""
    error = errors.ResponseTooLargeError(65_536, method="GET", url="https://a.test/x?hush")
    assert (error.limit, error.method, error.url) == (65_536, "GET", "https://a.test/x")
    assert all(
        part in str(error)
        for part in ("65,536", "GET https://a.test/x", "per_page", "max_response_bytes")
    )
    assert "hush" not in str(error)


def test_a_decode_error_shows_the_request_id_if_it_is_one() -> None:
    """It leads to the reply; what a server wrote freely does not show."""
    inner = errors.ResponseDecodeError(expected="integer", got="string")
    assert "(request id tid-1)" in str(inner.of("op", b"{}", "tid-1"))
    assert "Ada" not in str(inner.of("op", b"{}", "Ada Lovelace"))
    assert inner.of("op", b"{}", "Ada Lovelace").request_id == "Ada Lovelace"


def test_the_tree_is_the_documented_one() -> None:
    """Everything is a TalkdeskError; the families are as documented."""
    assert all(isinstance(error, errors.TalkdeskError) for error in ALL)
    assert all(issubclass(kind, errors.APIError) for kind in [*BY_STATUS.values()])
    assert issubclass(errors.ServerError, errors.APIError)
    assert issubclass(errors.APITimeoutError, errors.APIConnectionError)
    assert issubclass(errors.ArgumentError, ValueError)


def test_a_decode_error_gathers_its_place_on_the_way_up() -> None:
    """The path grows from the inside out, and the innermost model is named."""
    inner = errors.ResponseDecodeError(expected="integer", got="string")
    error = (
        inner.within("attempts", model="Callback")
        .within(3)
        .within("callbacks", model="Embedded")
        .of("list_callbacks", b"secret")
    )
    assert (error.path, error.model) == ("$.callbacks[3].attempts", "Callback")
    assert (error.operation, error.body) == ("list_callbacks", b"secret")
    assert "expected integer at $.callbacks[3].attempts, got string" in str(error)
    assert "secret" not in str(error)


def test_a_decode_error_speaks_of_a_body_only_where_it_has_one() -> None:
    """Data that came from no reply has no bytes to look at."""
    inner = errors.ResponseDecodeError(expected="integer", got="string")
    for error in (inner, inner.within(".a", model="M"), inner.of("list_callbacks", b"")):
        assert "body" not in str(error)
        assert "the document needs a correction" in str(error)
    assert "this error's `body`" in str(inner.of("list_callbacks", b"{}"))
