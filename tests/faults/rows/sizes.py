"""Replies that do not end, or only after a very long time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from talkdesk_core.errors import APITimeoutError, ResponseTooLargeError
from tests.faults.fault import LARGEST, Fault, Raises
from tests.faults.rows.shapes import PAGE, final, stays
from tests.faults.steps import CLOSE, Flood, Pass, Reply, Send, Step, always
from tests.faults.wire_text import gzipped, head, http, page

__all__ = ["FAULTS", "TITLE"]

TITLE = "Sizes and slowness"

_CHUNK = b"10000\r\n" + b" " * 65536 + b"\r\n"
_START = b"HTTP/1.1 200 OK\r\n"
_END = b"Content-Length: %d\r\n\r\n%b" % (len(page()), page())
_LATE = Raises(APITimeoutError, {"may_have_arrived": True, "attempts": 1})
_TOO_LARGE = Raises(ResponseTooLargeError, {"limit": LARGEST, "method": "GET"})
_HINT = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n"
# Each piece takes 10 s: the twelfth ends the budget of 120 s. What takes part in the end notices
# it a few pieces later at most.
_BUDGET = (120.0, 150.0)


def _slow(first: bytes, pieces: Iterable[bytes]) -> Reply:
    """Send pieces, the first of them at once with what comes before, the others after 10 s each."""
    begun, *later = pieces
    steps: list[Step] = [Send(first + begun)]
    for piece in later:
        steps += [Pass(10), Send(piece)]
    return (*steps, CLOSE)


def _pieces(data: bytes, count: int) -> Iterator[bytes]:
    size = -(-len(data) // count)
    return (data[start : start + size] for start in range(0, len(data), size))


def _late(name: str, reply: Reply, *, call: str = "page", note: str = "") -> Fault:
    return Fault(name=name, api=always(reply), gets=_LATE, call=call, seconds=_BUDGET, note=note)


def _packed_zeros() -> bytes:
    return gzipped(bytes(32 << 20))


FAULTS = (
    Fault(
        name="a body that comes slowly, within the budget",
        api=always(_slow(head(f"Content-Length: {len(page())}"), _pieces(page(), 12))),
        gets=PAGE,
        seconds=110,
        note="12 pieces, 10 s between them",
    ),
    _late(
        "a body that comes slowly",
        _slow(head(f"Content-Length: {len(page())}"), _pieces(page(), 16)),
        note="16 pieces, 10 s between them",
    ),
    _late(
        "a body that comes slowly and without end",
        (Send(head()), Flood(b" ", 5000, 10), CLOSE),
    ),
    _late(
        "an error that comes slowly",
        _slow(head("Content-Length: 160", start="503 Later"), _pieces(b" " * 160, 16)),
    ),
    _late(
        "a header that comes slowly",
        _slow(_START, (*[b"X-Slow: 1\r\n"] * 15, _END)),
    ),
    _late(
        "a header that comes slowly and without end",
        (Send(_START), Flood(b"X: 1\r\n", 2000, 10), CLOSE),
    ),
    _late("hints that come slowly and without end", (Flood(_HINT, 2000, 10), CLOSE)),
    final(
        "a body without end",
        (Send(head()), Flood(b" " * 65536, 500), CLOSE),
        _TOO_LARGE,
        note="`max_response_bytes` is 1 MiB in these tests",
    ),
    final(
        "chunks without end",
        (Send(head("Transfer-Encoding: chunked")), Flood(_CHUNK, 500), CLOSE),
        _TOO_LARGE,
    ),
    final(
        "an error without end",
        (Send(head(start="500 Oops")), Flood(b" " * 65536, 500), CLOSE),
        _TOO_LARGE,
    ),
    final(
        "a length of ten gigabytes",
        (Send(head("Content-Length: 10000000000")), Flood(b" " * 65536, 500), CLOSE),
        _TOO_LARGE,
    ),
    final(
        "32 MiB of zeros packed into 32 KiB",
        (Send(http("200 OK", _packed_zeros(), "Content-Encoding: gzip")),),
        _TOO_LARGE,
        note="no more than 1 MiB of it is unpacked",
    ),
    final(
        "the same as an error",
        (Send(http("500 Oops", _packed_zeros(), "Content-Encoding: gzip")),),
        _TOO_LARGE,
    ),
    stays("a header without end", (Send(_START), Flood(b"X: " + b"x" * 1000 + b"\r\n", 5000))),
    stays(
        "a header line of 200 KiB",
        (Send(http("200 OK", page(), "X-Huge: " + "x" * 200 * 1024)), CLOSE),
    ),
    stays(
        "20,000 header lines",
        (Send(http("200 OK", page(), *(f"X-{each}: 1" for each in range(20_000)))), CLOSE),
    ),
    final(
        "500 header lines",
        (Send(http("200 OK", page(), *(f"X-{each}: 1" for each in range(500)))),),
        PAGE,
    ),
)
