"""Errors of connections: httpx's own become ours, without the credentials they carry."""

import re
import ssl

from talkdesk_core import http
from talkdesk_core.errors import APIConnectionError, APITimeoutError
from talkdesk_core.transport.trip import trip_of

__all__ = ["connection_error", "forget_frames"]

_STATUS = re.compile(r"[0-9]{3}\b")
# What a proxy answers again however often it is asked (RFC 9110 section 15.5).
_REFUSALS = frozenset({"403", "407"})

# Where these come from, no connection was there on which the request could have gone.
_NOT_SENT = (
    http.ConnectError,
    http.ConnectTimeout,
    http.PoolTimeout,
    http.ProxyError,
    http.UnsupportedProtocol,
)


def connection_error(error: http.RequestError, request: http.Request) -> APIConnectionError:
    """Return our error for one of httpx, and take the credentials out of the original.

    The original knows the reason and may become the cause; it also carries the request, and the
    frames of libraries that had tokens and a proxy's password in their variables.

    Args:
        error: The original.
        request: What was sent, where the original does not say it.
    """
    failed = http.failed_request(error, request)
    error.request = http.without_credentials(failed)
    trip = trip_of(request)
    reason, advice = _lasting_reason(error)
    forget_frames(error, until=None if trip is None else trip.handled)
    kind = APITimeoutError if isinstance(error, http.TimeoutException) else APIConnectionError
    return kind(
        type(error).__name__ if reason is None else f"{type(error).__name__}: {reason}",
        method=failed.method,
        url=str(failed.url),
        shown=http.shown_url(failed.url),
        may_have_arrived=not isinstance(error, _NOT_SENT),
        is_transient=reason is None,
        advice=advice,
    )


def _lasting_reason(error: http.RequestError) -> tuple[str | None, str | None]:
    """Return why trying again would not help and what would; None and None where it may."""
    if isinstance(error, http.ProxyError):
        # Its text is the status that the proxy answered with, and the proxy's own words.
        status = _STATUS.match(str(error))
        if status is not None and status[0] in _REFUSALS:
            advice = "Check user and password in the proxy's URL, and which hosts it allows"
            return f"the proxy answered {status[0]}", advice
    each: BaseException | None = error
    while each is not None:
        if isinstance(each, ssl.SSLCertVerificationError):
            advice = (
                "Give the CA by `ssl_context` or SSL_CERT_FILE, and check the host name; a proxy "
                "that reads along shows a certificate of its own"
            )
            found = getattr(each, "verify_message", "") or "no reason stated"
            return f"the certificate is not trusted: {found}", advice
        each = each.__cause__ or each.__context__
    return None, None


def forget_frames(error: BaseException, *, until: BaseException | None) -> None:
    """Drop the frames of an error and of all that it comes from: error trackers record them.

    Where the reply breaks the protocol, h11 says which rule, and after a colon quotes the line:
    that may name a person, and goes too. So do a proxy's own words behind its status.

    Args:
        error: The error.
        until: Where the chain becomes the caller's.
    """
    left: list[BaseException | None] = [error]
    seen: set[int] = {id(until)}
    while left:
        each = left.pop()
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        each.__traceback__ = None
        name = type(each).__name__  # of httpx, httpcore and h11 alike
        if name == http.RemoteProtocolError.__name__:
            each.args = (str(each).partition(":")[0],)
        elif name == http.ProxyError.__name__:
            status = _STATUS.match(str(each))
            each.args = (status[0] if status is not None else "the proxy failed",)
        left += [each.__cause__, each.__context__]
