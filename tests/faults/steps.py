"""What a server does to answer one request, as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "CLOSE",
    "FINE",
    "HANG",
    "RESET",
    "Close",
    "Fine",
    "Flood",
    "Hang",
    "Pass",
    "Reply",
    "Reset",
    "Script",
    "Send",
    "SetWall",
    "Step",
    "always",
    "once",
]


@dataclass(frozen=True, slots=True)
class Send:
    """Send bytes."""

    data: bytes


@dataclass(frozen=True, slots=True)
class Fine:
    """Send the reply that is due."""


@dataclass(frozen=True, slots=True)
class Pass:
    """Let seconds pass on the client's clock, after the client took what was sent."""

    seconds: float


@dataclass(frozen=True, slots=True)
class SetWall:
    """Put the client's clock on the wall forward by seconds, or back."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Flood:
    """Send the same bytes again and again, until the client hangs up or it has been `times`."""

    data: bytes
    times: int
    seconds: float = 0.0
    """What passes on the client's clock after each time."""


@dataclass(frozen=True, slots=True)
class Close:
    """End the connection in an orderly way."""


@dataclass(frozen=True, slots=True)
class Reset:
    """Break the connection: the client gets a TCP RST."""


@dataclass(frozen=True, slots=True)
class Hang:
    """Send nothing until the client hangs up."""


Step: TypeAlias = Send | Fine | Pass | SetWall | Flood | Close | Reset | Hang
Reply: TypeAlias = tuple[Step, ...]

FINE: Reply = (Fine(),)
CLOSE = Close()
RESET = Reset()
HANG = Hang()


@dataclass(frozen=True, slots=True)
class Script:
    """How a server answers its requests, in the order in which they come.

    Attributes:
        replies: The first answers.
        repeats: Whether the last of them stands for all that follow; else those are fine.
        refuses: How many waits of the client go by before the server takes connections; None for
            as many as there are.
        greeting: What happens on each connection before a request is read.
    """

    replies: Sequence[Reply] = ()
    repeats: bool = False
    refuses: int | None = 0
    greeting: Reply = ()

    def reply(self, number: int) -> Reply:
        """Return the reply to a request by its number, which counts from 0."""
        if number < len(self.replies):
            return self.replies[number]
        return self.replies[-1] if self.repeats else FINE


def once(*replies: Reply) -> Script:
    """Answer the first requests so, and all others well."""
    return Script(replies)


def always(reply: Reply) -> Script:
    """Answer every request so."""
    return Script((reply,), repeats=True)
