"""What stands before every API resource: the token and its scope."""

from typing import ClassVar, Final

from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.requests import Request

from talkdesk_sandbox.problems import RequestRefusedError
from talkdesk_sandbox.services import services

# The longest name of DNS, a colon and a port. Links repeat the host, and have bounds of their own.
_LONGEST_HOST: Final = 253 + 6


class ProtectedEndpoint(HTTPEndpoint):
    """A resource that answers only a good token with the right scope.

    A bearer token comes behind its scheme (RFC 6750), an opaque one by itself (the vendor's page
    reference/client-credentials-sts-token).

    Attributes:
        scopes: For each method, the scope that the document asks for.
    """

    scopes: ClassVar[dict[str, str]]

    async def dispatch(self) -> None:
        """Check the token, then let the method answer.

        A method that the resource does not have is refused with 405 whoever asks.
        """
        request = Request(self.scope, self.receive)
        method = "GET" if request.method == "HEAD" else request.method
        needed = self.scopes.get(method)
        if needed is None:
            # Not left to Starlette, which takes any method of the class named as one of HTTP's.
            raise HTTPException(405, headers={"Allow": ", ".join(self.scopes)})
        _admit(request, needed)
        _check_host(request)
        await super().dispatch()


def _check_host(request: Request) -> None:
    """Return when replies can link to the host that the caller names.

    Raises:
        RequestRefusedError: 400 when it is too long to be one.
    """
    if len(request.headers.get("host", "")) > _LONGEST_HOST:
        raise RequestRefusedError(
            400,
            "bad_request",
            "The header Host is too long.",
            description="Send the name of a host, and its port if need be.",
            fields=[("Host", f"Input should have at most {_LONGEST_HOST} characters")],
        )


def _admit(request: Request, needed: str) -> None:
    """Return when the request may go on.

    Raises:
        RequestRefusedError: 401 when the token is missing or not good, 403 when it lacks the scope.
    """
    headers = request.headers.getlist("authorization")
    word, blank, rest = headers[0].partition(" ") if len(headers) == 1 else ("", "", "")
    is_bearer = word.lower() == "bearer"
    token = rest.strip() if is_bearer else word
    if not token or (blank and not is_bearer):
        raise RequestRefusedError(
            401,
            "unauthorized",
            "The request carries no token.",
            description="Get a token from the token endpoint and send it as a bearer token, "
            "or by itself if it is an opaque one.",
            headers={"WWW-Authenticate": 'Bearer realm="talkdesk-sandbox"'},
        )
    granted = services(request).tokens.scopes_of(token, is_opaque=not is_bearer)
    if granted is None:
        raise token_not_good()
    if needed not in granted:
        raise RequestRefusedError(
            403,
            "forbidden",
            f"The token lacks the scope {needed}.",
            description="Ask the token endpoint for this scope too.",
            headers={
                "WWW-Authenticate": 'Bearer realm="talkdesk-sandbox", error="insufficient_scope", '
                f'scope="{needed}"',
            },
        )


def token_not_good() -> RequestRefusedError:
    """Return the refusal of a token that is unknown or has expired (RFC 6750 section 3.1)."""
    return RequestRefusedError(
        401,
        "unauthorized",
        "The token is unknown or has expired.",
        description="Get a new token from the token endpoint.",
        headers={"WWW-Authenticate": 'Bearer realm="talkdesk-sandbox", error="invalid_token"'},
    )
