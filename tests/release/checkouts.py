"""Checkouts that tests may do anything to, and the command line over them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMIT_TIME = 1_767_225_600
"""2026-01-01T00:00:00Z, which every checkout of a test was committed at."""


def make_checkout(folder: Path) -> Path:
    """Make a git repository of the files of this checkout, all of them committed."""
    listing = git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    # A file that is not committed yet counts, one that is about to be removed does not.
    for name in sorted(set(listing.split("\0")) - {""}):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "add", "--force", ".")
    commit(folder)
    # One file instead of hundreds: tests copy it.
    git(folder, "repack", "-a", "-d", "--quiet")
    return folder


def commit(root: Path) -> None:
    """Commit what is staged, under a made-up name, at the time of all commits."""
    options = ("user.name=A tester", "user.email=tester@example.invalid", "commit.gpgsign=false")
    git(
        root,
        *(word for option in options for word in ("-c", option)),
        *("commit", "--quiet", "--no-verify", "--message", "A commit"),
    )


def git(root: Path, *arguments: str) -> str:
    """Run git in a folder and return what it prints."""
    moment = f"{COMMIT_TIME} +0000"
    environment = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
    run = subprocess.run(
        ["git", *arguments],  # noqa: S607 - wherever PATH has it
        cwd=root,
        env={**environment, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def check_out_anew(root: Path) -> None:
    """Write every tracked file as git now would, with the settings and attributes of today."""
    for name in git(root, "ls-files", "-z").split("\0"):
        if name:
            (root / name).unlink()
    git(root, "checkout-index", "--all", "--force", "--index")


def release(
    root: Path, *arguments: str, umask: int = -1, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a checkout's own `python -m release`, with variables added to the environment."""
    return subprocess.run(
        [sys.executable, "-m", "release", *arguments],
        cwd=root,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        umask=umask,
        check=False,
    )


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes; none for a folder that is not there."""
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*"))}
