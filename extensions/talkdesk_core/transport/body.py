"""The body of a reply as it comes: unpacked, counted, and cut off where it is too long.

httpx unpacks whatever arrives in one go: a chunk of 64 KiB may become 64 MiB (gzip shrinks zeros by
a factor of 1,032), and with the encodings of other libraries far more. Here nothing is unpacked
beyond what is allowed.
"""

import zlib
from collections.abc import Iterator

from talkdesk_core import http
from talkdesk_core.errors import ResponseTooLargeError

__all__ = ["ACCEPTED_ENCODING", "Body", "body_of"]

ACCEPTED_ENCODING = "gzip"
"""What requests ask for in ``Accept-Encoding``."""

_PIECE = 1 << 16
# zlib finds out by itself which of the two it is.
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_PLAIN = frozenset({"", "identity"})


class Body:
    """A body that came as it is.

    Args:
        request: What it answers, for errors.
        limit: Most bytes, unpacked.
    """

    def __init__(self, request: http.Request, limit: int) -> None:
        self._request = request
        self._limit = limit
        self._count = 0

    def unpack(self, part: bytes) -> Iterator[bytes]:
        """Yield what is in the next part.

        Raises:
            ResponseTooLargeError: The body is longer than allowed.
            DecodingError: The part is damaged.
        """
        yield self._counted(part)

    def end(self) -> None:
        """Note that no part follows.

        Raises:
            DecodingError: The body is not complete.
        """

    def _counted(self, piece: bytes) -> bytes:
        self._count += len(piece)
        if self._count > self._limit:
            raise ResponseTooLargeError(
                self._limit, method=self._request.method, url=str(self._request.url)
            )
        return piece


class PackedBody(Body):
    """A body that came as gzip or zlib (RFC 1950 and 1952), in one stream or several."""

    def __init__(self, request: http.Request, limit: int) -> None:
        super().__init__(request, limit)
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._has_begun = False

    def unpack(self, part: bytes) -> Iterator[bytes]:
        """Yield what is in the next part, in pieces of 64 KiB at most.

        Raises:
            ResponseTooLargeError: The body is longer than allowed.
            DecodingError: The part is damaged.
        """
        rest, is_full = part, False
        # A piece of full length may leave more inside of zlib, even when all input was taken.
        while rest or is_full:
            if self._stream.eof:  # gzip streams may follow each other (RFC 1952 section 2.2)
                self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
            self._has_begun = True
            try:
                piece = self._stream.decompress(rest, _PIECE)
            except zlib.error:
                raise self._damaged("the packed body is damaged") from None
            rest = self._stream.unconsumed_tail or self._stream.unused_data
            is_full = len(piece) == _PIECE and not self._stream.eof
            yield self._counted(piece)

    def end(self) -> None:
        """Note that no part follows.

        Raises:
            DecodingError: The stream was cut off.
        """
        if self._has_begun and not self._stream.eof:
            raise self._damaged("the packed body was cut off")

    def _damaged(self, problem: str) -> http.DecodingError:
        return http.DecodingError(problem, request=self._request)


def body_of(headers: http.Headers, request: http.Request, limit: int) -> Body:
    """Return the fitting reader of a reply's body, and take its packing out of the headers.

    Raises:
        DecodingError: It is packed in a way that nobody asked for.
    """
    encoding = headers.get("Content-Encoding", "").strip().lower()
    if encoding in _PLAIN:
        return Body(request, limit)
    if encoding not in _PACKED:
        # Several encodings on top of each other multiply what a small body can become.
        raise http.DecodingError("the body is packed in a way not asked for", request=request)
    del headers["Content-Encoding"]
    headers.pop("Content-Length", None)
    return PackedBody(request, limit)
