"""A sandbox whose callers are led to disturb each other, as far as its transactions let them."""

import threading
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import partial
from sqlite3 import Cursor
from typing import TypeVar

from talkdesk_sandbox.app import build_app
from talkdesk_sandbox.callback_store import CallbackStore
from talkdesk_sandbox.campaign_store import CampaignStore
from talkdesk_sandbox.client_assertion import ClientAssertions
from talkdesk_sandbox.clock import SandboxClock
from talkdesk_sandbox.database import Database
from talkdesk_sandbox.server import ServerThread
from talkdesk_sandbox.services import Services
from talkdesk_sandbox.tokens import SCOPES, Credentials, TokenBook

T = TypeVar("T")

PATIENCE_SECONDS = 20


class Meeting:
    """Lets nobody go on until all who are still there have come.

    Args:
        number: How many there are at first.
    """

    def __init__(self, number: int) -> None:
        self._turn = threading.Condition()
        self._there = number
        self._waiting = 0
        self._round = 0

    def wait(self) -> None:
        """Wait for all others."""
        with self._turn:
            self._waiting += 1
            now = self._round
            self._go_on()
            assert self._turn.wait_for(lambda: self._round != now, PATIENCE_SECONDS)

    def leave(self) -> None:
        """Come no more."""
        with self._turn:
            self._there -= 1
            self._go_on()

    def _go_on(self) -> None:
        if self._waiting and self._waiting >= self._there:
            self._waiting = 0
            self._round += 1
            self._turn.notify_all()


class MeetingDatabase(Database):
    """A database where callers wait for each other each time they leave it.

    Whoever leaves it between the steps of one change thus lets everybody else in.
    """

    def __init__(self) -> None:
        super().__init__()
        self._within = threading.local()
        self._meeting: Meeting | None = None

    @contextmanager
    def reading(self) -> Generator[Cursor]:
        """Give a cursor, and then wait for the others."""
        with self._visit(), super().reading() as cursor:
            yield cursor

    @contextmanager
    def writing(self) -> Generator[Cursor]:
        """Give a cursor, and then wait for the others."""
        with self._visit(), super().writing() as cursor:
            yield cursor

    def at_once(self, calls: Sequence[Callable[[], T]]) -> list[T]:
        """Return what calls return, each on a thread of its own."""
        meeting = self._meeting = Meeting(len(calls))
        results: dict[int, T] = {}

        def run(place: int, call: Callable[[], T]) -> None:
            try:
                results[place] = call()
            finally:
                meeting.leave()

        threads = [threading.Thread(target=partial(run, *each)) for each in enumerate(calls)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self._meeting = None
        return [results[place] for place in range(len(calls))]

    @contextmanager
    def _visit(self) -> Generator[None]:
        depth: int = getattr(self._within, "depth", 0)
        self._within.depth = depth + 1
        try:
            yield
        finally:
            self._within.depth = depth
            if not depth and self._meeting is not None:
                self._meeting.wait()


@contextmanager
def served(database: Database) -> Generator[tuple[str, str]]:
    """Yield the address of a sandbox with this database and nothing in it, and a token."""
    clock, credentials = SandboxClock(), Credentials()
    tokens = TokenBook(clock, 600)
    services = Services(
        database=database,
        callbacks=CallbackStore(database, []),
        campaigns=CampaignStore(database, []),
        credentials=credentials,
        assertions=ClientAssertions(credentials, clock),
        tokens=tokens,
        clock=clock,
    )
    server = ServerThread(build_app(services), "127.0.0.1", 0)
    server.start()
    try:
        yield server.base_url, tokens.issue(SCOPES)
    finally:
        server.stop()
        database.close()
