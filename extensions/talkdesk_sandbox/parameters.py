"""What the queries of all operations have in common."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError
from starlette.datastructures import QueryParams

from talkdesk_sandbox.problems import RequestRefusedError
from talkdesk_sandbox.timestamps import Interval, parse_date, parse_date_time

_Query = TypeVar("_Query", bound=BaseModel)

PAGING: Final = ("page", "per_page")
"""The parameters of every list."""
# Of callbacks the page calls 50 the default of the reply's member and 1 that of the parameter
# (errata A-3); the effective document leaves the parameter's default out. No page names one of the
# lists of campaigns.
DEFAULT_PER_PAGE: Final = 50
"""Most items on a page where neither the request nor the document says."""
TIME_RULE: Final = (
    "Input should be a date (2026-03-02) or a date-time (2026-03-02T15:00:00Z) of RFC 3339; "
    "a plus sign is sent as %2B"
)
"""What is held against a time that is none."""
_INTEGER: Final = re.compile(r"-?[0-9]{1,18}")
# The document's `format: int32`, which the generated models do not hold. The other parameter that
# has it, per_page, is bounded more narrowly.
_LARGEST_PAGE: Final = 2**31 - 1


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
    return bad_parameters([(name, faults[name]) for name in member_names(schema) if name in faults])


def bad_parameters(faults: Sequence[tuple[str, str]]) -> RequestRefusedError:
    """Return a 400 with these parameters and what is wrong with them in ``fields``."""
    return RequestRefusedError(
        400,
        "bad_request",
        "The query has errors.",
        description="Correct the parameters that are listed under fields.",
        fields=faults,
    )


def judged(
    schema: type[_Query], sent: Mapping[str, object]
) -> tuple[_Query | None, dict[str, str]]:
    """Return a query by its generated model, or what the model holds against it.

    Args:
        schema: Generated model of the operation's query.
        sent: What was sent, less what was found at fault already.
    """
    try:
        return schema.model_validate(sent), {}
    except ValidationError as error:
        # Only the place and the rule: the value may be a phone number.
        return None, {str(each["loc"][0]): each["msg"] for each in error.errors()}


def malformed_integers(sent: Mapping[str, str], names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield what is no plain integer: pydantic alone would take ``5.0``, ``1_0`` and blanks too.

    A page that 32 bits do not hold is one of them.
    """
    for name in names:
        if name in sent and not _INTEGER.fullmatch(sent[name]):
            yield name, "Input should be an integer of at most 18 digits"
        elif name == "page" and int(sent.get(name, 1)) > _LARGEST_PAGE:
            yield name, f"Input should be less than or equal to {_LARGEST_PAGE}"


def well_formed_times(
    sent: Mapping[str, str], names: Iterable[str]
) -> Iterator[tuple[str, Interval]]:
    """Yield what is a strict date or date-time: pydantic alone would take ``0.5`` too."""
    for name in names:
        text = sent.get(name, "")
        interval = parse_date(text) or parse_date_time(text)
        if interval is not None:
            yield name, interval
