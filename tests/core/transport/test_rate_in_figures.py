"""The limiter in figures: which rate a 429 leaves, how it grows, and where the next place is."""

from __future__ import annotations

import math

import pytest

from talkdesk_core.errors import ConfigurationError
from talkdesk_core.rate import Place, RateLimiter, checked_rate_limit
from tests.core.wire import Clock


def sent(*times: float) -> tuple[RateLimiter, Clock]:
    """Return a limiter without a ceiling that gave out places at these times."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic)
    for time in times:
        clock.advance(time - clock.now)
        limiter.reserve(math.inf)
    return limiter, clock


def eight_a_second() -> tuple[RateLimiter, Clock]:
    """Return a limiter that gave out eight places a second for the last ten seconds."""
    return sent(*(1000 + number / 8 for number in range(100)))


@pytest.mark.parametrize(
    ("times", "left"),
    [
        ([], 0.5),
        ([1000], 0.5),
        ([1000, 1000], 0.5),
        ([1000, 1000, 1000], 1.0),
        ([1000, 1000.5, 1000.75], 1.0),
        ([1000] * 300, 127.5),
        ([1000, 1001, 1002], 0.5),
        ([1000, 1002, 1004], 0.25),
        ([1000, 1004, 1008], 0.125),
        ([1000, 1008], 0.1),
        ([1000, 1010], 0.1),
        ([1000, 1010.125], 0.5),
        ([1000, 1001, 1011], 0.1),
    ],
)
def test_a_429_leaves_half_of_what_was_sent_in_the_last_ten_seconds(
    times: list[float], left: float
) -> None:
    """A burst counts as a second, one alone as one a second, and no less than 0.1 is left.

    Of very many the last 256 count, so that a client does not remember ever more.
    """
    limiter, clock = sent(*times)
    limiter.refused(None, sent_at=clock.now)
    assert limiter.rate == left


def test_the_rate_comes_back_by_a_twentieth_a_second_up_to_twice_what_was_refused() -> None:
    """Eight were refused: four, and 0.4 more each second, until 16 would be; then there is none."""
    limiter, clock = eight_a_second()
    limiter.refused(None, sent_at=clock.now)
    seen = [limiter.rate]
    for pause in (0.5, 0.5, 9.0, 19.5):
        clock.advance(pause)
        seen.append(limiter.rate)
    assert seen == pytest.approx([4.0, 4.2, 4.4, 8.0, 15.8])
    clock.advance(0.5)
    assert limiter.rate == math.inf


def test_the_rate_comes_back_to_the_ceiling_and_no_further() -> None:
    """The user's word stands above what is learned."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic, 8)
    for _ in range(100):
        clock.advance(limiter.reserve(math.inf).seconds)
    limiter.refused(None, sent_at=clock.now)
    seen = [limiter.rate]
    for pause in (1.0, 8.0, 1.0, 1.0, 30.0):
        clock.advance(pause)
        seen.append(limiter.rate)
    assert seen == pytest.approx([4.0, 4.4, 7.6, 8.0, 8.0, 8.0])


def test_a_second_429_halves_what_is_left_and_recovery_is_that_of_the_first() -> None:
    """What had led to the first is what it comes back to."""
    limiter, clock = eight_a_second()
    limiter.refused(None, sent_at=clock.now)
    clock.advance(2.5)
    assert limiter.rate == 5.0
    limiter.refused(None, sent_at=clock.now)
    assert limiter.rate == 2.5
    clock.advance(1.0)
    assert limiter.rate == pytest.approx(2.9)


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [(None, 0.25), (0.0, 0.25), (0.125, 0.25), (0.25, 0.25), (7.0, 7.0), (300.0, 300.0),
     (301.0, 300.0), (-5.0, 0.25)],
)  # fmt: skip
def test_the_next_place_after_a_429(retry_after: float | None, seconds: float) -> None:
    """After the wait that was asked for, or at the new rate, whichever is later."""
    limiter, clock = eight_a_second()
    limiter.refused(retry_after, sent_at=clock.now)
    assert limiter.reserve(math.inf).seconds == pytest.approx(seconds)


def test_places_are_given_out_at_the_rate_that_holds_when_they_come() -> None:
    """After a pause of ten seconds the line goes on at the rate of then."""
    limiter, clock = eight_a_second()
    limiter.refused(10.0, sent_at=clock.now)
    seconds = [limiter.reserve(math.inf).seconds for _ in range(2)]
    assert seconds == pytest.approx([10.0, 10.0 + 1 / 8])


