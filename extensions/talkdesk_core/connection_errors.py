"""Errors of connections: httpx's own become ours, without the credentials they carry."""

from talkdesk_core import http
from talkdesk_core.errors import APIConnectionError, APITimeoutError

__all__ = ["connection_error"]


def connection_error(error: http.RequestError, request: http.Request) -> APIConnectionError:
    """Return our error for one of httpx, and take the credentials out of the original.

    The original knows the reason and may become the cause; it also carries the request.

    Args:
        error: The original.
        request: What was sent, where the original does not say it.
    """
    failed = http.failed_request(error, request)
    error.request = http.without_credentials(failed)
    kind = APITimeoutError if isinstance(error, http.TimeoutException) else APIConnectionError
    return kind(type(error).__name__, method=failed.method, url=str(failed.url))
