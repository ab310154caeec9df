"""Running a Python tool of this environment, untouched by what else the machine has set."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from release.errors import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["run_tool"]

# Settings that change what Python or hatchling make (search paths, hooks, versions of metadata),
# and the credentials of an index, which no tool needs.
_MISLEADING = ("PYTHON", "HATCH_", "SOURCE_DATE_EPOCH", "UV_PUBLISH_")
_FIXED = {"LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PYTHONHASHSEED": "0", "TZ": "UTC"}


def run_tool(
    tool: str, *arguments: str, folder: Path, settings: Mapping[str, str] | None = None
) -> None:
    """Run `python -m TOOL` and say nothing if it succeeds.

    Args:
        tool: The module.
        arguments: What it is given.
        folder: Where it runs; nothing is imported from there.
        settings: Environment variables for it.

    Raises:
        ReleaseError: It is not installed, or fails; with what it printed.
    """
    environment = {
        name: text for name, text in os.environ.items() if not name.startswith(_MISLEADING)
    }
    # The arguments are ours alone, and no shell reads them. -P keeps the folder off the path.
    run = subprocess.run(  # noqa: S603 - our own tools, and no shell
        [sys.executable, "-P", "-m", tool, *arguments],
        cwd=folder,
        env={**environment, **_FIXED, **(settings or {})},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if run.returncode != 0:
        said = "\n".join(part.strip() for part in (run.stdout, run.stderr) if part.strip())
        raise ReleaseError(f"{tool} {arguments[0]} fails:\n{said}")
