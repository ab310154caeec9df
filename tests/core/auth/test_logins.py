"""Codes and refresh tokens: spent once, rotated once, stored before they are used, never lost."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from talkdesk_core import http
from talkdesk_core.auth import AuthorizationCode, ClientCredentials, RefreshToken
from talkdesk_core.errors import (
    APIConnectionError,
    APITimeoutError,
    ConfigurationError,
    TokenError,
)
from tests.core.auth.logins import CODE, FIRST, Logins, code, refresh_token
from tests.core.wire import API, CREDENTIALS, SECRET, TOKENS, Clock

CROWD = 200
PATIENCE = 20.0
LATE = 540.0


def test_a_code_is_redeemed_as_the_rfcs_say() -> None:
    """With the login's redirect URI and PKCE verifier, once; then refresh tokens take over."""
    server, clock = Logins(), Clock()
    with server.client(code(), clock) as client:
        for _ in range(3):
            client.get("/x")
            clock.now += LATE
    assert server.forms == [
        {
            "grant_type": "authorization_code",
            "code": CODE,
            "redirect_uri": "https://app.test/cb",
            "code_verifier": "v" * 43,
        },
        {"grant_type": "refresh_token", "refresh_token": "refresh-1"},
        {"grant_type": "refresh_token", "refresh_token": "refresh-2"},
    ]
    assert server.sent_tokens == ["Bearer access-1", "Bearer access-2", "Bearer access-3"]


def test_a_refresh_token_may_narrow_its_scope() -> None:
    """The client's scope, where there is one, is asked for at each renewal."""
    server = Logins()
    with server.client(refresh_token(ClientCredentials("i", "s", scope="a b"))) as client:
        client.get("/x")
    assert server.forms[0] == {
        "grant_type": "refresh_token",
        "refresh_token": FIRST,
        "scope": "a b",
    }


def test_without_rotation_the_old_refresh_token_stays() -> None:
    """A reply without one keeps it, and nobody is told anything."""
    told: list[str] = []
    server, clock = Logins(rotates=False), Clock()
    with server.client(refresh_token(on_rotation=told.append), clock) as client:
        for _ in range(3):
            client.get("/x")
            clock.now += LATE
    assert [form["refresh_token"] for form in server.forms] == [FIRST] * 3
    assert told == []


def test_the_same_refresh_token_again_is_no_rotation() -> None:
    """Servers that do not rotate may repeat it."""
    told: list[str] = []
    server = Logins(
        reply=lambda _: http.Response(200, json={"access_token": "a", "refresh_token": FIRST})
    )
    with server.client(refresh_token(on_rotation=told.append)) as client:
        client.get("/x")
    assert told == []


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


def test_copies_are_the_same_login() -> None:
    """Copying does not double what can be spent once; pickling to another process is refused."""
    for description in (refresh_token(), code()):
        assert copy.copy(description) is copy.deepcopy(description) is description
        with pytest.raises(TypeError, match="cannot be pickled"):
            pickle.dumps(description)


def test_one_login_belongs_to_one_endpoint() -> None:
    """A refresh token is not sent to another account's endpoint."""
    description = refresh_token()
    with Logins().client(description) as client:
        with pytest.raises(ConfigurationError, match="one login belongs to one endpoint"):
            description.bind(base_url=API, token_url="https://other.test/t", client=client)
        with pytest.raises(ConfigurationError, match="token endpoint"):
            refresh_token().bind(base_url=API, token_url=None, client=client)


def test_without_a_refresh_token_the_user_has_to_sign_in_again() -> None:
    """Once the access token has ended nothing is sent, and nothing is worth waiting for."""
    server, clock = Logins(brings_refresh_token=False), Clock()
    with server.client(code(), clock) as client:
        client.get("/x")
        clock.now += 600.0
        for _ in range(2):
            with pytest.raises(TokenError, match="sign in again") as caught:
                client.get("/x")
            assert caught.value.status_code is caught.value.retry_after is None
    assert len(server.forms) == 1


def test_the_access_token_of_a_code_alone_is_used_to_its_end() -> None:
    """There is nothing to renew it with, early or late; then one has to sign in again."""
    server, clock = Logins(brings_refresh_token=False), Clock()
    with server.client(code(), clock) as client:
        for seconds in (0.0, 451.0, 90.0, 58.0):
            clock.now += seconds
            assert client.get("/x").status_code == 200
        clock.now += 2.0
        with pytest.raises(TokenError, match="sign in again"):
            client.get("/x")
    assert len(server.forms) == 1


def test_a_refused_login_is_not_asked_for_again() -> None:
    """`invalid_grant` stays `invalid_grant`: spent, expired or revoked."""
    server = Logins(reply=lambda _: http.Response(400, json={"error": "invalid_grant"}))
    clock = Clock()
    with server.client(refresh_token(), clock) as client:
        with pytest.raises(TokenError) as caught:
            client.get("/x")
        assert caught.value.error == "invalid_grant"
        assert "sign in again" in str(caught.value)
        assert "region" not in str(caught.value)
        clock.now += 1000.0
        with pytest.raises(TokenError, match="sign in again"):
            client.get("/x")
    assert len(server.forms) == 1


