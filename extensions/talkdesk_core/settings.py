"""The arguments of a client, checked and completed, all before anything is opened."""

import os
import ssl
from collections.abc import Mapping
from dataclasses import dataclass

from talkdesk_core import http
from talkdesk_core.auth import Credentials, checked_credentials
from talkdesk_core.clock import Clock, checked_clock
from talkdesk_core.config import DEFAULT_TIMEOUT, Address, Config, checked_timeout, resolve
from talkdesk_core.environment import settings_from
from talkdesk_core.errors import ConfigurationError
from talkdesk_core.hooks import checked_hooks
from talkdesk_core.options import ClientOptions
from talkdesk_core.rate import RateLimiter, checked_rate_limit
from talkdesk_core.requests import checked_headers
from talkdesk_core.retries import checked_retries
from talkdesk_core.transport.guard import Watch
from talkdesk_core.transport.routes import (
    Origin,
    checked_proxy,
    checked_ssl_context,
    proxies_for,
)

__all__ = ["MAX_RESPONSE_BYTES", "Settings", "complete_from", "settings_of"]

# A page of 500 callbacks has half a megabyte.
MAX_RESPONSE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """What a client is made of.

    Attributes:
        config: Where it talks to, and how.
        auth: Who it is.
        clock: Its time.
        limiter: How fast it sends.
        watch: What its exchanges are held to.
        proxies: The proxy for each of its origins; None is the direct way.
        ssl_context: Which certificates it trusts, and shows; None for httpx's.
    """

    config: Config
    auth: Credentials
    clock: Clock
    limiter: RateLimiter
    watch: Watch
    proxies: Mapping[Origin, http.Proxy | None]
    ssl_context: ssl.SSLContext | None


def settings_of(
    options: ClientOptions, auth: object, *, has_transport: bool, is_async: bool
) -> Settings:
    """Check the arguments of a client.

    Args:
        options: The arguments as they were given.
        auth: The credentials.
        has_transport: Whether something else than the network sends.
        is_async: Whether the client is the asynchronous one.

    Raises:
        ConfigurationError: One of them cannot be used, or they contradict each other.
        ArgumentError: A header cannot be sent.
    """
    checked = checked_credentials(auth)
    base_url, token_url = resolve(_address(options), needs_token_url=checked.needs_token_url)
    timeout = options.get("timeout")
    config = Config(
        base_url,
        token_url,
        DEFAULT_TIMEOUT if timeout is None else checked_timeout(timeout),
        checked_headers(options.get("headers")),
        checked_retries(options.get("retries")),
    )
    clock = checked_clock(options.get("clock"))
    proxy = checked_proxy(options.get("proxy"))
    context = checked_ssl_context(options.get("ssl_context"))
    if has_transport:
        _refuse_network_settings(proxy=proxy, ssl_context=context)
    urls = [base_url] if token_url is None else [base_url, token_url]
    return Settings(
        config=config,
        auth=checked,
        clock=clock,
        limiter=RateLimiter(clock.monotonic, checked_rate_limit(options.get("rate_limit"))),
        watch=Watch(
            clock, checked_hooks(options.get("hooks"), is_async=is_async), _checked_size(options)
        ),
        proxies=dict.fromkeys(map(_origin, urls)) if has_transport else proxies_for(urls, proxy),
        ssl_context=context,
    )


def complete_from(
    environ: Mapping[str, str] | None, options: ClientOptions, auth: Credentials | None
) -> Credentials | ConfigurationError:
    """Complete the address among a client's arguments from the environment.

    Args:
        environ: The environment; None for this process's.
        options: The arguments; the address is put into them.
        auth: Credentials that were given.

    Returns:
        The credentials: those that are given, else those of the environment. Or the error to raise:
        variables are missing, or contradict each other. It is not raised here, because error
        trackers record the variables of every frame, and this one's hold the secrets.
    """
    given = os.environ if environ is None else environ
    try:
        address, credentials = settings_from(given, address=_address(options), auth=auth)
    except ConfigurationError as error:
        return error.with_traceback(None)
    options["account"] = address.account
    options["region"] = address.region
    options["base_url"] = address.base_url
    options["token_url"] = address.token_url
    return credentials


def _address(options: ClientOptions) -> Address:
    return Address(
        options.get("account"),
        options.get("region"),
        options.get("base_url"),
        options.get("token_url"),
    )


def _origin(url: str) -> Origin:
    return http.origin(http.URL(url))


def _refuse_network_settings(**given: object) -> None:
    named = [name for name, value in given.items() if value is not None]
    if named:
        msg = f"transport and {named[0]} contradict each other: a transport knows its own way."
        raise ConfigurationError(msg, arguments=("transport", named[0]))


def _checked_size(options: ClientOptions) -> int:
    size: object = options.get("max_response_bytes", MAX_RESPONSE_BYTES)
    if isinstance(size, int) and not isinstance(size, bool) and size > 0:
        return size
    msg = "max_response_bytes takes a whole number above 0."
    raise ConfigurationError(msg, arguments=("max_response_bytes",))
