# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The root clients: one attribute for each resource."""

from __future__ import annotations

import functools as _functools
from typing import TYPE_CHECKING

from talkdesk_core import client as _client

if TYPE_CHECKING:
    from .resources.callbacks import AsyncCallbacks, Callbacks
    from .resources.campaigns import AsyncCampaigns, Campaigns

__all__ = ["AsyncTalkdesk", "Talkdesk"]


class Talkdesk(_client.SyncAPIClient):
    """The client. Close it, or use it as a context manager.

    The arguments, the environment and the errors are those of `talkdesk_core.client.SyncAPIClient`.
    """

    @_functools.cached_property
    def callbacks(self) -> Callbacks:
        """Scheduled callbacks."""
        from .resources.callbacks import Callbacks

        return Callbacks(self)

    @_functools.cached_property
    def campaigns(self) -> Campaigns:
        """Outbound dialing campaigns."""
        from .resources.campaigns import Campaigns

        return Campaigns(self)


class AsyncTalkdesk(_client.AsyncAPIClient):
    """The client for asyncio. Close it, or use it as an async context manager.

    The arguments, the environment and the errors are those of `talkdesk_core.client.AsyncAPIClient`.
    """

    @_functools.cached_property
    def callbacks(self) -> AsyncCallbacks:
        """Scheduled callbacks."""
        from .resources.callbacks import AsyncCallbacks

        return AsyncCallbacks(self)

    @_functools.cached_property
    def campaigns(self) -> AsyncCampaigns:
        """Outbound dialing campaigns."""
        from .resources.campaigns import AsyncCampaigns

        return AsyncCampaigns(self)
