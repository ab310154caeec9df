"""`client.request` with parameters in its path, and what a reply tells: ids, attempts, no token."""

import logging
import pickle
import traceback

import pytest

from talkdesk_core import errors, http
from talkdesk_core.calls import Call
from talkdesk_core.retries import Retries
from tests.core.transport.driving import Connect, Parts, Wired, answers
from tests.core.wire import API, SECRET, Clock, Wire

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
        ("/x/{id}", None, "path_params"),
        ("/x/{hush}", None, "path_params"),
        ("/x/{", None, "path"),
        ("/x/hush}", None, "path"),
        ("/x/{{id}}", {"id": "hush"}, "path"),
        ("/x/{id}/}", {"id": "hush"}, "path"),
    ],
)
def test_parameters_that_cannot_be_filled_in_are_refused_by_name(
    connect: Connect, path: str, values: dict[str, str | int] | None, named: str
) -> None:
    """Empty ids, missing and superfluous values: nothing is sent, and no value is quoted.

    Braces without `path_params` are a forgotten value: no URL has them.
    """
    wire = Wire()
    with pytest.raises(errors.ArgumentError) as caught:
        connect(wire).request("GET", path, path_params=values)
    assert caught.value.argument == named
    assert "hush" not in str(caught.value)
    assert wire.api_requests == wire.token_requests == []


def test_a_brace_of_the_path_itself_is_written_encoded(connect: Connect) -> None:
    """And the error about a brace says so, and names `path_params`."""
    wire = Wire()
    client = connect(wire)
    client.request("GET", "/x/%7Bid%7D")
    assert wire.api_requests[0].url.raw_path == b"/x/%7Bid%7D"
    for path in ("/x/{id}", "/x/{"):
        with pytest.raises(errors.ArgumentError, match=r"path_params.*%7B"):
            client.request("GET", path)


PHONE = "+12025550143"


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (404, errors.NotFoundError),
        (429, errors.RateLimitError),
        (503, errors.ServerError),
        (http.ConnectError("x"), errors.APIConnectionError),
        (http.ReadTimeout("x"), errors.APITimeoutError),
        (bytes(999), errors.ResponseTooLargeError),
    ],
    ids=["404", "429", "503", "connect", "timeout", "long"],
)
def test_values_in_a_path_show_nowhere(
    connect: Connect,
    caplog: pytest.LogCaptureFixture,
    reply: int | http.RequestError | bytes,
    error: type[errors.TalkdeskError],
) -> None:
    """Neither in an error's text nor in any log: the names stand in their place.

    The error's `url` has the value for those who ask.
    """
    caplog.set_level(logging.DEBUG)
    answer = http.Response(200, content=reply) if isinstance(reply, bytes) else reply
    client = connect(Wire(api=answers(answer)), max_response_bytes=500)
    with pytest.raises(error) as caught:
        client.request("GET", "/contacts/{phone}", path_params={"phone": PHONE}, params={"a": 1})
    assert f"{API}/contacts/{{phone}}" in str(caught.value)
    assert vars(caught.value)["url"] == f"{API}/contacts/%2B12025550143"
    restored = pickle.loads(pickle.dumps(caught.value))
    cause = caught.value.__cause__
    shown = f"{caught.value!r} {restored} {restored!r} {cause!r} {caplog.text}"
    if isinstance(cause, http.RequestError):
        shown += f"{cause.request!r} {cause.request.url!r}"
    shown += "".join(traceback.format_exception(caught.value))
    assert "2025550143" not in shown
    if not isinstance(reply, http.RequestError):
        assert f"HTTP Request: GET {API}/contacts/{{phone}} " in caplog.text


def test_no_budget_shows_a_value_in_a_path(connect: Connect) -> None:
    """When it is spent while a reply comes, and when the rate leaves no time for a request."""
    clock = Clock()

    def slow(_: http.Request) -> http.Response:
        clock.advance(60)
        return http.Response(200, stream=Parts(iter([b"x"])))

    client = connect(
        Wired(Wire(api=slow)), clock=clock, retries=Retries(budget=30), rate_limit=0.01
    )
    for words in ("budget", "rate limit"):
        with pytest.raises(errors.APITimeoutError, match=words) as caught:
            client.request("GET", "/contacts/{phone}", path_params={"phone": PHONE})
        assert f"{API}/contacts/{{phone}}" in str(caught.value)
        assert "2025550143" not in str(caught.value)


def test_a_reply_shows_the_names_in_its_path(connect: Connect) -> None:
    """The request that it carries was sent to the real address, and still knows it."""
    wire = Wire()
    reply = connect(wire).request("GET", "/contacts/{phone}", path_params={"phone": PHONE})
    assert wire.api_requests[0].url.raw_path == b"/contacts/%2B12025550143"
    restored = pickle.loads(pickle.dumps(reply))
    for request in (wire.api_requests[0], reply.request, restored.request):
        assert str(request.url) == f"{API}/contacts/%2B12025550143"
        assert f"{request!r} {request.url!r}" == (
            f"<Request('GET', '{API}/contacts/{{phone}}')> URL('{API}/contacts/{{phone}}')"
        )


def test_without_values_an_error_shows_the_path_as_it_is(connect: Connect) -> None:
    """Of operations too: an id helps to find what is wrong."""
    client = connect(Wire(api=answers(404)))
    with pytest.raises(errors.NotFoundError, match=f"GET {API}/things/7"):
        client.execute(CALL)
    nothing: dict[str, str] = {}
    for values in (None, nothing):
        with pytest.raises(errors.NotFoundError, match=f"GET {API}/things/7"):
            client.request("GET", "/things/7", path_params=values)


@pytest.mark.parametrize("method", ["CONNECT", "TRACE", "trace"])
def test_methods_that_ask_for_no_resource_are_refused(connect: Connect, method: str) -> None:
    """One would open a tunnel, and the other bring the token back; the error names others."""
    wire = Wire()
    with pytest.raises(errors.ArgumentError, match=r"method takes .* GET, HEAD, .* nor TRACE"):
        connect(wire).request(method, "/x")
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
