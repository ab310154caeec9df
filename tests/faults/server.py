"""Servers of plain sockets that do what scripts say and remember what they saw.

No HTTP library takes part, since none would send what the scripts hold.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from tests.faults.clock import Clock
from tests.faults.playing import Player
from tests.faults.steps import FINE, Script

__all__ = ["Answer", "Connection", "Listener", "Seen"]

_LONGEST = 20.0
"""Seconds of real time after which a test fails that should have ended."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it arrived.

    Attributes:
        number: Of the request at its server, from 0.
        method: Its method.
        target: Path and query.
        header: By lower-case name.
        afterwards: Whether it came after the fault was mended.
    """

    number: int
    method: str
    target: str
    header: dict[str, str]
    afterwards: bool


@dataclass(slots=True, eq=False)
class Connection:
    """A connection and how it ended.

    Attributes:
        peer: Its socket.
        hung_up: Set when the server is done with it, whether or not the client has noticed.
        thread: Serves it.
        ended_by: ``client`` or ``server``; None while either end is open.
        is_over: Whether nobody serves it any more.
    """

    peer: socket.socket
    hung_up: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None
    ended_by: str | None = None
    is_over: bool = False


Answer: TypeAlias = Callable[[Seen], bytes]
"""Makes the reply that is due to a request."""


class Listener:
    """A server on a port of this machine.

    Args:
        clock: The client's, which replies may move.
        script: What it does.
        fine: Makes the replies that the script does not speak of.

    Attributes:
        requests: What arrived, in order.
        connections: What was taken, in order.
        links: What in scripted replies stands for something else of the same length.
        url: Where it is.
        padded_url: The same with a port of five digits.
    """

    def __init__(self, clock: Clock, script: Script, fine: Answer) -> None:
        self.requests: list[Seen] = []
        self.connections: list[Connection] = []
        self.links: Mapping[bytes, bytes] = {}
        self._clock = clock
        self._script = script
        self._fine = fine
        self._mended = False
        self._lock = threading.Lock()
        self._ended = threading.Condition()
        # A port that is bound but not listened on refuses connections, and is nobody else's.
        self._door = socket.socket()
        self._door.bind(("127.0.0.1", 0))
        self._door.setblocking(False)
        self._wake, self._woken = socket.socketpair()
        self._accepting: threading.Thread | None = None
        port = self._door.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.padded_url = f"http://127.0.0.1:{port:05}"
        if script.refuses == 0:
            self._open()

    def after_wait(self, waits: int) -> None:
        """Begin to take connections if the script says so."""
        if self._script.refuses is not None and waits >= self._script.refuses:
            self._open()

    def mend(self) -> None:
        """Answer well from now on."""
        with self._lock:
            self._mended = True
        self._open()

    def wait_until_hung_up(self) -> None:
        """Wait until the server is done with all connections that it took."""
        for connection in self.connections:
            if not connection.hung_up.wait(_LONGEST):
                msg = "the script does not end the connection"
                raise TimeoutError(msg)

    def open_beside_one(self, *, within: float) -> int:
        """Return how many connections more than one are open, which one caller does not need.

        The server has some seconds to notice those that the client has closed.
        """

        def count() -> int:
            return sum(not connection.is_over for connection in self.connections)

        with self._ended:
            self._ended.wait_for(lambda: count() <= 1, within)
            return max(0, count() - 1)

    def unended(self, *, within: float) -> int:
        """Return how many connections the client left open; it has some seconds to close them."""
        self._shut()
        for connection in self.connections:
            if connection.thread is not None:
                connection.thread.join(within)
        return sum(connection.ended_by is None for connection in self.connections)

    def close(self) -> None:
        """Let go of everything."""
        self._shut()
        for connection in self.connections:
            with contextlib.suppress(OSError):  # it is closed already
                connection.peer.shutdown(socket.SHUT_RDWR)
            if connection.thread is not None:
                connection.thread.join(_LONGEST)
        for each in (self._door, self._wake, self._woken):
            each.close()

    def _open(self) -> None:
        if self._accepting is None:
            self._door.listen(64)
            self._accepting = threading.Thread(target=self._accept, daemon=True)
            self._accepting.start()

    def _shut(self) -> None:
        """Take no more connections than have arrived."""
        self._wake.send(b"x")
        if self._accepting is not None:
            self._accepting.join(_LONGEST)

    def _accept(self) -> None:
        with selectors.DefaultSelector() as selector:
            selector.register(self._door, selectors.EVENT_READ)
            selector.register(self._woken, selectors.EVENT_READ)
            while True:
                ready = [key.fileobj for key, _ in selector.select()]
                # Those who wait at the door are let in before it is shut, so that all are counted.
                for accepted in self._arrivals():
                    connection = Connection(accepted)
                    thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
                    connection.thread = thread
                    self.connections.append(connection)
                    thread.start()
                if self._woken in ready:
                    return

    def _arrivals(self) -> Iterator[socket.socket]:
        while True:
            try:
                accepted, _ = self._door.accept()
            except BlockingIOError:
                return
            accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            accepted.settimeout(_LONGEST)
            yield accepted

    def _serve(self, connection: Connection) -> None:
        with connection.peer as peer:
            try:
                connection.ended_by = self._converse(Player(peer, self._clock, connection.hung_up))
            except ConnectionError:  # the client hung up in the middle
                connection.ended_by = "client"
            except TimeoutError:  # it did not, although there was nothing more to come
                connection.ended_by = None
            finally:
                connection.hung_up.set()
                with self._ended:
                    connection.is_over = True
                    self._ended.notify_all()

    def _converse(self, player: Player) -> str:
        if not self._mended and not player.play(self._script.greeting, b"", {}):
            return "server"
        with player.peer.makefile("rb") as incoming:
            while text := _head(incoming):
                seen = self._note(text)
                incoming.read(int(seen.header.get("content-length", "0")))
                reply = FINE if seen.afterwards else self._script.reply(seen.number)
                if not player.play(reply, self._fine(seen), self.links):
                    return "server"
        return "client"

    def _note(self, text: str) -> Seen:
        first, *lines = text.split("\r\n")
        method, target, _ = first.split(" ")
        pairs = (line.partition(":") for line in lines)
        header = {name.lower(): value.strip() for name, _, value in pairs}
        with self._lock:
            seen = Seen(len(self.requests), method, target, header, self._mended)
            self.requests.append(seen)
        return seen


def _head(incoming: BinaryIO) -> str:
    """Read first line and header of a request; "" where the client has hung up."""
    lines: list[str] = []
    while line := incoming.readline().decode("latin-1").rstrip("\r\n"):
        lines.append(line)
    return "\r\n".join(lines)
