"""Two real package indexes with passwords, on loopback: pypiserver and devpi-server."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import httpx
import pytest

USERNAME = "releaser"
# With characters that URLs, HTML and Python write in other ways.
PASSWORD = 'k9 Vb%41/"ü&x'
START_SECONDS = 60.0
STOP_SECONDS = 10.0

# Runs the function MODULE:NAME of a program, and ends when nobody holds the other end of its
# standard input any more: however the tests end, no server outlives them.
LAUNCHER = """
import importlib, os, sys, threading

def end_with_parent():
    # Not sys.stdin: a thread that holds its lock would disturb the end of the program.
    while os.read(0, 1):
        pass
    os._exit(0)

module, _, name = sys.argv.pop(1).partition(":")
threading.Thread(target=end_with_parent, daemon=True).start()
getattr(importlib.import_module(module), name)()
"""
INITIALIZE = "from devpi_server.init import init; init()"


@dataclass(frozen=True)
class Index:
    """An index that takes uploads from one user.

    Attributes:
        upload_url: The upload endpoint.
        simple_url: The root of the simple API.
    """

    upload_url: str
    simple_url: str

    @property
    def options(self) -> list[str]:
        """The options of `publish` for it."""
        return ["--index-url", self.upload_url, "--check-url", self.simple_url]

    def files(self) -> dict[str, str]:
        """Return the SHA-256 of every file that it lists for the project."""
        page = _call("GET", f"{self.simple_url}talkdesk-client/", accept="text/html")
        if page.status_code == 404:
            return {}
        assert page.status_code == 200, page.text
        found = re.findall(r'href="[^"]*/([^/"#]+)#sha256=([0-9a-f]{64})', page.text)
        return dict(found)

    def put(self, file: Path, version: str) -> None:
        """Upload a file as it is, by the interface that every index has."""
        reply = httpx.post(
            self.upload_url,
            auth=(USERNAME, PASSWORD),
            data={
                ":action": "file_upload",
                "protocol_version": "1",
                "metadata_version": "2.1",
                "name": "talkdesk-client",
                "version": version,
                "filetype": "bdist_wheel" if file.suffix == ".whl" else "sdist",
                "pyversion": "py3" if file.suffix == ".whl" else "source",
            },
            files={"content": (file.name, file.read_bytes())},
            trust_env=False,
        )
        assert reply.is_success, reply.text


class IndexServer(Protocol):
    """A running server."""

    def empty_index(self) -> Index:
        """Return an index that holds nothing."""
        ...


@dataclass(frozen=True)
class PypiServer:
    """A pypiserver; every question to it needs the password."""

    address: str
    packages: Path

    def empty_index(self) -> Index:
        """Remove every package."""
        for file in self.packages.iterdir():
            file.unlink()
        return Index(self.address, f"{self.address}simple/")


class DevpiServer:
    """A devpi-server with one user, whose indexes refuse to change a release unless told."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._made = 0
        account = {"user": USERNAME, "password": PASSWORD}
        _succeed("PUT", f"{address}{USERNAME}", {"password": PASSWORD})
        token = _succeed("POST", f"{address}+login", account)["password"]
        login = base64.b64encode(f"{USERNAME}:{token}".encode()).decode()
        self._login = {"X-Devpi-Auth": login}

    def empty_index(self, *, volatile: bool = False) -> Index:
        """Make a new index, which inherits from no other; a volatile one lets files be replaced."""
        self._made += 1
        url = f"{self._address}{USERNAME}/internal{self._made}"
        settings: dict[str, object] = {"type": "stage", "bases": [], "volatile": volatile}
        _succeed("PUT", url, settings, self._login)
        return Index(f"{url}/", f"{url}/+simple/")


@contextmanager
def run_pypiserver(folder: Path) -> Generator[PypiServer]:
    """Run a pypiserver for a while."""
    packages = folder / "packages"
    packages.mkdir()
    digest = hashlib.sha1(PASSWORD.encode(), usedforsecurity=False).digest()
    passwords = folder / "htpasswd"
    passwords.write_text(f"{USERNAME}:{{SHA}}{base64.b64encode(digest).decode()}\n", "utf-8")
    options = ["-a", "update,list,download", "-P", str(passwords), "--disable-fallback"]
    # This backend keeps nothing in memory: a file that is gone is gone.
    options += ["--backend", "simple-dir", "--health-endpoint", "/health"]
    command = ["pypiserver.__main__:main", "run", "-i", "127.0.0.1", *options]
    with _run(folder, [*command, "-p", "PORT", str(packages)], "health") as address:
        yield PypiServer(address, packages)


@contextmanager
def run_devpi(folder: Path) -> Generator[DevpiServer]:
    """Run a devpi-server for a while, without a mirror of any other index."""
    place = ["--serverdir", str(folder / "server")]
    subprocess.run(
        [sys.executable, "-c", INITIALIZE, *place, "--no-root-pypi"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
        timeout=START_SECONDS,
    )
    command = ["devpi_server.main:main", *place, "--host", "127.0.0.1", "--threads", "4"]
    # The key that protects logins is made at every start; for ten minutes' use it may be cheap.
    command += ["--argon2-memory-cost", "8", "--argon2-parallelism", "1", "--argon2-time-cost", "1"]
    with _run(folder, [*command, "--port", "PORT"], "+api") as address:
        yield DevpiServer(address)


@contextmanager
def _run(folder: Path, command: list[str], health: str) -> Generator[str]:
    """Run a server on a free port until the caller is done; give its address."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}/"
    command = [str(port) if word == "PORT" else word for word in command]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(
            [sys.executable, "-c", LAUNCHER, *command],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            if not _starts(process, address + health):
                pytest.fail(f"{command[0]} does not start:\n{(folder / 'log').read_text()}")
            yield address
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _starts(process: subprocess.Popen[bytes], url: str) -> bool:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            if httpx.get(url, trust_env=False).is_success:
                return True
        except httpx.TransportError:
            # Nobody listens yet. A server that ended will never do.
            if _ended(process, within=0.05):
                return False
    return False


def _ended(process: subprocess.Popen[bytes], *, within: float) -> bool:
    try:
        process.wait(within)
    except subprocess.TimeoutExpired:
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _call(
    method: str,
    url: str,
    *,
    accept: str = "application/json",
    body: object = None,
    headers: dict[str, str] | None = None,
) -> httpx.Response:
    return httpx.request(
        method,
        url,
        auth=None if headers or body else (USERNAME, PASSWORD),
        headers={"Accept": accept, "Content-Type": "application/json", **(headers or {})},
        content=None if body is None else json.dumps(body),
        follow_redirects=True,
        timeout=START_SECONDS,
        trust_env=False,
    )


def _succeed(
    method: str, url: str, body: object, headers: dict[str, str] | None = None
) -> dict[str, Any]:
    reply = _call(method, url, body=body, headers=headers)
    assert reply.is_success, reply.text
    result: dict[str, Any] = reply.json()["result"]
    return result
