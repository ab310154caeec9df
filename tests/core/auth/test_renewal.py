"""Renewal as requests see it: early, late, after failures and refusals, and with which scopes."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate

import pytest

from talkdesk_core import http
from talkdesk_core.auth import ClientCredentials, Credentials
from talkdesk_core.errors import APIConnectionError, ResponseTooLargeError, TokenError
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire, granted

CROWD = 200
PATIENCE = 20.0
EARLY, LATE = 451.0, 541.0


def client_of(wire: Wire, clock: Clock, credentials: Credentials = CREDENTIALS) -> http.Client:
    """Return an httpx client whose requests are authenticated."""
    client = http.Client(transport=wire.transport, base_url=API)
    client.auth = credentials.bind(base_url=API, token_url=TOKENS, client=client, clock=clock)
    return client


def failing_after_the_first(wire: Wire, reply: http.Response | None = None) -> None:
    """Have the token endpoint grant one token, and then fail."""

    def tokens(request: http.Request) -> http.Response:
        if len(wire.token_requests) == 1:
            return granted("token-1")
        if reply is None:
            message = "gone"
            raise http.ConnectError(message, request=request)
        return reply

    wire.tokens = tokens


@pytest.mark.parametrize("reply", [None, http.Response(503), http.Response(200, text="?")])
def test_an_early_renewal_that_fails_harms_nobody(
    reply: http.Response | None, caplog: pytest.LogCaptureFixture
) -> None:
    """The request that led goes on with the token there is, and one line says so."""
    caplog.set_level(logging.INFO, "talkdesk.auth")
    wire, clock = Wire(), Clock()
    failing_after_the_first(wire, reply)
    with client_of(wire, clock) as client:
        client.get("/x")
        clock.now += EARLY
        for _ in range(3):
            assert client.get("/x").status_code == 200
        assert len(wire.token_requests) == 2
        clock.now += 0.5
        assert client.get("/x").status_code == 200
    assert len(wire.token_requests) == 3
    assert wire.sent_tokens == ["token-1"] * 5
    records = [record for record in caplog.records if record.name == "talkdesk.auth"]
    assert [record.levelname for record in records] == ["INFO"] * 2
    assert "not renewed early" in records[0].getMessage()


def test_a_late_renewal_that_fails_is_an_error() -> None:
    """The token could end on its way."""
    wire, clock = Wire(), Clock()
    failing_after_the_first(wire)
    with client_of(wire, clock) as client:
        client.get("/x")
        clock.now += LATE
        with pytest.raises(APIConnectionError):
            client.get("/x")
    assert wire.sent_tokens == ["token-1"]


def test_an_early_renewal_holds_up_its_leader_only() -> None:
    """While it is under way, 200 other threads get their replies, with the old token."""
    wire, clock = Wire(), Clock()
    started, go_on = threading.Event(), threading.Event()

    def tokens(_: http.Request) -> http.Response:
        if len(wire.token_requests) > 1:
            started.set()
            assert go_on.wait(PATIENCE)
        return granted(f"token-{len(wire.token_requests)}")

    wire.tokens = tokens
    with client_of(wire, clock) as client, ThreadPoolExecutor(CROWD) as pool:
        client.get("/x")
        clock.now += EARLY
        leader = pool.submit(client.get, "/x")
        try:
            assert started.wait(PATIENCE)
            others = [pool.submit(client.get, "/x") for _ in range(CROWD - 1)]
            assert [other.result(PATIENCE).status_code for other in others] == [200] * (CROWD - 1)
        finally:
            go_on.set()
        assert leader.result(PATIENCE).status_code == 200
    assert wire.sent_tokens == ["token-1"] * CROWD + ["token-2"]
    assert len(wire.token_requests) == 2


def test_a_refused_token_does_not_stand_in_for_the_next() -> None:
    """It is refused by the API while its early renewal is under way, which then fails."""
    wire, clock = Wire(valid={"token-1"}), Clock()

    def tokens(request: http.Request) -> http.Response:
        if len(wire.token_requests) == 1:
            return granted("token-1")
        wire.valid = set()
        with ThreadPoolExecutor(1) as pool:
            # It meets the flight, waits for it, and gives up after its own timeout.
            pool.submit(client.get, "/x", timeout=0.001).exception(PATIENCE)
        message = "gone"
        raise http.ConnectError(message, request=request)

    wire.tokens = tokens
    client = client_of(wire, clock)
    with client:
        client.get("/x")
        clock.now += EARLY
        with pytest.raises(APIConnectionError):
            client.get("/x")
    assert wire.sent_tokens == ["token-1", "token-1"]


def test_a_failing_endpoint_is_left_alone() -> None:
    """Requests fail at once, each with an error of its own that says how long; then one asks."""
    wire, clock = Wire(tokens=lambda _: http.Response(500)), Clock()
    errors: list[TokenError] = []
    with client_of(wire, clock) as client:
        for _ in range(50):
            with pytest.raises(TokenError) as caught:
                client.get("/x")
            errors.append(caught.value)
        assert len(wire.token_requests) == 1
        assert len({id(error) for error in errors}) == 50
        waits = [error.retry_after for error in errors]
        assert all(wait is not None and 0.25 <= wait <= 0.5 for wait in waits)
        clock.now += 0.5
        wire.tokens = None
        assert client.get("/x").status_code == 200
    assert len(wire.token_requests) == 2


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_the_endpoint_says_when_to_come_back(form: str) -> None:
    """By seconds or by a date, which is measured by the wall clock."""
    clock = Clock()
    after = "7" if form == "seconds" else formatdate(clock.wall + 7, usegmt=True)
    wire = Wire(tokens=lambda _: http.Response(429, headers={"Retry-After": after}))
    with client_of(wire, clock) as client:
        for seconds in (7.0, 4.0):
            with pytest.raises(TokenError) as caught:
                client.get("/x")
            assert caught.value.retry_after == pytest.approx(seconds)
            clock.advance(3.0)
        clock.advance(1.1)
        wire.tokens = None
        assert client.get("/x").status_code == 200
    assert len(wire.token_requests) == 2


def test_a_reply_that_is_too_long_is_a_token_error() -> None:
    """What the transport refuses to read is no failure of the API's."""

    def tokens(request: http.Request) -> http.Response:
        raise ResponseTooLargeError(9, method=request.method, url=str(request.url))

    wire, clock = Wire(tokens=tokens), Clock()
    with client_of(wire, clock) as client, pytest.raises(TokenError) as caught:
        client.get("/x")
    assert isinstance(caught.value.__cause__, ResponseTooLargeError)
    assert wire.api_requests == []


