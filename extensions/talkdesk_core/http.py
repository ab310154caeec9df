"""The one place that imports httpx.

Everything else in the project takes the names it needs from here, so that a successor of httpx
replaces it in one file. The module also keeps query strings out of httpx's own log lines.
"""

import functools
import importlib.metadata
import logging
import platform
from http.cookiejar import Cookie, CookieJar

import httpx
from httpx import (
    URL,
    AsyncBaseTransport,
    AsyncByteStream,
    AsyncClient,
    AsyncHTTPTransport,
    Auth,
    BaseTransport,
    Client,
    ConnectError,
    ConnectTimeout,
    DecodingError,
    Headers,
    HTTPTransport,
    InvalidURL,
    MockTransport,
    PoolTimeout,
    Proxy,
    ProxyError,
    ReadError,
    ReadTimeout,
    RemoteProtocolError,
    Request,
    RequestError,
    Response,
    SyncByteStream,
    Timeout,
    TimeoutException,
    TransportError,
    UnsupportedProtocol,
)

__all__ = [
    "URL",
    "AsyncBaseTransport",
    "AsyncByteStream",
    "AsyncClient",
    "AsyncHTTPTransport",
    "Auth",
    "BaseTransport",
    "Client",
    "ConnectError",
    "ConnectTimeout",
    "DecodingError",
    "HTTPTransport",
    "Headers",
    "InvalidURL",
    "MockTransport",
    "NoCookies",
    "PoolTimeout",
    "Proxy",
    "ProxyError",
    "QuietRequest",
    "ReadError",
    "ReadTimeout",
    "RemoteProtocolError",
    "Request",
    "RequestError",
    "Response",
    "SyncByteStream",
    "Timeout",
    "TimeoutException",
    "TransportError",
    "UnsupportedProtocol",
    "failed_request",
    "hush",
    "hush_async",
    "keep_query_out_of_logs",
    "origin",
    "same_origin",
    "shown_url",
    "user_agent",
    "without_credentials",
]


class _QuietURL(URL):
    """A URL that may hold personal data; it shows without its query.

    Args:
        url: The URL.
        shown: What shows instead, where the path holds personal data too.
    """

    def __init__(self, url: URL, shown: str | None = None) -> None:
        super().__init__(url)
        self.shown = str(url.copy_with(query=None)) if shown is None else shown

    def __repr__(self) -> str:
        return f"URL({self.shown!r})"


def shown_url(url: URL) -> str:
    """Return a URL for texts: without its query, and as `keep_query_out_of_logs` was told."""
    return url.shown if isinstance(url, _QuietURL) else str(url.copy_with(query=None))


class QuietRequest(Request):
    """A request that shows without its query, as in the local variables of a traceback."""

    def __repr__(self) -> str:
        return f"<Request({self.method!r}, {shown_url(self.url)!r})>"


class _QueryFilter(logging.Filter):
    """Shorten the URLs marked by `keep_query_out_of_logs` in httpx's INFO line for each request.

    The filter hangs on the logger that httpx shares with everybody in the process, so it touches
    only records that carry a marked URL: lines of other httpx users stay as they are.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                value.shown if isinstance(value, _QuietURL) else value for value in record.args
            )
        return True


# A filter compares by identity, so adding this one object again (module reload aside) changes
# nothing. What httpcore writes is cut short by `hush`.
logging.getLogger("httpx").addFilter(_QueryFilter())


def hush(_: str, info: dict[str, object]) -> None:
    """Keep what came over the wire out of httpcore's DEBUG records, for one request.

    It is for the request's extension ``trace``: httpcore hands it the parts of each record before
    it writes them. At the end of an event these are the header of the reply, or an error that may
    quote it. At the beginning they are what the event is carried out with, and show the method.
    """
    if "return_value" in info or "exception" in info:
        info.clear()


async def hush_async(event: str, info: dict[str, object]) -> None:
    """Do as `hush` does, for the asynchronous client."""
    hush(event, info)


class NoCookies(CookieJar):
    """Takes no cookies.

    Without it httpx keeps those of every reply, and takes a lock for that which a forked child may
    find locked for ever.
    """

    def set_cookie(self, cookie: Cookie) -> None:
        """Forget it."""

    def extract_cookies(self, response: object, request: object) -> None:
        """Look for none."""


def keep_query_out_of_logs(request: Request, shown: str | None = None) -> None:
    """Mark the URL of `request`, so that httpx logs it without its query.

    httpx logs every URL at INFO, and a filter such as a phone number is personal data. What goes
    over the wire, and what `str(request.url)` gives, stays the same.

    Args:
        request: The request.
        shown: What logs and texts show as its URL; None for the URL without its query.
    """
    request.url = _QuietURL(request.url, shown)


def without_credentials(request: Request) -> Request:
    """Return a copy of a sent request that has no ``Authorization`` header.

    Replies and httpx errors carry the request that led to them, and with it the token: whoever
    pickles, logs or inspects them would spread it.
    """
    headers = Headers(request.headers)
    headers.pop("Authorization", None)
    copy = QuietRequest(request.method, request.url, headers=headers, content=request.read())
    keep_query_out_of_logs(copy, shown_url(request.url))
    return copy


def failed_request(error: RequestError, default: Request) -> Request:
    """Return the request that `error` is about; `default` where a transport did not say it."""
    try:
        return error.request
    except RuntimeError:  # httpx's answer where no request was attached
        return default


def origin(url: URL) -> tuple[str, str, int | None]:
    """Return scheme, host and port of a URL (RFC 6454 section 4)."""
    # httpx drops a port that is the scheme's default, so equal parts are equal origins.
    return url.scheme, url.host, url.port


def same_origin(one: URL, other: URL) -> bool:
    """Say whether two URLs have the same origin."""
    return origin(one) == origin(other)


@functools.cache
def user_agent() -> str:
    """Return ``talkdesk-client/<version> python/<version> httpx/<version>``."""
    try:
        version = importlib.metadata.version("talkdesk-client")
    except importlib.metadata.PackageNotFoundError:  # a source tree that was never installed
        version = "unknown"
    return f"talkdesk-client/{version} python/{platform.python_version()} httpx/{httpx.__version__}"
