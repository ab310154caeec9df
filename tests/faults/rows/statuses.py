"""Statuses other than 2xx."""

from __future__ import annotations

from collections.abc import Iterator

from talkdesk_core.errors import (
    APIError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    PermissionDeniedError,
    ServerError,
    UnprocessableEntityError,
)
from tests.faults.fault import Fault, Raises
from tests.faults.rows.shapes import final, recovers, stays
from tests.faults.steps import Send
from tests.faults.wire_text import ELSEWHERE, FILTER, HERE, NAME, answer, error, head, html

__all__ = ["FAULTS", "TITLE"]

TITLE = "Statuses"

_FINAL: dict[int, type[APIError]] = {
    400: BadRequestError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    418: APIError,
    499: APIError,
}
_TOLD = {"code": "1010101", "request_id": "tid-1", "attempts": 1}
_UNTOLD = {"code": None, "message": None, "request_id": None, "attempts": 1}


def _final() -> Iterator[Fault]:
    for status, kind in _FINAL.items():
        yield final(
            f"{status}", error(f"{status} No"), Raises(kind, {"status_code": status, **_TOLD})
        )
    for status, kind in _FINAL.items():
        attributes = {"status_code": status, **_UNTOLD}
        yield final(f"{status} with HTML", html(f"{status} No"), Raises(kind, attributes))
        yield final(f"{status} with nothing", answer(f"{status} No"), Raises(kind, attributes))


def _failing() -> Iterator[Fault]:
    for status in (408, 425):
        gets = Raises(APIError, {"status_code": status, "attempts": 4})
        yield stays(f"{status}", error(f"{status} Later"), gets)
    for status in (500, 501, 502, 503, 504, 520, 599):
        gets = Raises(ServerError, {"status_code": status, "request_id": "tid-1", "attempts": 4})
        yield stays(f"{status}", error(f"{status} Oops"), gets)


def _redirecting() -> Iterator[Fault]:
    for status in (301, 302, 303, 307, 308):
        gets = Raises(APIError, {"status_code": status, "attempts": 1})
        there = f"Location: {ELSEWHERE}/schedule-callbacks?phone={FILTER}"
        yield final(f"{status} to another host", answer(f"{status} There", b"", there), gets)
    here = f"Location: {HERE}/schedule-callbacks/?phone={FILTER}"
    for status in (301, 308):
        gets = Raises(APIError, {"status_code": status, "attempts": 1})
        yield final(f"{status} to the same host", answer(f"{status} There", b"", here), gets)
    gets = Raises(APIError, {"status_code": 302, "attempts": 1})
    yield final("302 to nowhere", answer("302 There"), gets)
    for words, place in (
        ("an address that is none", f"http://[{NAME}/"),
        ("a port that is none", "http://127.0.0.1:99999999/"),
        ("a file", "file:///etc/passwd"),
    ):
        yield final(f"302 to {words}", answer("302 There", b"", f"Location: {place}"), gets)


FAULTS = (
    *_final(),
    final(
        "404 with a code that is a phone number",
        answer("404 No", b'{"code": 12025550143}'),
        Raises(NotFoundError, {"code": "12025550143"}),
    ),
    final(
        "404 with a request id that is a name",
        answer("404 No", b"", f"platform-tid: {NAME}"),
        Raises(NotFoundError, {"request_id": NAME}),
    ),
    *_failing(),
    stays(
        "502 with HTML",
        html("502 Bad Gateway"),
        Raises(ServerError, {"status_code": 502, "code": None}),
    ),
    stays(
        "503 with nothing",
        answer("503 Service Unavailable"),
        Raises(ServerError, {"status_code": 503, "body": b""}),
    ),
    recovers("500, once", error("500 Oops")),
    recovers("502, 408 and 425, then all is well", html("502 a"), error("408 b"), error("425 c")),
    *_redirecting(),
    final(
        "304, which nobody asked for",
        (Send(head(start="304 Not Modified")),),
        Raises(APIError, {"status_code": 304}),
    ),
)
