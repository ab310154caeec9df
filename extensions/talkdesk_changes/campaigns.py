"""The change of one member of a campaign: a single object in a dialect of its own."""

from __future__ import annotations

from typing import Final, TypeAlias, overload

from talkdesk_client.models import (
    CampaignOperation,
    CampaignOperationName,
    CampaignOperationPath,
    CampaignStatus,
    CampaignStatusFilter,
)
from talkdesk_core import writing as _write
from talkdesk_core.errors import ArgumentError
from talkdesk_core.unset import UNSET, Unset

__all__ = ["campaign_change"]

Status: TypeAlias = CampaignStatus | CampaignStatusFilter | str

_MEMBERS: Final[dict[CampaignOperationPath, _write.Writer]] = {
    CampaignOperationPath.STATUS: _write.Choice(CampaignStatusFilter),
    CampaignOperationPath.NAME: _write.Text(min_length=3, max_length=36),
    CampaignOperationPath.PRIORITY: _write.Integer(minimum=1, maximum=10),
}


@overload
def campaign_change(
    *, status: CampaignStatus | CampaignStatusFilter | str
) -> CampaignOperation: ...
@overload
def campaign_change(*, name: str) -> CampaignOperation: ...
@overload
def campaign_change(*, priority: int) -> CampaignOperation: ...


def campaign_change(
    *,
    status: Status | Unset = UNSET,
    name: str | Unset = UNSET,
    priority: int | Unset = UNSET,
) -> CampaignOperation:
    """Return the body of ``client.campaigns.update`` that replaces one member.

    The API changes one member at a time. Source: the page on changing a campaign (campaign-patch),
    whose example pauses one; that a campaign can be set to another status is likely by analogy.

    Args:
        status: incomplete, ready, running or paused, as a word in either case or as a member of an
            enum; written in lower case.
        name: New name, 3 to 36 characters.
        priority: New priority, 1 to 10; written as a text, as the vendor's bundle types it.

    Returns:
        The operation.

    Raises:
        ArgumentError: Not exactly one member is given, or its value is unknown, out of bounds or of
            a wrong type; it names the argument and what is allowed.
    """
    # Requests spell a status in lower case, replies in upper case (erratum B-24).
    given: dict[CampaignOperationPath, object] = {
        CampaignOperationPath.STATUS: status.lower() if isinstance(status, str) else status,
        CampaignOperationPath.NAME: name,
        CampaignOperationPath.PRIORITY: priority,
    }
    chosen = [path for path, value in given.items() if value is not UNSET]
    if len(chosen) != 1:
        raise ArgumentError("campaign_change", f"takes exactly one of {', '.join(_MEMBERS)}")
    (path,) = chosen
    value = str(_MEMBERS[path].write(path.value, given[path]))
    return CampaignOperation(op=CampaignOperationName.REPLACE, path=path, value=value)
