"""Real servers on loopback: an API, with TLS if wanted, and a forward proxy."""

import http.client
import http.server
import json
import select
import socket
import socketserver
import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

__all__ = ["Api", "Proxy", "serving_api", "serving_proxy"]


class _Threads(socketserver.ThreadingTCPServer):
    """A server that is silent about clients that go away."""

    daemon_threads = True
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a client that is refused breaks off."""


class _Tls(http.server.BaseHTTPRequestHandler):
    """Answers over TLS if it has a context, and writes no log."""

    protocol_version = "HTTP/1.1"
    timeout = 5
    tls: ssl.SSLContext | None = None

    def setup(self) -> None:
        """Begin TLS."""
        if self.tls is not None:
            self.request = self.tls.wrap_socket(self.request, server_side=True)
        super().setup()

    def finish(self) -> None:
        """End the connection, which TLS has taken over from the server."""
        super().finish()
        self.request.close()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@contextmanager
def _running(server: socketserver.TCPServer) -> Generator[int, None, None]:
    thread = threading.Thread(target=server.serve_forever, args=(0.005,))
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Api:
    """An API with a token endpoint.

    Attributes:
        port: Where it listens.
        seen: The client's port, method and target of each request.
        peers: Names in the certificates that clients showed.
    """

    port: int = 0
    seen: list[tuple[int, str, str]] = field(default_factory=list[tuple[int, str, str]])
    peers: list[object] = field(default_factory=list[object])


@contextmanager
def serving_api(context: ssl.SSLContext | None = None) -> Generator[Api, None, None]:
    """Run an API."""
    api = Api()

    class Handler(_Tls):
        tls = context

        def setup(self) -> None:
            super().setup()
            if context is not None:
                api.peers.append(self.request.getpeercert())

        def do_GET(self) -> None:
            api.seen.append((self.client_address[1], self.command, self.path))
            self.rfile.read(int(self.headers.get("Content-Length", "0")))
            body = json.dumps({"access_token": "the-token", "expires_in": 600}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - the name that the base class looks for

    with _Threads(("127.0.0.1", 0), Handler) as server, _running(server) as port:
        api.port = port
        yield api


@dataclass
class Proxy:
    """A forward proxy.

    Attributes:
        authorization: The ``Proxy-Authorization`` that it wants; None for none.
        hosts: Where the hosts that it knows are: name to port on loopback.
        port: Where it listens.
        asked: First line of each request.
        refused: How many were refused for their credentials.
    """

    authorization: str | None = None
    hosts: dict[str, int] = field(default_factory=dict[str, int])
    port: int = 0
    asked: list[str] = field(default_factory=list[str])
    refused: int = 0


@contextmanager
def serving_proxy(
    proxy: Proxy, context: ssl.SSLContext | None = None
) -> Generator[Proxy, None, None]:
    """Run a proxy, with TLS of its own if wanted: CONNECT for TLS, whole URLs for plain HTTP."""

    class Handler(_Tls):
        tls = context

        def _is_refused(self) -> bool:
            proxy.asked.append(f"{self.command} {self.path}")
            if self.headers.get("Proxy-Authorization") == proxy.authorization:
                return False
            proxy.refused += 1
            self.send_response(407)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return True

        def do_CONNECT(self) -> None:
            if self._is_refused():
                return
            host, _, port = self.path.rpartition(":")
            self.close_connection = True
            with socket.create_connection(
                ("127.0.0.1", proxy.hosts.get(host) or int(port)), timeout=5
            ) as there:
                self.send_response(200)
                self.end_headers()
                _relay(self.connection, there)

        def do_GET(self) -> None:
            if self._is_refused():
                return
            _, _, rest = self.path.partition("://")
            host, _, target = rest.partition("/")
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            there = http.client.HTTPConnection(host, timeout=5)
            there.request(self.command, f"/{target}", body)
            reply = there.getresponse()
            content = reply.read()
            there.close()
            self.send_response(reply.status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_POST = do_GET  # noqa: N815 - the name that the base class looks for

    with _Threads(("127.0.0.1", 0), Handler) as server, _running(server) as port:
        proxy.port = port
        yield proxy


def _relay(one: socket.socket, other: socket.socket) -> None:
    """Carry bytes both ways until one side ends."""
    with suppress(OSError):
        while True:
            ready, _, _ = select.select([one, other], [], [], 5)
            if not ready:
                return
            for source in ready:
                data = source.recv(1 << 16)
                if not data:
                    return
                (other if source is one else one).sendall(data)
