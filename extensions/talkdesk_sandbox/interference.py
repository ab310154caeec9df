"""What stands around the app on purpose: replies that are odd, late, refused or cut on demand."""

from http import HTTPStatus
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from talkdesk_sandbox.connections import hang_up, wait
from talkdesk_sandbox.errors import SandboxOptionError
from talkdesk_sandbox.fault_header import FAULT_HEADER, parse_fault
from talkdesk_sandbox.faults import Fault, FaultKind, Faults
from talkdesk_sandbox.problems import RequestRefusedError, error_reply
from talkdesk_sandbox.protection import token_not_good
from talkdesk_sandbox.quirks import QUIRKS_KEY, Quirk, quirk_set
from talkdesk_sandbox.tokens import TOKEN_PATH
from talkdesk_schemas import models

QUIRKS_HEADER: Final = "X-Sandbox-Quirks"
"""Names of quirks with commas between them, in place of the quirks of the run."""
ADMIN_PATH: Final = "/_sandbox"
"""Under this path the sandbox itself is asked; neither faults nor quirks happen there."""
_PARTS: Final = 10


class QuirkChoice:
    """Decides which quirks a request is answered with: those of its header, or of the run.

    Args:
        app: What answers.
        quirks: Those of the run.
    """

    def __init__(self, app: ASGIApp, quirks: frozenset[Quirk]) -> None:
        self._app = app
        self._quirks = quirks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with quirks, or refuse a header that names none (400)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        named = Headers(scope=scope).getlist(QUIRKS_HEADER)
        words = [word.strip() for word in ",".join(named).split(",")]
        try:
            quirks = quirk_set(filter(None, words)) if named else self._quirks
        except SandboxOptionError as error:
            refusal = _bad_header(QUIRKS_HEADER, str(error)).reply(Request(scope))
            await refusal(scope, receive, send)
            return
        known = {} if _is_plain(scope["path"]) else {QUIRKS_KEY: quirks}
        await self._app({**scope, **known}, receive, send)


def _is_plain(path: str) -> bool:
    """Return whether no quirk changes what is answered here, not even an error."""
    return path == TOKEN_PATH or _is_admin(path)


def _is_admin(path: str) -> bool:
    return path.startswith(ADMIN_PATH + "/")


class FaultInjection:
    """Lets the fault of a request happen: that of its header, or of the first rule it matches.

    Args:
        app: What answers when nothing goes wrong.
        faults: The rules, and how to wait.
    """

    def __init__(self, app: ASGIApp, faults: Faults) -> None:
        self._app = app
        self._faults = faults

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer as the fault wants it, or refuse a malformed header (400)."""
        try:
            fault = self._fault_of(scope)
        except SandboxOptionError as error:
            refusal = _bad_header(FAULT_HEADER, str(error)).reply(Request(scope))
            await refusal(scope, receive, send)
            return
        if fault is None:
            await self._app(scope, receive, send)
        else:
            await self._happen(fault, scope, receive, send)

    def _fault_of(self, scope: Scope) -> Fault | None:
        """Return what is to go wrong with a request.

        Raises:
            SandboxOptionError: Its header asks for a fault in a wrong way.
        """
        if scope["type"] != "http" or _is_admin(scope["path"]):
            return None
        asked = Headers(scope=scope).getlist(FAULT_HEADER)
        if not asked:
            return self._faults.take(scope["method"], scope["path"])
        fault = parse_fault(",".join(asked))
        if fault.kind is FaultKind.EXPIRED_TOKEN and scope["path"] == TOKEN_PATH:
            raise SandboxOptionError("the token endpoint asks for no token that could expire")
        return fault

    async def _happen(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> None:
        match fault.kind:
            case FaultKind.LATENCY:
                if await wait(scope, self._faults.sleep, fault.seconds or 0):
                    await self._app(scope, receive, send)
                else:
                    await hang_up(scope, receive)
            case FaultKind.STATUS:
                await _refusal(fault, scope)(scope, receive, send)
            case FaultKind.EXPIRED_TOKEN:
                await token_not_good().reply(Request(scope))(scope, receive, send)
            case FaultKind.DROP:
                await hang_up(scope, receive)
            case FaultKind.CUT:
                await self._cut(scope, receive, send)
            case FaultKind.SLOW:
                await self._slow(fault.seconds or 0, scope, receive, send)

    async def _cut(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle the request, and send half of the reply's body; without a body, nothing."""
        start, body = await _collected(self._app, scope, receive)
        if body and scope["method"] != "HEAD":
            await send(start)
            half = body[: len(body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
        await hang_up(scope, receive)

    async def _slow(self, seconds: float, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle the request, and send the headers at once and the body in parts."""
        start, body = await _collected(self._app, scope, receive)
        await send(start)
        size = -(-len(body) // _PARTS)
        for part in range(_PARTS):
            if not await wait(scope, self._faults.sleep, seconds / _PARTS):
                await hang_up(scope, receive)
                return
            await send(
                {
                    "type": "http.response.body",
                    "body": body[part * size : (part + 1) * size],
                    "more_body": part < _PARTS - 1,
                }
            )


async def _collected(app: ASGIApp, scope: Scope, receive: Receive) -> tuple[Message, bytes]:
    """Return what an app wants to send: how the reply starts, and its body."""
    starts: list[Message] = []
    body = bytearray()

    async def keep(message: Message) -> None:
        if message["type"] == "http.response.start":
            starts.append(message)
        else:
            body.extend(message.get("body", b""))

    await app(scope, receive, keep)
    return starts[0], bytes(body)


def _refusal(fault: Fault, scope: Scope) -> Response:
    """Return the reply of this status, in the shape of the endpoint that was asked."""
    status = fault.status or HTTPStatus.INTERNAL_SERVER_ERROR
    headers = {} if fault.retry_after is None else {"Retry-After": str(fault.retry_after)}
    message = f"The sandbox was told to answer {status:d}."
    if scope["path"] == TOKEN_PATH:
        error = "invalid_client" if status == HTTPStatus.UNAUTHORIZED else _token_error(status)
        return JSONResponse({"error": error, "error_description": message}, status, headers)
    known = status in set(HTTPStatus)
    body = models.Error(
        code=HTTPStatus(status).name.lower() if known else "error",
        message=message,
        description=f"The header {FAULT_HEADER} or a rule asked for it.",
    )
    return error_reply(Request(scope), status, body, headers)


def _token_error(status: int) -> str:
    """Return an error code for the token endpoint; RFC 6749 has none for what a server lacks."""
    return "server_error" if status >= HTTPStatus.INTERNAL_SERVER_ERROR else "invalid_request"


def _bad_header(name: str, rule: str) -> RequestRefusedError:
    return RequestRefusedError(
        400,
        "bad_request",
        f"The header {name} is not one that the sandbox knows how to follow.",
        description="Send what is listed under fields, or leave the header out.",
        fields=[(name, rule)],
    )
