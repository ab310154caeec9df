"""The clients that send: connections, authentication and errors, for any path of the API.

Generated root clients derive from `SyncAPIClient` and `AsyncAPIClient` and add one attribute per
tag. Both have the same methods; what differs is `await`.
"""

import os
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import Generic, Self, TypeVar

from talkdesk_core import http
from talkdesk_core.auth import Credentials, checked_credentials
from talkdesk_core.calls import Call
from talkdesk_core.config import Address, Config, checked_transport, resolve
from talkdesk_core.connection_errors import connection_error
from talkdesk_core.environment import settings_from
from talkdesk_core.error_replies import api_error
from talkdesk_core.errors import ClientClosedError
from talkdesk_core.requests import QueryValue, build_request
from talkdesk_core.unset import UNSET

__all__ = ["AsyncAPIClient", "SyncAPIClient"]

T = TypeVar("T")
C = TypeVar("C", http.Client, http.AsyncClient)


class _APIClient(Generic[C]):
    """What the two clients share: everything but sending."""

    def __init__(
        self,
        connections: Callable[[], C],
        *,
        account: str | None,
        region: str | None,
        base_url: str | None,
        token_url: str | None,
        auth: Credentials,
        timeout: float | http.Timeout | None,
    ) -> None:
        auth = checked_credentials(auth)
        self._config: Config = resolve(
            Address(account, region, base_url, token_url),
            timeout=timeout,
            needs_token_url=auth.needs_token_url,
        )
        self._http: C = connections()
        self._auth: http.Auth = auth.bind(
            base_url=self._config.base_url, token_url=self._config.token_url, client=self._http
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._config.base_url!r})"

    @property
    def base_url(self) -> str:
        """The API's URL, without a trailing slash."""
        return self._config.base_url

    def _request(
        self,
        method: str,
        path: str,
        params: Mapping[str, QueryValue] | None,
        json: object,
        headers: Mapping[str, str] | None,
        timeout: float | http.Timeout | None,
        *,
        content_type: str = "application/json",
        closed: bool,
    ) -> http.Request:
        if closed:
            msg = f"{self!r} is closed; make a new client, or keep this one open for longer."
            raise ClientClosedError(msg)
        return build_request(
            self._config,
            method,
            path,
            params=params,
            json=json,
            headers=headers,
            timeout=timeout,
            content_type=content_type,
        )


