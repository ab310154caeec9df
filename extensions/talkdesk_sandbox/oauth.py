"""The token endpoint: client credentials by secret or by key (RFC 6749 sections 4.4, 5)."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import parse_qsl

from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse

from talkdesk_sandbox.bodies import bounded_body
from talkdesk_sandbox.client_authentication import authenticate
from talkdesk_sandbox.services import services
from talkdesk_sandbox.token_refusal import NO_STORE, TokenRefusedError
from talkdesk_sandbox.tokens import SCOPES

_MOST_BYTES: Final = 65_536
_FORM: Final = "application/x-www-form-urlencoded"
_OPAQUE: Final = "opaque"
_SECONDS: Final = re.compile(r"[0-9]{1,10}")


class TokenEndpoint(HTTPEndpoint):
    """POST /oauth/token."""

    async def post(self, request: Request) -> JSONResponse:
        """Give out an access token, or refuse in the shape of RFC 6749 section 5.2."""
        known = services(request)
        try:
            form = await _form(request)
            authenticate(request, form or {})
            if form is None:
                raise TokenRefusedError("invalid_request", f"Send the parameters as {_FORM}.")
            scopes = _scopes(form, known.granted_scopes)
            is_opaque = _is_opaque(form)
            lifetime = _lifetime(form, known.tokens.lifetime) if is_opaque else None
        except TokenRefusedError as refusal:
            return refusal.reply()
        body = {
            "access_token": known.tokens.issue(scopes, lifetime=lifetime, is_opaque=is_opaque),
            "token_type": _OPAQUE if is_opaque else "Bearer",
            "expires_in": lifetime or known.tokens.lifetime,
            "scope": " ".join(scopes),
        }
        return JSONResponse(body, headers=NO_STORE)


async def _form(request: Request) -> dict[str, str] | None:
    """Return the form's parameters, or None when the body says that it is none.

    Parameters without a value count as left out (RFC 6749 section 3.2).

    Raises:
        TokenRefusedError: ``invalid_request``.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type != _FORM:
        return None
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


def _scopes(form: Mapping[str, str], granted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the scopes of the token: what is asked for and granted, or all that is granted.

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
    scopes = tuple(scope for scope in granted if scope in asked)
    if not scopes:
        # No reply could say so: a scope has a word at least (RFC 6749 section 3.3).
        raise TokenRefusedError("invalid_scope", "The sandbox grants none of these scopes.")
    return scopes


def _is_opaque(form: Mapping[str, str]) -> bool:
    """Return whether an opaque token is asked for (reference/client-credentials-sts-token).

    Raises:
        TokenRefusedError: ``invalid_request`` for any other type that is named.
    """
    if form.get("token_type", _OPAQUE) != _OPAQUE:
        raise TokenRefusedError(
            "invalid_request", f"The sandbox knows the token_type {_OPAQUE} only; or leave it out."
        )
    return "token_type" in form


def _lifetime(form: Mapping[str, str], most: int) -> int:
    """Return for how many seconds an opaque token is good: as asked for, or at most.

    Raises:
        TokenRefusedError: ``invalid_request``.
    """
    asked = form.get("expires_in")
    if asked is None:
        return most
    if _SECONDS.fullmatch(asked) is None or not int(asked):
        raise TokenRefusedError(
            "invalid_request", "The parameter expires_in is a number of seconds from 1."
        )
    return min(int(asked), most)
