"""What the queries of all operations have in common."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pydantic import BaseModel
from starlette.datastructures import QueryParams

from talkdesk_sandbox.problems import RequestRefusedError
from talkdesk_sandbox.timestamps import Interval, parse_date, parse_date_time

PAGING: Final = ("page", "per_page")
"""The parameters of every list."""
TIME_RULE: Final = (
    "Input should be a date (2026-03-02) or a date-time (2026-03-02T15:00:00Z) of RFC 3339; "
    "a plus sign is sent as %2B"
)
"""What is held against a time that is none."""
_INTEGER: Final = re.compile(r"-?[0-9]{1,18}")


def member_names(schema: type[BaseModel]) -> tuple[str, ...]:
    """Return the wire names of a schema's members, in the document's order."""
    return tuple(member.alias or name for name, member in schema.model_fields.items())


def sent_once(
    params: QueryParams, schema: type[BaseModel]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return what was sent for the documented parameters, and the faults of those sent twice.

    Parameters that the document does not know are ignored.

    Args:
        params: The query of the request.
        schema: Generated model of the operation's query.
    """
    known = member_names(schema)
    faults = {name: "Send the parameter once" for name in known if len(params.getlist(name)) > 1}
    sent = {name: params[name] for name in known if name in params and name not in faults}
    return sent, faults


def bad_query(schema: type[BaseModel], faults: Mapping[str, str]) -> RequestRefusedError:
    """Return a 400 with each parameter at fault in ``fields``, in the document's order."""
    return RequestRefusedError(
        400,
        "bad_request",
        "The query has errors.",
        description="Correct the parameters that are listed under fields.",
        fields=[(name, faults[name]) for name in member_names(schema) if name in faults],
    )


def malformed_integers(sent: Mapping[str, str], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what is no plain integer: pydantic alone would take ``5.0``, ``1_0`` and blanks too."""
    for name in names:
        if name in sent and not _INTEGER.fullmatch(sent[name]):
            yield name, "Input should be an integer of at most 18 digits"


def well_formed_times(
    sent: Mapping[str, str], names: Iterable[str]
) -> Iterator[tuple[str, Interval]]:
    """Yield what is a strict date or date-time: pydantic alone would take ``0.5`` too."""
    for name in names:
        text = sent.get(name, "")
        interval = parse_date(text) or parse_date_time(text)
        if interval is not None:
            yield name, interval
