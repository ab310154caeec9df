# Its classes are derived from classes of Authlib, which are Any to type checkers.
# mypy: disable-error-code="misc"
"""An OAuth 2.0 server by another hand: Authlib judges what the client sends.

There is no web framework around it: it is called with an httpx request. It knows one client, which
may prove itself by its secret or by signed JWTs, and it spends codes and refresh tokens.

Authlib has no types of its own, and those that others wrote are of an older version: it is imported
as Any, and what this module gives to tests has types.
"""

from __future__ import annotations

import importlib
import json
import logging
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from talkdesk_core import http
from tests.core.wire import TOKENS

_RFC6749: Any = importlib.import_module("authlib.oauth2.rfc6749")
_REQUESTS: Any = importlib.import_module("authlib.oauth2.rfc6749.requests")
_RFC6750: Any = importlib.import_module("authlib.oauth2.rfc6750")
_RFC7523: Any = importlib.import_module("authlib.oauth2.rfc7523")
_RFC7636: Any = importlib.import_module("authlib.oauth2.rfc7636")

__all__ = ["AUTHORIZE", "REDIRECT", "Judge"]

AUTHORIZE = "https://id.example.test/oauth/authorize"
REDIRECT = "https://app.example.test/callback"

# It logs the secrets that it is sent, and the tokens that it gives out; the client's own silence is
# what tests look for.
logging.getLogger("authlib").setLevel(logging.WARNING)

_ALGORITHMS = ["ES256", "ES384", "ES512", "RS256", "RS384", "RS512"]
_METHODS = ["client_secret_basic", _RFC7523.JWTBearerClientAssertion.CLIENT_AUTH_METHOD]


@dataclass
class _Client(_RFC6749.ClientMixin):
    client_id: str
    client_secret: str
    scopes: str

    def get_client_id(self) -> str:
        return self.client_id

    def get_default_redirect_uri(self) -> str:
        return REDIRECT

    def get_allowed_scope(self, scope: str | None) -> str:
        allowed = self.scopes.split()
        return " ".join(word for word in (scope or self.scopes).split() if word in allowed)

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == REDIRECT

    def check_client_secret(self, client_secret: str) -> bool:
        return secrets.compare_digest(client_secret, self.client_secret)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return endpoint == "token" and method in _METHODS

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type in {"client_credentials", "authorization_code", "refresh_token"}


@dataclass
class _Code:
    code: str
    redirect_uri: str
    scope: str
    challenge: str | None
    method: str | None

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope


@dataclass
class _RefreshToken:
    refresh_token: str
    client_id: str
    scope: str
    is_spent: bool = False

    def check_client(self, client: _Client) -> bool:
        return client.client_id == self.client_id

    def get_scope(self) -> str:
        return self.scope


class _Request(_RFC6749.OAuth2Request):
    def __init__(self, request: http.Request) -> None:
        _RFC6749.OAuth2Request.__init__(
            self, request.method, str(request.url), headers=request.headers
        )
        body = request.content.decode()
        text = body if request.method == "POST" else request.url.query.decode()
        pairs = parse_qsl(text, keep_blank_values=True, strict_parsing=bool(text))
        self._form = dict(pairs)
        if len(self._form) != len(pairs):
            msg = "a parameter is there twice"
            raise ValueError(msg)
        self.payload = _REQUESTS.BasicOAuth2Payload(self._form)

    @property
    def args(self) -> Mapping[str, str]:
        return self._form

    @property
    def form(self) -> Mapping[str, str]:
        return self._form


class _Assertion(_RFC7523.JWTBearerClientAssertion):
    def __init__(self, keys: KeySet) -> None:
        _RFC7523.JWTBearerClientAssertion.__init__(self)
        self._keys = keys
        self._used: set[str] = set()

    def get_audiences(self) -> list[str]:
        return [TOKENS]

    def validate_jti(self, claims: Mapping[str, Any], jti: str) -> bool:  # noqa: ARG002 - Authlib's signature
        is_new = jti not in self._used
        self._used.add(jti)
        return is_new

    def process_assertion_claims(self, assertion: str, resolve_key: KeySet) -> Mapping[str, Any]:
        # As its base does, but for all algorithms that clients may use: joserfc recommends two.
        try:
            token = jwt.decode(assertion, resolve_key, algorithms=_ALGORITHMS)
        except JoseError as error:
            raise _RFC6749.InvalidClientError(description=error.description) from error
        self.verify_claims(token.claims)
        return token.claims

    def resolve_client_public_key(self, client: _Client) -> KeySet:  # noqa: ARG002 - Authlib's signature
        return self._keys


