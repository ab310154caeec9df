"""Parameters: checked by their writers, text on the wire, and sent as they are."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkdesk_core import http
from talkdesk_core import writing as w
from talkdesk_core.calls import Call
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient
from talkdesk_core.errors import ArgumentError
from talkdesk_core.parameters import HeaderParameters, Parameters
from talkdesk_core.paths import expand_path
from talkdesk_core.unset import UNSET
from tests.core.wire import API, CREDENTIALS, TOKENS, Wire

IDS = w.Array(w.Text(min_length=1))


def query(value: object, writer: w.Writer, **options: Any) -> str | list[str] | None:
    """Return what one query parameter sends; None for nothing."""
    parameters = Parameters()
    parameters.add("q", value, writer, **options)
    return parameters.sent.get("q")


def header(value: object, writer: w.Writer) -> str | None:
    """Return what one header parameter sends; None for nothing."""
    parameters = HeaderParameters()
    parameters.add("X-Q", value, writer, argument="q")
    return parameters.sent.get("X-Q")


@pytest.mark.parametrize(
    ("value", "writer", "text"),
    [
        (UNSET, w.Text(), None),
        ("a b", w.Text(min_length=1), "a b"),
        (True, w.Boolean(), "true"),
        (False, w.Boolean(), "false"),
        (0, w.Integer(), "0"),
        (1.5, w.Number(), "1.5"),
        (datetime(2026, 3, 2, tzinfo=UTC), w.Moment(dates=True), "2026-03-02T00:00:00Z"),
        ("2026-03-02", w.Moment(dates=True), "2026-03-02"),
    ],
)
def test_a_scalar_is_sent_as_text(value: object, writer: w.Writer, text: str | None) -> None:
    """In the query and in headers alike; UNSET is not sent."""
    assert query(value, writer) == query(value, writer, joined=True) == text
    assert header(value, writer) == text


def test_a_list_repeats_its_name_or_is_joined() -> None:
    """Style `form` repeats or joins, as the document says; style `simple` of headers joins."""
    assert query(["a", "b,c"], IDS) == ["a", "b,c"]
    assert query(["a", "b"], IDS, joined=True) == "a,b"
    assert query([True, False], w.Array(w.Boolean())) == ["true", "false"]
    assert header([1, 2], w.Array(w.Integer())) == "1,2"


@pytest.mark.parametrize(
    ("value", "writer", "complaint"),
    [
        (None, w.Text(), "q takes a string, not NoneType; leave the argument out instead"),
        (None, w.Choice(["a", "b"]), "q takes one of a, b; leave the argument out instead"),
        (None, w.Nullable(w.Text()), "q takes no None; leave the argument out instead"),
        ("", w.Text(min_length=1),
         "q takes a string that is not empty; leave it out for no filter"),
        ("", w.Text(), "q takes a string that is not empty; leave it out for no filter"),
        ("  ", w.Text(), "q takes a string that is not blank; leave it out for no filter"),
        (["a", "\t\u2003"], IDS,
         "q[1] takes a string that is not blank; leave it out for no filter"),
        ([], IDS, "q takes a list that is not empty; leave it out for no filter"),
        (["a", ""], IDS, "q[1] takes a string that is not empty; leave it out for no filter"),
        ([None], IDS, "q[0] takes a string, not NoneType"),
        ([None], w.Array(w.Anything()), "q[0] takes no None; leave the argument out instead"),
        (0, w.Integer(1, 500), "q takes 1 to 500, not 0"),
        ({}, w.Anything(), "q takes strings, numbers or booleans, not data of several levels"),
        ([[1]], w.Anything(),
         "q[0] takes strings, numbers or booleans, not data of several levels"),
    ],
)  # fmt: skip
def test_what_no_parameter_can_hold_is_refused(
    value: object, writer: w.Writer, complaint: str
) -> None:
    """None and nothing would be a filter that nobody meant; the error names the argument."""
    with pytest.raises(ArgumentError) as caught:
        query(value, writer)
    assert str(caught.value) == complaint
    assert caught.value.__context__ is None
    with pytest.raises(ArgumentError) as caught:
        header(value, writer)
    assert str(caught.value) == complaint.replace("it out for no filter", "it out instead")


def test_an_item_with_a_comma_is_not_joined() -> None:
    """It would arrive as two."""
    refused = pytest.raises(ArgumentError, match=r"^q\[1\] takes no comma, which parts the items$")
    with refused:
        query(["a", "b,c"], IDS, joined=True)
    with refused:
        header(["a", "b,c"], IDS)


@settings(max_examples=1_000)
@given(st.text() | st.text("\t\r\n ab,é", max_size=5))
def test_a_header_is_sent_as_given_or_refused(value: str) -> None:
    """What would end the header, lose its blanks, or be no ASCII is refused."""
    fits = value.isascii() and value == value.strip() and value.replace("\t", " ").isprintable()
    try:
        assert header(value, w.Text(min_length=1)) == value
        assert fits
    except ArgumentError as error:
        assert not fits or not value.strip()
        assert error.argument == "q"  # noqa: PT017


@settings(max_examples=1_000)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip), min_size=1))
def test_the_query_arrives_as_given(values: list[str]) -> None:
    """Whatever the strings hold, the other end reads the same list."""
    parameters = Parameters()
    parameters.add("id", values, IDS, argument="ids")
    assert http.Request("GET", API, params=parameters.sent).url.params.get_list("id") == values


def test_a_call_sends_its_query_headers_body_and_content_type() -> None:
    """Both clients send all parts of a call; the content type goes with a body only."""
    wire = Wire(api=lambda _: http.Response(200, content=b"7"))
    patch = Call(
        "remove_things", "DELETE", "/x", int, {"id": ["1", "2"], "q": "a"}, json=[{"op": "remove"}],
        headers={"X-Reason": "test"}, content_type="application/json-patch+json",
    )  # fmt: skip
    plain = Call("remove_all", "DELETE", "/x", int, content_type="application/json-patch+json")
    assert "test" not in repr(patch)
    assert "remove'" not in repr(patch)
    with SyncAPIClient(
        base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport
    ) as client:
        assert [client.execute(patch), client.execute(plain)] == [7, 7]

    async def twin() -> None:
        async with AsyncAPIClient(
            base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport
        ) as client:
            assert [await client.execute(patch), await client.execute(plain)] == [7, 7]

    asyncio.run(twin())
    for first, second in (wire.api_requests[:2], wire.api_requests[2:]):
        assert (first.method, str(first.url)) == ("DELETE", f"{API}/x?id=1&id=2&q=a")
        assert json.loads(first.content) == [{"op": "remove"}]
        assert first.headers["Content-Type"] == "application/json-patch+json"
        assert first.headers["X-Reason"] == "test"
        assert first.headers["Accept"] == "application/hal+json, application/json"
        assert (second.content, "Content-Type" in second.headers) == (b"", False)


def test_a_header_with_blanks_at_its_ends_is_refused_before_it_is_sent() -> None:
    """The layer below refuses it by an error that quotes the value."""
    wire = Wire()
    with (
        SyncAPIClient(
            base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport
        ) as client,
        pytest.raises(ArgumentError, match="without blanks at their ends") as caught,
    ):
        client.request("GET", "/x", headers={"X-A": " hush"})
    assert "hush" not in str(caught.value)
    assert not wire.api_requests


@settings(max_examples=1_000)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_id_is_one_segment_of_the_path_or_refused(value: str) -> None:
    """The other end reads the same id, and no id asks for another path."""
    try:
        path = expand_path("/things/{id}/parts", id=value)
    except ArgumentError:
        assert not value.strip() or value in {".", ".."}
    else:
        assert path.count("/") == 3
        assert unquote(path.split("/")[2]) == value
        url = str(http.Request("GET", API + path).url)
        assert url == API + path


@pytest.mark.parametrize(
    ("value", "segment"),
    [("a/b", "a%2Fb"), (7, "7"), (1.5, "1.5"), (True, "true"), (False, "false")],
)
def test_a_path_holds_every_scalar_that_a_writer_returns(value: object, segment: str) -> None:
    """As the query and headers do."""
    assert expand_path("/x/{id}", id=value) == f"/x/{segment}"


HUSH = "hush\ud83d"


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        pytest.param(10**5000, "id takes a number with fewer digits", id="long"),
        (float("nan"), "id takes a finite number"),
        (HUSH, "id takes a string without half characters (lone surrogates)"),
        (None, "id takes a string, a number or a boolean, not NoneType"),
        (["a"], "id takes a string, a number or a boolean, not list"),
        *((blank, "id takes an id that is neither empty nor blank, '.' or '..'")
          for blank in ("", " ", "\u2003", ".", "..")),
    ],
)  # fmt: skip
def test_what_no_path_can_hold_is_refused(value: object, complaint: str) -> None:
    """The error names the argument, and holds nothing of the value."""
    with pytest.raises(ArgumentError) as caught:
        expand_path("/x/{id}", id=value)
    assert str(caught.value) == complaint
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    "arguments", [{"json": [HUSH]}, {"params": {"q": HUSH}}, {"path": "/" + HUSH}]
)
def test_no_error_of_a_request_keeps_what_it_refuses(arguments: dict[str, Any]) -> None:
    """An error of an encoder holds the whole text, so that none stays behind ours."""
    call: dict[str, Any] = {"method": "POST", "path": "/x", **arguments}
    with (
        SyncAPIClient(
            base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=Wire().transport
        ) as client,
        pytest.raises(ArgumentError) as caught,
    ):
        client.request(**call)
    assert "hush" not in str(caught.value)
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)
