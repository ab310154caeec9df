"""The clients that send: connections, authentication, retries and errors, for any path of the API.

Generated root clients derive from `SyncAPIClient` and `AsyncAPIClient` and add one attribute per
tag. Both have the same methods; what differs is `await`.
"""

import contextlib
import functools
import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import Self, TypeVar, Unpack

from talkdesk_core import http
from talkdesk_core.auth import Credentials
from talkdesk_core.calling import APIClient, cleaned, failure_of, request_id_of
from talkdesk_core.calls import Call
from talkdesk_core.clock import Clock
from talkdesk_core.config import checked_transport
from talkdesk_core.discretion import discreet, discreetly
from talkdesk_core.errors import ConfigurationError, TalkdeskError
from talkdesk_core.hooks import Hooks
from talkdesk_core.options import AsyncClientOptions, ClientOptions, SyncClientOptions
from talkdesk_core.raw import RawResponse
from talkdesk_core.requests import QueryValue
from talkdesk_core.retries import Retries
from talkdesk_core.sending import Outcome, Wait
from talkdesk_core.settings import MAX_RESPONSE_BYTES, complete_from, settings_of
from talkdesk_core.transport.guard import AsyncGuard, Guard
from talkdesk_core.transport.routes import Origin, async_route, routes_to, sync_route
from talkdesk_core.transport.trip import Trip
from talkdesk_core.unset import UNSET

__all__ = ["AsyncAPIClient", "SyncAPIClient"]

T = TypeVar("T")


