"""The standard policy: which error is worth another attempt, and after how long."""

import math
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkdesk_core import errors
from talkdesk_core.error_replies import api_error
from talkdesk_core.retries import Retries, RetryPolicy, checked_retries, standard_policy
from tests.core.test_errors import NOW

URL = "https://api.example.test/x"
REPEATED = {408, 425, 429}
# Of any other method nobody knows what a second one would do (RFC 9110 section 9.2.2).
TWICE_IS_TWO = {"POST", "PATCH", "LOCK", "MERGE", "PURGE"}
METHODS = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", *sorted(TWICE_IS_TWO)]


def status_error(
    status: int, method: str = "GET", retry_after: str | None = None
) -> errors.APIError:
    """Return the error of a status."""
    return api_error(
        status_code=status,
        headers={} if retry_after is None else {"retry-after": retry_after},
        body=b"",
        method=method,
        url=URL,
        attempts=1,
        now=NOW,
    )


@pytest.mark.parametrize("method", METHODS)
def test_a_status_is_tried_again_by_the_table(method: str) -> None:
    """408, 425, 429 and 5xx; for methods that are not idempotent only 429: nothing was done."""
    policy = standard_policy()
    statuses = {*range(300, 600), 999}
    repeated = {code for code in statuses if policy(status_error(code, method), 1) is not None}
    assert repeated == ({429} if method in TWICE_IS_TWO else REPEATED | {*range(500, 600), 999})


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("kind", [errors.APIConnectionError, errors.APITimeoutError])
@pytest.mark.parametrize("may_have_arrived", [True, False])
def test_a_lost_request_is_tried_again_where_that_does_no_harm(
    method: str, kind: type[errors.APIConnectionError], may_have_arrived: bool
) -> None:
    """Idempotent methods always, others only if they cannot have arrived."""
    error = kind("X", method=method, url=URL, may_have_arrived=may_have_arrived)
    expected = method not in TWICE_IS_TWO or not may_have_arrived
    assert (standard_policy()(error, 1) is not None) is expected


@pytest.mark.parametrize("status", [200, 302, 400, 401, 403, 404, 408, 425, 429, 500, 503, 599])
def test_a_token_endpoint_is_asked_again_if_it_may_recover(status: int) -> None:
    """A refusal stays one; a failure, or being asked too much, passes. Nothing was sent yet."""
    error = errors.TokenError("p", url=URL, status_code=status, hint="h")
    wait = standard_policy()(error, 1)
    assert (wait is not None) is (status in REPEATED or status >= 500)


