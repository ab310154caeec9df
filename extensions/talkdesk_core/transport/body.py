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
# What cannot be made shorter becomes longer by packing: by 5 bytes for each block that is stored
# (RFC 1951 section 3.2.4), and by a head and a sum for each stream.
_MOST_GAIN = 256
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
            raise self._too_large()
        return piece

    def _too_large(self) -> ResponseTooLargeError:
        url = self._request.url
        return ResponseTooLargeError(
            self._limit, method=self._request.method, url=str(url), shown=http.shown_url(url)
        )


class PackedBody(Body):
    """A body that came as gzip or zlib (RFC 1950 and 1952), in one stream or several.

    Zeros after a stream are padding, as for gzip itself. The packed bytes are counted too: streams
    of nothing, or zeros, could go on without end.
    """

    def __init__(self, request: http.Request, limit: int) -> None:
        super().__init__(request, limit)
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._has_begun = False
        self._packed = 0

    def unpack(self, part: bytes) -> Iterator[bytes]:
        """Yield what is in the next part, in pieces of 64 KiB at most.

        Raises:
            ResponseTooLargeError: The body is longer than allowed.
            DecodingError: The part is damaged.
        """
        self._packed += len(part)
        if self._packed > self._limit + self._limit // _MOST_GAIN + _PIECE:
            raise self._too_large()
        rest, is_full = part, False
        # A piece of full length may leave more inside of zlib, even when all input was taken.
        while rest or is_full:
            if self._stream.eof:  # gzip streams may follow each other (RFC 1952 section 2.2)
                rest = rest.lstrip(b"\0")
                if not rest:
                    return
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


class StrangeBody(Body):
    """A body that came packed in a way that nobody asked for, if it came at all.

    Replies without a body may state a packing all the same. Several packings on top of each other
    would multiply what a small body can become.
    """

    def unpack(self, part: bytes) -> Iterator[bytes]:
        """Yield nothing.

        Raises:
            DecodingError: The part has bytes.
        """
        if part:
            msg = "the body is packed in a way not asked for"
            raise http.DecodingError(msg, request=self._request)
        yield part


def body_of(headers: http.Headers, request: http.Request, limit: int) -> Body:
    """Return the fitting reader of a reply's body, and take its packing out of the headers."""
    encoding = headers.get("Content-Encoding", "").strip().lower()
    if encoding in _PLAIN:
        return Body(request, limit)
    del headers["Content-Encoding"]
    headers.pop("Content-Length", None)
    return (PackedBody if encoding in _PACKED else StrangeBody)(request, limit)
