"""A span of OpenTelemetry for each request of the client, without queries, ids and tokens.

Talkdesk's queries hold phone numbers, and its paths ids; the instrumentation of httpx by itself
sends both to wherever spans go. The client's hooks know each path with its parameters by name.

Run it with TALKDESK_… in the environment; it needs opentelemetry-sdk and
opentelemetry-instrumentation-httpx.
"""

from __future__ import annotations

from contextvars import ContextVar

import httpx
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor, RequestInfo
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor
from opentelemetry.trace import Span

from talkdesk_client import Attempt, Hooks, Talkdesk

# What is on its way in this thread or task; requests for tokens are not told to hooks.
_attempt: ContextVar[Attempt | None] = ContextVar("attempt", default=None)
HOOKS = Hooks(before_attempt=_attempt.set, after_attempt=lambda _: _attempt.set(None))


def describe(span: Span, request: RequestInfo) -> None:
    """Take the query out of the span of any request, and the ids out of those of the client."""
    url = httpx.URL(str(request.url))
    path, attempt = url.path, _attempt.get()
    if attempt is not None:
        path = attempt.template
        span.update_name(f"{attempt.method} {path}")
        span.set_attribute("url.template", path)
        span.set_attribute("http.request.resend_count", attempt.number - 1)
    # Which of the two the instrumentation has written is up to OTEL_SEMCONV_STABILITY_OPT_IN.
    for name in ("http.url", "url.full"):
        span.set_attribute(name, f"{url.scheme}://{url.netloc.decode()}{path}")


async def describe_async(span: Span, request: RequestInfo) -> None:
    """Do the same for `AsyncTalkdesk`."""
    describe(span, request)


def instrument(provider: TracerProvider) -> None:
    """Make a span of every request that httpx sends from now on."""
    HTTPXClientInstrumentor().instrument(
        tracer_provider=provider, request_hook=describe, async_request_hook=describe_async
    )


def main() -> None:
    """Count the callbacks, and print the spans of it."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter()))
    instrument(provider)
    with Talkdesk.from_env(hooks=HOOKS) as client:
        print(client.callbacks.list().total())


if __name__ == "__main__":
    main()
