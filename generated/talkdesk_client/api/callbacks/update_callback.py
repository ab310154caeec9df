# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `update_callback`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import paths as _paths
from talkdesk_core import writing as _write

from ...models.callback import Callback
from ...models.callback_operation import CallbackOperation

__all__ = ["asyncio", "call", "sync"]

_ID = _write.Text()
_BODY = _write.Array(_write.Model(lambda: CallbackOperation), min_items=1)
_DECODE = _read.whole(Callback.from_dict)


def call(id: str, body: Sequence[CallbackOperation | Mapping[str, Any]]) -> _calls.Call[Callback]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    return _calls.Call(
        operation="update_callback",
        method="PATCH",
        path=_paths.expand_path("/schedule-callbacks/{id}", id=_ID.write("id", id)),
        template="/schedule-callbacks/{id}",
        json=_BODY.write("body", body),
        decode=_DECODE,
    )


def sync(
    client: _client.SyncAPIClient, id: str, body: Sequence[CallbackOperation | Mapping[str, Any]]
) -> Callback:
    """Change a callback.

    Replaces members of a callback by a JSON Patch (RFC 6902), whose pointers are in camel
    case: /timeToCall, /phoneNumber, /timezone, /assignType, /agents.
    `talkdesk_changes.callback_changes` writes such patches. Whether further pointers are
    taken is not known. Needs the scope schedule-callbacks:write. Source: callback-update.

    Args:
        id (str): Id of the callback. Source: callback-update; callback-cancel; bundle.
        body (Sequence[CallbackOperation | Mapping[str, Any]]): The replacements, in the
            order in which they are made. Source: callback-update.

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
    return client.execute(call(id, body))


async def asyncio(
    client: _client.AsyncAPIClient, id: str, body: Sequence[CallbackOperation | Mapping[str, Any]]
) -> Callback:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(id, body))
