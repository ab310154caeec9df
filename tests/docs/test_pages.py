"""Every Python block of the documentation runs, and every command of the README exists."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkdesk_client import ClientCredentials, Talkdesk
from talkdesk_sandbox import Sandbox

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")
BLOCKS = [
    pytest.param(block, id=f"{page.name}-{number}")
    for page in PAGES
    for number, block in enumerate(BLOCK.findall(page.read_text("utf-8")), 1)
]


@pytest.fixture(scope="module")
def environment() -> Iterator[dict[str, str]]:
    """Return environment variables that lead to a sandbox."""
    with Sandbox(seed=2, callbacks=40, campaigns=8) as sandbox:
        yield {
            "TALKDESK_BASE_URL": sandbox.base_url,
            "TALKDESK_TOKEN_URL": sandbox.token_url,
            "TALKDESK_CLIENT_ID": sandbox.client_id,
            "TALKDESK_CLIENT_SECRET": sandbox.client_secret,
        }


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the files that blocks read: the key of a client."""
    folder = tmp_path_factory.mktemp("reader")
    key = textwrap.fill(Sandbox(callbacks=0, campaigns=0).private_key, 64)
    pem = f"-----BEGIN PRIVATE KEY-----\n{key}\n-----END PRIVATE KEY-----\n"
    (folder / "talkdesk.pem").write_text(pem)
    return folder


@pytest.mark.parametrize("block", BLOCKS)
def test_a_block_runs_as_it_stands(block: str, environment: dict[str, str], folder: Path) -> None:
    """It runs in a fresh interpreter, with credentials from the environment."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", block],
        cwd=folder,
        env={**os.environ, **environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_the_readme_shows_a_listing_and_an_error(environment: dict[str, str]) -> None:
    """The first block lists callbacks and meets a campaign that does not exist."""
    (block, *_) = BLOCK.findall(PAGES[0].read_text("utf-8"))
    run = subprocess.run(
        [sys.executable, "-c", block],
        env={**os.environ, **environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    *callbacks, error = run.stdout.splitlines()
    with Talkdesk(
        base_url=environment["TALKDESK_BASE_URL"],
        token_url=environment["TALKDESK_TOKEN_URL"],
        auth=ClientCredentials(
            environment["TALKDESK_CLIENT_ID"], environment["TALKDESK_CLIENT_SECRET"]
        ),
    ) as client:
        assert len(callbacks) == client.callbacks.list(status="TO_BE_RETRIED").total() > 0
    assert error.startswith("404 ")


def test_the_readme_tells_a_story_from_start_to_end(environment: dict[str, str]) -> None:
    """A callback is found, moved and cancelled once; a campaign is duplicated, run and paused."""
    block = BLOCK.findall(PAGES[0].read_text("utf-8"))[2]
    run = subprocess.run(
        [sys.executable, "-c", block],
        env={**os.environ, **environment, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    found, moved, again, status = run.stdout.splitlines()
    assert len(found) > len("['']")
    assert moved.endswith("+00:00")
    assert (again, status) == ("409", "PAUSED")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """Every relative link names a file of the project."""
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_every_session_that_the_pages_name_exists() -> None:
    """A command that a reader copies is one that nox knows."""
    known = set(
        re.findall(r"^def (\w+)\(session", (ROOT / "noxfile.py").read_text("utf-8"), re.MULTILINE)
    )
    named = {
        name for page in PAGES for name in re.findall(r"nox -s (\w+)", page.read_text("utf-8"))
    }
    assert named
    assert named <= known
