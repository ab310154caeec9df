"""What clients do with the limiter: spaced requests, and a 429 that slows all who share it."""

import asyncio
import threading

import pytest

from talkdesk_core import http
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient
from talkdesk_core.errors import RateLimitError
from talkdesk_core.hooks import Attempt, Hooks
from talkdesk_core.retries import Retries, standard_policy
from tests.core.transport.driving import Connect, answers
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire

QUICK = Retries(standard_policy(attempts=20, first_wait=0.0), 600)


def test_a_ceiling_spaces_requests(connect: Connect) -> None:
    """One every half second, those of copies among them."""
    clock = Clock()
    times: list[float] = []

    def note(_: http.Request) -> http.Response:
        times.append(clock.now - 1000)
        return http.Response(200)

    client = connect(Wire(api=note), clock=clock, rate_limit=2)
    copy = client.with_options(timeout=9)
    for _ in range(3):
        client.request("GET", "/x")
        copy.request("GET", "/x")
    assert times == pytest.approx([0, 0.5, 1, 1.5, 2, 2.5])
    clock.advance(10)
    client.request("GET", "/x")
    copy.request("GET", "/x")
    assert times[6:] == pytest.approx([12.5, 13])


def test_threads_share_the_ceiling() -> None:
    """Twenty threads together send no faster than one."""
    waits: list[float] = []

    class Still(Clock):
        """A clock that stands still: what matters is how long each thread is told to wait."""

        def sleep(self, seconds: float) -> None:
            waits.append(seconds)

    with SyncAPIClient(
        base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=Wire().transport, clock=Still(),
        rate_limit=10,
    ) as client:  # fmt: skip
        threads = [
            threading.Thread(target=client.request, args=("GET", f"/{n}")) for n in range(20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(waits) == pytest.approx([n / 10 for n in range(1, 20)])


def test_tasks_share_the_ceiling() -> None:
    """Twenty tasks together send no faster than one."""
    waits: list[float] = []

    class Still(Clock):
        """A clock that stands still."""

        async def sleep_async(self, seconds: float) -> None:
            waits.append(seconds)
            await asyncio.sleep(0)

    async def send() -> None:
        async with AsyncAPIClient(
            base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=Wire().transport,
            clock=Still(), rate_limit=10,
        ) as client:  # fmt: skip
            await asyncio.gather(*(client.request("GET", f"/{n}") for n in range(20)))

    asyncio.run(send())
    assert sorted(waits) == pytest.approx([n / 10 for n in range(1, 20)])


def test_a_429_pauses_everybody_who_shares_the_client(connect: Connect) -> None:
    """After `Retry-After: 5` to one, nothing of the other is sent for five seconds."""
    clock = Clock()
    times: list[tuple[str, float]] = []
    replies = answers(http.Response(429, headers={"Retry-After": "5"}), 200)

    def note(request: http.Request) -> http.Response:
        times.append((request.url.path, clock.now - 1000))
        return replies(request)

    client = connect(Wire(api=note), clock=clock)
    impatient = client.with_options(retries=0)
    with pytest.raises(RateLimitError):
        impatient.request("GET", "/one")
    client.request("GET", "/two")
    assert times == [("/one", 0), ("/two", pytest.approx(5))]
    client.request("GET", "/three")
    assert times[2][1] > 5  # spaced now, as the brake is on


def test_a_429_voids_the_places_of_threads_that_wait() -> None:
    """Who waits for its place when the brake is pulled waits again, until it is let through."""
    waiting, refused = threading.Event(), threading.Event()
    times: list[tuple[str, float]] = []

    class Halting(Clock):
        """A clock whose first sleeper does not wake before the other thread was refused."""

        def sleep(self, seconds: float) -> None:
            if not waiting.is_set():
                waiting.set()
                assert refused.wait(5)
            super().sleep(seconds)

    clock = Halting()

    def handle(request: http.Request) -> http.Response:
        times.append((request.url.path, clock.now - 1000))
        if request.url.path != "/first":
            return http.Response(200)
        assert waiting.wait(5)
        return http.Response(429, headers={"Retry-After": "30"})

    def begin(attempt: Attempt) -> None:
        if attempt.template == "/first":  # it has its place, and goes out now
            after.start()

    with SyncAPIClient(
        base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=Wire(api=handle).transport,
        clock=clock, rate_limit=1, hooks=Hooks(before_attempt=begin),
    ) as client:  # fmt: skip
        after = threading.Thread(target=client.request, args=("GET", "/second"))
        with pytest.raises(RateLimitError):
            client.with_options(retries=0).request("GET", "/first")
        refused.set()
        after.join(5)
    assert times[0] == ("/first", 0)
    assert times[1][0] == "/second"
    assert times[1][1] >= 30


def test_the_brake_is_let_go_and_all_is_as_before(connect: Connect) -> None:
    """Half a minute without a 429, and nobody waits any more."""
    clock = Clock()
    client = connect(Wire(api=answers(429, 200)), clock=clock, retries=QUICK)
    client.request("GET", "/x")
    assert clock.slept
    clock.advance(60)
    clock.slept.clear()
    for _ in range(50):
        client.request("GET", "/x")
    assert clock.slept == []


def test_another_client_is_not_slowed(connect: Connect) -> None:
    """The limit is that of one client and its copies."""
    clock = Clock()
    wire = Wire(api=answers(429, 200))
    connect(wire, clock=clock, retries=QUICK).request("GET", "/x")
    clock.slept.clear()
    other = connect(wire, clock=clock)
    for _ in range(5):
        other.request("GET", "/x")
    assert clock.slept == []


def test_a_busy_server_is_found_its_pace(connect: Connect) -> None:
    """Against a server that takes 5 a second, few of 100 requests are refused, and none is lost."""
    clock = Clock()
    taken: list[float] = []
    refused = 0

    def bucket(_: http.Request) -> http.Response:
        nonlocal refused
        if len(taken) >= 5 and clock.now - taken[-5] < 1.0:
            refused += 1
            return http.Response(429)
        taken.append(clock.now)
        return http.Response(200)

    client = connect(Wire(api=bucket), clock=clock, retries=QUICK)
    for _ in range(100):
        client.request("GET", "/x")
    assert len(taken) == 100
    assert refused <= 30
    assert clock.now - 1000 <= 120
