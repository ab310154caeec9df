# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `get_campaign`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import parameters as _parameters
from talkdesk_core import paths as _paths
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from ...models.campaign import Campaign

__all__ = ["asyncio", "call", "sync"]

_ID = _write.Text()
_FIELDS = _write.Text()
_DECODE = _read.whole(Campaign.from_dict)


def call(id: str, *, fields: str | Unset = UNSET) -> _calls.Call[Campaign]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    _query = _parameters.Parameters()
    _query.add("fields", fields, _FIELDS)
    return _calls.Call(
        operation="get_campaign",
        method="GET",
        path=_paths.expand_path("/campaigns/{id}", id=_ID.write("id", id)),
        template="/campaigns/{id}",
        query=_query.sent,
        decode=_DECODE,
    )


def sync(client: _client.SyncAPIClient, id: str, *, fields: str | Unset = UNSET) -> Campaign:
    """Show one campaign.

    A campaign with its dialing configuration and strategy. Needs the scope campaigns:read.
    Source: campaign-details, line 1. Erratum B-1 (high confidence), B-29 (medium
    confidence).

    Args:
        id (str): Id of the campaign. Source: campaign-patch; bundle. Erratum B-1 (high
            confidence).
        fields (str): Members to reply with. Unverified (low confidence): How several
            members are written is not known. Source: bundle. Erratum B-29 (medium
            confidence).

    Returns:
        The reply, a `Campaign`.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
            sent.
        APIError: The server refuses the request; the subclass tells the status.
        APIConnectionError: The server cannot be reached, or takes too long.
        ResponseDecodeError: The reply is no JSON, or a member has another type than
            documented.
    """
    return client.execute(call(id, fields=fields))


async def asyncio(
    client: _client.AsyncAPIClient, id: str, *, fields: str | Unset = UNSET
) -> Campaign:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(id, fields=fields))
