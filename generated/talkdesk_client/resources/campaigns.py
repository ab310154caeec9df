# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The resource `campaigns`: its operations as methods, sync and async."""

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
from ..models.campaign_do_not_call_list import CampaignDoNotCallList
from ..models.campaign_do_not_call_list_page import CampaignDoNotCallListPage
from ..models.campaign_input import CampaignInput
from ..models.campaign_number import CampaignNumber
from ..models.campaign_number_page import CampaignNumberPage
from ..models.campaign_operation import CampaignOperation
from ..models.campaign_order import CampaignOrder
from ..models.campaign_page import CampaignPage
from ..models.campaign_record_list import CampaignRecordList
from ..models.campaign_record_list_page import CampaignRecordListPage
from ..models.campaign_status_filter import CampaignStatusFilter
from ..models.campaign_summary import CampaignSummary
from ..models.campaign_user import CampaignUser
from ..models.campaign_user_page import CampaignUserPage
from ..models.dialing_mode import DialingMode
from ..models.do_not_call_list_reference import DoNotCallListReference
from ..models.number_reference import NumberReference
from ..models.record_list_reference import RecordListReference
from ..models.user_reference import UserReference

__all__ = ["AsyncCampaigns", "Campaigns"]


class Campaigns:
    """Outbound dialing campaigns."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.SyncAPIClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"

    @_builtins.property
    def with_raw_response(self) -> _raw_resources.campaigns.CampaignsWithRawResponse:
        """The same operations, whose results are whole replies: status, headers, request id."""
        return _raw_resources.campaigns.CampaignsWithRawResponse(self._client)

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
        limit: int | None = None,
    ) -> _pagination.Pager[CampaignSummary, CampaignPage]:
        """List campaigns.

        One page of the account's campaigns, narrowed by any combination of filters. Items are
        short: what a campaign dials and how is shown by the operation on one campaign. Needs
        the scope campaigns:read. Source: campaigns-list.

        Args:
            fields (str): Members to reply with. Unverified (low confidence): How several
                members are written is not known. Source: bundle.
            name (str): Name of the campaign. Unverified (medium confidence): Whether the whole
                name has to match is not known. Source: bundle.
            search (str): Text to look for. Unverified (low confidence): Where it is looked for
                is not known. Source: bundle.
            user_id (str): Id of a user who is assigned to the campaign. Unverified (medium
                confidence): No page that we have seen describes it. Source: bundle.
            team_id (str): Id of a team whose users are assigned to the campaign. Unverified
                (medium confidence): No page that we have seen describes it. Source: bundle.
            record_list_id (str): Id of a record list that is assigned to the campaign.
                Unverified (medium confidence): No page that we have seen describes it. Source:
                bundle.
            do_no_call_list_id (str): Id of a do-not-call list that is assigned to the campaign.
                Unverified (low confidence): The name is spelt so in the bundle; whether the
                right spelling is taken too is not known. Source: bundle.
            order_by (CampaignOrder | str): Member to sort by, and the direction. Unverified
                (medium confidence): No page that we have seen describes it. Source: bundle.
            dialing_mode (DialingMode | str): How the campaign dials. Unverified (medium
                confidence): No page that we have seen describes it. Source: bundle.
            status (CampaignStatusFilter | str): Where the campaign stands; in lower case here,
                in upper case in replies. Unverified (medium confidence): No page that we have
                seen describes it. Source: bundle.
            action_required (bool): Whether somebody has to act. Unverified (medium confidence):
                No page that we have seen describes it. Source: bundle.
            priority (int): Priority among campaigns. 1 to 10. Unverified (medium confidence):
                No page that we have seen describes it. Source: bundle.
            created_at_from (datetime.date | str): Earliest creation. Unverified (medium
                confidence): By a connector's tests it has to come together with created_at_to.
                Source: bundle.
            created_at_to (datetime.date | str): Latest creation. Unverified (medium
                confidence): By a connector's tests it has to come together with
                created_at_from. Source: bundle.
            page (int): Number of the page. At least 1, the server's default is 1. Source:
                campaigns-list; bundle. The pager starts here.
            per_page (int): Items on a page. 1 to 250. Unverified (medium confidence): The
                bounds are those of the lists of a campaign's users and numbers. Source:
                campaign-users; campaign-numbers. Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignPage]:
            return _api_list_campaigns.call(
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

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.Pager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaigns.page_view,
            operation="list_campaigns",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    def create(
        self, body: CampaignInput | Mapping[str, Any], *, source_id: str | Unset = UNSET
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
        return _api_create_campaign.sync(self._client, body, source_id=source_id)

    def get(self, id: str, *, fields: str | Unset = UNSET) -> Campaign:
        """Show one campaign.

        A campaign with its dialing configuration and strategy. Needs the scope campaigns:read.
        Source: campaign-details, line 1. Erratum B-1 (high confidence), B-29 (medium
        confidence).

        Args:
            id (str): Id of the campaign. Source: campaign-patch; bundle. Erratum B-1 (high
                confidence).
            fields (str): Members to reply with. Unverified (low confidence): How several
                members are written is not known. Source: bundle. Erratum B-29 (medium
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

    def delete(self, id: str) -> None:
        """Delete a campaign.

        The campaign goes, and its callbacks are not dialed any more. Needs the scope
        campaigns:write. Unverified (medium confidence): No page that we have seen describes the
        operation; its statuses are a guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: campaign-patch; bundle. Erratum B-1 (high
                confidence).

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
        return _api_delete_campaign.sync(self._client, id)

    def update(self, id: str, body: CampaignOperation | Mapping[str, Any]) -> Campaign:
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
        return _api_update_campaign.sync(self._client, id, body)

    def list_users(
        self,
        id: str,
        *,
        filter_: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
        limit: int | None = None,
    ) -> _pagination.Pager[CampaignUser, CampaignUserPage]:
        """List the users of a campaign.

        One page of the users that are assigned to a campaign. Needs the scope campaigns:read.
        Source: campaign-users.

        Args:
            id (str): Id of the campaign. Source: campaign-users.
            filter_ (str): Which users to list. Unverified (low confidence): How a filter is
                written is not known. Source: campaign-users.
            page (int): Number of the page. At least 1, the server's default is 1. Source:
                campaign-users. The pager starts here.
            per_page (int): Items on a page. 1 to 250. Source: campaign-users. Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignUserPage]:
            return _api_list_campaign_users.call(id, page=page, per_page=per_page, filter_=filter_)

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.Pager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaign_users.page_view,
            operation="list_campaign_users",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    def assign_users(self, id: str, body: Sequence[UserReference | Mapping[str, Any]]) -> None:
        """Assign users to a campaign.

        Adds to what is assigned already. Needs the scope campaigns:write. Unverified (medium
        confidence): No page that we have seen describes the operation; its statuses are a
        guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: campaign-users.
            body (Sequence[UserReference | Mapping[str, Any]]): The users.

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
        return _api_assign_campaign_users.sync(self._client, id, body)

    def dissociate_users(self, id: str, body: Sequence[UserReference | Mapping[str, Any]]) -> None:
        """Dissociate users from a campaign.

        Takes away what is assigned; the request has a body. Needs the scope campaigns:write.
        Unverified (medium confidence): No page that we have seen describes the operation; its
        statuses are a guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: campaign-users.
            body (Sequence[UserReference | Mapping[str, Any]]): The users.

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
        return _api_dissociate_campaign_users.sync(self._client, id, body)

    def list_numbers(
        self,
        id: str,
        *,
        filter_: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
        limit: int | None = None,
    ) -> _pagination.Pager[CampaignNumber, CampaignNumberPage]:
        """List the numbers of a campaign.

        One page of the numbers that are assigned to a campaign. Needs the scope campaigns:read.
        Source: campaign-numbers.

        Args:
            id (str): Id of the campaign. Source: campaign-numbers.
            filter_ (str): Which numbers to list. Unverified (low confidence): How a filter is
                written is not known. Source: campaign-numbers.
            page (int): Number of the page. At least 1, the server's default is 1. Source:
                campaign-numbers. The pager starts here.
            per_page (int): Items on a page. 1 to 250. Source: campaign-numbers. Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignNumberPage]:
            return _api_list_campaign_numbers.call(
                id, page=page, per_page=per_page, filter_=filter_
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.Pager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaign_numbers.page_view,
            operation="list_campaign_numbers",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    def assign_numbers(self, id: str, body: Sequence[NumberReference | Mapping[str, Any]]) -> None:
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
        return _api_assign_campaign_numbers.sync(self._client, id, body)

    def dissociate_numbers(
        self, id: str, body: Sequence[NumberReference | Mapping[str, Any]]
    ) -> None:
        """Dissociate numbers from a campaign.

        Takes away what is assigned; the request has a body. Needs the scope campaigns:write.
        Unverified (medium confidence): No page that we have seen describes the operation; its
        statuses are a guess. Source: bundle.

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
        return _api_dissociate_campaign_numbers.sync(self._client, id, body)

    def list_record_lists(
        self,
        id: str,
        *,
        filter_: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
        limit: int | None = None,
    ) -> _pagination.Pager[CampaignRecordList, CampaignRecordListPage]:
        """List the record lists of a campaign.

        One page of the record lists that are assigned to a campaign. Needs the scope
        campaigns:read. Unverified (medium confidence): No page that we have seen describes the
        operation; its failures are those of its siblings. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            filter_ (str): Which record lists to list. Unverified (low confidence): How a filter
                is written is not known. Source: bundle.
            page (int): Number of the page. At least 1, the server's default is 1. Unverified
                (medium confidence): No page that we have seen describes it. Source: bundle. The
                pager starts here.
            per_page (int): Items on a page. 1 to 250. Unverified (medium confidence): The
                bounds are those of the lists of a campaign's users and numbers. Source: bundle.
                Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignRecordListPage]:
            return _api_list_campaign_record_lists.call(
                id, page=page, per_page=per_page, filter_=filter_
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.Pager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaign_record_lists.page_view,
            operation="list_campaign_record_lists",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    def assign_record_lists(
        self, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
    ) -> None:
        """Assign record lists to a campaign.

        Adds to what is assigned already. Needs the scope campaigns:write. Unverified (medium
        confidence): No page that we have seen describes the operation; its statuses are a
        guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            body (Sequence[RecordListReference | Mapping[str, Any]]): The record lists.

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
        return _api_assign_campaign_record_lists.sync(self._client, id, body)

    def dissociate_record_lists(
        self, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
    ) -> None:
        """Dissociate record lists from a campaign.

        Takes away what is assigned; the request has a body. Needs the scope campaigns:write.
        Unverified (medium confidence): No page that we have seen describes the operation; its
        statuses are a guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            body (Sequence[RecordListReference | Mapping[str, Any]]): The record lists.

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
        return _api_dissociate_campaign_record_lists.sync(self._client, id, body)

    def list_do_not_call_lists(
        self,
        id: str,
        *,
        filter_: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
        limit: int | None = None,
    ) -> _pagination.Pager[CampaignDoNotCallList, CampaignDoNotCallListPage]:
        """List the do-not-call lists of a campaign.

        One page of the do-not-call lists that are assigned to a campaign. Needs the scope
        campaigns:read. Unverified (medium confidence): No page that we have seen describes the
        operation; its failures are those of its siblings. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            filter_ (str): Which do-not-call lists to list. Unverified (low confidence): How a
                filter is written is not known. Source: bundle.
            page (int): Number of the page. At least 1, the server's default is 1. Unverified
                (medium confidence): No page that we have seen describes it. Source: bundle. The
                pager starts here.
            per_page (int): Items on a page. 1 to 250. Unverified (medium confidence): The
                bounds are those of the lists of a campaign's users and numbers. Source: bundle.
                Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignDoNotCallListPage]:
            return _api_list_campaign_do_not_call_lists.call(
                id, page=page, per_page=per_page, filter_=filter_
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.Pager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaign_do_not_call_lists.page_view,
            operation="list_campaign_do_not_call_lists",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    def assign_do_not_call_lists(
        self, id: str, body: Sequence[DoNotCallListReference | Mapping[str, Any]]
    ) -> None:
        """Assign do-not-call lists to a campaign.

        Adds to what is assigned already. Needs the scope campaigns:write. Unverified (medium
        confidence): No page that we have seen describes the operation; its statuses are a
        guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            body (Sequence[DoNotCallListReference | Mapping[str, Any]]): The do-not-call lists.

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
        return _api_assign_campaign_do_not_call_lists.sync(self._client, id, body)

    def dissociate_do_not_call_lists(
        self, id: str, body: Sequence[DoNotCallListReference | Mapping[str, Any]]
    ) -> None:
        """Dissociate do-not-call lists from a campaign.

        Takes away what is assigned; the request has a body. Needs the scope campaigns:write.
        Unverified (medium confidence): No page that we have seen describes the operation; its
        statuses are a guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            body (Sequence[DoNotCallListReference | Mapping[str, Any]]): The do-not-call lists.

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
        return _api_dissociate_campaign_do_not_call_lists.sync(self._client, id, body)


class AsyncCampaigns:
    """Outbound dialing campaigns."""

    __slots__ = ("_client",)

    def __init__(self, client: _core.AsyncAPIClient) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._client!r})"

    @_builtins.property
    def with_raw_response(self) -> _raw_resources.campaigns.AsyncCampaignsWithRawResponse:
        """The same operations, whose results are whole replies: status, headers, request id."""
        return _raw_resources.campaigns.AsyncCampaignsWithRawResponse(self._client)

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
        limit: int | None = None,
    ) -> _pagination.AsyncPager[CampaignSummary, CampaignPage]:
        """List campaigns.

        One page of the account's campaigns, narrowed by any combination of filters. Items are
        short: what a campaign dials and how is shown by the operation on one campaign. Needs
        the scope campaigns:read. Source: campaigns-list.

        Args:
            fields (str): Members to reply with. Unverified (low confidence): How several
                members are written is not known. Source: bundle.
            name (str): Name of the campaign. Unverified (medium confidence): Whether the whole
                name has to match is not known. Source: bundle.
            search (str): Text to look for. Unverified (low confidence): Where it is looked for
                is not known. Source: bundle.
            user_id (str): Id of a user who is assigned to the campaign. Unverified (medium
                confidence): No page that we have seen describes it. Source: bundle.
            team_id (str): Id of a team whose users are assigned to the campaign. Unverified
                (medium confidence): No page that we have seen describes it. Source: bundle.
            record_list_id (str): Id of a record list that is assigned to the campaign.
                Unverified (medium confidence): No page that we have seen describes it. Source:
                bundle.
            do_no_call_list_id (str): Id of a do-not-call list that is assigned to the campaign.
                Unverified (low confidence): The name is spelt so in the bundle; whether the
                right spelling is taken too is not known. Source: bundle.
            order_by (CampaignOrder | str): Member to sort by, and the direction. Unverified
                (medium confidence): No page that we have seen describes it. Source: bundle.
            dialing_mode (DialingMode | str): How the campaign dials. Unverified (medium
                confidence): No page that we have seen describes it. Source: bundle.
            status (CampaignStatusFilter | str): Where the campaign stands; in lower case here,
                in upper case in replies. Unverified (medium confidence): No page that we have
                seen describes it. Source: bundle.
            action_required (bool): Whether somebody has to act. Unverified (medium confidence):
                No page that we have seen describes it. Source: bundle.
            priority (int): Priority among campaigns. 1 to 10. Unverified (medium confidence):
                No page that we have seen describes it. Source: bundle.
            created_at_from (datetime.date | str): Earliest creation. Unverified (medium
                confidence): By a connector's tests it has to come together with created_at_to.
                Source: bundle.
            created_at_to (datetime.date | str): Latest creation. Unverified (medium
                confidence): By a connector's tests it has to come together with
                created_at_from. Source: bundle.
            page (int): Number of the page. At least 1, the server's default is 1. Source:
                campaigns-list; bundle. The pager starts here.
            per_page (int): Items on a page. 1 to 250. Unverified (medium confidence): The
                bounds are those of the lists of a campaign's users and numbers. Source:
                campaign-users; campaign-numbers. Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignPage]:
            return _api_list_campaigns.call(
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

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.AsyncPager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaigns.page_view,
            operation="list_campaigns",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    async def create(
        self, body: CampaignInput | Mapping[str, Any], *, source_id: str | Unset = UNSET
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
        return await _api_create_campaign.asyncio(self._client, body, source_id=source_id)

    async def get(self, id: str, *, fields: str | Unset = UNSET) -> Campaign:
        """Show one campaign.

        A campaign with its dialing configuration and strategy. Needs the scope campaigns:read.
        Source: campaign-details, line 1. Erratum B-1 (high confidence), B-29 (medium
        confidence).

        Args:
            id (str): Id of the campaign. Source: campaign-patch; bundle. Erratum B-1 (high
                confidence).
            fields (str): Members to reply with. Unverified (low confidence): How several
                members are written is not known. Source: bundle. Erratum B-29 (medium
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

    async def delete(self, id: str) -> None:
        """Delete a campaign.

        The campaign goes, and its callbacks are not dialed any more. Needs the scope
        campaigns:write. Unverified (medium confidence): No page that we have seen describes the
        operation; its statuses are a guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: campaign-patch; bundle. Erratum B-1 (high
                confidence).

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
        return await _api_delete_campaign.asyncio(self._client, id)

    async def update(self, id: str, body: CampaignOperation | Mapping[str, Any]) -> Campaign:
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
        return await _api_update_campaign.asyncio(self._client, id, body)

    def list_users(
        self,
        id: str,
        *,
        filter_: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
        limit: int | None = None,
    ) -> _pagination.AsyncPager[CampaignUser, CampaignUserPage]:
        """List the users of a campaign.

        One page of the users that are assigned to a campaign. Needs the scope campaigns:read.
        Source: campaign-users.

        Args:
            id (str): Id of the campaign. Source: campaign-users.
            filter_ (str): Which users to list. Unverified (low confidence): How a filter is
                written is not known. Source: campaign-users.
            page (int): Number of the page. At least 1, the server's default is 1. Source:
                campaign-users. The pager starts here.
            per_page (int): Items on a page. 1 to 250. Source: campaign-users. Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignUserPage]:
            return _api_list_campaign_users.call(id, page=page, per_page=per_page, filter_=filter_)

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.AsyncPager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaign_users.page_view,
            operation="list_campaign_users",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    async def assign_users(
        self, id: str, body: Sequence[UserReference | Mapping[str, Any]]
    ) -> None:
        """Assign users to a campaign.

        Adds to what is assigned already. Needs the scope campaigns:write. Unverified (medium
        confidence): No page that we have seen describes the operation; its statuses are a
        guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: campaign-users.
            body (Sequence[UserReference | Mapping[str, Any]]): The users.

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
        return await _api_assign_campaign_users.asyncio(self._client, id, body)

    async def dissociate_users(
        self, id: str, body: Sequence[UserReference | Mapping[str, Any]]
    ) -> None:
        """Dissociate users from a campaign.

        Takes away what is assigned; the request has a body. Needs the scope campaigns:write.
        Unverified (medium confidence): No page that we have seen describes the operation; its
        statuses are a guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: campaign-users.
            body (Sequence[UserReference | Mapping[str, Any]]): The users.

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
        return await _api_dissociate_campaign_users.asyncio(self._client, id, body)

    def list_numbers(
        self,
        id: str,
        *,
        filter_: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
        limit: int | None = None,
    ) -> _pagination.AsyncPager[CampaignNumber, CampaignNumberPage]:
        """List the numbers of a campaign.

        One page of the numbers that are assigned to a campaign. Needs the scope campaigns:read.
        Source: campaign-numbers.

        Args:
            id (str): Id of the campaign. Source: campaign-numbers.
            filter_ (str): Which numbers to list. Unverified (low confidence): How a filter is
                written is not known. Source: campaign-numbers.
            page (int): Number of the page. At least 1, the server's default is 1. Source:
                campaign-numbers. The pager starts here.
            per_page (int): Items on a page. 1 to 250. Source: campaign-numbers. Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignNumberPage]:
            return _api_list_campaign_numbers.call(
                id, page=page, per_page=per_page, filter_=filter_
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.AsyncPager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaign_numbers.page_view,
            operation="list_campaign_numbers",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    async def assign_numbers(
        self, id: str, body: Sequence[NumberReference | Mapping[str, Any]]
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
        return await _api_assign_campaign_numbers.asyncio(self._client, id, body)

    async def dissociate_numbers(
        self, id: str, body: Sequence[NumberReference | Mapping[str, Any]]
    ) -> None:
        """Dissociate numbers from a campaign.

        Takes away what is assigned; the request has a body. Needs the scope campaigns:write.
        Unverified (medium confidence): No page that we have seen describes the operation; its
        statuses are a guess. Source: bundle.

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
        return await _api_dissociate_campaign_numbers.asyncio(self._client, id, body)

    def list_record_lists(
        self,
        id: str,
        *,
        filter_: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
        limit: int | None = None,
    ) -> _pagination.AsyncPager[CampaignRecordList, CampaignRecordListPage]:
        """List the record lists of a campaign.

        One page of the record lists that are assigned to a campaign. Needs the scope
        campaigns:read. Unverified (medium confidence): No page that we have seen describes the
        operation; its failures are those of its siblings. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            filter_ (str): Which record lists to list. Unverified (low confidence): How a filter
                is written is not known. Source: bundle.
            page (int): Number of the page. At least 1, the server's default is 1. Unverified
                (medium confidence): No page that we have seen describes it. Source: bundle. The
                pager starts here.
            per_page (int): Items on a page. 1 to 250. Unverified (medium confidence): The
                bounds are those of the lists of a campaign's users and numbers. Source: bundle.
                Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignRecordListPage]:
            return _api_list_campaign_record_lists.call(
                id, page=page, per_page=per_page, filter_=filter_
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.AsyncPager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaign_record_lists.page_view,
            operation="list_campaign_record_lists",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    async def assign_record_lists(
        self, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
    ) -> None:
        """Assign record lists to a campaign.

        Adds to what is assigned already. Needs the scope campaigns:write. Unverified (medium
        confidence): No page that we have seen describes the operation; its statuses are a
        guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            body (Sequence[RecordListReference | Mapping[str, Any]]): The record lists.

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
        return await _api_assign_campaign_record_lists.asyncio(self._client, id, body)

    async def dissociate_record_lists(
        self, id: str, body: Sequence[RecordListReference | Mapping[str, Any]]
    ) -> None:
        """Dissociate record lists from a campaign.

        Takes away what is assigned; the request has a body. Needs the scope campaigns:write.
        Unverified (medium confidence): No page that we have seen describes the operation; its
        statuses are a guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            body (Sequence[RecordListReference | Mapping[str, Any]]): The record lists.

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
        return await _api_dissociate_campaign_record_lists.asyncio(self._client, id, body)

    def list_do_not_call_lists(
        self,
        id: str,
        *,
        filter_: str | Unset = UNSET,
        page: int = 1,
        per_page: int = 250,
        limit: int | None = None,
    ) -> _pagination.AsyncPager[CampaignDoNotCallList, CampaignDoNotCallListPage]:
        """List the do-not-call lists of a campaign.

        One page of the do-not-call lists that are assigned to a campaign. Needs the scope
        campaigns:read. Unverified (medium confidence): No page that we have seen describes the
        operation; its failures are those of its siblings. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            filter_ (str): Which do-not-call lists to list. Unverified (low confidence): How a
                filter is written is not known. Source: bundle.
            page (int): Number of the page. At least 1, the server's default is 1. Unverified
                (medium confidence): No page that we have seen describes it. Source: bundle. The
                pager starts here.
            per_page (int): Items on a page. 1 to 250. Unverified (medium confidence): The
                bounds are those of the lists of a campaign's users and numbers. Source: bundle.
                Always sent.
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

        def _request(page: int, per_page: int) -> _calls.Call[CampaignDoNotCallListPage]:
            return _api_list_campaign_do_not_call_lists.call(
                id, page=page, per_page=per_page, filter_=filter_
            )

        _request(page, per_page)  # bad arguments are refused now, not at the first item
        return _pagination.AsyncPager(
            lambda page, per_page: self._client.execute(_request(page, per_page)),
            _api_list_campaign_do_not_call_lists.page_view,
            operation="list_campaign_do_not_call_lists",
            page=page,
            per_page=per_page,
            limit=limit,
        )

    async def assign_do_not_call_lists(
        self, id: str, body: Sequence[DoNotCallListReference | Mapping[str, Any]]
    ) -> None:
        """Assign do-not-call lists to a campaign.

        Adds to what is assigned already. Needs the scope campaigns:write. Unverified (medium
        confidence): No page that we have seen describes the operation; its statuses are a
        guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            body (Sequence[DoNotCallListReference | Mapping[str, Any]]): The do-not-call lists.

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
        return await _api_assign_campaign_do_not_call_lists.asyncio(self._client, id, body)

    async def dissociate_do_not_call_lists(
        self, id: str, body: Sequence[DoNotCallListReference | Mapping[str, Any]]
    ) -> None:
        """Dissociate do-not-call lists from a campaign.

        Takes away what is assigned; the request has a body. Needs the scope campaigns:write.
        Unverified (medium confidence): No page that we have seen describes the operation; its
        statuses are a guess. Source: bundle.

        Args:
            id (str): Id of the campaign. Source: bundle.
            body (Sequence[DoNotCallListReference | Mapping[str, Any]]): The do-not-call lists.

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
        return await _api_dissociate_campaign_do_not_call_lists.asyncio(self._client, id, body)
