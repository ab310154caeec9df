"""The header by which one request asks for a fault."""

import re
from typing import Final

from talkdesk_sandbox.errors import SandboxOptionError
from talkdesk_sandbox.faults import Fault, FaultKind, fault_kind

FAULT_HEADER: Final = "X-Sandbox-Fault"
_SHORT_FOR: Final = {
    FaultKind.LATENCY: "seconds",
    FaultKind.SLOW: "seconds",
    FaultKind.STATUS: "status",
}
"""What a value beside the kind itself means, as in ``latency=0.5``."""
_NUMBER: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,6})?")
_INTEGER: Final = re.compile(r"[0-9]{1,9}")
_RULE: Final = (
    "Input should be one of latency=SECONDS, status=STATUS, status=STATUS; retry-after=SECONDS, "
    "drop, cut, slow=SECONDS, expired-token"
)


def parse_fault(text: str) -> Fault:
    """Return the fault that a header asks for, such as ``status=429; retry-after=2``.

    Raises:
        SandboxOptionError: It is malformed, or a number is out of its range. The message says
            what is allowed, and not what was sent.
    """
    first, *others = (part.strip() for part in text.split(";"))
    name, equals, value = (part.strip() for part in first.partition("="))
    if name not in set(FaultKind):
        raise SandboxOptionError(_RULE)
    kind = fault_kind(name)
    pairs = [(_SHORT_FOR.get(kind, ""), value)] if equals else []
    for other in others:
        name, _, value = (part.strip() for part in other.partition("="))
        pairs.append((name.replace("-", "_"), value))
    numbers = dict(pairs)
    if len(numbers) != len(pairs) or not numbers.keys() <= {"seconds", "status", "retry_after"}:
        raise SandboxOptionError(_RULE)
    return Fault(
        kind=kind,
        seconds=_number(numbers.get("seconds")),
        status=_integer(numbers.get("status")),
        retry_after=_integer(numbers.get("retry_after")),
    )


def _number(text: str | None) -> float | None:
    if text is None:
        return None
    if not _NUMBER.fullmatch(text):
        raise SandboxOptionError(_RULE)
    return float(text)


def _integer(text: str | None) -> int | None:
    if text is None:
        return None
    if not _INTEGER.fullmatch(text):
        raise SandboxOptionError(_RULE)
    return int(text)
