"""Many threads or tasks that need a token at once: one of them fetches it.

The clock is read once for each turn at the cache, and for each token that is rejected, so a test
knows from it when everybody has come.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from talkdesk_core import http
from talkdesk_core.errors import (
    APIConnectionError,
    APITimeoutError,
    ClientClosedError,
    TalkdeskError,
    TokenError,
)
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire, granted

CROWD = 200
PATIENCE = 20.0


class Turnstile(Clock):
    """A clock that stands still, and says when so many have read it."""

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self.everybody = threading.Event()
        self._wanted = wanted
        self._lock = threading.Lock()
        self._count = 0

    def monotonic(self) -> float:
        """Count the reader."""
        with self._lock:
            self._count += 1
            if self._count == self._wanted:
                self.everybody.set()
        return self.now


class Interrupt(BaseException):
    """Ends a request as a signal would: no failure of the network."""


def client_of(wire: Wire, clock: Clock) -> http.Client:
    """Return an httpx client whose requests are authenticated."""
    client = http.Client(transport=wire.transport, base_url=API)
    client.auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=client, clock=clock)
    return client


def crowd_of_threads(wire: Wire, clock: Clock, size: int = CROWD) -> list[int | BaseException]:
    """Send from many threads at once; return each one's status, or its error."""
    start = threading.Barrier(size)

    def one(client: http.Client) -> int | BaseException:
        start.wait(PATIENCE)
        try:
            return client.get("/x").status_code
        except (TalkdeskError, http.RequestError, Interrupt) as error:
            return error

    with client_of(wire, clock) as client, ThreadPoolExecutor(size) as pool:
        futures = [pool.submit(one, client) for _ in range(size)]
        return [future.result(timeout=PATIENCE) for future in futures]


def test_many_threads_make_one_token_request() -> None:
    """While the first token request is held until all 200 have come, nobody makes another."""
    clock = Turnstile(CROWD)

    def tokens(_: http.Request) -> http.Response:
        assert clock.everybody.wait(PATIENCE)
        return granted("the-token")

    wire = Wire(tokens=tokens)
    assert crowd_of_threads(wire, clock) == [200] * CROWD
    assert len(wire.token_requests) == 1
    assert wire.sent_tokens == ["the-token"] * CROWD


def names(results: list[int | BaseException]) -> list[str]:
    """Return each status as text, or the name of the error's class, in order."""
    return sorted(
        type(result).__name__ if isinstance(result, BaseException) else str(result)
        for result in results
    )


def nobody_shares(results: list[int | BaseException]) -> bool:
    """Say whether each error is an object of its own, with a traceback of its own."""
    errors = [result for result in results if isinstance(result, BaseException)]
    raised = {id(error.__traceback__) for error in errors if error.__traceback__ is not None}
    return len({id(error) for error in errors}) == len(raised) == len(errors)


@pytest.mark.parametrize(
    ("cause", "told"),
    [(http.ConnectError, APIConnectionError), (http.ReadTimeout, APITimeoutError)],
)
def test_a_token_endpoint_out_of_reach_is_tried_once_for_all_threads(
    cause: type[http.RequestError], told: type[APIConnectionError]
) -> None:
    """Those who wait are told, each by an error of its own, that the API request was not sent.

    If they led one after the other, each would wait for the timeouts of all before it.
    """
    clock = Turnstile(CROWD)

    def tokens(request: http.Request) -> http.Response:
        assert clock.everybody.wait(PATIENCE)
        raise cause("gone", request=request)

    wire = Wire(tokens=tokens)
    results = crowd_of_threads(wire, clock)
    assert names(results) == [told.__name__] * CROWD
    assert len(wire.token_requests) == 1
    assert nobody_shares(results)
    errors = [result for result in results if isinstance(result, APIConnectionError)]
    for error in errors:
        assert (error.method, error.url) == ("POST", TOKENS)
        assert cause.__name__ in str(error)
        assert not error.may_have_arrived
    # The reason has the traceback of the one who led; nobody else shows it.
    assert sum(isinstance(error.__cause__, cause) for error in errors) == 1


def test_a_lost_token_request_is_tried_again_after_a_while() -> None:
    """Until then requests fail at once, and nothing is sent."""
    wire, clock = Wire(), Clock()

    def tokens(request: http.Request) -> http.Response:
        if len(wire.token_requests) == 1:
            raise http.ConnectError("gone", request=request)
        return granted("the-token")

    wire.tokens = tokens
    with client_of(wire, clock) as client:
        for _ in range(3):
            with pytest.raises(APIConnectionError) as caught:
                client.get("/x")
            assert 0.25 <= (caught.value.retry_after or 0.0) <= 0.5
        assert len(wire.token_requests) == 1
        clock.advance(0.5)
        assert client.get("/x").status_code == 200


