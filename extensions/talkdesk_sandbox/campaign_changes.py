"""What requests do to campaigns: create, duplicate, change, delete."""

from collections.abc import Mapping
from typing import Final, cast
from uuid import uuid4

from talkdesk_sandbox.bodies import bad_body
from talkdesk_sandbox.campaign_status import is_complete, next_status, settled_status
from talkdesk_sandbox.campaign_store import CampaignDocument
from talkdesk_sandbox.parameters import member_names
from talkdesk_sandbox.problems import RequestRefusedError
from talkdesk_sandbox.services import Services
from talkdesk_sandbox.timestamps import date_time_text
from talkdesk_schemas import models
from talkdesk_schemas.models import CampaignOperationPath, CampaignStatus

SHORTEST_NAME: Final = 3
LONGEST_NAME: Final = 36
"""Characters of a name, by the document; its schema of a change has them in words alone."""
LOWEST_PRIORITY: Final = 1
HIGHEST_PRIORITY: Final = 10
"""The priorities, by the document; its schema of a change has them in words alone."""
_PRIORITIES: Final = {str(each): each for each in range(LOWEST_PRIORITY, HIGHEST_PRIORITY + 1)}


def find_campaign(state: Services, campaign_id: str) -> CampaignDocument:
    """Return a campaign without its links.

    Raises:
        RequestRefusedError: 404 when there is none of this id.
    """
    campaign = state.campaigns.campaign(campaign_id)
    if campaign is None:
        raise RequestRefusedError(
            404,
            "not_found",
            "There is no campaign of this id.",
            description="Take an id from the list of campaigns.",
        )
    return campaign


def create_campaign(
    state: Services, wanted: models.CampaignInput, source_id: str | None
) -> CampaignDocument:
    """Keep a new campaign, and return it.

    A duplicate has what its source has, all that is assigned included, but the id, the status and
    the time of creation; members of the body go before the source's. Other new campaigns have
    nothing assigned, are not run once, and nobody has to act. Two campaigns may have one name.

    Args:
        state: Where it is kept.
        wanted: The body of the request.
        source_id: Id of the campaign to duplicate.

    Raises:
        RequestRefusedError: 404 when there is no such source.
    """
    with state.database.writing():
        source: Mapping[str, object] = {"run_once": False, "action_required": False}
        if source_id is not None:
            source = find_campaign(state, source_id)
        campaign_id = str(uuid4())
        members: dict[str, object] = {
            **source,
            **cast("dict[str, object]", wanted.model_dump(mode="json", by_alias=True)),
            "id": campaign_id,
            "status": CampaignStatus.INCOMPLETE,
            "created_at": date_time_text(int(state.clock() * 1000)),
        }
        order = member_names(models.Campaign)
        state.campaigns.add({name: members[name] for name in order if name in members})
        if source_id is not None:
            state.campaigns.assignments.copy(source_id, campaign_id)
        return settle(state, campaign_id)


def change_campaign(
    state: Services, campaign_id: str, operation: models.CampaignOperation
) -> CampaignDocument:
    """Replace the one member that an operation names, and return the campaign.

    Raises:
        RequestRefusedError: 404 when there is no such campaign; 400 for a value that the member
            cannot have; 409 for a status that does not follow from the one that is there.
    """
    with state.database.writing():
        campaign = find_campaign(state, campaign_id)
        path, value = operation.path, operation.value
        if path == CampaignOperationPath.STATUS:
            kinds = state.campaigns.assignments.kinds(campaign_id)
            now = CampaignStatus(cast("str", campaign["status"]))
            wanted = _status(value)
            campaign["status"] = next_status(now, wanted, complete=is_complete(campaign, kinds))
        elif path == CampaignOperationPath.PRIORITY:
            campaign["priority"] = _priority(value)
        else:
            campaign["name"] = _name(value)
        state.campaigns.replace(campaign)
        return campaign


def delete_campaign(state: Services, campaign_id: str) -> None:
    """Forget a campaign, whatever its status, and cancel its active callbacks.

    Raises:
        RequestRefusedError: 404 when there is no such campaign.
    """
    with state.database.writing():
        find_campaign(state, campaign_id)
        state.campaigns.remove(campaign_id)
        state.callbacks.cancel_of_campaign(campaign_id)


def settle(state: Services, campaign_id: str) -> CampaignDocument:
    """Give a campaign the status that follows from what it has now, and return it."""
    campaign = find_campaign(state, campaign_id)
    complete = is_complete(campaign, state.campaigns.assignments.kinds(campaign_id))
    now = CampaignStatus(cast("str", campaign["status"]))
    campaign["status"] = settled_status(now, complete=complete)
    if campaign["status"] != now:
        state.campaigns.replace(campaign)
    return campaign


def _status(value: str) -> CampaignStatus:
    """Return the status of a word, which the vendor's example has in lower case."""
    words = {status.lower(): status for status in CampaignStatus}
    if value not in words:
        raise bad_body([("value", f"Input should be one of {', '.join(words)}, in lower case")])
    return words[value]


def _priority(value: str) -> int:
    if value not in _PRIORITIES:
        span = f"from {LOWEST_PRIORITY} to {HIGHEST_PRIORITY}"
        raise bad_body([("value", f"Input should be the digits of a whole number {span}")])
    return _PRIORITIES[value]


def _name(value: str) -> str:
    if not SHORTEST_NAME <= len(value) <= LONGEST_NAME:
        raise bad_body(
            [("value", f"Input should have {SHORTEST_NAME} to {LONGEST_NAME} characters")]
        )
    return value
