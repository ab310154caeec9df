"""Tokens that are refused or expire, and token endpoints that fail."""

from __future__ import annotations

from collections.abc import Mapping

from talkdesk_core.errors import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    PermissionDeniedError,
    TokenError,
)
from tests.faults.fault import Fault, Gives, Outcome, Raises
from tests.faults.rows.shapes import PAGE
from tests.faults.steps import (
    CLOSE,
    FINE,
    RESET,
    Flood,
    Pass,
    Reply,
    Script,
    Send,
    always,
    once,
)
from tests.faults.wire_text import (
    CLIENT_SECRET,
    ELSEWHERE,
    answer,
    error,
    gzipped,
    head,
    html,
    http,
    token,
)

__all__ = ["FAULTS", "TITLE"]

TITLE = "Tokens"

_ALL = Gives(("cb-1", "cb-2", "cb-3", "cb-4", "cb-5"))
_REFUSED = error("401 Unauthorized")
_NOT_SENT: Mapping[str, object] = {"may_have_arrived": False}
# A failing endpoint is backed off from, for at least as long as any other server.
_BACKED_OFF = (3.5, 60.0)


def _unusable(name: str, reply: Reply, status: int = 200, *, note: str = "") -> Fault:
    """Return a fault of the token endpoint that asking again does not mend."""
    gets = Raises(TokenError, {"status_code": status})
    return Fault(name=name, tokens=always(reply), gets=gets, requests=0, note=note)


def _failing(name: str, reply: Reply, gets: Outcome) -> Fault:
    """Return a fault of the token endpoint that may pass but does not."""
    return Fault(
        name=name,
        tokens=always(reply),
        gets=gets,
        requests=0,
        token_requests=4,
        seconds=_BACKED_OFF,
    )


def _mended(name: str, reply: Reply, *, seconds: tuple[float, float] = (0.5, 8.0)) -> Fault:
    """Return a fault of the token endpoint that is over after one reply."""
    return Fault(name=name, tokens=once(reply), gets=PAGE, token_requests=2, seconds=seconds)


def _usable(name: str, body: bytes, *fields: str) -> Fault:
    return Fault(name=name, tokens=once(answer("200 OK", body, *fields)), gets=PAGE)


