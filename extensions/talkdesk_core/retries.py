"""When a request is sent again: plain functions from (error, attempt) to a wait.

No library for retries carries this: tenacity and stamina take the time from the process, so that a
budget cannot be tested without sleeping, and want one loop for blocking and one for asynchronous
code. The loop is the small part (`talkdesk_core.sending`); the policy is what matters: it is here.
"""

import dataclasses
import random as random_numbers
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from talkdesk_core.errors import (
    APIConnectionError,
    APIError,
    ConfigurationError,
    TalkdeskError,
    TokenError,
)
from talkdesk_core.finite import is_finite
from talkdesk_core.functions import can_take, is_coroutine_function

__all__ = ["Retries", "RetryPolicy", "checked_retries", "standard_policy"]

RetryPolicy: TypeAlias = Callable[[TalkdeskError, int], float | None]
"""From an error, and how many attempts there were (1 or more), to the seconds to wait before the
next attempt; None gives up, and the error is raised."""

_ATTEMPTS = 4
_BUDGET = 120.0
# A day. What is left of a budget bounds the waits for sockets, which end at 24 days.
_LONGEST_BUDGET = 86_400.0
# RFC 9110 section 9.2.2. Of any other method nobody knows what sending it twice would do.
_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE"})
_TRANSIENT = frozenset({408, 425, 429})
_TOO_MANY = 429


def standard_policy(
    *,
    attempts: int = _ATTEMPTS,
    first_wait: float = 0.5,
    longest_wait: float = 8.0,
    longest_retry_after: float = 60.0,
    random: Callable[[], float] = random_numbers.random,
) -> RetryPolicy:
    """Return the policy that clients have by default.

    Sent again is what failed on its way (no connection, a broken or late reply) and what was
    answered with 408, 425, 429 or 5xx. GET, HEAD, OPTIONS, PUT and DELETE are idempotent; POST,
    PATCH and every other method are sent again only when they cannot have been acted on (no
    connection was made, no token was to be had, or 429).

    The wait is drawn evenly from 0 to a bound that doubles with each attempt ("full jitter"). A
    ``Retry-After`` is obeyed where it is longer than that, and one that is longer than
    `longest_retry_after` gives up: the error tells the seconds. Where the token endpoint has failed
    and is left alone for longer than `longest_wait`, it gives up too.

    Args:
        attempts: How often a request is sent at most, 1 or more.
        first_wait: The bound of the first wait in seconds, 0 or more.
        longest_wait: Where the bound stops doubling, in seconds, 0 or more.
        longest_retry_after: The longest ``Retry-After`` that is waited for, in seconds.
        random: Returns numbers from 0 to 1.

    Raises:
        ConfigurationError: A number is out of its range, or `random` is no function of nothing.
    """
    _check_count("attempts", attempts, lowest=1)
    _check_seconds("first_wait", first_wait)
    _check_seconds("longest_wait", longest_wait)
    _check_seconds("longest_retry_after", longest_retry_after)
    if not can_take(random, 0) or is_coroutine_function(random):
        msg = "random takes a function without arguments that returns numbers from 0 to 1."
        raise ConfigurationError(msg, arguments=("random",))

    def policy(error: TalkdeskError, attempt: int) -> float | None:
        if attempt >= attempts or not _may_be_repeated(error):
            return None
        # The exponent is bounded, as a float ends at 2 to the 1024th.
        bound = min(longest_wait, first_wait * 2.0 ** min(attempt - 1, 64))
        wait = bound * random()
        asked = retry_after_of(error)
        if asked is None:
            return wait
        # Where the token endpoint is left alone, a long wait helps nobody: fail at once.
        is_earlier = isinstance(error, APIConnectionError | TokenError) and error.is_earlier
        longest = min(longest_wait, longest_retry_after) if is_earlier else longest_retry_after
        return max(wait, asked) if asked <= longest else None

    return policy


def retry_after_of(error: TalkdeskError) -> float | None:
    """Return the seconds that the server, or a back-off, asks to wait; None where nobody does."""
    if isinstance(error, APIError | APIConnectionError | TokenError):
        return error.retry_after
    return None


def _may_be_repeated(error: TalkdeskError) -> bool:
    """Say whether sending the request again may help, and does no harm."""
    if isinstance(error, APIError):
        if error.method not in _IDEMPOTENT:
            return error.status_code == _TOO_MANY
        return error.status_code in _TRANSIENT or error.status_code >= 500
    if isinstance(error, APIConnectionError):
        if not error.is_transient:
            return False
        return not error.may_have_arrived or error.method in _IDEMPOTENT
    if isinstance(error, TokenError):
        # A refused client stays refused; an endpoint that failed may recover.
        status = error.status_code
        return status is not None and (status in _TRANSIENT or status >= 500)
    return False


@dataclass(frozen=True, slots=True)
class Retries:
    """How a client repeats requests.

    Attributes:
        policy: Decides after each failed attempt.
        budget: Seconds that a call takes at most, above 0 and up to 86,400 (a day): waits for a
            token, for the rate and for retries, all attempts, and the reading of the reply.

    Raises:
        ConfigurationError: `policy` is no function of an error and a number, or `budget` no number
            of seconds in its range.
    """

    policy: RetryPolicy = dataclasses.field(default_factory=standard_policy)
    budget: float = _BUDGET

    def __post_init__(self) -> None:
        is_class = isinstance(self.policy, type)  # it would return an object of its own
        if is_class or not can_take(self.policy, 2) or is_coroutine_function(self.policy):
            msg = (
                "policy takes a plain function of (error, attempt) that returns seconds or None, "
                "such as standard_policy() returns; one that makes a policy is not it: call it."
            )
            raise ConfigurationError(msg, arguments=("policy",))
        _check_seconds("budget", self.budget, above_zero=True)
        if self.budget > _LONGEST_BUDGET:
            msg = f"budget takes a number of seconds up to {_LONGEST_BUDGET:,.0f}, which are a day."
            raise ConfigurationError(msg, arguments=("budget",))


def checked_retries(retries: object) -> Retries:
    """Return how requests are repeated.

    Args:
        retries: A `Retries`; how often a request is sent again after the first time (0 or more);
            or None for the default.

    Raises:
        ConfigurationError: It is something else.
    """
    if retries is None:
        return Retries()
    if isinstance(retries, Retries):
        return retries
    if isinstance(retries, int) and not isinstance(retries, bool) and retries >= 0:
        return Retries(standard_policy(attempts=retries + 1))
    msg = "retries takes how often to try again (0 or more), a Retries(...), or None."
    raise ConfigurationError(msg, arguments=("retries",))


def _check_count(name: str, value: object, *, lowest: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int) or value < lowest:
        msg = f"{name} takes a whole number, {lowest} or more."
        raise ConfigurationError(msg, arguments=(name,))


def _check_seconds(name: str, value: object, *, above_zero: bool = False) -> None:
    if is_finite(value) and (value > 0 or (value == 0 and not above_zero)):
        return
    least = "above 0" if above_zero else "0 or more"
    msg = f"{name} takes a number of seconds, {least}."
    raise ConfigurationError(msg, arguments=(name,))
