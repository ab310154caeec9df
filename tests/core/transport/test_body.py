"""Bodies of replies: unpacked as they come, whole or not at all, and never more than allowed."""

import gzip
import hashlib
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkdesk_core import errors, http
from talkdesk_core.client import SyncAPIClient
from talkdesk_core.transport.body import body_of
from tests.core.transport.driving import Connect, Parts, Wired
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire

LIMIT = 4096
REQUEST = http.Request("GET", f"{API}/x?phone=hush")


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """Cut bytes at some places."""
    edges = sorted({place % (len(data) + 1) for place in places})
    return [data[a:b] for a, b in zip([0, *edges], [*edges, len(data)], strict=True)]


def read(parts: list[bytes], encoding: str = "", limit: int = LIMIT) -> bytes:
    """Read a body as the transport does."""
    body = body_of(http.Headers({"Content-Encoding": encoding}), REQUEST, limit)
    read = b"".join(piece for part in parts for piece in body.unpack(part))
    body.end()
    return read


def packed_in(data: bytes, members: int) -> bytes:
    """Pack bytes as several gzip streams, one after the other (RFC 1952 section 2.2)."""
    step = max(1, len(data) // members)
    pieces = [data[start : start + step] for start in range(0, len(data), step)] or [b""]
    return b"".join(gzip.compress(piece) for piece in pieces)


def repeated(byte: bytes, count: int) -> bytes:
    """Return bytes that pack well."""
    return byte * count


texts = st.binary(max_size=LIMIT) | st.builds(
    repeated, st.binary(min_size=1, max_size=1), st.integers(0, LIMIT)
)


@given(texts, st.lists(st.integers(0, 5000), max_size=20), st.integers(0, 4), st.booleans())
def test_any_bytes_come_out_as_they_went_in(
    data: bytes, places: list[int], members: int, is_zlib: bool
) -> None:
    """Packed or not, in one stream or several, in any pieces."""
    sent = zlib.compress(data) if is_zlib else packed_in(data, members) if members else data
    encoding = "deflate" if is_zlib else "gzip" if members else ""
    assert read(cut(sent, places), encoding) == data


@given(texts.filter(bool), st.lists(st.integers(0, 5000), max_size=8), st.integers(1, 5000))
def test_a_packed_body_that_was_cut_off_is_no_body(
    data: bytes, places: list[int], missing: int
) -> None:
    """Half a listing must not pass for a whole one."""
    sent = gzip.compress(data)
    missing = min(missing, len(sent) - 1)
    with pytest.raises(http.DecodingError):
        read(cut(sent[:-missing], places), "gzip")


@given(st.integers(0, 3 * LIMIT), st.booleans(), st.lists(st.integers(0, 9000), max_size=8))
def test_the_limit_is_exact(size: int, is_packed: bool, places: list[int]) -> None:
    """So many bytes pass, and one more does not."""
    data = b"a" * size
    sent, encoding = (gzip.compress(data), "gzip") if is_packed else (data, "")
    if size <= LIMIT:
        assert read(cut(sent, places), encoding) == data
        return
    with pytest.raises(errors.ResponseTooLargeError) as caught:
        read(cut(sent, places), encoding)
    assert caught.value.limit == LIMIT
    assert (caught.value.method, caught.value.url) == ("GET", f"{API}/x")
    assert "4,096 bytes" in str(caught.value)
    assert "hush" not in str(caught.value)


def test_pieces_of_just_the_length_that_is_unpacked_at_a_time_are_whole() -> None:
    """What zlib still holds when its input is used up belongs to the body."""
    for size in (65_535, 65_536, 65_537, 131_072, 1_000_000):
        assert len(read([gzip.compress(b"z" * size)], "gzip", 1 << 20)) == size


def reply(parts: list[bytes], **headers: str) -> http.Response:
    """Return a reply in parts."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return http.Response(200, headers=named, stream=Parts(iter(parts)))


@pytest.mark.parametrize("states_length", [True, False])
@pytest.mark.parametrize("excess", [0, 1])
def test_a_client_reads_up_to_its_limit(connect: Connect, states_length: bool, excess: int) -> None:
    """Whether the server says how long the reply is or not; and the connection is let go."""
    data = b"x" * (1000 + excess)
    body = Parts(iter(cut(data, [100, 900])))
    headers = {"Content-Length": str(len(data))} if states_length else {}
    wire = Wire(api=lambda _: http.Response(200, headers=headers, stream=body))
    client = connect(Wired(wire), max_response_bytes=1000)
    if excess:
        with pytest.raises(errors.ResponseTooLargeError):
            client.request("GET", "/x")
        assert len(wire.api_requests) == 1
    else:
        assert client.request("GET", "/x").content == data
    assert body.closed >= 1


@pytest.mark.parametrize(
    ("parts", "content"),
    [
        ([gzip.compress(b'{"a": 1}')], {"a": 1}),
        ([gzip.compress(b'{"a"'), gzip.compress(b": 1}")], {"a": 1}),
        ([gzip.compress(b'{"a"') + gzip.compress(b": 1}")], {"a": 1}),
    ],
)
@pytest.mark.parametrize("encoding", ["gzip", "GZip", "x-gzip"])
def test_a_packed_reply_is_unpacked(
    connect: Connect, parts: list[bytes], content: object, encoding: str
) -> None:
    """Its headers say no more that it is packed, and how long it was then."""
    length = str(sum(map(len, parts)))
    wire = Wire(api=lambda _: reply(parts, Content_Encoding=encoding, Content_Length=length))
    got = connect(Wired(wire)).request("GET", "/x")
    assert got.json() == content
    assert "Content-Encoding" not in got.headers
    assert "Content-Length" not in got.headers
    assert wire.api_requests[0].headers["Accept-Encoding"] == "gzip"


@pytest.mark.parametrize(
    ("encoding", "sent"),
    [
        ("gzip", gzip.compress(b"x" * 100)[:-3]),
        ("gzip", b"no gzip"),
        ("gzip", gzip.compress(b"x") + b"and more"),
        ("gzip", gzip.compress(bytes(range(256)))[:-8] + b"\0\0\0\0\0\0\0\0"),
        ("deflate", b"\xff\xff"),
        ("br", b"x"),
        ("zstd", b"x"),
        ("gzip, gzip", gzip.compress(gzip.compress(b"x"))),
        ("hush", b"x"),
    ],
    # What is packed holds the time, and names of tests have to be the same in every process.
    ids=["cut", "no gzip", "followed", "wrong sum", "no zlib", "br", "zstd", "twice", "unknown"],
)
def test_a_body_that_cannot_be_read_is_a_failure_of_its_way(
    connect: Connect, encoding: str, sent: bytes
) -> None:
    """Damaged, cut off, or packed as nobody asked for: sent again, and a typed error in the end."""
    wire = Wire(api=lambda _: reply([sent], Content_Encoding=encoding))
    with pytest.raises(errors.APIConnectionError, match="DecodingError") as caught:
        connect(Wired(wire), retries=1).request("GET", "/x")
    assert len(wire.api_requests) == caught.value.attempts == 2
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd", "gzip, gzip", "unknown"])
@pytest.mark.parametrize("parts", [[], [b""]])
def test_an_empty_packed_body_is_empty(connect: Connect, encoding: str, parts: list[bytes]) -> None:
    """A reply without a body may state any packing: there is nothing to unpack."""
    wire = Wire(api=lambda _: reply(parts, Content_Encoding=encoding))
    for method in ("DELETE", "HEAD"):
        got = connect(Wired(wire)).request(method, "/x")
        assert got.content == b""
        assert "Content-Encoding" not in got.headers


@given(texts, st.integers(0, 600), st.integers(1, 3), st.lists(st.integers(0, 9000), max_size=8))
def test_zeros_after_a_stream_are_padding(
    data: bytes, zeros: int, members: int, places: list[int]
) -> None:
    """As gzip itself takes them; a stream that follows the zeros is one more of the body."""
    sent = packed_in(data, members) + bytes(zeros)
    assert read(cut(sent, places), "gzip") == data
    assert read(cut(sent + gzip.compress(b"z"), places), "gzip", LIMIT + 1) == data + b"z"


@pytest.mark.parametrize("packed", [gzip.compress(b"", 9, mtime=0), bytes(64), b"\0"])
def test_packed_bytes_that_become_nothing_have_an_end(packed: bytes) -> None:
    """Endless empty streams, or zeros, never come to the limit as unpacked bytes."""
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        yield gzip.compress(b"begun")
        while True:
            part = packed * (65_536 // len(packed))
            taken += len(part)
            assert taken < 2 << 20
            yield part

    body = body_of(http.Headers({"Content-Encoding": "gzip"}), REQUEST, 1 << 20)
    pieces = (piece for part in endless() for piece in body.unpack(part))
    with pytest.raises(errors.ResponseTooLargeError) as caught:
        sum(map(len, pieces))
    assert caught.value.limit == 1 << 20


def test_what_does_not_get_shorter_by_packing_passes_up_to_the_limit() -> None:
    """Random bytes become a little longer when they are packed, in one stream or in many."""
    data = b"".join(hashlib.sha256(bytes([a, b])).digest() for a in range(128) for b in range(256))
    for members in (1, 1000):
        sent = packed_in(data, members)
        assert len(sent) > len(data)
        assert read([sent], "gzip", len(data)) == data


def test_a_bomb_costs_no_more_than_the_limit() -> None:
    """Half a gigabyte of zeros in half a megabyte is not unpacked beyond what is allowed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    megabyte = bytes(1 << 20)
    bomb = b"".join([*(packer.compress(megabyte) for _ in range(64)), packer.flush()])
    assert len(bomb) < 100_000

    def chunks() -> Iterator[bytes]:
        for _ in range(8):
            yield bomb

    headers = {"Content-Encoding": "gzip"}
    wire = Wire(api=lambda _: http.Response(200, headers=headers, stream=Parts(chunks())))
    with SyncAPIClient(
        base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=Wired(wire), clock=Clock(),
        max_response_bytes=1 << 20,
    ) as client:  # fmt: skip
        tracemalloc.start()
        try:
            with pytest.raises(errors.ResponseTooLargeError):
                client.request("GET", "/x")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < 5 << 20


@pytest.mark.parametrize("size", [0, -1, True, 1.5, "5", None])
def test_a_limit_that_is_no_size_is_refused(connect: Connect, size: object) -> None:
    """Only whole numbers above 0."""
    options: dict[str, object] = {"max_response_bytes": size}
    with pytest.raises(errors.ConfigurationError) as caught:
        connect(Wire(), **options)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert caught.value.arguments == ("max_response_bytes",)
