"""Calls that end without a result: what is told of them, and what they leave behind."""

from __future__ import annotations

import asyncio
import ssl
import threading
import traceback
from contextlib import AbstractContextManager
from pathlib import Path
from typing import cast

import pytest

from talkdesk_core import errors, http
from talkdesk_core.auth import StaticToken
from talkdesk_core.client import AsyncAPIClient
from talkdesk_core.rate import RateLimiter
from tests.core.transport.driving import Connect, Wired, answers
from tests.core.wire import API, Clock, Wire

NAME = "Ada Lovelace"


@pytest.mark.parametrize("first", [http.ReadTimeout("late"), 500, 503, 408])
def test_what_an_earlier_attempt_may_have_done_is_told(
    connect: Connect, first: Exception | int
) -> None:
    """The last attempt was not sent, but one before it may have arrived: the error says so."""
    wire = Wire(api=answers(first, http.ConnectError("refused")))
    with pytest.raises(
        errors.APIConnectionError, match=r"sent 4 times.*may have arrived"
    ) as caught:
        connect(Wired(wire)).request("DELETE", "/x")
    assert caught.value.may_have_arrived
    assert caught.value.attempts == 4


def test_what_never_was_sent_is_told(connect: Connect) -> None:
    """As long as no attempt was sent, nothing can have arrived."""
    wire = Wire(api=answers(http.ConnectError("refused")))
    with pytest.raises(errors.APIConnectionError, match="was not sent") as caught:
        connect(Wired(wire)).request("POST", "/x")
    assert not caught.value.may_have_arrived


def test_what_was_refused_before_it_was_done_has_not_arrived(connect: Connect) -> None:
    """429 says that nothing was done; what follows it was not sent."""
    wire = Wire(api=answers(429, http.ConnectError("refused")))
    with pytest.raises(errors.APIConnectionError, match="was not sent") as caught:
        connect(Wired(wire)).request("DELETE", "/x")
    assert caught.value.may_have_arrived is False


def test_a_lost_token_does_not_hide_an_attempt_before(connect: Connect) -> None:
    """The error about the token has a note that the call may have been carried out already."""
    wire = Wire(api=answers(http.ReadTimeout("late"), 401))
    client = connect(Wired(wire))
    wire.tokens = lambda _: http.Response(400) if len(wire.token_requests) > 1 else granted_once()
    with pytest.raises(errors.TokenError) as caught:
        client.request("DELETE", "/x")
    assert caught.value.__notes__ == ["An earlier attempt of this call may have arrived."]


def granted_once() -> http.Response:
    """Return a token."""
    return http.Response(200, json={"access_token": "one", "token_type": "Bearer"})


