"""The judge refuses what the document does not know: else its silence would mean nothing."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from json import dumps
from typing import Any

import anyio
import httpx
import pytest

from tests.contract.judge import EXEMPT
from tests.contract.transport import AsyncJudgedTransport, JudgedTransport

SECRET = "Jane Q. Private"
CALLBACK = {"callback_id": "c1", "record_first_name": SECRET}
TOKEN = {"Authorization": "Bearer t"}
CREATED = {
    "interaction_id": "",
    "caller_id": "+12025550100",
    "time_to_call": "2026-05-04T15:00:00Z",
    "timezone": "Europe/Lisbon",
    "assign_type": "ANY_ELIGIBLE_AGENT",
    "from_call_type": "API",
    "dialing_model": "PREVIEW",
    "phone_number": "+12125550147",
}

Send = Callable[..., httpx.Response]


def _answering(answer: httpx.Response) -> httpx.MockTransport:
    return httpx.MockTransport(lambda _request: answer)


def _request(
    method: str,
    path: str,
    *,
    headers: dict[str, str] | None = None,
    json: object = None,
    content: str | None = None,
) -> httpx.Request:
    """Return a request to some sandbox, with a token unless the headers are others."""
    sent = TOKEN if headers is None else headers
    url = f"http://127.0.0.1:9{path}"
    return httpx.Request(method, url, headers=sent, json=json, content=content)


def send_sync(answer: httpx.Response, method: str, path: str, **more: Any) -> httpx.Response:
    """Send a request that is answered so, through the blocking transport."""
    with httpx.Client(transport=JudgedTransport(inner=_answering(answer))) as client:
        return client.send(_request(method, path, **more))


def send_async(answer: httpx.Response, method: str, path: str, **more: Any) -> httpx.Response:
    """Send a request that is answered so, through the async transport."""

    async def run() -> httpx.Response:
        transport = AsyncJudgedTransport(inner=_answering(answer))
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.send(_request(method, path, **more))

    return anyio.run(run)


@pytest.fixture(params=[send_sync, send_async], ids=["sync", "async"])
def send(request: pytest.FixtureRequest) -> Send:
    """Return a function that sends a request through a judged transport of either kind."""
    chosen: Send = request.param
    return chosen


def shown(**changes: object) -> httpx.Response:
    """Return a reply that shows a callback."""
    return httpx.Response(200, json={**CALLBACK, **changes})


def test_good_requests_and_replies_pass(send: Send) -> None:
    """The judge finds nothing in what follows the document."""
    path = "/schedule-callbacks"
    assert send(shown(), "GET", f"{path}/c1").status_code == 200
    assert send(httpx.Response(204), "DELETE", f"{path}/a%2Fb").status_code == 204
    created = httpx.Response(201, json=CALLBACK)
    assert send(created, "POST", path, json=CREATED).status_code == 201


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        (shown(record_first_name=7), "$.record_first_name breaks `type`"),
        (shown(status="SLEEPING"), "$.status breaks `enum`"),
        (shown(created_at="yesterday"), "$.created_at breaks `format`"),
        (shown(agents=[{"agent_id": 1}]), "$.agents[0].agent_id breaks `type`"),
        (shown(record_last_name=None), "$.record_last_name breaks `type`"),
        (httpx.Response(200, json={}), "$ breaks `required`"),
        (httpx.Response(200, text=SECRET), "MediaTypeNotFound"),
        (httpx.Response(200, content=SECRET, headers={"Content-Type": "application/json"}), "De"),
        (httpx.Response(200), "MissingData"),
        (httpx.Response(202, json=CALLBACK), "ResponseNotFound"),
        (httpx.Response(409, json={"code": "x", "message": "y"}), "ResponseNotFound"),
        (httpx.Response(404, json={"code": SECRET}), "$ breaks `required`"),
    ],
)
def test_a_broken_reply_is_refused_at_its_place(
    send: Send, answer: httpx.Response, place: str
) -> None:
    """A wrong member, format, type of content, body or status is told without any value."""
    with pytest.raises(AssertionError) as caught:
        send(answer, "GET", "/schedule-callbacks/c1")
    assert place in str(caught.value)
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_a_body_where_there_is_none_is_refused(send: Send) -> None:
    """204 has no body."""
    with pytest.raises(AssertionError, match="body"):
        send(httpx.Response(204, json={}), "DELETE", "/schedule-callbacks/c1")


@pytest.mark.parametrize(
    ("method", "path", "more", "place"),
    [
        ("GET", "/schedule-callbacks?per_page=501", {}, "query parameter per_page"),
        ("GET", "/schedule-callbacks?page=x", {}, "query parameter page"),
        ("GET", "/schedule-callbacks?time_to_call=soon", {}, "query parameter time_to_call"),
        ("GET", "/schedule-callbacks", {"headers": {}}, "Security"),
        ("GET", "/callbacks", {}, "PathNotFound"),
        ("PUT", "/schedule-callbacks", {}, "OperationNotFound"),
        ("POST", "/schedule-callbacks", {}, "MissingRequiredRequestBody"),
        (
            *("POST", "/schedule-callbacks"),
            {"json": {**CREATED, "phone_number": [SECRET]}},
            "$.phone_number breaks `type`",
        ),
        (
            *("PATCH", "/schedule-callbacks/c1"),
            {"json": [{"op": "add", "path": "/timezone", "value": SECRET}]},
            "$[0].op breaks `enum`",
        ),
        ("PATCH", "/schedule-callbacks/c1", {"json": []}, "$ breaks `minItems`"),
        ("POST", "/schedule-callbacks", {"content": dumps(CREATED)}, "MediaType"),
    ],
)
def test_a_broken_request_that_is_taken_is_refused_at_its_place(
    send: Send, method: str, path: str, more: dict[str, Any], place: str
) -> None:
    """A wrong path, method, parameter or body, or a missing token, is told without any value."""
    with pytest.raises(AssertionError) as caught:
        send(shown(), method, path, **more)
    assert place in str(caught.value)
    assert SECRET not in str(caught.value)


def test_a_broken_request_may_be_refused(send: Send) -> None:
    """What is wrong on purpose is answered with an error, which is judged all the same."""
    problem = {"code": "bad_request", "message": "No."}
    path = "/schedule-callbacks?per_page=501"
    assert send(httpx.Response(400, json=problem), "GET", path).status_code == 400
    with pytest.raises(AssertionError, match="required"):
        send(httpx.Response(400, json={}), "GET", path)


@pytest.mark.parametrize(
    ("path", "method", "right"), [("/x", "GET", 404), ("/campaigns", "PUT", 405)]
)
def test_what_the_document_does_not_know_has_one_right_status(
    send: Send, path: str, method: str, right: int
) -> None:
    """An unknown path is not found, an unknown method not allowed."""
    assert send(httpx.Response(right, json={}), method, path).status_code == right
    with pytest.raises(AssertionError, match="the status is not"):
        send(httpx.Response(400, json={}), method, path)


@pytest.mark.parametrize("status", [*EXEMPT, 500, 503])
def test_statuses_that_any_server_may_have_are_exempt(send: Send, status: int) -> None:
    """They are the listed ones, and those of a server that fails."""
    assert send(httpx.Response(status, text="?"), "GET", "/campaigns").status_code == status


def test_tokens_and_quirks_are_not_judged(send: Send) -> None:
    """The document knows neither the token endpoint nor what a quirk does to a reply."""
    assert send(httpx.Response(200), "POST", "/oauth/token").status_code == 200
    headers = {**TOKEN, "X-Sandbox-Quirks": "nulls"}
    odd = send(shown(status=None), "GET", "/schedule-callbacks/c1", headers=headers)
    assert odd.json()["status"] is None


def test_a_reply_that_breaks_off_is_left_to_the_client() -> None:
    """The transport's error arrives as it is, and what came before it is not judged."""

    class Breaking(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield b"{"
            msg = "gone"
            raise httpx.ReadError(msg)

    answer = httpx.Response(200, stream=Breaking(), headers={"Content-Type": "application/json"})
    with pytest.raises(httpx.ReadError, match="gone"), warnings.catch_warnings():
        send_sync(answer, "GET", "/campaigns")
