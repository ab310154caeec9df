"""What an error of a call tells of it when no other attempt is made, and what a policy may say."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from talkdesk_core import errors, http
from talkdesk_core.rate import RateLimiter
from talkdesk_core.retries import Retries, standard_policy
from talkdesk_core.sending import Wait, sending
from talkdesk_core.transport.trip import Trip
from tests.core.transport.driving import Connect, answers
from tests.core.wire import API, Clock, Wire


def waiting(seconds: float, budget: float) -> Retries:
    """Return retries that wait for so long each time."""
    return Retries(lambda _error, _attempt: seconds, budget)


def test_a_call_that_the_rate_does_not_let_through_in_time_tells_all(connect: Connect) -> None:
    """What was asked, that it was not sent, and after how many seconds it might be."""
    client = connect(Wire(), rate_limit=0.1, retries=Retries(budget=5))
    client.request("GET", "/x")
    with pytest.raises(errors.APITimeoutError) as caught:
        client.request("POST", "/x/y", params={"phone": "hush"})
    error = caught.value
    assert (error.method, error.url) == ("POST", f"{API}/x/y")
    assert error.may_have_arrived is False
    assert error.retry_after == pytest.approx(10)
    assert error.attempts == 0
    assert "waiting for the rate limit would take 10 seconds" in str(error)


@pytest.mark.parametrize(("budget", "attempts"), [(2.0, 2), (2.125, 3), (3.0, 3), (3.25, 4)])
def test_a_wait_that_ends_with_the_budget_is_not_begun(
    connect: Connect, budget: float, attempts: int
) -> None:
    """There would be no time left for the attempt after it."""
    wire, clock = Wire(api=answers(503)), Clock()
    with pytest.raises(errors.ServerError) as caught:
        connect(wire, clock=clock, retries=waiting(1.0, budget)).request("GET", "/x")
    assert len(wire.api_requests) == caught.value.attempts == attempts
    assert caught.value.url == f"{API}/x"
    assert clock.slept == [1.0] * (attempts - 1)


def test_a_wait_of_no_seconds_is_none(connect: Connect) -> None:
    """The clock is not asked to wait for it; a fraction of a second is waited for."""
    clock = Clock()
    policy = iter([0.0, 0.25, None])
    retries = Retries(lambda _error, _attempt: next(policy))
    with pytest.raises(errors.ServerError):
        connect(Wire(api=answers(503)), clock=clock, retries=retries).request("GET", "/x")
    assert clock.slept == [0.25]


def test_a_policy_hears_of_each_error_and_its_number(connect: Connect) -> None:
    """From 1 on, with the error that would be raised."""
    heard: list[tuple[str, int, int]] = []

    def policy(error: errors.TalkdeskError, attempt: int) -> float | None:
        assert isinstance(error, errors.APIError)
        heard.append((type(error).__name__, error.status_code, attempt))
        return 0.0

    wire = Wire(api=answers(503, 429, 500, 200))
    connect(wire, retries=Retries(policy)).request("GET", "/x")
    assert heard == [("ServerError", 503, 1), ("RateLimitError", 429, 2), ("ServerError", 500, 3)]


@pytest.mark.parametrize("wrong", [-1, -0.001, "1", True, float("nan"), float("inf"), [1]])
def test_a_policy_that_says_no_seconds_is_told_so(connect: Connect, wrong: Any) -> None:
    """By the name of the argument that it came with; nothing else is sent."""
    wire = Wire(api=answers(503))
    with pytest.raises(errors.ConfigurationError, match="policy of retries has to") as caught:
        connect(wire, retries=Retries(lambda _error, _attempt: wrong)).request("GET", "/x")
    assert caught.value.arguments == ("retries",)
    assert len(wire.api_requests) == 1


def test_a_429_pauses_the_calls_after_it_too(connect: Connect) -> None:
    """For as long as the server asked, even where the call itself gives up."""
    clock = Clock()
    wire = Wire(api=answers(http.Response(429, headers={"Retry-After": "20"}), 200))
    client = connect(wire, clock=clock, retries=0)
    with pytest.raises(errors.RateLimitError):
        client.request("GET", "/x")
    assert clock.slept == []
    client.request("GET", "/x")
    assert clock.slept == [pytest.approx(20)]


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (503, "ServerError 503"),
        (429, "RateLimitError 429"),
        (http.ConnectError("gone"), "APIConnectionError"),
        (http.ReadTimeout("slow"), "APITimeoutError"),
    ],
)
def test_why_a_call_waits_is_logged(
    connect: Connect,
    caplog: pytest.LogCaptureFixture,
    reply: http.Response | Exception | int,
    reason: str,
) -> None:
    """The kind of the error with its status, and nothing else of it."""
    caplog.set_level(logging.DEBUG, "talkdesk.retries")
    wire = Wire(api=answers(reply, 200))
    retries = Retries(standard_policy(random=lambda: 1.0))
    connect(wire, retries=retries).request("GET", "/x")
    (record,) = [each for each in caplog.records if each.name == "talkdesk.retries"]
    assert record.getMessage() == f"GET /x: {reason}; attempt 2 follows in 0.500 s"
    fields = record.__dict__
    assert (fields["http_method"], fields["path_template"]) == ("GET", "/x")
    assert (fields["attempt"], fields["seconds"]) == (2, 0.5)


def test_a_driver_that_forgets_an_outcome_is_told_so() -> None:
    """It is a mistake of this library's, and no reply."""
    clock = Clock()
    request = http.Request("GET", f"{API}/x")
    trip = Trip("GET", "/x", clock.now + 10, 10.0, {}, request)
    steps = sending(trip, Retries(), RateLimiter(clock.monotonic), clock)
    assert not isinstance(next(steps), Wait)
    with pytest.raises(RuntimeError, match="without an outcome"):
        steps.send(None)
