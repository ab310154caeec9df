"""The demo tells what it did, names the step that failed, and leaves no process behind."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEMO = [sys.executable, "-u", str(ROOT / "examples" / "demo.py")]


def run(*options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the demo to its end."""
    return subprocess.run(
        [*DEMO, *options],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def address(output: str) -> tuple[str, int]:
    """Return where the demo's sandbox listened."""
    found = re.search(r"listening on http://(.+):(\d+)", output)
    assert found is not None, output
    return found[1], int(found[2])


def is_listening(place: tuple[str, int]) -> bool:
    """Say whether anybody answers there."""
    with socket.socket() as probe:
        return probe.connect_ex(place) == 0


def test_the_demo_lists_as_many_callbacks_as_it_was_asked_for() -> None:
    """It counts them over several pages, filters, and shows a campaign; then nothing listens."""
    done = run("--callbacks", "37")
    assert done.returncode == 0, done.stderr
    assert "37 callbacks on 5 pages of 8" in done.stdout
    assert re.search(r"\d+ of 37 are TO_BE_RETRIED, as the whole list has it", done.stdout)
    assert "client.callbacks.list()" in done.stdout
    assert not is_listening(address(done.stdout))


def test_a_count_out_of_range_is_refused_at_once() -> None:
    """The message names the option and what it takes."""
    for wrong in ("0", "-1", "many", "100001"):
        done = run("--callbacks", wrong)
        assert done.returncode == 2
        assert "--callbacks: takes a whole number from 1 to 100000" in done.stderr


def test_a_sandbox_that_does_not_start_is_named_as_the_failing_step(tmp_path: Path) -> None:
    """The exit code is 1, and the message says which step it was."""
    broken = tmp_path / "talkdesk_sandbox"
    broken.mkdir()
    (broken / "__init__.py").touch()
    (broken / "__main__.py").write_text("raise SystemExit(3)\n")
    done = run("--callbacks", "5", PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert "Step: start the sandbox. It ended with code 3" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_demo_that_is_ended_early_leaves_no_sandbox() -> None:
    """SIGTERM, Ctrl-C and even SIGKILL end the sandbox too."""
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGKILL):
        with subprocess.Popen(
            [*DEMO, "--callbacks", "20000"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as demo:
            assert demo.stdout is not None
            output = ""
            while "listening on" not in output:
                line = demo.stdout.readline()
                assert line, demo.stderr.read() if demo.stderr else output
                output += line
            assert is_listening(address(output))
            demo.send_signal(number)
            # The sandbox shares the demo's standard error: its end is the end of both.
            demo.communicate(timeout=60)
        assert demo.returncode in {128 + number, -signal.SIGKILL}
        assert not is_listening(address(output))
