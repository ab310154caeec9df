# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `cancel_callback`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import paths as _paths
from talkdesk_core import writing as _write

__all__ = ["asyncio", "call", "sync"]

_ID = _write.Text()
_DECODE = _read.nothing


def call(id: str) -> _calls.Call[None]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    return _calls.Call(
        operation="cancel_callback",
        method="DELETE",
        path=_paths.expand_path("/schedule-callbacks/{id}", id=_ID.write("id", id)),
        template="/schedule-callbacks/{id}",
        decode=_DECODE,
    )


def sync(client: _client.SyncAPIClient, id: str) -> None:
    """Cancel a callback.

    The callback is not dialed any more. Needs the scope schedule-callbacks:write.
    Unverified (medium confidence): The page names 401 as the only failure; that a second
    cancel is answered by 409 is a guess. Source: callback-cancel.

    Args:
        id (str): Id of the callback. Source: callback-update; callback-cancel; bundle.

    Returns:
        None.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
            sent.
        APIError: The server refuses the request; the subclass tells the status.
        APIConnectionError: The server cannot be reached, or takes too long.
        ResponseDecodeError: The reply is no JSON, or a member has another type than
            documented.
    """
    return client.execute(call(id))


async def asyncio(client: _client.AsyncAPIClient, id: str) -> None:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(id))
