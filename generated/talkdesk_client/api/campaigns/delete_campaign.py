# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `delete_campaign`: call it as `sync` or `asyncio`, or describe it with `call`."""

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
        operation="delete_campaign",
        method="DELETE",
        path=_paths.expand_path("/campaigns/{id}", id=_ID.write("id", id)),
        template="/campaigns/{id}",
        decode=_DECODE,
    )


def sync(client: _client.SyncAPIClient, id: str) -> None:
    """Delete a campaign.

    The campaign goes, and its callbacks are not dialed any more. Needs the scope
    campaigns:write. Unverified (medium confidence): No page that we have seen describes the
    operation; its statuses are a guess. Source: bundle.

    Args:
        id (str): Id of the campaign. Source: campaign-patch; bundle. Erratum B-1 (high
            confidence).

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
