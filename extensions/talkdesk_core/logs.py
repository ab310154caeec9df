"""What the client logs, and a filter that takes secrets and personal data out of any record.

The loggers are ``talkdesk`` and what is below it: ``talkdesk.http`` has a record at INFO for each
request (method, path with parameters by name, status, seconds, attempt, request id: also as
attributes of the record), ``talkdesk.retries`` one for each wait, ``talkdesk.auth`` what happens to
tokens. None holds a query, a header or a body.
"""

import functools
import logging
import re
from types import TracebackType
from typing import TypeAlias

from talkdesk_core.error_texts import is_request_id
from talkdesk_core.hooks import Attempt

__all__ = ["RedactingFilter", "log_attempt", "log_wait", "redact", "safe_template"]

_HTTP = logging.getLogger("talkdesk.http")
_RETRIES = logging.getLogger("talkdesk.retries")

# A segment of a path that is no id: words as paths have them, the number of a version, and, where
# the caller says that there are any, the name of a parameter.
_WORD = re.compile(r"(?:[a-z][A-Za-z]{0,39}(?:[-_][A-Za-z]{1,40})*|v[0-9]{1,2})?")
_NAME = re.compile(r"\{[A-Za-z_][A-Za-z0-9_]{0,63}\}")

_Raised: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)

_SHOWN_INSTEAD = "(a log record that cannot be shown)"

# Each pattern below reads a text once, whatever it holds: it begins where a run of characters
# begins, and gives back nothing of a run that it took (`*+`, `++`, of single characters only: of
# groups Python 3.11.4 gets them wrong, see CPython's issue 106052).
_NAMES = (
    r"(?:access[_-]?token|refresh[_-]?token|id[_-]?token|client[_-]?secret|client[_-]?assertion"
    r"|code[_-]?verifier|private[_-]?key|password{})"
)
_SECRET_NAMES = _NAMES.format("")
_QUOTED_NAMES = _NAMES.format("|authorization")
# A code is a secret in the token request that it is for (RFC 6749 section 4.1.3).
_LOGIN_NAMES = r"(?<![a-z0-9_-])code"
# A value without quotes: to a blank, or to what closes what is around it. What stands between two
# letters closes nothing.
_BARE = r"(?:[^\s'\"&,;)}\]\\]++|[,;)}\]](?=\S)|\\*+['\"](?=\w)|\\++(?!['\"]))+"
# What cannot be an English word: 20 characters or more, or a capital, a digit or a sign among them.
_NO_WORD = r"(?=[^\s'\"]{20}|[^\s'\"]*(?-i:[0-9A-Z=+/_~]))"
# A scheme of authentication, with the blanks behind it.
_SCHEME = rf"(?:bearer|basic)\s++|[a-z][a-z0-9-]{{0,20}}\s++{_NO_WORD}"


def _quoted(names: str, slashes: int) -> str:
    """Return the pattern of a value in quotes, to the quote that closes it, or to the end.

    Args:
        names: Names of values. A name may be in quotes too, and then part of a pair.
        slashes: How many backslashes stand before each quote: none in JSON and as Python shows
            things, 1 in JSON that is a text in JSON, 3 one level further down. A quote that belongs
            to the value has more of them.
    """
    quote = rf"\\{{{slashes}}}(['\"])"
    begin = rf"({names}(?:\\{{{slashes}}}['\"]\s*+[:=,]|\s*+[:=])\s*+(?:[\[(]\s*+)?b?{quote})"
    if not slashes:
        return rf"{begin}(?:[^\\'\"]++|(?!\2)['\"]|\\.?)*"
    pairs = rf"(?:\\{{{2 * slashes + 2}}})*"
    return rf"{begin}(?:[^\\]++|(?!{pairs}\\{{{slashes}}}\2)\\++\2?)*{pairs}"


def _values(names: str) -> list[tuple[str, str]]:
    """Return the patterns of values that have names."""
    number = r"-?[0-9][0-9.e+-]*+(?=\s*+(?:,\s*+\\*['\"]|[}\]]))"
    return [
        *((_quoted(names, slashes), r"\1***") for slashes in (0, 1, 3)),
        # A name in quotes with a value that has none: the quotes keep JSON readable.
        (
            rf"({names}(\\*+['\"])\s*+[:=]\s*+)(?!null\b|None\b)(?:{number}|{_BARE})",
            r"\1\2***\2",
        ),
    ]


_PART = r"[a-z0-9_-]"  # of a JWT

