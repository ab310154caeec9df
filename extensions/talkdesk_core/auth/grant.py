"""The token request of client credentials and its reply (RFC 6749 sections 4.4 and 5)."""

import base64
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote_plus

from talkdesk_core import http
from talkdesk_core.auth import ClientCredentials
from talkdesk_core.error_replies import read_object
from talkdesk_core.errors import TokenError

__all__ = ["ClientCredentialsGrant", "Grant", "fresh_seconds"]

# The vendor's tokens live ten minutes; a reply that does not say so is taken to mean it.
_DEFAULT_LIFETIME = 600.0
# A lifetime beyond a day is a mistake of the server; the token is renewed after a day then.
_LONGEST_LIFETIME = 86_400.0
# A token is renewed this long before its end, so that it does not expire on its way ...
_MARGIN = 60.0
# ... but a short-lived one is used for most of its life.
_MARGIN_SHARE = 0.1

# RFC 6750 section 2.1 is stricter, but real tokens need only be safe in a header.
_TOKEN = re.compile(r"[!-~]+")

_HINT_REFUSED = (
    "Likely causes, in this order: the account is in another region, the client id or secret is "
    "wrong, or a scope that was just added is not active yet (it takes some minutes)"
)
_HINT_SCOPE = (
    "Check that every scope asked for exists and is granted to this client; without a scope the "
    "token has all that are granted"
)
_HINT_ADDRESS = "Check the account's name and region, or token_url"
_HINT_LATER = "Try again later"
_HINT_REPLY = "Check that token_url is a token endpoint"


@dataclass(frozen=True, slots=True)
class Grant:
    """A token that the endpoint granted.

    Attributes:
        header: Value of the ``Authorization`` header.
        lifetime: Seconds, above 0.
    """

    header: str = field(repr=False)
    lifetime: float


def fresh_seconds(lifetime: float) -> float:
    """Return how long a token with this lifetime is used: to 60 s, or a tenth, before its end."""
    return lifetime - min(_MARGIN, lifetime * _MARGIN_SHARE)


class ClientCredentialsGrant:
    """Makes token requests for one client id at one token endpoint.

    Args:
        credentials: Id, secret and scope.
        token_url: The endpoint.
    """

    def __init__(self, credentials: ClientCredentials, token_url: str) -> None:
        self._credentials = credentials
        self._token_url = token_url

    @property
    def token_url(self) -> str:
        """The endpoint."""
        return self._token_url

    def request(self, timeout: Mapping[str, float | None] | None) -> http.Request:
        """Return a token request, with nothing of the API request but its timeouts."""
        form = {"grant_type": "client_credentials"}
        if self._credentials.scope is not None:
            form["scope"] = self._credentials.scope
        return http.Request(
            "POST",
            self._token_url,
            headers={
                "Authorization": self._basic(),
                "Accept": "application/json",
                "User-Agent": http.user_agent(),
            },
            data=form,
            # A request that no client built has no timeout, and would wait without end.
            extensions={} if timeout is None else {"timeout": timeout},
        )

    def _basic(self) -> str:
        pair = (self._credentials.client_id, self._credentials.client_secret)
        if self._credentials.form_encode:
            pair = (quote_plus(pair[0]), quote_plus(pair[1]))
        return "Basic " + base64.b64encode(":".join(pair).encode()).decode()

    def read(self, status_code: int, content: bytes) -> Grant | TokenError:
        """Read a reply of the token endpoint.

        A missing lifetime is taken as ten minutes, a lifetime beyond a day as a day. Numbers
        written as strings or with a fraction are read.

        Returns:
            The grant, or the error to raise. It is not raised here, because error trackers record
            the variables of every frame, and this one's hold the token.
        """
        if not 200 <= status_code < 300:
            return self._refusal(status_code, content)
        grant = _read_grant(content)
        if isinstance(grant, str):
            return TokenError(grant, url=self._token_url, status_code=status_code, hint=_HINT_REPLY)
        return grant

    def _refusal(self, status_code: int, content: bytes) -> TokenError:
        members = read_object(content)
        error, description = members.get("error"), members.get("error_description")
        if error == "invalid_scope":
            problem, hint = "the token endpoint refused the scope", _HINT_SCOPE
        elif status_code in {400, 401, 403}:
            problem, hint = "the token endpoint refused the client", _HINT_REFUSED
        elif 300 <= status_code < 400:
            # Following it would hand the secret to whatever host it names.
            problem, hint = "the token endpoint redirects, which is not followed", _HINT_ADDRESS
        elif status_code == 429 or status_code >= 500:
            problem, hint = "the token endpoint failed", _HINT_LATER
        else:
            problem, hint = "the token endpoint gave no token", _HINT_ADDRESS
        return TokenError(
            problem,
            url=self._token_url,
            status_code=status_code,
            hint=hint,
            error=error if isinstance(error, str) else None,
            description=description if isinstance(description, str) else None,
        )


def _read_grant(content: bytes) -> Grant | str:
    """Return the grant, or what is wrong with the reply."""
    members = read_object(content)
    if not members:
        return "the token endpoint's reply is no JSON object"
    token = members.get("access_token")
    if not isinstance(token, str) or not _TOKEN.fullmatch(token):
        return "the token endpoint's reply holds no usable access_token"
    kind = members.get("token_type")
    if kind is not None and (not isinstance(kind, str) or kind.lower() != "bearer"):
        return "the token endpoint's reply states a token_type other than Bearer"
    lifetime = _lifetime(members.get("expires_in"))
    if lifetime is None:
        return "the token endpoint's reply states an expires_in that is no number of seconds"
    return Grant(f"Bearer {token}", lifetime)


def _lifetime(value: object) -> float | None:
    if value is None:
        return _DEFAULT_LIFETIME
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    if math.isnan(seconds) or seconds <= 0:
        return None
    return min(seconds, _LONGEST_LIFETIME)
