"""What can be known of a function that a user hands in, before it is called."""

import functools
import inspect

__all__ = ["can_take", "is_coroutine_function"]


def is_coroutine_function(function: object) -> bool:
    """Say whether calling it gives a coroutine, also behind `functools.partial` and ``__call__``.

    A plain function may return one all the same; only calling it tells.
    """
    while isinstance(function, functools.partial):
        function = function.func
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
        getattr(type(function), "__call__", None)  # noqa: B004 - it is looked into, not asked for
    )


def can_take(function: object, count: int) -> bool:
    """Say whether it can be called with so many arguments that have no name."""
    if not callable(function):
        return False
    try:
        signature = inspect.signature(function)
    except ValueError:  # a built-in function that does not tell
        return True
    try:
        signature.bind(*range(count))
    except TypeError:
        return False
    return True