class SyncAPIClient(_APIClient[http.Client]):
    """A blocking client for one Talkdesk account. Threads may share it.

    It keeps its connections for as long as it lives, so make one and keep it: a new one costs the
    set-up of TLS. Use it as a context manager, or call `close`. Proxies are taken from the
    environment (``HTTPS_PROXY`` …); redirects are not followed and no cookies are sent.

    Args:
        account: The account's subdomain, for example ``acme``.
        region: ``us`` (default), ``eu`` or ``ca``.
        base_url: The API's URL instead of account and region; https, or http to this machine.
        token_url: The token endpoint that belongs to `base_url`.
        auth: `ClientCredentials` or `StaticToken`.
        timeout: Seconds, above 0, for each phase of a request (connect, read, write, wait for a
            free connection), or a `Timeout` stating them; None for 5, 30, 30 and 5 seconds. To wait
            without end takes ``Timeout(None)``.
        transport: What sends requests instead of the network, for tests. Proxies of the
            environment are not used then.

    Raises:
        ConfigurationError: The settings are incomplete or contradict each other.
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
        transport: http.BaseTransport | None = None,
    ) -> None:
        checked = checked_transport(transport, http.BaseTransport)
        super().__init__(
            lambda: http.Client(transport=checked, follow_redirects=False),
            account=account,
            region=region,
            base_url=base_url,
            token_url=token_url,
            auth=auth,
            timeout=timeout,
        )

    @classmethod
    def from_env(
        cls,
        *,
        account: str | None = None,
        region: str | None = None,
        base_url: str | None = None,
        token_url: str | None = None,
        auth: Credentials | None = None,
        timeout: float | http.Timeout | None = None,
        transport: http.BaseTransport | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> Self:
        """Make a client from ``TALKDESK_…`` environment variables; arguments win over them.

        The variables are ``TALKDESK_ACCOUNT`` and ``TALKDESK_REGION``, or ``TALKDESK_BASE_URL`` and
        ``TALKDESK_TOKEN_URL``; and ``TALKDESK_CLIENT_ID`` with ``TALKDESK_CLIENT_SECRET``.

        Args:
            account: As for the class.
            region: As for the class.
            base_url: As for the class.
            token_url: As for the class.
            auth: As for the class; with it no variable about credentials is read.
            timeout: As for the class.
            transport: As for the class.
            environ: The environment; None for this process's.

        Raises:
            ConfigurationError: Variables are missing (the text lists which), or contradict
                each other.
        """
        address, credentials = settings_from(
            os.environ if environ is None else environ,
            address=Address(account, region, base_url, token_url),
            auth=auth,
        )
        return cls(
            account=address.account,
            region=address.region,
            base_url=address.base_url,
            token_url=address.token_url,
            auth=credentials,
            timeout=timeout,
            transport=transport,
        )

    def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, QueryValue] | None = None,
        json: object = UNSET,
        headers: Mapping[str, str] | None = None,
        timeout: float | http.Timeout | None = None,
    ) -> http.Response:
        """Send any request to the API, with this client's authentication and errors.

        Args:
            method: HTTP method.
            path: Path below the base URL, starting with one slash, without a query.
            params: The query: strings, numbers, booleans, or lists of them.
            json: The body, as data that JSON can hold; left out for none.
            headers: Further headers, or other values for those that the client sends. Not for
                ``Authorization``, ``Host``, ``Cookie``, ``Connection``, ``Content-Length`` and
                ``Transfer-Encoding``, which the client and the connection answer for.
            timeout: As for the class; None for the client's.

        Returns:
            The reply, whose status is 2xx. The request it carries has no token any more.

        Raises:
            APIError: The status is not 2xx; a subclass says which.
            APIConnectionError: No complete reply came.
            TokenError: The token endpoint gave no token.
            ArgumentError: An argument cannot be sent.
            ClientClosedError: The client is closed.
        """
        response = self._send(
            self._request(method, path, params, json, headers, timeout, closed=self._http.is_closed)
        )
        response.request = http.without_credentials(response.request)
        return response

    def execute(self, call: Call[T]) -> T:
        """Send an operation and read its reply.

        Raises:
            ResponseDecodeError: The reply does not fit the operation's model.
            TalkdeskError: As for `request`.
        """
        response = self._send(
            self._request(
                call.method,
                call.path,
                call.query,
                call.json,
                call.headers,
                None,
                content_type=call.content_type,
                closed=self._http.is_closed,
            )
        )
        return call.read(response.content)

    def _send(self, request: http.Request) -> http.Response:
        try:
            response = self._http.send(request, auth=self._auth)
        except http.RequestError as error:
            raise connection_error(error, request) from error
        return _checked(response, request)

    def close(self) -> None:
        """Close the connections; the client cannot be used afterwards. Closing twice is fine."""
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


class AsyncAPIClient(_APIClient[http.AsyncClient]):
    """The asynchronous twin of `SyncAPIClient`; the tasks of one asyncio event loop may share it.

    Args:
        account: The account's subdomain, for example ``acme``.
        region: ``us`` (default), ``eu`` or ``ca``.
        base_url: The API's URL instead of account and region; https, or http to this machine.
        token_url: The token endpoint that belongs to `base_url`.
        auth: `ClientCredentials` or `StaticToken`.
        timeout: As for `SyncAPIClient`.
        transport: As for `SyncAPIClient`.

    Raises:
        ConfigurationError: The settings are incomplete or contradict each other.
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
        transport: http.AsyncBaseTransport | None = None,
    ) -> None:
        checked = checked_transport(transport, http.AsyncBaseTransport)
        super().__init__(
            lambda: http.AsyncClient(transport=checked, follow_redirects=False),
            account=account,
            region=region,
            base_url=base_url,
            token_url=token_url,
            auth=auth,
            timeout=timeout,
        )

    @classmethod
    def from_env(
        cls,
        *,
        account: str | None = None,
        region: str | None = None,
        base_url: str | None = None,
        token_url: str | None = None,
        auth: Credentials | None = None,
        timeout: float | http.Timeout | None = None,
        transport: http.AsyncBaseTransport | None = None,
        environ: Mapping[str, str] | None = None,
    ) -> Self:
        """Make a client from ``TALKDESK_…`` environment variables, as `SyncAPIClient.from_env`.

        Args:
            account: As for the class.
            region: As for the class.
            base_url: As for the class.
            token_url: As for the class.
            auth: As for the class; with it no variable about credentials is read.
            timeout: As for the class.
            transport: As for the class.
            environ: The environment; None for this process's.

        Raises:
            ConfigurationError: Variables are missing (the text lists which), or contradict
                each other.
        """
        address, credentials = settings_from(
            os.environ if environ is None else environ,
            address=Address(account, region, base_url, token_url),
            auth=auth,
        )
        return cls(
            account=address.account,
            region=address.region,
            base_url=address.base_url,
            token_url=address.token_url,
            auth=credentials,
            timeout=timeout,
            transport=transport,
        )

    async def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, QueryValue] | None = None,
        json: object = UNSET,
        headers: Mapping[str, str] | None = None,
        timeout: float | http.Timeout | None = None,  # noqa: ASYNC109 - httpx's, per phase
    ) -> http.Response:
        """Send any request to the API, with this client's authentication and errors.

        Args:
            method: HTTP method.
            path: Path below the base URL, starting with one slash, without a query.
            params: The query: strings, numbers, booleans, or lists of them.
            json: The body, as data that JSON can hold; left out for none.
            headers: Further headers, or other values for those that the client sends. Not for
                ``Authorization``, ``Host``, ``Cookie``, ``Connection``, ``Content-Length`` and
                ``Transfer-Encoding``, which the client and the connection answer for.
            timeout: As for the class; None for the client's.

        Returns:
            The reply, whose status is 2xx. The request it carries has no token any more.

        Raises:
            APIError: The status is not 2xx; a subclass says which.
            APIConnectionError: No complete reply came.
            TokenError: The token endpoint gave no token.
            ArgumentError: An argument cannot be sent.
            ClientClosedError: The client is closed.
        """
        response = await self._send(
            self._request(method, path, params, json, headers, timeout, closed=self._http.is_closed)
        )
        response.request = http.without_credentials(response.request)
        return response

    async def execute(self, call: Call[T]) -> T:
        """Send an operation and read its reply.

        Raises:
            ResponseDecodeError: The reply does not fit the operation's model.
            TalkdeskError: As for `request`.
        """
        response = await self._send(
            self._request(
                call.method,
                call.path,
                call.query,
                call.json,
                call.headers,
                None,
                content_type=call.content_type,
                closed=self._http.is_closed,
            )
        )
        return call.read(response.content)

    async def _send(self, request: http.Request) -> http.Response:
        try:
            response = await self._http.send(request, auth=self._auth)
        except http.RequestError as error:
            raise connection_error(error, request) from error
        return _checked(response, request)

    async def aclose(self) -> None:
        """Close the connections; the client cannot be used afterwards. Closing twice is fine."""
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


def _checked(response: http.Response, request: http.Request) -> http.Response:
    """Return a 2xx reply, without the replies that came before it.

    Raises:
        APIError: The status is another.
    """
    # The history holds the token endpoint's reply, and so the token.
    attempts = 1 + sum(earlier.request is request for earlier in response.history)
    response.history = []
    if response.is_success:
        return response
    raise api_error(
        status_code=response.status_code,
        headers=response.headers,
        body=response.content,
        method=request.method,
        url=str(request.url),
        attempts=attempts,
        now=datetime.now(UTC),
    )
