"""The token cache as a machine of its own: turns, flights, generations, windows, back-off."""

import pytest

from talkdesk_core.auth.backoff import Backoff
from talkdesk_core.auth.cache import Flight, Refused, Token, TokenCache, Waiting, windows
from talkdesk_core.errors import APIConnectionError, TokenError
from tests.core.wire import Clock


def cache_with(clock: Clock | None = None) -> TokenCache:
    """Return a cache whose waits are not shortened by chance."""
    return TokenCache(clock or Clock(), Backoff(chance=lambda: 0.0))


def lead(cache: TokenCache) -> Flight:
    """Take a turn that has to be a flight."""
    turn = cache.turn()
    assert isinstance(turn, Flight)
    return turn


def refusal(retry_after: float | None = None) -> TokenError:
    """Return an error of a token endpoint."""
    return TokenError(
        "refused", url="https://x.test", status_code=503, hint="h", retry_after=retry_after
    )


def test_one_leads_and_the_others_wait_until_it_lands() -> None:
    """All who ask during a flight get its token, and nobody else leads."""
    cache = cache_with()
    flight = lead(cache)
    waiting = [cache.turn() for _ in range(3)]
    token = cache.land(flight, "Bearer a", 10.0)
    for turn in waiting:
        assert isinstance(turn, Waiting)
        assert turn.outcome.result(timeout=0) is token
    assert cache.turn() is token


@pytest.mark.parametrize(
    ("lifetime", "early", "late"),
    [(600, 450, 540), (3600, 3300, 3540), (10, 7.5, 9), (1, 0.75, 0.9), (86_400, 86_100, 86_340)],
)
def test_a_token_has_two_windows(lifetime: float, early: float, late: float) -> None:
    """Early: a quarter of its life, 300 s at most. Late: a tenth, 60 s at most."""
    assert windows(lifetime) == pytest.approx((early, late))


def test_lifetimes_count_from_the_start_of_the_flight() -> None:
    """The time that the token request took counts as part of the lifetime."""
    clock = Clock()
    cache = cache_with(clock)
    flight = lead(cache)
    clock.now += 4.0
    token = cache.land(flight, "Bearer a", 10.0)
    clock.now += 3.4
    assert cache.turn() is token
    clock.now += 0.2
    assert lead(cache).is_early


def test_in_the_early_window_one_leads_and_nobody_waits() -> None:
    """The others go on with the token there is, until the next has landed."""
    clock = Clock()
    cache = cache_with(clock)
    old = cache.land(lead(cache), "Bearer old", 600.0)
    clock.now += 450.0
    flight = lead(cache)
    assert [cache.turn() for _ in range(3)] == [old] * 3
    new = cache.land(flight, "Bearer new", 600.0)
    assert cache.turn() is new


def test_in_the_late_window_everybody_waits() -> None:
    """A flight that began early and is still under way is waited for; without one, one leads."""
    clock = Clock()
    cache = cache_with(clock)
    cache.land(lead(cache), "Bearer old", 600.0)
    clock.now += 450.0
    flight = lead(cache)
    clock.now += 90.0
    assert isinstance(cache.turn(), Waiting)
    cache.abandon(flight)
    late = lead(cache)
    assert not late.is_early
    assert isinstance(cache.turn(), Waiting)


def test_the_present_token_stands_in_after_an_early_flight_only() -> None:
    """A late flight has no fallback, nor has an early one whose token was refused or has ended."""
    clock = Clock()
    cache = cache_with(clock)
    old = cache.land(lead(cache), "Bearer old", 600.0)
    clock.now += 450.0
    early = lead(cache)
    cache.fail(early, refusal())
    assert cache.fallback(early) is old
    clock.now += 149.9
    assert cache.fallback(early) is old
    late = lead(cache)
    assert cache.fallback(late) is None
    clock.now += 0.2
    assert cache.fallback(early) is None
    clock.now -= 100.0
    cache.reject(old)
    assert cache.fallback(early) is None


def test_after_an_early_failure_the_endpoint_is_left_alone() -> None:
    """The token there is serves everybody; after the wait one leads again."""
    clock = Clock()
    cache = cache_with(clock)
    old = cache.land(lead(cache), "Bearer old", 600.0)
    clock.now += 450.0
    cache.fail(lead(cache), refusal())
    assert cache.turn() is old
    clock.now += 0.6
    assert lead(cache).is_early


