"""The sync and the async client under one list of tests, against one sandbox."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal

from talkdesk_client import AsyncTalkdesk, ClientCredentials, Talkdesk
from talkdesk_client.models import Callback
from talkdesk_sandbox import Sandbox
from tests.contract.transport import AsyncJudgedTransport, JudgedTransport
from tests.e2e.modes import MODES, Mode

SEED = 20260302
CALLBACKS = 260
CAMPAIGNS = 5


class Twin(Protocol):
    """Either client, with what differs between them taken away."""

    client: Any

    def result(self, value: Any) -> Any:
        """Return what a call gave, awaited where it has to be."""
        ...

    def items(self, pager: Any, most: int | None = None) -> list[Any]:
        """Return the items of a pager, or the first of them."""
        ...

    def pages(self, pager: Any) -> list[Any]:
        """Return the pages of a pager."""
        ...


class SyncTwin:
    """The blocking client."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.client: Any = Talkdesk(**options)

    def result(self, value: Any) -> Any:
        """Return the value, which is there already."""
        return value

    def items(self, pager: Any, most: int | None = None) -> list[Any]:
        """Iterate."""
        found: list[Any] = []
        for item in pager:
            found.append(item)
            if len(found) == most:
                break
        return found

    def pages(self, pager: Any) -> list[Any]:
        """Iterate over pages."""
        return list(pager.pages())

    def close(self) -> None:
        """Close the client."""
        self.client.close()


class AsyncTwin:
    """The async client, on an event loop in another thread."""

    def __init__(self, options: dict[str, Any], portal: BlockingPortal) -> None:
        self.client: Any = AsyncTalkdesk(**options)
        self._portal = portal

    def result(self, value: Awaitable[Any]) -> Any:
        """Await the value."""

        async def wait() -> Any:
            return await value

        return self._portal.call(wait)

    def items(self, pager: Any, most: int | None = None) -> list[Any]:
        """Iterate asynchronously."""

        async def collect() -> list[Any]:
            found: list[Any] = []
            async for item in pager:
                found.append(item)
                if len(found) == most:
                    break
            return found

        return self._portal.call(collect)

    def pages(self, pager: Any) -> list[Any]:
        """Iterate over pages asynchronously."""

        async def collect() -> list[Any]:
            return [page async for page in pager.pages()]

        return self._portal.call(collect)

    def close(self) -> None:
        """Close the client."""
        self._portal.call(self.client.aclose)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """Return a sandbox that serves for the whole run; it holds no state that tests change."""
    with Sandbox(seed=SEED, callbacks=CALLBACKS, campaigns=CAMPAIGNS) as running:
        yield running


@pytest.fixture(scope="session", params=MODES, ids=str)
def mode(request: pytest.FixtureRequest) -> Mode:
    """Return each way in which a server may answer."""
    chosen: Mode = request.param
    return chosen


@pytest.fixture(scope="session")
def odd_sandbox(mode: Mode) -> Iterator[Sandbox]:
    """Return a sandbox with the data of `sandbox` that answers in a mode."""
    with Sandbox(
        seed=SEED, callbacks=CALLBACKS, campaigns=CAMPAIGNS, quirks=mode.quirks
    ) as running:
        yield running


@pytest.fixture(scope="session")
def plain(sandbox: Sandbox) -> list[Callback]:
    """Return every callback as a server sends it that does what the document says."""
    with documented_client(sandbox) as client:
        return list(client.callbacks.list())


@pytest.fixture(scope="session")
def portal() -> Iterator[BlockingPortal]:
    """Return an event loop in a thread of its own."""
    with start_blocking_portal() as running:
        yield running


def settings(sandbox: Sandbox, **more: Any) -> dict[str, Any]:
    """Return the settings of a client that talks to a sandbox."""
    return {
        "base_url": sandbox.base_url,
        "token_url": sandbox.token_url,
        "auth": ClientCredentials(sandbox.client_id, sandbox.client_secret),
        **more,
    }


def documented_client(sandbox: Sandbox) -> Talkdesk:
    """Return a client of a sandbox without quirks; all that it sends and gets is judged."""
    return Talkdesk(transport=JudgedTransport(), **settings(sandbox))


Connect = Callable[..., AbstractContextManager[Twin]]


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest, portal: BlockingPortal) -> Connect:
    """Return a function that makes a client of one kind and closes it after use.

    All that the client sends and gets is judged by the effective document; with `as_documented`
    False, all that it sends.
    """

    @contextmanager
    def run(*, as_documented: bool = True, **options: Any) -> Generator[Twin]:
        made: SyncTwin | AsyncTwin
        if request.param == "sync":
            made = SyncTwin({"transport": JudgedTransport(replies=as_documented), **options})
        else:
            transport = AsyncJudgedTransport(replies=as_documented)
            made = AsyncTwin({"transport": transport, **options}, portal)
        try:
            yield made
        finally:
            made.close()

    return run


@pytest.fixture
def twin(connect: Connect, sandbox: Sandbox) -> Iterator[Twin]:
    """Return a client of either kind, connected to the sandbox."""
    with connect(**settings(sandbox)) as connected:
        yield connected


@pytest.fixture
def reader(connect: Connect, odd_sandbox: Sandbox, mode: Mode) -> Iterator[Twin]:
    """Return a client of either kind, connected to a sandbox that answers in a mode."""
    with connect(as_documented=not mode.quirks, **settings(odd_sandbox)) as connected:
        yield connected