@discreet
class SyncAPIClient(APIClient[http.Client]):
    """A blocking client for one Talkdesk account. Threads may share it.

    It keeps its connections for as long as it lives, so make one and keep it: a new one costs the
    set-up of TLS. Use it as a context manager, or call `close`. Redirects are not followed and no
    cookies are sent. A process that was forked off makes connections of its own.

    Args:
        account: The account's subdomain, for example ``acme``.
        region: ``us`` (default), ``eu`` or ``ca``.
        base_url: The API's URL instead of account and region; https, or http to this machine.
        token_url: The token endpoint that belongs to `base_url`.
        auth: `ClientCredentials`, `PrivateKeyJWT` or another of `talkdesk_core.auth`.
        timeout: Seconds, above 0, for each phase of a request (connect, read, write, wait for a
            free connection), or a `Timeout` stating them; None for 5, 30, 30 and 5 seconds. To wait
            without end takes ``Timeout(None)``; the budget of `retries` holds nevertheless.
        retries: How often to try again (0 for never), or a `Retries` with a policy and the budget
            in seconds of a whole call; None for up to 3 times within 120 seconds.
        rate_limit: Most requests a second, above 0; None for no ceiling. In either case a 429
            slows the whole client down for a while.
        headers: Headers of every request.
        hooks: Functions that are told of each attempt.
        proxy: URL of a proxy; None for those of the environment (``HTTPS_PROXY``, ``NO_PROXY`` …),
            which are not used to reach this machine. Plain http to this machine never goes
            through a proxy, as it would read the credentials.
        ssl_context: Which certificates are trusted (a private CA) and shown (mTLS), also of and to
            a proxy with https, made by ``ssl.create_default_context``; None for the usual ones.
        max_response_bytes: Most bytes of a reply, unpacked, above 0; 64 MiB by default.
        clock: The time, for tests; None for this machine's.
        transport: What sends requests instead of the network, for tests or a transport of your
            own; `close` closes it too. Without one the client makes its own.

    Raises:
        ConfigurationError: The settings are incomplete or contradict each other.
        ArgumentError: A header cannot be sent.
    """

    def __init__(
        self,
        *,
        account: str | None = None,
        region: str | None = None,
        base_url: str | None = None,
        token_url: str | None = None,
        auth: Credentials,
        timeout: float | http.Timeout | None = None,
        retries: Retries | int | None = None,
        rate_limit: float | None = None,
        headers: Mapping[str, str] | None = None,
        hooks: Hooks | None = None,
        proxy: str | None = None,
        ssl_context: ssl.SSLContext | None = None,
        max_response_bytes: int = MAX_RESPONSE_BYTES,
        clock: Clock | None = None,
        transport: http.BaseTransport | None = None,
    ) -> None:
        options: ClientOptions = {
            "account": account,
            "region": region,
            "base_url": base_url,
            "token_url": token_url,
            "timeout": timeout,
            "retries": retries,
            "rate_limit": rate_limit,
            "headers": headers,
            "hooks": hooks,
            "proxy": proxy,
            "ssl_context": ssl_context,
            "max_response_bytes": max_response_bytes,
            "clock": clock,
        }
        given = checked_transport(transport, http.BaseTransport)
        settings = settings_of(options, auth, has_transport=given is not None, is_async=False)
        del options, headers, proxy  # error trackers record variables
        super().__init__(settings)

        def routes() -> Mapping[Origin, http.BaseTransport]:
            if given is not None:
                return dict.fromkeys(settings.proxies, given)
            route = functools.partial(sync_route, settings.ssl_context)
            return routes_to(settings.proxies, route)

        guard = Guard(routes, settings.watch, is_remade=given is None)
        self._http = http.Client(
            transport=guard, follow_redirects=False, trust_env=False, cookies=http.NoCookies()
        )
        self._auth = settings.auth.bind(
            base_url=self._config.base_url,
            token_url=self._config.token_url,
            client=self._http,
            clock=self._clock,
        )

    @classmethod
    @discreetly
    def from_env(
        cls,
        *,
        auth: Credentials | None = None,
        environ: Mapping[str, str] | None = None,
        **options: Unpack[SyncClientOptions],
    ) -> Self:
        """Make a client from ``TALKDESK_…`` environment variables; arguments win over them.

        The variables are ``TALKDESK_ACCOUNT`` and ``TALKDESK_REGION``, or ``TALKDESK_BASE_URL`` and
        ``TALKDESK_TOKEN_URL``; and ``TALKDESK_CLIENT_ID`` with ``TALKDESK_CLIENT_SECRET``, or with
        ``TALKDESK_KEY_ID`` and ``TALKDESK_PRIVATE_KEY`` or ``TALKDESK_PRIVATE_KEY_FILE``.

        Args:
            auth: As for the class; with it no variable about credentials is read.
            environ: The environment; None for this process's.
            options: The other arguments of the class.

        Raises:
            ConfigurationError: Variables are missing (the text lists which), or contradict
                each other.
        """
        credentials = complete_from(environ, options, auth)
        del environ  # it holds secrets, and error trackers record variables
        if isinstance(credentials, ConfigurationError):
            raise credentials
        return cls(auth=credentials, **options)

    def request(
        self,
        method: str,
        path: str,
        *,
        path_params: Mapping[str, str | int] | None = None,
        params: Mapping[str, QueryValue] | None = None,
        json: object = UNSET,
        headers: Mapping[str, str] | None = None,
        timeout: float | http.Timeout | None = None,
    ) -> http.Response:
        """Send any request to the API, with this client's authentication, retries and errors.

        Args:
            method: HTTP method; neither CONNECT nor TRACE.
            path: Path below the base URL, starting with one slash, without a query; parameters may
                stand in it by name, as in ``/contacts/{id}``.
            path_params: Values for the parameters in the path, quoted so that each stays one
                segment. Logs and the texts of errors show the names in their place.
            params: The query: strings, finite numbers, booleans, or lists of them.
            json: The body, as data that JSON can hold; left out for none.
            headers: Further headers, or other values for those that the client sends. Not for those
                that the client and the connection answer for: ``Authorization``, ``Cookie``,
                ``Host``, ``Accept-Encoding``, ``Content-Length``, ``Transfer-Encoding``,
                ``Connection``, ``Keep-Alive``, ``Upgrade``, ``TE``, ``Trailer``, ``Expect``,
                ``Proxy-Authorization`` and ``Proxy-Connection``.
            timeout: As for the class; None for the client's.

        Returns:
            The reply, whose status is 2xx. The request it carries has no token any more.

        Raises:
            APIError: The status is not 2xx; a subclass says which.
            APIConnectionError: No complete reply came.
            ResponseTooLargeError: The reply is longer than `max_response_bytes`.
            TokenError: The token endpoint gave no token.
            ArgumentError: An argument cannot be sent.
            ClientClosedError: The client is closed.
        """
        trip = self._free_request(method, path, path_params, params, json, headers, timeout)
        return cleaned(self._send(trip))

    def execute(self, call: Call[T]) -> T:
        """Send an operation and read its reply.

        Raises:
            ResponseDecodeError: The reply does not fit the operation's model.
            TalkdeskError: As for `request`.
        """
        reply = self._send(self._request_of(call))
        return call.read(reply.content, request_id_of(reply))

    def execute_raw(self, call: Call[T]) -> RawResponse[T]:
        """Send an operation and return its whole reply, unread.

        Raises:
            TalkdeskError: As for `request`.
        """
        trip = self._request_of(call)
        reply = cleaned(self._send(trip))
        return RawResponse(reply, trip.attempts, call.read)

    def _send(self, trip: Trip) -> http.Response:
        # Closing the steps gives back what a call that was interrupted had taken.
        with contextlib.closing(self._steps(trip)) as steps:
            outcome: Outcome | None = None
            while True:
                try:
                    step = steps.send(outcome)
                except StopIteration as end:
                    reply: http.Response = end.value
                    return reply
                if isinstance(step, Wait):
                    self._clock.sleep(step.seconds)
                    outcome = None
                else:
                    outcome = self._attempt(trip)

    def _attempt(self, trip: Trip) -> Outcome:
        """Send once, or twice if the token is refused; return what came of it."""
        try:
            self._check_open()
            return self._http.send(trip.request, auth=self._auth)
        except (http.RequestError, TalkdeskError) as error:
            return failure_of(error, trip)

    def close(self) -> None:
        """Close the connections; the client cannot be used afterwards. Closing twice is fine.

        A client that `with_options` returned has none of its own, and stays open.
        """
        if self._owns_connections:
            self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


