"""Authentication as httpx runs it: tokens are put on requests, fetched, and renewed after a 401.

What to do is decided once, in a generator that does no I/O (`_Steps`); a blocking and an async
driver carry out its steps. A token request is sent inside the flow of the request that needs it, by
the same client, so it uses the same connections, transport and timeouts. It is not yielded to
httpx, which closes a flow whose request fails without saying why: those who wait have to be told.
"""

import asyncio
import concurrent.futures
import contextlib
import copy
import time
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from talkdesk_core import http
from talkdesk_core.auth import StaticToken
from talkdesk_core.auth.cache import Flight, Outcome, Token, TokenCache, Waiting
from talkdesk_core.auth.grant import ClientCredentialsGrant, fresh_seconds
from talkdesk_core.connection_errors import connection_error
from talkdesk_core.errors import (
    APITimeoutError,
    ClientClosedError,
    ConfigurationError,
    TalkdeskError,
    TokenError,
)

__all__ = ["FetchedTokenAuth", "StaticTokenAuth"]

_UNAUTHORIZED = 401


@dataclass(slots=True, eq=False)
class _Send:
    """A step: have `request` sent to the API, and put the reply here."""

    request: http.Request
    reply: http.Response | None = None

    def is_refused(self) -> bool:
        return self.reply is not None and self.reply.status_code == _UNAUTHORIZED


@dataclass(slots=True, eq=False)
class _Fetch:
    """A step: send the token request, and put its whole reply, or why there is none, here."""

    request: http.Request
    result: http.Response | http.RequestError | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Wait:
    """A step: wait until `outcome` is there, but no longer than `seconds`; None is without end."""

    outcome: "concurrent.futures.Future[Outcome]"
    seconds: float | None


_Steps: TypeAlias = Generator[_Send | _Fetch | _Wait, None, None]


class FetchedTokenAuth(http.Auth):
    """Bearer tokens from a token endpoint, shared by all requests of one client.

    Safe for threads, and for the tasks of one asyncio event loop.

    Args:
        grant: Makes and reads token requests.
        base_url: The API; a request to any other origin is refused.
        client: Sends the token requests.
        clock: Seconds that never run backwards.
    """

    def __init__(
        self,
        grant: ClientCredentialsGrant,
        base_url: str,
        client: http.Client | http.AsyncClient,
        clock: Callable[[], float],
    ) -> None:
        self._grant = grant
        self._api = http.URL(base_url)
        self._client = client
        self._cache = TokenCache(clock)

    def sync_auth_flow(self, request: http.Request) -> Generator[http.Request, http.Response, None]:
        """Carry out the steps, blocking."""
        steps = self._steps(request)
        try:
            for step in steps:
                if isinstance(step, _Wait):
                    concurrent.futures.wait([step.outcome], step.seconds)
                elif isinstance(step, _Fetch):
                    self._fetch(step)
                else:
                    step.reply = yield step.request
                    if step.is_refused():
                        # An unread reply holds its connection. If all who wait for a token held
                        # theirs, the one who fetches it might get none.
                        step.reply.read()
        finally:
            # Whatever ends this generator, closing the steps ends a flight that is under way, so
            # that nobody waits for it.
            steps.close()

    def _fetch(self, step: _Fetch) -> None:
        client = self._client
        if not isinstance(client, http.Client):
            msg = "this authentication belongs to an async client"
            raise ConfigurationError(msg, arguments=("auth",))
        try:
            step.result = client.send(step.request, auth=None, follow_redirects=False)
        except http.RequestError as error:
            step.result = error

    async def async_auth_flow(
        self, request: http.Request
    ) -> AsyncGenerator[http.Request, http.Response]:
        """Carry out the steps, awaiting."""
        steps = self._steps(request)
        try:
            for step in steps:
                if isinstance(step, _Wait):
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(step.seconds):
                            await asyncio.wrap_future(step.outcome)
                elif isinstance(step, _Fetch):
                    await self._afetch(step)
                else:
                    step.reply = yield step.request
                    if step.is_refused():
                        await step.reply.aread()
        finally:
            steps.close()

    async def _afetch(self, step: _Fetch) -> None:
        client = self._client
        if not isinstance(client, http.AsyncClient):
            msg = "this authentication belongs to a blocking client"
            raise ConfigurationError(msg, arguments=("auth",))
        try:
            step.result = await client.send(step.request, auth=None, follow_redirects=False)
        except http.RequestError as error:
            step.result = error

    def _steps(self, request: http.Request) -> _Steps:
        _check_origin(request, self._api)
        for attempt in (1, 2):
            token = yield from self._token(request)
            request.headers["Authorization"] = token.header
            step = _Send(request)
            yield step
            if attempt == 2 or not step.is_refused():
                return
            # The server refused before it acted, so sending any method again is safe.
            self._cache.reject(token)

    def _token(self, request: http.Request) -> Generator[_Fetch | _Wait, None, Token]:
        timeouts = request.extensions.get("timeout")
        patience = _longest(timeouts)
        end = None if patience is None else time.monotonic() + patience
        while True:
            turn = self._cache.turn()
            if isinstance(turn, Token):
                return turn
            if isinstance(turn, Waiting):
                yield _Wait(turn.outcome, None if end is None else max(0.0, end - time.monotonic()))
                if not turn.outcome.done():
                    kind = "waiting for a token that another request is fetching"
                    raise APITimeoutError(kind, method="POST", url=self._grant.token_url)
                outcome = turn.outcome.result()
                if isinstance(outcome, TalkdeskError):
                    # One exception object raised in many threads would mix their tracebacks.
                    raise copy.copy(outcome)
                if outcome is not None:
                    return outcome
                continue
            # Without a result (a request that was cancelled, a fault that is none of the network)
            # the flight is abandoned, and one of those who wait leads the next.
            try:
                return (yield from self._lead(turn, timeouts))
            finally:
                self._cache.abandon(turn)

    def _lead(
        self, flight: Flight, timeouts: Mapping[str, float | None] | None
    ) -> Generator[_Fetch, None, Token]:
        if self._client.is_closed:  # while this request waited for its turn
            msg = "the client was closed while a request waited for its token."
            raise ClientClosedError(msg)
        step = _Fetch(self._grant.request(timeouts))
        yield step
        reply = step.result
        if isinstance(reply, http.RequestError):
            # The copies for those who wait have no cause: it would share the leader's traceback.
            self._cache.fail(flight, connection_error(reply, step.request))
            raise reply
        if reply is None:
            msg = "the flow was resumed without a reply"
            raise RuntimeError(msg)
        grant = self._grant.read(reply.status_code, reply.content)
        if isinstance(grant, TokenError):
            self._cache.fail(flight, copy.copy(grant))
            raise grant
        return self._cache.land(flight, grant.header, fresh_seconds(grant.lifetime))


def _longest(timeouts: Mapping[str, float | None] | None) -> float | None:
    """Return how many seconds a request may take to its reply: all its phases, None for no end."""
    if not timeouts:
        return None
    total = 0.0
    for seconds in timeouts.values():
        if seconds is None:
            return None
        total += seconds
    return total


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
