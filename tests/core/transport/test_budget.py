"""The budget of a call: everything that a call does is within it, whatever it waits for."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkdesk_core import errors, http
from talkdesk_core.client import SyncAPIClient
from talkdesk_core.retries import Retries, standard_policy
from tests.core.transport.driving import Connect, Handle, Parts, Wired, answers
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire, granted

PHASES = {"connect", "read", "write", "pool"}


class Closing(Parts):
    """A body that takes its time when all of it was read."""

    def close(self) -> None:
        """Let time pass."""
        self._before()

    async def aclose(self) -> None:
        """Let time pass."""
        self._before()

    def _next(self) -> Iterator[bytes]:
        for part in self._parts:
            assert isinstance(part, bytes)
            yield part


def patient(budget: float, wait: float = 1.0) -> Retries:
    """Return retries that never give up before the budget does."""
    policy = standard_policy(
        attempts=10_000, first_wait=wait, longest_wait=wait, random=lambda: 1.0
    )
    return Retries(policy, budget)


def taking(seconds: float, clock: Clock, handle: Handle) -> Handle:
    """Let so many seconds pass before each answer."""

    def later(request: http.Request) -> http.Response:
        clock.advance(seconds)
        return handle(request)

    return later


def test_no_attempt_begins_after_the_end_of_the_budget(connect: Connect) -> None:
    """Attempts and waits count: of 11.5 seconds, four rounds of 2 + 1 seconds begin."""
    clock = Clock()
    begun: list[float] = []

    def slow(_: http.Request) -> http.Response:
        begun.append(clock.now - 1000)
        clock.advance(2)
        return http.Response(503)

    with pytest.raises(errors.ServerError) as caught:
        connect(Wire(api=slow), clock=clock, retries=patient(11.5)).request("GET", "/x")
    assert begun == [0, 3, 6, 9]
    assert caught.value.attempts == 4


@settings(max_examples=30)
@given(st.floats(0.1, 5), st.floats(0.1, 5), st.floats(1, 30))
def test_waits_and_attempts_stay_within_the_budget(
    attempt: float, wait: float, budget: float
) -> None:
    """Whatever they take, nothing begins at or after the end, and no wait leads beyond it."""
    clock = Clock()
    begun: list[float] = []

    def slow(_: http.Request) -> http.Response:
        begun.append(clock.now)
        clock.advance(attempt)
        return http.Response(503)

    wire = Wire(api=slow)
    with (
        SyncAPIClient(
            base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport, clock=clock,
            retries=patient(budget, wait),
        ) as client,
        # A reply that comes after the end is none any more.
        pytest.raises((errors.ServerError, errors.APITimeoutError)),
    ):  # fmt: skip
        client.request("GET", "/x")
    assert all(each < 1000 + budget for each in begun)
    assert clock.now < 1000 + budget + attempt


def test_every_phase_of_a_request_is_cut_to_what_is_left(connect: Connect) -> None:
    """No read or connect may take longer than the rest of the budget; the token's neither."""
    clock = Clock()
    wire = Wire(
        tokens=taking(4, clock, lambda _: granted("t")), api=taking(2, clock, answers(503, 200))
    )
    connect(wire, clock=clock, retries=patient(10), timeout=8.0).request("GET", "/x")
    assert wire.token_requests[0].extensions["timeout"] == dict.fromkeys(PHASES, 8.0)
    # One request object is sent twice; what is seen of it is the last state.
    assert wire.api_requests[1].extensions["timeout"] == dict.fromkeys(PHASES, 3.0)


def test_a_timeout_without_end_ends_with_the_budget(connect: Connect) -> None:
    """`Timeout(None)` is cut too; a shorter one is kept as it is."""
    endless = Wire()
    connect(endless, retries=Retries(budget=7)).request("GET", "/x", timeout=http.Timeout(None))
    assert endless.api_requests[0].extensions["timeout"] == dict.fromkeys(PHASES, 7.0)
    mixed = Wire()
    timeout = http.Timeout(None, connect=2.0)
    connect(mixed, retries=Retries(budget=7)).request("GET", "/x", timeout=timeout)
    expected = dict.fromkeys(PHASES, 7.0) | {"connect": 2.0}
    assert mixed.api_requests[0].extensions["timeout"] == expected


