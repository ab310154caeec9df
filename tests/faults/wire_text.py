"""Replies as bytes, and what in them is nobody else's business."""

from __future__ import annotations

import base64
import gzip
import json
import zlib

from tests.faults.steps import Reply, Send

__all__ = [
    "CLIENT_ID",
    "CLIENT_SECRET",
    "COOKIE",
    "ELSEWHERE",
    "FILTER",
    "HERE",
    "HIDDEN",
    "NAME",
    "PHONE",
    "STATIC_TOKEN",
    "TOKEN",
    "answer",
    "callback",
    "chunked",
    "deflated",
    "error",
    "gzipped",
    "head",
    "html",
    "http",
    "page",
    "token",
]

CLIENT_ID = "the-client"
CLIENT_SECRET = "s3cr3t-of-the-client"
TOKEN = "t0ken-of-the-client"
STATIC_TOKEN = "t0ken-that-never-changes"
PHONE = "+12025550143"
NAME = "Grace Bunbury"
FILTER = "+12025550199"
COOKIE = "s3ssion-of-the-client"
HIDDEN = (
    CLIENT_SECRET,
    base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode(),
    TOKEN,
    STATIC_TOKEN,
    COOKIE,
    "2025550143",
    "2025550199",
    "Grace",
    "Bunbury",
)
"""What no log, text or traceback may hold; of phone numbers the part that no spelling changes."""

HERE, ELSEWHERE = "http://127.0.0.1:00001", "http://127.0.0.1:00002"
"""Stand in replies for the API's server, and for one that no request may reach."""

_CALLBACKS = 5
_PER_PAGE = 2


def http(start: str, body: bytes = b"", *fields: str, length: int | str | None = -1) -> bytes:
    """Return a reply.

    Args:
        start: What the first line says after ``HTTP/1.1``, or all of it if it names a version.
        body: The body as it goes over the wire.
        fields: Header lines.
        length: What ``Content-Length`` says; -1 for the truth, None for no such line.
    """
    first = start if "HTTP/" in start else f"HTTP/1.1 {start}"
    lines = [first, *fields]
    if length is not None:
        lines.append(f"Content-Length: {len(body) if length == -1 else length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


def head(*fields: str, start: str = "200 OK") -> bytes:
    """Return status line and header of a reply, without any length."""
    return http(start, b"", "Content-Type: application/json", *fields, length=None)


def answer(start: str, body: bytes = b"", *fields: str) -> Reply:
    """Return a reply to be sent in one piece."""
    return (Send(http(start, body, *fields)),)


def error(start: str, *fields: str) -> Reply:
    """Return an error as the API sends it, which repeats what it was asked about."""
    content = {
        "code": "1010101",
        "message": f"{NAME} cannot be called",
        "description": f"{PHONE} is none of {NAME}'s numbers",
        "fields": [{"name": "phone_number", "description": f"{PHONE} is wrong"}],
    }
    body = json.dumps(content).encode()
    return answer(start, body, "Content-Type: application/json", "platform-tid: tid-1", *fields)


def html(start: str, *fields: str) -> Reply:
    """Return a page as a gateway sends it."""
    body = f"<html><title>Sorry</title><p>{NAME} {PHONE}</p></html>".encode()
    return answer(start, body, "Content-Type: text/html", *fields)


def chunked(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    """Return pieces as chunks (RFC 9112 section 7.1)."""
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + end


def gzipped(body: bytes) -> bytes:
    """Return a body as ``Content-Encoding: gzip`` has it."""
    return gzip.compress(body, mtime=0)


def deflated(body: bytes, *, raw: bool = False) -> bytes:
    """Return a body as ``Content-Encoding: deflate`` has it, or as some servers misread that."""
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS if raw else zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def callback(number: int | str = 1) -> dict[str, object]:
    """Return a callback, as JSON-able data."""
    return {
        "callback_id": f"cb-{number}",
        "phone_number": PHONE,
        "record_first_name": NAME,
        "record_extra_data": {"also": NAME},
        "status": "UNATTEMPTED",
    }


def page(number: int = 1, *, following: str = "") -> bytes:
    """Return a page of the listing of five callbacks, two on a page.

    Args:
        number: Of the page, from 1.
        following: The link to the next page.
    """
    first = (number - 1) * _PER_PAGE + 1
    numbers = range(first, min(first + _PER_PAGE, _CALLBACKS + 1))
    links = {"self": {"href": "/schedule-callbacks"}}
    if following:
        links["next"] = {"href": following}
    content = {
        "total": _CALLBACKS,
        "page": number,
        "per_page": _PER_PAGE,
        "total_pages": -(-_CALLBACKS // _PER_PAGE),
        "count": len(numbers),
        "_links": links,
        "_embedded": {"callbacks": [callback(each) for each in numbers]},
    }
    return json.dumps(content).encode()


def token(**members: object) -> bytes:
    """Return the body of a token reply; members given as None are null."""
    content = {"access_token": TOKEN, "token_type": "Bearer", "expires_in": 600, **members}
    return json.dumps(content).encode()
