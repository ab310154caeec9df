# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `create_campaign`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from talkdesk_core import calls as _calls
from talkdesk_core import client as _client
from talkdesk_core import decoding as _read
from talkdesk_core import parameters as _parameters
from talkdesk_core import writing as _write
from talkdesk_core.unset import UNSET, Unset

from ...models.campaign import Campaign
from ...models.campaign_input import CampaignInput

__all__ = ["asyncio", "call", "sync"]

_SOURCE_ID = _write.Text()
_BODY = _write.Model(lambda: CampaignInput)
_DECODE = _read.whole(Campaign.from_dict)


def call(
    body: CampaignInput | Mapping[str, Any], *, source_id: str | Unset = UNSET
) -> _calls.Call[Campaign]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    _query = _parameters.Parameters()
    _query.add("source_id", source_id, _SOURCE_ID)
    return _calls.Call(
        operation="create_campaign",
        method="POST",
        path="/campaigns",
        template="/campaigns",
        query=_query.sent,
        json=_BODY.write("body", body),
        decode=_DECODE,
    )


def sync(
    client: _client.SyncAPIClient,
    body: CampaignInput | Mapping[str, Any],
    *,
    source_id: str | Unset = UNSET,
) -> Campaign:
    """Create or duplicate a campaign.

    Creates a campaign; with source_id as a duplicate of that campaign. Whether the members
    of the body go before those of the source is not known. Needs the scope campaigns:write.
    Source: campaign-create.

    Args:
        body (CampaignInput | Mapping[str, Any]): A campaign to be created. Source:
            campaign-create.
        source_id (str): Id of the campaign to duplicate. Source: campaign-create.

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
    return client.execute(call(body, source_id=source_id))


async def asyncio(
    client: _client.AsyncAPIClient,
    body: CampaignInput | Mapping[str, Any],
    *,
    source_id: str | Unset = UNSET,
) -> Campaign:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(body, source_id=source_id))
