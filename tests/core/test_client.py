"""The two clients: what they send, return and raise. Each property holds for both."""

import asyncio
import pickle
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

import pytest

from talkdesk_core import errors, http
from talkdesk_core.auth import StaticToken
from talkdesk_core.calls import Call
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient
from talkdesk_core.requests import QueryValue
from talkdesk_core.unset import UNSET
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire


class Ask(Protocol):
    """Sends one request with one of the clients."""

    def __call__(
        self,
        wire: Wire,
        method: str,
        path: str,
        *,
        params: Mapping[str, QueryValue] | None = None,
        json: object = UNSET,
        headers: Mapping[str, str] | None = None,
        timeout: float | None = None,
    ) -> http.Response:
        """Send it and return the reply."""
        ...


def ask_sync(
    wire: Wire,
    method: str,
    path: str,
    *,
    params: Mapping[str, QueryValue] | None = None,
    json: object = UNSET,
    headers: Mapping[str, str] | None = None,
    timeout: float | None = None,
) -> http.Response:
    """Send one request with the blocking client, once."""
    with SyncAPIClient(
        base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport, retries=0,
        clock=Clock(),
    ) as client:  # fmt: skip
        return client.request(
            method, path, params=params, json=json, headers=headers, timeout=timeout
        )


def ask_async(
    wire: Wire,
    method: str,
    path: str,
    *,
    params: Mapping[str, QueryValue] | None = None,
    json: object = UNSET,
    headers: Mapping[str, str] | None = None,
    timeout: float | None = None,
) -> http.Response:
    """Send one request with the async client, once."""

    async def send() -> http.Response:
        async with AsyncAPIClient(
            base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport, retries=0,
            clock=Clock(),
        ) as client:  # fmt: skip
            return await client.request(
                method, path, params=params, json=json, headers=headers, timeout=timeout
            )

    return asyncio.run(send())


@pytest.fixture(params=[ask_sync, ask_async])
def ask(request: pytest.FixtureRequest) -> Ask:
    """Send one request with either client."""
    chosen: Ask = request.param
    return chosen


def test_a_request_carries_what_was_asked_and_the_documented_headers(ask: Ask) -> None:
    """Method, path, query, body and headers arrive; the reply comes back as it is."""
    wire = Wire()
    response = ask(
        wire, "patch", "/a/b%2Fc", params={"x": "+1 2", "y": ["a", "b"], "z": 3},
        json={"n": "é"}, headers={"content-type": "application/json-patch+json", "X-A": "1"},
        timeout=3.0,
    )  # fmt: skip
    (sent,) = wire.api_requests
    assert sent.method == "PATCH"
    assert str(sent.url) == f"{API}/a/b%2Fc?x=%2B1+2&y=a&y=b&z=3"
    assert sent.content.decode() == '{"n":"é"}'
    assert sent.headers["Content-Type"] == "application/json-patch+json"
    assert sent.headers["X-A"] == "1"
    assert sent.headers["Accept"] == "application/hal+json, application/json"
    assert sent.headers["Authorization"] == "Bearer token-1"
    assert sent.headers["User-Agent"].startswith("talkdesk-client/")
    assert " python/3." in sent.headers["User-Agent"]
    assert " httpx/0." in sent.headers["User-Agent"]
    assert set(sent.extensions["timeout"].values()) == {3.0}
    assert response.status_code == 200
    assert response.json() == {"path": "/a/b/c"}


def test_without_options_the_defaults_are_sent(ask: Ask) -> None:
    """No query, no body, no content type, and the default timeouts; null is a body."""
    wire = Wire()
    ask(wire, "GET", "/x")
    ask(wire, "POST", "/x", json=None)
    plain, null = wire.api_requests
    assert str(plain.url) == f"{API}/x"
    assert plain.content == b""
    assert "Content-Type" not in plain.headers
    assert plain.extensions["timeout"] == {"connect": 5, "read": 30, "write": 30, "pool": 5}
    assert (null.content, null.headers["Content-Type"]) == (b"null", "application/json")


