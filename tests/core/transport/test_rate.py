"""The limiter: never above the ceiling, half as fast after a 429, and slowly back again."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkdesk_core.errors import ConfigurationError
from talkdesk_core.rate import RateLimiter, checked_rate_limit
from tests.core.wire import Clock

SLOWEST = 0.1


def send(limiter: RateLimiter, clock: Clock) -> float:
    """Wait for a place, as a client does; return when it was."""
    while True:
        place = limiter.reserve(math.inf)
        clock.advance(place.seconds)
        if limiter.holds(place):
            return clock.now


def steady(limiter: RateLimiter, clock: Clock, rate: float, count: int) -> None:
    """Send at an even rate."""
    for _ in range(count):
        send(limiter, clock)
        clock.advance(1 / rate)


def test_without_a_ceiling_and_without_429_nobody_waits() -> None:
    """The server's limits are learned, not guessed."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic)
    assert all(send(limiter, clock) == 1000.0 for _ in range(500))
    assert limiter.rate == math.inf


@given(
    st.floats(0.01, 1000),
    st.lists(st.floats(0, 3), min_size=2, max_size=60),
    st.sets(st.integers(0, 60)),
)
def test_two_requests_are_never_closer_than_the_ceiling_allows(
    ceiling: float, pauses: list[float], refused: set[int]
) -> None:
    """However they come, and whichever of them are refused."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic, ceiling)
    sent: list[float] = []
    for number, pause in enumerate(pauses):
        clock.advance(pause)
        sent.append(send(limiter, clock))
        if number in refused:
            limiter.refused(None, sent_at=clock.now)
    gaps = [later - earlier for earlier, later in itertools.pairwise(sent)]
    assert min(gaps) >= (1 / ceiling) * (1 - 1e-6) - 1e-9


@pytest.mark.parametrize("rate", [0.5, 1.0, 5.0, 20.0, 50.0])
def test_a_429_halves_the_rate_that_led_to_it(rate: float) -> None:
    """What is halved is how fast was really sent."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic)
    steady(limiter, clock, rate, 200)
    limiter.refused(None, sent_at=clock.now)
    assert limiter.rate == pytest.approx(rate / 2, rel=0.15)


def test_a_429_halves_the_ceiling_of_who_sends_at_it() -> None:
    """A ceiling that is too high for the server is no reason to stay there."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic, 10)
    for _ in range(100):
        send(limiter, clock)
    limiter.refused(None, sent_at=clock.now)
    assert limiter.rate == pytest.approx(5, rel=0.15)


@pytest.mark.parametrize("count", [2, 8, 60])
def test_a_burst_is_as_many_a_second_as_it_has_requests(count: int) -> None:
    """Ten requests in a millisecond are no rate of ten thousand, of which half is still a lot."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic)
    for _ in range(count):
        send(limiter, clock)
        clock.advance(0.0001)
    limiter.refused(None, sent_at=clock.now)
    assert limiter.rate <= count / 2


@given(st.floats(0.2, 60), st.integers(1, 100), st.lists(st.floats(0, 5), max_size=40))
def test_recovery_is_gradual_and_complete(rate: float, count: int, pauses: list[float]) -> None:
    """Between two 429 the rate only grows, by little at a time, and in the end nothing is left."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic)
    steady(limiter, clock, rate, count)
    limiter.refused(None, sent_at=clock.now)
    start = last = limiter.rate
    assert start < math.inf
    for pause in pauses:
        clock.advance(pause)
        now = limiter.rate
        assert now >= last
        if now < math.inf:
            # A tenth of where it began for each second, and at most to twice what was refused.
            assert now - last <= start * 0.1 * pause + 1e-9
            assert now <= start * 4 + 1e-9
        last = now
    clock.advance(60)
    assert limiter.rate == math.inf


events = st.lists(
    st.tuples(st.floats(0, 20), st.none() | st.floats(0, 100), st.booleans()), max_size=60
)


@given(st.none() | st.floats(0.02, 200), events)
def test_the_rate_keeps_between_its_bounds(
    ceiling: float | None, happenings: list[tuple[float, float | None, bool]]
) -> None:
    """Never above the ceiling, never below one in ten seconds, and it falls only by a 429."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic, ceiling)
    top = math.inf if ceiling is None else ceiling
    last = limiter.rate
    assert last == top
    for pause, retry_after, is_refused in happenings:
        clock.advance(pause)
        assert limiter.rate >= last
        limiter.reserve(math.inf)
        if is_refused:
            limiter.refused(retry_after, sent_at=clock.now)
        last = limiter.rate
        assert min(SLOWEST, top) <= last <= top


