"""What is assigned to a campaign: users, numbers, record lists, do-not-call lists."""

from collections.abc import Sequence
from typing import ClassVar, Final, TypeAlias, cast
from urllib.parse import quote
from uuid import uuid4

from pydantic import BaseModel, TypeAdapter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from talkdesk_sandbox.bodies import bad_body, parse_body, read_body
from talkdesk_sandbox.campaign_assignment_store import Assigned, AssignmentStore, Kind
from talkdesk_sandbox.campaign_changes import find_campaign, settle
from talkdesk_sandbox.campaign_links import (
    CAMPAIGNS_PATH,
    LONGEST_LINK,
    campaign_id,
    campaign_page_text,
)
from talkdesk_sandbox.campaign_query import parse_assigned_query
from talkdesk_sandbox.protection import ProtectedEndpoint
from talkdesk_sandbox.replies import base_url, json_text, json_text_reply
from talkdesk_sandbox.services import services
from talkdesk_sandbox.tokens import CAMPAIGNS_READ, CAMPAIGNS_WRITE
from talkdesk_schemas import models

Reference: TypeAlias = dict[str, str]
"""What a body names: ``id``, or for a number ``phone_number``, or both."""

LONGEST_PHONE_NUMBER: Final = 15
"""Most characters of a phone number in the replies about campaigns, by the document."""


class AssignmentsEndpoint(ProtectedEndpoint):
    """What a campaign has of one kind.

    Attributes:
        kind: What it is.
        name: Name of the array inside ``_embedded``, and of the items' own path in their links.
        query: Generated model of the query of the list.
        page: Generated model of a page of the list.
        assigned: Generated model of the body that assigns.
        dissociated: Generated model of the body that dissociates.
        has_links: Whether the items have links.
    """

    scopes: ClassVar[dict[str, str]] = {
        "GET": CAMPAIGNS_READ,
        "POST": CAMPAIGNS_WRITE,
        "DELETE": CAMPAIGNS_WRITE,
    }
    kind: ClassVar[Kind]
    name: ClassVar[str]
    query: ClassVar[type[BaseModel]]
    page: ClassVar[type[BaseModel]]
    assigned: ClassVar[type[BaseModel]]
    dissociated: ClassVar[type[BaseModel]]
    has_links: ClassVar[bool] = False

    def get(self, request: Request) -> Response:
        """Answer one page; runs on a worker thread, because the database blocks."""
        query = parse_assigned_query(request.query_params, self.query)
        campaign = campaign_id(request)
        find_campaign(services(request), campaign)
        total, found = services(request).campaigns.assignments.page(
            campaign, self.kind, query.part, page=query.page, per_page=query.per_page
        )
        items = [json_text(self._item(each, base_url(request))) for each in found]
        address = f"{base_url(request)}{CAMPAIGNS_PATH}/{campaign}/{self.name.replace('_', '-')}"
        text = campaign_page_text(address, query, total, self.name, items)
        return json_text_reply(request, self.page, text)

    async def post(self, request: Request) -> Response:
        """Assign what the body names, in its order; what is assigned already stays."""
        raw = await read_body(request)
        return await run_in_threadpool(self._assign, request, raw)

    async def delete(self, request: Request) -> Response:
        """Take away what the body names; what is not assigned does not matter."""
        raw = await read_body(request)
        return await run_in_threadpool(self._dissociate, request, raw)

    def _assign(self, request: Request, raw: bytes) -> Response:
        references = self.references(raw, self.assigned)
        state, campaign = services(request), campaign_id(request)
        with state.database.writing():
            find_campaign(state, campaign)
            self.assign(state.campaigns.assignments, campaign, references)
            settle(state, campaign)
        return Response(status_code=204)

    def _dissociate(self, request: Request, raw: bytes) -> Response:
        references = self.references(raw, self.dissociated)
        state, campaign = services(request), campaign_id(request)
        with state.database.writing():
            find_campaign(state, campaign)
            self.dissociate(state.campaigns.assignments, campaign, references)
            settle(state, campaign)
        return Response(status_code=204)

    def assign(
        self, store: AssignmentStore, campaign: str, references: Sequence[Reference]
    ) -> None:
        """Assign in the order of the references."""
        store.assign(campaign, self.kind, [each["id"] for each in references])

    def dissociate(
        self, store: AssignmentStore, campaign: str, references: Sequence[Reference]
    ) -> None:
        """Take away what the references name."""
        store.dissociate(campaign, self.kind, [each["id"] for each in references])

    def references(self, raw: bytes, schema: type[BaseModel]) -> list[Reference]:
        """Return what a body names.

        Raises:
            RequestRefusedError: 400 for a body that breaks the schema.
        """
        body = parse_body(raw, TypeAdapter(schema))
        return cast("list[Reference]", body.model_dump(mode="json"))

    def _item(self, assigned: Assigned, address: str) -> dict[str, object]:
        """Return what the wire shows; a link that were too long for the document is left out."""
        item: dict[str, object] = {"id": assigned.assigned_id}
        if assigned.phone_number is not None:
            item["phone_number"] = assigned.phone_number
        href = f"{address}/{self.name}/{quote(assigned.assigned_id, safe='')}"
        if self.has_links and len(href) <= LONGEST_LINK:
            item["_links"] = {"self": {"href": href}}
        return item


