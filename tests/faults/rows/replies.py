"""Replies that are not quite HTTP, or HTTP as few people know it."""

from __future__ import annotations

from talkdesk_core.errors import NotFoundError, ResponseDecodeError
from tests.faults.fault import Raises
from tests.faults.rows.shapes import PAGE, final, stays
from tests.faults.steps import CLOSE, Reply, Send
from tests.faults.wire_text import COOKIE, NAME, PHONE, chunked, head, html, http, page

__all__ = ["FAULTS", "TITLE"]

TITLE = "Replies that are odd HTTP"

_BODY = page()
_CHUNKED = "Transfer-Encoding: chunked"


def _sent(data: bytes) -> Reply:
    return (Send(data), CLOSE)


FAULTS = (
    stays("a body and nothing else (HTTP/0.9)", _sent(_BODY)),
    final(
        "HTTP/1.0, the body ends with the connection",
        _sent(http("HTTP/1.0 200 OK", _BODY, length=None)),
        PAGE,
    ),
    final("HTTP/1.1 without any length", _sent(head() + _BODY), PAGE),
    stays("HTTP/2.0 in the status line", _sent(http("HTTP/2 200", _BODY))),
    stays("a status line in lower case", _sent(http("http/1.1 200 HTTP/", _BODY))),
    stays(
        "another protocol, which repeats the request",
        _sent(f"-ERR unknown command 'GET {NAME} {PHONE}'\r\n".encode()),
    ),
    stays("a status of two digits", _sent(http("20 OK", _BODY))),
    stays("a status of four digits", _sent(http("2000 OK", _BODY))),
    final("a status without words", (Send(http("200", _BODY)),), PAGE),
    final("words that name a person", (Send(http(f"404 {NAME} {PHONE}")),), Raises(NotFoundError)),
    final("a header that names a person", (Send(http("200 OK", _BODY, f"X-Agent: {NAME}")),), PAGE),
    final(
        "lines end in LF alone",
        (Send(head(f"Content-Length: {len(_BODY)}").replace(b"\r\n", b"\n") + _BODY),),
        PAGE,
    ),
    final("a folded header line", (Send(http("200 OK", _BODY, "X-Long: a\r\n b")),), PAGE),
    stays("a NUL in the header", _sent(http("200 OK", _BODY, f"X-Name: {NAME}\0"))),
    stays("a carriage return in the header", _sent(http("200 OK", _BODY, f"X-Name: {NAME}\rb: c"))),
    stays("a header line without a colon", _sent(http("200 OK", _BODY, f"the name is {NAME}"))),
    stays("a blank before the colon", _sent(http("200 OK", _BODY, f"X-Name : {NAME}"))),
    final("a header that is not ASCII", (Send(http("200 OK", _BODY, "X-Name: Zoë")),), PAGE),
    final(
        "100 Continue first",
        (Send(b"HTTP/1.1 100 Continue\r\n\r\n" + http("200 OK", _BODY)),),
        PAGE,
    ),
    final(
        "103 Early Hints first, three times",
        (Send(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * 3 + http("200 OK", _BODY)),),
        PAGE,
    ),
    final(
        "a cookie",
        (Send(http("200 OK", _BODY, f"Set-Cookie: session={COOKIE}; Path=/; HttpOnly")),),
        PAGE,
        note="no request ever carries it",
    ),
    final(
        "Content-Length is too short",
        (Send(http("200 OK", _BODY, length=len(_BODY) - 9)),),
        Raises(ResponseDecodeError, {"got": "a body that is not JSON"}),
        note="what follows is no reply to the next request",
    ),
    final(
        "bytes after the reply",
        (Send(http("200 OK", _BODY) + b"0123456789"),),
        PAGE,
        note="they are no reply to the next request",
    ),
    final(
        "a second reply nobody asked for",
        (Send(http("200 OK", _BODY) + http("200 OK", b"{}")),),
        PAGE,
        note="it is no reply to the next request",
    ),
    stays("two lengths that differ", _sent(http("200 OK", _BODY, "Content-Length: 5"))),
    final(
        "the same length twice",
        (Send(http("200 OK", _BODY, f"Content-Length: {len(_BODY)}")),),
        PAGE,
    ),
    stays("a length below 0", _sent(http("200 OK", _BODY, length=-5))),
    stays("a length that is no number", _sent(http("200 OK", _BODY, length="many"))),
    final(
        "a length beside chunks",
        (Send(head(_CHUNKED, "Content-Length: 7") + chunked(_BODY)),),
        PAGE,
        note="the chunks count (RFC 9112 section 6.3)",
    ),
    final(
        "chunks with extensions and trailers",
        (Send(head(_CHUNKED) + b"%x;a=b\r\n%b\r\n0\r\nX-Sum: 1\r\n\r\n" % (len(_BODY), _BODY)),),
        PAGE,
    ),
    final(
        "chunks of one byte",
        (Send(head(_CHUNKED) + chunked(*(bytes([each]) for each in _BODY))),),
        PAGE,
    ),
    stays("a chunk size that is no number", _sent(head(_CHUNKED) + b"zz\r\n" + _BODY)),
    stays(
        "a chunk size that names a person", _sent(head(_CHUNKED) + f"{NAME}\r\n".encode() + _BODY)
    ),
    stays(
        "a chunk longer than its size", _sent(head(_CHUNKED) + b"5\r\n" + _BODY + b"\r\n0\r\n\r\n")
    ),
    stays(
        "a transfer coding that nobody knows",
        _sent(head("Transfer-Encoding: rot13, chunked") + chunked(_BODY)),
    ),
    final(
        "200 with a page of HTML",
        html("200 OK"),
        Raises(ResponseDecodeError, {"got": "a body that looks like HTML or XML"}),
    ),
)