def test_many_429_in_a_row_slow_down_further_each_time() -> None:
    """Halved again and again, and never stopped."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic)
    steady(limiter, clock, 8, 100)
    rates: list[float] = []
    for _ in range(12):
        limiter.refused(None, sent_at=clock.now)
        rates.append(limiter.rate)
        clock.advance(0.01)
    assert rates == sorted(rates, reverse=True)
    assert rates[:3] == [pytest.approx(r, rel=0.15) for r in (4, 2, 1)]
    assert rates[-1] == pytest.approx(SLOWEST)


def test_a_burst_of_429_counts_once() -> None:
    """What was under way when the brake was pulled does not pull it again."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic)
    steady(limiter, clock, 8, 100)
    sent_at = clock.now
    clock.advance(0.2)
    for _ in range(50):
        limiter.refused(None, sent_at=sent_at)
        clock.advance(0.001)
    assert limiter.rate == pytest.approx(4, rel=0.15)


def test_a_longer_wait_counts_even_if_the_brake_was_pulled() -> None:
    """The second of two refusals may know more."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic)
    limiter.refused(1, sent_at=clock.now)
    limiter.refused(30, sent_at=clock.now)
    limiter.refused(2, sent_at=clock.now)
    assert send(limiter, clock) == pytest.approx(1030)


def test_retry_after_holds_for_everybody() -> None:
    """Nobody is sent for so long; those who wait take new places, at the new rate."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic, 2)
    steady(limiter, clock, 2, 40)
    waiting = [limiter.reserve(math.inf) for _ in range(4)]
    assert [place.seconds for place in waiting] == [0, 0.5, 1, 1.5]
    limiter.refused(20, sent_at=clock.now)
    assert [limiter.holds(place) for place in waiting] == [True, False, False, False]
    again = [limiter.reserve(math.inf).seconds for _ in range(3)]
    assert again[0] == pytest.approx(20)
    assert again == sorted(again)
    assert again[1] - again[0] == pytest.approx(0.5)  # after 20 seconds it has recovered that much


def test_places_hold_when_nothing_happens() -> None:
    """A place is good after its wait."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic, 2)
    places = [limiter.reserve(math.inf) for _ in range(4)]
    assert all(limiter.holds(place) for place in places)


def test_a_retry_after_that_is_wrong_does_not_stop_a_client_for_ever() -> None:
    """No header pauses everybody for longer than five minutes; the next 429 may again."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic)
    limiter.refused(9_999_999_999, sent_at=clock.now)
    assert send(limiter, clock) <= 1000 + 300


def test_a_place_that_is_too_far_away_is_not_taken() -> None:
    """Who cannot wait for it leaves the line as it is."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic, 1)
    limiter.reserve(math.inf)
    for _ in range(5):
        assert limiter.reserve(1.0).seconds == pytest.approx(1)
    assert limiter.reserve(1.001).seconds == pytest.approx(1)
    assert limiter.reserve(math.inf).seconds == pytest.approx(2)


@pytest.mark.parametrize("value", [0, -1, math.nan, math.inf, True, "5", [5]])
def test_a_ceiling_that_is_no_rate_is_refused(value: object) -> None:
    """Only finite numbers above 0 are taken; None is none."""
    with pytest.raises(ConfigurationError) as caught:
        checked_rate_limit(value)
    assert caught.value.arguments == ("rate_limit",)
    assert (checked_rate_limit(None), checked_rate_limit(3)) == (None, 3.0)


def test_it_shows_its_rate() -> None:
    """For those who look into it."""
    shown = [repr(RateLimiter(Clock().monotonic, ceiling)) for ceiling in (None, 2.5)]
    assert shown == ["RateLimiter(rate=inf)", "RateLimiter(rate=2.5)"]
