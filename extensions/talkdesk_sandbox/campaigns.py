"""GET /campaigns/{id}: one campaign."""

from typing import ClassVar, Final, cast

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from talkdesk_sandbox.parameters import bad_query, member_names, sent_once
from talkdesk_sandbox.problems import RequestRefusedError
from talkdesk_sandbox.protection import ProtectedEndpoint
from talkdesk_sandbox.replies import base_url, json_reply
from talkdesk_sandbox.services import services
from talkdesk_sandbox.tokens import CAMPAIGNS_READ
from talkdesk_schemas import models

CAMPAIGNS_PATH: Final = "/campaigns"
_MEMBERS: Final = member_names(models.Campaign)
_REQUIRED: Final = frozenset(
    member.alias or name
    for name, member in models.Campaign.model_fields.items()
    if member.is_required()
)


class CampaignEndpoint(ProtectedEndpoint):
    """A campaign by its id."""

    scopes: ClassVar[dict[str, str]] = {"GET": CAMPAIGNS_READ}

    def get(self, request: Request) -> Response:
        """Answer the campaign; runs on a worker thread, because the database blocks."""
        wanted = wanted_members(request.query_params)
        campaign_id = cast("str", request.path_params["id"])
        campaign = services(request).campaigns.campaign(campaign_id)
        if campaign is None:
            raise RequestRefusedError(
                404,
                "not_found",
                "There is no campaign of this id.",
                description="Take an id from the campaign_id of a callback.",
            )
        address = base_url(request) + CAMPAIGNS_PATH
        links = {"self": {"href": f"{address}/{campaign_id}"}, "campaigns": {"href": address}}
        whole = {"_links": links, **campaign}
        return json_reply(
            request, models.Campaign, {name: whole[name] for name in whole if name in wanted}
        )


def wanted_members(params: QueryParams) -> frozenset[str]:
    """Return the members to reply with: all of them, or those that ``fields`` names.

    How the vendor's ``fields`` is written is not known (B-29). The sandbox's choice: names of
    members of the campaign itself, separated by commas without blanks. Members that the document
    requires (``_links``, ``id``, ``name``) are always there, so that every reply is valid.

    Raises:
        RequestRefusedError: 400 that names ``fields``, for a name that is no member, an empty one
            included, and for ``fields`` sent twice.
    """
    schema = models.GetCampaignParametersQuery
    sent, faults = sent_once(params, schema)
    names = frozenset(sent["fields"].split(",") if "fields" in sent else _MEMBERS)
    if not names.issubset(_MEMBERS):
        rule = f"Input should be one or more of {', '.join(_MEMBERS)}; separated by commas alone"
        faults["fields"] = rule
    if faults:
        raise bad_query(schema, faults)
    return names | _REQUIRED


ROUTES: Final = (Route(CAMPAIGNS_PATH + "/{id}", CampaignEndpoint),)
"""The routes of campaigns."""