@pytest.mark.parametrize(
    ("argument", "arguments", "options"),
    [
        ("path", ("GET", "//evil.test/x"), {}),
        ("path", ("GET", "https://evil.test/x"), {}),
        ("path", ("GET", "x"), {}),
        ("path", ("GET", ""), {}),
        ("path", ("GET", "/x?phone=hush"), {}),
        ("path", ("GET", "/x#hush"), {}),
        ("path", ("GET", "/x\\hush"), {}),
        ("path", ("GET", "/x\nhush"), {}),
        ("path", ("GET", "/a/../hush"), {}),
        ("path", ("GET", "/a/%2e%2E/hush"), {}),
        ("path", ("GET", "/a/.%2e"), {}),
        ("method", ("GE T", "/x"), {}),
        ("method", ("", "/x"), {}),
        ("method", ("CONNECT", "/x"), {}),
        ("method", ("trace", "/x"), {}),
        ("headers", ("GET", "/x"), {"headers": {"X": "hush\r\nY: z"}}),
        ("headers", ("GET", "/x"), {"headers": {"X": "húsh"}}),
        ("headers", ("GET", "/x"), {"headers": {"X\n": "hush"}}),
        ("json", ("POST", "/x"), {"json": {"hush": object()}}),
        ("json", ("POST", "/x"), {"json": float("nan")}),
        ("json", ("POST", "/x"), {"json": "hush\ud800"}),
        ("params", ("GET", "/x"), {"params": {"x": "hush\ud800"}}),
        ("params", ("GET", "/x"), {"params": {"x": "hush" * 20_000}}),
        ("timeout", ("GET", "/x"), {"timeout": 0}),
        ("timeout", ("GET", "/x"), {"timeout": -1.0}),
        ("timeout", ("GET", "/x"), {"timeout": 10**400}),
        ("timeout", ("GET", "/x"), {"timeout": "hush"}),
        ("method", (5, "/x"), {}),
        ("method", (b"GET", "/x"), {}),
        ("method", (None, "/x"), {}),
        ("path", ("GET", None), {}),
        ("path", ("GET", b"/x"), {}),
        ("headers", ("GET", "/x"), {"headers": {"X": None}}),
        ("headers", ("GET", "/x"), {"headers": {"X": b"hush"}}),
        ("headers", ("GET", "/x"), {"headers": {5: "hush"}}),
        ("headers", ("GET", "/x"), {"headers": [("X", "hush")]}),
        ("headers", ("GET", "/x"), {"headers": "hush"}),
        *(
            ("headers", ("GET", "/x"), {"headers": {name: "hush"}})
            for name in (
                "Host",
                "authorization",
                "CONTENT-LENGTH",
                "Transfer-Encoding",
                "Connection",
                "Cookie",
                "Upgrade",
                "TE",
                "Trailer",
                "Keep-Alive",
                "Expect",
                "Proxy-Authorization",
                "proxy-connection",
            )
        ),
        ("params", ("GET", "/x"), {"params": "hush"}),
        ("params", ("GET", "/x"), {"params": [("x", "hush")]}),
        ("params", ("GET", "/x"), {"params": {5: "hush"}}),
        *(
            ("params", ("GET", "/x"), {"params": {"x": value}})
            for value in (
                None,
                b"hush",
                object(),
                {"hush": 1},
                {"hush"},
                [None],
                ["a", b"hush"],
                [["hush"]],
                datetime(2026, 3, 2, tzinfo=UTC),
                10**5000,
                [10**5000],
                float("nan"),
                float("inf"),
                [1, -float("inf")],
            )
        ),
    ],
)
def test_what_cannot_be_sent_is_refused_by_name(
    ask: Ask, argument: str, arguments: tuple[Any, Any], options: dict[str, Any]
) -> None:
    """Nothing is sent, no value is quoted, and no other exception holds one.

    Headers that the client or the connection answers for are among what cannot be sent.
    """
    wire = Wire()
    with pytest.raises(errors.ArgumentError) as caught:
        ask(wire, *arguments, **options)
    assert caught.value.argument == argument
    assert f"{argument} takes" in str(caught.value) or argument == "params"
    assert "hush" not in f"{caught.value!r}"
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    assert wire.api_requests == wire.token_requests == []


@pytest.mark.parametrize("status", [201, 204, 299])
def test_any_2xx_is_a_success(ask: Ask, status: int) -> None:
    """The reply is returned, body or not."""
    assert ask(Wire(api=lambda _: http.Response(status)), "GET", "/x").status_code == status


@pytest.mark.parametrize(
    "status", [301, 302, 304, 400, 402, 403, 404, 409, 418, 422, 429, 500, 520]
)
def test_any_other_status_is_raised(ask: Ask, status: int) -> None:
    """Redirects and unknown statuses too; the error tells where, without the query."""
    wire = Wire(
        api=lambda _: http.Response(
            status,
            headers={"platform-tid": "tid-9", "Location": "https://evil.test/", "Retry-After": "3"},
            json={"code": "c", "message": "m"},
        )
    )
    with pytest.raises(errors.APIError) as caught:
        ask(wire, "GET", "/x", params={"phone": "hush"})
    error = caught.value
    assert (error.status_code, error.code, error.message) == (status, "c", "m")
    assert (error.request_id, error.retry_after) == ("tid-9", 3.0)
    assert (error.method, error.url, error.attempts) == ("GET", f"{API}/x", 1)
    assert "hush" not in str(error)
    assert len(wire.api_requests) == 1