def test_a_body_that_trickles_ends_with_the_budget(connect: Connect) -> None:
    """Each part comes within its timeout, and all of them never: that is a timeout."""
    clock = Clock()
    body = Parts((b"x" for _ in range(1000)), before=lambda: clock.advance(4))
    wire = Wire(api=lambda _: http.Response(200, stream=body))
    transport = Wired(wire)
    with pytest.raises(errors.APITimeoutError, match="budget of 30 seconds") as caught:
        connect(transport, clock=clock, retries=Retries(budget=30)).request("GET", "/x")
    assert clock.now - 1000 <= 34
    assert caught.value.url == f"{API}/x"
    assert (caught.value.method, caught.value.attempts) == ("GET", 1)
    assert body.closed == 1
    assert clock.slept == []


def test_a_token_reply_that_trickles_ends_with_the_budget(connect: Connect) -> None:
    """The endpoint counts too; the API request was not sent."""
    clock = Clock()

    def tokens(_: http.Request) -> http.Response:
        parts = (b" " for _ in range(1000))
        return http.Response(200, stream=Parts(parts, before=lambda: clock.advance(4)))

    wire = Wire(tokens=tokens)
    with pytest.raises(errors.APITimeoutError) as caught:
        connect(Wired(wire), clock=clock, retries=Retries(budget=30)).request("POST", "/x")
    assert clock.now - 1000 <= 34
    assert not caught.value.may_have_arrived
    assert caught.value.attempts == 0
    assert wire.api_requests == []


def test_an_attempt_that_comes_too_late_is_not_sent(connect: Connect) -> None:
    """A token that took all of the budget leaves none for the request, which was not sent."""
    clock = Clock()

    def late(_: http.Request) -> http.Response:
        last = b'{"access_token": "t", "expires_in": 600}'
        return http.Response(200, stream=Closing(iter([last]), lambda: clock.advance(31)))

    wire = Wire(tokens=late)
    with pytest.raises(
        errors.APITimeoutError, match=r"30 seconds is spent.*was not sent"
    ) as caught:
        connect(Wired(wire), clock=clock, retries=Retries(budget=30)).request("POST", "/x")
    assert not caught.value.may_have_arrived
    assert caught.value.attempts == 0
    assert wire.api_requests == []


def test_waiting_for_the_rate_counts(connect: Connect) -> None:
    """A place in the line that comes after the end is not waited for."""
    wire, clock = Wire(), Clock()
    client = connect(wire, clock=clock, rate_limit=0.1, retries=Retries(budget=15))
    client.request("GET", "/x")
    client.request("GET", "/x")
    assert clock.slept == [pytest.approx(10)]
    strict = client.with_options(retries=Retries(budget=5))
    with pytest.raises(errors.APITimeoutError, match="rate limit") as caught:
        strict.request("GET", "/x")
    error = caught.value
    assert not error.may_have_arrived
    assert error.attempts == 0
    assert error.retry_after == pytest.approx(10)
    assert len(clock.slept) == 1


def test_who_gives_up_its_place_does_not_hold_up_others(connect: Connect) -> None:
    """Calls that fail because the line is too long leave it as long as it was."""
    clock = Clock()
    client = connect(Wire(), clock=clock, rate_limit=1, retries=Retries(budget=2.5))
    client.request("GET", "/x")
    hasty = client.with_options(retries=Retries(budget=0.5))
    for _ in range(100):
        with pytest.raises(errors.APITimeoutError):
            hasty.request("GET", "/x")
    client.request("GET", "/x")
    assert clock.slept == [pytest.approx(1)]


def test_the_last_error_counts_when_the_line_is_too_long_for_another_attempt(
    connect: Connect,
) -> None:
    """What went wrong is what the server said, not that there was no time to ask it again."""
    wire = Wire(api=answers(http.Response(429, headers={"platform-tid": "tid-7"})))
    retries = Retries(standard_policy(first_wait=0), budget=0.9)
    with pytest.raises(errors.RateLimitError) as caught:
        connect(wire, rate_limit=1, retries=retries).request("GET", "/x")
    assert caught.value.request_id == "tid-7"
    assert len(wire.api_requests) == 1
