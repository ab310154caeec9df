"""The token endpoint: client credentials over HTTP Basic (RFC 6749 sections 2.3.1, 4.4, 5)."""

import base64
from typing import Final
from urllib.parse import parse_qsl, unquote_plus

from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse

from talkdesk_sandbox.bodies import bounded_body
from talkdesk_sandbox.services import services
from talkdesk_sandbox.tokens import SCOPES, Credentials

_MOST_BYTES: Final = 65_536
_NO_STORE: Final = {"Cache-Control": "no-store", "Pragma": "no-cache"}
_FORM: Final = "application/x-www-form-urlencoded"


class TokenRefusedError(Exception):
    """A token request that is refused; it holds nothing that the caller sent.

    Args:
        error: Code of RFC 6749 section 5.2.
        description: What is wrong, in one sentence.
    """

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = description

    def reply(self) -> JSONResponse:
        """Return the refusal as RFC 6749 section 5.2 wants it."""
        headers = dict(_NO_STORE)
        if self.error == "invalid_client":
            headers["WWW-Authenticate"] = 'Basic realm="talkdesk-sandbox", charset="UTF-8"'
        return JSONResponse(
            {"error": self.error, "error_description": self.description},
            401 if self.error == "invalid_client" else 400,
            headers,
        )


class TokenEndpoint(HTTPEndpoint):
    """POST /oauth/token."""

    async def post(self, request: Request) -> JSONResponse:
        """Give out an access token, or refuse in the shape of RFC 6749 section 5.2."""
        known = services(request)
        try:
            _authenticate(request, known.credentials)
            scopes = _asked_scopes(await _form(request))
        except TokenRefusedError as refusal:
            return refusal.reply()
        body = {
            "access_token": known.tokens.issue(scopes),
            "token_type": "Bearer",
            "expires_in": known.tokens.lifetime,
            "scope": " ".join(scopes),
        }
        return JSONResponse(body, headers=_NO_STORE)


def _authenticate(request: Request, credentials: Credentials) -> None:
    """Return when the caller is the client.

    RFC 6749 section 2.3.1 wants id and secret form-encoded before they are joined; many clients
    send them as they are. Both are taken.

    Raises:
        TokenRefusedError: ``invalid_client``.
    """
    headers = request.headers.getlist("authorization")
    scheme, _, encoded = headers[0].partition(" ") if len(headers) == 1 else ("", "", "")
    if scheme.lower() != "basic":
        raise TokenRefusedError("invalid_client", "Send client id and secret over HTTP Basic.")
    try:
        pair = base64.b64decode(encoded.strip(), validate=True).decode()
    except ValueError:  # not Base64, or not UTF-8 inside
        pair = ""
    client_id, _, secret = pair.partition(":")
    as_sent = credentials.match(client_id, secret)
    form_encoded = credentials.match(unquote_plus(client_id), unquote_plus(secret))
    if not (as_sent or form_encoded):
        raise TokenRefusedError("invalid_client", "Unknown client id or wrong client secret.")


async def _form(request: Request) -> dict[str, str]:
    """Return the form's parameters; those without a value count as left out (section 3.2).

    Raises:
        TokenRefusedError: ``invalid_request``.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != _FORM:
        raise TokenRefusedError("invalid_request", f"Send the parameters as {_FORM}.")
    raw = await bounded_body(request, _MOST_BYTES)
    if raw is None:
        raise TokenRefusedError("invalid_request", "The body is too long.")
    try:
        pairs = parse_qsl(raw.decode(), errors="strict", max_num_fields=100)
    except ValueError:  # not UTF-8, or too many parameters
        raise TokenRefusedError("invalid_request", "The body is no form.") from None
    form = dict(pairs)
    if len(form) != len(pairs):
        raise TokenRefusedError("invalid_request", "A parameter is there twice.")
    return form


def _asked_scopes(form: dict[str, str]) -> tuple[str, ...]:
    """Return the scopes to grant: those asked for, or all when none is named.

    Raises:
        TokenRefusedError: ``invalid_request``, ``unsupported_grant_type`` or ``invalid_scope``.
    """
    grant_type = form.get("grant_type")
    if grant_type is None:
        raise TokenRefusedError("invalid_request", "The parameter grant_type is missing.")
    if grant_type != "client_credentials":
        raise TokenRefusedError(
            "unsupported_grant_type", "The sandbox knows the grant client_credentials only."
        )
    asked = set(form.get("scope", "").split()) or set(SCOPES)
    if not asked <= set(SCOPES):
        raise TokenRefusedError("invalid_scope", f"The known scopes are: {' '.join(SCOPES)}.")
    return tuple(scope for scope in SCOPES if scope in asked)
