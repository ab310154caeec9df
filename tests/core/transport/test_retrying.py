"""Calls that fail and are made again: how often, after which waits, and what is raised then."""

import pytest
from httpx import ReadError, RemoteProtocolError, WriteError

from talkdesk_core import errors, http
from talkdesk_core.auth import StaticToken
from talkdesk_core.errors import TalkdeskError
from talkdesk_core.retries import Retries, standard_policy
from tests.core.transport.driving import Connect, Wired, answers
from tests.core.wire import API, Clock, Wire, granted

GOOD = http.Response(200, json={"good": True})


def even(attempts: int = 4, budget: float = 120.0) -> Retries:
    """Return retries whose waits are exactly 0.5, 1 and 2 seconds."""
    return Retries(standard_policy(attempts=attempts, random=lambda: 1.0), budget)


@pytest.mark.parametrize("status", [408, 425, 429, 500, 502, 503, 504, 520, 599])
def test_a_passing_failure_is_not_noticed(connect: Connect, status: int) -> None:
    """Two bad replies and a good one are a good call, sent three times."""
    wire = Wire(api=answers(status, status, GOOD))
    clock = Clock()
    assert connect(wire, clock=clock).request("GET", "/x").json() == {"good": True}
    assert len(wire.api_requests) == 3
    assert len(wire.token_requests) == 1
    assert len(clock.slept) >= 2


