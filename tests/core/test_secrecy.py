"""Secrets and personal data stay out of logs and tracebacks."""

import base64
import json
import logging
import socket
import threading
import traceback
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from talkdesk_core import http
from talkdesk_core.auth import ClientCredentials, StaticToken
from talkdesk_core.client import SyncAPIClient
from talkdesk_core.errors import APIConnectionError, APIError, TalkdeskError
from tests.core.wire import API, CREDENTIALS, SECRET, TOKENS, Clock, Wire, granted

PHONE = "351910000001"
TOKEN = "the-token-itself"
HIDDEN = (SECRET, base64.b64encode(f"the-id:{SECRET}".encode()).decode(), TOKEN, PHONE)


class _Handler(BaseHTTPRequestHandler):
    """A real token endpoint and API on loopback."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Stay silent."""

    def do_POST(self) -> None:
        """Grant the token."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self._answer({"access_token": TOKEN, "expires_in": 600})

    def do_GET(self) -> None:
        """Answer the API's request."""
        self._answer({"authorized": self.headers["Authorization"] == f"Bearer {TOKEN}"})

    def _answer(self, content: object) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def server() -> Iterator[str]:
    """Run the server and give its base URL."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.server_address[1]}"
        finally:
            listening.shutdown()
            thread.join()


def test_no_log_line_holds_a_secret_or_a_query(
    server: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Over real connections with everything logged: no secret, token or filter in any line."""
    caplog.set_level(logging.DEBUG)
    with SyncAPIClient(base_url=server, token_url=f"{server}/t", auth=CREDENTIALS) as client:
        response = client.request("GET", "/callbacks", params={"phone": PHONE})
    assert response.json() == {"authorized": True}
    lines = [record.getMessage() for record in caplog.records]
    assert f'HTTP Request: GET {server}/callbacks "HTTP/1.1 200 OK"' in lines
    assert any(record.name.startswith("httpcore") for record in caplog.records)
    for hidden in HIDDEN:
        assert not any(hidden in line for line in lines)


def test_no_frame_of_a_lost_connection_holds_a_secret() -> None:
    """Over a real socket that breaks off: the libraries' frames had the token, and are gone."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def refuse() -> None:
            connection, _ = listening.accept()
            connection.recv(4096)
            connection.close()

        thread = threading.Thread(target=refuse)
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with (
            SyncAPIClient(base_url=url, auth=StaticToken(TOKEN), retries=0) as client,
            pytest.raises(APIConnectionError) as caught,
        ):
            client.request("GET", "/x", params={"phone": PHONE})
        thread.join()
    seen: BaseException | None = caught.value.__cause__
    assert seen is not None
    while seen is not None:
        details = traceback.TracebackException.from_exception(seen, capture_locals=True)
        assert not any(hidden in "".join(details.format()) for hidden in HIDDEN)
        seen = seen.__cause__ or seen.__context__


def test_the_error_that_a_caller_was_handling_keeps_its_frames() -> None:
    """A call inside of an ``except`` block cleans up its own errors, not the caller's."""
    wire = Wire(api=lose)
    with SyncAPIClient(
        base_url=API, auth=StaticToken(TOKEN), transport=wire.transport, clock=Clock()
    ) as client:
        mine = KeyError("mine")
        try:
            raise mine
        except KeyError:
            before = traceback.format_exception(mine)
            with pytest.raises(APIConnectionError):
                client.request("GET", "/x")
        assert traceback.format_exception(mine) == before


def test_log_lines_of_other_httpx_users_stay_as_they_are(caplog: pytest.LogCaptureFixture) -> None:
    """The filter touches requests of this client only."""
    caplog.set_level(logging.INFO)
    transport = http.MockTransport(lambda _: http.Response(200))
    with http.Client(transport=transport) as other:
        other.get("https://other.test/x?q=1")
    assert "https://other.test/x?q=1" in caplog.text


def lose(request: http.Request) -> http.Response:
    """Break the connection."""
    message = "gone"
    raise http.ConnectError(message, request=request)


@pytest.mark.parametrize(
    "wire",
    [
        Wire(api=lambda _: http.Response(500), tokens=lambda _: granted(TOKEN)),
        Wire(
            api=lambda _: http.Response(400, json={"message": PHONE}),
            tokens=lambda _: granted(TOKEN),
        ),
        Wire(api=lose, tokens=lambda _: granted(TOKEN)),
        Wire(tokens=lose),
        Wire(tokens=lambda _: granted(TOKEN, -1)),
        Wire(tokens=lambda _: http.Response(401, json={"error": "invalid_client"})),
        Wire(valid=set(), tokens=lambda _: granted(TOKEN)),
    ],
)
def test_no_traceback_holds_a_secret(wire: Wire) -> None:
    """Neither the printed traceback, nor a tracker's record of the variables of our frames."""
    with (
        SyncAPIClient(
            base_url=API,
            token_url=TOKENS,
            auth=CREDENTIALS,
            transport=wire.transport,
            clock=Clock(),
        ) as client,  # fmt: skip
        pytest.raises(TalkdeskError) as caught,
    ):
        client.request("GET", "/x", params={})
    printed = "".join(traceback.format_exception(caught.value))
    seen: BaseException | None = caught.value
    while seen is not None:
        details = traceback.TracebackException.from_exception(seen, capture_locals=True)
        printed += "".join(details.format())
        seen = seen.__context__
    for hidden in HIDDEN:
        assert hidden not in printed


def test_an_error_keeps_the_servers_words_for_those_who_ask() -> None:
    """What is hidden from texts is an attribute."""
    wire = Wire(api=lambda _: http.Response(400, json={"message": PHONE}))
    with (
        SyncAPIClient(
            base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport
        ) as client,
        pytest.raises(APIError) as caught,
    ):
        client.request("GET", "/x")
    assert caught.value.message == PHONE
    assert PHONE not in str(caught.value)


def test_credentials_are_equal_by_value() -> None:
    """Two descriptions of one client are the same; hiding the secret does not hide a difference."""
    assert ClientCredentials("the-id", SECRET) == CREDENTIALS
    assert ClientCredentials("the-id", "another") != CREDENTIALS
