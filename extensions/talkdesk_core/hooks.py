"""What a program may watch: each request of the API on the wire, before and after.

What is told holds no query, no header and no body, and so no secret. The path stands there as the
document has it, with its parameters by name.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from talkdesk_core.errors import ConfigurationError
from talkdesk_core.functions import can_take, is_coroutine_function

__all__ = ["Attempt", "Hook", "Hooks", "checked_hooks"]


@dataclass(frozen=True, slots=True)
class Attempt:
    """One request on the wire.

    Attributes:
        method: The HTTP method, in capitals.
        template: The path below the base URL with its parameters by name, such as
            ``/campaigns/{id}``; of `client.request` the path with everything that looks like an id
            or a number replaced.
        number: 1 for the first attempt of a call. A request that is sent again with a new token
            counts too.
        status_code: The status of the reply; None before the reply, or where none came.
        error: Why no complete reply came, for example ``ReadTimeout``; None where one came.
        seconds: From sending to the last byte of the reply; None before that.
        request_id: The reply's ``platform-tid``; None where it has none.
    """

    method: str
    template: str
    number: int
    status_code: int | None = None
    error: str | None = None
    seconds: float | None = None
    request_id: str | None = None


_NAMES = ("before_attempt", "after_attempt")

Hook: TypeAlias = Callable[[Attempt], Awaitable[object] | object]


@dataclass(frozen=True, slots=True)
class Hooks:
    """Functions that are told of each attempt, in the thread or task that makes it.

    The blocking client takes plain functions; the asynchronous one takes coroutine functions too
    and awaits them. What a hook raises ends the call.

    Attributes:
        before_attempt: Called before a request is sent.
        after_attempt: Called when its reply was read, or there is none.

    Raises:
        ConfigurationError: One is neither a function of an `Attempt` nor None.
    """

    before_attempt: Hook | None = None
    after_attempt: Hook | None = None

    def __post_init__(self) -> None:
        for name in _NAMES:
            hook: object = getattr(self, name)
            if hook is not None and not can_take(hook, 1):
                msg = f"{name} takes a function of an Attempt, or None, not {type(hook).__name__}."
                raise ConfigurationError(msg, arguments=(name,))


def checked_hooks(hooks: object, *, is_async: bool) -> Hooks:
    """Return the hooks; none for None.

    Args:
        hooks: What was given.
        is_async: Whether the client can await coroutines.

    Raises:
        ConfigurationError: It is something else, or has coroutine functions that nobody awaits.
    """
    if hooks is None:
        return Hooks()
    if not isinstance(hooks, Hooks):
        msg = f"hooks takes a Hooks(...) or None, not {type(hooks).__name__}."
        raise ConfigurationError(msg, arguments=("hooks",))
    for name in () if is_async else _NAMES:
        if is_coroutine_function(getattr(hooks, name)):
            msg = (
                f"hooks has a coroutine function as {name}, which the blocking client cannot "
                "await: give a plain function, or use the asynchronous client."
            )
            raise ConfigurationError(msg, arguments=("hooks",))
    return hooks
