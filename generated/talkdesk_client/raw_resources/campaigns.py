# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The resource `campaigns` with whole replies for results, sync and async."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from talkdesk_core import client as _core
from talkdesk_core import raw as _raw
from talkdesk_core.unset import UNSET, Unset

from ..api.campaigns import (
    assign_campaign_do_not_call_lists as _api_assign_campaign_do_not_call_lists,
)
from ..api.campaigns import assign_campaign_numbers as _api_assign_campaign_numbers
from ..api.campaigns import assign_campaign_record_lists as _api_assign_campaign_record_lists
from ..api.campaigns import assign_campaign_users as _api_assign_campaign_users
from ..api.campaigns import create_campaign as _api_create_campaign
from ..api.campaigns import delete_campaign as _api_delete_campaign
from ..api.campaigns import (
    dissociate_campaign_do_not_call_lists as _api_dissociate_campaign_do_not_call_lists,
)
from ..api.campaigns import dissociate_campaign_numbers as _api_dissociate_campaign_numbers
from ..api.campaigns import (
    dissociate_campaign_record_lists as _api_dissociate_campaign_record_lists,
)
from ..api.campaigns import dissociate_campaign_users as _api_dissociate_campaign_users
from ..api.campaigns import get_campaign as _api_get_campaign
from ..api.campaigns import list_campaign_do_not_call_lists as _api_list_campaign_do_not_call_lists
from ..api.campaigns import list_campaign_numbers as _api_list_campaign_numbers
from ..api.campaigns import list_campaign_record_lists as _api_list_campaign_record_lists
from ..api.campaigns import list_campaign_users as _api_list_campaign_users
from ..api.campaigns import list_campaigns as _api_list_campaigns
from ..api.campaigns import update_campaign as _api_update_campaign
from ..models.campaign import Campaign
from ..models.campaign_do_not_call_list_page import CampaignDoNotCallListPage
from ..models.campaign_input import CampaignInput
from ..models.campaign_number_page import CampaignNumberPage
from ..models.campaign_operation import CampaignOperation
from ..models.campaign_order import CampaignOrder
from ..models.campaign_page import CampaignPage
from ..models.campaign_record_list_page import CampaignRecordListPage
from ..models.campaign_status_filter import CampaignStatusFilter
from ..models.campaign_user_page import CampaignUserPage
from ..models.dialing_mode import DialingMode
from ..models.do_not_call_list_reference import DoNotCallListReference
from ..models.number_reference import NumberReference
from ..models.record_list_reference import RecordListReference
from ..models.user_reference import UserReference

__all__ = ["AsyncCampaignsWithRawResponse", "CampaignsWithRawResponse"]


