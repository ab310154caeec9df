"""A token endpoint that spends codes and refresh tokens, and remembers what it was sent."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from talkdesk_core import http
from talkdesk_core.auth import AuthorizationCode, ClientCredentials, RefreshToken
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock

CODE = "c0de-of-the-login"
FIRST = "refresh-0"


def refresh_token(
    client: ClientCredentials = CREDENTIALS, on_rotation: Callable[[str], object] | None = None
) -> RefreshToken:
    """Return the description of a login that brought a refresh token earlier."""
    return RefreshToken(client, FIRST, on_rotation=on_rotation)


def code(on_rotation: Callable[[str], object] | None = None) -> AuthorizationCode:
    """Return the description of a login that has just brought a code."""
    return AuthorizationCode(
        CREDENTIALS,
        CODE,
        redirect_uri="https://app.test/cb",
        code_verifier="v" * 43,
        on_rotation=on_rotation,
    )


@dataclass(repr=False)
class Logins:
    """Gives out numbered refresh tokens, each good for one use, and numbered access tokens.

    Attributes:
        rotates: Whether a reply has a new refresh token; without, the old one stays good.
        brings_refresh_token: Whether any reply has one.
        before: Called before a token request is answered, with its number; may raise.
        reply: Answers a token request instead.
        spent: What was used, in order.
        forms: What was sent.
        api: Answers a request of the API.
    """

    rotates: bool = True
    brings_refresh_token: bool = True
    before: Callable[[int, http.Request], object] = lambda _number, _request: None
    reply: Callable[[http.Request], http.Response | None] = lambda _: None
    api: Callable[[http.Request], http.Response] = lambda _: http.Response(200)
    spent: list[str] = field(default_factory=list[str])
    forms: list[dict[str, str]] = field(default_factory=list[dict[str, str]])
    sent_tokens: list[str] = field(default_factory=list[str])
    lock: threading.Lock = field(default_factory=threading.Lock)
    _good: set[str] = field(default_factory=lambda: {FIRST, CODE})

    def __call__(self, request: http.Request) -> http.Response:
        """Answer as the host demands."""
        if str(request.url) != TOKENS:
            with self.lock:
                self.sent_tokens.append(request.headers["Authorization"])
            return self.api(request)
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        with self.lock:
            self.forms.append(form)
            number = len(self.forms)
        self.before(number, request)
        return self.reply(request) or self._grant(form, number)

    async def answer(self, request: http.Request) -> http.Response:
        """Answer an async client; what `before` returns is awaited."""
        if str(request.url) != TOKENS:
            return self(request)
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        self.forms.append(form)
        number = len(self.forms)
        waited = self.before(number, request)
        if asyncio.iscoroutine(waited):
            await waited
        return self.reply(request) or self._grant(form, number)

    def _grant(self, form: dict[str, str], number: int) -> http.Response:
        used = form.get("code") or form["refresh_token"]
        with self.lock:
            if used not in self._good:
                return http.Response(400, json={"error": "invalid_grant"})
            body: dict[str, object] = {
                "access_token": f"access-{number}",
                "token_type": "Bearer",
                "expires_in": 600,
            }
            if self.rotates or "code" in form:
                self._good.discard(used)
                self.spent.append(used)
            if self.brings_refresh_token and (self.rotates or "code" in form):
                body["refresh_token"] = f"refresh-{number}"
                self._good.add(f"refresh-{number}")
        return http.Response(200, json=body)

    def client(
        self, description: AuthorizationCode | RefreshToken, clock: Clock | None = None
    ) -> http.Client:
        """Return a blocking client of a login."""
        client = http.Client(transport=http.MockTransport(self), base_url=API)
        client.auth = description.bind(
            base_url=API, token_url=TOKENS, client=client, clock=clock or Clock()
        )
        return client

    def async_client(
        self, description: AuthorizationCode | RefreshToken, clock: Clock | None = None
    ) -> http.AsyncClient:
        """Return an async client of a login."""
        client = http.AsyncClient(transport=http.MockTransport(self.answer), base_url=API)
        client.auth = description.bind(
            base_url=API, token_url=TOKENS, client=client, clock=clock or Clock()
        )
        return client
