"""The clock of a sandbox goes by its source until it is moved, and all that is dated goes by it."""

import math
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.clock import SandboxClock
from talkdesk_sandbox.errors import SandboxOptionError
from tests.sandbox.callback_calls import request_body
from tests.sandbox.caller import fetch_token, signed_in
from tests.sandbox.document import EffectiveDocument

LIST = "/schedule-callbacks"
CLOCK = "/_sandbox/clock"
START = datetime(2026, 3, 2, 15, tzinfo=UTC)


class Source:
    """A time that stands still until it is set."""

    def __init__(self) -> None:
        self.seconds = START.timestamp()

    def __call__(self) -> float:
        """Return the seconds since 1970."""
        return self.seconds


@pytest.fixture
def source() -> Source:
    """The time outside."""
    return Source()


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox that goes by a time which stands still."""
    with Sandbox(callbacks=1, clock=Source()) as sandbox:
        yield sandbox


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with a token; its sandbox's clock has not been moved."""
    sandbox.clock.reset()
    with signed_in(sandbox) as client:
        yield client


def test_a_clock_goes_by_its_source_from_wherever_it_was_put(source: Source) -> None:
    """It neither stops nor changes its pace, and a reset forgets how it was moved."""
    clock = SandboxClock(source)
    assert clock.now() == START
    clock.advance(90)
    source.seconds += 10
    assert (clock.now(), clock.offset) == (START + timedelta(seconds=100), 90)
    clock.set(datetime(2020, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))))
    source.seconds += 5
    assert clock.now() == datetime(2020, 1, 1, second=5, tzinfo=UTC)
    clock.reset()
    assert clock() == source.seconds


@given(st.lists(st.floats(0, 1e9), max_size=5))
def test_advances_add_up(steps: list[float]) -> None:
    """However long each of them is."""
    clock = SandboxClock(Source())
    for step in steps:
        clock.advance(step)
    assert math.isclose(clock(), START.timestamp() + math.fsum(steps))


@pytest.mark.parametrize("seconds", [-0.001, math.nan, math.inf, -math.inf, 1e12])
def test_a_clock_does_not_advance_to_nowhere(seconds: float, source: Source) -> None:
    """Back, never, or beyond the year 9999: an error, and the clock stays."""
    clock = SandboxClock(source)
    with pytest.raises(SandboxOptionError):
        clock.advance(seconds)
    assert clock.now() == START


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 2),
        datetime(1969, 12, 31, tzinfo=UTC),
    ],
)
def test_a_clock_is_set_to_an_instant_since_1970(moment: datetime, source: Source) -> None:
    """A time without a zone is none."""
    clock = SandboxClock(source)
    with pytest.raises(SandboxOptionError):
        clock.set(moment)
    assert clock.now() == START


@given(st.floats(0, 1e12), st.integers(0, 10**9))
def test_a_clock_never_shows_the_year_10000(source_seconds: float, later: int) -> None:
    """However far its source has gone; it stands still at the end, and can be read there."""
    source = Source()
    clock = SandboxClock(source)
    clock.set(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
    source.seconds += later + source_seconds
    assert clock.now().year == 9999


def test_at_the_end_of_time_everything_still_answers(document: EffectiveDocument) -> None:
    """The route of the clock, and what is created then."""
    source = Source()
    with Sandbox(callbacks=0, clock=source) as sandbox:
        sandbox.clock.set(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC))
        source.seconds += 3600
        with signed_in(sandbox) as client:
            assert client.get(CLOCK).json()["now"] == "9999-12-31T23:59:59.999Z"
            made = client.post(LIST, json=request_body())
            assert made.status_code == 201
            assert document.faults("Callback", made.json()) == []
            assert client.post("/campaigns", json={"name": "Last"}).status_code == 201


def test_tokens_expire_when_the_clock_is_moved(sandbox: Sandbox, client: httpx.Client) -> None:
    """From Python and over the wire; a new token is good again, and none of the tests waits."""
    assert client.get(LIST).status_code == 200
    sandbox.clock.advance(600)
    assert client.get(LIST).status_code == 401
    client.headers["Authorization"] = f"Bearer {fetch_token(client, sandbox)}"
    assert client.get(LIST).status_code == 200
    client.post(CLOCK, json={"advance": 599.5})
    assert client.get(LIST).status_code == 200
    client.post(CLOCK, json={"advance": 0.5})
    assert client.get(LIST).status_code == 401


def test_the_route_moves_the_clock_of_the_sandbox(sandbox: Sandbox, client: httpx.Client) -> None:
    """It needs no token, and every reply says what time it is."""
    del client.headers["Authorization"]
    assert client.get(CLOCK).json() == {"now": "2026-03-02T15:00:00Z", "ahead": 0}
    moved = {"now": "2026-03-02T15:00:01.500Z", "ahead": 1.5}
    assert client.post(CLOCK, json={"advance": 1.5}).json() == moved
    assert client.get(CLOCK).json() == moved
    put = client.post(CLOCK, json={"set": "2026-03-03T16:00:00+01:00"})
    assert put.json() == {"now": "2026-03-03T15:00:00Z", "ahead": 86_400}
    assert sandbox.clock.now() == START + timedelta(days=1)
    assert client.delete(CLOCK).status_code == 204
    assert sandbox.clock.now() == START


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{}",
        '{"advance": 1, "set": "2026-03-02T15:00:00Z"}',
        '{"advance": -1}',
        '{"advance": 1e12}',
        '{"advance": "1"}',
        '{"set": "2026-03-02"}',
        '{"set": "1969-12-31T23:59:59Z"}',
        '{"set": "0001-01-01T00:00:00+01:00"}',
        '{"set": "9999-12-31T23:59:59-01:00"}',
        '{"set": "soon"}',
        '{"ahead": 1}',
    ],
)
def test_a_wrong_move_is_refused(
    body: str, sandbox: Sandbox, client: httpx.Client, document: EffectiveDocument
) -> None:
    """400, and the clock stays."""
    reply = client.post(CLOCK, content=body)
    assert reply.status_code == 400
    assert document.faults("Error", reply.json()) == []
    assert reply.json()["fields"]
    assert sandbox.clock.now() == START
