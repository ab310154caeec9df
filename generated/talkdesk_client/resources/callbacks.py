# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The resource `callbacks`: its operations as methods, sync and async."""

from __future__ import annotations

import builtins as _builtins
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from talkdesk_core import calls as _calls
from talkdesk_core import client as _core
from talkdesk_core import pagination as _pagination
from talkdesk_core.unset import UNSET, Unset

from .. import raw_resources as _raw_resources
from ..api.callbacks import cancel_callback as _api_cancel_callback
from ..api.callbacks import create_callback as _api_create_callback
from ..api.callbacks import get_callback as _api_get_callback
from ..api.callbacks import list_callbacks as _api_list_callbacks
from ..api.callbacks import update_callback as _api_update_callback
from ..models.callback import Callback
from ..models.callback_input import CallbackInput
from ..models.callback_operation import CallbackOperation
from ..models.callback_page import CallbackPage

__all__ = ["AsyncCallbacks", "Callbacks"]


class Callbacks:
    """Scheduled callbacks."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.SyncAPIClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"

    @_builtins.property
    def with_raw_response(self) -> _raw_resources.callbacks.CallbacksWithRawResponse:
        """The same operations, whose results are whole replies: status, headers, request id."""
        return _raw_resources.callbacks.CallbacksWithRawResponse(self._client)

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
        start_time: datetime.date | str | Unset = UNSET,
        end_time: datetime.date | str | Unset = UNSET,
        queue: str | Unset = UNSET,
        team_id: str | Unset = UNSET,
        from_call_type: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 500,
        limit: int | None = None,
    ) -> _pagination.Pager[Callback, CallbackPage]:
        """List scheduled callbacks.

        One page of the account's scheduled callbacks, narrowed by any combination of filters,
        with the number of all that match. Needs the scope schedule-callbacks:read. Source:
        callback-query, line 1. Erratum A-28 (medium confidence).

        Args:
            agent_id (str): Ids of assigned agents, separated by commas. Matches callbacks kept
                for one of them (only theirs, or theirs if available) and callbacks assigned to
                a group of agents that one of them belongs to. Source: callback-query, line 165.
                Erratum A-25 (medium confidence), A-24 (high confidence).
            campaign_id (str): Id of the campaign the callback came from. Source:
                callback-query, line 169. Erratum A-24 (high confidence).
            contact_id (str): Id of the contact to be called. Source: callback-query, line 173.
                Erratum A-24 (high confidence).
            next_time_to_call_end (datetime.date | str): Latest next attempt; callbacks whose
                next attempt lies later are left out. Source: callback-query, line 177. Erratum
                A-23 (medium confidence), A-24 (high confidence).
            phone_number (str): Phone number to be called. Source: callback-query, line 191.
                Erratum A-26 (high confidence).
            record_id (str): Id of the record to be called. Source: callback-query, line 195.
                Erratum A-24 (high confidence).
            time_to_call (datetime.date | str): When the call is due; callbacks due at another
                time are left out. Unverified (low confidence): The name is that of the vendor's
                newest bundle, while the order of the page suggests scheduled_time_to_call.
                Source: callback-query, line 199. Erratum A-22 (low confidence), A-23 (medium
                confidence), A-24 (high confidence).
            status (str): Status of the callback, one of the words of CallbackStatus. Whether
                several can be given is not known. Source: callback-query, line 203. Erratum
                A-27 (medium confidence), A-24 (high confidence).
            start_time (datetime.date | str): Earliest time. Unverified (low confidence): Of
                which member is not known, and that it is a date-time is a guess. Source:
                bundle. Erratum A-28 (medium confidence).
            end_time (datetime.date | str): Latest time. Unverified (low confidence): Of which
                member is not known, and that it is a date-time is a guess. Source: bundle.
                Erratum A-28 (medium confidence).
            queue (str): Id of a queue the callback is assigned to. Unverified (medium
                confidence): No page that we have seen describes it. Source: bundle. Erratum
                A-28 (medium confidence).
            team_id (str): Id of a team the callback is assigned to. Unverified (medium
                confidence): No page that we have seen describes it. Source: bundle. Erratum
                A-28 (medium confidence).
            from_call_type (str): Kind of call the callback came from, one of the words of
                CallbackFromCallType. Unverified (medium confidence): No page that we have seen
                describes it. Source: bundle. Erratum A-28 (medium confidence).
            page (int): Number of the page. At least 1, the server's default is 1. Source:
                callback-query, line 182. Erratum A-5 (medium confidence). The pager starts
                here.
            per_page (int): Items on a page. 1 to 500. Source: callback-query, line 187. Erratum
                A-3 (low confidence). Always sent.
            limit (int | None): Most items to hand out; None for all. No page is fetched beyond
                them.

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

        def _request(page: int, per_page: int) -> _calls.Call[CallbackPage]:
            return _api_list_callbacks.call(
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
                start_time=start_time,
                end_time=end_time,
                queue=queue,
                team_id=team_id,
                from_call_type=from_call_type,
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.Pager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_callbacks.page_view,
            operation="list_callbacks",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    def create(self, body: CallbackInput | Mapping[str, Any]) -> Callback:
        """Schedule a callback.

        Creates a callback, which is due at its time in the zone it names. Needs the scope
        schedule-callbacks:write. Unverified (medium confidence): The path and the members come
        from the vendor's bundle. Which status answers is not known; any 2xx is taken. The
        support pages call the feature a preview, so an account may lack it (403). Source:
        support-callbacks; bundle.

        Args:
            body (CallbackInput | Mapping[str, Any]): A callback to be scheduled. Unverified
                (medium confidence): The members and the marks of what is required come from the
                vendor's bundle alone. Source: bundle; support-callbacks.

        Returns:
            The reply, a `Callback`.

        Raises:
            ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
                sent.
            APIError: The server refuses the request; the subclass tells the status.
            APIConnectionError: The server cannot be reached, or takes too long.
            ResponseDecodeError: The reply is no JSON, or a member has another type than
                documented.
        """
        return _api_create_callback.sync(self._client, body)

    def get(self, id: str) -> Callback:
        """Show one callback.

        A callback with the list its record is in and how often it was attempted. Needs the
        scope schedule-callbacks:read. Unverified (medium confidence): No page that we have seen
        describes the operation; its scope is that of the list. Source: bundle.

        Args:
            id (str): Id of the callback. Source: callback-update; callback-cancel; bundle.

        Returns:
            The reply, a `Callback`.

        Raises:
            ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
                sent.
            APIError: The server refuses the request; the subclass tells the status.
            APIConnectionError: The server cannot be reached, or takes too long.
            ResponseDecodeError: The reply is no JSON, or a member has another type than
                documented.
        """
        return _api_get_callback.sync(self._client, id)

    def cancel(self, id: str) -> None:
        """Cancel a callback.

        The callback is not dialed any more. Needs the scope schedule-callbacks:write.
        Unverified (medium confidence): The page names 401 as the only failure; that a second
        cancel is answered by 409 is a guess. Source: callback-cancel.

        Args:
            id (str): Id of the callback. Source: callback-update; callback-cancel; bundle.

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
        return _api_cancel_callback.sync(self._client, id)

    def update(self, id: str, body: Sequence[CallbackOperation | Mapping[str, Any]]) -> Callback:
        """Change a callback.

        Replaces members of a callback by a JSON Patch (RFC 6902), whose pointers are in camel
        case: /timeToCall, /phoneNumber, /timezone, /assignType, /agents.
        `talkdesk_changes.callback_changes` writes such patches. Whether further pointers are
        taken is not known. Needs the scope schedule-callbacks:write. Source: callback-update.

        Args:
            id (str): Id of the callback. Source: callback-update; callback-cancel; bundle.
            body (Sequence[CallbackOperation | Mapping[str, Any]]): The replacements, in the
                order in which they are made. Source: callback-update.

        Returns:
            The reply, a `Callback`.

        Raises:
            ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
                sent.
            APIError: The server refuses the request; the subclass tells the status.
            APIConnectionError: The server cannot be reached, or takes too long.
            ResponseDecodeError: The reply is no JSON, or a member has another type than
                documented.
        """
        return _api_update_callback.sync(self._client, id, body)


class AsyncCallbacks:
    """Scheduled callbacks."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.AsyncAPIClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"

    @_builtins.property
    def with_raw_response(self) -> _raw_resources.callbacks.AsyncCallbacksWithRawResponse:
        """The same operations, whose results are whole replies: status, headers, request id."""
        return _raw_resources.callbacks.AsyncCallbacksWithRawResponse(self._client)

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
        start_time: datetime.date | str | Unset = UNSET,
        end_time: datetime.date | str | Unset = UNSET,
        queue: str | Unset = UNSET,
        team_id: str | Unset = UNSET,
        from_call_type: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 500,
        limit: int | None = None,
    ) -> _pagination.AsyncPager[Callback, CallbackPage]:
        """List scheduled callbacks.

        One page of the account's scheduled callbacks, narrowed by any combination of filters,
        with the number of all that match. Needs the scope schedule-callbacks:read. Source:
        callback-query, line 1. Erratum A-28 (medium confidence).

        Args:
            agent_id (str): Ids of assigned agents, separated by commas. Matches callbacks kept
                for one of them (only theirs, or theirs if available) and callbacks assigned to
                a group of agents that one of them belongs to. Source: callback-query, line 165.
                Erratum A-25 (medium confidence), A-24 (high confidence).
            campaign_id (str): Id of the campaign the callback came from. Source:
                callback-query, line 169. Erratum A-24 (high confidence).
            contact_id (str): Id of the contact to be called. Source: callback-query, line 173.
                Erratum A-24 (high confidence).
            next_time_to_call_end (datetime.date | str): Latest next attempt; callbacks whose
                next attempt lies later are left out. Source: callback-query, line 177. Erratum
                A-23 (medium confidence), A-24 (high confidence).
            phone_number (str): Phone number to be called. Source: callback-query, line 191.
                Erratum A-26 (high confidence).
            record_id (str): Id of the record to be called. Source: callback-query, line 195.
                Erratum A-24 (high confidence).
            time_to_call (datetime.date | str): When the call is due; callbacks due at another
                time are left out. Unverified (low confidence): The name is that of the vendor's
                newest bundle, while the order of the page suggests scheduled_time_to_call.
                Source: callback-query, line 199. Erratum A-22 (low confidence), A-23 (medium
                confidence), A-24 (high confidence).
            status (str): Status of the callback, one of the words of CallbackStatus. Whether
                several can be given is not known. Source: callback-query, line 203. Erratum
                A-27 (medium confidence), A-24 (high confidence).
            start_time (datetime.date | str): Earliest time. Unverified (low confidence): Of
                which member is not known, and that it is a date-time is a guess. Source:
                bundle. Erratum A-28 (medium confidence).
            end_time (datetime.date | str): Latest time. Unverified (low confidence): Of which
                member is not known, and that it is a date-time is a guess. Source: bundle.
                Erratum A-28 (medium confidence).
            queue (str): Id of a queue the callback is assigned to. Unverified (medium
                confidence): No page that we have seen describes it. Source: bundle. Erratum
                A-28 (medium confidence).
            team_id (str): Id of a team the callback is assigned to. Unverified (medium
                confidence): No page that we have seen describes it. Source: bundle. Erratum
                A-28 (medium confidence).
            from_call_type (str): Kind of call the callback came from, one of the words of
                CallbackFromCallType. Unverified (medium confidence): No page that we have seen
                describes it. Source: bundle. Erratum A-28 (medium confidence).
            page (int): Number of the page. At least 1, the server's default is 1. Source:
                callback-query, line 182. Erratum A-5 (medium confidence). The pager starts
                here.
            per_page (int): Items on a page. 1 to 500. Source: callback-query, line 187. Erratum
                A-3 (low confidence). Always sent.
            limit (int | None): Most items to hand out; None for all. No page is fetched beyond
                them.

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

        def _request(page: int, per_page: int) -> _calls.Call[CallbackPage]:
            return _api_list_callbacks.call(
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
                start_time=start_time,
                end_time=end_time,
                queue=queue,
                team_id=team_id,
                from_call_type=from_call_type,
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.AsyncPager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_callbacks.page_view,
            operation="list_callbacks",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    async def create(self, body: CallbackInput | Mapping[str, Any]) -> Callback:
        """Schedule a callback.

        Creates a callback, which is due at its time in the zone it names. Needs the scope
        schedule-callbacks:write. Unverified (medium confidence): The path and the members come
        from the vendor's bundle. Which status answers is not known; any 2xx is taken. The
        support pages call the feature a preview, so an account may lack it (403). Source:
        support-callbacks; bundle.

        Args:
            body (CallbackInput | Mapping[str, Any]): A callback to be scheduled. Unverified
                (medium confidence): The members and the marks of what is required come from the
                vendor's bundle alone. Source: bundle; support-callbacks.

        Returns:
            The reply, a `Callback`.

        Raises:
            ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
                sent.
            APIError: The server refuses the request; the subclass tells the status.
            APIConnectionError: The server cannot be reached, or takes too long.
            ResponseDecodeError: The reply is no JSON, or a member has another type than
                documented.
        """
        return await _api_create_callback.asyncio(self._client, body)

    async def get(self, id: str) -> Callback:
        """Show one callback.

        A callback with the list its record is in and how often it was attempted. Needs the
        scope schedule-callbacks:read. Unverified (medium confidence): No page that we have seen
        describes the operation; its scope is that of the list. Source: bundle.

        Args:
            id (str): Id of the callback. Source: callback-update; callback-cancel; bundle.

        Returns:
            The reply, a `Callback`.

        Raises:
            ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
                sent.
            APIError: The server refuses the request; the subclass tells the status.
            APIConnectionError: The server cannot be reached, or takes too long.
            ResponseDecodeError: The reply is no JSON, or a member has another type than
                documented.
        """
        return await _api_get_callback.asyncio(self._client, id)

    async def cancel(self, id: str) -> None:
        """Cancel a callback.

        The callback is not dialed any more. Needs the scope schedule-callbacks:write.
        Unverified (medium confidence): The page names 401 as the only failure; that a second
        cancel is answered by 409 is a guess. Source: callback-cancel.

        Args:
            id (str): Id of the callback. Source: callback-update; callback-cancel; bundle.

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
        return await _api_cancel_callback.asyncio(self._client, id)

    async def update(
        self, id: str, body: Sequence[CallbackOperation | Mapping[str, Any]]
    ) -> Callback:
        """Change a callback.

        Replaces members of a callback by a JSON Patch (RFC 6902), whose pointers are in camel
        case: /timeToCall, /phoneNumber, /timezone, /assignType, /agents.
        `talkdesk_changes.callback_changes` writes such patches. Whether further pointers are
        taken is not known. Needs the scope schedule-callbacks:write. Source: callback-update.

        Args:
            id (str): Id of the callback. Source: callback-update; callback-cancel; bundle.
            body (Sequence[CallbackOperation | Mapping[str, Any]]): The replacements, in the
                order in which they are made. Source: callback-update.

        Returns:
            The reply, a `Callback`.

        Raises:
            ArgumentError: An argument is empty, of a wrong type or out of bounds; nothing was
                sent.
            APIError: The server refuses the request; the subclass tells the status.
            APIConnectionError: The server cannot be reached, or takes too long.
            ResponseDecodeError: The reply is no JSON, or a member has another type than
                documented.
        """
        return await _api_update_callback.asyncio(self._client, id, body)