class CampaignsWithRawResponse:
    """`Campaigns` with whole replies for results."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.SyncAPIClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"

    def list(
        self,
        *,
        fields: str | Unset = UNSET,
        name: str | Unset = UNSET,
        search: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        team_id: str | Unset = UNSET,
        record_list_id: str | Unset = UNSET,
        do_no_call_list_id: str | Unset = UNSET,
        order_by: CampaignOrder | str | Unset = UNSET,
        dialing_mode: DialingMode | str | Unset = UNSET,
        status: CampaignStatusFilter | str | Unset = UNSET,
        action_required: bool | Unset = UNSET,
        priority: int | Unset = UNSET,
        created_at_from: datetime.date | str | Unset = UNSET,
        created_at_to: datetime.date | str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
    ) -> _raw.RawResponse[CampaignPage]:
        """List campaigns.

        As `Campaigns.list`, for one page; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(
            _api_list_campaigns.call(
                page=page,
                per_page=per_page,
                fields=fields,
                name=name,
                search=search,
                user_id=user_id,
                team_id=team_id,
                record_list_id=record_list_id,
                do_no_call_list_id=do_no_call_list_id,
                order_by=order_by,
                dialing_mode=dialing_mode,
                status=status,
                action_required=action_required,
                priority=priority,
                created_at_from=created_at_from,
                created_at_to=created_at_to,
            )
        )

    def create(
        self, body: CampaignInput | Mapping[str, Any], *, source_id: str | Unset = UNSET
    ) -> _raw.RawResponse[Campaign]:
        """Create or duplicate a campaign.

        As `Campaigns.create`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_create_campaign.call(body, source_id=source_id))

    def get(self, id: str, *, fields: str | Unset = UNSET) -> _raw.RawResponse[Campaign]:
        """Show one campaign.

        As `Campaigns.get`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_get_campaign.call(id, fields=fields))

    def delete(self, id: str) -> _raw.RawResponse[None]:
        """Delete a campaign.

        As `Campaigns.delete`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_delete_campaign.call(id))

    def update(
        self, id: str, body: CampaignOperation | Mapping[str, Any]
    ) -> _raw.RawResponse[Campaign]:
        """Change a campaign.

        As `Campaigns.update`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_update_campaign.call(id, body))

    def list_users(
        self, id: str, *, filter_: str | Unset = UNSET, page: int = 1, per_page: int = 250
    ) -> _raw.RawResponse[CampaignUserPage]:
        """List the users of a campaign.

        As `Campaigns.list_users`, for one page; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(
            _api_list_campaign_users.call(id, page=page, per_page=per_page, filter_=filter_)
        )

    def assign_users(
        self, id: str, body: Sequence[UserReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Assign users to a campaign.

        As `Campaigns.assign_users`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_assign_campaign_users.call(id, body))

    def dissociate_users(
        self, id: str, body: Sequence[UserReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Dissociate users from a campaign.

        As `Campaigns.dissociate_users`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_dissociate_campaign_users.call(id, body))

    def list_numbers(
        self, id: str, *, filter_: str | Unset = UNSET, page: int = 1, per_page: int = 250
    ) -> _raw.RawResponse[CampaignNumberPage]:
        """List the numbers of a campaign.

        As `Campaigns.list_numbers`, for one page; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(
            _api_list_campaign_numbers.call(id, page=page, per_page=per_page, filter_=filter_)
        )

    def assign_numbers(
        self, id: str, body: Sequence[NumberReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Assign numbers to a campaign.

        As `Campaigns.assign_numbers`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_assign_campaign_numbers.call(id, body))

    def dissociate_numbers(
        self, id: str, body: Sequence[NumberReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Dissociate numbers from a campaign.

        As `Campaigns.dissociate_numbers`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_dissociate_campaign_numbers.call(id, body))

    def list_record_lists(
        self, id: str, *, filter_: str | Unset = UNSET, page: int = 1, per_page: int = 250
    ) -> _raw.RawResponse[CampaignRecordListPage]:
        """List the record lists of a campaign.

        As `Campaigns.list_record_lists`, for one page; the whole reply instead of its result
        alone.
        """
        return self._client.execute_raw(
            _api_list_campaign_record_lists.call(id, page=page, per_page=per_page, filter_=filter_)
        )

    def assign_record_lists(
        self, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Assign record lists to a campaign.

        As `Campaigns.assign_record_lists`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_assign_campaign_record_lists.call(id, body))

    def dissociate_record_lists(
        self, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Dissociate record lists from a campaign.

        As `Campaigns.dissociate_record_lists`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_dissociate_campaign_record_lists.call(id, body))

    def list_do_not_call_lists(
        self, id: str, *, filter_: str | Unset = UNSET, page: int = 1, per_page: int = 250
    ) -> _raw.RawResponse[CampaignDoNotCallListPage]:
        """List the do-not-call lists of a campaign.

        As `Campaigns.list_do_not_call_lists`, for one page; the whole reply instead of its
        result alone.
        """
        return self._client.execute_raw(
            _api_list_campaign_do_not_call_lists.call(
                id, page=page, per_page=per_page, filter_=filter_
            )
        )

    def assign_do_not_call_lists(
        self, id: str, body: Sequence[DoNotCallListReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Assign do-not-call lists to a campaign.

        As `Campaigns.assign_do_not_call_lists`; the whole reply instead of its result alone.
        """
        return self._client.execute_raw(_api_assign_campaign_do_not_call_lists.call(id, body))

    def dissociate_do_not_call_lists(
        self, id: str, body: Sequence[DoNotCallListReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Dissociate do-not-call lists from a campaign.

        As `Campaigns.dissociate_do_not_call_lists`; the whole reply instead of its result
        alone.
        """
        return self._client.execute_raw(_api_dissociate_campaign_do_not_call_lists.call(id, body))


class AsyncCampaignsWithRawResponse:
    """`AsyncCampaigns` with whole replies for results."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.AsyncAPIClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"

    async def list(
        self,
        *,
        fields: str | Unset = UNSET,
        name: str | Unset = UNSET,
        search: str | Unset = UNSET,
        user_id: str | Unset = UNSET,
        team_id: str | Unset = UNSET,
        record_list_id: str | Unset = UNSET,
        do_no_call_list_id: str | Unset = UNSET,
        order_by: CampaignOrder | str | Unset = UNSET,
        dialing_mode: DialingMode | str | Unset = UNSET,
        status: CampaignStatusFilter | str | Unset = UNSET,
        action_required: bool | Unset = UNSET,
        priority: int | Unset = UNSET,
        created_at_from: datetime.date | str | Unset = UNSET,
        created_at_to: datetime.date | str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
    ) -> _raw.RawResponse[CampaignPage]:
        """List campaigns.

        As `AsyncCampaigns.list`, for one page; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(
            _api_list_campaigns.call(
                page=page,
                per_page=per_page,
                fields=fields,
                name=name,
                search=search,
                user_id=user_id,
                team_id=team_id,
                record_list_id=record_list_id,
                do_no_call_list_id=do_no_call_list_id,
                order_by=order_by,
                dialing_mode=dialing_mode,
                status=status,
                action_required=action_required,
                priority=priority,
                created_at_from=created_at_from,
                created_at_to=created_at_to,
            )
        )

    async def create(
        self, body: CampaignInput | Mapping[str, Any], *, source_id: str | Unset = UNSET
    ) -> _raw.RawResponse[Campaign]:
        """Create or duplicate a campaign.

        As `AsyncCampaigns.create`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_create_campaign.call(body, source_id=source_id))

    async def get(self, id: str, *, fields: str | Unset = UNSET) -> _raw.RawResponse[Campaign]:
        """Show one campaign.

        As `AsyncCampaigns.get`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_get_campaign.call(id, fields=fields))

    async def delete(self, id: str) -> _raw.RawResponse[None]:
        """Delete a campaign.

        As `AsyncCampaigns.delete`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_delete_campaign.call(id))

    async def update(
        self, id: str, body: CampaignOperation | Mapping[str, Any]
    ) -> _raw.RawResponse[Campaign]:
        """Change a campaign.

        As `AsyncCampaigns.update`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_update_campaign.call(id, body))

    async def list_users(
        self, id: str, *, filter_: str | Unset = UNSET, page: int = 1, per_page: int = 250
    ) -> _raw.RawResponse[CampaignUserPage]:
        """List the users of a campaign.

        As `AsyncCampaigns.list_users`, for one page; the whole reply instead of its result
        alone.
        """
        return await self._client.execute_raw(
            _api_list_campaign_users.call(id, page=page, per_page=per_page, filter_=filter_)
        )

    async def assign_users(
        self, id: str, body: Sequence[UserReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Assign users to a campaign.

        As `AsyncCampaigns.assign_users`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_assign_campaign_users.call(id, body))

    async def dissociate_users(
        self, id: str, body: Sequence[UserReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Dissociate users from a campaign.

        As `AsyncCampaigns.dissociate_users`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_dissociate_campaign_users.call(id, body))

    async def list_numbers(
        self, id: str, *, filter_: str | Unset = UNSET, page: int = 1, per_page: int = 250
    ) -> _raw.RawResponse[CampaignNumberPage]:
        """List the numbers of a campaign.

        As `AsyncCampaigns.list_numbers`, for one page; the whole reply instead of its result
        alone.
        """
        return await self._client.execute_raw(
            _api_list_campaign_numbers.call(id, page=page, per_page=per_page, filter_=filter_)
        )

    async def assign_numbers(
        self, id: str, body: Sequence[NumberReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Assign numbers to a campaign.

        As `AsyncCampaigns.assign_numbers`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_assign_campaign_numbers.call(id, body))

    async def dissociate_numbers(
        self, id: str, body: Sequence[NumberReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Dissociate numbers from a campaign.

        As `AsyncCampaigns.dissociate_numbers`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_dissociate_campaign_numbers.call(id, body))

    async def list_record_lists(
        self, id: str, *, filter_: str | Unset = UNSET, page: int = 1, per_page: int = 250
    ) -> _raw.RawResponse[CampaignRecordListPage]:
        """List the record lists of a campaign.

        As `AsyncCampaigns.list_record_lists`, for one page; the whole reply instead of its
        result alone.
        """
        return await self._client.execute_raw(
            _api_list_campaign_record_lists.call(id, page=page, per_page=per_page, filter_=filter_)
        )

    async def assign_record_lists(
        self, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Assign record lists to a campaign.

        As `AsyncCampaigns.assign_record_lists`; the whole reply instead of its result alone.
        """
        return await self._client.execute_raw(_api_assign_campaign_record_lists.call(id, body))

    async def dissociate_record_lists(
        self, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Dissociate record lists from a campaign.

        As `AsyncCampaigns.dissociate_record_lists`; the whole reply instead of its result
        alone.
        """
        return await self._client.execute_raw(_api_dissociate_campaign_record_lists.call(id, body))

    async def list_do_not_call_lists(
        self, id: str, *, filter_: str | Unset = UNSET, page: int = 1, per_page: int = 250
    ) -> _raw.RawResponse[CampaignDoNotCallListPage]:
        """List the do-not-call lists of a campaign.

        As `AsyncCampaigns.list_do_not_call_lists`, for one page; the whole reply instead of its
        result alone.
        """
        return await self._client.execute_raw(
            _api_list_campaign_do_not_call_lists.call(
                id, page=page, per_page=per_page, filter_=filter_
            )
        )

    async def assign_do_not_call_lists(
        self, id: str, body: Sequence[DoNotCallListReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Assign do-not-call lists to a campaign.

        As `AsyncCampaigns.assign_do_not_call_lists`; the whole reply instead of its result
        alone.
        """
        return await self._client.execute_raw(_api_assign_campaign_do_not_call_lists.call(id, body))

    async def dissociate_do_not_call_lists(
        self, id: str, body: Sequence[DoNotCallListReference | Mapping[str, Any]]
    ) -> _raw.RawResponse[None]:
        """Dissociate do-not-call lists from a campaign.

        As `AsyncCampaigns.dissociate_do_not_call_lists`; the whole reply instead of its result
        alone.
        """
        return await self._client.execute_raw(
            _api_dissociate_campaign_do_not_call_lists.call(id, body)
        )
