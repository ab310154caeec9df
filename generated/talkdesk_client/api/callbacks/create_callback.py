# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `create_callback`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import writing as _write

from ...models.callback import Callback
from ...models.callback_input import CallbackInput

__all__ = ["asyncio", "call", "sync"]

_BODY = _write.Model(lambda: CallbackInput)
_DECODE = _read.whole(Callback.from_dict)


def call(body: CallbackInput | Mapping[str, Any]) -> _calls.Call[Callback]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    return _calls.Call(
        operation="create_callback",
        method="POST",
        path="/schedule-callbacks",
        template="/schedule-callbacks",
        json=_BODY.write("body", body),
        decode=_DECODE,
    )


def sync(client: _client.SyncAPIClient, body: CallbackInput | Mapping[str, Any]) -> Callback:
    """Schedule a callback.

    Creates a callback, which is due at its time in the zone it names. Needs the scope
    schedule-callbacks:write. Unverified (medium confidence): The path and the members come
    from the vendor's bundle. Which status answers is not known; any 2xx is taken. The
    support pages call the feature a preview, so an account may lack it (403). Source:
    support-callbacks; bundle.

    Args:
        body (CallbackInput | Mapping[str, Any]): A callback to be scheduled. Unverified
            (medium confidence): The members and the marks of what is required come from the
            vendor's bundle alone. Source: bundle; support-callbacks.

    Returns:
        The reply, a `Callback`.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
            sent.
        APIError: The server refuses the request; the subclass tells the status.
        APIConnectionError: The server cannot be reached, or takes too long.
        ResponseDecodeError: The reply is no JSON, or a member has another type than
            documented.
    """
    return client.execute(call(body))


async def asyncio(
    client: _client.AsyncAPIClient, body: CallbackInput | Mapping[str, Any]
) -> Callback:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(body))