def variables(error: BaseException) -> str:
    """Return the variables of all frames of an error but those of this file."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    return "".join(
        repr(value)
        for frame in frames
        if frame.f_code.co_filename != __file__ and "driving" not in frame.f_code.co_filename
        for value in frame.f_locals.values()
    )


def test_a_reply_that_is_too_long_is_in_no_frame(connect: Connect) -> None:
    """Error trackers record the variables of frames; parts of the reply are not among them."""
    wire = Wire(api=lambda _: http.Response(200, content=NAME.encode() * 99))
    with pytest.raises(errors.ResponseTooLargeError) as caught:
        connect(Wired(wire), max_response_bytes=100).request("GET", "/x")
    assert NAME not in variables(caught.value)
    assert caught.value.__traceback__ is not None


@pytest.mark.parametrize(
    ("lost", "told"),
    [
        (http.ProxyError(f"407 {NAME} has to sign in"), "the proxy answered 407"),
        (http.ProxyError(f"403 {NAME} may not"), "the proxy answered 403"),
    ],
)
def test_what_a_proxy_refuses_is_not_asked_again(
    connect: Connect, lost: http.ProxyError, told: str
) -> None:
    """A wrong password that is sent again and again locks accounts. Its words are not shown."""
    seen: list[http.Request] = []

    def refuse(request: http.Request) -> http.Response:
        seen.append(request)
        raise lost

    client = connect(Wired(refuse), auth=StaticToken("t"))
    with pytest.raises(errors.APIConnectionError, match=told) as caught:
        client.request("GET", "/x")
    assert len(seen) == 1
    assert NAME not in "".join(traceback.format_exception(caught.value))


def test_a_proxy_that_failed_is_asked_again(connect: Connect) -> None:
    """502 of a proxy may pass."""
    wire = Wire(api=answers(http.ProxyError("502 Bad Gateway"), 200))
    assert connect(Wired(wire)).request("GET", "/x").is_success


def test_a_certificate_that_is_not_trusted_is_said_to_be_so(connect: Connect) -> None:
    """It is no fault of the network, and trying again would not help."""
    seen: list[http.Request] = []

    def distrust(request: http.Request) -> http.Response:
        seen.append(request)
        raise http.ConnectError("no") from ssl.SSLCertVerificationError(1, "self-signed")

    client = connect(Wired(distrust), auth=StaticToken("t"))
    with pytest.raises(errors.APIConnectionError, match=r"certificate.*ssl_context"):
        client.request("GET", "/x")
    assert len(seen) == 1


class Hanging(Clock):
    """A clock whose waits do not end, until it is told otherwise."""

    hangs = True

    async def sleep_async(self, seconds: float) -> None:
        """Wait to be cancelled, or let time pass at once."""
        if self.hangs:
            await asyncio.Event().wait()
        await super().sleep_async(seconds)


def test_cancelled_calls_give_their_places_back() -> None:
    """Sixty calls wait for the rate and are cancelled; the next one waits for one place at most."""

    async def story() -> None:
        wire, clock = Wire(), Hanging()
        async with AsyncAPIClient(
            base_url=API,
            auth=StaticToken("t"),
            transport=wire.transport,
            rate_limit=1,
            clock=clock,
        ) as client:
            await client.request("GET", "/x")
            calls = [asyncio.create_task(client.request("GET", "/x")) for _ in range(60)]
            await asyncio.sleep(0)
            for call in calls:
                call.cancel()
            await asyncio.gather(*calls, return_exceptions=True)
            clock.hangs = False
            await client.request("GET", "/x")
            assert sum(clock.slept) <= 1.0
            assert len(wire.api_requests) == 2

    asyncio.run(story())


def test_who_moves_up_comes_no_sooner_than_the_rate_allows() -> None:
    """A place that was left is taken by one of those who wait, not by two."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic, 1.0)
    first, second, third = (limiter.reserve(99.0) for _ in range(3))
    limiter.leave(second)
    assert limiter.holds(first)
    assert not limiter.holds(third)
    again = [limiter.reserve(99.0).at for _ in range(3)]
    assert again == [first.at + 1, first.at + 2, first.at + 3]


def test_the_line_is_formed_anew_each_time_that_somebody_leaves_it() -> None:
    """Whoever has taken a place since moves up as well."""
    limiter = RateLimiter(Clock().monotonic, 1.0)
    limiter.reserve(99.0)
    limiter.leave(limiter.reserve(99.0))
    leaving, waiting = limiter.reserve(99.0), limiter.reserve(99.0)
    limiter.leave(leaving)
    assert not limiter.holds(waiting)


def test_waiting_too_long_for_the_rate_shows_no_value_of_the_path(connect: Connect) -> None:
    """The template stands in the text, and the error says how often the call was sent."""
    client = connect(Wire(), rate_limit=0.001)
    client.request("GET", "/x")
    with pytest.raises(errors.APITimeoutError, match=r"/people/\{name\}") as caught:
        client.request("GET", "/people/{name}", path_params={"name": "ada"})
    assert "ada" not in str(caught.value)
    assert caught.value.attempts == 0


def test_no_cookie_is_kept_and_no_lock_taken_for_it(connect: Connect) -> None:
    """A lock that was held by another thread when this process was forked off stays locked."""
    wire = Wire(api=lambda _: http.Response(200, headers={"Set-Cookie": "a=b"}))
    client = connect(Wired(wire))
    jar = vars(client.client)["_http"].cookies.jar
    lock = cast("AbstractContextManager[object]", vars(jar)["_cookies_lock"])
    held = threading.Event()
    release = threading.Event()

    def hold() -> None:
        with lock:
            held.set()
            release.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    try:
        assert held.wait(20)
        assert client.request("GET", "/x").is_success
    finally:
        release.set()
        holder.join()
    assert not list(jar)


def test_closing_in_another_event_loop_is_refused_by_name() -> None:
    """Connections belong to the loop that made them."""
    client = AsyncAPIClient(base_url=API, auth=StaticToken("t"), transport=Wire().transport)
    asyncio.run(client.request("GET", "/x"))
    with pytest.raises(errors.ConfigurationError, match="another event loop"):
        asyncio.run(client.aclose())


@pytest.mark.parametrize("content", [None, "", "no certificate"])
def test_certificates_of_the_environment_that_cannot_be_read_are_named(
    content: str | None,
    connect: Connect,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file that is not there or holds none is refused when the client is made."""
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    with pytest.raises(errors.ConfigurationError, match="SSL_CERT_FILE") as caught:
        connect(None)
    assert "SSL_CERT_FILE" in caught.value.arguments
