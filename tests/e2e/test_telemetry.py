"""The example of OpenTelemetry: what its spans say, and what they keep to themselves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from anyio.from_thread import BlockingPortal
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode

from examples.telemetry import HOOKS, instrument
from talkdesk_client import AsyncTalkdesk, Talkdesk
from talkdesk_client.errors import NotFoundError
from talkdesk_sandbox import Sandbox
from tests.core.wire import Clock

ROOT = Path(__file__).resolve().parents[2]
PHONE = "+12025550143"
UNKNOWN = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def spans() -> Iterator[InMemorySpanExporter]:
    """Instrument httpx for one test, and return where its spans end up."""
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    instrument(provider)
    yield exporter
    HTTPXClientInstrumentor().uninstrument()
    provider.shutdown()


Use = Callable[[Sandbox], None]


@pytest.fixture(params=["sync", "async"])
def use(request: pytest.FixtureRequest, portal: BlockingPortal) -> Use:
    """Return what lists the callbacks of a number and asks for one that is not there."""

    def use_sync(sandbox: Sandbox) -> None:
        with Talkdesk(hooks=HOOKS, clock=Clock(), **sandbox.options()) as client:
            list(client.callbacks.list(phone_number=PHONE))
            with pytest.raises(NotFoundError):
                client.callbacks.get(UNKNOWN)

    async def use_async(sandbox: Sandbox) -> None:
        async with AsyncTalkdesk(hooks=HOOKS, clock=Clock(), **sandbox.options()) as client:
            _ = [each async for each in client.callbacks.list(phone_number=PHONE)]
            with pytest.raises(NotFoundError):
                await client.callbacks.get(UNKNOWN)

    if request.param == "sync":
        return use_sync
    return lambda sandbox: portal.call(use_async, sandbox)


def told(spans: InMemorySpanExporter) -> list[tuple[str, object, object]]:
    """Return name, status and number of the repetition of each span."""
    return [
        (each.name, of(each).get("http.status_code"), of(each).get("http.request.resend_count"))
        for each in spans.get_finished_spans()
    ]


def of(span: ReadableSpan) -> dict[str, Any]:
    """Return the attributes of a span."""
    return dict(span.attributes or {})


def shown(spans: InMemorySpanExporter) -> str:
    """Return all that an exporter could send."""
    return "\n".join(span.to_json() for span in spans.get_finished_spans())


@pytest.mark.talkdesk_sandbox(callbacks=20)
def test_every_attempt_has_a_span(
    talkdesk_sandbox: Sandbox, spans: InMemorySpanExporter, use: Use
) -> None:
    """One for the token, one for each attempt of a call, by the template of the path."""
    talkdesk_sandbox.faults.add("status", status=503, path="/schedule-callbacks")
    talkdesk_sandbox.faults.add("drop", path="/schedule-callbacks/*")
    use(talkdesk_sandbox)
    assert told(spans) == [
        ("POST", 200, None),
        ("GET /schedule-callbacks", 503, 0),
        ("GET /schedule-callbacks", 200, 1),
        ("GET /schedule-callbacks/{id}", None, 0),
        ("GET /schedule-callbacks/{id}", 404, 1),
    ]
    lost = spans.get_finished_spans()[3]
    assert lost.status.status_code is StatusCode.ERROR


@pytest.mark.talkdesk_sandbox(callbacks=20)
def test_a_token_that_expired_early_is_told(
    talkdesk_sandbox: Sandbox, spans: InMemorySpanExporter, use: Use
) -> None:
    """The request that is sent again with a new token is an attempt of its own."""
    talkdesk_sandbox.faults.add("expired-token")
    use(talkdesk_sandbox)
    assert told(spans)[:4] == [
        ("POST", 200, None),
        ("GET /schedule-callbacks", 401, 0),
        ("POST", 200, None),
        ("GET /schedule-callbacks", 200, 1),
    ]


@pytest.mark.talkdesk_sandbox(callbacks=20)
def test_no_span_holds_what_is_private(
    talkdesk_sandbox: Sandbox, spans: InMemorySpanExporter, use: Use
) -> None:
    """No query, no id, no number and no header stands in a span, its events or its errors."""
    talkdesk_sandbox.faults.add("drop", path="/schedule-callbacks")
    use(talkdesk_sandbox)
    text = shown(spans)
    assert text.count('"http.url"') == len(spans.get_finished_spans())
    for private in (PHONE[1:], UNKNOWN, talkdesk_sandbox.client_secret, "Bearer", "Authorization"):
        assert private not in text
    addresses = [of(span)[name] for span in spans.get_finished_spans() for name in _ADDRESSES]
    base, paths = talkdesk_sandbox.base_url, {address.split("/", 3)[3] for address in addresses}
    assert all(address.startswith(base) for address in addresses)
    assert paths == {"oauth/token", "schedule-callbacks", "schedule-callbacks/{id}"}


_ADDRESSES = ("http.url", "url.full")


@pytest.mark.parametrize("names", ["", "http", "http/dup"])
@pytest.mark.talkdesk_sandbox(callbacks=20)
def test_the_example_runs_as_it_stands(talkdesk_sandbox: Sandbox, names: str) -> None:
    """It prints spans as JSON, then the number; under each choice of names for attributes."""
    environment = {
        "TALKDESK_BASE_URL": talkdesk_sandbox.base_url,
        "TALKDESK_TOKEN_URL": talkdesk_sandbox.token_url,
        "TALKDESK_CLIENT_ID": talkdesk_sandbox.client_id,
        "TALKDESK_CLIENT_SECRET": talkdesk_sandbox.client_secret,
        "OTEL_SEMCONV_STABILITY_OPT_IN": names,
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    run = subprocess.run(
        [sys.executable, "-W", "error", ROOT / "examples/telemetry.py"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    *printed, total = run.stdout.strip().splitlines()
    assert total == "20"
    found = json.loads("[" + "\n".join(printed).replace("\n}\n{", "\n},\n{") + "]")
    assert [span["name"] for span in found] == ["POST", "GET /schedule-callbacks"]
    for span in found:
        assert not any("?" in str(value) for value in span["attributes"].values())
