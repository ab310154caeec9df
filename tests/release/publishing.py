"""The `publish` command of a checkout, run so that no credentials can get out unnoticed."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from tests.release.checkouts import release
from tests.release.indexes import PASSWORD, USERNAME

WRONG = "q7-no-password-of-anybody"
LOGIN = f"Basic {base64.b64encode(f'{USERNAME}:{PASSWORD}'.encode()).decode()}"

# Runs the function behind the command with two things left out that take their time: another
# build, and the pauses for an index that lists files late.
LAUNCHER = """
import argparse, os, sys
from pathlib import Path
from release.artifacts import read_artifacts
from release.errors import ReleaseError
from release.publishing import publish

parser = argparse.ArgumentParser()
parser.add_argument("--index-url")
parser.add_argument("--check-url")
parser.add_argument("--dry-run", action="store_true")
dist = Path("dist").resolve()
try:
    lines = publish(
        dist,
        **vars(parser.parse_args()),
        environment=os.environ,
        rebuild=lambda root, output: read_artifacts(dist),
        pause=lambda seconds: None,
    )
except ReleaseError as error:
    sys.exit(f"error: {error}")
print(*lines, sep="\\n")
"""

Publish = Callable[..., str]
"""Options, the exit code to expect as `code`, and variables; returns what was printed."""


def publish_from(root: Path, *, trusting: bool) -> Publish:
    """Return a function that publishes from a checkout.

    If it is trusting, it takes what `dist/` holds for what the commit gives. Else it is the command
    as it is, which builds anew.

    Whatever happens, the credentials are not in what is printed, and no traceback is.
    """

    def run(*options: str, code: int = 0, **environment: str) -> str:
        settings = {
            "UV_PUBLISH_USERNAME": USERNAME,
            "UV_PUBLISH_PASSWORD": PASSWORD,
            "NO_PROXY": "127.0.0.1",
            **environment,
        }
        if trusting:
            done = subprocess.run(
                [sys.executable, "-c", LAUNCHER, *options],
                cwd=root,
                env={**os.environ, **settings},
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        else:
            done = release(root, "publish", *options, umask=-1, **settings)
        printed = done.stdout + done.stderr
        assert "Traceback" not in printed
        for secret in (PASSWORD, WRONG, quote(PASSWORD), LOGIN):
            assert secret not in printed
        without_addresses = printed
        for option in options:
            # devpi's address holds the user's name.
            without_addresses = without_addresses.replace(option, "")
        assert USERNAME not in without_addresses
        assert done.returncode == code, printed
        assert (done.stdout == "") == (code != 0)
        return printed

    return run
