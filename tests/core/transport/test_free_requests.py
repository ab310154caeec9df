"""`client.request` with parameters in its path, and what a reply tells: ids, attempts, no token."""

import pickle

import pytest

from talkdesk_core import errors, http
from talkdesk_core.calls import Call
from tests.core.transport.driving import Connect, answers
from tests.core.wire import API, SECRET, Wire

TID = {"platform-tid": "tid-42"}


def number(content: bytes) -> int:
    """Read a reply that is a number."""
    if not content.isdigit():
        raise errors.ResponseDecodeError(expected="integer", got="string")
    return int(content)


CALL = Call("count_things", "GET", "/things/7", number, template="/things/{id}")


@pytest.mark.parametrize(
    ("path", "values", "sent"),
    [
        ("/contacts/{id}", {"id": "a/b?c#d e"}, "/contacts/a%2Fb%3Fc%23d%20e"),
        ("/{a}/{b}/{a}", {"a": 1, "b": "%2F"}, "/1/%252F/1"),
        ("/x/{template}/{self}", {"template": "t", "self": "s"}, "/x/t/s"),
        ("/x/{id}", {"id": "{id}"}, "/x/%7Bid%7D"),
        ("/x/{contact-id}", {"contact-id": "é"}, "/x/%C3%A9"),
        ("/x", {}, "/x"),
    ],
)
def test_a_parameter_stays_one_segment_of_its_path(
    connect: Connect, path: str, values: dict[str, str | int], sent: str
) -> None:
    """Whatever a value holds, it is quoted, and no name means anything to Python."""
    wire = Wire()
    connect(wire).request("GET", path, path_params=values)
    assert wire.api_requests[0].url.raw_path == sent.encode()


@pytest.mark.parametrize(
    ("path", "values", "named"),
    [
        ("/x/{id}", {"id": ""}, "id"),
        ("/x/{id}", {"id": " "}, "id"),
        ("/x/{id}", {"id": "."}, "id"),
        ("/x/{id}", {"id": ".."}, "id"),
        ("/x/{id}", {"id": None}, "id"),
        ("/x/{id}", {"id": b"hush"}, "id"),
        ("/x/{id}", {}, "path_params"),
        ("/x/{id}", {"id": "hush", "other": "hush"}, "path_params"),
        ("/x", {"id": "hush"}, "path_params"),
        ("/x/{id.__class__}", {"id": "hush"}, "path_params"),
        ("/x/{0}", {"id": "hush"}, "path_params"),
        ("/x/{}", {"id": "hush"}, "path_params"),
        ("/x/{id}", "hush", "path_params"),
        ("/x/{id}", [("id", "hush")], "path_params"),
        ("/x/{id}", {5: "hush"}, "path_params"),
        (5, {"id": "hush"}, "path"),
    ],
)
def test_parameters_that_cannot_be_filled_in_are_refused_by_name(
    connect: Connect, path: str, values: dict[str, str | int], named: str
) -> None:
    """Empty ids, missing and superfluous values: nothing is sent, and no value is quoted."""
    wire = Wire()
    with pytest.raises(errors.ArgumentError) as caught:
        connect(wire).request("GET", path, path_params=values)
    assert caught.value.argument == named
    assert "hush" not in str(caught.value)
    assert wire.api_requests == wire.token_requests == []


def test_errors_and_raw_replies_tell_the_request_id(connect: Connect) -> None:
    """Support asks for it: it is an attribute, and leads the texts."""
    wire = Wire(api=answers(http.Response(404, headers=TID), http.Response(200, headers=TID)))
    client = connect(wire)
    with pytest.raises(errors.NotFoundError, match="request id tid-42") as caught:
        client.request("GET", "/x")
    assert caught.value.request_id == "tid-42"
    raw = client.execute_raw(CALL)
    assert raw.request_id == "tid-42"
    with pytest.raises(errors.ResponseDecodeError, match="request id tid-42") as wrong:
        client.execute(CALL)
    assert wrong.value.request_id == "tid-42"
    with pytest.raises(
        errors.ResponseDecodeError, match=r"count_things.*request id tid-42"
    ) as wrong:
        raw.parse()
    assert wrong.value.request_id == "tid-42"


def test_a_raw_reply_has_it_all(connect: Connect) -> None:
    """Status, headers, bytes, attempts, seconds; `parse` reads what the operation would return."""
    good = http.Response(202, headers=TID | {"X-Left": "9"}, content=b"12")
    wire = Wire(api=answers(503, 401, good))
    raw = connect(wire).execute_raw(CALL)
    assert (raw.status_code, raw.headers["x-left"], raw.content) == (202, "9", b"12")
    assert (raw.attempts, raw.parse(), raw.parse()) == (3, 12, 12)
    assert raw.elapsed >= 0
    assert repr(raw) == "RawResponse(status_code=202, request_id='tid-42')"
    assert raw.http_response.request.url == f"{API}/things/7"
    assert "Authorization" not in raw.http_response.request.headers


def test_a_reply_without_an_id_has_none(connect: Connect) -> None:
    """Nothing is made up."""
    assert (
        connect(Wire(api=answers(http.Response(200, content=b"1")))).execute_raw(CALL).request_id
        is None
    )


def test_no_reply_holds_a_token(connect: Connect) -> None:
    """Neither that of `request` nor a raw one: after a retry and a 401, pickled and searched."""
    replies: tuple[http.Response | int, ...] = (503, 401, http.Response(200, content=b"1"))
    wire = Wire(api=answers(*replies))
    client = connect(wire)
    got = client.request("PUT", "/x", json={"a": 1})
    stored = pickle.dumps(got)
    assert got.history == []
    assert got.request.content == b'{"a":1}'
    wire.api = answers(*replies)
    raw = client.execute_raw(CALL)
    stored += pickle.dumps(raw.http_response) + pickle.dumps(raw)
    stored += f"{got!r} {got.request!r} {raw!r} {vars(raw)!r}".encode()
    for hidden in (b"token-", SECRET.encode(), b"Basic", b"Bearer"):
        assert hidden not in stored


@pytest.mark.parametrize(
    "reply", [404, 503, 429, http.ConnectError("x"), http.ReadTimeout("x")], ids=str
)
def test_no_error_holds_a_token(connect: Connect, reply: int | http.RequestError) -> None:
    """Pickled with its cause and searched."""
    with pytest.raises(errors.TalkdeskError) as caught:
        connect(Wire(api=answers(reply))).request("GET", "/x", params={"q": "hush"})
    stored = pickle.dumps(caught.value) + str(caught.value).encode()
    cause = caught.value.__cause__
    if isinstance(cause, http.RequestError):
        stored += repr(cause.request.headers.raw).encode()
    for hidden in (b"token-", b"Bearer", b"hush"):
        assert hidden not in stored
