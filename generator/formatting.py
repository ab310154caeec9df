"""Formatting generated code with the pinned ruff, whatever configuration lies around."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from generator.errors import GeneratorError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["format_package"]


def format_package(package: Path) -> None:
    """Sort the imports and `__all__` of every file below the folder, drop unused ones, and format.

    Raises:
        GeneratorError: ruff refuses a file, which then is no Python.
    """
    _ruff(package, "check", "--fix-only", "--select", "I,F401,RUF022")
    _ruff(
        package,
        "format",
        "--line-length",
        "100",
        "--config",
        "format.skip-magic-trailing-comma = true",
    )


def _ruff(package: Path, command: str, *options: str) -> None:
    # -P, and a working folder outside the package: its types.py would shadow the library's own.
    # The arguments are ours alone, and no shell reads them.
    run = subprocess.run(  # noqa: S603 - our own Python, and no shell
        [
            sys.executable,
            "-P",
            "-m",
            "ruff",
            command,
            "--isolated",
            "--no-cache",
            "--target-version",
            "py311",
            # Ruff passes over folders such as build/ and .nox/, and over what git ignores; the
            # checkout, or the place where a copy of it is made, may lie in one.
            *("--config", "exclude = []", "--config", "respect-gitignore = false"),
            *options,
            str(package),
        ],
        cwd=package.parent,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise GeneratorError(
            f"ruff {command} failed on {package.name}:\n{run.stderr or run.stdout}"
        )
