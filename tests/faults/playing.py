"""Carrying out of the steps of a reply on a connection."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from tests.faults.clock import Clock
from tests.faults.steps import Close, Fine, Flood, Hang, Pass, Reply, Reset, Send, SetWall

__all__ = ["Player"]

_PATIENCE = 0.2
"""Real seconds for the client to take what was sent and look at its clock."""
_MOST_MISSES = 3
_LINGER_AND_RESET = struct.pack("ii", 1, 0)


@dataclass(slots=True)
class Player:
    """Plays replies on one connection.

    Attributes:
        peer: The connection.
        clock: The client's.
        hung_up: Set when the server has ended the connection.
    """

    peer: socket.socket
    clock: Clock
    hung_up: threading.Event
    _looks: int | None = None
    _misses: int = 0

    def play(self, reply: Reply, fine: bytes, links: Mapping[bytes, bytes]) -> bool:
        """Carry out the steps; False if the connection is at its end.

        Args:
            reply: The steps.
            fine: The reply that is due.
            links: What in the steps stands for something else.

        Raises:
            ConnectionError: The client hung up.
            TimeoutError: The client takes nothing more, and does not hang up.
        """
        for step in reply:
            if isinstance(step, Hang | Close | Reset):
                self._end(step)
                return False
            self._tell(step, fine, links)
        return True

    def _tell(
        self,
        step: Send | Fine | Pass | SetWall | Flood,
        fine: bytes,
        links: Mapping[bytes, bytes],
    ) -> None:
        match step:
            case Send(data):
                for place, link in links.items():
                    data = data.replace(place, link)
                self._send(data)
            case Fine():
                self._send(fine)
            case Pass(seconds):
                self._pass(seconds)
            case SetWall(seconds):
                self.clock.set_wall(seconds)
            case Flood(data, times, seconds):
                for _ in range(times):
                    self._send(data)
                    self._pass(seconds)

    def _end(self, step: Hang | Close | Reset) -> None:
        """Hang up, or wait until the client does."""
        match step:
            case Hang():
                self._drain()
            case Close():
                # The other direction stays open, to see that the client closes its end too.
                try:
                    self.peer.shutdown(socket.SHUT_WR)
                except OSError as error:  # not a ConnectionError, where the client was first
                    raise ConnectionResetError from error
                self.hung_up.set()
                self._drain()
            case Reset():
                self.peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER_AND_RESET)
                self.peer.close()
                self.hung_up.set()

    def _send(self, data: bytes) -> None:
        self._looks = self.clock.looks
        self.peer.sendall(data)

    def _pass(self, seconds: float) -> None:
        """Move the clock once the client has taken the piece before.

        Else the clock would run ahead of a client that reads several pieces at once. One that does
        not look at its clock for each piece is not waited for without end.
        """
        if seconds == 0:
            return
        if self._looks is not None and self._misses < _MOST_MISSES:
            self._misses += not self.clock.was_looked_at(self._looks, within=_PATIENCE)
        self.clock.advance(seconds)

    def _drain(self) -> None:
        """Wait for the client to hang up."""
        while self.peer.recv(65536):
            pass
