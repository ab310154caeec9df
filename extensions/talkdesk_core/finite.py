"""Numbers that users hand in: seconds, rates."""

import sys
from typing import TypeGuard

__all__ = ["is_finite"]


def is_finite(value: object) -> TypeGuard[float]:
    """Say whether a value is a number that a float can hold, neither infinite nor NaN; no bool."""
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and -sys.float_info.max <= value <= sys.float_info.max
    )
