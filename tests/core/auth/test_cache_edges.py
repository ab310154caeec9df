"""The token cache at the first moment of each window and wait, and after refusals in a row."""

import pytest

from talkdesk_core.auth.backoff import Backoff
from talkdesk_core.auth.cache import Flight, Refused, Token, TokenCache, Waiting
from talkdesk_core.errors import TokenError
from tests.core.wire import Clock


def made() -> tuple[TokenCache, Clock]:
    """Return a cache whose waits are not shortened by chance, and its clock."""
    clock = Clock()
    return TokenCache(clock, Backoff(chance=lambda: 0.0)), clock


def lead(cache: TokenCache) -> Flight:
    """Take a turn that has to be a flight."""
    turn = cache.turn()
    assert isinstance(turn, Flight)
    return turn


def fetched(cache: TokenCache) -> Token:
    """Lead a flight to a token that lives ten minutes."""
    return cache.land(lead(cache), "Bearer t", 600.0)


def refusal() -> TokenError:
    """Return an error of a token endpoint."""
    return TokenError("refused", url="https://x.test", status_code=503, hint="h")


def test_a_window_begins_at_its_second() -> None:
    """Renewed from then on, and from then on not used; before, used and left alone."""
    cache, clock = made()
    token = fetched(cache)
    clock.advance(449.5)
    assert cache.turn() is token
    clock.advance(0.5)
    flight = lead(cache)
    assert flight.is_early
    clock.advance(89.5)
    assert cache.turn() is token
    clock.advance(0.5)
    assert isinstance(cache.turn(), Waiting)


def test_a_token_ends_at_its_second() -> None:
    """It stands in for the next until then, and not from then on."""
    cache, clock = made()
    token = fetched(cache)
    clock.advance(450.0)
    flight = lead(cache)
    cache.fail(flight, refusal())
    clock.advance(149.5)
    assert cache.fallback(flight) is token
    clock.advance(0.5)
    assert cache.fallback(flight) is None


def test_a_wait_ends_at_its_second() -> None:
    """The endpoint is left alone for as long as was said, and no longer."""
    cache, clock = made()
    error = refusal()
    cache.fail(lead(cache), error)
    assert error.retry_after == 0.5
    clock.advance(0.25)
    turn = cache.turn()
    assert isinstance(turn, Refused)
    assert turn.error.retry_after == 0.25
    clock.advance(0.25)
    assert not lead(cache).is_early


def test_the_wait_after_refused_tokens_ends_at_its_second() -> None:
    """From then on a new token is promised."""
    cache, clock = made()
    assert cache.reject(fetched(cache))
    second = fetched(cache)
    assert not cache.reject(second)
    clock.advance(0.25)
    assert not cache.reject(second)
    clock.advance(0.25)
    assert cache.reject(second)
    lead(cache)


def test_a_refused_token_does_not_stand_in_however_often_tokens_were_refused() -> None:
    """The second in a row stays the present one for those who ask, and is no good one for that."""
    cache, clock = made()
    cache.reject(fetched(cache))
    second = fetched(cache)
    clock.advance(450.0)
    flight = lead(cache)
    assert cache.fallback(flight) is second
    cache.reject(second)
    cache.fail(flight, refusal())
    assert cache.fallback(flight) is None


def test_who_was_refused_with_an_old_token_goes_on_with_the_present_one() -> None:
    """Even while the endpoint is left alone: nothing is fetched for it."""
    cache, clock = made()
    first = fetched(cache)
    cache.reject(first)
    second = fetched(cache)
    clock.advance(450.0)
    cache.fail(lead(cache), refusal())
    assert cache.reject(first)
    assert cache.turn() is second


def test_who_is_refused_while_a_token_is_fetched_waits_for_it() -> None:
    """Another one is to be had, whatever became of those before."""
    cache, clock = made()
    cache.reject(fetched(cache))
    second = fetched(cache)
    clock.advance(450.0)
    flight = lead(cache)
    assert cache.reject(second)
    waiting = cache.turn()
    assert isinstance(waiting, Waiting)
    assert cache.land(flight, "Bearer t", 600.0) is waiting.outcome.result(timeout=0)


@pytest.mark.parametrize("accepted", [True, False])
def test_only_the_present_token_ends_a_row_of_refusals(accepted: bool) -> None:
    """An old one that the API took before says nothing about the new."""
    cache, clock = made()
    first = fetched(cache)
    cache.reject(first)
    second = fetched(cache)
    cache.accept(second if accepted else first)
    assert cache.reject(second) is accepted
    if not accepted:
        clock.advance(0.5)
    lead(cache)


def test_a_late_refusal_of_an_older_token_begins_no_new_row() -> None:
    """The present one was refused, and then accepted: its next refusal is the first again."""
    cache, _ = made()
    first = fetched(cache)
    cache.reject(first)
    second = fetched(cache)
    cache.reject(second)
    cache.accept(second)
    assert cache.reject(first)
    assert cache.reject(second)
    lead(cache)


def test_an_accepted_token_does_not_excuse_a_failing_endpoint() -> None:
    """The wait after a failure is the endpoint's, not the API's."""
    cache, clock = made()
    cache.reject(fetched(cache))
    second = fetched(cache)
    clock.advance(450.0)
    cache.fail(lead(cache), refusal())
    cache.accept(second)
    assert cache.turn() is second
    clock.advance(0.5)
    assert lead(cache).is_early


def test_a_longer_wait_is_not_shortened_by_a_refused_token() -> None:
    """The endpoint asked for it."""
    cache, clock = made()
    cache.reject(fetched(cache))
    second = fetched(cache)
    clock.advance(450.0)
    error = TokenError("p", url="https://x.test", status_code=429, hint="h", retry_after=60.0)
    cache.fail(lead(cache), error)
    cache.reject(second)
    clock.advance(59.5)
    turn = cache.turn()
    assert isinstance(turn, Refused)
    assert turn.error.retry_after == 0.5
    clock.advance(0.5)
    lead(cache)


def test_generations_count_flights() -> None:
    """From one on, each one more than the one before."""
    cache, _ = made()
    generations: list[int] = []
    for _ in range(3):
        flight = lead(cache)
        generations.append(flight.generation)
        cache.abandon(flight)
    token = fetched(cache)
    assert [*generations, token.generation] == [1, 2, 3, 4]


def test_what_ended_stays_ended() -> None:
    """A flight that is ended twice keeps its first outcome."""
    cache, _ = made()
    flight = lead(cache)
    token = cache.land(flight, "Bearer t", 600.0)
    cache.abandon(flight)
    cache.give_up(flight, refusal())
    cache.fail(flight, refusal())
    assert flight.outcome.result(timeout=0) is token
    assert cache.turn() is token


def test_a_failure_is_told_as_it_was() -> None:
    """Each gets a copy with all of it, so that nobody's traceback is mixed with another's."""
    cache, clock = made()
    flight = lead(cache)
    waiting = cache.turn()
    assert isinstance(waiting, Waiting)
    error = refusal()
    cache.fail(flight, error)
    clock.advance(0.25)
    later = cache.turn()
    assert isinstance(later, Refused)
    told = waiting.outcome.result(timeout=0)
    assert isinstance(told, TokenError)
    for copied, seconds in ((told, 0.5), (later.error, 0.25)):
        assert copied is not error
        assert str(copied) == str(error)
        assert copied.retry_after == seconds
