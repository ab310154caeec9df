"""The same promises under many orders of events: threads and tasks are shuffled by seeds.

Threads are switched as often as Python can, and give way at random at the transport; tasks give way
a random number of times. Each seed is one round, with 40 requests at the moment of expiry: fewer
than in other tests, so that there can be more rounds.
"""

from __future__ import annotations

import asyncio
import random
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from talkdesk_core import http
from talkdesk_core.errors import TokenError
from tests.core.auth.logins import Logins, refresh_token
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire, granted

CROWD = 40
PATIENCE = 20.0
SEEDS = range(5)
EARLY, LATE = 451.0, 541.0


@pytest.fixture(autouse=True)
def nervous_threads() -> Iterator[None]:
    """Switch threads hundreds of times as often as usual."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(2e-5)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


class Shuffle:
    """Gives way at random, by a seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - no secret
        self._lock = threading.Lock()

    def times(self) -> int:
        """Return how often to give way now."""
        with self._lock:
            return self._random.choice((0, 0, 1, 1, 2, 5))

    def threads(self) -> None:
        """Let other threads run."""
        for _ in range(self.times()):
            time.sleep(0)

    async def tasks(self) -> None:
        """Let other tasks run."""
        for _ in range(self.times()):
            await asyncio.sleep(0)


def client_of(wire: Wire, shuffle: Shuffle, clock: Clock) -> http.Client:
    """Return a client whose transport gives way before and after each answer."""

    def answer(request: http.Request) -> http.Response:
        shuffle.threads()
        reply = wire(request)
        shuffle.threads()
        return reply

    client = http.Client(transport=http.MockTransport(answer), base_url=API)
    client.auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=client, clock=clock)
    return client


def crowd(client: http.Client, pool: ThreadPoolExecutor, size: int = CROWD) -> list[int | str]:
    """Send from many threads; return each one's status, or the name of its error."""

    def one() -> int | str:
        try:
            return client.get("/x").status_code
        except TokenError as error:
            return type(error).__name__

    return [future.result(PATIENCE) for future in [pool.submit(one) for _ in range(size)]]


@pytest.mark.parametrize("seed", SEEDS)
def test_threads_at_expiry_make_one_token_request(seed: int) -> None:
    """At the first token, in the early window, in the late one, and after a refusal."""
    wire, clock = Wire(), Clock()
    with (
        client_of(wire, Shuffle(seed), clock) as client,
        ThreadPoolExecutor(CROWD) as pool,
    ):
        for expected, seconds in enumerate((0.0, EARLY, LATE), start=1):
            clock.now += seconds
            assert crowd(client, pool) == [200] * CROWD
            assert len(wire.token_requests) == expected
        wire.valid = {"token-4"}
        assert crowd(client, pool) == [200] * CROWD
        assert len(wire.token_requests) == 4


@pytest.mark.parametrize("seed", SEEDS)
def test_threads_ask_a_failing_endpoint_once(seed: int) -> None:
    """All are refused, with one request; after the wait one asks again for all."""
    wire, clock = Wire(tokens=lambda _: http.Response(503)), Clock()
    with (
        client_of(wire, Shuffle(seed), clock) as client,
        ThreadPoolExecutor(CROWD) as pool,
    ):
        for expected in (1, 2):
            assert crowd(client, pool) == ["TokenError"] * CROWD
            assert len(wire.token_requests) == expected
            clock.now += 60.0
        wire.tokens = lambda _: granted("token")
        assert crowd(client, pool) == [200] * CROWD
    assert len(wire.token_requests) == 3


@pytest.mark.parametrize("seed", SEEDS)
def test_threads_in_a_storm_of_401s_are_damped(seed: int) -> None:
    """Whoever comes when: two tokens at most for 40 requests that are all refused."""
    wire, clock = Wire(valid=set()), Clock()
    with (
        client_of(wire, Shuffle(seed), clock) as client,
        ThreadPoolExecutor(CROWD) as pool,
    ):
        assert crowd(client, pool) == [401] * CROWD
    assert len(wire.token_requests) == 2


@pytest.mark.parametrize("seed", SEEDS)
def test_threads_spend_each_refresh_token_once(seed: int) -> None:
    """Two clients of one login, each new refresh token told once."""
    told: list[str] = []
    shuffle, clock = Shuffle(seed), Clock()

    def api(_: http.Request) -> http.Response:
        shuffle.threads()
        return http.Response(200)

    server = Logins(before=lambda _number, _request: shuffle.threads(), api=api)
    description = refresh_token(on_rotation=told.append)
    with (
        server.client(description, clock) as first,
        server.client(description, clock) as second,
        ThreadPoolExecutor(CROWD) as pool,
    ):
        for _ in range(2):
            futures = [
                pool.submit((first, second)[number % 2].get, "/x") for number in range(CROWD)
            ]
            assert {future.result(PATIENCE).status_code for future in futures} == {200}
            clock.now += LATE
    assert server.spent == ["refresh-0", "refresh-1"]
    assert told == ["refresh-1", "refresh-2"]


def async_client_of(wire: Wire, shuffle: Shuffle, clock: Clock) -> http.AsyncClient:
    """Return an async client whose transport gives way before and after each answer."""

    async def answer(request: http.Request) -> http.Response:
        await shuffle.tasks()
        reply = wire(request)
        await shuffle.tasks()
        return reply

    client = http.AsyncClient(transport=http.MockTransport(answer), base_url=API)
    client.auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=client, clock=clock)
    return client


async def get(client: http.AsyncClient, shuffle: Shuffle) -> int | str:
    """Send one request at some time; return its status, or the name of its error."""
    await shuffle.tasks()
    try:
        return (await client.get("/x")).status_code
    except TokenError as error:
        return type(error).__name__


@pytest.mark.anyio
@pytest.mark.parametrize("seed", SEEDS)
async def test_tasks_at_expiry_make_one_token_request(seed: int) -> None:
    """As threads do."""
    wire, clock, shuffle = Wire(), Clock(), Shuffle(seed)
    async with async_client_of(wire, shuffle, clock) as client:
        for expected, seconds in enumerate((0.0, EARLY, LATE), start=1):
            clock.now += seconds
            found = await asyncio.gather(*(get(client, shuffle) for _ in range(CROWD)))
            assert found == [200] * CROWD
            assert len(wire.token_requests) == expected
        wire.valid = {"token-4"}
        found = await asyncio.gather(*(get(client, shuffle) for _ in range(CROWD)))
        assert found == [200] * CROWD
    assert len(wire.token_requests) == 4


@pytest.mark.anyio
@pytest.mark.parametrize("seed", SEEDS)
async def test_cancelled_tasks_leave_nobody_behind(seed: int) -> None:
    """A third of the tasks is cancelled at random times: all others are served.

    The token request of a login is made once, whoever is cancelled.
    """
    clock, shuffle = Clock(), Shuffle(seed)
    server = Logins(before=lambda _number, _request: shuffle.tasks())
    async with server.async_client(refresh_token(), clock) as client, asyncio.timeout(PATIENCE):
        for spent in (["refresh-0"], ["refresh-0", "refresh-1"]):
            tasks = [asyncio.create_task(get(client, shuffle)) for _ in range(CROWD)]
            for task in tasks[::3]:
                await shuffle.tasks()
                task.cancel()
            found = await asyncio.gather(*tasks, return_exceptions=True)
            served = [one for number, one in enumerate(found) if number % 3]
            assert served == [200] * len(served)
            assert server.spent == spent
            clock.now += LATE
