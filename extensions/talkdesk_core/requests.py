"""Building of API requests from the arguments of a call, refusing what would go astray."""

import json as json_format
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from talkdesk_core import http
from talkdesk_core.config import Config, checked_timeout
from talkdesk_core.errors import ArgumentError, ConfigurationError
from talkdesk_core.unset import UNSET

__all__ = ["QueryValue", "build_request"]

_Scalar: TypeAlias = str | int | float | bool
QueryValue: TypeAlias = _Scalar | Sequence[_Scalar]

# RFC 9110 section 5.6.2: a token. Methods and header names are tokens.
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# A header value without control characters; those would end the header, or be refused by an error
# that quotes the value.
_HEADER_VALUE = re.compile(r"[\t -~]*")
_DOT_SEGMENTS = frozenset({".", ".."})


def build_request(
    config: Config,
    method: str,
    path: str,
    *,
    params: Mapping[str, QueryValue] | None,
    json: object,
    headers: Mapping[str, str] | None,
    timeout: float | http.Timeout | None,
) -> http.Request:
    """Return a request for `path` below the base URL, without authentication.

    It is built here and not by the httpx client, which would add its cookies and default headers.

    Raises:
        ArgumentError: An argument cannot be sent; its value is not quoted.
    """
    _check_path(path)
    if not _TOKEN.fullmatch(method):
        raise ArgumentError("method", "takes the name of an HTTP method, such as GET")
    sent = http.Headers(
        {"Accept": "application/hal+json, application/json", "User-Agent": http.user_agent()}
    )
    content = None
    if json is not UNSET:
        content = _body(json)
        sent["Content-Type"] = "application/json"
    for name, value in (headers or {}).items():
        if not _TOKEN.fullmatch(name) or not _HEADER_VALUE.fullmatch(value):
            raise ArgumentError("headers", "takes names and values of printable ASCII characters")
        sent[name] = value
    try:
        request = http.Request(
            method.upper(),
            config.base_url + path,
            params=dict(params) if params else None,
            headers=sent,
            content=content,
            extensions={"timeout": _timeout(timeout, config).as_dict()},
        )
    except (http.InvalidURL, UnicodeEncodeError):  # both quote what they refuse
        problem = "and path make no URL that can be sent: it is too long, or holds half characters"
        raise ArgumentError("params", problem) from None
    http.keep_query_out_of_logs(request)
    return request


def _check_path(path: str) -> None:
    """Refuse a path that names another host, leaves the base URL, or hides a query.

    A query in the path would be lost as soon as `params` is given.
    """
    if not path.startswith("/") or path.startswith("//"):
        raise ArgumentError("path", "takes a path below base_url that starts with one slash")
    if "?" in path or "#" in path:
        raise ArgumentError("path", "takes a path alone; a query belongs in params")
    if "\\" in path or not path.isprintable():
        raise ArgumentError("path", "takes no backslash and no character that is not printable")
    # Encoded dots count as dots when a URL is normalised (WHATWG URL, "double-dot path segment").
    segments = path.replace("%2e", ".").replace("%2E", ".").split("/")
    if not _DOT_SEGMENTS.isdisjoint(segments):
        raise ArgumentError("path", "takes no segment '.' or '..'")


def _body(json: object) -> bytes:
    try:
        text = json_format.dumps(json, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return text.encode()
    except (TypeError, ValueError, RecursionError) as error:
        # The original may hold the text that it could not encode.
        problem = "takes data that JSON can hold: mappings, lists, strings, finite numbers, ..."
        raise ArgumentError("json", f"{problem} ({type(error).__name__})") from None


def _timeout(timeout: float | http.Timeout | None, config: Config) -> http.Timeout:
    if timeout is None:
        return config.timeout
    try:
        return checked_timeout(timeout)
    except ConfigurationError:
        problem = "takes seconds above 0, a Timeout, or None for the client's"
        raise ArgumentError("timeout", problem) from None