def test_a_429_of_a_request_that_was_under_way_is_no_new_one() -> None:
    """Those sent up to the moment of the first are excused, the next is not."""
    limiter, clock = eight_a_second()
    at = clock.now
    limiter.refused(None, sent_at=at)
    limiter.refused(None, sent_at=at)
    assert limiter.rate == 4.0
    limiter.refused(None, sent_at=at + 0.001)
    assert limiter.rate == 2.0


def test_places_fall_when_a_later_429_asks_for_longer() -> None:
    """Not when it asks for no longer than the line takes anyway."""
    limiter, clock = eight_a_second()
    at = clock.now
    limiter.refused(None, sent_at=at)
    place = limiter.reserve(math.inf)
    assert (place.seconds, place.is_taken) == (0.25, True)
    line_ends = 0.25 + 1 / 4.1
    limiter.refused(0.125, sent_at=at)
    limiter.refused(0.0, sent_at=at)
    assert limiter.holds(place)
    assert limiter.reserve(math.inf).seconds == pytest.approx(line_ends)
    limiter.refused(0.875, sent_at=at)
    assert not limiter.holds(place)
    later = limiter.reserve(math.inf)
    assert (later.seconds, later.epoch - place.epoch) == (0.875, 1)
    limiter.refused(5.0, sent_at=at)
    assert not limiter.holds(later)
    last = limiter.reserve(math.inf)
    assert last.seconds == 5.0
    assert limiter.holds(last)
    limiter.refused(5.0, sent_at=at)
    assert limiter.holds(last)


def test_a_pause_to_the_very_end_of_the_line_changes_nothing() -> None:
    """Nobody has to take a new place for it."""
    clock = Clock()
    limiter = RateLimiter(clock.monotonic, 2)
    limiter.refused(None, sent_at=clock.now)
    place = limiter.reserve(math.inf)
    assert place.seconds == 2.0
    ends = limiter.reserve(0.0).seconds
    limiter.refused(ends, sent_at=clock.now)
    assert limiter.holds(place)


def test_each_429_is_an_epoch() -> None:
    """Places from before are told apart from those from after; one that came at once was used."""
    limiter, clock = eight_a_second()
    before = limiter.reserve(math.inf)
    limiter.refused(None, sent_at=clock.now)
    after = limiter.reserve(math.inf)
    assert (before.seconds, after.epoch - before.epoch) == (0.0, 1)
    assert limiter.holds(before)
    assert limiter.holds(after)
    clock.advance(1.0)
    limiter.refused(None, sent_at=clock.now)
    assert limiter.holds(before)
    assert not limiter.holds(after)
    assert limiter.reserve(math.inf).epoch - after.epoch == 1


def test_a_place_that_is_there_is_taken_without_patience() -> None:
    """And one that is not is not."""
    limiter = RateLimiter(Clock().monotonic, 1)
    assert limiter.reserve(0.0) == Place(0.0, 1000.0, 0)
    assert limiter.reserve(0.0) == Place(1.0, 1001.0, 0, is_taken=False)
    assert limiter.reserve(-1.0) == Place(1.0, 1001.0, 0, is_taken=False)


def test_a_place_that_is_left_is_the_next_ones() -> None:
    """Those behind it take new places; one that is left after the line was formed anew is none."""
    limiter = RateLimiter(Clock().monotonic, 1)
    places = [limiter.reserve(math.inf) for _ in range(4)]
    limiter.leave(places[2])
    assert [limiter.holds(place) for place in places] == [True, False, False, False]
    again = limiter.reserve(math.inf)
    assert (again.seconds, again.epoch) == (2.0, 1)
    limiter.leave(places[1])
    assert limiter.holds(again)
    assert limiter.reserve(math.inf).seconds == 3.0


def test_a_place_that_is_left_does_not_move_the_line_back() -> None:
    """The line may be shorter by then."""
    limiter = RateLimiter(Clock().monotonic, 1)
    places = [limiter.reserve(math.inf) for _ in range(3)]
    limiter.leave(places[1])
    limiter.leave(limiter.reserve(math.inf))
    assert limiter.reserve(math.inf).seconds == 1.0


def test_what_a_ceiling_is_is_told() -> None:
    """By the name of the argument."""
    with pytest.raises(ConfigurationError, match=r"^rate_limit takes .*above 0"):
        checked_rate_limit(0)
