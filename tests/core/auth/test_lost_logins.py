"""Token requests of a login of which nobody knows what they did: never sent again."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from talkdesk_core import http
from talkdesk_core.auth import AuthorizationCode, RefreshToken
from talkdesk_core.errors import APIConnectionError, APITimeoutError, TokenError
from tests.core.auth.logins import FIRST, Logins, code, refresh_token
from tests.core.transport.driving import Connect, Wired
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock

Description = Callable[[], AuthorizationCode | RefreshToken]
DESCRIPTIONS = pytest.mark.parametrize("description", [code, refresh_token])
EARLY = 451.0


@pytest.fixture(params=["blocking", "async"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Make clients of either kind, which try four times."""
    with ExitStack() as stack:
        yield Connect(request.param == "async", stack)


@DESCRIPTIONS
@pytest.mark.parametrize("status", [408, 500, 502, 503, 504, 599])
def test_an_endpoint_that_failed_may_have_spent_it(
    connect: Connect, description: Description, status: int
) -> None:
    """A gateway that lost the reply answers so too: one token request, however often one tries."""
    server, clock = Logins(), Clock()
    reply = http.Response(
        status, json={"error": "server_error", "error_description": "Ada"},
        headers={"platform-tid": "tid-7"},
    )  # fmt: skip
    server.reply = lambda _: reply if len(server.forms) == 1 else None
    client = connect(Wired(server), auth=description(), clock=clock)
    with pytest.raises(TokenError) as caught:
        client.request("GET", "/x")
    first = caught.value
    assert str(first) == (
        f"the token endpoint answered the last token request with {status}, and may have spent the "
        "code or refresh token that was in it (error server_error, request id tid-7). "
        f"{TOKENS}. The user may have to sign in again. To send it a second time all the same, "
        "which servers may take for theft, make a new RefreshToken or AuthorizationCode of it"
    )
    assert (first.error, first.description, first.request_id) == ("server_error", "Ada", "tid-7")
    assert first.status_code is first.retry_after is None
    assert isinstance(first.__cause__, TokenError)
    assert first.__cause__.status_code == status
    assert clock.slept == []
    clock.now += 1000.0
    with pytest.raises(TokenError, match=rf"with {status}.*may have to sign in again") as caught:
        client.request("GET", "/x")
    assert caught.value.request_id is None
    assert len(server.forms) == 1
    assert server.sent_tokens == []


@DESCRIPTIONS
@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (429, {}),
        (429, {"Retry-After": "3"}),
        (503, {"Retry-After": "3"}),
        (503, {"Retry-After": "0"}),
        (425, {}),
    ],
)
def test_an_endpoint_that_took_no_request_has_spent_nothing(
    connect: Connect, description: Description, status: int, headers: dict[str, str]
) -> None:
    """The same is sent again by a retry, as late as the endpoint asks."""
    server, clock = Logins(), Clock()
    busy = http.Response(status, headers=headers)
    server.reply = lambda _: busy if len(server.forms) == 1 else None
    client = connect(Wired(server), auth=description(), clock=clock)
    assert client.request("GET", "/x").status_code == 200
    assert len(server.forms) == 2
    assert server.forms[0] == server.forms[1]
    assert sum(clock.slept) >= float(headers.get("Retry-After", 0))


@pytest.mark.parametrize(("status", "after"), [(503, "soon"), (503, ""), (502, "3"), (408, "3")])
def test_what_is_not_clearly_untaken_may_have_spent_it(status: int, after: str) -> None:
    """A time that cannot be read, or a status that says nothing of the server behind a gateway."""
    server, clock = Logins(), Clock()
    server.reply = lambda _: http.Response(status, headers={"Retry-After": after})
    with server.client(refresh_token(), clock) as client:
        for _ in range(2):
            with pytest.raises(TokenError, match="may have to sign in again"):
                client.get("/x")
    assert len(server.forms) == 1


def test_a_new_description_is_a_deliberate_second_try() -> None:
    """Nothing but the program decides to send a refresh token that may be spent."""
    server, clock = Logins(), Clock()
    server.reply = lambda _: http.Response(502) if len(server.forms) == 1 else None
    with server.client(refresh_token(), clock) as client, pytest.raises(TokenError):
        client.get("/x")
    with server.client(refresh_token(), clock) as client:
        assert client.get("/x").status_code == 200
    assert [form["refresh_token"] for form in server.forms] == [FIRST] * 2


def gone(_number: int, request: http.Request) -> None:
    """Lose the reply."""
    message = "gone"
    raise http.ReadTimeout(message, request=request)


def test_a_login_that_is_lost_early_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    """Its last access token is used as long as any, and one line says that no other will come."""
    caplog.set_level(logging.INFO, "talkdesk.auth")
    server, clock = Logins(), Clock()
    with server.client(refresh_token(), clock) as client:
        client.get("/x")
        server.before = gone
        for seconds in (EARLY, 1.0, 87.0):
            clock.now += seconds
            assert client.get("/x").status_code == 200
        clock.now += 2.0
        with pytest.raises(TokenError, match="may have to sign in again"):
            client.get("/x")
    assert len(server.forms) == 2
    (record,) = [record for record in caplog.records if record.name == "talkdesk.auth"]
    assert "was lost" in record.getMessage()


def lost(kind: type[http.RequestError]) -> Callable[[int, http.Request], None]:
    """Return what loses the first token request."""

    def before(number: int, request: http.Request) -> None:
        if number == 1:
            message = "gone"
            raise kind(message, request=request)

    return before


@DESCRIPTIONS
@pytest.mark.parametrize(
    ("kind", "told"),
    [(http.ReadTimeout, APITimeoutError), (http.TransportError, APIConnectionError)],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_request_that_may_have_arrived_is_never_repeated(
    connect: Connect,
    description: Description,
    kind: type[http.RequestError],
    told: type[APIConnectionError],
    method: str,
) -> None:
    """Not by a retry, and not by the next request; of the API request it tells the truth."""
    server, clock = Logins(before=lost(kind)), Clock()
    client = connect(Wired(server), auth=description(), clock=clock)
    with pytest.raises(TokenError) as caught:
        client.request(method, "/x")
    assert str(caught.value) == (
        "the reply to the last token request was lost, and the server may have spent the code or "
        f"refresh token that was in it. {TOKENS}. The user may have to sign in again. To send it a "
        "second time all the same, which servers may take for theft, make a new RefreshToken or "
        "AuthorizationCode of it"
    )
    assert caught.value.status_code is caught.value.retry_after is None
    cause = caught.value.__cause__
    assert isinstance(cause, told)
    assert isinstance(cause, APITimeoutError) == (kind is http.ReadTimeout)
    assert (cause.method, cause.url, cause.attempts) == ("POST", TOKENS, 0)
    assert not cause.may_have_arrived
    assert "the API request was not sent" in str(cause)
    assert isinstance(cause.__cause__, kind)
    assert clock.slept == []
    clock.now += 1000.0
    with pytest.raises(TokenError, match=r"was lost.*may have to sign in again"):
        client.request(method, "/x")
    assert len(server.forms) == 1
    assert server.sent_tokens == []


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
        with pytest.raises(TokenError, match=r"could not be read.*may have to sign in again"):
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