def test_an_endpoint_that_failed_has_spent_nothing() -> None:
    """After a while the same refresh token is sent again."""
    server, clock = Logins(), Clock()
    server.reply = lambda _: http.Response(503) if len(server.forms) == 1 else None
    with server.client(refresh_token(), clock) as client:
        with pytest.raises(TokenError):
            client.get("/x")
        clock.now += 0.5
        assert client.get("/x").status_code == 200
    assert [form["refresh_token"] for form in server.forms] == [FIRST] * 2


def lost(kind: type[http.RequestError]) -> Callable[[int, http.Request], None]:
    """Return what loses the first token request."""

    def before(number: int, request: http.Request) -> None:
        if number == 1:
            message = "gone"
            raise kind(message, request=request)

    return before


@pytest.mark.parametrize("description", [code, refresh_token])
@pytest.mark.parametrize(
    ("kind", "told"),
    [(http.ReadTimeout, APITimeoutError), (http.TransportError, APIConnectionError)],
)
def test_a_request_that_may_have_arrived_is_never_repeated(
    description: Callable[[], AuthorizationCode | RefreshToken],
    kind: type[http.RequestError],
    told: type[APIConnectionError],
) -> None:
    """Not by a retry, which the error tells to give up, and not by the next request."""
    server, clock = Logins(before=lost(kind)), Clock()
    with server.client(description(), clock) as client:
        with pytest.raises(told) as caught:
            client.get("/x")
        assert caught.value.may_have_arrived
        assert caught.value.method == "POST"
        clock.now += 1000.0
        with pytest.raises(TokenError, match=r"was lost.*sign in again"):
            client.get("/x")
    assert len(server.forms) == 1


@pytest.mark.parametrize("kind", [http.ConnectError, http.ConnectTimeout])
def test_a_request_that_cannot_have_arrived_is_repeated(kind: type[http.RequestError]) -> None:
    """Without a connection nothing is spent."""
    server, clock = Logins(before=lost(kind)), Clock()
    with server.client(refresh_token(), clock) as client:
        with pytest.raises(APIConnectionError) as caught:
            client.get("/x")
        assert not caught.value.may_have_arrived
        clock.now += 0.5
        assert client.get("/x").status_code == 200
    assert server.spent == [FIRST]


def test_a_token_request_of_a_client_may_always_be_repeated() -> None:
    """It does no harm to ask twice for a client's own token: the API request was not sent."""

    def answer(request: http.Request) -> http.Response:
        message = "gone"
        raise http.TransportError(message, request=request)

    client = http.Client(transport=http.MockTransport(answer), base_url=API)
    client.auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=client, clock=Clock())
    with client, pytest.raises(APIConnectionError) as caught:
        client.get("/x")
    assert not caught.value.may_have_arrived


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"access_token": ""}'])
def test_a_grant_that_cannot_be_read_may_have_spent_it(content: bytes) -> None:
    """A 2xx whose words are lost is as bad as a lost reply."""
    server, clock = Logins(reply=lambda _: http.Response(200, content=content)), Clock()
    with server.client(refresh_token(), clock) as client:
        with pytest.raises(TokenError):
            client.get("/x")
        clock.now += 1000.0
        with pytest.raises(TokenError, match=r"could not be read.*sign in again"):
            client.get("/x")
    assert len(server.forms) == 1


class Interrupt(BaseException):
    """Ends a request as a signal would."""


def test_an_interrupted_request_is_not_repeated() -> None:
    """Nobody knows what became of it; those who wait are told, and nothing is sent."""

    def before(number: int, _: http.Request) -> None:
        if number == 1:
            raise Interrupt

    server = Logins(before=before)
    with server.client(refresh_token()) as client:
        with pytest.raises(Interrupt):
            client.get("/x")
        with pytest.raises(TokenError, match="was lost"):
            client.get("/x")
    assert len(server.forms) == 1


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
    """All get the error of the one request, each a copy of its own; nobody sends another."""
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
    assert [type(error) for error in errors] == [APITimeoutError] * 20
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


@pytest.mark.parametrize(
    ("make", "argument"),
    [
        (lambda: RefreshToken(CREDENTIALS, ""), "refresh_token"),
        (lambda: RefreshToken(CREDENTIALS, "hush\n"), "refresh_token"),
        (lambda: RefreshToken("hush", "t"), "client"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (lambda: RefreshToken(CREDENTIALS, "t", on_rotation="hush"), "on_rotation"),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        (lambda: AuthorizationCode(CREDENTIALS, "", redirect_uri="https://a.test"), "code"),
        (lambda: AuthorizationCode(CREDENTIALS, "c", redirect_uri=""), "redirect_uri"),
        (
            lambda: AuthorizationCode(
                CREDENTIALS, "c", redirect_uri="https://a.test", code_verifier="hush"
            ),
            "code_verifier",
        ),
        (
            lambda: AuthorizationCode(
                CREDENTIALS, "c", redirect_uri="https://a.test", code_verifier="hush " * 10
            ),
            "code_verifier",
        ),
    ],
)
def test_what_cannot_be_sent_is_refused(make: Callable[[], Any], argument: str) -> None:
    """The error names the argument and does not quote it."""
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert caught.value.arguments == (argument,)
    assert "hush" not in str(caught.value)


def test_descriptions_show_no_secret() -> None:
    """Neither printed nor in the parts that are printed with them."""
    for description in (refresh_token(), code()):
        shown = f"{description!r} {description!s}"
        for hidden in (SECRET, FIRST, CODE, "v" * 43):
            assert hidden not in shown
    with pytest.raises(AttributeError):
        refresh_token().refresh_token = "another"  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
