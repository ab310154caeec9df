"""Authentication as httpx runs it: tokens are put on requests, fetched, and renewed after a 401.

What to do is decided once, in a generator that does no I/O (`_Steps`); a blocking and an async
driver carry out its steps. The token request is part of the flow of the request that needs it, so
it uses the same connections, transport and timeouts.
"""

import asyncio
import concurrent.futures
import copy
from collections.abc import AsyncGenerator, Callable, Generator
from dataclasses import dataclass
from typing import TypeAlias

from talkdesk_core import http
from talkdesk_core.auth import StaticToken
from talkdesk_core.auth.cache import Outcome, Token, TokenCache, Waiting
from talkdesk_core.auth.grant import ClientCredentialsGrant, fresh_seconds
from talkdesk_core.errors import ConfigurationError, TokenError

__all__ = ["FetchedTokenAuth", "StaticTokenAuth"]

_UNAUTHORIZED = 401


@dataclass(slots=True, eq=False)
class _Send:
    """A step: send `request` and put the reply into `replies`."""

    request: http.Request
    body_is_needed: bool
    reply: http.Response | None = None

    def must_read(self, reply: http.Response) -> bool:
        # An unread reply holds its connection. If all who wait for a token held theirs, the one
        # who fetches it might get none.
        return self.body_is_needed or reply.status_code == _UNAUTHORIZED

    def answer(self) -> http.Response:
        if self.reply is None:
            msg = "the flow was resumed without a reply"
            raise RuntimeError(msg)
        return self.reply


@dataclass(frozen=True, slots=True, eq=False)
class _Wait:
    """A step: wait until `outcome` is there."""

    outcome: "concurrent.futures.Future[Outcome]"


_Steps: TypeAlias = Generator[_Send | _Wait, None, None]


class FetchedTokenAuth(http.Auth):
    """Bearer tokens from a token endpoint, shared by all requests of one client.

    Safe for threads, and for the tasks of one asyncio event loop.

    Args:
        grant: Makes and reads token requests.
        base_url: The API; a request to any other origin is refused.
        clock: Seconds that never run backwards.
    """

    def __init__(
        self, grant: ClientCredentialsGrant, base_url: str, clock: Callable[[], float]
    ) -> None:
        self._grant = grant
        self._api = http.URL(base_url)
        self._cache = TokenCache(clock)

    def sync_auth_flow(self, request: http.Request) -> Generator[http.Request, http.Response, None]:
        """Carry out the steps, blocking."""
        steps = self._steps(request)
        try:
            for step in steps:
                if isinstance(step, _Wait):
                    concurrent.futures.wait([step.outcome])
                    continue
                step.reply = yield step.request
                if step.must_read(step.reply):
                    step.reply.read()
        finally:
            # httpx closes this generator when a request fails or is cancelled. Closing the steps
            # ends a flight that is under way, so that nobody waits for it.
            steps.close()

    async def async_auth_flow(
        self, request: http.Request
    ) -> AsyncGenerator[http.Request, http.Response]:
        """Carry out the steps, awaiting."""
        steps = self._steps(request)
        try:
            for step in steps:
                if isinstance(step, _Wait):
                    await asyncio.wrap_future(step.outcome)
                    continue
                step.reply = yield step.request
                if step.must_read(step.reply):
                    await step.reply.aread()
        finally:
            steps.close()

    def _steps(self, request: http.Request) -> _Steps:
        _check_origin(request, self._api)
        for attempt in (1, 2):
            token = yield from self._token(request)
            request.headers["Authorization"] = token.header
            step = _Send(request, body_is_needed=False)
            yield step
            if attempt == 2 or step.answer().status_code != _UNAUTHORIZED:
                return
            # The server refused before it acted, so sending any method again is safe.
            self._cache.reject(token)

    def _token(self, request: http.Request) -> Generator[_Send | _Wait, None, Token]:
        while True:
            turn = self._cache.turn()
            if isinstance(turn, Token):
                return turn
            if isinstance(turn, Waiting):
                yield _Wait(turn.outcome)
                outcome = turn.outcome.result()
                if isinstance(outcome, TokenError):
                    # One exception object raised in many threads would mix their tracebacks.
                    raise copy.copy(outcome)
                if outcome is not None:
                    return outcome
                continue
            try:
                step = _Send(self._grant.request(request.extensions.get("timeout")), True)
                yield step
                reply = step.answer()
                grant = self._grant.read(reply.status_code, reply.content)
                if isinstance(grant, TokenError):
                    self._cache.fail(turn, copy.copy(grant))
                    raise grant
                return self._cache.land(turn, grant.header, fresh_seconds(grant.lifetime))
            finally:
                self._cache.abandon(turn)


class StaticTokenAuth(http.Auth):
    """One bearer token for every request.

    Args:
        token: The token.
        base_url: The API; a request to any other origin is refused.
    """

    def __init__(self, token: StaticToken, base_url: str) -> None:
        self._token = token
        self._api = http.URL(base_url)

    def auth_flow(self, request: http.Request) -> Generator[http.Request, http.Response, None]:
        """Put the token on the request."""
        _check_origin(request, self._api)
        request.headers["Authorization"] = f"Bearer {self._token.token}"
        yield request


def _check_origin(request: http.Request, api: http.URL) -> None:
    if not http.same_origin(request.url, api):
        msg = "a request to another host than base_url's was not sent: it would carry the token."
        raise ConfigurationError(msg, arguments=("base_url",))
