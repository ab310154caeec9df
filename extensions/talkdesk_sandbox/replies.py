"""Successful replies: judged by the generated schemas before they leave."""

import json
from collections.abc import Mapping

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from talkdesk_sandbox.errors import InvalidReplyError
from talkdesk_sandbox.quirks import chosen_quirks, rewritten


def json_reply(
    request: Request, schema: type[BaseModel], body: Mapping[str, object], status: int = 200
) -> Response:
    """Return a reply whose body is valid by the schema.

    Args:
        request: What is answered.
        schema: Generated model of the body.
        body: The body.
        status: HTTP status, 200 to 299.

    Raises:
        InvalidReplyError: The body breaks the schema.
    """
    return json_text_reply(request, schema, json_text(body), status)


def json_text_reply(
    request: Request, schema: type[BaseModel], text: str, status: int = 200
) -> Response:
    """Return a reply whose body is this JSON text, valid by the schema, as its quirks have it.

    The vendor's replies are typed ``application/hal+json`` by some pages and ``application/json``
    by the document; the document holds here.

    Raises:
        InvalidReplyError: The body breaks the schema.
    """
    raw = text.encode()
    try:
        schema.model_validate_json(raw, strict=True)
    except ValidationError as error:
        places = sorted({".".join(map(str, each["loc"])) for each in error.errors()})
    else:
        odd = rewritten(schema, text, chosen_quirks(request))
        return Response(odd, status, media_type="application/json")
    # Outside the except clause: pydantic's error quotes the values, and a traceback would show it.
    raise InvalidReplyError(f"a reply breaks {schema.__name__} at: {', '.join(places)}")


def json_text(value: object) -> str:
    """Return a value as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def with_member(text: str, name: str, value: str) -> str:
    """Return the JSON text of an object that has a member already, with one more.

    Args:
        text: The object, with neither a member of that name nor blanks at its end.
        name: Name of the member, in which nothing needs escaping.
        value: JSON text of its value.
    """
    return f'{text[:-1]},"{name}":{value}}}'


def base_url(request: Request) -> str:
    """Return the address by which the caller reached the sandbox, without a slash at its end."""
    return str(request.base_url).rstrip("/")