def test_a_rejected_token_is_forgotten_once() -> None:
    """Of many who reject one token only the first empties the cache; a newer token stays."""
    cache = cache_with()
    old = cache.land(lead(cache), "Bearer old", 10.0)
    assert cache.reject(old)
    flight = lead(cache)
    assert cache.reject(old)
    assert isinstance(cache.turn(), Waiting)
    new = cache.land(flight, "Bearer new", 10.0)
    assert cache.reject(old)
    assert cache.turn() is new


def test_a_late_reply_brings_no_rejected_token_back() -> None:
    """Whoever was served with the old token before it was refused does not revive it."""
    cache = cache_with()
    old = cache.land(lead(cache), "Bearer old", 10.0)
    cache.reject(old)
    cache.accept(old)
    new = cache.land(lead(cache), "Bearer new", 10.0)
    cache.accept(old)
    assert cache.turn() is new


def test_a_late_landing_brings_no_old_token_back() -> None:
    """A flight that was given up and lands after its successor changes nothing for the others."""
    cache = cache_with()
    late = lead(cache)
    cache.abandon(late)
    new = cache.land(lead(cache), "Bearer new", 10.0)
    cache.land(late, "Bearer late", 10.0)
    assert cache.turn() is new
    cache.reject(new)
    cache.land(late, "Bearer late", 10.0)
    lead(cache)


def test_an_abandoned_flight_lets_the_next_one_lead() -> None:
    """Nobody is left waiting, and nothing is held against the endpoint."""
    cache = cache_with()
    flight = lead(cache)
    waiting = cache.turn()
    assert isinstance(waiting, Waiting)
    cache.abandon(flight)
    assert waiting.outcome.result(timeout=0) is None
    lead(cache)


def test_a_flight_that_was_given_up_counts_no_failure() -> None:
    """Its error is not held against the flight that follows it."""
    cache = cache_with()
    late = lead(cache)
    cache.abandon(late)
    flight = lead(cache)
    cache.fail(late, refusal())
    cache.abandon(flight)
    lead(cache)


def test_a_flight_without_a_request_is_told_and_not_held_against_the_endpoint() -> None:
    """Where nothing can be sent, waiting does not help, and no wait is promised."""
    cache = cache_with()
    flight = lead(cache)
    waiting = cache.turn()
    assert isinstance(waiting, Waiting)
    error = refusal()
    cache.give_up(flight, error)
    told = waiting.outcome.result(timeout=0)
    assert isinstance(told, TokenError)
    assert told is not error
    assert told.retry_after is error.retry_after is None
    lead(cache)


def test_a_failure_is_told_until_it_is_time_to_try_again() -> None:
    """Who waits gets the error, who comes later a copy with the seconds that are left."""
    clock = Clock()
    cache = cache_with(clock)
    flight = lead(cache)
    waiting = cache.turn()
    assert isinstance(waiting, Waiting)
    error = APIConnectionError("ReadError", method="POST", url="https://x.test")
    cache.fail(flight, error)
    assert error.retry_after == 0.5
    assert isinstance(waiting.outcome.result(timeout=0), APIConnectionError)
    clock.now += 0.2
    turns = [cache.turn(), cache.turn()]
    for turn in turns:
        assert isinstance(turn, Refused)
        assert isinstance(turn.error, APIConnectionError)
        assert turn.error.retry_after == pytest.approx(0.3)
    assert len({id(turn.error) for turn in turns if isinstance(turn, Refused)} | {id(error)}) == 3
    clock.now += 0.3
    lead(cache)


def waits(cache: TokenCache, clock: Clock, times: int, retry_after: float | None) -> list[float]:
    """Return how long the endpoint is left alone after each of so many failures in a row."""
    found: list[float] = []
    for _ in range(times):
        error = refusal(retry_after)
        cache.fail(lead(cache), error)
        assert error.retry_after is not None
        found.append(error.retry_after)
        clock.now += error.retry_after - 0.001
        assert isinstance(cache.turn(), Refused)
        clock.now += 0.002
    return found


def test_waits_double_up_to_a_minute_and_success_resets_them() -> None:
    """0.5, 1, 2 … 60 seconds; after a token, 0.5 again."""
    clock = Clock()
    cache = cache_with(clock)
    assert waits(cache, clock, 9, None) == [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]
    cache.land(lead(cache), "Bearer a", 10.0)
    clock.now += 10.0
    assert waits(cache, clock, 2, None) == [0.5, 1.0]


