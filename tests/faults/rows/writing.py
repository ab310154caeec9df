"""Requests that change something: sent again only where they cannot have been acted on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from talkdesk_core.errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AuthenticationError,
    NotFoundError,
    RateLimitError,
    ResponseDecodeError,
    ServerError,
)
from tests.faults.fault import Fault, Gives, Raises
from tests.faults.rows.shapes import THREE_WAITS
from tests.faults.steps import CLOSE, FINE, HANG, RESET, Fine, Flood, Script, Send, always, once
from tests.faults.wire_text import HERE, answer, callback, error, html, http, page

__all__ = ["FAULTS", "TITLE"]

TITLE = "Writing"

_MADE = Gives("cb-1")
_LOST = Raises(APIConnectionError, {"may_have_arrived": True, "method": "POST", "attempts": 1})
_GOT = http("200 OK", json.dumps(callback()).encode())
_SLOW_DOWN = error("429 Slow Down", "Retry-After: 3")


def _answered() -> Iterator[Fault]:
    for status in (408, 425, 500, 502, 503, 504):
        kind = ServerError if status >= 500 else APIError
        yield Fault(
            name=f"POST: {status}",
            api=always(error(f"{status} Oops", "Retry-After: 1")),
            call="create",
            gets=Raises(kind, {"status_code": status, "attempts": 1}),
            note="it may have been acted on",
        )


def _lost() -> Iterator[Fault]:
    reply = http("201 Created", page())
    for words, script in (
        ("closed without a byte", always((CLOSE,))),
        ("reset before the reply", always((RESET,))),
        ("reset inside of the header", always((Send(reply[:40]), RESET))),
        ("closed inside of the body", always((Send(reply[:-9]), CLOSE))),
    ):
        yield Fault(name=f"POST: {words}", api=script, call="create", gets=_LOST)


FAULTS = (
    Fault(
        name="POST: the connection is refused, twice",
        api=Script(refuses=2),
        call="create",
        gets=_MADE,
        seconds=1.5,
        note="it was not sent",
    ),
    Fault(
        name="POST: the connection is refused",
        api=Script(refuses=None),
        call="create",
        gets=Raises(APIConnectionError, {"may_have_arrived": False, "method": "POST"}),
        requests=0,
        seconds=THREE_WAITS,
    ),
    Fault(
        name="POST: the token endpoint answers 500, once",
        tokens=once(html("500 Oops")),
        call="create",
        gets=_MADE,
        token_requests=2,
        seconds=(0.5, 8.0),
        note="it was not sent before there was a token",
    ),
    Fault(
        name="POST: the token endpoint resets the connection, once",
        tokens=once((RESET,)),
        call="create",
        gets=_MADE,
        token_requests=2,
        seconds=(0.5, 8.0),
    ),
    Fault(
        name="POST: 429 with Retry-After, once",
        api=once(_SLOW_DOWN),
        call="create",
        gets=_MADE,
        requests=2,
        seconds=3,
        note="429 says that it was not acted on",
    ),
    Fault(
        name="POST: 429, always",
        api=always(_SLOW_DOWN),
        call="create",
        gets=Raises(RateLimitError, {"attempts": 4, "retry_after": 3.0}),
        requests=4,
        seconds=(9, 60),
    ),
    Fault(
        name="POST: 401, once",
        api=once(error("401 No")),
        call="create",
        gets=_MADE,
        requests=2,
        token_requests=2,
        note="401 says so too",
    ),
    Fault(
        name="POST: 401, always",
        api=always(error("401 No")),
        call="create",
        gets=Raises(AuthenticationError),
        requests=2,
        token_requests=2,
    ),
    *_answered(),
    *_lost(),
    Fault(
        name="POST: silence",
        api=always((HANG,)),
        call="create",
        gets=Raises(APITimeoutError, {"may_have_arrived": True, "attempts": 1}),
        token_requests=0,
        static_token=True,
        read_timeout=0.1,
    ),
    Fault(
        name="POST: a packed reply that is damaged",
        api=always((Send(http("201 Created", b"x" * 99, "Content-Encoding: gzip")),)),
        call="create",
        gets=_LOST,
    ),
    Fault(
        name="POST: 201 with nothing",
        api=always(answer("201 Created")),
        call="create",
        gets=Raises(ResponseDecodeError, {"got": "an empty body"}),
    ),
    Fault(
        name="POST: 307 to the same host",
        api=always(answer("307 There", b"", f"Location: {HERE}/schedule-callbacks/")),
        call="create",
        gets=Raises(APIError, {"status_code": 307}),
    ),
    Fault(
        name="POST: a kept connection was closed meanwhile",
        api=once((Fine(), CLOSE)),
        call="wait and create",
        gets=Gives(("cb-1", "cb-1")),
        requests=2,
        note="noticed before it is sent",
    ),
    Fault(
        name="POST: a kept connection is closed as it arrives",
        api=once(FINE, (CLOSE,)),
        call="get and create",
        gets=_LOST,
        requests=2,
    ),
    Fault(
        name="POST: the reply before had bytes after it",
        api=once((Send(_GOT + b"0123456789"),)),
        call="get and create",
        gets=Gives(("cb-1", "cb-1")),
        requests=2,
        note="it goes out on another connection",
    ),
    Fault(
        name="POST: there were two replies to the request before",
        api=once((Send(_GOT + http("503 Oops", b"")),)),
        call="get and create",
        gets=Gives(("cb-1", "cb-1")),
        requests=2,
        note="the second is not taken for its own",
    ),
    Fault(
        name="POST in small letters: 503",
        api=always(error("503 Oops")),
        call="post",
        gets=Raises(ServerError, {"attempts": 1, "method": "POST"}),
    ),
    Fault(
        name="PATCH: 503",
        api=always(error("503 Oops")),
        call="update",
        gets=Raises(ServerError, {"attempts": 1}),
    ),
    Fault(
        name="PATCH: reset before the reply",
        api=always((RESET,)),
        call="update",
        gets=Raises(APIConnectionError, {"may_have_arrived": True, "method": "PATCH"}),
    ),
    Fault(
        name="PATCH: 429 with Retry-After, once",
        api=once(_SLOW_DOWN),
        call="update",
        gets=_MADE,
        requests=2,
        seconds=3,
    ),
    Fault(
        name="PUT: 503, once",
        api=once(error("503 Oops")),
        call="put",
        gets=Gives(200),
        requests=2,
        seconds=0.5,
        note="a second PUT changes nothing more",
    ),
    Fault(
        name="DELETE: reset before the reply, once",
        api=once((RESET,)),
        call="cancel",
        gets=Gives("done"),
        requests=2,
        seconds=0.5,
    ),
    Fault(
        name="DELETE: reset before the reply, then 404",
        api=once((RESET,), error("404 Not Found")),
        call="cancel",
        gets=Raises(NotFoundError, {"attempts": 2}),
        requests=2,
        seconds=0.5,
        note="the first attempt may have done it: `attempts` tells",
    ),
    Fault(
        name="DELETE: a header that comes slowly and without end",
        api=always((Send(b"HTTP/1.1 204 No Content\r\n"), Flood(b"X: 1\r\n", 2000, 10), CLOSE)),
        call="cancel",
        gets=Raises(APITimeoutError, {"may_have_arrived": True, "method": "DELETE"}),
        seconds=(120, 150),
    ),
)