@discreet
class AsyncAPIClient(APIClient[http.AsyncClient]):
    """The asynchronous twin of `SyncAPIClient`; the tasks of one asyncio event loop may share it.

    Args:
        account: The account's subdomain, for example ``acme``.
        region: ``us`` (default), ``eu`` or ``ca``.
        base_url: The API's URL instead of account and region; https, or http to this machine.
        token_url: The token endpoint that belongs to `base_url`.
        auth: As for `SyncAPIClient`.
        timeout: As for `SyncAPIClient`.
        retries: As for `SyncAPIClient`.
        rate_limit: As for `SyncAPIClient`.
        headers: As for `SyncAPIClient`.
        hooks: As for `SyncAPIClient`; coroutine functions are awaited.
        proxy: As for `SyncAPIClient`.
        ssl_context: As for `SyncAPIClient`.
        max_response_bytes: As for `SyncAPIClient`.
        clock: As for `SyncAPIClient`.
        transport: As for `SyncAPIClient`; `aclose` closes it too.

    Raises:
        ConfigurationError: The settings are incomplete or contradict each other.
        ArgumentError: A header cannot be sent.
    """

    def __init__(
        self,
        *,
        account: str | None = None,
        region: str | None = None,
        base_url: str | None = None,
        token_url: str | None = None,
        auth: Credentials,
        timeout: float | http.Timeout | None = None,
        retries: Retries | int | None = None,
        rate_limit: float | None = None,
        headers: Mapping[str, str] | None = None,
        hooks: Hooks | None = None,
        proxy: str | None = None,
        ssl_context: ssl.SSLContext | None = None,
        max_response_bytes: int = MAX_RESPONSE_BYTES,
        clock: Clock | None = None,
        transport: http.AsyncBaseTransport | None = None,
    ) -> None:
        options: ClientOptions = {
            "account": account,
            "region": region,
            "base_url": base_url,
            "token_url": token_url,
            "timeout": timeout,
            "retries": retries,
            "rate_limit": rate_limit,
            "headers": headers,
            "hooks": hooks,
            "proxy": proxy,
            "ssl_context": ssl_context,
            "max_response_bytes": max_response_bytes,
            "clock": clock,
        }
        given = checked_transport(transport, http.AsyncBaseTransport)
        settings = settings_of(options, auth, has_transport=given is not None, is_async=True)
        del options, headers, proxy  # error trackers record variables
        super().__init__(settings)

        def routes() -> Mapping[Origin, http.AsyncBaseTransport]:
            if given is not None:
                return dict.fromkeys(settings.proxies, given)
            route = functools.partial(async_route, settings.ssl_context)
            return routes_to(settings.proxies, route)

        guard = AsyncGuard(routes, settings.watch, is_remade=given is None)
        self._http = http.AsyncClient(
            transport=guard, follow_redirects=False, trust_env=False, cookies=http.NoCookies()
        )
        self._auth = settings.auth.bind(
            base_url=self._config.base_url,
            token_url=self._config.token_url,
            client=self._http,
            clock=self._clock,
        )

    @classmethod
    @discreetly
    def from_env(
        cls,
        *,
        auth: Credentials | None = None,
        environ: Mapping[str, str] | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> Self:
        """Make a client from ``TALKDESK_…`` environment variables, as `SyncAPIClient.from_env`.

        Args:
            auth: As for the class; with it no variable about credentials is read.
            environ: The environment; None for this process's.
            options: The other arguments of the class.

        Raises:
            ConfigurationError: Variables are missing (the text lists which), or contradict
                each other.
        """
        credentials = complete_from(environ, options, auth)
        del environ  # it holds secrets, and error trackers record variables
        if isinstance(credentials, ConfigurationError):
            raise credentials
        return cls(auth=credentials, **options)

    async def request(
        self,
        method: str,
        path: str,
        *,
        path_params: Mapping[str, str | int] | None = None,
        params: Mapping[str, QueryValue] | None = None,
        json: object = UNSET,
        headers: Mapping[str, str] | None = None,
        timeout: float | http.Timeout | None = None,  # noqa: ASYNC109 - httpx's, per phase
    ) -> http.Response:
        """Send any request to the API, with this client's authentication, retries and errors.

        Args:
            method: HTTP method; neither CONNECT nor TRACE.
            path: Path below the base URL, starting with one slash, without a query; parameters may
                stand in it by name, as in ``/contacts/{id}``.
            path_params: Values for the parameters in the path, quoted so that each stays one
                segment. Logs and the texts of errors show the names in their place.
            params: The query: strings, finite numbers, booleans, or lists of them.
            json: The body, as data that JSON can hold; left out for none.
            headers: Further headers, or other values for those that the client sends. Not for those
                that the client and the connection answer for: ``Authorization``, ``Cookie``,
                ``Host``, ``Accept-Encoding``, ``Content-Length``, ``Transfer-Encoding``,
                ``Connection``, ``Keep-Alive``, ``Upgrade``, ``TE``, ``Trailer``, ``Expect``,
                ``Proxy-Authorization`` and ``Proxy-Connection``.
            timeout: As for the class; None for the client's.

        Returns:
            The reply, whose status is 2xx. The request it carries has no token any more.

        Raises:
            APIError: The status is not 2xx; a subclass says which.
            APIConnectionError: No complete reply came.
            ResponseTooLargeError: The reply is longer than `max_response_bytes`.
            TokenError: The token endpoint gave no token.
            ArgumentError: An argument cannot be sent.
            ClientClosedError: The client is closed.
        """
        trip = self._free_request(method, path, path_params, params, json, headers, timeout)
        return cleaned(await self._send(trip))

    async def execute(self, call: Call[T]) -> T:
        """Send an operation and read its reply.

        Raises:
            ResponseDecodeError: The reply does not fit the operation's model.
            TalkdeskError: As for `request`.
        """
        reply = await self._send(self._request_of(call))
        return call.read(reply.content, request_id_of(reply))

    async def execute_raw(self, call: Call[T]) -> RawResponse[T]:
        """Send an operation and return its whole reply, unread.

        Raises:
            TalkdeskError: As for `request`.
        """
        trip = self._request_of(call)
        reply = cleaned(await self._send(trip))
        return RawResponse(reply, trip.attempts, call.read)

    async def _send(self, trip: Trip) -> http.Response:
        # Closing the steps gives back what a call that was cancelled had taken.
        with contextlib.closing(self._steps(trip)) as steps:
            outcome: Outcome | None = None
            while True:
                try:
                    step = steps.send(outcome)
                except StopIteration as end:
                    reply: http.Response = end.value
                    return reply
                if isinstance(step, Wait):
                    await self._clock.sleep_async(step.seconds)
                    outcome = None
                else:
                    outcome = await self._attempt(trip)

    async def _attempt(self, trip: Trip) -> Outcome:
        """Send once, or twice if the token is refused; return what came of it."""
        try:
            self._check_open()
            return await self._http.send(trip.request, auth=self._auth)
        except (http.RequestError, TalkdeskError) as error:
            return failure_of(error, trip)

    async def aclose(self) -> None:
        """Close the connections; the client cannot be used afterwards. Closing twice is fine.

        A client that `with_options` returned has none of its own, and stays open.
        """
        if self._owns_connections:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()
