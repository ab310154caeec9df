# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The resource `campaigns`: its operations as methods, sync and async."""

from __future__ import annotations

from typing import TYPE_CHECKING

from talkdesk_core.unset import UNSET, Unset

from ..api.campaigns import get_campaign as _api_get_campaign

if TYPE_CHECKING:
    from talkdesk_core import client as _core

    from ..models.campaign import Campaign

__all__ = ["AsyncCampaigns", "Campaigns"]


class Campaigns:
    """Outbound dialing campaigns."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.SyncAPIClient) -> None:
        self._client = client

    def get(self, id: str, *, fields: str | Unset = UNSET) -> Campaign:
        """Show one campaign.

        A campaign with its dialing configuration and strategy. Needs the scope campaigns:read.
        Source: campaign-details, line 1. Erratum B-1 (high confidence), B-29 (medium
        confidence).

        Args:
            id (str): Id of the campaign. Source: not printed on a page; inferred. Erratum B-1
                (high confidence).
            fields (str): Members to reply with; how several are written is not known.
                Unverified. Source: not printed on a page; inferred. Erratum B-29 (medium
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
        return _api_get_campaign.sync(self._client, id, fields=fields)


class AsyncCampaigns:
    """Outbound dialing campaigns."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.AsyncAPIClient) -> None:
        self._client = client

    async def get(self, id: str, *, fields: str | Unset = UNSET) -> Campaign:
        """Show one campaign.

        A campaign with its dialing configuration and strategy. Needs the scope campaigns:read.
        Source: campaign-details, line 1. Erratum B-1 (high confidence), B-29 (medium
        confidence).

        Args:
            id (str): Id of the campaign. Source: not printed on a page; inferred. Erratum B-1
                (high confidence).
            fields (str): Members to reply with; how several are written is not known.
                Unverified. Source: not printed on a page; inferred. Erratum B-29 (medium
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
        return await _api_get_campaign.asyncio(self._client, id, fields=fields)
