"""A new callback: its request judged, and what becomes of it."""

import json
from collections.abc import Mapping
from typing import Final, cast
from uuid import uuid4

from pydantic import TypeAdapter
from pydantic_core import from_json

from talkdesk_sandbox.bodies import bad_body, parse_body
from talkdesk_sandbox.callback_content import CallbackDocument
from talkdesk_sandbox.callback_rules import (
    INSTANT_RULE,
    ZONE_RULE,
    instant,
    is_zone,
    lacking_list,
)
from talkdesk_sandbox.timestamps import date_time_text
from talkdesk_schemas import models

_INPUT: Final = TypeAdapter(models.CallbackInput)
# What a callback repeats of its request as it was sent. No known reply has the description.
_REPEATED: Final = (
    "interaction_id", "campaign_id", "record_id", "record_list_id", "phone_number",
    "record_first_name", "record_last_name", "record_extra_data", "caller_id", "timezone",
    "from_call_type", "dialing_model",
)  # fmt: skip
_ASSIGNED: Final = (("agents", "agent_id"), ("queues", "queue"))
# A page holds record_extra_data inside of itself, _embedded, callbacks and the callback.
_AROUND_EXTRA_DATA: Final = 4


def new_callback(raw: bytes, now: float) -> CallbackDocument:
    """Return the callback, without links, that a request asks for.

    It has the newer form (A-14 to A-17) and, as the vendor's replies to its creation do,
    ``time_to_call`` beside ``scheduled_time_to_call``. Nothing has been attempted yet.

    Args:
        raw: The body of the request.
        now: When it was received, in seconds since 1970.

    Raises:
        RequestRefusedError: 400, with each member at fault in ``fields``.
    """
    parse_body(raw, _INPUT)
    sent = _values(raw)
    due = instant(sent["time_to_call"])
    faults: list[tuple[str, str]] = []
    if due is None:
        faults.append(("time_to_call", f"Input should be {INSTANT_RULE}"))
    if not is_zone(sent["timezone"]):
        faults.append(("timezone", f"Input should be {ZONE_RULE}"))
    lacking = lacking_list(sent["assign_type"], sent)
    if lacking is not None:
        faults.append((lacking, f"Input should hold at least one: the assign type needs {lacking}"))
    if faults or due is None:
        raise bad_body(faults)
    callback: CallbackDocument = {"callback_id": str(uuid4())}
    callback.update((name, sent[name]) for name in _REPEATED if name in sent)
    for name, member in _ASSIGNED:
        if name in sent:
            listed = cast("list[Mapping[str, str]]", sent[name])
            callback[name] = [{member: each[member]} for each in listed]
    callback.update(
        time_to_call=date_time_text(due),
        scheduled_time_to_call=date_time_text(due),
        next_time_to_call=date_time_text(due, always_fraction=True),
        assign_type_v2=sent["assign_type"],
        status="UNATTEMPTED",
        created_at=date_time_text(round(now * 1_000_000) // 1000, always_fraction=True),
        current_retry_attempts=0,
        current_rescheduled_attempts=0,
    )
    return callback


def _values(raw: bytes) -> Mapping[str, object]:
    """Return a valid body as it was written: the model would turn a time's text into a time.

    Raises:
        RequestRefusedError: 400 for a number that no JSON reply can repeat, and for extra data
            that are nested too deep for a page to hold them.
    """
    sent: Mapping[str, object] | None
    try:
        sent = json.loads(raw)
        json.dumps(sent, allow_nan=False)
    except ValueError:
        sent = None
    if sent is None:  # outside the except clause, so that no traceback shows the body
        rule = "Every number should be finite, of at most 4300 digits"
        raise bad_body([("record_extra_data", rule)])
    if not _fits_in_a_page(sent.get("record_extra_data")):
        raise bad_body([("record_extra_data", "Input should be nested less deep")])
    return sent


def _fits_in_a_page(extra_data: object) -> bool:
    """Return whether pydantic's parser, which judges replies, can read extra data in a page."""
    page = "[" * _AROUND_EXTRA_DATA + json.dumps(extra_data) + "]" * _AROUND_EXTRA_DATA
    try:
        from_json(page)
    except ValueError:
        return False
    return True
