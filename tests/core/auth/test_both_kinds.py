"""What holds for token requests of blocking and async clients alike, and of async ones alone."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Awaitable

import pytest

from talkdesk_core import http
from talkdesk_core.auth import Credentials, StaticToken
from talkdesk_core.errors import ConfigurationError, TokenError
from tests.core.auth.logins import FIRST, Logins, code, refresh_token
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire

KINDS = ["blocking", "async"]


def get(kind: str, wire: Wire, description: Credentials = CREDENTIALS) -> http.Response:
    """Send one request by a client of a kind that follows redirects."""
    clock = Clock()
    if kind == "blocking":
        with http.Client(transport=wire.transport, base_url=API, follow_redirects=True) as client:
            client.auth = description.bind(
                base_url=API, token_url=TOKENS, client=client, clock=clock
            )
            return client.get("/x")

    async def send() -> http.Response:
        async with http.AsyncClient(
            transport=wire.transport, base_url=API, follow_redirects=True
        ) as client:
            client.auth = description.bind(
                base_url=API, token_url=TOKENS, client=client, clock=clock
            )
            return await client.get("/x")

    return asyncio.run(send())


@pytest.mark.parametrize("kind", KINDS)
def test_a_redirect_of_the_token_endpoint_is_not_followed(kind: str) -> None:
    """The secret would go to whatever host it names, even where the client follows redirects."""
    elsewhere = {"Location": "https://evil.test/token"}
    wire = Wire(tokens=lambda _: http.Response(307, headers=elsewhere))
    with pytest.raises(TokenError, match="redirects, which is not followed"):
        get(kind, wire)
    assert len(wire.token_requests) == 1
    assert wire.api_requests == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_request_carries_no_token(kind: str) -> None:
    """It is not authenticated as requests of the API are: it would wait for itself."""
    wire = Wire()
    assert get(kind, wire).status_code == 200
    assert wire.token_requests[0].headers["Authorization"].startswith("Basic ")
    assert wire.sent_tokens == ["token-1"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_request_says_who_sends_it(kind: str) -> None:
    """As every request of the library does, and by the same method in any client."""
    wire = Wire()
    get(kind, wire)
    (request,) = wire.token_requests
    assert request.method == "POST"
    assert request.headers.get_list("User-Agent") == [http.user_agent()]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lifetime", [1, 0.5, "1"])
def test_a_token_may_live_a_second_or_less(kind: str, lifetime: object) -> None:
    """Odd, but a number of seconds."""
    wire = Wire(lifetime=lifetime)
    assert get(kind, wire).status_code == 200
    assert wire.sent_tokens == ["token-1"]


def test_an_authentication_belongs_to_one_kind_of_client() -> None:
    """The other kind is told so before anything is sent, and nobody is left waiting."""
    wire = Wire()
    asynchronous = http.AsyncClient(transport=wire.transport, base_url=API)
    auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=asynchronous, clock=Clock())
    with http.Client(transport=wire.transport, base_url=API, auth=auth) as blocking:
        for _ in range(2):
            with pytest.raises(ConfigurationError, match="to an async client") as caught:
                blocking.get("/x")
            assert caught.value.arguments == ("auth",)
    asyncio.run(asynchronous.aclose())
    assert wire.token_requests == wire.api_requests == []


@pytest.mark.anyio
async def test_an_authentication_of_a_blocking_client_is_no_async_one() -> None:
    """It would hold up the event loop."""
    wire = Wire()
    with http.Client(transport=wire.transport, base_url=API) as blocking:
        auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=blocking, clock=Clock())
        async with http.AsyncClient(transport=wire.transport, base_url=API, auth=auth) as client:
            for _ in range(2):
                with pytest.raises(ConfigurationError, match="to a blocking client") as caught:
                    await client.get("/x")
                assert caught.value.arguments == ("auth",)
    assert wire.token_requests == wire.api_requests == []


@pytest.mark.anyio
async def test_a_given_token_serves_either_kind() -> None:
    """Nothing is fetched for it."""
    wire = Wire()
    async with http.AsyncClient(transport=wire.transport, base_url=API) as client:
        client.auth = StaticToken("given").bind(base_url=API, token_url=None, client=client)
        await client.get("/x")
    assert wire.sent_tokens == ["given"]


@pytest.mark.anyio
async def test_all_who_wait_for_a_refused_login_hear_the_endpoint() -> None:
    """The one answer there was, each in a copy of its own."""
    go_on, started = asyncio.Event(), asyncio.Event()

    async def hold() -> None:
        started.set()
        await go_on.wait()

    server = Logins(before=lambda _number, _request: hold())
    server.reply = lambda _: http.Response(400, json={"error": "invalid_grant"})
    async with server.async_client(refresh_token()) as client:
        tasks = [asyncio.create_task(client.get("/x")) for _ in range(5)]
        await started.wait()
        await asyncio.sleep(0)
        go_on.set()
        errors = await asyncio.gather(*tasks, return_exceptions=True)
    seen = [(error.error, error.status_code) for error in errors if isinstance(error, TokenError)]
    assert seen == [("invalid_grant", 400)] * 5
    assert len({id(error) for error in errors}) == 5
    assert len(server.forms) == 1


class Waitable:
    """What a callback may return to be awaited, without being a coroutine."""

    def __init__(self, token: str, stored: list[str]) -> None:
        self._token = token
        self._stored = stored

    def __await__(self) -> object:
        """Store the token when it is awaited."""
        yield from asyncio.sleep(0).__await__()
        self._stored.append(self._token)
        return None


@pytest.mark.anyio
@pytest.mark.parametrize("as_coroutine", [True, False])
async def test_what_a_plain_function_returns_is_awaited(as_coroutine: bool) -> None:
    """A lambda around a coroutine function does not look like one, and stores all the same."""
    stored: list[str] = []

    async def store(token: str) -> None:
        await asyncio.sleep(0)
        stored.append(token)

    def plain(token: str) -> object:
        return store(token) if as_coroutine else Waitable(token, stored)

    async with Logins().async_client(refresh_token(on_rotation=plain)) as client:
        await client.get("/x")
        assert stored == ["refresh-1"]


@pytest.mark.anyio
async def test_nothing_is_kept_of_a_token_request_that_is_over() -> None:
    """A client that runs for months does not grow by its tasks."""
    tasks: list[weakref.ref[object]] = []

    def note(_number: int, _request: http.Request) -> None:
        task = asyncio.current_task()
        assert task is not None
        tasks.append(weakref.ref(task))

    async with Logins(before=note).async_client(refresh_token()) as client:
        await client.get("/x")
        gc.collect()
        assert [each() for each in tasks] == [None]


@pytest.mark.parametrize("is_code", [True, False])
def test_a_coroutine_of_a_blocking_client_is_closed(is_code: bool) -> None:
    """It is refused, and leaves no warning that it was never awaited."""

    async def store(_: str) -> None:
        """Store nothing."""

    def plain(token: str) -> Awaitable[None]:
        return store(token)

    described = code(plain) if is_code else refresh_token(on_rotation=plain)
    with Logins().client(described) as client, pytest.raises(TokenError) as caught:
        client.get("/x")
    assert isinstance(caught.value.__cause__, TypeError)
    assert FIRST not in str(caught.value)
    gc.collect()
