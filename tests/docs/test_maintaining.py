"""Every command of the maintainer's page runs, in its order, on a copy of the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.generator.evidence.saved_pages import page_text
from tests.release.checkouts import git, make_checkout
from tests.release.indexes import PASSWORD, USERNAME, run_pypiserver

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "maintaining.md").read_text("utf-8")
COMMANDS = [
    line
    for block in re.findall(r"^```console\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
]
# The sessions inside run for real, but with a few quick tests: all of them run
# elsewhere, and this one would run itself.
FEW_TESTS = "regions or clean_of_type_errors"


def edit(path: Path, old: str, new: str) -> None:
    """Change what a maintainer changes by hand."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def run(command: str, root: Path, environment: dict[str, str]) -> str:
    """Run a line of the page in a shell, and return what it prints."""
    done = subprocess.run(
        ["bash", "-euc", command],  # noqa: S607 - wherever PATH has it
        cwd=root,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"$ {command}\n{done.stdout}"
    assert PASSWORD not in done.stdout
    return done.stdout


@pytest.mark.walkthrough
def test_the_page_leads_from_a_changed_page_to_a_release(tmp_path: Path) -> None:
    """At its end there is a tagged commit, and the index holds what was built from it."""
    root = make_checkout(tmp_path / "checkout")
    saved = tmp_path / "page.html"
    saved.write_text(page_text("callback-query"), "utf-8")
    first = git(root, "rev-parse", "HEAD").strip()
    with run_pypiserver(tmp_path) as server:
        index = server.empty_index()
        identity = {
            f"GIT_{who}_{what}": text
            for who in ("AUTHOR", "COMMITTER")
            for what, text in (("NAME", "A tester"), ("EMAIL", "tester@example.invalid"))
        }
        environment = {
            **os.environ,
            **identity,
            "INDEX_URL": index.upload_url,
            "PAGE": str(saved),
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTEST_ADDOPTS": f'-k "{FEW_TESTS}"',
            "UV_PUBLISH_PASSWORD": PASSWORD,
            "UV_PUBLISH_USERNAME": USERNAME,
        }
        for command in COMMANDS:
            if command == "nox -s regenerate":
                edit(root / "spec/talkdesk.yaml", "Phone number to be called", "Number to call")
                edit(root / "CHANGELOG.md", "### Added\n", "### Added\n\n- A clearer page.\n")
            run(command, root, environment)
        assert git(root, "log", "--format=%s", f"{first}..v0.2.0").split("\n")[:2] == [
            "Release 0.2.0",
            "Follow the page of callbacks",
        ]
        assert sorted(index.files()) == [
            "talkdesk_client-0.2.0-py3-none-any.whl",
            "talkdesk_client-0.2.0.tar.gz",
        ]
