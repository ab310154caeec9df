"""Building of API requests from the arguments of a call, refusing what would go astray."""

import json as json_format
import math
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TypeAlias, cast

from talkdesk_core import http
from talkdesk_core.config import Config, checked_timeout
from talkdesk_core.errors import ArgumentError, ConfigurationError
from talkdesk_core.headers import is_header_value, is_token
from talkdesk_core.transport.body import ACCEPTED_ENCODING
from talkdesk_core.unset import UNSET

__all__ = ["QueryValue", "build_request", "checked_headers", "merged_headers"]

_Scalar: TypeAlias = str | int | float | bool
QueryValue: TypeAlias = _Scalar | Sequence[_Scalar]

# What frames the message, or says who asks whom (RFC 9110 and 9112): a second opinion in `headers`
# would bring the token before another virtual host, or cut the message at another place.
_OWN_HEADERS = frozenset(
    {
        "accept-encoding",
        "authorization",
        "connection",
        "content-length",
        "cookie",
        "expect",
        "host",
        "keep-alive",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
_PRINTABLE = "takes names and values of printable ASCII characters, without blanks at their ends"
_METHOD = "takes an HTTP method such as GET, HEAD, OPTIONS, POST, PUT, PATCH or DELETE"
# CONNECT asks a proxy for a tunnel, and TRACE asks for the request as it came, token and all
# (RFC 9110 sections 9.3.6 and 9.3.8).
_REFUSED_METHODS = frozenset({"CONNECT", "TRACE"})
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
    content_type: str = "application/json",
    shown: str | None = None,
) -> http.Request:
    """Return a request for `path` below the base URL, without authentication.

    It is built here and not by the httpx client, which would add its cookies and default headers.
    Logs and texts show `shown` in the place of `path`, unless it is None.

    Raises:
        ArgumentError: An argument cannot be sent; its value is not quoted.
    """
    _check_path(path)
    _check_method(method)
    _check_params(params)
    sent = http.Headers(
        {
            "Accept": "application/hal+json, application/json",
            "Accept-Encoding": ACCEPTED_ENCODING,
            "User-Agent": http.user_agent(),
        }
    )
    content = None
    if json is not UNSET:
        content = _body(json)
        sent["Content-Type"] = content_type
    sent.update(config.headers)
    sent.update(checked_headers(headers))
    extensions = {"timeout": _timeout(timeout, config).as_dict()}
    # What httpx refuses it quotes. A ValueError is a half character, or an integer without end.
    request = None
    with suppress(http.InvalidURL, ValueError):
        request = http.QuietRequest(
            method.upper(),
            config.base_url + path,
            params=dict(params) if params else None,
            headers=sent,
            content=content,
            extensions=extensions,
        )
    if request is None:
        problem = "and path make no URL that can be sent: it is too long, or holds half characters"
        raise ArgumentError("params", problem)
    http.keep_query_out_of_logs(request, None if shown is None else config.base_url + shown)
    return request


def _check_method(method: object) -> None:
    if not isinstance(method, str) or not is_token(method):
        raise ArgumentError("method", _METHOD)
    if method.upper() in _REFUSED_METHODS:
        raise ArgumentError("method", f"{_METHOD}, and neither CONNECT nor TRACE")


def _check_params(params: object) -> None:
    """Refuse what httpx would send as its repr, or as an empty string."""
    if params is None:
        return
    if not isinstance(params, Mapping):
        raise ArgumentError("params", f"takes a mapping, not {type(params).__name__}")
    for name, value in cast("Mapping[object, object]", params).items():
        if not isinstance(name, str):
            raise ArgumentError("params", f"takes names that are strings, not {_kind(name)}")
        values = cast("list[object]", value) if isinstance(value, list | tuple) else [value]
        for each in values:
            if not isinstance(each, str | int | float):
                problem = "takes strings, numbers, booleans, or lists of them, not"
                raise ArgumentError("params", f"{problem} {_kind(each)}")
            if isinstance(each, float) and not math.isfinite(each):
                raise ArgumentError("params", "takes finite numbers, neither infinities nor NaN")


def checked_headers(headers: object) -> dict[str, str]:
    """Return headers that may be sent; none for None.

    Raises:
        ArgumentError: One cannot be sent, or is the client's own; its value is not quoted.
    """
    if headers is None:
        return {}
    if not isinstance(headers, Mapping):
        raise ArgumentError("headers", f"takes a mapping, not {type(headers).__name__}")
    checked: dict[str, str] = {}
    for name, value in cast("Mapping[object, object]", headers).items():
        if not isinstance(name, str) or not isinstance(value, str):
            wrong = value if isinstance(name, str) else name
            problem = "takes names and values that are strings, not"
            raise ArgumentError("headers", f"{problem} {_kind(wrong)}")
        if not is_token(name) or not is_header_value(value):
            raise ArgumentError("headers", _PRINTABLE)
        if name.lower() in _OWN_HEADERS:
            problem = f"takes no {name}: the client and the connection answer for it"
            raise ArgumentError("headers", problem)
        if name.lower() in {each.lower() for each in checked}:
            raise ArgumentError("headers", f"takes {name} once, in whatever case it is written")
        checked[name] = value
    return checked


def merged_headers(first: Mapping[str, str], second: Mapping[str, str]) -> dict[str, str]:
    """Return the headers of both; of equal names, in whatever case, the second's count."""
    replaced = {name.lower() for name in second}
    kept = {name: value for name, value in first.items() if name.lower() not in replaced}
    return {**kept, **second}


def _kind(value: object) -> str:
    """Name the type of a refused value, which is not quoted: it may be personal data."""
    return "None; leave it out instead" if value is None else type(value).__name__


def _check_path(path: object) -> None:
    """Refuse a path that names another host, leaves the base URL, or hides a query.

    A query in the path would be lost as soon as `params` is given.
    """
    if not isinstance(path, str):
        raise ArgumentError("path", f"takes a string, not {type(path).__name__}")
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
        kind = type(error).__name__
    # Raised here, because the original may hold the text that it could not encode.
    problem = "takes data that JSON can hold: mappings, lists, strings, finite numbers, ..."
    raise ArgumentError("json", f"{problem} ({kind})")


def _timeout(timeout: float | http.Timeout | None, config: Config) -> http.Timeout:
    if timeout is None:
        return config.timeout
    try:
        return checked_timeout(timeout)
    except ConfigurationError:
        problem = "takes seconds above 0, a Timeout, or None for the client's"
        raise ArgumentError("timeout", problem) from None
