"""Reading of error replies: any status, any headers, any bytes become the fitting `APIError`.

A gateway answers HTML, a crash answers nothing, and the two products of the vendor differ in their
error bodies. So nothing here may fail: what cannot be read is None.
"""

import json
import math
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import cast

from talkdesk_core import errors

__all__ = ["api_error", "read_object", "read_retry_after"]

# Above this size a body is no error message, and reading it would cost more than it tells.
_READABLE_BYTES = 1 << 20

_BY_STATUS: Mapping[int, type[errors.APIError]] = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    422: errors.UnprocessableEntityError,
    429: errors.RateLimitError,
}

# RFC 9110 section 10.2.3: whole seconds. Fractions are taken too.
_SECONDS = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,10})?")


def api_error(
    *,
    status_code: int,
    headers: Mapping[str, str],
    body: bytes,
    method: str,
    url: str,
    attempts: int,
    now: datetime,
    shown: str | None = None,
) -> errors.APIError:
    """Return the error for a reply whose status is not 2xx.

    Args:
        status_code: The reply's status; statuses that no standard knows are fine.
        headers: The reply's headers, found by lower-case name.
        body: The reply's bytes.
        method: Method of the request.
        url: URL of the request; user, query and fragment are dropped.
        attempts: How often the request was sent.
        now: The time by the wall clock, aware; a ``Retry-After`` date is measured against it.
        shown: What stands in the error's text in the place of `url`; None for that.
    """
    content = read_object(body)
    return _class_of(status_code)(
        status_code=status_code,
        method=method,
        url=url,
        shown=shown,
        code=_code(content.get("code")),
        message=_text(content.get("message")),
        description=_text(content.get("description")),
        fields=_fields(content.get("fields")),
        request_id=headers.get("platform-tid"),
        attempts=attempts,
        retry_after=read_retry_after(headers.get("retry-after"), now),
        body=body,
    )


def read_object(body: bytes) -> Mapping[str, object]:
    """Return the JSON object in `body`; an empty one where there is none."""
    if len(body) > _READABLE_BYTES:
        return {}
    try:
        content: object = json.loads(body)
    except (ValueError, RecursionError):  # not JSON, not text, a number of 5,000 digits, too deep
        return {}
    return cast("dict[str, object]", content) if isinstance(content, dict) else {}


def read_retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks for, 0 or more (RFC 9110, 10.2.3).

    Both forms are read, seconds and an HTTP date; anything else is None.
    """
    if value is None:
        return None
    value = value.strip()
    if _SECONDS.fullmatch(value):
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    if when.tzinfo is None:  # "-0000": a UTC time of unknown origin (RFC 5322 section 3.3)
        when = when.replace(tzinfo=UTC)
    seconds = (when - now).total_seconds()
    return max(0.0, seconds) if math.isfinite(seconds) else None


def _class_of(status_code: int) -> type[errors.APIError]:
    if status_code >= 500:
        return errors.ServerError
    return _BY_STATUS.get(status_code, errors.APIError)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _code(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _text(value)


def _fields(value: object) -> tuple[errors.FieldError, ...]:
    if not isinstance(value, list):
        return ()
    found: list[errors.FieldError] = []
    for entry in cast("list[object]", value):
        if isinstance(entry, dict):
            members = cast("dict[str, object]", entry)
            name = _text(members.get("name"))
            if name is not None:
                found.append(errors.FieldError(name, _text(members.get("description"))))
    return tuple(found)