@pytest.mark.parametrize(
    "error",
    [
        errors.TalkdeskError("x"),
        errors.ConfigurationError("x"),
        errors.ArgumentError("page", "takes 1"),
        errors.ClientClosedError("x"),
        errors.ResponseDecodeError(expected="a", got="b"),
        errors.ResponseTooLargeError(5, method="GET", url=URL),
        errors.PaginationError("x", operation="y"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_would_fail_again_is_not_tried_again(error: errors.TalkdeskError) -> None:
    """Errors of the caller, and replies that are what they are."""
    assert standard_policy()(error, 1) is None


seconds = st.just(0.0) | st.floats(1e-6, 1e6)
shares = st.floats(0, 1)


@given(seconds, seconds, shares, st.integers(1, 5000))
def test_the_wait_is_a_share_of_a_bound_that_doubles(
    first: float, longest: float, share: float, attempt: int
) -> None:
    """Full jitter: anything from 0 to min(longest, first times 2 to the attempts before)."""
    policy = standard_policy(
        attempts=10_000, first_wait=first, longest_wait=longest, random=lambda: share
    )
    wait = policy(status_error(503), attempt)
    assert wait is not None
    doubled = longest if attempt > 100 and first > 0 else first * 2.0 ** min(attempt - 1, 100)
    assert wait == pytest.approx(min(longest, doubled) * share)


def test_the_defaults_are_the_documented_ones() -> None:
    """Four attempts; up to 0.5, 1 and 2 seconds between them; at most 8; at most 60 asked for."""
    policy = standard_policy(random=lambda: 1.0)
    error = status_error(503)
    assert [policy(error, attempt) for attempt in range(1, 6)] == [0.5, 1.0, 2.0, None, None]
    patient = standard_policy(attempts=99, random=lambda: 1.0)
    assert [patient(error, attempt) for attempt in (4, 5, 6, 98, 99)] == [4.0, 8.0, 8.0, 8.0, None]
    assert policy(status_error(429, retry_after="60"), 1) == 60
    assert policy(status_error(429, retry_after="60.1"), 1) is None
    assert Retries().budget == 120.0


def test_the_default_jitter_is_random() -> None:
    """Two clients that failed together do not come back together."""
    policy = standard_policy()
    waits = {policy(status_error(503), 1) for _ in range(20)}
    assert len(waits) > 10


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("7", 7.0),
        ("0", 0.2),
        ("0.1", 0.2),
        ("1.5", 1.5),
        ("Sun, 01 Mar 2026 12:00:30 GMT", 30.0),
        ("Sun, 01 Mar 2026 11:00:00 GMT", 0.2),
        ("Sun, 01 Mar 2026 12:01:01 GMT", None),
        ("61", None),
        ("soon", 0.2),
        ("-5", 0.2),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_obeyed_up_to_its_cap(header: str, asked: float | None, status: int) -> None:
    """Seconds, a fraction or a date; less than the jitter does not shorten it; too long gives up.

    A date that has passed, and what cannot be read, ask for nothing.
    """
    policy = standard_policy(random=lambda: 0.4)
    assert policy(status_error(status, retry_after=header), 1) == asked


def test_the_wait_that_a_back_off_asks_for_is_obeyed() -> None:
    """A failed connection may say how long its endpoint is left alone."""
    policy = standard_policy(random=lambda: 0.0)
    for asked, expected in ((None, 0.0), (3.0, 3.0), (60.0, 60.0), (61.0, None)):
        error = errors.APIConnectionError(
            "X", method="POST", url=URL, may_have_arrived=False, retry_after=asked
        )
        assert policy(error, 1) == expected


@given(st.integers(1, 50), st.integers(1, 60))
def test_attempts_are_a_bound(attempts: int, attempt: int) -> None:
    """After the last one nothing is tried again."""
    wait = standard_policy(attempts=attempts)(status_error(503), attempt)
    assert (wait is not None) is (attempt < attempts)


async def later(_error: errors.TalkdeskError, _attempt: int) -> float | None:
    """Decide where nobody awaits it."""
    return None


def later_never(*_: object) -> float | None:
    """Give up."""
    return None


def of_one(error: object) -> float | None:
    """Take too little."""
    return None if error else 0


# Each would fail at the first failure of a request, in place of it.
NO_RANDOM: list[Any] = [5, "hush", random, of_one]
NO_POLICY: list[Any] = [5, "hush", standard_policy, Retries, of_one, later]


WRONG: list[tuple[str, Callable[[], object]]] = [
    ("attempts", lambda: standard_policy(attempts=0)),
    ("attempts", lambda: standard_policy(attempts=True)),
    ("attempts", lambda: standard_policy(attempts=1.0)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ("first_wait", lambda: standard_policy(first_wait=-1)),
    ("longest_wait", lambda: standard_policy(longest_wait=math.nan)),
    ("longest_retry_after", lambda: standard_policy(longest_retry_after=math.inf)),
    ("budget", lambda: Retries(budget=0)),
    ("budget", lambda: Retries(budget=math.nan)),
    ("budget", lambda: Retries(budget=math.inf)),
    ("budget", lambda: Retries(budget=True)),
    ("budget", lambda: Retries(budget=86_400.1)),
    ("budget", lambda: Retries(budget=1e12)),
    *[("random", lambda value=value: standard_policy(random=value)) for value in NO_RANDOM],
    *[("policy", lambda value=value: Retries(policy=value)) for value in NO_POLICY],
    *[
        ("retries", lambda value=value: checked_retries(value))
        for value in (-1, True, False, 1.0, "1", standard_policy(), Retries)
    ],
]


@pytest.mark.parametrize(("named", "make"), WRONG)
def test_numbers_out_of_range_are_refused_by_name(named: str, make: Callable[[], object]) -> None:
    """When they are stated, not when a request fails."""
    with pytest.raises(errors.ConfigurationError, match=named) as caught:
        make()
    assert caught.value.arguments == (named,)


def test_errors_about_a_policy_say_what_to_do() -> None:
    """The function that makes the policy, in its place, is to be called; a budget has a most."""
    wrong: Any = standard_policy
    with pytest.raises(errors.ConfigurationError, match=r"standard_policy\(\).*call it"):
        Retries(wrong)
    with pytest.raises(errors.ConfigurationError, match="86,400"):
        Retries(budget=86_401)
    assert Retries(budget=86_400).budget == 86_400


def test_a_policy_is_anything_that_takes_an_error_and_a_number() -> None:
    """An object, a method, a built-in function that says nothing of its arguments."""

    class Policy:
        def __call__(self, error: errors.TalkdeskError, attempt: int) -> float | None:
            return attempt if error.args else None

        def method(self, *_: object) -> float | None:
            return 0

    built_in: Any = max
    policies: list[RetryPolicy] = [Policy(), Policy().method, later_never, built_in]
    assert all(Retries(policy).policy == policy for policy in policies)


def test_a_number_of_retries_is_a_policy() -> None:
    """0 tries once, 2 three times; None is the default, and a `Retries` is taken as it is."""

    def attempts(policy: RetryPolicy) -> int:
        return next(n for n in range(1, 99) if policy(status_error(503), n) is None)

    assert [attempts(checked_retries(count).policy) for count in (0, 2, None)] == [1, 3, 4]
    own = Retries(budget=5)
    assert checked_retries(own) is own


@pytest.mark.parametrize(
    ("wait", "longest_wait", "longest_retry_after", "expected"),
    [(8.0, 8.0, 60.0, 8.0), (8.1, 8.0, 60.0, None), (3.1, 8.0, 3.0, None), (3.0, 8.0, 3.0, 3.0)],
)
def test_an_endpoint_that_is_left_alone_is_waited_for_a_short_time_only(
    wait: float, longest_wait: float, longest_retry_after: float, expected: float | None
) -> None:
    """Who meets an earlier failure of the token endpoint fails at once, unless it is over soon."""
    policy = standard_policy(
        longest_wait=longest_wait, longest_retry_after=longest_retry_after, random=lambda: 0.0
    )
    error = errors.TokenError(
        "failed", url="https://id.test", status_code=503, hint="h", retry_after=wait
    )
    error.is_earlier = True
    assert policy(error, 1) == expected
    error.is_earlier = False
    assert policy(error, 1) == (wait if wait <= longest_retry_after else None)


def test_what_trying_again_does_not_change_is_not_tried_again() -> None:
    """A certificate that is not trusted, a proxy that refuses."""
    error = errors.APIConnectionError(
        "x", method="GET", url="https://a.test", may_have_arrived=False, is_transient=False
    )
    assert standard_policy()(error, 1) is None


def test_chance_that_has_to_be_awaited_is_refused() -> None:
    """A policy is asked by both clients, and waits for nothing."""

    async def later() -> float:
        return 0.5

    with pytest.raises(errors.ConfigurationError) as caught:
        standard_policy(random=later)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.arguments == ("random",)
