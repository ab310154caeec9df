# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `assign_campaign_numbers`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import paths as _paths
from talkdesk_core import writing as _write

from ...models.number_reference import NumberReference

__all__ = ["asyncio", "call", "sync"]

_ID = _write.Text()
_BODY = _write.Array(_write.Model(lambda: NumberReference), min_items=1)
_DECODE = _read.nothing


def call(id: str, body: Sequence[NumberReference | Mapping[str, Any]]) -> _calls.Call[None]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    return _calls.Call(
        operation="assign_campaign_numbers",
        method="POST",
        path=_paths.expand_path("/campaigns/{id}/numbers", id=_ID.write("id", id)),
        template="/campaigns/{id}/numbers",
        json=_BODY.write("body", body),
        decode=_DECODE,
    )


def sync(
    client: _client.SyncAPIClient, id: str, body: Sequence[NumberReference | Mapping[str, Any]]
) -> None:
    """Assign numbers to a campaign.

    Adds to what is assigned already. Needs the scope campaigns:write. Unverified (medium
    confidence): No page that we have seen describes the operation; its statuses are a
    guess. Source: bundle.

    Args:
        id (str): Id of the campaign. Source: campaign-numbers.
        body (Sequence[NumberReference | Mapping[str, Any]]): The numbers.

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
    client: _client.AsyncAPIClient, id: str, body: Sequence[NumberReference | Mapping[str, Any]]
) -> None:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(id, body))
