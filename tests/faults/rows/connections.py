"""Connections that are refused, break, or are gone when they are needed."""

from __future__ import annotations

from talkdesk_core.errors import APIConnectionError, APITimeoutError
from tests.faults.fault import Fault, Gives, Raises
from tests.faults.rows.shapes import BROKEN, PAGE, THREE_WAITS, recovers, stays
from tests.faults.steps import CLOSE, FINE, HANG, RESET, Fine, Pass, Script, Send, always, once
from tests.faults.wire_text import chunked, head, http, page

__all__ = ["FAULTS", "TITLE"]

TITLE = "Connections"

_REPLY = http("200 OK", page(), "Content-Type: application/json")
_HEAD_ENDS = _REPLY.index(b"\r\n\r\n")
_TWICE = Gives(("cb-1", "cb-2"))

FAULTS = (
    Fault(
        name="the connection is refused",
        api=Script(refuses=None),
        gets=Raises(APIConnectionError, {"may_have_arrived": False}),
        requests=0,
        seconds=THREE_WAITS,
        note="4 attempts to connect",
    ),
    Fault(
        name="it is refused twice, then taken",
        api=Script(refuses=2),
        gets=PAGE,
        seconds=0.5 + 1.0,
    ),
    Fault(
        name="it is reset as soon as it is there",
        api=Script(greeting=(RESET,)),
        gets=Raises(APIConnectionError),
        requests=0,
        seconds=THREE_WAITS,
        note="4 connections, none of which takes a request",
    ),
    stays("it is closed without a byte", (CLOSE,)),
    recovers("it is closed without a byte, once", (CLOSE,)),
    stays("it is reset before the reply", (RESET,)),
    recovers("it is reset before the reply, three times", (RESET,), (RESET,), (RESET,)),
    stays("it is closed inside of the status line", (Send(_REPLY[:10]), CLOSE)),
    stays("it is reset inside of the status line", (Send(_REPLY[:10]), RESET)),
    stays("it is closed inside of the header", (Send(_REPLY[: _HEAD_ENDS - 5]), CLOSE)),
    stays("it is reset inside of the header", (Send(_REPLY[: _HEAD_ENDS - 5]), RESET)),
    stays("it is closed after the header", (Send(_REPLY[: _HEAD_ENDS + 4]), CLOSE)),
    stays("it is closed inside of the body", (Send(_REPLY[:-20]), CLOSE)),
    stays("it is reset inside of the body", (Send(_REPLY[:-20]), RESET)),
    recovers("it is reset inside of the body, once", (Send(_REPLY[:-20]), RESET)),
    stays(
        "it is reset inside of a body of unknown length",
        (Send(head() + page()[:-20]), RESET),
    ),
    stays(
        "it is closed inside of a chunk",
        (Send(head("Transfer-Encoding: chunked") + b"fff\r\n" + page()[:100]), CLOSE),
    ),
    stays(
        "it is closed before the last chunk",
        (Send(head("Transfer-Encoding: chunked") + chunked(page(), end=b"")), CLOSE),
        note="although the body is whole JSON",
    ),
    Fault(
        name="the server is silent",
        api=always((Pass(25), HANG)),
        gets=Raises(APITimeoutError, {"may_have_arrived": True, "attempts": 4}),
        requests=4,
        seconds=4 * 25 + THREE_WAITS,
        token_requests=0,
        static_token=True,
        read_timeout=0.1,
        note="25 s each time",
    ),
    Fault(
        name="the server is silent for longer than the budget allows",
        api=always((Pass(40), HANG)),
        gets=Raises(APITimeoutError, {"attempts": 3}),
        requests=3,
        seconds=40 + 0.5 + 40 + 1 + 40,
        token_requests=0,
        static_token=True,
        read_timeout=0.1,
        note="40 s each time; there is no fourth attempt",
    ),
    Fault(
        name="the server falls silent inside of the body",
        api=always((Send(_REPLY[:-20]), HANG)),
        gets=Raises(APITimeoutError, {"may_have_arrived": True, "attempts": 4}),
        requests=4,
        seconds=THREE_WAITS,
        token_requests=0,
        static_token=True,
        read_timeout=0.1,
    ),
    Fault(
        name="a kept connection was closed meanwhile",
        api=once((Fine(), CLOSE)),
        call="get twice",
        gets=_TWICE,
        requests=2,
        note="the second call opens another at once",
    ),
    Fault(
        name="a kept connection was reset meanwhile",
        api=once((Fine(), RESET)),
        call="get twice",
        gets=_TWICE,
        requests=2,
    ),
    Fault(
        name="a kept connection was closed with a late 408",
        api=once((Fine(), Send(http("408 Request Timeout", b"", "Connection: close")), CLOSE)),
        call="get twice",
        gets=_TWICE,
        requests=2,
        note="the 408 is no reply to the second call",
    ),
    Fault(
        name="a kept connection is closed as the next request arrives",
        api=once(FINE, (CLOSE,)),
        call="list",
        gets=Gives(("cb-1", "cb-2", "cb-3", "cb-4", "cb-5")),
        requests=4,
        seconds=0.5,
        note="page 2 is asked for twice",
    ),
    Fault(
        name="each connection is closed after its reply, as it says",
        api=always((Send(http("200 OK", page(), "Connection: close")), CLOSE)),
        gets=PAGE,
    ),
    Fault(
        name="the server speaks before it is asked",
        api=Script(greeting=(Send(b"SSH-2.0-OpenSSH_9.6\r\n"),)),
        gets=BROKEN,
        requests=4,
        seconds=THREE_WAITS,
    ),
    stays(
        "the protocol is switched (101), which nobody asked for",
        (Send(head("Upgrade: websocket", "Connection: Upgrade", start="101 Switching Protocols")),),
    ),
)