FAULTS = (
    Fault(
        name="401, once",
        api=once(_REFUSED),
        gets=PAGE,
        requests=2,
        token_requests=2,
        note="sent again at once, with a fresh token",
    ),
    Fault(
        name="401, always",
        api=always(_REFUSED),
        gets=Raises(AuthenticationError, {"status_code": 401, "request_id": "tid-1"}),
        requests=2,
        token_requests=2,
    ),
    Fault(
        name="401, and the token is a `StaticToken`",
        api=always(_REFUSED),
        token_requests=0,
        static_token=True,
        gets=Raises(AuthenticationError, {"status_code": 401, "attempts": 1}),
    ),
    Fault(
        name="403",
        api=always(error("403 Forbidden")),
        gets=Raises(PermissionDeniedError, {"status_code": 403}),
        note="a fresh token would change nothing",
    ),
    Fault(
        name="401 on page 2 of a listing",
        api=once(FINE, _REFUSED),
        call="list",
        gets=_ALL,
        requests=4,
        token_requests=2,
    ),
    Fault(
        name="401, then 503, then all is well",
        api=once(_REFUSED, error("503 Later")),
        gets=PAGE,
        requests=3,
        token_requests=2,
        seconds=0.5,
    ),
    Fault(
        name="tokens expire while a listing is read",
        call="slow list",
        gets=_ALL,
        requests=3,
        token_requests=3,
        seconds=2100,
        note="its reader takes 700 s for each page, tokens last 600 s",
    ),
    Fault(
        name="the endpoint is gone when a token expires",
        tokens=Script((FINE, error("503 Later")), repeats=True),
        call="slow list",
        gets=Raises(TokenError, {"status_code": 503}),
        requests=1,
        token_requests=5,
        seconds=(700 + 3.5, 700 + 60),
    ),
    Fault(
        name="the endpoint refuses connections",
        tokens=Script(refuses=None),
        gets=Raises(APIConnectionError, _NOT_SENT),
        requests=0,
        token_requests=0,
        seconds=_BACKED_OFF,
    ),
    Fault(
        name="the endpoint refuses connections, once",
        tokens=Script(refuses=1),
        gets=PAGE,
        seconds=(0.5, 8.0),
    ),
    _failing("the endpoint closes connections", (CLOSE,), Raises(APIConnectionError, _NOT_SENT)),
    _failing("the endpoint resets connections", (RESET,), Raises(APIConnectionError, _NOT_SENT)),
    _failing("the endpoint answers 500", html("500 a"), Raises(TokenError, {"status_code": 500})),
    _failing("the endpoint answers 429", html("429 a"), Raises(TokenError, {"status_code": 429})),
    _mended("the endpoint resets the connection, once", (RESET,)),
    _mended("the endpoint answers 500, once", html("500 Oops")),
    _mended(
        "the endpoint answers 503 with Retry-After 20, once",
        answer("503 Later", b"", "Retry-After: 20"),
        seconds=(20, 21),
    ),
    Fault(
        name="the endpoint answers 503 with Retry-After of an hour",
        tokens=always(answer("503 Later", b"", "Retry-After: 3600")),
        gets=Raises(TokenError, {"status_code": 503, "retry_after": 300.0}),
        requests=0,
        note="the client asks again after five minutes, whatever the endpoint says",
    ),
    _unusable(
        "the endpoint refuses the client",
        answer(
            "401 No",
            b'{"error": "invalid_client", "error_description": "%b"}' % CLIENT_SECRET.encode(),
        ),
        401,
        note="a refused client stays refused",
    ),
    _unusable("the endpoint refuses a scope", answer("400 a", b'{"error": "invalid_scope"}'), 400),
    _unusable("the endpoint is not found", html("404 Not Found"), 404),
    _unusable(
        "the endpoint redirects to another host",
        answer("307 There", b"", f"Location: {ELSEWHERE}/oauth/token"),
        307,
        note="the secret is not sent there",
    ),
    _unusable("a login page for a token", html("200 OK")),
    _unusable("nothing for a token", answer("200 OK")),
    _unusable("half of a token reply", answer("200 OK", token()[:40])),
    _unusable("an array for a token reply", answer("200 OK", b"[%b]" % token())),
    _unusable("a token reply without a token", answer("200 OK", token(access_token=None))),
    _unusable("a token with a line break", answer("200 OK", token(access_token="a\r\nX-A: b"))),
    _unusable("a token that is a number", answer("200 OK", token(access_token=7))),
    _unusable("a token of another kind", answer("200 OK", token(token_type="mac"))),
    _unusable("a lifetime below 0", answer("200 OK", token(expires_in=-1))),
    _unusable("a lifetime in words", answer("200 OK", token(expires_in="soon"))),
    _usable("a lifetime that is null", token(expires_in=None)),
    _usable("a lifetime as a text", token(expires_in="600")),
    _usable("a lifetime of 300 years", token(expires_in=9999999999)),
    _usable("a token reply packed by gzip", gzipped(token()), "Content-Encoding: gzip"),
    _usable("a token reply with a cookie", token(), "Set-Cookie: a=b"),
    Fault(
        name="a token reply without end",
        tokens=always((Send(head()), Flood(b" " * 65536, 500), CLOSE)),
        gets=Raises(TokenError, {"status_code": None}),
        requests=0,
    ),
    Fault(
        name="a token reply of 32 MiB in 32 KiB",
        tokens=always((Send(http("200 OK", gzipped(bytes(32 << 20)), "Content-Encoding: gzip")),)),
        gets=Raises(TokenError, {"status_code": None}),
        requests=0,
    ),
    Fault(
        name="a token reply that comes slowly and without end",
        tokens=always((Send(head()), Flood(b" ", 5000, 10), CLOSE)),
        gets=Raises(APITimeoutError, _NOT_SENT),
        requests=0,
        seconds=(120, 150),
    ),
    Fault(
        name="a token that takes all of the budget",
        tokens=always((Pass(121), *answer("200 OK", token()))),
        gets=Raises(APITimeoutError, _NOT_SENT),
        requests=0,
        seconds=121,
    ),
)
