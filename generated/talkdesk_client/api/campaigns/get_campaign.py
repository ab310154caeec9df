# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The operation `get_campaign`: call it as `sync` or `asyncio`, or describe it with `call`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from talkdesk_core import decoding as _read
from talkdesk_core.arguments import expand_path
from talkdesk_core.calls import Call

from ...models.campaign import Campaign

if TYPE_CHECKING:
    from talkdesk_core.client import AsyncAPIClient, SyncAPIClient

__all__ = ["asyncio", "call", "sync"]


def call(id: str) -> Call[Campaign]:
    """Describe the request without sending it; `sync` says what the arguments are.

    Raises:
        ArgumentError: An argument is empty, of a wrong type or out of bounds.
    """
    return Call(
        operation="get_campaign",
        method="GET",
        path=expand_path("/campaigns/{id}", id=id),
        decode=_read.whole(_read.model(Campaign.from_dict)),
    )


def sync(client: SyncAPIClient, id: str) -> Campaign:
    """Show one campaign.

    A campaign with its dialing configuration and strategy. Needs the scope campaigns:read.
    Source: campaign-details, line 1.

    Args:
        id: Id of the campaign. Source: not printed on a page; inferred.

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
    return client.execute(call(id))


async def asyncio(client: AsyncAPIClient, id: str) -> Campaign:
    """Do what `sync` does, which says what the arguments are."""
    return await client.execute(call(id))
