"""Where a campaign stands, and where it can go from there."""

from collections.abc import Collection, Mapping
from typing import Final, cast

from talkdesk_sandbox.campaign_assignment_store import Kind
from talkdesk_sandbox.problems import RequestRefusedError
from talkdesk_schemas.models import CampaignStatus

UNDECIDED: Final = ("max_attempts", "retry_period", "retry_time_unit")
"""The members of the strategy that the vendor's pages require of a finished one only (B-21)."""

_NEEDED_KINDS: Final = frozenset((Kind.USER, Kind.NUMBER, Kind.RECORD_LIST))
# What a request may ask for. READY comes by itself, with what was lacking.
_ALLOWED: Final[Mapping[CampaignStatus, Collection[CampaignStatus]]] = {
    CampaignStatus.INCOMPLETE: (),
    CampaignStatus.READY: (CampaignStatus.RUNNING,),
    CampaignStatus.RUNNING: (CampaignStatus.PAUSED,),
    CampaignStatus.PAUSED: (CampaignStatus.RUNNING,),
}
_NOT_BEGUN: Final = frozenset((CampaignStatus.INCOMPLETE, CampaignStatus.READY))


def is_complete(campaign: Mapping[str, object], assigned: Collection[Kind]) -> bool:
    """Return whether a campaign has all that it needs to run.

    What the vendor asks for is not known. The sandbox's choice: a dialing mode, a dialing
    strategy with attempts and a retry period, and at least one user, number and record list.

    Args:
        campaign: The campaign.
        assigned: The kinds of which at least one is assigned to it.
    """
    strategy = cast("Mapping[str, object]", campaign.get("dialing_strategy", {}))
    return (
        "dialing_mode" in campaign
        and all(name in strategy for name in UNDECIDED)
        and _NEEDED_KINDS.issubset(assigned)
    )


def settled_status(status: CampaignStatus, *, complete: bool) -> CampaignStatus:
    """Return the status after what a campaign has was changed.

    A campaign that has not begun is READY when it is complete, and INCOMPLETE otherwise. One that
    runs and lacks something is paused; one that is paused stays so.
    """
    if status in _NOT_BEGUN:
        return CampaignStatus.READY if complete else CampaignStatus.INCOMPLETE
    return status if complete else CampaignStatus.PAUSED


def next_status(
    status: CampaignStatus, wanted: CampaignStatus, *, complete: bool
) -> CampaignStatus:
    """Return the status that a request leads to. Asking for the status that is there is no change.

    Raises:
        RequestRefusedError: 409 when there is no way from the one to the other, or when a
            campaign is to run that lacks something.
    """
    if wanted == status:
        return status
    if wanted not in _ALLOWED[status]:
        raise _conflict(
            f"A campaign that is {status} cannot be made {wanted}.",
            "READY comes by itself; a READY campaign can run, a running one pause and run again.",
        )
    if wanted == CampaignStatus.RUNNING and not complete:
        raise _conflict(
            "The campaign lacks something that it needs to run.",
            "Assign at least one user, one number and one record list.",
        )
    return wanted


def _conflict(message: str, description: str) -> RequestRefusedError:
    return RequestRefusedError(409, "conflict", message, description=description)
