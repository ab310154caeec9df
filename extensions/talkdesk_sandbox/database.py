"""The sandbox's state: one private SQLite database in memory."""

import sqlite3
import threading
import weakref
from collections.abc import Generator
from contextlib import closing, contextmanager
from typing import Final

LARGEST_INTEGER: Final = 2**63 - 1
"""The largest that SQLite takes. A page that begins beyond it is beyond any listing."""


class Database:
    """A database in memory; safe to use from any thread, one of them at a time.

    Each store keeps tables of its own in it.
    """

    def __init__(self) -> None:
        # Requests are answered on worker threads; the lock lets one of them in at a time.
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        self._lock = threading.RLock()
        # An app that was never closed must not leave an open database to the garbage collector.
        self._closer = weakref.finalize(self, self._connection.close)

    def script(self, statements: str) -> None:
        """Run statements that make tables or indexes."""
        with self._lock:
            self._connection.executescript(statements)

    @contextmanager
    def reading(self) -> Generator[sqlite3.Cursor]:
        """Give a cursor while nobody else reads or writes."""
        with self._lock, closing(self._connection.cursor()) as cursor:
            yield cursor

    @contextmanager
    def writing(self) -> Generator[sqlite3.Cursor]:
        """Give a cursor whose changes are kept together, or not at all when an error comes.

        Inside another ``writing()`` of the same thread the changes belong to the outer one.
        """
        with self._lock, closing(self._connection.cursor()) as cursor:
            if self._connection.in_transaction:
                yield cursor
                return
            cursor.execute("BEGIN")
            with self._connection:
                yield cursor

    def close(self) -> None:
        """Free the memory; nothing answers any more. A second call does nothing."""
        with self._lock:
            self._closer()
