"""Letting a fault happen to a client, and writing down all that came of it."""

from __future__ import annotations

import asyncio
import logging
import ssl
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypedDict

from talkdesk_client import AsyncTalkdesk, Talkdesk
from talkdesk_core.auth import ClientCredentials, StaticToken
from talkdesk_core.errors import TalkdeskError
from talkdesk_core.retries import Retries, standard_policy
from tests.faults.calls import AFTERWARDS, CALLS
from tests.faults.clock import Clock
from tests.faults.fault import LARGEST, Fault
from tests.faults.server import Seen
from tests.faults.stage import Stage, staged
from tests.faults.wire_text import CLIENT_ID, CLIENT_SECRET, STATIC_TOKEN

__all__ = ["Run", "run", "run_async"]

_TO_CLOSE = 2.0
"""Real seconds for a server to notice that the client has closed a connection."""


_TLS = ssl.create_default_context()
"""One for all clients, as making one takes long; nothing here is encrypted."""
_NO_JITTER = Retries(standard_policy(random=lambda: 1.0))


@dataclass(slots=True)
class Run:
    """What came of a fault.

    Attributes:
        stage: The servers, as they were left.
        value: What the call returned.
        error: What it raised instead.
        seconds: How long it took on the client's clock.
        afterwards: What the client gets from the mended servers.
        texts: All that was logged, and all that can be read from client and error.
        unended: How many connections were open after the client was closed.
        needless: How many were open before, beside one to each server, which is enough for one
            call at a time.
    """

    stage: Stage
    value: object = None
    error: TalkdeskError | None = None
    seconds: float = 0.0
    afterwards: object = None
    texts: list[str] = field(default_factory=list[str])
    unended: int = 0
    needless: int = 0

    def count_needless(self) -> None:
        """Count the connections that are held for nothing."""
        listeners = self.stage.listeners
        self.needless = sum(each.open_beside_one(within=_TO_CLOSE) for each in listeners)

    def api_requests(self) -> list[Seen]:
        """Return what the fault's call sent to the API."""
        return [seen for seen in self.stage.api.requests if not seen.afterwards]

    def token_requests(self) -> list[Seen]:
        """Return what it sent to the token endpoint."""
        return [seen for seen in self.stage.tokens.requests if not seen.afterwards]


def run(fault: Fault) -> Run:
    """Let a fault happen to the blocking client."""
    with _watched(fault) as (run, settings), Talkdesk(**settings) as client:
        run.texts.append(repr(client))
        with _caught(run):
            run.value = CALLS[fault.call].blocking(client, run.stage)
        run.stage.mend()
        run.afterwards = client.callbacks.get(AFTERWARDS).callback_id
        run.count_needless()
    return run


def run_async(fault: Fault) -> Run:
    """Let a fault happen to the asynchronous client."""

    async def play(run: Run, settings: _Settings) -> None:
        async with AsyncTalkdesk(**settings) as client:
            run.texts.append(repr(client))
            with _caught(run):
                run.value = await CALLS[fault.call].awaiting(client, run.stage)
            run.stage.mend()
            run.afterwards = (await client.callbacks.get(AFTERWARDS)).callback_id
            run.count_needless()

    with _watched(fault) as (run, settings):
        asyncio.run(play(run, settings))
    return run


class _Settings(TypedDict):
    base_url: str
    token_url: str | None
    auth: ClientCredentials | StaticToken
    timeout: float
    retries: Retries
    ssl_context: ssl.SSLContext
    max_response_bytes: int
    clock: Clock


@contextmanager
def _watched(fault: Fault) -> Generator[tuple[Run, _Settings]]:
    """Run the servers and keep every log record, while a client is made, used and closed."""
    with staged(fault.api, fault.tokens) as stage, _records() as records:
        run = Run(stage)
        tokens = f"{stage.tokens.url}/oauth/token"
        yield (
            run,
            _Settings(
                base_url=stage.api.url,
                token_url=None if fault.static_token else tokens,
                auth=StaticToken(STATIC_TOKEN)
                if fault.static_token
                else ClientCredentials(CLIENT_ID, CLIENT_SECRET),
                timeout=fault.read_timeout,
                retries=_NO_JITTER,
                ssl_context=_TLS,
                max_response_bytes=LARGEST,
                clock=stage.clock,
            ),
        )
        run.unended = sum(each.unended(within=_TO_CLOSE) for each in stage.listeners)
        run.texts += records


@contextmanager
def _caught(run: Run) -> Generator[None]:
    """Note how long a call takes, and the error that it raises with all that it lets be read."""
    begun = run.stage.clock.monotonic()
    try:
        yield
    except TalkdeskError as error:
        run.error = error
    finally:
        run.seconds = run.stage.clock.monotonic() - begun
    told: BaseException | None = run.error
    while told is not None:
        # A cause that `from None` hides from printed tracebacks is found by error trackers.
        run.texts += [str(told), repr(told), *traceback.format_exception(told)]
        told = told.__cause__ or told.__context__


@contextmanager
def _records() -> Generator[list[str]]:
    """Collect what every logger of the process writes."""
    texts: list[str] = []
    root = logging.getLogger()
    handler = _Collector(texts)
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield texts
    finally:
        root.setLevel(level)
        root.removeHandler(handler)


class _Collector(logging.Handler):
    """Writes each record down as a text, and with all its parts as structured logs have them."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self._texts = texts

    def emit(self, record: logging.LogRecord) -> None:
        self._texts += [f"{record.name}: {self.format(record)}", repr(vars(record))]
