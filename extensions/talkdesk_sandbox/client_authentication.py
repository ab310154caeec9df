"""Who asks the token endpoint: the client by its secret, or by its key."""

import base64
from collections.abc import Mapping
from typing import Final
from urllib.parse import unquote_plus

from starlette.requests import Request

from talkdesk_sandbox.client_assertion import ASSERTION_TYPE
from talkdesk_sandbox.replies import base_url
from talkdesk_sandbox.services import Services, services
from talkdesk_sandbox.token_refusal import TokenRefusedError
from talkdesk_sandbox.tokens import TOKEN_PATH, Credentials

_ASSERTION: Final = "client_assertion"
_TYPE: Final = "client_assertion_type"


def authenticate(request: Request, form: Mapping[str, str]) -> None:
    """Return when the caller is the client.

    Args:
        request: The token request.
        form: Its parameters.

    Raises:
        TokenRefusedError: ``invalid_client``; ``invalid_request`` when there is more than one
            proof (RFC 6749 section 2.3).
    """
    known = services(request)
    if _ASSERTION not in form and _TYPE not in form:
        _check_secret(request, known.credentials)
        return
    if "authorization" in request.headers or "client_secret" in form:
        raise TokenRefusedError(
            "invalid_request",
            "Sign in by a secret over HTTP Basic or by a client assertion, not by both.",
        )
    _check_assertion(form, known, base_url(request) + TOKEN_PATH)


def _check_secret(request: Request, credentials: Credentials) -> None:
    """Return when the header holds the client's secret.

    RFC 6749 section 2.3.1 wants id and secret form-encoded before they are joined; many clients
    send them as they are. Both are taken.

    Raises:
        TokenRefusedError: ``invalid_client``.
    """
    headers = request.headers.getlist("authorization")
    scheme, _, encoded = headers[0].partition(" ") if len(headers) == 1 else ("", "", "")
    if scheme.lower() != "basic":
        raise TokenRefusedError(
            "invalid_client",
            f"Send client id and secret over HTTP Basic, or a signed JWT as {_ASSERTION}.",
        )
    try:
        pair = base64.b64decode(encoded.strip(), validate=True).decode()
    except ValueError:  # not Base64, or not UTF-8 inside
        pair = ""
    client_id, _, secret = pair.partition(":")
    as_sent = credentials.match(client_id, secret)
    form_encoded = credentials.match(unquote_plus(client_id), unquote_plus(secret))
    if not (as_sent or form_encoded):
        raise TokenRefusedError("invalid_client", "Unknown client id or wrong client secret.")


def _check_assertion(form: Mapping[str, str], known: Services, token_url: str) -> None:
    """Return when the form holds an assertion of the client.

    Raises:
        TokenRefusedError: ``invalid_client``.
    """
    if form.get(_TYPE) != ASSERTION_TYPE:
        raise TokenRefusedError("invalid_client", f"Send {ASSERTION_TYPE} as {_TYPE}.")
    if _ASSERTION not in form:
        raise TokenRefusedError("invalid_client", f"Send a signed JWT as {_ASSERTION}.")
    # RFC 7521 section 4.2 lets it be left out: the assertion names the client.
    if form.get("client_id", known.credentials.client_id) != known.credentials.client_id:
        raise TokenRefusedError(
            "invalid_client", "The client_id is not that of the client which signs."
        )
    known.assertions.accept(form[_ASSERTION], token_url)
