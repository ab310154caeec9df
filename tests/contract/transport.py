"""Transports of httpx that have everything judged that goes through them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator

import httpx

from tests.contract.judge import Judge, effective_judge

QUIRKS_HEADER = "X-Sandbox-Quirks"
# What is no part of Talkdesk's document: the token endpoint, and the routes that steer a sandbox.
_ELSEWHERE = ("/oauth/", "/_sandbox/")

Verdict = Callable[[bytes], None]


class _Court:
    """What both transports do.

    Args:
        judge: Who judges.
        requests: Whether requests are judged: one that the document refuses may be sent where it
            is refused, with any status from 400 to 499, and nowhere else.
        replies: Whether replies are judged.
    """

    def __init__(self, judge: Judge, *, requests: bool, replies: bool) -> None:
        self._judge = judge
        self._requests = requests
        self._replies = replies

    def verdict(self, request: httpx.Request, response: httpx.Response) -> Verdict:
        """Judge a request, and return what judges the reply when its body is there.

        Raises:
            AssertionError: The sandbox took a request that the document refuses.
        """
        # HTTP gives every GET a HEAD, which the document does not tell of.
        if request.method == "HEAD" or request.url.path.startswith(_ELSEWHERE):
            return _accept
        status = response.status_code
        if self._requests and not 400 <= status <= 499:
            _assert_none(f"request {request.method}", self._judge.request_faults(request))
        # A test that asks for a quirk wants a reply that the document does not know.
        if not self._replies or request.headers.get(QUIRKS_HEADER):
            return _accept

        def judge(body: bytes) -> None:
            faults = self._judge.reply_faults(request, status, response.headers, body)
            _assert_none(f"reply {status} to {request.method}", faults)

        return judge


class JudgedTransport(httpx.BaseTransport):
    """Sends requests over the network, and judges them and what comes back.

    The reply is judged when its body has been read to its end; one that breaks off is not judged.

    Args:
        judge: Who judges, by default by the effective document.
        inner: What sends, by default over the network.
        requests: Whether requests are judged.
        replies: Whether replies are judged.
    """

    def __init__(
        self,
        judge: Judge | None = None,
        *,
        inner: httpx.BaseTransport | None = None,
        requests: bool = True,
        replies: bool = True,
    ) -> None:
        self._court = _Court(judge or effective_judge(), requests=requests, replies=replies)
        self._inner = inner or httpx.HTTPTransport(trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, and judge it."""
        response = self._inner.handle_request(request)
        assert isinstance(response.stream, httpx.SyncByteStream)
        stream = _Stream(response.stream, self._court.verdict(request, response))
        return _with_stream(response, stream)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()


class AsyncJudgedTransport(httpx.AsyncBaseTransport):
    """As `JudgedTransport`, for async clients."""

    def __init__(
        self,
        judge: Judge | None = None,
        *,
        inner: httpx.AsyncBaseTransport | None = None,
        requests: bool = True,
        replies: bool = True,
    ) -> None:
        self._court = _Court(judge or effective_judge(), requests=requests, replies=replies)
        self._inner = inner or httpx.AsyncHTTPTransport(trust_env=False)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send a request, and judge it."""
        response = await self._inner.handle_async_request(request)
        assert isinstance(response.stream, httpx.AsyncByteStream)
        stream = _AsyncStream(response.stream, self._court.verdict(request, response))
        return _with_stream(response, stream)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()


class _Stream(httpx.SyncByteStream):
    """A body that is judged at its end."""

    def __init__(self, inner: httpx.SyncByteStream, verdict: Verdict) -> None:
        self._inner = inner
        self._verdict = verdict

    def __iter__(self) -> Iterator[bytes]:
        body = bytearray()
        for chunk in self._inner:
            body += chunk
            yield chunk
        self._verdict(bytes(body))

    def close(self) -> None:
        self._inner.close()


class _AsyncStream(httpx.AsyncByteStream):
    """A body that is judged at its end."""

    def __init__(self, inner: httpx.AsyncByteStream, verdict: Verdict) -> None:
        self._inner = inner
        self._verdict = verdict

    async def __aiter__(self) -> AsyncIterator[bytes]:
        body = bytearray()
        async for chunk in self._inner:
            body += chunk
            yield chunk
        self._verdict(bytes(body))

    async def aclose(self) -> None:
        await self._inner.aclose()


def _with_stream(
    response: httpx.Response, stream: httpx.SyncByteStream | httpx.AsyncByteStream
) -> httpx.Response:
    """Return a reply whose body has yet to be read, whether or not this one's was read."""
    return httpx.Response(
        response.status_code,
        headers=response.headers,
        stream=stream,
        extensions=response.extensions,
    )


def _accept(_body: bytes) -> None:
    """Find nothing wrong."""


def _assert_none(what: str, faults: list[str]) -> None:
    assert not faults, f"{what} is not as documented: {'; '.join(faults)}"