def test_a_401_counts_both_attempts(ask: Ask) -> None:
    """The token is renewed once, and the error says that the request was sent twice."""
    wire = Wire(valid=set())
    with pytest.raises(errors.AuthenticationError) as caught:
        ask(wire, "GET", "/x")
    assert caught.value.attempts == 2
    assert "sent 2 times" in str(caught.value)
    assert wire.sent_tokens == ["token-1", "token-2"]


@pytest.mark.parametrize("place", ["api", "tokens"])
@pytest.mark.parametrize(
    ("cause", "kind"),
    [
        (http.ConnectError, errors.APIConnectionError),
        (http.DecodingError, errors.APIConnectionError),
        (http.ConnectTimeout, errors.APITimeoutError),
        (http.ReadTimeout, errors.APITimeoutError),
    ],
)
def test_a_lost_connection_is_a_connection_error(
    ask: Ask, place: str, cause: type[http.RequestError], kind: type[errors.APIConnectionError]
) -> None:
    """It says where, keeps the reason as its cause, and takes the credentials out of that."""

    def lose(request: http.Request) -> http.Response:
        raise cause("gone", request=request)

    with pytest.raises(errors.APIConnectionError) as caught:
        ask(
            Wire(api=lose) if place == "api" else Wire(tokens=lose),
            "GET",
            "/x",
            params={"phone": "hush"},
        )
    error = caught.value
    assert type(error) is kind
    assert error.url == (TOKENS if place == "tokens" else f"{API}/x")
    assert cause.__name__ in str(error)
    assert "hush" not in str(error)
    reason = error.__cause__
    assert isinstance(reason, cause)
    assert "Authorization" not in reason.request.headers


def test_a_reply_holds_no_token(ask: Ask) -> None:
    """Its request and history hold neither token nor secret, so it can be pickled and logged."""
    response = ask(Wire(), "POST", "/x", json={"a": 1})
    assert response.history == []
    assert "Authorization" not in response.request.headers
    assert response.request.content == b'{"a":1}'
    stored = pickle.dumps(response)
    assert b"token-1" not in stored
    assert b"Basic" not in stored


def test_a_call_is_sent_and_its_reply_read() -> None:
    """`execute` sends the call's query and body, and returns what its reader makes of the bytes."""

    def strict(content: bytes) -> int:
        if content != b"7":
            raise errors.ResponseDecodeError(expected="integer", got="string")
        return int(content)

    answers = [b"7", b'"x"'] * 2
    wire = Wire(api=lambda _: http.Response(200, content=answers[len(wire.api_requests) - 1]))
    call = Call("count_things", "POST", "/x", strict, {"q": "1"}, json={"a": None})
    with SyncAPIClient(
        base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport
    ) as client:
        assert client.execute(call) == 7
        with pytest.raises(errors.ResponseDecodeError, match="count_things"):
            client.execute(call)

    async def twin() -> None:
        async with AsyncAPIClient(
            base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport
        ) as client:
            assert await client.execute(call) == 7
            with pytest.raises(errors.ResponseDecodeError, match="count_things"):
                await client.execute(call)

    asyncio.run(twin())
    assert [(str(sent.url), sent.content) for sent in wire.api_requests] == [
        (f"{API}/x?q=1", b'{"a":null}')
    ] * 4


def test_one_client_keeps_its_token_for_life() -> None:
    """Many requests of one client make one token request; another client makes its own."""
    wire = Wire()
    for _ in range(2):
        with SyncAPIClient(
            base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport
        ) as client:
            client.request("GET", "/x")
            client.request("GET", "/x")
    assert wire.sent_tokens == ["token-1", "token-1", "token-2", "token-2"]


def test_a_closed_client_says_so() -> None:
    """Use after close is our error; closing twice is fine."""
    client = SyncAPIClient(base_url=API, auth=StaticToken("t"), transport=Wire().transport)
    with client:
        pass
    client.close()
    with pytest.raises(errors.ClientClosedError, match="closed"):
        client.request("GET", "/x")

    async def twin() -> None:
        twin = AsyncAPIClient(base_url=API, auth=StaticToken("t"), transport=Wire().transport)
        async with twin:
            pass
        await twin.aclose()
        with pytest.raises(errors.ClientClosedError, match="closed"):
            await twin.request("GET", "/x")

    asyncio.run(twin())


def test_a_client_shows_its_base_url_only() -> None:
    """`repr` names class and base URL."""
    with SyncAPIClient(account="acme", auth=CREDENTIALS) as client:
        assert repr(client) == "SyncAPIClient(base_url='https://api.talkdeskapp.com')"


def test_the_async_client_reads_the_environment_too() -> None:
    """`from_env` is the same for both clients, and makes the class it is called on."""

    class Root(AsyncAPIClient):
        pass

    environ = {"TALKDESK_REGION": "ca"}
    client = Root.from_env(environ=environ, auth=StaticToken("t"), transport=Wire().transport)
    assert type(client) is Root
    assert client.base_url == "https://api.talkdeskappca.com"
    asyncio.run(client.aclose())