def test_threads_go_on_after_the_leader_was_interrupted() -> None:
    """Only the leader's request ends; one of the others leads, and all get its token."""
    clock = Turnstile(CROWD)
    wire = Wire()

    def tokens(_: http.Request) -> http.Response:
        assert clock.everybody.wait(PATIENCE)
        if len(wire.token_requests) == 1:
            raise Interrupt
        return granted("the-token")

    wire.tokens = tokens
    results = crowd_of_threads(wire, clock)
    assert names(results) == ["200"] * (CROWD - 1) + ["Interrupt"]
    assert len(wire.token_requests) == 2


def test_a_refused_client_is_refused_once_for_all_threads() -> None:
    """Those who wait learn of the refusal instead of asking 199 times more.

    Each gets an error of its own: one object raised in many threads would mix their tracebacks.
    """
    clock = Turnstile(CROWD)

    def tokens(_: http.Request) -> http.Response:
        assert clock.everybody.wait(PATIENCE)
        return http.Response(401, json={"error": "invalid_client"})

    wire = Wire(tokens=tokens)
    results = crowd_of_threads(wire, clock)
    assert names(results) == [TokenError.__name__] * CROWD
    assert len(wire.token_requests) == 1
    assert nobody_shares(results)


def test_who_waits_gives_up_after_its_own_timeouts() -> None:
    """A request with short timeouts does not wait for a leader without any, which goes on."""
    started, go_on = threading.Event(), threading.Event()

    def tokens(_: http.Request) -> http.Response:
        started.set()
        assert go_on.wait(PATIENCE)
        return granted("the-token")

    wire = Wire(tokens=tokens)
    with client_of(wire, Clock()) as client, ThreadPoolExecutor(1) as pool:
        leader = pool.submit(client.get, "/x", timeout=None)
        try:
            assert started.wait(PATIENCE)
            with pytest.raises(APITimeoutError) as caught:
                client.get("/x", timeout=0.005)
        finally:
            go_on.set()
        assert leader.result(PATIENCE).status_code == 200
    assert (caught.value.method, caught.value.url) == ("POST", TOKENS)
    assert caught.value.may_have_arrived is False
    assert "waiting for a token that another request is fetching" in str(caught.value)
    assert len(wire.token_requests) == 1


def test_who_waits_for_a_client_that_is_closed_meanwhile_is_told() -> None:
    """The next to lead finds its client closed, and says so with our error."""
    clock = Turnstile(2)
    wire = Wire()

    def tokens(_: http.Request) -> http.Response:
        assert clock.everybody.wait(PATIENCE)
        client.close()
        raise Interrupt

    wire.tokens = tokens
    client = client_of(wire, clock)
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(client.get, "/x") for _ in range(2)]
        errors = [future.exception(PATIENCE) for future in futures]
    assert {type(error) for error in errors} == {Interrupt, ClientClosedError}
    assert any("client was closed while a request waited" in str(error) for error in errors)


def test_many_401s_with_one_token_make_one_new_token() -> None:
    """All threads are refused with the same token at the same time and share the next one."""
    refused = threading.Barrier(CROWD)

    def api(request: http.Request) -> http.Response:
        if request.headers["Authorization"] == "Bearer token-1":
            refused.wait(PATIENCE)
            return http.Response(401)
        return http.Response(200)

    wire = Wire(api=api)
    assert crowd_of_threads(wire, Clock()) == [200] * CROWD
    assert len(wire.token_requests) == 2
    assert sorted(wire.sent_tokens) == ["token-1"] * CROWD + ["token-2"] * CROWD


class _Body(http.SyncByteStream):
    """A reply's body that knows whether its connection was given back."""

    closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield b"{}"

    def close(self) -> None:
        """Remember it."""
        self.closed = True


def test_who_waits_after_a_401_holds_no_connection() -> None:
    """A pool full of unread 401s would have no connection left for the token request."""
    clock = Turnstile(6)  # both threads at their first turn, their 401, and their second turn
    refused = threading.Barrier(2)
    bodies = [_Body(), _Body()]
    closed: list[bool] = []
    wire = Wire()

    def api(request: http.Request) -> http.Response:
        if request.headers["Authorization"] == "Bearer first":
            return http.Response(401, stream=bodies[refused.wait(PATIENCE)])
        return http.Response(200)

    def tokens(_: http.Request) -> http.Response:
        if len(wire.token_requests) == 1:
            return granted("first")
        assert clock.everybody.wait(PATIENCE)
        closed.extend(body.closed for body in bodies)
        return granted("second")

    wire.api, wire.tokens = api, tokens
    assert crowd_of_threads(wire, clock, 2) == [200, 200]
    assert closed == [True, True]


