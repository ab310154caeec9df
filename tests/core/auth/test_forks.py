"""Forked processes: what other threads of the parent were doing never holds up the child.

A child answers by its exit status, and by nothing else.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from talkdesk_core import http
from talkdesk_core.auth.cache import Flight, Token, TokenCache
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire, granted

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork"),
    # Python 3.12 and later warn of what these tests are about.
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]

PATIENCE = 20.0


def succeeds_in_child(action: Callable[[], bool]) -> bool:
    """Fork, act in the child, and say whether it did so in time and with success."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = 0 if action() else 2
        finally:
            # Nothing of the parent's is flushed, closed or reported a second time.
            os._exit(status)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.002)
    os.kill(child, 9)
    os.waitpid(child, 0)
    return False


def client_of(wire: Wire, clock: Clock) -> http.Client:
    """Return an httpx client whose requests are authenticated."""
    client = http.Client(transport=wire.transport, base_url=API)
    client.auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=client, clock=clock)
    return client


def test_a_flight_of_the_parent_does_not_keep_the_child_waiting() -> None:
    """The thread that fetches a token is not there: the child fetches its own."""
    parent = os.getpid()
    started, go_on = threading.Event(), threading.Event()

    def tokens(_: http.Request) -> http.Response:
        if os.getpid() == parent:
            started.set()
            assert go_on.wait(PATIENCE)
        return granted("token")

    # No timeout: whoever waits for that flight waits for ever.
    wire = Wire(tokens=tokens)
    with client_of(wire, Clock()) as client, ThreadPoolExecutor(1) as pool:
        leader = pool.submit(client.get, "/x", timeout=None)
        try:
            assert started.wait(PATIENCE)
            assert succeeds_in_child(lambda: client.get("/x", timeout=None).status_code == 200)
        finally:
            go_on.set()
        assert leader.result(PATIENCE).status_code == 200
    assert len(wire.token_requests) == 1


class HeldClock(Clock):
    """A clock that holds up one reader in the parent: the lock that it reads under is taken."""

    def __init__(self) -> None:
        super().__init__()
        self.parent = os.getpid()
        self.held, self.go_on = threading.Event(), threading.Event()

    def monotonic(self) -> float:
        """Hold up threads of the parent other than its main one."""
        is_main = threading.current_thread() is threading.main_thread()
        if os.getpid() == self.parent and not is_main:
            self.held.set()
            assert self.go_on.wait(PATIENCE)
        return self.now


def test_a_lock_of_the_parent_does_not_block_the_child() -> None:
    """Another thread holds it at the moment of the fork."""
    clock = HeldClock()
    cache = TokenCache(clock)
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(cache.turn)
        try:
            assert clock.held.wait(PATIENCE)
            assert succeeds_in_child(lambda: isinstance(cache.turn(), Flight))
        finally:
            clock.go_on.set()
        assert isinstance(other.result(PATIENCE), Flight)


def test_the_child_goes_on_with_the_tokens_of_the_parent() -> None:
    """A token that is there needs no other, and the parent's cache stays as it is."""
    cache = TokenCache(Clock())
    flight = cache.turn()
    assert isinstance(flight, Flight)
    token = cache.land(flight, "Bearer a", 600.0)
    assert succeeds_in_child(lambda: cache.turn() is token)
    assert cache.turn() is token


def test_a_flight_of_the_forking_thread_ends_in_both() -> None:
    """Whoever forks in the middle of a token request may finish it in parent and child."""
    cache = TokenCache(Clock())
    flight = cache.turn()
    assert isinstance(flight, Flight)

    def land() -> bool:
        cache.land(flight, "Bearer a", 600.0)
        return isinstance(cache.turn(), Token)

    assert succeeds_in_child(land)
    assert land()


def test_caches_are_not_kept_alive_for_forks() -> None:
    """What no client uses any more is gone."""
    cache = TokenCache(Clock())
    gone = weakref.ref(cache)
    del cache
    gc.collect()
    assert gone() is None