@pytest.mark.parametrize(
    ("asked", "seconds"), [(7.0, 7.0), (0.1, 0.1), (299.0, 299.0), (1e9, 300.0), (0.0, 0.5)]
)
def test_retry_after_wins_up_to_five_minutes(asked: float, seconds: float) -> None:
    """The endpoint knows best; an absurd wait is cut, and none at all is no licence to hammer."""
    clock = Clock()
    assert waits(cache_with(clock), clock, 1, asked) == [seconds]


@pytest.mark.parametrize(("drawn", "seconds"), [(0.0, 4.0), (0.5, 3.0), (1.0, 2.0)])
def test_chance_takes_up_to_half_of_a_wait(drawn: float, seconds: float) -> None:
    """Clients that failed together do not come back together."""
    backoff = Backoff(chance=lambda: drawn)
    assert backoff.seconds(4) == seconds
    assert backoff.seconds(4, retry_after=9.0) == 9.0
    assert backoff.seconds(10_000) == pytest.approx(60.0 * (1 - drawn / 2))


def test_a_storm_of_rejections_is_damped() -> None:
    """The first refusal is answered by a new token at once; from the second on waits double.

    Meanwhile the last token is used, so that the API says what is wrong.
    """
    clock = Clock()
    cache = cache_with(clock)
    first = cache.land(lead(cache), "Bearer 1", 600.0)
    assert cache.reject(first)
    waits = [0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]
    for wait in waits:
        token = cache.land(lead(cache), "Bearer n", 600.0)
        assert not cache.reject(token)
        assert not cache.reject(token)
        clock.now += wait - 0.01
        assert cache.turn() is token
        assert not cache.reject(token)
        clock.now += 0.02
    lead(cache)


def test_an_accepted_token_ends_the_storm() -> None:
    """A token that was refused and works after all is kept, and the next refusal is the first."""
    clock = Clock()
    cache = cache_with(clock)
    cache.reject(cache.land(lead(cache), "Bearer 1", 600.0))
    token = cache.land(lead(cache), "Bearer 2", 600.0)
    cache.reject(token)
    cache.accept(token)
    clock.now += 100.0
    assert cache.turn() is token
    assert cache.reject(token)
    lead(cache)


def test_a_token_refused_after_an_early_renewal_failed_waits_for_the_endpoint() -> None:
    """While the endpoint is left alone its failure is told; then a new token is fetched."""
    clock = Clock()
    cache = cache_with(clock)
    old = cache.land(lead(cache), "Bearer old", 600.0)
    clock.now += 450.0
    cache.fail(lead(cache), refusal())
    assert cache.reject(old)
    assert isinstance(cache.turn(), Refused)
    clock.now += 0.6
    assert cache.reject(old)
    lead(cache)


def test_the_wall_clock_does_not_matter() -> None:
    """It may jump by years either way: lifetimes count by a clock that never runs backwards."""
    clock = Clock()
    cache = cache_with(clock)
    token = cache.land(lead(cache), "Bearer a", 600.0)
    for jump in (1e9, -2e9):
        clock.wall += jump
        assert cache.turn() is token
    clock.now += 451.0
    assert lead(cache).is_early


def test_a_refused_token_that_cannot_be_renewed_is_said_to_be_so() -> None:
    """Whoever is refused after the renewal failed is told of the endpoint, not of a 401.

    Many requests are under way with one token when it expires, and their 401s arrive one after the
    other: the last ones when the flight that the first one led is over.
    """
    clock = Clock()
    cache = cache_with(clock)
    token = cache.land(lead(cache), "Bearer a", 600.0)
    assert cache.reject(token)
    cache.fail(lead(cache), refusal())
    assert cache.reject(token)
    turn = cache.turn()
    assert isinstance(turn, Refused)
    assert turn.error.is_earlier
    assert turn.error.retry_after is not None
    clock.now += turn.error.retry_after
    assert isinstance(cache.turn(), Flight)


def test_one_who_waits_cannot_cancel_the_flight() -> None:
    """A cancelled task cancels the future it waits for; the flight does not let it."""
    cache = cache_with()
    flight = lead(cache)
    turn = cache.turn()
    assert isinstance(turn, Waiting)
    assert not turn.outcome.cancel()
    token = cache.land(flight, "Bearer a", 10.0)
    assert turn.outcome.result(timeout=0) is token


def test_a_token_does_not_show_itself() -> None:
    """No repr of the cache's values holds the token."""
    cache = cache_with()
    flight = lead(cache)
    token = cache.land(flight, "Bearer hush", 10.0)
    assert isinstance(token, Token)
    assert "hush" not in f"{token!r} {flight!r} {cache!r}"
