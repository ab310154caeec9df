"""What schemathesis cannot know: rules that the document tells in prose alone.

It makes requests that are valid by the schemas. Some of them the sandbox has to refuse all the
same, by a rule that no schema can hold or that the document leaves open; `RULES` lists these, and
nothing else of that kind is forgiven. `before_call` mends most such requests beforehand, so that
operations are tried further than their refusal.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, cast
from zlib import crc32

import schemathesis
from schemathesis import Case, HookContext, Response
from schemathesis.core.failures import Failure
from schemathesis.openapi.checks import RejectedPositiveData, UseAfterFree

Json: TypeAlias = dict[str, Any]

NUMBERS = "/campaigns/{id}/numbers"
CREATE_CALLBACK = "POST /schedule-callbacks"
UPDATE_CALLBACK = "PATCH /schedule-callbacks/{id}"
UPDATE_CAMPAIGN = "PATCH /campaigns/{id}"
LIST_CAMPAIGNS = "GET /campaigns"
SHOW_CAMPAIGN = "GET /campaigns/{id}"

RULES: dict[str, dict[str, str]] = {
    CREATE_CALLBACK: {
        # A time outside of the years 1 to 9999 in UTC is no time that a reply can repeat.
        "time_to_call": "date-time of RFC 3339",
        # The description says: by its IANA name. No schema lists those.
        "timezone": "IANA name",
        # The description says: the SPECIFIC_ kinds need the list of that kind.
        "agents|queues": "the assign type needs",
        # A reference to nothing. That it is refused is the sandbox's choice (docs/sandbox.md).
        "campaign_id": "There is no campaign of this id",
    },
    UPDATE_CALLBACK: {
        # The description lists the pointers; whether there are more is not known.
        r"\d+\.path": "known pointer",
        # The value belongs to the pointer, of which the schema knows nothing.
        r"\d+\.value": "/[a-zA-Z]+ takes |The assign type needs",
    },
    # The value belongs to the path: a status, a name as long as names are, or digits.
    UPDATE_CAMPAIGN: {"value": r"one of|the digits|have \d+ to"},
    # What `fields` names must be there. How several are written is not known.
    SHOW_CAMPAIGN: {"fields": "one or more of"},
    LIST_CAMPAIGNS: {
        "fields": "one or more of",
        # x-doubt: "it has to come together with".
        "created_at_(from|to)": "together",
    },
    # The reference names a number by one of its members, and a reply must be able to show it.
    f"POST {NUMBERS}": {
        r"\d+\.id": "Send id or phone_number",
        r"\d+\.phone_number": "at most 15 characters",
    },
    f"DELETE {NUMBERS}": {
        r"\d+\.id": "Send id or phone_number",
        r"\d+\.phone_number": "at most 15 characters",
    },
}
"""By operation: which field may be refused, and with which words."""

# A callback that is cancelled stays readable, and to dissociate is no deletion of the list.
_NO_DELETION = re.compile(r"DELETE (/schedule-callbacks/[^/]+|/campaigns/[^/]+/[a-z-]+)")
# schemathesis does not tell the type of its decorator whole.
_hook = cast("Callable[[Callable[..., Any]], object]", schemathesis.hook)  # pyright: ignore[reportUnknownMemberType]
# The requests that were mended, by schemathesis' own ids.
_MENDED: set[str] = set()
# One request in so many stays as schemathesis made it.
_UNMENDED = 5


@_hook
def before_load_schema(_context: HookContext, raw_schema: Json) -> None:
    """Name the kind of token rather than how one gets it.

    schemathesis tries what happens without a token and with a wrong one (`ignored_auth`) where the
    scheme is of type http. A token of OAuth 2.0 is a bearer token (RFC 6750): that is the same.
    """
    raw_schema["components"]["securitySchemes"]["oauth2"] = {"type": "http", "scheme": "bearer"}


@_hook
def filter_failure(
    _context: HookContext, failure: Failure, case: Case[Any], response: Response
) -> bool:
    """Return whether a failure is one."""
    if isinstance(failure, RejectedPositiveData) and response.status_code == 400:
        if case.id in _MENDED:
            return True  # it was mended by the rules, and so none of them excuses its refusal
        rules = RULES.get(case.operation.label, {})
        fields: list[dict[str, str]] = response.json().get("fields", [])
        return not fields or not all(_is_told(rules, **field) for field in fields)
    if isinstance(failure, UseAfterFree):
        # To be read afterwards is right; to be changed is not.
        return not (_NO_DELETION.fullmatch(failure.free) and failure.usage.startswith("GET "))
    return True


def _is_told(rules: dict[str, str], name: str, description: str) -> bool:
    return any(
        re.fullmatch(field, name) and re.search(words, description)
        for field, words in rules.items()
    )


@_hook
def before_call(_context: HookContext, case: Case[Any], _kwargs: Json) -> None:
    """Mend four of five valid requests by the rules."""
    # From the request itself: schemathesis repeats requests, and relies on their being the same.
    content = (case.operation.label, case.path_parameters, case.query, case.body)
    number = crc32(repr(content).encode("utf-8", "backslashreplace"))
    is_valid = case.meta is not None and case.meta.generation.mode.is_positive
    if not is_valid or number % _UNMENDED == 0:
        return
    _MENDED.add(case.id)
    label, body = case.operation.label, cast("object", case.body)
    if label in {LIST_CAMPAIGNS, SHOW_CAMPAIGN}:
        case.query = _query(case.query)
    elif label == CREATE_CALLBACK and isinstance(body, dict):
        case.body = _callback(cast("Json", body), number)
    elif label == UPDATE_CALLBACK and isinstance(body, list):
        case.body = [_replacement(each, number) for each in cast("list[Json]", body)]
    elif label == UPDATE_CAMPAIGN and isinstance(body, dict):
        case.body = _change(cast("Json", body), number)
    elif label.endswith(NUMBERS) and isinstance(body, list):
        case.body = [_number(each, number) for each in cast("list[Json]", body)]


@_hook
def after_call(_context: HookContext, case: Case[Any], response: Response) -> None:
    """Write down each success, for whoever asks how far the requests came."""
    path = os.environ.get("CONTRACT_SUCCESSES")
    if path is not None and 200 <= response.status_code <= 299:
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(f"{case.operation.label}\n")


def _query(query: Json) -> Json:
    """Ask for members that are there, and for a span that has two ends."""
    mended = {**query, "fields": "id,name,status"} if "fields" in query else {**query}
    ends = {"created_at_from", "created_at_to"}
    for name in ends & query.keys():
        (other,) = ends - {name}
        mended.setdefault(other, query[name])
    return mended


def _callback(body: Json, number: int) -> Json:
    """Give a callback what its assign type needs, and a record that has none yet."""
    mended = {
        **body,
        "time_to_call": "2026-05-04T15:00:00Z",
        "timezone": "Europe/Lisbon",
        "agents": body.get("agents") or [{"agent_id": "a"}],
        "queues": body.get("queues") or [{"queue": "q"}],
    }
    # Any campaign may have been deleted meanwhile; requests that are not mended name one.
    mended.pop("campaign_id", None)
    if "record_id" in body:
        mended["record_id"] = f"record {number}"
    return mended


_VALUES = {
    "/timeToCall": "2026-05-05T15:00:00Z",
    "/phoneNumber": "+12025550143",
    "/timezone": "America/New_York",
    "/assignType": "ANY_ELIGIBLE_AGENT",
    "/agents": ["5f1b2c3d4e5f60718293a4b5"],
}


def _replacement(operation: Json, number: int) -> Json:
    """Give a replacement a known pointer, and a value that belongs to it."""
    path = operation["path"]
    if path not in _VALUES:
        path = [*_VALUES][number % len(_VALUES)]
    return {**operation, "path": path, "value": _VALUES[path]}


def _change(operation: Json, number: int) -> Json:
    """Give a change of a campaign a value that belongs to its path."""
    values = {
        "status": ("paused", "running")[number % 2],
        "name": f"Campaign {number % 10_000}",
        "priority": str(number % 10 + 1),
    }
    return {**operation, "value": values[operation["path"]]}


def _number(reference: Json, number: int) -> Json:
    """Let a reference name a number that fits into a reply."""
    phone_number = reference.get("phone_number", f"+1202555{number % 10_000:04}")
    return {**reference, "phone_number": phone_number[:15]}
