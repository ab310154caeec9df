"""Bodies that are packed, or say so."""

from __future__ import annotations

from talkdesk_core.errors import ResponseDecodeError, ServerError
from tests.faults.fault import Raises
from tests.faults.rows.shapes import PAGE, final, stays
from tests.faults.steps import Reply, Send
from tests.faults.wire_text import deflated, gzipped, http, page

__all__ = ["FAULTS", "TITLE"]

TITLE = "Packed bodies"

_BODY = page()
_GZIP = gzipped(_BODY)


def _packed(body: bytes, encoding: str, *, start: str = "200 OK") -> Reply:
    return (Send(http(start, body, f"Content-Encoding: {encoding}")),)


FAULTS = (
    final("gzip", _packed(_GZIP, "gzip"), PAGE),
    final("gzip in capitals", _packed(_GZIP, "GZIP"), PAGE),
    final("gzip in two parts", _packed(gzipped(_BODY[:99]) + gzipped(_BODY[99:]), "gzip"), PAGE),
    final("deflate", _packed(deflated(_BODY), "deflate"), PAGE),
    final("identity", _packed(_BODY, "identity"), PAGE),
    stays("gzip that is damaged", _packed(_GZIP[:20] + b"\xff" * 20 + _GZIP[40:], "gzip")),
    stays("gzip with a wrong sum at its end", _packed(_GZIP[:-8] + b"\0" * 8, "gzip")),
    stays("gzip that is cut off", _packed(_GZIP[:-20], "gzip")),
    stays("gzip that is none", _packed(_BODY, "gzip")),
    stays(
        "gzip inside of gzip",
        _packed(gzipped(_GZIP), "gzip, gzip"),
        note="not asked for: it could multiply without bounds",
    ),
    stays("br, which was not asked for", _packed(b"\x8b\x02\x80null\x03", "br")),
    stays("a packing that nobody knows", _packed(_BODY, "sausage")),
    final(
        "gzip of nothing",
        _packed(gzipped(b""), "gzip"),
        Raises(ResponseDecodeError, {"got": "an empty body"}),
    ),
    final(
        "nothing, said to be gzip",
        _packed(b"", "gzip"),
        Raises(ResponseDecodeError, {"got": "an empty body"}),
    ),
    stays(
        "503, packed",
        _packed(gzipped(b'{"code": "1"}'), "gzip", start="503 Busy"),
        Raises(ServerError, {"status_code": 503, "code": "1"}),
    ),
)
