"""What a fault is: what the servers do, and what has to come of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

from talkdesk_core.errors import TalkdeskError
from tests.faults.steps import Script

__all__ = ["LARGEST", "Fault", "Gives", "Outcome", "Raises"]

LARGEST = 1 << 20
"""The bytes of the largest reply that the clients of these tests read."""

_FINE = Script()


@dataclass(frozen=True, slots=True)
class Gives:
    """The call succeeds.

    Attributes:
        value: What the table shows of the result: ids of callbacks, a status, None.
    """

    value: object


@dataclass(frozen=True, slots=True)
class Raises:
    """The call fails.

    Attributes:
        error: The very class of the error.
        attributes: Those of the error's attributes that matter here.
    """

    error: type[TalkdeskError]
    attributes: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


Outcome: TypeAlias = Gives | Raises


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One row of the matrix.

    Attributes:
        name: What goes wrong.
        gets: What the caller gets.
        api: What the API's server does.
        tokens: What the token endpoint does.
        call: The call that is made, by its name in `tests.faults.calls`.
        requests: How many requests reach the API.
        token_requests: How many reach the token endpoint.
        seconds: How long it takes on the client's clock: the seconds, or the least and the most.
        note: For the table.
        static_token: Whether the client has a token that needs no endpoint.
        read_timeout: Real seconds until the client gives up on a silent server.
    """

    name: str
    gets: Outcome
    api: Script = _FINE
    tokens: Script = _FINE
    call: str = "page"
    requests: int = 1
    token_requests: int = 1
    seconds: float | tuple[float, float] = 0.0
    note: str = ""
    static_token: bool = False
    read_timeout: float = 10.0
