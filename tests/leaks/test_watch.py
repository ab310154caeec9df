"""The search sees what gets out by each way and in each kind of run, and nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORKERS = ("--numprocesses=2",)

CONFTEST = """
import pytest
from tests.leaks.watch import Watch

def pytest_configure(config):
    config.pluginmanager.register(
        Watch(config, known=["swordfish-in-the-tests"], personal=["Ottoline Quux"]), "leaks"
    )
"""
# What is planted is put together at run time, so that no line of source is taken for it.
LEAKING = """
import logging, secrets, sys, threading, traceback, warnings
import pytest
import talkdesk_core
from talkdesk_core.errors import TalkdeskError

SECRET = "-".join(["swordfish", "in", "the", "tests"])
NAME = " ".join(["Ottoline", "Quux"])

class Odd(TalkdeskError):
    def __repr__(self):
        return f"Odd({SECRET})"

def test_a_record(): logging.getLogger("talkdesk.http").debug("took %s", SECRET)
def test_a_name(): logging.getLogger("talkdesk.http").debug("called %s", NAME)
def test_a_record_of_a_thread():
    thread = threading.Thread(target=logging.getLogger("talkdesk.http").debug, args=(SECRET,))
    thread.start()
    thread.join()
def test_a_record_that_goes_no_further():
    logger = logging.getLogger("aside.below")
    logging.getLogger("aside").propagate = False
    logger.debug(SECRET)
def test_an_extra(): logging.getLogger("talkdesk.http").info("sent", extra={"path": SECRET})
def test_a_logged_error():
    try:
        raise ValueError(SECRET)
    except ValueError:
        logging.getLogger("any").exception("failed")
def test_a_text_of_an_error():
    with pytest.raises(TalkdeskError):
        raise TalkdeskError("because of " + SECRET)
def test_a_repr_of_an_error():
    with pytest.raises(TalkdeskError):
        raise Odd("for some reason")
def test_a_cause():
    with pytest.raises(TalkdeskError):
        try:
            raise ValueError(SECRET)
        except ValueError as error:
            raise TalkdeskError("failed") from error
def test_a_hidden_context():
    with pytest.raises(TalkdeskError):
        try:
            raise ValueError(SECRET)
        except ValueError:
            raise TalkdeskError("failed") from None
def test_a_note():
    with pytest.raises(TalkdeskError):
        error = TalkdeskError("failed")
        error.add_note(SECRET)
        raise error
def test_a_variable_of_our_frame():
    place = talkdesk_core.__file__.replace("__init__", "planted")
    planted = {}
    exec(compile("def fail(key): raise ValueError('failed')", place, "exec"), planted)
    with pytest.raises(ValueError):
        planted["fail"](SECRET)
def test_stdout(): print(SECRET)
def test_stderr(): print(SECRET, file=sys.stderr)
def test_stdout_of_a_name(): print(NAME)
def test_a_warning():
    with pytest.warns(UserWarning):
        warnings.warn(SECRET)
def test_a_token_that_was_drawn(): print(secrets.token_urlsafe(32))
def test_a_header(): print("Bearer " + "x" * 20)
def test_what_a_failure_shows(): assert SECRET == ""
def test_an_error_that_is_no_assertion(): raise TalkdeskError(SECRET)
"""
FROM_3_12 = """
def test_an_error_that_a_test_catches_itself():
    try:
        raise TalkdeskError(SECRET)
    except TalkdeskError:
        pass
"""
CLEAN = """
import logging
import pytest
from talkdesk_core.auth import ClientCredentials
from talkdesk_core.errors import TalkdeskError

SECRET = "swordfish-in-the-tests"

@pytest.mark.parametrize("number", range(4))
def test_nothing(number):
    logging.getLogger("talkdesk.http").debug("made %r", ClientCredentials("id", SECRET))
    with pytest.raises(TalkdeskError):
        raise TalkdeskError("for some reason")
    print("Bearer ***")
"""
DEAF = (
    CLEAN
    + """
def test_that_silences_all_loggers():
    logging.disable(logging.CRITICAL)
"""
)


def run(folder: Path, tests: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on a suite of one file that is watched."""
    (folder / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    (folder / "test_it.py").write_text(tests, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "xdist.plugin", *options],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # plugins that nobody needs here take seconds
        },
        capture_output=True,
        text=True,
        check=False,
    )


def found_in(output: str) -> set[str]:
    """Return the tests with findings."""
    return set(re.findall(r"^test_it\.py::(\w+): ", output, re.MULTILINE))


@pytest.mark.parametrize("options", [(), WORKERS], ids=["alone", "workers"])
def test_each_way_out_is_seen(tmp_path: Path, options: tuple[str, ...]) -> None:
    """A run fails for each of the ways in which a secret or a name gets out, and names the test."""
    suite = LEAKING + FROM_3_12 if sys.version_info >= (3, 12) else LEAKING
    done = run(tmp_path, suite, *options)
    assert found_in(done.stdout) == set(re.findall(r"def (test_\w+)", suite)), done.stderr
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
    section = done.stdout.partition(" leaks ")[2].partition(" short test summary ")[0]
    assert "swordfish" not in section


def test_a_leak_alone_fails_a_run(tmp_path: Path) -> None:
    """Every test passes, and the run fails nevertheless."""
    before = LEAKING.partition("def test_a_name")[0]
    done = run(tmp_path, before, *WORKERS)
    assert "1 passed" in done.stdout
    assert found_in(done.stdout) == {"test_a_record"}
    assert done.returncode == pytest.ExitCode.TESTS_FAILED


def test_a_run_without_leaks_passes(tmp_path: Path) -> None:
    """Secrets that stay where they belong are no finding, and it is told how much was read."""
    done = run(tmp_path, CLEAN, *WORKERS)
    assert done.returncode == pytest.ExitCode.OK, done.stdout
    assert "searched: 4 errors" in done.stdout
    assert "0 found" in done.stdout


def test_a_run_in_which_nobody_looked_fails(tmp_path: Path) -> None:
    """A process that is deaf at its end has perhaps been so for long."""
    done = run(tmp_path, DEAF)
    assert "nobody looked" in done.stdout
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
