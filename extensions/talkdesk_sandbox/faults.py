"""Faults on demand: what can go wrong, and which requests it happens to."""

import asyncio
import re
import threading
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from talkdesk_sandbox.connections import Sleep
from talkdesk_sandbox.errors import SandboxOptionError
from talkdesk_sandbox.tokens import TOKEN_PATH

LONGEST_WAIT: Final = 30.0
"""Most seconds that a fault may hold a request."""
_MOST_TIMES: Final = 1_000_000
_MOST_RETRY_AFTER: Final = 86_400


class FaultKind(StrEnum):
    """What goes wrong."""

    LATENCY = "latency"
    """The request waits ``seconds`` before it is handled; if the caller hangs up, it is not."""
    STATUS = "status"
    """The request is not handled; the reply has this ``status``, and ``retry_after`` if given."""
    DROP = "drop"
    """The request is not handled; the connection is closed without a reply."""
    CUT = "cut"
    """The request is handled; the connection is closed in the middle of the reply's body."""
    SLOW = "slow"
    """The request is handled; the body of the reply comes in ten parts over ``seconds``."""
    EXPIRED_TOKEN = "expired-token"  # noqa: S105  (a kind of fault)
    """The request is not handled, as if its token had expired; never at the token endpoint."""


_NEEDED: Final = {
    FaultKind.LATENCY: frozenset(("seconds",)),
    FaultKind.SLOW: frozenset(("seconds",)),
    FaultKind.STATUS: frozenset(("status",)),
}
_OPTIONAL: Final = {FaultKind.STATUS: frozenset(("retry_after",))}
_RANGES: Final[dict[str, tuple[float, float]]] = {
    "seconds": (0, LONGEST_WAIT),
    "status": (400, 599),
    "retry_after": (0, _MOST_RETRY_AFTER),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong with one request.

    Attributes:
        kind: What goes wrong; a member that the kind does not speak of must be None.
        seconds: How long to wait, 0 to 30.
        status: HTTP status, 400 to 599.
        retry_after: Seconds of a ``Retry-After`` header, 0 to 86,400.

    Raises:
        SandboxOptionError: A member is missing, too many, or out of its range.
    """

    kind: FaultKind
    seconds: float | None = None
    status: int | None = None
    retry_after: int | None = None

    def __post_init__(self) -> None:
        needed = _NEEDED.get(self.kind, frozenset())
        allowed = needed | _OPTIONAL.get(self.kind, frozenset())
        for name, (lowest, highest) in _RANGES.items():
            value: float | None = getattr(self, name)
            if value is None and name in needed:
                raise SandboxOptionError(f"the fault {self.kind} needs {name}")
            if value is not None and name not in allowed:
                raise SandboxOptionError(f"the fault {self.kind} has no {name}")
            if value is not None and not lowest <= value <= highest:
                raise SandboxOptionError(f"{name} must be from {lowest:g} to {highest:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultRule:
    """A fault, and the requests that it happens to.

    Attributes:
        fault: What goes wrong.
        times: How many requests it happens to, 1 to 1,000,000.
        method: Method of the requests in capital letters; None for any.
        path: Path of the requests, in which ``*`` stands for any text; None for any.

    Raises:
        SandboxOptionError: A member is out of its range.
    """

    fault: Fault
    times: int = 1
    method: str | None = None
    path: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.times <= _MOST_TIMES:
            raise SandboxOptionError(f"times must be from 1 to {_MOST_TIMES}")
        if self.method is not None and not (self.method.isalpha() and self.method.isupper()):
            raise SandboxOptionError("method must be in capital letters, such as GET")
        if self.path is not None and not self.path.startswith(("/", "*")):
            raise SandboxOptionError("path must start with a slash or a star")

    def matches(self, method: str, path: str) -> bool:
        """Return whether the fault happens to such a request."""
        if self.fault.kind is FaultKind.EXPIRED_TOKEN and path == TOKEN_PATH:
            return False
        return self.method in (None, method) and _is_like(path, self.path or "*")


def _is_like(path: str, pattern: str) -> bool:
    """Return whether a path is as a pattern says, in which nothing but ``*`` is special."""
    parts = re.split(r"\*+", pattern)
    return re.fullmatch(".*".join(map(re.escape, parts)), path, re.DOTALL) is not None


@dataclass(slots=True, eq=False)
class _Pending:
    rule: FaultRule
    left: int


class Faults:
    """The faults that are to happen; safe to use from any thread.

    Each request takes the first rule that it matches, in the order in which they were added: one
    after the other they make a story, as in "503, then 429, then all is well".

    Args:
        sleep: Waits for so many seconds on the event loop.
    """

    def __init__(self, sleep: Sleep = asyncio.sleep) -> None:
        self.sleep = sleep
        self._lock = threading.Lock()
        self._pending: list[_Pending] = []

    def add(
        self,
        kind: str,
        *,
        seconds: float | None = None,
        status: int | None = None,
        retry_after: int | None = None,
        times: int = 1,
        method: str | None = None,
        path: str | None = None,
    ) -> FaultRule:
        """Let a fault happen to the next requests that match.

        Args:
            kind: ``latency``, ``status``, ``drop``, ``cut``, ``slow`` or ``expired-token``.
            seconds: How long to wait, 0 to 30; for ``latency`` and ``slow``.
            status: HTTP status, 400 to 599; for ``status``.
            retry_after: Seconds of a ``Retry-After`` header, 0 to 86,400; for ``status``.
            times: How many requests it happens to, 1 to 1,000,000.
            method: Method of the requests in capital letters; None for any.
            path: Path of the requests, in which ``*`` stands for any text; None for any, the
                token endpoint included.

        Raises:
            SandboxOptionError: The kind is unknown, or a value is missing or out of its range.
        """
        fault = Fault(
            kind=fault_kind(kind), seconds=seconds, status=status, retry_after=retry_after
        )
        rule = FaultRule(fault=fault, times=times, method=method, path=path)
        with self._lock:
            self._pending.append(_Pending(rule, rule.times))
        return rule

    def pending(self) -> list[tuple[FaultRule, int]]:
        """Return the rules with requests left, each with their number, in order."""
        with self._lock:
            return [(each.rule, each.left) for each in self._pending]

    def clear(self) -> None:
        """Forget all rules."""
        with self._lock:
            self._pending.clear()

    def take(self, method: str, path: str) -> Fault | None:
        """Return the fault that happens to a request, and count it; None when none does."""
        with self._lock:
            for each in self._pending:
                if each.rule.matches(method, path):
                    each.left -= 1
                    if not each.left:
                        self._pending.remove(each)
                    return each.rule.fault
        return None


def fault_kind(name: str) -> FaultKind:
    """Return the kind of this name.

    Raises:
        SandboxOptionError: There is none; the message lists all kinds.
    """
    for kind in FaultKind:
        if kind == name:
            return kind
    raise SandboxOptionError(f"the kind of a fault is one of {', '.join(FaultKind)}")
