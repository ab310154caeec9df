"""A checkout of a large document: what regeneration reads, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from generator.documents import write_document
from generator.layout import Layout
from tests.generator.scale.corrections import overlays_of, register_of, stated_document

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["OURS", "regenerate_strictly", "write_checkout"]

OURS = Layout.of_checkout()


def write_checkout(root: Path, operations: int) -> Layout:
    """Write the inputs of a document with so many operations, its names and corrections."""
    layout = Layout(root)
    shutil.copytree(OURS.templates, layout.templates)
    shutil.copy(OURS.config, layout.config)
    shutil.copytree(
        OURS.extensions, layout.extensions, ignore=shutil.ignore_patterns("__pycache__")
    )
    folder = root / "overlays"
    folder.mkdir()
    for name, overlay in overlays_of(operations).items():
        write_document(folder / name, overlay)
    layout.canonical.parent.mkdir()
    write_document(layout.canonical, stated_document(operations))
    write_document(layout.register, register_of(operations))
    return layout


def regenerate_strictly(layout: Layout) -> subprocess.CompletedProcess[str]:
    """Run the command line on a checkout, in an interpreter that takes warnings for errors."""
    return subprocess.run(
        [
            *(sys.executable, "-W", "error", "-m", "generator", "regenerate"),
            *("--root", str(layout.root)),
        ],
        cwd=OURS.root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
