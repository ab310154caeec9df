"""How long a token endpoint is left alone after a failure."""

import random
from collections.abc import Callable

__all__ = ["Backoff"]

_FIRST = 0.5
_LONGEST = 60.0
# Longer than this no endpoint may keep a client from asking again.
_LONGEST_RETRY_AFTER = 300.0


class Backoff:
    """Waits that double from half a second to a minute, less up to a half by chance.

    The chance keeps clients that failed together from coming back together.

    Args:
        chance: Returns numbers from 0 to 1.
    """

    def __init__(self, chance: Callable[[], float] = random.random) -> None:
        self._chance = chance

    def seconds(self, failures: int, retry_after: float | None = None) -> float:
        """Return how long to wait, above 0.

        Args:
            failures: How many there were in a row, 1 or more.
            retry_after: Seconds that the endpoint asks for, 0 or more; it wins, up to five minutes.
                0 and None ask for nothing.
        """
        if retry_after:
            return min(retry_after, _LONGEST_RETRY_AFTER)
        # The exponent is bounded, as a float ends at 2 to the 1024th.
        longest = min(_LONGEST, _FIRST * 2.0 ** min(failures - 1, 64))
        return longest * (1.0 - 0.5 * self._chance())
