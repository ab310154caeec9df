"""The connection of a request: hanging up on a caller as a server that dies does, and waiting."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeAlias, cast

from starlette.types import Receive, Scope

from talkdesk_sandbox.errors import ConnectionDroppedError

Sleep: TypeAlias = Callable[[float], Awaitable[None]]
"""Waits for so many seconds on the event loop."""

CONNECTION: Final = "talkdesk_sandbox.connection"
"""Name of the ASGI extension that holds the ``Connection`` of a request."""


@dataclass(frozen=True, slots=True)
class Connection:
    """What the sandbox's own server tells of a connection.

    Attributes:
        close: Closes it, after what was sent so far.
        ended: Set when the caller has hung up, or the server stops.
    """

    close: Callable[[], None]
    ended: asyncio.Event


async def hang_up(scope: Scope, receive: Receive) -> None:
    """Close the connection of a request, after what was sent so far.

    Raises:
        ConnectionDroppedError: There is no connection: the app is called without a server.
    """
    connection = _connection(scope)
    if connection is None:
        raise ConnectionDroppedError(
            "the sandbox was told to drop the connection, and without a server there is none: "
            "this error stands for it"
        )
    connection.close()
    # An app that ended before the server noticed would be reported as one that failed.
    while (await receive())["type"] != "http.disconnect":
        pass


async def wait(scope: Scope, sleep: Sleep, seconds: float) -> bool:
    """Wait, and return whether somebody still waits for the reply.

    It is over at once when the caller hangs up or the server stops: nobody who has tried a
    time-out needs to wait for the rest of it.
    """
    connection = _connection(scope)
    if connection is None:
        await sleep(seconds)
        return True
    ways = [asyncio.ensure_future(sleep(seconds)), asyncio.ensure_future(connection.ended.wait())]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
    return not connection.ended.is_set()


def _connection(scope: Scope) -> Connection | None:
    extensions = cast("dict[str, object]", scope.get("extensions") or {})
    return cast("Connection | None", extensions.get(CONNECTION))
