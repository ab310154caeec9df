"""One login for many threads, tasks and clients: what it holds is spent once."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from talkdesk_core import http
from talkdesk_core.errors import TokenError
from tests.core.auth.logins import FIRST, Logins, refresh_token
from tests.core.wire import Clock

CROWD = 200
PATIENCE = 20.0
LATE = 540.0


def test_many_threads_rotate_once() -> None:
    """200 threads of two clients of one login at once: one token request, one rotation."""
    told: list[str] = []
    server = Logins()
    description = refresh_token(on_rotation=told.append)
    start = threading.Barrier(CROWD)

    def one(client: http.Client) -> int:
        start.wait(PATIENCE)
        return client.get("/x").status_code

    with (
        server.client(description) as first,
        server.client(description) as second,
        ThreadPoolExecutor(CROWD) as pool,
    ):
        futures = [pool.submit(one, (first, second)[number % 2]) for number in range(CROWD)]
        assert [future.result(PATIENCE) for future in futures] == [200] * CROWD
    assert server.spent == [FIRST]
    assert told == ["refresh-1"]


@pytest.mark.anyio
async def test_blocking_and_async_clients_share_one_login() -> None:
    """The refresh token is spent once, by whoever comes first."""
    server, clock = Logins(), Clock()
    description = refresh_token()
    async with server.async_client(description, clock) as ours:
        with server.client(description, clock) as theirs:
            for _ in range(2):
                results = await asyncio.gather(
                    ours.get("/x"), asyncio.to_thread(theirs.get, "/x"), ours.get("/x")
                )
                assert [result.status_code for result in results] == [200] * 3
                clock.now += LATE
    assert server.spent == [FIRST, "refresh-1"]


@pytest.mark.anyio
async def test_a_cancelled_leader_loses_no_refresh_token() -> None:
    """The token request goes on without the request that began it, and serves the others."""
    go_on, started = asyncio.Event(), asyncio.Event()
    told: list[str] = []

    async def wait() -> None:
        started.set()
        await go_on.wait()

    server = Logins(before=lambda _number, _request: wait())
    async with server.async_client(refresh_token(on_rotation=told.append)) as client:
        leader = asyncio.create_task(client.get("/x"))
        await started.wait()
        others = [asyncio.create_task(client.get("/x")) for _ in range(CROWD)]
        await asyncio.sleep(0)
        leader.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await leader
        assert leader.cancelled()
        go_on.set()
        assert [(await other).status_code for other in others] == [200] * CROWD
    assert server.spent == [FIRST]
    assert told == ["refresh-1"]


@pytest.mark.anyio
async def test_who_waits_for_a_lost_reply_is_told_so() -> None:
    """All get the error of the one request, each an object of its own; nobody sends another."""
    go_on, started = asyncio.Event(), asyncio.Event()

    async def lose(request: http.Request) -> None:
        started.set()
        await go_on.wait()
        message = "gone"
        raise http.ReadTimeout(message, request=request)

    server = Logins(before=lambda _number, request: lose(request))
    async with server.async_client(refresh_token()) as client:
        tasks = [asyncio.create_task(client.get("/x")) for _ in range(20)]
        await started.wait()
        await asyncio.sleep(0)
        go_on.set()
        errors = await asyncio.gather(*tasks, return_exceptions=True)
    assert [type(error) for error in errors] == [TokenError] * 20
    assert all("was lost" in str(error) for error in errors)
    assert len({id(error) for error in errors}) == 20
    assert len(server.forms) == 1


@pytest.mark.anyio
async def test_a_leader_that_is_cancelled_at_once_leaves_nobody_waiting() -> None:
    """Before the token request had its first step: still one request, and all are served."""
    server = Logins()
    async with server.async_client(refresh_token()) as client:
        leader = asyncio.create_task(client.get("/x"))
        await asyncio.sleep(0)
        leader.cancel()
        results = await asyncio.gather(*(client.get("/x") for _ in range(20)))
        assert [result.status_code for result in results] == [200] * 20
    assert server.spent == [FIRST]
