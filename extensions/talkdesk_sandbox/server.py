"""A uvicorn server on a thread of its own."""

import asyncio
import socket
import threading
from contextlib import ExitStack
from typing import Final, cast

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from talkdesk_sandbox.connections import CONNECTION, Connection
from talkdesk_sandbox.errors import SandboxStartError

_STOP_SECONDS: Final = 10.0
_LOOPBACK: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  (never listened on by itself)


class ServerThread:
    """Serves an app until it is stopped; the address is known once it is made.

    Args:
        app: The app to serve.
        host: Address or name to listen on.
        port: Port from 1 to 65535, or 0 for a free one.

    Raises:
        SandboxStartError: Nothing can listen there.
    """

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        self._socket = _listen(host, port)
        self.base_url = _base_url(self._socket)
        """Where a client on this machine reaches the server, without a slash at the end."""
        self._ready = threading.Event()
        config = uvicorn.Config(
            app,
            http=_ClosableProtocol,
            ws="none",
            lifespan="off",
            # Query strings hold phone numbers: no access log. Warnings reach standard error.
            access_log=False,
            log_config=None,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=1,
        )
        self._server = _AnnouncingServer(config, self._ready)
        self._thread = threading.Thread(target=self._serve, name="talkdesk-sandbox", daemon=True)

    @property
    def is_alive(self) -> bool:
        """Whether the server is running."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Start serving and return when connections are answered.

        Raises:
            SandboxStartError: The server ended at once; its error is on standard error.
        """
        self._thread.start()
        self._ready.wait()
        if not self._server.started:
            self._socket.close()
            raise SandboxStartError("the server did not start; standard error says more")

    def stop(self) -> None:
        """Answer what is under way for at most a second, then free the port and the thread."""
        self._server.should_exit = True
        self._thread.join(_STOP_SECONDS)
        self._socket.close()

    def _serve(self) -> None:
        try:
            self._server.run(sockets=[self._socket])
        finally:
            self._ready.set()


class _AnnouncingServer(uvicorn.Server):
    """A server that says when it is ready, so that nobody has to poll or sleep."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        self._ready.set()


class _ClosableProtocol(H11Protocol):
    """A connection that the app can watch and close, by an extension as ASGI itself has no way."""

    # uvicorn narrows the argument of asyncio's method itself.
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._ended = asyncio.Event()
        connection = Connection(transport.close, self._ended)
        app = cast("ASGIApp", self.app)

        async def closable(scope: Scope, receive: Receive, send: Send) -> None:
            known = cast("dict[str, object]", scope.get("extensions") or {})
            await app({**scope, "extensions": {**known, CONNECTION: connection}}, receive, send)

        self.app = closable

    def connection_lost(self, exc: Exception | None) -> None:
        self._ended.set()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        self._ended.set()
        super().shutdown()


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to the address."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with ExitStack() as undo:
            listener = undo.enter_context(socket.socket(family, kind, protocol))
            # A port may be taken again at once after a restart, but never while another holds it.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            undo.pop_all()
    except (OSError, UnicodeError) as error:
        raise SandboxStartError(
            f"cannot listen on {host} port {port}: {error}; choose another address, "
            "or port 0 for a free one"
        ) from error
    return listener


def _base_url(listener: socket.socket) -> str:
    host, port = cast("tuple[str, int]", listener.getsockname()[:2])
    host = _LOOPBACK.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
