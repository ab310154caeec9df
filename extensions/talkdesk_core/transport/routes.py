"""Which way a request takes: directly or by a proxy, with which certificates.

A client talks to two origins only, its API's and its token endpoint's, so the way to each is
decided once, when the client is made.
"""

import ssl
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar
from urllib.parse import urlsplit

from talkdesk_core import http
from talkdesk_core.errors import ConfigurationError
from talkdesk_core.hosts import is_host, is_loopback
from talkdesk_core.transport.streams import bound, bound_async

__all__ = [
    "async_route",
    "checked_proxy",
    "checked_ssl_context",
    "proxies_for",
    "routes_to",
    "sync_route",
]

R = TypeVar("R")
Origin = tuple[str, str, int | None]


def checked_proxy(proxy: object) -> http.Proxy | None:
    """Return a proxy as httpx takes it, or None.

    Raises:
        ConfigurationError: It is no URL of a proxy; it is not quoted, as it may hold a password.
    """
    if proxy is None:
        return None
    checked = _read_proxy(proxy) if isinstance(proxy, str) else None
    del proxy  # error trackers record variables
    if checked is not None:
        return checked
    msg = "proxy takes the URL of a proxy, such as http://proxy.example.com:3128, or None."
    raise ConfigurationError(msg, arguments=("proxy",))


def _read_proxy(url: str) -> http.Proxy | None:
    """Return the proxy with this URL; None if it is no URL of a proxy that could exist."""
    try:
        proxy = http.Proxy(url)
    except (ValueError, http.InvalidURL):
        return None
    port = proxy.url.port
    is_port = port is None or 0 < port < 1 << 16
    return proxy if is_port and is_host(proxy.url.raw_host.decode("ascii")) else None


def checked_ssl_context(context: object) -> ssl.SSLContext | None:
    """Return a TLS context that checks who is at the other end, or None.

    Raises:
        ConfigurationError: It is something else, or checks nothing.
    """
    if context is None:
        return None
    if not isinstance(context, ssl.SSLContext):
        msg = f"ssl_context takes an ssl.SSLContext or None, not {type(context).__name__}."
        raise ConfigurationError(msg, arguments=("ssl_context",))
    if context.verify_mode != ssl.CERT_REQUIRED or not context.check_hostname:
        msg = (
            "ssl_context does not check certificates and host names, so that anybody could take "
            "the credentials; make it by ssl.create_default_context(cafile=…)."
        )
        raise ConfigurationError(msg, arguments=("ssl_context",))
    return context


def proxies_for(
    urls: Iterable[str], proxy: http.Proxy | None
) -> Mapping[Origin, http.Proxy | None]:
    """Return the proxy for each origin of the URLs.

    Without one of the user's, the environment decides (``HTTPS_PROXY``, ``ALL_PROXY``,
    ``NO_PROXY`` …, and what the operating system knows), and this machine is reached directly. What
    is not encrypted goes directly in either case: a proxy would read the credentials. Only URLs of
    this machine may be so.

    Raises:
        ConfigurationError: The environment names a proxy that is no URL.
    """
    return {
        http.origin(http.URL(url)): _named_proxy(url, proxy) if proxy else _environment_proxy(url)
        for url in urls
    }


def _named_proxy(url: str, proxy: http.Proxy) -> http.Proxy | None:
    return proxy if urlsplit(url).scheme == "https" else None


def _environment_proxy(url: str) -> http.Proxy | None:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if is_loopback(host) or urllib.request.proxy_bypass(parts.netloc):
        return None
    return _known_proxy(parts.scheme)


def _known_proxy(scheme: str) -> http.Proxy | None:
    # What is not checked may hold a password, and is kept out of the frame that raises.
    is_set, proxy = _parsed_proxy(scheme)
    if is_set and proxy is None:
        msg = f"the environment's proxy for {scheme} is no URL of a proxy."
        raise ConfigurationError(msg, arguments=("HTTPS_PROXY",))
    return proxy


def _parsed_proxy(scheme: str) -> tuple[bool, http.Proxy | None]:
    """Return whether the environment names a proxy, and that proxy if it can be read."""
    known = urllib.request.getproxies()
    found = known.get(scheme) or known.get("all")
    if not found:
        return False, None
    return True, _read_proxy(found if "://" in found else f"http://{found}")


def routes_to(
    proxies: Mapping[Origin, http.Proxy | None], make: Callable[[http.Proxy | None], R]
) -> Mapping[Origin, R]:
    """Return a transport for each origin; origins with the same proxy share one.

    Raises:
        ConfigurationError: A proxy needs a package that is not installed, or the certificates that
            the environment names cannot be read.
    """
    made: list[tuple[http.Proxy | None, R]] = []
    routes: dict[Origin, R] = {}
    for origin, proxy in proxies.items():
        known = [route for other, route in made if _is_same(proxy, other)]
        route = known[0] if known else _made(make, proxy)
        if isinstance(route, ConfigurationError):
            raise route
        made.append((proxy, route))
        routes[origin] = route
    return routes


def _made(
    make: Callable[[http.Proxy | None], R], proxy: http.Proxy | None
) -> R | ConfigurationError:
    """Return a transport, or the error to raise.

    An error that was raised here would keep httpx's frames as its context, and they hold the
    password of the proxy.
    """
    try:
        return make(proxy)
    except ImportError:
        msg = "a SOCKS proxy needs the package socksio: pip install 'httpx[socks]'."
        return ConfigurationError(msg, arguments=("proxy",))
    except OSError as error:  # ssl.SSLError is one
        variables = ("SSL_CERT_FILE", "SSL_CERT_DIR")
        reason = error.strerror or type(error).__name__
        msg = (
            f"the certificates that {' or '.join(variables)} names cannot be read ({reason}); it "
            "takes a file of certificates in PEM, or a folder that `openssl rehash` has prepared."
        )
        return ConfigurationError(msg, arguments=variables)


def _is_same(one: http.Proxy | None, other: http.Proxy | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.url == other.url and one.raw_auth == other.raw_auth


def _held_to(context: ssl.SSLContext | None, proxy: http.Proxy | None) -> http.Proxy | None:
    """Return the proxy; TLS to itself is held to the context too."""
    if context is None or proxy is None or proxy.url.scheme != "https":
        return proxy
    return http.Proxy(proxy.url, ssl_context=context, auth=proxy.auth)


def sync_route(context: ssl.SSLContext | None, proxy: http.Proxy | None) -> http.HTTPTransport:
    """Return a transport to the network for the blocking client."""
    verify = context if context is not None else True
    return bound(http.HTTPTransport(verify=verify, proxy=_held_to(context, proxy)))


def async_route(
    context: ssl.SSLContext | None, proxy: http.Proxy | None
) -> http.AsyncHTTPTransport:
    """Return a transport to the network for the asynchronous client."""
    verify = context if context is not None else True
    return bound_async(http.AsyncHTTPTransport(verify=verify, proxy=_held_to(context, proxy)))