# In this order: what a pattern leaves behind must not look like something to the next.
_SECRETS = [
    # A key (RFC 7468), and all that follows where its end is missing.
    (
        r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\Z)",
        "***",
    ),
    # A JWT (RFC 7519): three parts, the first of which begins with `{"`. Something that a URL may
    # hold can stand before it.
    (
        (
            rf"(?<!{_PART})(?=({_PART}*?)(?:\b|(?<=%3D)|(?<=%22))(?-i:eyJ))\1eyJ"
            rf"{_PART}{{5,}}+\.{_PART}++\.{_PART}*+"
        ),
        r"\1***",
    ),
    *_values(_QUOTED_NAMES),
    (rf"({_SECRET_NAMES}\s*+[:=]\s*+){_BARE}", r"\1***"),
    # A code in a form.
    (rf"({_LOGIN_NAMES}=)(?:(?<=[&?]code=)|(?=[^\s'\"&=]*+&)){_BARE}", r"\1***"),
    # Authorization as a line: with a scheme or without.
    (rf"(authorization\s*+[:=]\s*+)(?:{_SCHEME})?{_BARE}", r"\1***"),
    # A scheme with what looks like no word: "basic auth" stays.
    (rf"\b((?:bearer|basic)\s++){_NO_WORD}[a-z0-9._~+/=-]{{4,}}", r"\1***"),
    # The user and the password of a URL.
    (r"(://)[^\s/'\"]+@", r"\1"),
    # The query of a URL, or of a path as a log of requests has it.
    (
        (
            r"(?<![^\s'\"?])((?:(?<!\?)(?=/)|(?=[^\s'\"?]*://))[^\s'\"?]*+)\?"
            r"(?:[^\s'\"\\]++|\\*+['\"](?=\w)|\\++(?!['\"]))+"
        ),
        r"\1",
    ),
    # A phone number by E.164: a plus, and 7 to 15 digits; the plus may be percent-encoded, twice.
    (r"(?:\+|%(?:25)*2B|\\u002b)[0-9]{7,15}(?![0-9])", "***"),
]


@functools.cache
def _patterns(*, of_login: bool) -> list[tuple[re.Pattern[str], str]]:
    """Return what is replaced in any text, or before that in one about a login, and by what.

    Most programs redact nothing, so it is made when it is first needed.
    """
    logins = [*_values(_LOGIN_NAMES), (rf"({_LOGIN_NAMES}\s*+[:=]\s*+){_BARE}", r"\1***")]
    flags = re.IGNORECASE | re.DOTALL
    return [
        (re.compile(pattern, flags), instead)
        for pattern, instead in (logins if of_login else _SECRETS)
    ]


class RedactingFilter(logging.Filter):
    """Takes secrets and personal data out of records, for handlers of other libraries' loggers.

    The client's own records need none. Others may show what passes by: hand it to a handler, as in
    ``handler.addFilter(RedactingFilter())``, and no text that the handler makes of a record shows
    an ``Authorization`` header, a token, a key, a query, or a phone number in the form of E.164.
    Names of people look like any other word: it cannot know them.

    It rewrites what a record says: its message with its arguments, its traceback and its stack.
    Attributes that somebody added by ``extra=`` stay as they are: a formatter that writes them, as
    those for JSON do, has to leave out by itself what is secret.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record's texts; every record passes, and none raises."""
        text = _message_of(record)
        redacted = redact(text)
        if redacted != text:
            record.msg, record.args = redacted, ()
        # A formatter takes a traceback that is there already.
        if record.exc_info and not record.exc_text:
            record.exc_text = _traceback_of(record.exc_info)
        if record.exc_text:
            record.exc_text = redact(record.exc_text)
        if record.stack_info:
            record.stack_info = redact(record.stack_info)
        return True


def _message_of(record: logging.LogRecord) -> str:
    """Return what a record says.

    A record that cannot say it is changed into one that can: who formats it would print it whole,
    with all its arguments.
    """
    try:
        return record.getMessage()
    except Exception:  # noqa: BLE001 - objects of anybody, shown where a log line must end nothing
        record.args = ()
        if type(record.msg) is not str:
            record.msg = _SHOWN_INSTEAD
        return record.msg


def _traceback_of(raised: _Raised) -> str:
    try:
        return logging.Formatter().formatException(raised)
    except Exception:  # noqa: BLE001 - as in `_message_of`: what stands there may be anything
        return _SHOWN_INSTEAD


def redact(text: str) -> str:
    """Return a text with ``***`` in the place of what may be secret or personal."""
    for of_login in (True, False) if "authorization_code" in text.lower() else (False,):
        for pattern, instead in _patterns(of_login=of_login):
            text = pattern.sub(instead, text)
    return text


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
