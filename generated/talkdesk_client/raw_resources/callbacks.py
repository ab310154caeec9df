# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The resource `callbacks` with whole replies for results, sync and async."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from talkdesk_core import client as _core
from talkdesk_core import raw as _raw
from talkdesk_core.unset import UNSET, Unset

from ..api.callbacks import cancel_callback as _api_cancel_callback
from ..api.callbacks import create_callback as _api_create_callback
from ..api.callbacks import get_callback as _api_get_callback
from ..api.callbacks import list_callbacks as _api_list_callbacks
from ..api.callbacks import update_callback as _api_update_callback
from ..models.callback import Callback
from ..models.callback_input import CallbackInput
from ..models.callback_operation import CallbackOperation
from ..models.callback_page import CallbackPage

__all__ = ["AsyncCallbacksWithRawResponse", "CallbacksWithRawResponse"]


class CallbacksWithRawResponse:
    """`Callbacks` with whole replies for results."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.SyncAPIClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"

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
    ) -> _raw.RawResponse[CallbackPage]:
        """List scheduled callbacks.

        As `Callbacks.list`, for one page; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(
            _api_list_callbacks.call(
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
        )

    def create(self, body: CallbackInput | Mapping[str, Any]) -> _raw.RawResponse[Callback]:
        """Schedule a callback.

        As `Callbacks.create`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_create_callback.call(body))

    def get(self, id: str) -> _raw.RawResponse[Callback]:
        """Show one callback.

        As `Callbacks.get`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_get_callback.call(id))

    def cancel(self, id: str) -> _raw.RawResponse[None]:
        """Cancel a callback.

        As `Callbacks.cancel`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_cancel_callback.call(id))

    def update(
        self, id: str, body: Sequence[CallbackOperation | Mapping[str, Any]]
    ) -> _raw.RawResponse[Callback]:
        """Change a callback.

        As `Callbacks.update`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_update_callback.call(id, body))


class AsyncCallbacksWithRawResponse:
    """`AsyncCallbacks` with whole replies for results."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.AsyncAPIClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"

    async def list(
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
    ) -> _raw.RawResponse[CallbackPage]:
        """List scheduled callbacks.

        As `AsyncCallbacks.list`, for one page; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(
            _api_list_callbacks.call(
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
        )

    async def create(self, body: CallbackInput | Mapping[str, Any]) -> _raw.RawResponse[Callback]:
        """Schedule a callback.

        As `AsyncCallbacks.create`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_create_callback.call(body))

    async def get(self, id: str) -> _raw.RawResponse[Callback]:
        """Show one callback.

        As `AsyncCallbacks.get`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_get_callback.call(id))

    async def cancel(self, id: str) -> _raw.RawResponse[None]:
        """Cancel a callback.

        As `AsyncCallbacks.cancel`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_cancel_callback.call(id))

    async def update(
        self, id: str, body: Sequence[CallbackOperation | Mapping[str, Any]]
    ) -> _raw.RawResponse[Callback]:
        """Change a callback.

        As `AsyncCallbacks.update`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_update_callback.call(id, body))