class _ClientGrant(_RFC6749.grants.ClientCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = _METHODS


class _CodeGrant(_RFC6749.grants.AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = _METHODS

    def save_authorization_code(self, code: str, request: _Request) -> None:
        form = request.payload.data
        self.server.codes[code] = _Code(
            code,
            form["redirect_uri"],
            request.scope,
            form.get("code_challenge"),
            form.get("code_challenge_method"),
        )

    def query_authorization_code(self, code: str, client: _Client) -> _Code | None:  # noqa: ARG002 - Authlib's signature
        found: _Code | None = self.server.codes.get(code)
        return found

    def delete_authorization_code(self, authorization_code: _Code) -> None:
        del self.server.codes[authorization_code.code]

    def authenticate_user(self, authorization_code: _Code) -> str:  # noqa: ARG002 - Authlib's signature
        return "ada"


class _RefreshGrant(_RFC6749.grants.RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = _METHODS
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token: str) -> _RefreshToken | None:
        found = self.server.refresh_tokens.get(refresh_token)
        return None if found is None or found.is_spent else found

    def authenticate_user(self, refresh_token: _RefreshToken) -> str:  # noqa: ARG002 - Authlib's signature
        return "ada"

    def revoke_old_credential(self, refresh_token: _RefreshToken) -> None:
        refresh_token.is_spent = True


class _Challenge(_RFC7636.CodeChallenge):
    SUPPORTED_CODE_CHALLENGE_METHOD = ("S256",)

    def get_authorization_code_challenge(self, authorization_code: _Code) -> str | None:
        return authorization_code.challenge

    def get_authorization_code_challenge_method(self, authorization_code: _Code) -> str | None:
        return authorization_code.method


def _new_token(**_: object) -> str:
    return secrets.token_urlsafe(24)


class _Server(_RFC6749.AuthorizationServer):
    def __init__(self, client: _Client, keys: KeySet) -> None:
        _RFC6749.AuthorizationServer.__init__(self)
        self._client = client
        self.codes: dict[str, _Code] = {}
        self.refresh_tokens: dict[str, _RefreshToken] = {}
        self.register_token_generator(
            "default",
            _RFC6750.BearerTokenGenerator(_new_token, _new_token, 600),
        )
        self.register_client_auth_method(
            _RFC7523.JWTBearerClientAssertion.CLIENT_AUTH_METHOD, _Assertion(keys)
        )
        self.register_grant(_ClientGrant)
        self.register_grant(_CodeGrant, [_Challenge()])
        self.register_grant(_RefreshGrant)

    def query_client(self, client_id: str) -> _Client | None:
        return self._client if client_id == self._client.client_id else None

    def save_token(self, token: Mapping[str, Any], request: _Request) -> None:
        if "refresh_token" in token:
            value = token["refresh_token"]
            self.refresh_tokens[value] = _RefreshToken(
                value, request.client.client_id, token.get("scope", "")
            )

    def send_signal(self, name: str, *args: object, **kwargs: object) -> None:
        pass

    def create_oauth2_request(self, request: http.Request | _Request) -> _Request:
        return request if isinstance(request, _Request) else _Request(request)

    def handle_response(
        self, status: int, body: object, headers: list[tuple[str, str]]
    ) -> http.Response:
        content = body if isinstance(body, str) else json.dumps(body)
        return http.Response(status, headers=dict(headers), content=content)


@dataclass(repr=False)
class Judge:
    """Authlib's authorization server, behind httpx.

    Attributes:
        client_id: The client it knows.
        client_secret: Its secret.
        scopes: What it may have.
        keys: Its public keys.
        replies: What was answered to token requests.
    """

    client_id: str = "the-id"
    client_secret: str = "s3cr3t/of+the:client~"
    scopes: str = "callbacks:read callbacks:write"
    keys: KeySet = field(default_factory=lambda: KeySet([]))
    replies: list[http.Response] = field(default_factory=list[http.Response])

    def __post_init__(self) -> None:
        self._server: Any = _Server(
            _Client(self.client_id, self.client_secret, self.scopes), self.keys
        )

    def token(self, request: http.Request) -> http.Response:
        """Answer a token request."""
        reply: http.Response = self._server.create_token_response(request)
        self.replies.append(reply)
        return reply

    def log_in(self, url: str) -> str:
        """Have the user sign in, and return the URL that the browser comes back to."""
        request = self._server.create_oauth2_request(http.Request("GET", url))
        grant = self._server.get_consent_grant(request, end_user="ada")
        reply = self._server.create_authorization_response(request, grant_user="ada", grant=grant)
        location: str = reply.headers["Location"]
        return location

    @property
    def errors(self) -> list[str | None]:
        """The error code of each reply; None where a token was granted."""
        return [json.loads(reply.content).get("error") for reply in self.replies]
