"""The query of GET /schedule-callbacks: checked, and turned into a filter and a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from starlette.datastructures import QueryParams

from talkdesk_sandbox.callback_filter import CallbackFilter
from talkdesk_sandbox.parameters import (
    DEFAULT_PER_PAGE,
    PAGING,
    TIME_RULE,
    bad_query,
    judged,
    malformed_integers,
    sent_once,
    well_formed_times,
)
from talkdesk_sandbox.timestamps import Interval
from talkdesk_schemas import models

_TIMES: Final = ("next_time_to_call_end", "time_to_call", "start_time", "end_time")


@dataclass(frozen=True, slots=True, repr=False)
class CallbackQuery:
    """A checked query. Its repr shows no personal data.

    Attributes:
        page: Number of the page, from 1.
        per_page: Most callbacks on a page, from 1.
        wanted: What the callbacks must match.
        sent: The filters as they were sent, without the page, for the links of the reply.
    """

    page: int
    per_page: int
    wanted: CallbackFilter
    sent: Mapping[str, str]


def parse_callback_query(params: QueryParams) -> CallbackQuery:
    """Return the checked query; parameters that the document does not know are ignored.

    Raises:
        RequestRefusedError: 400, with each parameter that is at fault in ``fields``.
    """
    sent, faults = sent_once(params, models.ListCallbacksParametersQuery)
    faults.update(malformed_integers(sent, PAGING))
    times = dict(well_formed_times(sent, _TIMES))
    faults.update({name: TIME_RULE for name in _TIMES if name in sent and name not in times})
    # Midnight of the day in UTC suits a model that is typed `date` and one typed `date-time`.
    days = {
        name: datetime.combine(date.fromisoformat(sent[name][:10]), time(), UTC) for name in times
    }
    good = {name: text for name, text in sent.items() if name not in faults}
    query, bounds = judged(models.ListCallbacksParametersQuery, {**good, **days})
    faults = bounds | faults
    if faults or query is None:
        raise bad_query(models.ListCallbacksParametersQuery, faults)
    return CallbackQuery(
        page=query.page,
        per_page=query.per_page if isinstance(query.per_page, int) else DEFAULT_PER_PAGE,
        wanted=_filter(sent, times),
        sent={name: text for name, text in sent.items() if name not in PAGING},
    )


def _filter(sent: Mapping[str, str], times: Mapping[str, Interval]) -> CallbackFilter:
    """Return what the query asks for.

    Which time ``start_time`` and ``end_time`` bound is not known (A-28). The sandbox's choice: the
    time the callback was scheduled for, the same that ``time_to_call`` filters. Both ends belong
    to the range: a date stands for its first millisecond in UTC as a start, and for its last as an
    end. A range that ends before it starts holds nothing. Callbacks without that time match none
    of the three.
    """
    agents = sent.get("agent_id")
    next_time_end = times.get("next_time_to_call_end")
    start, end = times.get("start_time"), times.get("end_time")
    return CallbackFilter(
        # The newer page takes several ids, separated by commas.
        agent_ids=None if agents is None else tuple(agents.split(",")),
        team_id=sent.get("team_id"),
        queue=sent.get("queue"),
        campaign_id=sent.get("campaign_id"),
        contact_id=sent.get("contact_id"),
        phone_number=sent.get("phone_number"),
        record_id=sent.get("record_id"),
        status=sent.get("status"),
        from_call_type=sent.get("from_call_type"),
        scheduled_within=times.get("time_to_call"),
        scheduled_from=None if start is None else start.start,
        scheduled_before=None if end is None else end.end,
        next_time_before=None if next_time_end is None else next_time_end.end,
    )
