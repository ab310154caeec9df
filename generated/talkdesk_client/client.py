# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The root clients: one attribute for each resource."""

from __future__ import annotations

import functools as _functools

from talkdesk_core import client as _client

from . import resources as _resources

__all__ = ["AsyncTalkdesk", "Talkdesk"]


class Talkdesk(_client.SyncAPIClient):
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

    Attributes:
        callbacks (Callbacks): Scheduled callbacks.
        campaigns (Campaigns): Outbound dialing campaigns.

    Example:
        credentials = ClientCredentials("the client id", "its secret")
        with Talkdesk(account="acme", auth=credentials) as client:
            for item in client.callbacks.list(limit=10):
                print(item)
    """

    @_functools.cached_property
    def callbacks(self) -> _resources.callbacks.Callbacks:
        """Scheduled callbacks."""
        return _resources.callbacks.Callbacks(self)

    @_functools.cached_property
    def campaigns(self) -> _resources.campaigns.Campaigns:
        """Outbound dialing campaigns."""
        return _resources.campaigns.Campaigns(self)


class AsyncTalkdesk(_client.AsyncAPIClient):
    """The asynchronous twin of `Talkdesk`; the tasks of one asyncio event loop may share it.

    Args:
        account: The account's subdomain, for example ``acme``.
        region: ``us`` (default), ``eu`` or ``ca``.
        base_url: The API's URL instead of account and region; https, or http to this machine.
        token_url: The token endpoint that belongs to `base_url`.
        auth: As for `Talkdesk`.
        timeout: As for `Talkdesk`.
        retries: As for `Talkdesk`.
        rate_limit: As for `Talkdesk`.
        headers: As for `Talkdesk`.
        hooks: As for `Talkdesk`; coroutine functions are awaited.
        proxy: As for `Talkdesk`.
        ssl_context: As for `Talkdesk`.
        max_response_bytes: As for `Talkdesk`.
        clock: As for `Talkdesk`.
        transport: As for `Talkdesk`; `aclose` closes it too.

    Raises:
        ConfigurationError: The settings are incomplete or contradict each other.
        ArgumentError: A header cannot be sent.

    Attributes:
        callbacks (AsyncCallbacks): Scheduled callbacks.
        campaigns (AsyncCampaigns): Outbound dialing campaigns.

    Example:
        credentials = ClientCredentials("the client id", "its secret")
        async with AsyncTalkdesk(account="acme", auth=credentials) as client:
            async for item in client.callbacks.list(limit=10):
                print(item)
    """

    @_functools.cached_property
    def callbacks(self) -> _resources.callbacks.AsyncCallbacks:
        """Scheduled callbacks."""
        return _resources.callbacks.AsyncCallbacks(self)

    @_functools.cached_property
    def campaigns(self) -> _resources.campaigns.AsyncCampaigns:
        """Outbound dialing campaigns."""
        return _resources.campaigns.AsyncCampaigns(self)
