"""A package index that does as it is told, and notes what is asked of it and who is running."""

from __future__ import annotations

import re
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PROCESSES = Path("/proc")


@dataclass(frozen=True)
class Answer:
    """What to answer: status, body, its type, and where to redirect to."""

    status: int = 200
    body: str = ""
    kind: str = "text/html"
    location: str | None = None


ROOT_PAGE = Answer(body="<!DOCTYPE html><title>Simple index</title>")


@dataclass
class RecordingIndex:
    """The orders to an index, and its notes.

    Attributes:
        url: The upload endpoint; the simple API is at `simple/` below.
        root: The answer to questions for the list of projects.
        listings: The answers to questions for the project; the last one stays. None is what an
            index answers that has the files that were sent.
        upload: The answer to uploads.
        logins: The Authorization header of every request.
        uploaded: The name of every file that was sent.
        sums: The SHA-256 of every file that was sent, as its sender tells it.
        command_lines: Of every process that ran while a file was sent, where the system tells them.
    """

    url: str = ""
    root: Answer = ROOT_PAGE
    listings: list[Answer | None] = field(default_factory=lambda: [None])
    upload: Answer = field(default_factory=Answer)
    logins: list[str | None] = field(default_factory=list[str | None])
    uploaded: list[str] = field(default_factory=list[str])
    sums: list[str] = field(default_factory=list[str])
    command_lines: list[str] = field(default_factory=list[str])

    @property
    def options(self) -> list[str]:
        """The options of `publish` for it."""
        return ["--index-url", self.url]

    def listing(self) -> Answer:
        """Return the page of an index that has what was sent."""
        links = (
            f'<a href="../../{name}#sha256={digest}">{name}</a>'
            for name, digest in zip(self.uploaded, self.sums, strict=True)
        )
        return Answer(body="".join(links)) if self.uploaded else Answer(404)


@contextmanager
def run_recording_index() -> Generator[RecordingIndex]:
    """Serve on a free port of loopback for a while."""
    notes = RecordingIndex()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            notes.logins.append(self.headers["Authorization"])
            if self.path.endswith("/talkdesk-client/"):
                left = notes.listings
                answer = left.pop(0) if len(left) > 1 else left[0]
                self._answer(notes.listing() if answer is None else answer)
            else:
                self._answer(notes.root)

        def do_POST(self) -> None:
            notes.logins.append(self.headers["Authorization"])
            sent = self._read().decode("latin-1")
            notes.uploaded += re.findall(r'filename="([^"]+)"', sent)
            notes.sums += re.findall(r'name="sha256_digest"\s+([0-9a-f]{64})\s', sent)
            notes.command_lines += list_command_lines()
            self._answer(notes.upload)

        def _read(self) -> bytes:
            if self.headers["Transfer-Encoding"] == "chunked":
                return b"".join(iter(self._read_chunk, b""))
            return self.rfile.read(int(self.headers["Content-Length"]))

        def _read_chunk(self) -> bytes:
            chunk = self.rfile.read(int(self.rfile.readline(), 16))
            self.rfile.readline()
            return chunk

        def _answer(self, answer: Answer) -> None:
            body = answer.body.encode()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(body)))
            if answer.location:
                self.send_header("Location", answer.location)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        notes.url = f"http://127.0.0.1:{server.server_address[1]}/"
        # The interval is how long an end may take.
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield notes
        finally:
            server.shutdown()
            thread.join()


def list_command_lines() -> list[str]:
    """Return the command line of every process; nothing on a system without /proc."""
    found: list[str] = []
    for path in PROCESSES.glob("[0-9]*/cmdline"):
        try:
            found.append(path.read_bytes().replace(b"\0", b" ").decode("utf-8", "replace"))
        except OSError:
            # It ended in the meantime.
            continue
    return found