@pytest.mark.parametrize(
    "lost",
    [
        http.ConnectError("x"),
        http.ConnectTimeout("x"),
        http.ReadTimeout("x"),
        ReadError("x"),
        RemoteProtocolError("x"),
        http.DecodingError("x"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_lost_request_is_sent_again(connect: Connect, lost: http.RequestError) -> None:
    """Whatever part of the way it was lost on."""
    wire = Wire(api=answers(lost, GOOD))
    assert connect(wire).request("GET", "/x").status_code == 200
    assert len(wire.api_requests) == 2


@pytest.mark.parametrize("method", ["POST", "PATCH", "patch"])
@pytest.mark.parametrize(
    ("outcome", "times"),
    [
        (http.ConnectError("x"), 4),
        (http.ConnectTimeout("x"), 4),
        (http.PoolTimeout("x"), 4),
        (http.ReadTimeout("x"), 1),
        (ReadError("x"), 1),
        (WriteError("x"), 1),
        (RemoteProtocolError("x"), 1),
        (429, 4),
        (408, 1),
        (425, 1),
        (500, 1),
        (503, 1),
    ],
)
def test_what_must_not_happen_twice_is_sent_again_only_if_it_never_arrived(
    connect: Connect, method: str, outcome: http.RequestError | int, times: int
) -> None:
    """A POST or PATCH that the server may have acted on is left alone."""
    wire = Wire(api=answers(outcome))
    with pytest.raises(TalkdeskError):
        connect(wire, retries=even()).request(method, "/x", json={"a": 1})
    assert len(wire.api_requests) == times
    assert {request.content for request in wire.api_requests} == {b'{"a":1}'}


@pytest.mark.parametrize("tokens", [503, 429, http.ConnectError("x"), http.ReadTimeout("x")])
def test_a_token_that_was_not_to_be_had_is_asked_for_again_before_a_post(
    connect: Connect, tokens: int | http.RequestError
) -> None:
    """Without a token the request was not sent, so trying again does no harm."""
    wire = Wire(tokens=answers(tokens, tokens, granted("t")), api=answers(GOOD))
    assert connect(wire, retries=even()).request("POST", "/x", json=1).status_code == 200
    assert len(wire.token_requests) == 3
    assert len(wire.api_requests) == 1


def test_a_client_that_is_refused_a_token_is_refused_once(connect: Connect) -> None:
    """Asking again with the same secret would not help."""
    wire = Wire(tokens=answers(http.Response(401, json={"error": "invalid_client"})))
    with pytest.raises(errors.TokenError):
        connect(wire).request("GET", "/x")
    assert len(wire.token_requests) == 1
    assert wire.api_requests == []


def test_waits_grow_and_the_last_error_is_raised(connect: Connect) -> None:
    """The error is the last attempt's, and counts them all."""
    replies = [http.Response(500 + n, headers={"platform-tid": f"tid-{n}"}) for n in range(4)]
    wire, clock = Wire(api=answers(*replies)), Clock()
    with pytest.raises(errors.ServerError) as caught:
        connect(wire, clock=clock, retries=even()).request("GET", "/x")
    assert clock.slept == [0.5, 1.0, 2.0]
    assert (caught.value.status_code, caught.value.request_id) == (503, "tid-3")
    assert caught.value.attempts == 4
    assert "sent 4 times" in str(caught.value)


@pytest.mark.parametrize("lost", [http.ConnectError("x"), http.ReadTimeout("x")])
def test_a_connection_error_counts_its_attempts_too(
    connect: Connect, lost: http.RequestError
) -> None:
    """Its cause is the last reason, without credentials."""
    with pytest.raises(errors.APIConnectionError) as caught:
        connect(Wire(api=answers(lost)), retries=2).request("GET", "/x")
    assert caught.value.attempts == 3
    assert caught.value.__cause__ is lost
    assert caught.value.may_have_arrived is isinstance(lost, http.ReadTimeout)


def test_a_401_between_failures_counts_as_an_attempt(connect: Connect) -> None:
    """The resend with a new token is on the wire like any other; the policy sees one failure."""
    wire = Wire(api=answers(503, 401, 503, GOOD))
    asked: list[int] = []

    def policy(error: TalkdeskError, attempt: int) -> float:
        asked.append(attempt)
        assert isinstance(error, errors.ServerError)
        assert error.attempts == len(wire.api_requests)
        return 0

    client = connect(wire, retries=Retries(policy))
    assert client.request("GET", "/x").status_code == 200
    assert asked == [1, 2]
    assert wire.sent_tokens == ["token-1", "token-1", "token-2", "token-2"]


@pytest.mark.parametrize("retries", [0, 1, 5])
def test_a_number_of_retries_is_obeyed(connect: Connect, retries: int) -> None:
    """0 sends once."""
    wire = Wire(api=answers(503))
    with pytest.raises(errors.ServerError) as caught:
        connect(wire, retries=retries).request("GET", "/x")
    assert len(wire.api_requests) == caught.value.attempts == retries + 1


def test_a_call_may_have_retries_of_its_own(connect: Connect) -> None:
    """`with_options(retries=…)` holds for its copy only."""
    wire = Wire(api=answers(503))
    client = connect(wire, retries=1)
    for driven, times in ((client.with_options(retries=0), 1), (client, 2)):
        with pytest.raises(errors.ServerError) as caught:
            driven.request("GET", "/x")
        assert caught.value.attempts == times


def test_a_policy_can_be_composed(connect: Connect) -> None:
    """A function around the standard one adds a case; it sees each error, and 1, 2, 3 …."""
    standard = standard_policy(attempts=3, random=lambda: 0.0)
    seen: list[tuple[str, int]] = []

    def policy(error: TalkdeskError, attempt: int) -> float | None:
        seen.append((type(error).__name__, attempt))
        if isinstance(error, errors.ConflictError):
            return 7
        return standard(error, attempt)

    wire, clock = Wire(api=answers(409, 503, 404)), Clock()
    client = connect(wire, clock=clock, retries=Retries(policy))
    with pytest.raises(errors.NotFoundError):
        client.request("GET", "/x")
    assert seen == [("ConflictError", 1), ("ServerError", 2), ("NotFoundError", 3)]
    assert clock.slept == [7]
    wire.api = answers(409, 503)
    with pytest.raises(errors.ServerError):  # which the standard policy does not repeat a POST for
        client.request("POST", "/x")
    assert clock.slept == [7, 7]


@pytest.mark.parametrize("nonsense", ["1", -1, float("nan"), float("inf"), True, object()])
def test_a_policy_that_returns_nonsense_is_named(connect: Connect, nonsense: object) -> None:
    """Neither seconds nor None: the caller made a mistake, and is told which argument."""
    wire = Wire(api=answers(503))
    policy = Retries(lambda *_: nonsense)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(errors.ConfigurationError) as caught:
        connect(wire, retries=policy).request("GET", "/x")
    assert caught.value.arguments == ("retries",)
    assert len(wire.api_requests) == 1


@pytest.mark.parametrize(
    ("header", "slept"),
    [
        ("3", 3.0),
        ("1.25", 1.25),
        ("Thu, 28 May 2026 20:26:50 GMT", 10.0),
        ("Thu, 28 May 2026 20:00:00 GMT", 0.5),
    ],
)
def test_retry_after_is_waited_for(connect: Connect, header: str, slept: float) -> None:
    """A date is measured by the wall clock; one that has passed leaves the usual wait."""
    clock = Clock(wall=1_780_000_000.0)  # 2026-05-28T20:26:40Z
    wire = Wire(api=answers(http.Response(503, headers={"Retry-After": header}), GOOD))
    connect(wire, clock=clock, retries=even()).request("GET", "/x")
    assert clock.slept == [slept]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_wait_above_the_cap_is_the_callers_to_make(connect: Connect, method: str) -> None:
    """The error comes at once and says how many seconds."""
    wire, clock = Wire(api=answers(http.Response(429, headers={"Retry-After": "61"}))), Clock()
    with pytest.raises(errors.RateLimitError) as caught:
        connect(wire, clock=clock).request(method, "/x")
    assert caught.value.retry_after == 61.0
    assert "61 seconds" in str(caught.value)
    assert (len(wire.api_requests), clock.slept) == (1, [])


def test_a_static_token_is_retried_like_any_other(connect: Connect) -> None:
    """No token endpoint is needed for that."""
    times: list[str] = []

    def handle(request: http.Request) -> http.Response:
        times.append(request.headers["Authorization"])
        return http.Response(503 if len(times) < 3 else 200)

    client = connect(Wired(handle), base_url=API, token_url=None, auth=StaticToken("st"))
    assert client.request("GET", "/x").status_code == 200
    assert times == ["Bearer st"] * 3
