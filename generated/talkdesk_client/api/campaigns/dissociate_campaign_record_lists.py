# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `dissociate_campaign_record_lists`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import paths as _paths
from talkdesk_core import writing as _write

from ...models.record_list_reference import RecordListReference

__all__ = ["asyncio", "call", "sync"]

_ID = _write.Text()
_BODY = _write.Array(_write.Model(lambda: RecordListReference), min_items=1)
_DECODE = _read.nothing


def call(id: str, body: Sequence[RecordListReference | Mapping[str, Any]]) -> _calls.Call[None]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    return _calls.Call(
        operation="dissociate_campaign_record_lists",
        method="DELETE",
        path=_paths.expand_path("/campaigns/{id}/record-lists", id=_ID.write("id", id)),
        template="/campaigns/{id}/record-lists",
        json=_BODY.write("body", body),
        decode=_DECODE,
    )


def sync(
    client: _client.SyncAPIClient, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
) -> None:
    """Dissociate record lists from a campaign.

    Takes away what is assigned; the request has a body. Needs the scope campaigns:write.
    Unverified (medium confidence): No page that we have seen describes the operation; its
    statuses are a guess. Source: bundle.

    Args:
        id (str): Id of the campaign. Source: bundle.
        body (Sequence[RecordListReference | Mapping[str, Any]]): The record lists.

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
    return client.execute(call(id, body))


async def asyncio(
    client: _client.AsyncAPIClient, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
) -> None:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(id, body))
