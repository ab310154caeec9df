# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The resource `callbacks`: its operations as methods, sync and async."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from talkdesk_core.pagination import AsyncPager, Pager
from talkdesk_core.unset import UNSET, Unset

from ..api.callbacks import list_callbacks as _list_callbacks

if TYPE_CHECKING:
    from talkdesk_core.calls import Call
    from talkdesk_core.client import AsyncAPIClient, SyncAPIClient

    from ..models.callback import Callback
    from ..models.callback_page import CallbackPage

__all__ = ["AsyncCallbacks", "Callbacks"]


class Callbacks:
    """Scheduled callbacks."""

    __slots__ = ("_client",)

    def __init__(self, client: SyncAPIClient) -> None:
        self._client = client

    def list(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        contact_id: str | Unset = UNSET,
        next_time_to_call_end: datetime.date | str | Unset = UNSET,
        phone_number: str | Unset = UNSET,
        record_id: str | Unset = UNSET,
        time_to_call: datetime.date | str | Unset = UNSET,
        status: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 500,
        limit: int | None = None,
    ) -> Pager[Callback, CallbackPage]:
        """List scheduled callbacks.

        One page of the account's scheduled callbacks, narrowed by any combination of filters,
        with the number of all that match. Needs the scope schedule-callbacks:read. Source:
        callback-query, line 1.

        Args:
            agent_id: Id of an assigned agent. Matches callbacks kept for that agent (only
                theirs, or theirs if available) and callbacks assigned to a group of agents the
                agent belongs to. Source: callback-query, line 165.
            campaign_id: Id of the campaign the callback came from. Source: callback-query, line
                169.
            contact_id: Id of the contact to be called. Source: callback-query, line 173.
            next_time_to_call_end: Latest next attempt; callbacks whose next attempt lies later
                are left out. At most 35 characters. Source: callback-query, line 177.
            phone_number: Phone number to be called. At most 36 characters. Source:
                callback-query, line 191.
            record_id: Id of the record to be called. At most 36 characters. Source:
                callback-query, line 195.
            time_to_call: When the call is due; callbacks due at another time are left out. At
                most 35 characters. Source: callback-query, line 199.
            status: Status of the callback. At most 35 characters. Source: callback-query, line
                203.
            page: Number of the page. At least 1, the server's default is 1. Source:
                callback-query, line 182. The pager starts here.
            per_page: Items on a page. 1 to 500. Source: callback-query, line 187. Always sent.
            limit: Most items to hand out; None for all. No page is fetched beyond them.

        Returns:
            A pager: iterate it for items, or its `pages()` for pages. Nothing is sent before.

        Raises:
            ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
                sent.
            APIError: The server refuses the request; the subclass tells the status.
            APIConnectionError: The server cannot be reached, or takes too long.
            ResponseDecodeError: The reply is no JSON, or a member has another type than
                documented.
        """

        def _request(page: int, per_page: int) -> Call[CallbackPage]:
            return _list_callbacks.call(
                agent_id=agent_id,
                campaign_id=campaign_id,
                contact_id=contact_id,
                next_time_to_call_end=next_time_to_call_end,
                page=page,
                per_page=per_page,
                phone_number=phone_number,
                record_id=record_id,
                time_to_call=time_to_call,
                status=status,
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return Pager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _list_callbacks.page_view,
            operation="list_callbacks",
            page=page,
            per_page=per_page,
            limit=limit,
        )


class AsyncCallbacks:
    """Scheduled callbacks."""

    __slots__ = ("_client",)

    def __init__(self, client: AsyncAPIClient) -> None:
        self._client = client

    def list(
        self,
        *,
        agent_id: str | Unset = UNSET,
        campaign_id: str | Unset = UNSET,
        contact_id: str | Unset = UNSET,
        next_time_to_call_end: datetime.date | str | Unset = UNSET,
        phone_number: str | Unset = UNSET,
        record_id: str | Unset = UNSET,
        time_to_call: datetime.date | str | Unset = UNSET,
        status: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 500,
        limit: int | None = None,
    ) -> AsyncPager[Callback, CallbackPage]:
        """List scheduled callbacks.

        One page of the account's scheduled callbacks, narrowed by any combination of filters,
        with the number of all that match. Needs the scope schedule-callbacks:read. Source:
        callback-query, line 1.

        Args:
            agent_id: Id of an assigned agent. Matches callbacks kept for that agent (only
                theirs, or theirs if available) and callbacks assigned to a group of agents the
                agent belongs to. Source: callback-query, line 165.
            campaign_id: Id of the campaign the callback came from. Source: callback-query, line
                169.
            contact_id: Id of the contact to be called. Source: callback-query, line 173.
            next_time_to_call_end: Latest next attempt; callbacks whose next attempt lies later
                are left out. At most 35 characters. Source: callback-query, line 177.
            phone_number: Phone number to be called. At most 36 characters. Source:
                callback-query, line 191.
            record_id: Id of the record to be called. At most 36 characters. Source:
                callback-query, line 195.
            time_to_call: When the call is due; callbacks due at another time are left out. At
                most 35 characters. Source: callback-query, line 199.
            status: Status of the callback. At most 35 characters. Source: callback-query, line
                203.
            page: Number of the page. At least 1, the server's default is 1. Source:
                callback-query, line 182. The pager starts here.
            per_page: Items on a page. 1 to 500. Source: callback-query, line 187. Always sent.
            limit: Most items to hand out; None for all. No page is fetched beyond them.

        Returns:
            A pager: iterate it for items, or its `pages()` for pages. Nothing is sent before.

        Raises:
            ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
                sent.
            APIError: The server refuses the request; the subclass tells the status.
            APIConnectionError: The server cannot be reached, or takes too long.
            ResponseDecodeError: The reply is no JSON, or a member has another type than
                documented.
        """

        def _request(page: int, per_page: int) -> Call[CallbackPage]:
            return _list_callbacks.call(
                agent_id=agent_id,
                campaign_id=campaign_id,
                contact_id=contact_id,
                next_time_to_call_end=next_time_to_call_end,
                page=page,
                per_page=per_page,
                phone_number=phone_number,
                record_id=record_id,
                time_to_call=time_to_call,
                status=status,
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return AsyncPager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _list_callbacks.page_view,
            operation="list_callbacks",
            page=page,
            per_page=per_page,
            limit=limit,
        )
