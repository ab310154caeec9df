"""The campaigns of the account, and each by its id."""

from collections.abc import Mapping
from typing import ClassVar, Final

from pydantic import TypeAdapter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from talkdesk_sandbox import campaign_assignments
from talkdesk_sandbox.bodies import parse_body, read_body
from talkdesk_sandbox.campaign_changes import (
    change_campaign,
    create_campaign,
    delete_campaign,
    find_campaign,
)
from talkdesk_sandbox.campaign_links import CAMPAIGNS_PATH, campaign_id, campaign_page_text
from talkdesk_sandbox.campaign_query import parse_campaign_query, wanted_members
from talkdesk_sandbox.campaign_store import CampaignDocument
from talkdesk_sandbox.parameters import bad_query, sent_once
from talkdesk_sandbox.protection import ProtectedEndpoint
from talkdesk_sandbox.replies import base_url, json_reply, json_text, json_text_reply
from talkdesk_sandbox.services import services
from talkdesk_sandbox.tokens import CAMPAIGNS_READ, CAMPAIGNS_WRITE
from talkdesk_schemas import models

_INPUT: Final = TypeAdapter(models.CampaignInput)
_OPERATION: Final = TypeAdapter(models.CampaignOperation)


class CampaignsEndpoint(ProtectedEndpoint):
    """The account's campaigns."""

    scopes: ClassVar[dict[str, str]] = {"GET": CAMPAIGNS_READ, "POST": CAMPAIGNS_WRITE}

    def get(self, request: Request) -> Response:
        """Answer one page; runs on a worker thread, because the database blocks."""
        query = parse_campaign_query(request.query_params)
        total, found = services(request).campaigns.page(
            query.wanted, query.order, page=query.page, per_page=query.per_page
        )
        address = base_url(request) + CAMPAIGNS_PATH
        items = [json_text(_chosen(_linked(request, each), query.members)) for each in found]
        text = campaign_page_text(address, query, total, "campaigns", items)
        return json_text_reply(request, models.CampaignPage, text)

    async def post(self, request: Request) -> Response:
        """Create a campaign, or a duplicate of one, and answer it."""
        raw = await read_body(request)
        return await run_in_threadpool(_create, request, raw)


class CampaignEndpoint(ProtectedEndpoint):
    """A campaign by its id."""

    scopes: ClassVar[dict[str, str]] = {
        "GET": CAMPAIGNS_READ,
        "PATCH": CAMPAIGNS_WRITE,
        "DELETE": CAMPAIGNS_WRITE,
    }

    def get(self, request: Request) -> Response:
        """Answer the campaign; runs on a worker thread, because the database blocks."""
        members = wanted_members(
            request.query_params, models.GetCampaignParametersQuery, models.Campaign
        )
        campaign = find_campaign(services(request), campaign_id(request))
        return json_reply(request, models.Campaign, _chosen(_linked(request, campaign), members))

    async def patch(self, request: Request) -> Response:
        """Replace one member of the campaign, and answer the campaign."""
        raw = await read_body(request)
        return await run_in_threadpool(_change, request, raw)

    def delete(self, request: Request) -> Response:
        """Delete the campaign; runs on a worker thread, because the database blocks."""
        delete_campaign(services(request), campaign_id(request))
        return Response(status_code=204)


def _create(request: Request, raw: bytes) -> Response:
    schema = models.CreateCampaignParametersQuery
    sent, faults = sent_once(request.query_params, schema)
    if faults:
        raise bad_query(schema, faults)
    wanted = parse_body(raw, _INPUT)
    campaign = create_campaign(services(request), wanted, sent.get("source_id"))
    return json_reply(request, models.Campaign, _linked(request, campaign), 201)


def _change(request: Request, raw: bytes) -> Response:
    operation = parse_body(raw, _OPERATION)
    campaign = change_campaign(services(request), campaign_id(request), operation)
    return json_reply(request, models.Campaign, _linked(request, campaign))


def _linked(request: Request, campaign: CampaignDocument) -> CampaignDocument:
    """Return a campaign with its links."""
    address = base_url(request) + CAMPAIGNS_PATH
    links = {"self": {"href": f"{address}/{campaign['id']}"}, "campaigns": {"href": address}}
    return {"_links": links, **campaign}


def _chosen(whole: Mapping[str, object], members: frozenset[str]) -> CampaignDocument:
    """Return the members that are wanted of a campaign, in its order."""
    return {name: value for name, value in whole.items() if name in members}


ROUTES: Final = (
    Route(CAMPAIGNS_PATH, CampaignsEndpoint),
    Route(CAMPAIGNS_PATH + "/{id}", CampaignEndpoint),
    *campaign_assignments.ROUTES,
)
"""The routes of campaigns and of what is assigned to them."""
