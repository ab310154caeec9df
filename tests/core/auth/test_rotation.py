"""New refresh tokens: told once, and stored before they are used."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest

from talkdesk_core import http
from talkdesk_core.auth import AuthorizationCode, RefreshToken
from talkdesk_core.errors import (
    ConfigurationError,
    TokenError,
)
from tests.core.auth.logins import FIRST, Logins, code, refresh_token
from tests.core.wire import Clock

PATIENCE = 20.0
LATE = 540.0


@pytest.mark.parametrize("description", [code, refresh_token])
def test_each_new_refresh_token_is_told_once_before_its_token_is_used(
    description: Callable[..., AuthorizationCode | RefreshToken],
) -> None:
    """The first one of a code included."""
    events: list[str] = []
    server, clock = Logins(), Clock()

    def api(request: http.Request) -> http.Response:
        events.append(request.headers["Authorization"])
        return http.Response(200)

    server.api = api
    with server.client(description(on_rotation=events.append), clock) as client:
        for _ in range(2):
            client.get("/x")
            client.get("/x")
            clock.now += LATE
    assert events == [
        "refresh-1", "Bearer access-1", "Bearer access-1",
        "refresh-2", "Bearer access-2", "Bearer access-2",
    ]  # fmt: skip


class DiskFullError(Exception):
    """What a callback may raise."""


def test_a_refresh_token_that_could_not_be_stored_stays_in_use() -> None:
    """The request ends with the callback's own error as cause; the next one renews with it."""
    told: list[str] = []
    server, clock = Logins(), Clock()

    def store(token: str) -> None:
        told.append(token)
        if len(told) == 1:
            raise DiskFullError

    with server.client(refresh_token(on_rotation=store), clock) as client:
        with pytest.raises(TokenError, match="on_rotation") as caught:
            client.get("/x")
        assert isinstance(caught.value.__cause__, DiskFullError)
        assert server.sent_tokens == []
        clock.now += 1.0
        assert client.get("/x").status_code == 200
    assert server.spent == [FIRST, "refresh-1"]
    assert told == ["refresh-1", "refresh-2"]


def test_what_ends_a_thread_is_not_swallowed() -> None:
    """An interrupt inside of the callback passes; the new refresh token is in use."""

    def store(token: str) -> None:
        if token == "refresh-1":
            raise KeyboardInterrupt

    server = Logins()
    with server.client(refresh_token(on_rotation=store)) as client:
        with pytest.raises(KeyboardInterrupt):
            client.get("/x")
        assert client.get("/x").status_code == 200
    assert server.spent == [FIRST, "refresh-1"]


def test_a_blocking_client_takes_no_coroutine_function() -> None:
    """It could not await it; a function that returns a coroutine after all has stored nothing."""

    async def store(_: str) -> None:
        """Never called."""

    server = Logins()
    for description in (refresh_token(on_rotation=store), code(store)):
        with pytest.raises(ConfigurationError, match="coroutine function") as caught:
            server.client(description)
        assert caught.value.arguments == ("on_rotation",)

    def begin(token: str) -> object:
        return store(token)

    with (
        server.client(refresh_token(on_rotation=begin)) as client,
        pytest.raises(TokenError) as told,
    ):
        client.get("/x")
    assert isinstance(told.value.__cause__, TypeError)


@pytest.mark.anyio
async def test_an_async_client_awaits_coroutine_functions() -> None:
    """And what a plain function returns, if it has to be; before the access token is used."""
    told: list[str] = []
    server = Logins()

    async def store(token: str) -> None:
        await asyncio.sleep(0)
        assert server.sent_tokens == []
        told.append(token)

    def begin(token: str) -> object:
        return store(token)

    for callback in (store, begin):
        server = Logins()
        async with server.async_client(refresh_token(on_rotation=callback)) as client:
            assert (await client.get("/x")).status_code == 200
    assert told == ["refresh-1"] * 2


@pytest.mark.anyio
async def test_a_plain_function_does_not_hold_up_the_event_loop() -> None:
    """It runs in another thread, and may block there for as long as other tasks like."""
    threads: list[int] = []
    started, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def store(_: str) -> None:
        threads.append(threading.get_ident())
        loop.call_soon_threadsafe(started.set)
        assert go_on.wait(PATIENCE)

    server = Logins()
    async with server.async_client(refresh_token(on_rotation=store)) as client:
        task = asyncio.create_task(client.get("/x"))
        await started.wait()
        go_on.set()
        assert (await task).status_code == 200
    assert threads != [threading.get_ident()]


@pytest.mark.anyio
async def test_an_async_callback_that_fails_is_the_cause() -> None:
    """As in the blocking client, whatever kind of function it is."""

    async def store(_: str) -> None:
        raise DiskFullError

    def store_blocking(_: str) -> None:
        raise DiskFullError

    for callback in (store, store_blocking):
        async with Logins().async_client(refresh_token(on_rotation=callback)) as client:
            with pytest.raises(TokenError) as caught:
                await client.get("/x")
            assert isinstance(caught.value.__cause__, DiskFullError)
