"""What the client logs, and a filter that takes secrets and personal data out of any record.

The loggers are ``talkdesk`` and what is below it: ``talkdesk.http`` has a record at INFO for each
request (method, path with parameters by name, status, seconds, attempt, request id: also as
attributes of the record), ``talkdesk.retries`` one for each wait, ``talkdesk.auth`` what happens to
tokens. None holds a query, a header or a body.
"""

import logging
import re

from talkdesk_core.errors import is_request_id
from talkdesk_core.hooks import Attempt

__all__ = ["RedactingFilter", "log_attempt", "log_wait", "safe_template"]

_HTTP = logging.getLogger("talkdesk.http")
_RETRIES = logging.getLogger("talkdesk.retries")

# A segment of a path that is no id: words as paths have them, the number of a version, and, where
# the caller says that there are any, the name of a parameter.
_WORD = re.compile(r"(?:[a-z][A-Za-z]{0,39}(?:[-_][A-Za-z]{1,40})*|v[0-9]{1,2})?")
_NAME = re.compile(r"\{[A-Za-z_][A-Za-z0-9_]{0,63}\}")

_NAMES = (
    r"(?:access_token|refresh_token|id_token|client_secret|client_assertion|code_verifier"
    r"|private_key|password)"
)
# What cannot be an English word: 20 characters or more, or a capital, a digit or a sign among them.
_NO_WORD = r"(?=[^\s'\"]{20}|[^\s'\"]*(?-i:[0-9A-Z=+/_~]))"
# In this order: what a pattern leaves behind must not look like something to the next. What stands
# in the place of the first group stays.
_SECRETS = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), kept)
    for pattern, kept in (
        # A key (RFC 7468), and all that follows where its end is missing.
        (r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|\Z)", ""),
        # A JWT (RFC 7519): three parts, the first of which begins with `{"`.
        (r"\beyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*", ""),
        # A value in quotes, in JSON and as Python shows it, to its closing quote; in text that
        # stands in JSON itself the quotes are escaped.
        (
            rf"({_NAMES}(\\?['\"])\s*[:=,]\s*b?(\\?['\"])).*?(?:(?<!\\)\3|\Z)",
            r"\1",
        ),
        (rf"({_NAMES}\s*[:=]\s*b?(['\"])).*?(?:(?<!\\)\2|\Z)", r"\1"),
        # A value in a form, or bare.
        (rf"({_NAMES}\s*[:=]\s*)[^\s'\"&,;)}}]+", r"\1"),
        # Authorization, however it is printed: with a scheme or without, as text or bytes, with a
        # colon or as a pair.
        (
            r"(authorization\\?['\"]?\s*[:,=]\s*(?:b?\\?['\"])?)(?:(?:bearer|basic)\s+)?[^\s'\",)\\]+",
            r"\1",
        ),
        # A scheme with what looks like no word: "basic auth" stays.
        (rf"\b((?:bearer|basic)\s+){_NO_WORD}[A-Za-z0-9._~+/=-]{{4,}}", r"\1"),
    )
)
_USER = re.compile(r"\b([a-z][a-z0-9+.-]*://)[^\s/'\"]+@", re.IGNORECASE)
# The query of a URL, or of a path as a log of requests has it.
_QUERY = re.compile(
    r"((?:[a-z][a-z0-9+.-]*://|(?<![^\s'\"])/)[^\s?'\"]*)\?[^\s'\"]+", re.IGNORECASE
)
# A phone number by E.164: a plus, and 7 to 15 digits; the plus may be percent-encoded, even twice.
_PHONE = re.compile(r"(?:\+|%(?:25)*2B|\\u002b)[0-9]{7,15}(?![0-9])", re.IGNORECASE)


class RedactingFilter(logging.Filter):
    """Takes secrets and personal data out of records, for handlers of other libraries' loggers.

    The client's own records need none. Others may show what passes by: hand it to a handler, as in
    ``handler.addFilter(RedactingFilter())``, and no record that the handler writes shows an
    ``Authorization`` header, a token, a key, a query, or a phone number in the form of E.164.
    Names of people look like any other word: it cannot know them.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record's text; every record passes."""
        try:
            text = record.getMessage()
        except (TypeError, ValueError, KeyError, OverflowError):
            # Arguments that do not fit: whoever formats the record would print them all.
            record.args = ()
            text = str(record.msg)
        redacted = redact(text)
        if redacted != text:
            record.msg, record.args = redacted, ()
        if record.exc_info:
            # A formatter takes a text that is there already.
            record.exc_text = redact(
                record.exc_text or logging.Formatter().formatException(record.exc_info)
            )
        return True


def redact(text: str) -> str:
    """Return a text with ``***`` in the place of what may be secret or personal."""
    for pattern, kept in _SECRETS:
        text = pattern.sub(rf"{kept}***", text)
    text = _USER.sub(r"\1", text)
    text = _QUERY.sub(r"\1", text)
    return _PHONE.sub("***", text)


def safe_template(path: str, *, has_names: bool = False) -> str:
    """Return a path for logs, with ``{}`` for each segment that may be an id, a name or a number.

    Args:
        path: The path.
        has_names: Whether what is in braces is the name of a parameter.
    """
    return "/".join(
        part if _WORD.fullmatch(part) or (has_names and _NAME.fullmatch(part)) else "{}"
        for part in path.split("/")
    )


def log_attempt(attempt: Attempt, *, is_token_request: bool = False) -> None:
    """Write the record of a request that is over."""
    outcome = attempt.error if attempt.status_code is None else str(attempt.status_code)
    if attempt.error is not None and attempt.status_code is not None:
        outcome = f"{attempt.status_code}, then {attempt.error}"
    seconds = attempt.seconds or 0.0
    request_id = attempt.request_id if is_request_id(attempt.request_id) else None
    _HTTP.info(
        "%s %s: %s in %.3f s%s%s",
        attempt.method,
        attempt.template,
        outcome,
        seconds,
        "" if is_token_request else f", attempt {attempt.number}",
        "" if request_id is None else f", request id {request_id}",
        extra={
            "http_method": attempt.method,
            "path_template": attempt.template,
            "status_code": attempt.status_code,
            "duration": seconds,
            "attempt": attempt.number,
            "request_id": request_id,
            "error_kind": attempt.error,
        },
    )


def log_wait(method: str, template: str, *, reason: str, seconds: float, attempt: int) -> None:
    """Write the record of a wait before the next attempt."""
    _RETRIES.info(
        "%s %s: %s; attempt %d follows in %.3f s",
        method,
        template,
        reason,
        attempt,
        seconds,
        extra={
            "http_method": method,
            "path_template": template,
            "attempt": attempt,
            "seconds": seconds,
        },
    )
