"""Error replies in the shape of the document's ``Error`` schema."""

from collections.abc import Mapping, Sequence

from pydantic import MISSING
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from talkdesk_sandbox.quirks import chosen_quirks, rewritten
from talkdesk_schemas import models

_CODES = {
    404: ("not_found", "There is no such resource."),
    405: ("method_not_allowed", "The resource does not know this method."),
}


class RequestRefusedError(Exception):
    """A request that is answered with an error; it never holds a value that the caller sent.

    An error that no parameter is at fault for has no ``fields`` at all: the document lets both
    that and an empty list be (A-29), and a client that relies on the member should notice here.

    Args:
        status: HTTP status, 400 to 499.
        code: Short stable name of the error. The vendor's own codes are not published.
        message: What is wrong, in one sentence.
        description: What to try.
        fields: For a 400, a name and what is wrong with it for each parameter at fault.
        headers: Further reply headers.
    """

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        description: str,
        fields: Sequence[tuple[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.headers = headers
        self.body = models.Error(
            code=code,
            message=message,
            description=description,
            fields=[models.ErrorField(name=name, description=what) for name, what in fields]
            or MISSING,
        )

    def reply(self, request: Request) -> Response:
        """Return the error as an HTTP reply."""
        return error_reply(request, self.status, self.body, self.headers)


async def refused(request: Request, error: Exception) -> Response:
    """Answer a refused request (a Starlette exception handler)."""
    if not isinstance(error, RequestRefusedError):
        raise error
    return error.reply(request)


async def not_routed(request: Request, error: Exception) -> Response:
    """Answer what Starlette's router refuses: an unknown path, an unknown method."""
    if not isinstance(error, HTTPException):
        raise error
    code, message = _CODES.get(error.status_code, ("refused", error.detail))
    body = models.Error(code=code, message=message)
    return error_reply(request, error.status_code, body, _with_head(error.headers))


def _with_head(headers: Mapping[str, str] | None) -> Mapping[str, str] | None:
    """Say that a resource with GET has HEAD too, which Starlette before 1.9 leaves out."""
    methods = [] if headers is None else headers.get("Allow", "").split(", ")
    if headers is None or "GET" not in methods or "HEAD" in methods:
        return headers
    return {**headers, "Allow": ", ".join([*methods, "HEAD"])}


async def failed(request: Request, _error: Exception) -> Response:
    """Answer when the sandbox itself fails; the error is raised on and logged by the server."""
    body = models.Error(
        code="internal_error",
        message="The sandbox failed.",
        description="This is a fault of the sandbox; its standard error stream says more.",
    )
    return error_reply(request, 500, body)


def error_reply(
    request: Request, status: int, body: models.Error, headers: Mapping[str, str] | None = None
) -> Response:
    """Return an error as the quirks of the request have it.

    Args:
        request: What is answered.
        status: HTTP status, 400 to 599.
        body: The error.
        headers: Further reply headers.
    """
    text = rewritten(models.Error, body.model_dump_json(), chosen_quirks(request))
    return Response(text, status, headers, "application/json")