class AsyncTurnstile(Clock):
    """A clock that stands still, and tells a task when so many have read it."""

    def __init__(self, wanted: int) -> None:
        super().__init__()
        self.everybody = asyncio.Event()
        self._wanted = wanted
        self._count = 0

    def monotonic(self) -> float:
        """Count the reader."""
        self._count += 1
        if self._count == self._wanted:
            self.everybody.set()
        return self.now


class AsyncWire:
    """An async API whose token endpoint waits until a test lets it go on."""

    def __init__(self, wanted: int) -> None:
        self.token_requests = 0
        self.started = asyncio.Event()
        self.clock = AsyncTurnstile(wanted)
        self.everybody = self.clock.everybody
        self.go_on = asyncio.Event()
        self.fail_first = False
        self.client = http.AsyncClient(transport=http.MockTransport(self._answer), base_url=API)
        self.client.auth = CREDENTIALS.bind(
            base_url=API, token_url=TOKENS, client=self.client, clock=self.clock
        )

    async def _answer(self, request: http.Request) -> http.Response:
        if str(request.url) != TOKENS:
            return http.Response(200)
        self.token_requests += 1
        number = self.token_requests
        self.started.set()
        await self.go_on.wait()
        if self.fail_first and number == 1:
            raise http.ConnectError("gone", request=request)
        return granted(f"token-{number}")

    async def get(self, timeout: float | None = None) -> int:  # noqa: ASYNC109 - httpx's own
        """Send one request and return the status."""
        return (await self.client.get("/x", timeout=timeout)).status_code


@pytest.mark.anyio
async def test_many_tasks_make_one_token_request() -> None:
    """While the first token request is held until all 200 have come, nobody makes another."""
    wire = AsyncWire(CROWD)
    async with wire.client, asyncio.timeout(PATIENCE):
        tasks = [asyncio.create_task(wire.get()) for _ in range(CROWD)]
        await wire.everybody.wait()
        wire.go_on.set()
        assert await asyncio.gather(*tasks) == [200] * CROWD
    assert wire.token_requests == 1


@pytest.mark.anyio
async def test_a_token_endpoint_out_of_reach_is_tried_once_for_all_tasks() -> None:
    """Those who wait are told, each by an error of its own; after a while it is tried again."""
    wire = AsyncWire(CROWD)
    wire.fail_first = True
    async with wire.client, asyncio.timeout(PATIENCE):
        tasks = [asyncio.create_task(wire.get()) for _ in range(CROWD)]
        await wire.everybody.wait()
        wire.go_on.set()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        assert wire.token_requests == 1
        wire.clock.advance(0.5)
        assert await wire.get() == 200
    assert names(results) == ["APIConnectionError"] * CROWD
    assert nobody_shares(results)


@pytest.mark.anyio
async def test_a_task_that_waits_gives_up_after_its_own_timeouts() -> None:
    """A request with short timeouts does not wait for a leader without any, which goes on."""
    wire = AsyncWire(2)
    async with wire.client, asyncio.timeout(PATIENCE):
        leader = asyncio.create_task(wire.get())
        await wire.started.wait()
        with pytest.raises(APITimeoutError):
            await wire.get(timeout=0.005)
        wire.go_on.set()
        assert await leader == 200
    assert wire.token_requests == 1


@pytest.mark.anyio
async def test_tasks_go_on_after_the_leader_was_cancelled() -> None:
    """A cancelled leader leaves nobody waiting: the next one fetches the token."""
    wire = AsyncWire(CROWD)
    async with wire.client, asyncio.timeout(PATIENCE):
        leader = asyncio.create_task(wire.get())
        await wire.started.wait()
        others = [asyncio.create_task(wire.get()) for _ in range(CROWD - 1)]
        await wire.everybody.wait()
        leader.cancel()
        wire.go_on.set()
        assert await asyncio.gather(*others) == [200] * (CROWD - 1)
    assert leader.cancelled()
    assert wire.token_requests == 2


@pytest.mark.anyio
async def test_a_cancelled_follower_disturbs_nobody() -> None:
    """The leader and the others get the token of the one request that was under way."""
    wire = AsyncWire(3)
    async with wire.client, asyncio.timeout(PATIENCE):
        leader = asyncio.create_task(wire.get())
        await wire.started.wait()
        cancelled, other = (asyncio.create_task(wire.get()) for _ in range(2))
        await wire.everybody.wait()
        cancelled.cancel()
        await asyncio.wait([cancelled])
        wire.go_on.set()
        assert [await leader, await other] == [200, 200]
    assert cancelled.cancelled()
    assert wire.token_requests == 1
