"""Errors of connections: httpx's own become ours, without the credentials they carry."""

from talkdesk_core import http
from talkdesk_core.errors import APIConnectionError, APITimeoutError
from talkdesk_core.transport.trip import trip_of

__all__ = ["connection_error"]

# Where these come from, no connection was there on which the request could have gone.
_NOT_SENT = (
    http.ConnectError,
    http.ConnectTimeout,
    http.PoolTimeout,
    http.ProxyError,
    http.UnsupportedProtocol,
)


def connection_error(
    error: http.RequestError, request: http.Request, *, may_have_arrived: bool | None = None
) -> APIConnectionError:
    """Return our error for one of httpx, and take the credentials out of the original.

    The original knows the reason and may become the cause; it also carries the request, and the
    frames of libraries that had tokens and a proxy's password in their variables.

    Args:
        error: The original.
        request: What was sent, where the original does not say it.
        may_have_arrived: Whether the server may have acted on the request of the API; None for
            what the kind of the error tells.
    """
    failed = http.failed_request(error, request)
    error.request = http.without_credentials(failed)
    trip = trip_of(request)
    _forget_frames(error, until=None if trip is None else trip.handled)
    kind = APITimeoutError if isinstance(error, http.TimeoutException) else APIConnectionError
    if may_have_arrived is None:
        may_have_arrived = not isinstance(error, _NOT_SENT)
    return kind(
        type(error).__name__,
        method=failed.method,
        url=str(failed.url),
        may_have_arrived=may_have_arrived,
    )


def _forget_frames(error: BaseException, *, until: BaseException | None) -> None:
    """Drop the frames of an error and of all that it comes from: error trackers record them.

    Where the reply breaks the protocol, h11 says which rule, and after a colon quotes the line:
    that may name a person, and goes too.

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
        if type(each).__name__ == http.RemoteProtocolError.__name__:  # httpx's, httpcore's, h11's
            each.args = (str(each).partition(":")[0],)
        left += [each.__cause__, each.__context__]
