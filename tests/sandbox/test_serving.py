"""The sandbox as a context manager and as a process."""

import copy
import dataclasses
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from base64 import b64decode
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import httpx
import jwt
import pytest

import talkdesk_sandbox
from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.errors import (
    SandboxError,
    SandboxOptionError,
    SandboxStartError,
    SandboxStateError,
)
from talkdesk_sandbox.quirks import Quirk
from talkdesk_sandbox.tokens import Credentials
from tests.sandbox.caller import (
    GRANT,
    JsonObject,
    judged_client,
    listing_without_network,
    whole_listing,
    without_links,
)
from tests.sandbox.signing import ASSERTION_TYPE

COMMAND = [sys.executable, "-W", "error", "-m", "talkdesk_sandbox"]
PATIENCE_SECONDS = 60


@contextmanager
def process(*arguments: str, hash_seed: str = "0") -> Generator[subprocess.Popen[str]]:
    """Run the command line; kill it when it outlives the patience of a test."""
    with subprocess.Popen(
        [*COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONHASHSEED": hash_seed},
    ) as running:
        watchdog = threading.Timer(PATIENCE_SECONDS, running.kill)
        watchdog.start()
        try:
            yield running
        finally:
            watchdog.cancel()
            running.kill()


def test_a_sandbox_that_serves_until_the_end_of_input_stops_there() -> None:
    """It serves while the other end of its input is open, and ends by itself when that closes."""
    with subprocess.Popen(
        [*COMMAND, "--callbacks", "3", "--until-eof"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        line: JsonObject = json.loads(running.stdout.readline())
        assert httpx.get(line["base_url"], trust_env=False).status_code == 404
        running.communicate(timeout=PATIENCE_SECONDS)
    assert running.returncode == 0


def test_a_sandbox_that_watches_its_input_stops_cleanly_on_a_signal() -> None:
    """The watching does not disturb the end of the program."""
    with subprocess.Popen(
        [*COMMAND, "--callbacks", "3", "--until-eof"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline()
        running.terminate()
        assert running.wait(timeout=PATIENCE_SECONDS) == 0
        assert running.stderr is not None
        assert running.stderr.read() == ""


def test_without_its_extra_the_sandbox_says_what_to_install() -> None:
    """Neither the command nor the import ends in a bare missing module."""
    without = "import sys; sys.modules['starlette'] = None; "
    programs = [
        "import runpy; runpy.run_module('talkdesk_sandbox', run_name='__main__')",
        "from talkdesk_sandbox import Sandbox",
    ]
    for program in programs:
        run = subprocess.run(
            [sys.executable, "-c", without + program],
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 1
        assert "pip install 'talkdesk-client[sandbox]'" in run.stderr


@pytest.mark.parametrize("stop_signal", [signal.SIGTERM, signal.SIGINT], ids=str)
def test_the_process_says_one_line_serves_and_stops_cleanly(stop_signal: signal.Signals) -> None:
    """Its rows are those of the same seed in this process, although its hashes differ."""
    with process(
        "--seed", "7", "--callbacks", "90", "--token-seconds", "77", hash_seed="42"
    ) as run:
        assert run.stdout is not None
        line: JsonObject = json.loads(run.stdout.readline())
        assert list(line) == [
            *("base_url", "token_url", "account", "client_id", "client_secret"),
            *("key_id", "private_key"),
        ]
        assert re.fullmatch(r"http://127\.0\.0\.1:[0-9]+", line["base_url"])
        with judged_client(line["base_url"]) as client:
            token = client.post(
                line["token_url"],
                data={"grant_type": "client_credentials"},
                auth=(line["client_id"], line["client_secret"]),
            ).json()
            assert token["expires_in"] == 77
            client.headers["Authorization"] = f"Bearer {token['access_token']}"
            items = whole_listing(client)
            run.send_signal(stop_signal)
            rest, errors = run.communicate()
    twin = listing_without_network(Sandbox(seed=7, callbacks=90))
    assert without_links(items) == without_links(twin)
    assert (run.returncode, rest, errors) == (0, "", "")


def test_the_process_answers_with_the_quirks_it_is_given() -> None:
    """All of them, as often as the option is there."""
    options = ("--quirk", "total-page", "--quirk", "unknown-members", "--callbacks", "1")
    with process(*options) as run:
        assert run.stdout is not None
        line: JsonObject = json.loads(run.stdout.readline())
        with judged_client(line["base_url"], as_documented=False) as client:
            auth = (line["client_id"], line["client_secret"])
            token = client.post(line["token_url"], data=GRANT, auth=auth).json()["access_token"]
            headers = {"Authorization": f"Bearer {token}"}
            body: JsonObject = client.get("/schedule-callbacks", headers=headers).json()
        assert (body["total_page"], body["sandbox_word"]) == (1, "UNKNOWN")
        run.terminate()
        run.communicate()


def test_the_process_lets_in_whom_it_is_told_to_and_grants_what_it_is_told() -> None:
    """Id and secret as they are given; the key that is printed is of the same client."""
    options = ("--client-id", "an id", "--client-secret", "pä ss:word", "--callbacks", "1")
    scopes = ("--granted-scope", "campaigns:read", "--granted-scope", "campaigns:write")
    with process(*options, *scopes) as run:
        assert run.stdout is not None
        line: JsonObject = json.loads(run.stdout.readline())
        assert (line["client_id"], line["client_secret"]) == ("an id", "pä ss:word")
        auth = ("an id", "pä ss:word")
        by_secret = httpx.post(line["token_url"], data=GRANT, auth=auth, trust_env=False)
        assert by_secret.json()["scope"] == "campaigns:read campaigns:write"
        now = int(time.time())
        claims = {"iss": "an id", "sub": "an id", "aud": line["token_url"], "jti": "1"}
        pem = f"-----BEGIN PRIVATE KEY-----\n{line['private_key']}\n-----END PRIVATE KEY-----"
        signed = jwt.encode({**claims, "exp": now + 300}, pem, "ES256", {"kid": line["key_id"]})
        form = {**GRANT, "client_assertion_type": ASSERTION_TYPE, "client_assertion": signed}
        by_key = httpx.post(line["token_url"], data=form, trust_env=False)
        assert by_key.json()["scope"] == "campaigns:read campaigns:write"
        run.terminate()
        _, errors = run.communicate()
    assert errors == ""


def test_a_process_without_joserfc_says_what_to_install() -> None:
    """In one line, and with exit code 1."""
    program = (
        "import sys; sys.modules['joserfc'] = None; "
        "from talkdesk_sandbox.cli import main; sys.exit(main(['--callbacks', '0']))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (1, "")
    assert len(run.stderr.splitlines()) == 1
    assert "pip install 'talkdesk-client[sandbox]'" in run.stderr


def test_the_process_lists_the_quirks() -> None:
    """One line for each, and it ends without serving."""
    with process("--list-quirks") as run:
        output, errors = run.communicate()
    assert (run.returncode, errors) == (0, "")
    assert [line.partition(": ")[0] for line in output.splitlines()] == [*Quirk]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--callbacks", "-1"], "callbacks is -1; choose a whole number from 0 to"),
        (["--campaigns", "many"], "--campaigns"),
        (["--seed", "1.5"], "--seed"),
        (["--port", "70000"], "--port: choose a whole number from 0 to 65535"),
        (["--token-seconds", "0"], "token_seconds is 0"),
        (["--colour", "green"], "--colour"),
        (["--client-id", ""], "client_id is empty"),
        (["--client-secret", ""], "client_secret is empty"),
        (["--client-secret", "a\tb"], "client_secret is empty or holds what cannot be printed"),
        (["--client-secret", b"\xff".decode(errors="surrogateescape")], "client_secret is empty"),
        (["--granted-scope", "campaigns"], "granted scopes are one or more of"),
        (["--quirk", "nulls", "--quirk", "colour"], "the known ones are old-shape, new-shape"),
        (["--quirk", "old-shape", "--quirk", "new-shape"], "contradict"),
    ],
)
def test_a_bad_option_is_named(arguments: list[str], message: str) -> None:
    """Exit code 2, the reason on standard error, nothing on standard output."""
    with process(*arguments) as run:
        output, errors = run.communicate()
    assert (run.returncode, output) == (2, "")
    assert message in errors
    assert "Traceback" not in errors


def test_a_port_that_is_taken_is_an_error_that_says_so() -> None:
    """Exit code 1 and one line that says where it failed and what to try."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with process("--port", str(port), "--callbacks", "1") as run:
            output, errors = run.communicate()
        with pytest.raises(SandboxStartError, match=str(port)):
            Sandbox(callbacks=1).start(port=port)
    assert (run.returncode, output) == (1, "")
    assert len(errors.splitlines()) == 1
    assert f"port {port}" in errors
    assert "choose another" in errors


def test_leaving_the_context_frees_port_and_thread() -> None:
    """Afterwards nobody listens there, and the sandbox says that it does not."""
    before = set(threading.enumerate())
    with Sandbox(callbacks=1) as sandbox:
        url = sandbox.base_url
        assert sandbox.is_serving
        assert httpx.get(url + "/unknown", trust_env=False).status_code == 404
        with pytest.raises(SandboxStateError, match="listens already"):
            sandbox.start()
    assert not sandbox.is_serving
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, trust_env=False)
    assert {thread.name for thread in set(threading.enumerate()) - before} == set()
    with pytest.raises(SandboxStateError, match="does not listen"):
        _ = sandbox.token_url
    sandbox.close()


def test_a_closed_sandbox_does_not_listen_again() -> None:
    """Its data are gone: the error says to make another. That it never listened changes nothing."""
    for has_listened in (True, False):
        sandbox = Sandbox(callbacks=1)
        if has_listened:
            sandbox.start()
        sandbox.close()
        with pytest.raises(SandboxStateError, match="make another"):
            sandbox.start()
        assert not sandbox.is_serving


def test_the_context_is_left_although_a_connection_stays_open() -> None:
    """A client that keeps its connection alive does not hold the sandbox."""
    with httpx.Client(trust_env=False) as client:
        with Sandbox(callbacks=1) as sandbox:
            client.get(sandbox.base_url)
        assert not sandbox.is_serving


def test_many_threads_may_ask_at_once(sandbox: Sandbox, client: httpx.Client) -> None:
    """Each gets the page that it asked for."""
    wrong: list[int] = []

    def ask(page: int) -> None:
        reply = client.get("/schedule-callbacks", params={"page": page, "per_page": 20})
        if reply.status_code != 200 or reply.json()["page"] != page:
            wrong.append(page)

    threads = [threading.Thread(target=ask, args=[page]) for page in range(1, 31)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert sandbox.is_serving


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("seed", lambda: Sandbox(seed=-1)),
        ("callbacks", lambda: Sandbox(callbacks=-1)),
        ("campaigns", lambda: Sandbox(campaigns=-1)),
        ("token_seconds", lambda: Sandbox(token_seconds=0)),
    ],
)
def test_an_option_out_of_range_is_refused(name: str, make: Callable[[], Sandbox]) -> None:
    """The error names the option; it is a ValueError for those who catch these."""
    with pytest.raises(SandboxOptionError, match=name) as caught:
        make()
    assert isinstance(caught.value, ValueError)


def test_no_repr_shows_secret_and_key() -> None:
    """Neither the sandbox nor its credentials tell them."""
    credentials = Credentials(client_secret="very-secret")
    sandbox = Sandbox(callbacks=0, credentials=credentials)
    key = credentials.private_key
    shown = repr(credentials) + repr(sandbox) + repr(vars(sandbox)) + repr(credentials.signing_key)
    assert "very-secret" not in shown
    assert key[-100:] not in shown
    assert str(b64decode(key))[-100:] not in shown


@pytest.mark.parametrize("name", ["client_id", "client_secret", "key_id"])
@pytest.mark.parametrize("text", ["", "a\nb", "\x00", "\udcff"], ids=repr)
def test_credentials_can_be_printed(name: str, text: str) -> None:
    """What could not be typed into a form is refused; the error names the part, not its value."""
    changes: dict[str, Any] = {name: text}
    with pytest.raises(SandboxOptionError, match=f"^{name} is empty or") as caught:
        dataclasses.replace(Credentials(), **changes)
    assert not text or text not in str(caught.value)


def test_a_key_is_made_once_and_is_no_other_s() -> None:
    """Threads that ask first at the same moment get the same one, on a line of its own."""
    credentials, start = Credentials(), threading.Barrier(8)
    keys: set[str] = set()

    def ask() -> None:
        start.wait()
        keys.add(credentials.private_key)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (key,) = keys
    assert re.fullmatch(r"[A-Za-z0-9+/]+=*", key)
    assert key != Credentials().private_key
    assert copy.deepcopy(credentials).private_key == key


def test_who_signs_in_by_the_secret_pays_for_no_key() -> None:
    """Neither joserfc nor what it rests on is imported before somebody signs, or wants the key."""
    code = (
        "import sys, httpx; from talkdesk_sandbox import Sandbox\n"
        "def loaded(): return [m for m in ('joserfc', 'cryptography') if m in sys.modules]\n"
        "with Sandbox(callbacks=1) as sandbox:\n"
        "    httpx.post(sandbox.token_url, data={'grant_type': 'client_credentials'},\n"
        "        auth=(sandbox.client_id, sandbox.client_secret)).raise_for_status()\n"
        "    print(loaded())\n"
        "    sandbox.private_key\n"
        "    print(loaded())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["[]", "['joserfc', 'cryptography']"]


def test_importing_the_package_loads_no_server() -> None:
    """The sandbox's machinery is loaded when the sandbox is first touched."""
    code = (
        "import sys, talkdesk_sandbox; print(any(m in sys.modules for m in ('uvicorn', 'sqlite3')))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_what_users_meet_is_imported_from_the_package() -> None:
    """The same classes that the modules have, and nothing that is not there."""
    assert talkdesk_sandbox.Credentials is Credentials
    assert talkdesk_sandbox.SandboxStateError is SandboxStateError
    for name in talkdesk_sandbox.__all__:
        assert isinstance(getattr(talkdesk_sandbox, name), type)
    errors = {name for name in talkdesk_sandbox.__all__ if name.endswith("Error")}
    assert all(issubclass(getattr(talkdesk_sandbox, e), SandboxError) for e in errors)
    assert len(errors) == 5
    with pytest.raises(AttributeError, match="no attribute 'Sandboxes'"):
        getattr(talkdesk_sandbox, "Sandboxes")  # noqa: B009  (mypy knows that it is not there)
