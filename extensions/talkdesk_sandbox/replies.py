"""Successful replies: judged by the generated schemas before they leave."""

import json
from collections.abc import Mapping

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from talkdesk_sandbox.errors import InvalidReplyError


def json_reply(schema: type[BaseModel], body: Mapping[str, object]) -> Response:
    """Return a 200 whose body is valid by the schema.

    The vendor's replies are typed ``application/hal+json`` by some pages and ``application/json``
    by the document; the document holds here.

    Raises:
        InvalidReplyError: The body breaks the schema.
    """
    raw = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    try:
        schema.model_validate_json(raw, strict=True)
    except ValidationError as error:
        places = sorted({".".join(map(str, each["loc"])) for each in error.errors()})
    else:
        return Response(raw, media_type="application/json")
    # Outside the except clause: pydantic's error quotes the values, and a traceback would show it.
    raise InvalidReplyError(f"a reply breaks {schema.__name__} at: {', '.join(places)}")


def base_url(request: Request) -> str:
    """Return the address by which the caller reached the sandbox, without a slash at its end."""
    return str(request.base_url).rstrip("/")