def test_a_storm_of_401s_does_not_reach_the_token_endpoint() -> None:
    """1,000 requests within a minute, all refused: their own 401s, and a handful of tokens."""
    wire, clock = Wire(valid=set()), Clock()
    with client_of(wire, clock) as client:
        for _ in range(1000):
            assert client.get("/x").status_code == 401
            clock.now += 0.06
        assert len(wire.token_requests) <= 10
        # An accepted token ends it: the next refusal is answered by a new token at once.
        wire.valid = None
        assert client.get("/x").status_code == 200
        seen = len(wire.token_requests)
        wire.valid = {f"token-{seen + 1}"}
        assert client.get("/x").status_code == 200
    assert len(wire.token_requests) == seen + 1


def test_a_refused_token_while_the_endpoint_is_left_alone_tells_of_the_endpoint() -> None:
    """Nothing is asked for that cannot be had, and a 401 would lead astray."""
    wire, clock = Wire(), Clock()
    failing_after_the_first(wire, http.Response(503))
    with client_of(wire, clock) as client:
        client.get("/x")
        clock.now += EARLY
        client.get("/x")
        wire.valid = set()
        with pytest.raises(TokenError) as caught:
            client.get("/x")
    assert caught.value.is_earlier
    assert len(wire.token_requests) == 2


def with_scope(text: object) -> http.Response:
    """Return a grant of scopes."""
    return http.Response(200, json={"access_token": "t", "expires_in": 600, "scope": text})


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the warnings about tokens."""
    return [
        record.getMessage()
        for record in caplog.records
        if record.name == "talkdesk.auth" and record.levelno == logging.WARNING
    ]


def test_a_scope_that_is_silently_not_granted_is_named(caplog: pytest.LogCaptureFixture) -> None:
    """Once for each set that is missing, not at each renewal."""
    replies = ["a", "a", "a c", "c a b d", "", "a"]
    wire, clock = Wire(), Clock()
    wire.tokens = lambda _: with_scope(replies[len(wire.token_requests) - 1])
    with client_of(wire, clock, ClientCredentials("i", "s", scope="a b c d")) as client:
        for _ in replies:
            client.get("/x")
            clock.now += LATE
    found = warnings(caplog)
    assert len(found) == 3
    for text, names in zip(found, ("b c d", "b d", "a b c d"), strict=True):
        assert f"without scopes that were asked for: {names};" in text


@pytest.mark.parametrize(
    ("asked", "reply"),
    [("a b", None), ("a b", "b a"), ("a b", "b a c"), (None, "a"), ("a", ["a"]), ("a", 5)],
)
def test_scopes_that_are_granted_or_not_stated_are_no_warning(
    asked: str | None, reply: object, caplog: pytest.LogCaptureFixture
) -> None:
    """RFC 6749 section 5.1: a reply without a scope grants what was asked for."""
    wire = Wire(tokens=lambda _: with_scope(reply))
    with client_of(wire, Clock(), ClientCredentials("i", "s", scope=asked)) as client:
        client.get("/x")
    assert warnings(caplog) == []


def test_a_token_request_shares_the_budget_of_the_call() -> None:
    """Timeout and the call's own extension pass over; no other extension does."""
    wire, budget = Wire(), object()
    with client_of(wire, Clock()) as client:
        client.get("/x", timeout=3.0, extensions={"talkdesk": budget, "trace": print})
    (request,) = wire.token_requests
    assert request.extensions["talkdesk"] is budget
    assert request.extensions["timeout"] == http.Timeout(3.0).as_dict()
    assert "trace" not in request.extensions


def test_the_wall_clock_may_jump() -> None:
    """Suspended machines and wrong time servers change nothing about a token's life."""
    wire, clock = Wire(), Clock()
    with client_of(wire, clock) as client:
        for jump in (0.0, 1e8, -2e8, 5e8):
            clock.wall += jump
            client.get("/x")
        assert len(wire.token_requests) == 1
        clock.now += LATE
        client.get("/x")
    assert len(wire.token_requests) == 2
