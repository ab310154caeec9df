"""Forked processes and event loops: connections stay with who made them."""

import asyncio
import functools
import os
import signal
import threading
import warnings
from collections.abc import Callable

import pytest

from talkdesk_core import errors
from talkdesk_core.auth import StaticToken
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient
from tests.core.transport.servers import serving_api
from tests.core.wire import API, Clock, Wire

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


def in_child(act: Callable[[], object]) -> bool:
    """Run something in a forked child; say whether it came to its end within three seconds."""
    with warnings.catch_warnings():
        # Python warns of forking while threads run, which is what is tried here.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        status = 1
        try:
            signal.alarm(3)
            act()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@needs_fork
def test_a_forked_process_has_connections_of_its_own() -> None:
    """The child's requests take new connections, the parent's go on with the old one."""
    with serving_api() as api:
        url = f"http://127.0.0.1:{api.port}"
        with SyncAPIClient(base_url=url, auth=StaticToken("t")) as client:
            client.request("GET", "/parent")

            def act() -> None:
                client.request("GET", "/child")
                client.with_options(timeout=3).request("GET", "/child")
                client.close()

            assert in_child(act)
            client.request("GET", "/parent")
    ports = {path: {port for port, _, each in api.seen if each == path} for _, _, path in api.seen}
    assert [path for _, _, path in api.seen] == ["/parent", "/child", "/child", "/parent"]
    assert len(ports["/parent"]) == len(ports["/child"]) == 1
    assert ports["/parent"] != ports["/child"]


@needs_fork
def test_a_child_that_only_closes_leaves_the_parents_connections_alone() -> None:
    """Closing in the child, as a forked worker does at its end, says goodbye to nobody."""
    with serving_api() as api:
        url = f"http://127.0.0.1:{api.port}"
        with asyncio.Runner() as runner:
            client = AsyncAPIClient(base_url=url, auth=StaticToken("t"), timeout=2, retries=0)
            runner.run(client.request("GET", "/1"))

            def act() -> None:
                asyncio.run(client.aclose())

            assert in_child(act)
            runner.run(client.request("GET", "/2"))
            runner.run(client.aclose())
    assert len({port for port, _, _ in api.seen}) == 1


@needs_fork
def test_a_forked_process_may_run_an_event_loop_of_its_own() -> None:
    """The loop of the parent is not the child's, and not in its way."""
    with serving_api() as api:
        url = f"http://127.0.0.1:{api.port}"
        with asyncio.Runner() as runner:
            client = AsyncAPIClient(base_url=url, auth=StaticToken("t"))
            runner.run(client.request("GET", "/parent"))

            def act() -> None:
                asyncio.run(client.request("GET", "/child"))

            assert in_child(act)
            runner.run(client.request("GET", "/parent"))
            runner.run(client.aclose())
    assert [path for _, _, path in api.seen] == ["/parent", "/child", "/parent"]
    assert api.seen[0][0] == api.seen[2][0] != api.seen[1][0]


class Holding(Clock):
    """A clock that holds up one thread, at one of the times that it asks.

    Args:
        question: Which of them.
    """

    def __init__(self, question: int) -> None:
        super().__init__()
        self._left = question
        self.held, self.let_go = threading.Event(), threading.Event()

    def monotonic(self) -> float:
        """Return the present second."""
        if threading.current_thread().name == "held":
            self._left -= 1
            if self._left == 0:
                self.held.set()
                self.let_go.wait(5)
        return super().monotonic()


@needs_fork
def test_a_lock_that_another_thread_held_does_not_block_a_child() -> None:
    """Wherever a thread was when the process was forked: it is not there to let a lock go.

    One of the times that a thread asks is while it takes its place in the line.
    """
    for question in range(1, 6):
        clock = Holding(question)
        with SyncAPIClient(
            base_url=API, auth=StaticToken("t"), transport=Wire().transport, clock=clock
        ) as client:
            thread = threading.Thread(target=client.request, args=("GET", "/x"), name="held")
            thread.start()
            assert clock.held.wait(5)
            finished = in_child(functools.partial(client.request, "GET", "/child"))
            clock.let_go.set()
            thread.join(5)
            assert finished


def test_a_second_event_loop_is_refused_by_name() -> None:
    """Connections belong to the loop that made them; the error says what to do."""
    client = AsyncAPIClient(base_url=API, auth=StaticToken("t"), transport=Wire().transport)
    asyncio.run(client.request("GET", "/x"))
    with pytest.raises(errors.ConfigurationError, match="another event loop"):
        asyncio.run(client.request("GET", "/x"))
    copy = client.with_options(timeout=1)
    with pytest.raises(errors.ConfigurationError, match="another event loop"):
        asyncio.run(copy.request("GET", "/x"))
