# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `update_campaign`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import paths as _paths
from talkdesk_core import writing as _write

from ...models.campaign import Campaign
from ...models.campaign_operation import CampaignOperation

__all__ = ["asyncio", "call", "sync"]

_ID = _write.Text()
_BODY = _write.Model(lambda: CampaignOperation)
_DECODE = _read.whole(Campaign.from_dict)


def call(id: str, body: CampaignOperation | Mapping[str, Any]) -> _calls.Call[Campaign]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    return _calls.Call(
        operation="update_campaign",
        method="PATCH",
        path=_paths.expand_path("/campaigns/{id}", id=_ID.write("id", id)),
        template="/campaigns/{id}",
        json=_BODY.write("body", body),
        decode=_DECODE,
    )


def sync(
    client: _client.SyncAPIClient, id: str, body: CampaignOperation | Mapping[str, Any]
) -> Campaign:
    """Change a campaign.

    Replaces one member of a campaign: its status, name or priority. The body is one object
    with capitals in its op and no slash in its path. `talkdesk_changes.campaign_change`
    writes it. Which statuses can be set is not known beyond paused. Needs the scope
    campaigns:write. Source: campaign-patch.

    Args:
        id (str): Id of the campaign. Source: campaign-patch; bundle. Erratum B-1 (high
            confidence).
        body (CampaignOperation | Mapping[str, Any]): The replacement of one member of a
            campaign. Source: campaign-patch.

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
    return client.execute(call(id, body))


async def asyncio(
    client: _client.AsyncAPIClient, id: str, body: CampaignOperation | Mapping[str, Any]
) -> Campaign:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(id, body))
