"""Callers with little time: that a token did not come for them is no failure of the endpoint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from talkdesk_core import http
from talkdesk_core.auth.backoff import Backoff
from talkdesk_core.auth.cache import Flight, TokenCache
from talkdesk_core.errors import APIConnectionError, APITimeoutError, TokenError
from talkdesk_core.retries import Retries, standard_policy
from tests.core.transport.driving import Connect, Wired
from tests.core.wire import TOKENS, Clock, granted

TAKES = 2.0
LONGEST_FIRST_WAIT = 0.5


@pytest.fixture(params=["blocking", "async"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Make clients of either kind."""
    with ExitStack() as stack:
        yield Connect(request.param == "async", stack)


class SlowEndpoint:
    """Grants a token after two seconds to those who wait so long.

    Args:
        clock: Moves while it works.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.asked = 0

    def __call__(self, request: http.Request) -> http.Response:
        """Answer, or time out as the request demands."""
        if str(request.url) != TOKENS:
            return http.Response(200)
        self.asked += 1
        patience: float | None = request.extensions["timeout"]["read"]
        if patience is not None and patience < TAKES:
            self.clock.advance(patience)
            message = "slow"
            raise http.ReadTimeout(message, request=request)
        self.clock.advance(TAKES)
        return granted("t")


@pytest.mark.parametrize("limit", ["timeout", "budget"])
def test_impatient_callers_do_not_keep_the_others_from_a_token(
    connect: Connect, limit: str
) -> None:
    """However many came before, by their timeout or their budget: half a second later it is had."""
    clock = Clock()
    endpoint = SlowEndpoint(clock)
    client = connect(Wired(endpoint), clock=clock, retries=0)
    if limit == "timeout":
        impatient = client.with_options(timeout=1.0)
    else:
        impatient = client.with_options(retries=Retries(standard_policy(attempts=1), 1.0))
    for number in range(1, 13):
        with pytest.raises(APITimeoutError) as caught:
            impatient.request("GET", "/x")
        wait = caught.value.retry_after
        assert wait is not None
        assert wait <= LONGEST_FIRST_WAIT
        assert endpoint.asked == number
        clock.advance(10.0)
    with pytest.raises(APITimeoutError):
        impatient.request("GET", "/x")
    clock.advance(LONGEST_FIRST_WAIT)
    assert client.request("GET", "/x").status_code == 200


def lead(cache: TokenCache) -> Flight:
    """Take a turn that has to be a flight."""
    turn = cache.turn()
    assert isinstance(turn, Flight)
    return turn


def late() -> APITimeoutError:
    """Return the error of one who ran out of time."""
    return APITimeoutError("X", method="POST", url=TOKENS, may_have_arrived=False)


def broken() -> APIConnectionError:
    """Return the error of an endpoint that cannot be reached."""
    return APIConnectionError("X", method="POST", url=TOKENS, may_have_arrived=False)


def failed() -> TokenError:
    """Return the error of an endpoint that says that it failed."""
    return TokenError("X", url=TOKENS, status_code=500, hint="h")


def test_failures_are_counted_and_timeouts_are_not() -> None:
    """A timeout neither lengthens the wait beyond the first nor forgets the failures before it."""
    clock = Clock()
    cache = TokenCache(clock, Backoff(chance=lambda: 0.0))
    waits: list[float | None] = []
    for error in (late(), late(), failed(), broken(), late(), late(), failed(), late()):
        cache.fail(lead(cache), error)
        waits.append(error.retry_after)
        clock.advance(60.0)
    assert waits == [0.5, 0.5, 1.0, 2.0, 2.0, 2.0, 4.0, 4.0]
