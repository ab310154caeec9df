"""What the queries of all operations have in common."""

from collections.abc import Mapping

from pydantic import BaseModel
from starlette.datastructures import QueryParams

from talkdesk_sandbox.problems import RequestRefusedError


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
