"""The token cache as a machine of its own: turns, flights, generations."""

import pytest

from talkdesk_core.auth.cache import Flight, Token, TokenCache, Waiting
from talkdesk_core.auth.grant import fresh_seconds
from talkdesk_core.errors import TokenError
from tests.core.wire import Clock


def lead(cache: TokenCache) -> Flight:
    """Take a turn that has to be a flight."""
    turn = cache.turn()
    assert isinstance(turn, Flight)
    return turn


def test_one_leads_and_the_others_wait_until_it_lands() -> None:
    """All who ask during a flight get its token, and nobody else leads."""
    cache = TokenCache(Clock())
    flight = lead(cache)
    waiting = [cache.turn() for _ in range(3)]
    token = cache.land(flight, "Bearer a", 10.0)
    for turn in waiting:
        assert isinstance(turn, Waiting)
        assert turn.outcome.result(timeout=0) is token
    assert cache.turn() is token


def test_a_token_is_fresh_for_its_time_from_the_start_of_the_flight() -> None:
    """The time that the token request took counts as part of the lifetime."""
    clock = Clock()
    cache = TokenCache(clock)
    flight = lead(cache)
    clock.now += 4.0
    token = cache.land(flight, "Bearer a", 10.0)
    clock.now += 5.9
    assert cache.turn() is token
    clock.now += 0.2
    lead(cache)


def test_a_rejected_token_is_forgotten_once() -> None:
    """Of many who reject one token only the first empties the cache; a newer token stays."""
    cache = TokenCache(Clock())
    old = cache.land(lead(cache), "Bearer old", 10.0)
    cache.reject(old)
    flight = lead(cache)
    cache.reject(old)
    assert isinstance(cache.turn(), Waiting)
    new = cache.land(flight, "Bearer new", 10.0)
    cache.reject(old)
    assert cache.turn() is new


def test_a_late_landing_brings_no_old_token_back() -> None:
    """A flight that was given up and lands after its successor changes nothing for the others."""
    cache = TokenCache(Clock())
    late = lead(cache)
    cache.abandon(late)
    new = cache.land(lead(cache), "Bearer new", 10.0)
    cache.land(late, "Bearer late", 10.0)
    assert cache.turn() is new
    cache.reject(new)
    cache.land(late, "Bearer late", 10.0)
    lead(cache)


def test_an_abandoned_or_failed_flight_lets_the_next_one_lead() -> None:
    """Nobody is left waiting: those who wait are told, and the next turn leads."""
    cache = TokenCache(Clock())
    for end in ("abandon", "fail"):
        flight = lead(cache)
        waiting = cache.turn()
        assert isinstance(waiting, Waiting)
        error = TokenError("refused", url="https://x.test", status_code=401, hint="h")
        if end == "abandon":
            cache.abandon(flight)
            assert waiting.outcome.result(timeout=0) is None
        else:
            cache.fail(flight, error)
            assert waiting.outcome.result(timeout=0) is error


def test_one_who_waits_cannot_cancel_the_flight() -> None:
    """A cancelled task cancels the future it waits for; the flight does not let it."""
    cache = TokenCache(Clock())
    flight = lead(cache)
    turn = cache.turn()
    assert isinstance(turn, Waiting)
    assert not turn.outcome.cancel()
    token = cache.land(flight, "Bearer a", 10.0)
    assert turn.outcome.result(timeout=0) is token


@pytest.mark.parametrize(("lifetime", "fresh"), [(600, 540), (3600, 3540), (10, 9), (1, 0.9)])
def test_a_token_is_renewed_a_minute_or_a_tenth_before_its_end(
    lifetime: float, fresh: float
) -> None:
    """The margin is 60 seconds, but never more than a tenth of the lifetime."""
    assert fresh_seconds(lifetime) == pytest.approx(fresh)


def test_a_token_does_not_show_itself() -> None:
    """No repr of the cache's values holds the token."""
    cache = TokenCache(Clock())
    flight = lead(cache)
    token = cache.land(flight, "Bearer hush", 10.0)
    assert isinstance(token, Token)
    assert "hush" not in f"{token!r} {flight!r} {cache!r}"
