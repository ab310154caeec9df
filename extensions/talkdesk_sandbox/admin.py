"""Routes under /_sandbox by which the sandbox itself is asked: its faults, its clock.

They are no part of Talkdesk, ask for no token, and no fault and no quirk changes them: a sandbox
listens on loopback, and holds nothing but invented data.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Final, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from talkdesk_sandbox.bodies import bad_body, parse_body, read_body
from talkdesk_sandbox.clock import SandboxClock
from talkdesk_sandbox.errors import SandboxOptionError
from talkdesk_sandbox.faults import FaultKind, FaultRule
from talkdesk_sandbox.interference import ADMIN_PATH
from talkdesk_sandbox.services import services
from talkdesk_sandbox.timestamps import date_time_text, parse_date_time

T = TypeVar("T")


class _FaultBody(BaseModel):
    """A fault to add; the ranges are those of ``Faults.add``."""

    model_config = ConfigDict(extra="forbid")

    kind: FaultKind
    seconds: float | None = None
    status: int | None = None
    retry_after: int | None = None
    times: int = 1
    method: str | None = None
    path: str | None = None


class _ClockBody(BaseModel):
    """How to move the clock: one of the two."""

    model_config = ConfigDict(extra="forbid")

    advance: float | None = None
    set_to: Annotated[str | None, Field(alias="set")] = None


_FAULT: Final = TypeAdapter(_FaultBody)
_CLOCK: Final = TypeAdapter(_ClockBody)


class FaultsEndpoint(HTTPEndpoint):
    """What is to go wrong."""

    async def get(self, request: Request) -> Response:
        """Answer the rules with requests left, in order."""
        pending = services(request).faults.pending()
        return JSONResponse({"faults": [_rule_body(rule, left) for rule, left in pending]})

    async def post(self, request: Request) -> Response:
        """Add a rule."""
        asked = parse_body(await read_body(request), _FAULT)
        faults = services(request).faults
        rule = _or_refused(lambda: faults.add(**asked.model_dump()))
        return JSONResponse(_rule_body(rule, rule.times), 201)

    async def delete(self, request: Request) -> Response:
        """Forget all rules."""
        services(request).faults.clear()
        return Response(status_code=204)


class ClockEndpoint(HTTPEndpoint):
    """What time it is."""

    async def get(self, request: Request) -> Response:
        """Answer the time."""
        return _clock_reply(services(request).clock)

    async def post(self, request: Request) -> Response:
        """Advance the clock by seconds, or set it to a date-time of RFC 3339."""
        asked = parse_body(await read_body(request), _CLOCK)
        clock = services(request).clock
        _or_refused(lambda: _move(clock, asked))
        return _clock_reply(clock)

    async def delete(self, request: Request) -> Response:
        """Go back to real time."""
        services(request).clock.reset()
        return Response(status_code=204)


def _move(clock: SandboxClock, asked: _ClockBody) -> None:
    """Move the clock.

    Raises:
        SandboxOptionError: Not exactly one way is asked for, or it leads nowhere.
    """
    if asked.advance is not None and asked.set_to is None:
        clock.advance(asked.advance)
    elif asked.set_to is not None and asked.advance is None:
        moment = parse_date_time(asked.set_to)
        try:
            when = None if moment is None else datetime.fromtimestamp(moment.start / 1000, UTC)
        except (ValueError, OverflowError):  # before the year 1, or after 9999
            when = None
        if when is None:
            raise SandboxOptionError("set takes a date-time such as 2026-03-02T15:00:00Z")
        clock.set(when)
    else:
        raise SandboxOptionError("a clock takes either advance or set")


def _or_refused(change: Callable[[], T]) -> T:
    """Return what a change returns.

    Raises:
        RequestRefusedError: 400 that says which values are allowed.
    """
    try:
        return change()
    except SandboxOptionError as error:
        raise bad_body([("body", str(error))]) from None


def _rule_body(rule: FaultRule, left: int) -> dict[str, object]:
    """Return a rule as it is asked for, with the number of requests that are left."""
    members = {
        "kind": rule.fault.kind,
        "seconds": rule.fault.seconds,
        "status": rule.fault.status,
        "retry_after": rule.fault.retry_after,
        "method": rule.method,
        "path": rule.path,
    }
    given = {name: value for name, value in members.items() if value is not None}
    return {**given, "times": rule.times, "left": left}


def _clock_reply(clock: SandboxClock) -> Response:
    body = {"now": date_time_text(round(clock() * 1000)), "ahead": clock.offset}
    return JSONResponse(body)


ROUTES: Final = (
    Route(ADMIN_PATH + "/faults", FaultsEndpoint),
    Route(ADMIN_PATH + "/clock", ClockEndpoint),
)
"""The routes of the sandbox itself."""
