"""The text of a reply: what is JSON is read however it is spelled, the rest is a typed error."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkdesk_core.errors import ArgumentError, ResponseDecodeError
from talkdesk_core.json_text import json_value

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec=None)),  # half surrogate pairs too
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@settings(max_examples=1000)
@given(VALUES, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"]))
def test_json_is_read_in_every_encoding_that_json_had(value: object, encoding: str) -> None:
    """With a byte order mark or without, and with half a surrogate pair, the value comes back."""
    assert json_value(json.dumps(value).encode(encoding)) == value


def test_half_an_emoji_does_not_spoil_the_rest() -> None:
    """A sender that cuts strings by UTF-16 units leaves half a pair, which JSON allows."""
    assert json_value(b'{"name": "Ada \\ud83d", "id": 1}') == {"name": "Ada \ud83d", "id": 1}


def test_integers_of_any_size_are_exact() -> None:
    """An id may have more than 64 bits."""
    assert json_value(b"[123456789012345678901234567890]") == [123456789012345678901234567890]


@pytest.mark.parametrize(
    ("content", "got"),
    [
        (b"", "an empty body"),
        (b" \r\n", "an empty body"),
        (b"<html>Ada</html>", "a body that looks like HTML or XML"),
        (b'{"name": "Ada', "a body that is not JSON"),
        (b"\xff\xfe\xff", "a body that is not JSON"),
        (b"NaN", "a body that is not JSON"),
        (b"[-Infinity]", "a body that is not JSON"),
        (b"[1e400]", "a body that is not JSON"),
        (b"[" * 100_000, "a body that is nested more deeply than Python can follow"),
        (b"1" * 10_000, "a body that is not JSON"),
    ],
)
def test_what_is_no_json_is_told_without_a_word_of_it(content: bytes, got: str) -> None:
    """The error says what came instead; the bytes are its `body`, and in no text."""
    with pytest.raises(ResponseDecodeError) as caught:
        json_value(content)
    assert (caught.value.expected, caught.value.got) == ("JSON", got)
    assert caught.value.body == content
    assert "Ada" not in str(caught.value)
    assert caught.value.__context__ is None


@settings(max_examples=1000)
@given(st.binary())
def test_any_bytes_are_json_or_a_typed_error(content: bytes) -> None:
    """Nothing else comes out, whatever comes in."""
    try:
        json.dumps(json_value(content), allow_nan=False)
    except ResponseDecodeError as error:
        told = error.body
    else:
        told = content
    assert told == content


@pytest.mark.parametrize("content", [None, 3, {"a": 1}, [b"{}"]])
def test_what_is_no_body_at_all_is_told_at_once(content: object) -> None:
    """It is the caller's mistake, and not the server's."""
    with pytest.raises(ArgumentError, match="content takes bytes, not "):
        json_value(content)


@pytest.mark.parametrize("content", ['{"a": 1}', bytearray(b'{"a": 1}'), memoryview(b'{"a": 1}')])
def test_text_and_every_kind_of_bytes_are_read(content: object) -> None:
    """Whoever has the body in another form need not convert it."""
    assert json_value(content) == {"a": 1}
