"""The queries about campaigns: checked, and turned into filters, orders and pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from pydantic import BaseModel
from starlette.datastructures import QueryParams

from talkdesk_sandbox.campaign_filter import CampaignFilter, CampaignOrder
from talkdesk_sandbox.parameters import (
    DEFAULT_PER_PAGE,
    PAGING,
    TIME_RULE,
    bad_query,
    judged,
    malformed_integers,
    member_names,
    sent_once,
    well_formed_times,
)
from talkdesk_sandbox.timestamps import Interval
from talkdesk_schemas import models

_SPAN: Final = ("created_at_from", "created_at_to")
_TRUTHS: Final = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class CampaignQuery:
    """A checked query of GET /campaigns.

    Attributes:
        page: Number of the page, from 1.
        per_page: Most campaigns on a page, from 1.
        wanted: What the campaigns must match.
        order: The order of the whole listing.
        members: The members to reply with.
        sent: The parameters as they were sent, without the page, for the links of the reply.
    """

    page: int
    per_page: int
    wanted: CampaignFilter
    order: CampaignOrder
    members: frozenset[str]
    sent: Mapping[str, str]


@dataclass(frozen=True, slots=True, repr=False)
class AssignedQuery:
    """A checked query for what is assigned to a campaign. Its repr shows no phone number.

    Attributes:
        page: Number of the page, from 1.
        per_page: Most items on a page, from 1.
        part: A part of the id or of the phone number.
        sent: The filter as it was sent, for the links of the reply.
    """

    page: int
    per_page: int
    part: str
    sent: Mapping[str, str]


def parse_campaign_query(params: QueryParams) -> CampaignQuery:
    """Return the checked query; parameters that the document does not know are ignored.

    The case of a status word does not matter: the document has lower case here and upper case in
    replies. Of ``created_at_from`` and ``created_at_to`` both are sent or neither, as others have
    found of the vendor. Both ends belong to the span: a date stands for its first millisecond in
    UTC as a start, and for its last as an end. A span that ends before it starts holds nothing.

    Raises:
        RequestRefusedError: 400, with each parameter that is at fault in ``fields``.
    """
    schema = models.ListCampaignsParametersQuery
    sent, faults = sent_once(params, schema)
    faults.update(malformed_integers(sent, (*PAGING, "priority")))
    if sent.get("action_required", "true") not in _TRUTHS:
        faults["action_required"] = "Input should be true or false"
    times = dict(well_formed_times(sent, _SPAN))
    faults.update({name: TIME_RULE for name in _SPAN if name in sent and name not in times})
    missing = [name for name in _SPAN if name not in sent]
    if len(missing) == 1:
        faults.setdefault(missing[0], "Send created_at_from and created_at_to together")
    members = _members(sent, models.CampaignSummary, faults)
    judged_already = {*faults, *_SPAN}
    rest = {name: text for name, text in sent.items() if name not in judged_already}
    query, bounds = judged(schema, {**rest, **_lower_case(rest)})
    faults = bounds | faults
    if faults or query is None:
        raise bad_query(schema, faults)
    return CampaignQuery(
        page=query.page,
        per_page=query.per_page if isinstance(query.per_page, int) else DEFAULT_PER_PAGE,
        wanted=_filter(sent, times),
        order=_order(sent.get("order_by")),
        members=members,
        sent={name: text for name, text in sent.items() if name not in PAGING},
    )


def parse_assigned_query(params: QueryParams, schema: type[BaseModel]) -> AssignedQuery:
    """Return the checked query for a list of what is assigned.

    How ``filter`` is written is not known. The sandbox's choice: a part of the id, or of the
    phone number, whatever the case of its letters.

    Args:
        params: The query of the request.
        schema: Generated model of the operation's query.

    Raises:
        RequestRefusedError: 400, with each parameter that is at fault in ``fields``.
    """
    sent, faults = sent_once(params, schema)
    faults.update(malformed_integers(sent, PAGING))
    query, bounds = judged(schema, {name: sent[name] for name in sent if name not in faults})
    faults = bounds | faults
    if faults or query is None:
        raise bad_query(schema, faults)
    values = cast("dict[str, object]", query.model_dump())
    return AssignedQuery(
        page=cast("int", values["page"]),
        per_page=cast("int", values.get("per_page", DEFAULT_PER_PAGE)),
        part=sent.get("filter", ""),
        sent={name: text for name, text in sent.items() if name not in PAGING},
    )


def wanted_members(
    params: QueryParams, schema: type[BaseModel], reply: type[BaseModel]
) -> frozenset[str]:
    """Return the members to reply with: all of them, or those that ``fields`` names.

    How the vendor's ``fields`` is written is not known (B-29). The sandbox's choice: names of
    members of the campaign itself, separated by commas without blanks. Members that the document
    requires (``_links``, ``id``, ``name``) are always there, so that every reply is valid.

    Args:
        params: The query of the request.
        schema: Generated model of the operation's query.
        reply: Generated model of the campaign in the reply.

    Raises:
        RequestRefusedError: 400 that names ``fields``, for a name that is no member, an empty one
            included, and for ``fields`` sent twice.
    """
    sent, faults = sent_once(params, schema)
    members = _members(sent, reply, faults)
    if faults:
        raise bad_query(schema, faults)
    return members


def _members(
    sent: Mapping[str, str], reply: type[BaseModel], faults: dict[str, str]
) -> frozenset[str]:
    """Return the members to reply with; what is wrong with ``fields`` is added to the faults."""
    known = member_names(reply)
    names = frozenset(sent["fields"].split(",") if "fields" in sent else known)
    if not names.issubset(known):
        rule = f"Input should be one or more of {', '.join(known)}; separated by commas alone"
        faults["fields"] = rule
    required = (
        member.alias or name for name, member in reply.model_fields.items() if member.is_required()
    )
    return names.union(required)


def _lower_case(sent: Mapping[str, str]) -> dict[str, str]:
    return {"status": sent["status"].lower()} if "status" in sent else {}


def _filter(sent: Mapping[str, str], times: Mapping[str, Interval]) -> CampaignFilter:
    first, last = (times.get(name) for name in _SPAN)
    return CampaignFilter(
        name=sent.get("name"),
        name_part=sent.get("search"),
        user_id=sent.get("user_id"),
        team_id=sent.get("team_id"),
        record_list_id=sent.get("record_list_id"),
        # The document's spelling, as the vendor has it.
        do_not_call_list_id=sent.get("do_no_call_list_id"),
        dialing_mode=sent.get("dialing_mode"),
        status=sent["status"].upper() if "status" in sent else None,
        action_required=_TRUTHS[sent["action_required"]] if "action_required" in sent else None,
        priority=int(sent["priority"]) if "priority" in sent else None,
        created_from=None if first is None else first.start,
        created_before=None if last is None else last.end,
    )


def _order(word: str | None) -> CampaignOrder:
    """Return the order that a word of the document asks for, such as ``name:desc``."""
    if word is None:
        return CampaignOrder()
    member, _, direction = word.partition(":")
    return CampaignOrder(member, descending=direction == "desc")