class UsersEndpoint(AssignmentsEndpoint):
    """The users of a campaign. Whether there are such users is not checked."""

    kind = Kind.USER
    name = "users"
    query = models.ListCampaignUsersParametersQuery
    page = models.CampaignUserPage
    assigned = models.AssignCampaignUsersRequest
    dissociated = models.DissociateCampaignUsersRequest
    has_links = True


class NumbersEndpoint(AssignmentsEndpoint):
    """The numbers of a campaign, named by their ids or by the phone numbers themselves.

    A phone number that comes without an id is the account's number of that kind; when there is
    none, the account gets one. An id that comes with a phone number and is known already keeps
    the phone number that it has.
    """

    kind = Kind.NUMBER
    name = "numbers"
    query = models.ListCampaignNumbersParametersQuery
    page = models.CampaignNumberPage
    assigned = models.AssignCampaignNumbersRequest
    dissociated = models.DissociateCampaignNumbersRequest
    has_links = True

    def assign(
        self, store: AssignmentStore, campaign: str, references: Sequence[Reference]
    ) -> None:
        """Assign in the order of the references."""
        store.assign(campaign, self.kind, [self._number_id(store, each) for each in references])

    def dissociate(
        self, store: AssignmentStore, campaign: str, references: Sequence[Reference]
    ) -> None:
        """Take away what the references name; where both are there, the id counts."""
        store.dissociate(campaign, self.kind, [each["id"] for each in references if "id" in each])
        store.dissociate_phone_numbers(
            campaign, [each["phone_number"] for each in references if "id" not in each]
        )

    def references(self, raw: bytes, schema: type[BaseModel]) -> list[Reference]:
        """Return what a body names.

        The document bounds phone numbers in replies only, and a reply must be able to show them.

        Raises:
            RequestRefusedError: 400 for a body that breaks the schema, for a reference that names
                nothing, and for too long a phone number.
        """
        references = super().references(raw, schema)
        faults: list[tuple[str, str]] = []
        for place, each in enumerate(references):
            if not each:
                faults.append((f"{place}.id", "Send id or phone_number"))
            if len(each.get("phone_number", "")) > LONGEST_PHONE_NUMBER:
                rule = f"Input should have at most {LONGEST_PHONE_NUMBER} characters"
                faults.append((f"{place}.phone_number", rule))
        if faults:
            raise bad_body(faults)
        return references

    def _number_id(self, store: AssignmentStore, reference: Reference) -> str:
        phone_number = reference.get("phone_number")
        if phone_number is None:
            return reference["id"]
        number_id = reference.get("id") or store.number_id(phone_number) or str(uuid4())
        store.add_numbers({number_id: phone_number})
        return number_id


class RecordListsEndpoint(AssignmentsEndpoint):
    """The record lists of a campaign. Whether there are such lists is not checked."""

    kind = Kind.RECORD_LIST
    name = "record_lists"
    query = models.ListCampaignRecordListsParametersQuery
    page = models.CampaignRecordListPage
    assigned = models.AssignCampaignRecordListsRequest
    dissociated = models.DissociateCampaignRecordListsRequest


class DoNotCallListsEndpoint(AssignmentsEndpoint):
    """The do-not-call lists of a campaign. Whether there are such lists is not checked."""

    kind = Kind.DO_NOT_CALL_LIST
    name = "do_not_call_lists"
    query = models.ListCampaignDoNotCallListsParametersQuery
    page = models.CampaignDoNotCallListPage
    assigned = models.AssignCampaignDoNotCallListsRequest
    dissociated = models.DissociateCampaignDoNotCallListsRequest


ROUTES: Final = (
    Route(CAMPAIGNS_PATH + "/{id}/users", UsersEndpoint),
    Route(CAMPAIGNS_PATH + "/{id}/numbers", NumbersEndpoint),
    Route(CAMPAIGNS_PATH + "/{id}/record-lists", RecordListsEndpoint),
    Route(CAMPAIGNS_PATH + "/{id}/do-not-call-lists", DoNotCallListsEndpoint),
)
"""The routes of what is assigned to campaigns."""
