"""GET /campaigns/{id}: one campaign."""

from typing import Final, cast

from starlette.requests import Request
from starlette.responses import Response

from talkdesk_sandbox.problems import RequestRefusedError
from talkdesk_sandbox.protection import ProtectedEndpoint
from talkdesk_sandbox.replies import base_url, json_reply
from talkdesk_sandbox.services import services
from talkdesk_sandbox.tokens import CAMPAIGNS_READ
from talkdesk_schemas import models

CAMPAIGNS_PATH: Final = "/campaigns"


class CampaignEndpoint(ProtectedEndpoint):
    """A campaign by its id."""

    scopes = {"GET": CAMPAIGNS_READ}  # noqa: RUF012  (a ClassVar of the base class)

    def get(self, request: Request) -> Response:
        """Answer the campaign; runs on a worker thread, because the database blocks."""
        campaign_id = cast("str", request.path_params["id"])
        campaign = services(request).store.campaign(campaign_id)
        if campaign is None:
            raise RequestRefusedError(
                404,
                "not_found",
                "There is no campaign of this id.",
                description="Take an id from the campaign_id of a callback.",
            )
        address = base_url(request) + CAMPAIGNS_PATH
        links = {"self": {"href": f"{address}/{campaign_id}"}, "campaigns": {"href": address}}
        return json_reply(models.Campaign, {"_links": links, **campaign})
