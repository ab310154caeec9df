"""The command line of the generator, as its tests see it from outside."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from generator.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from generator.json_data import Json

BEFORE = "what stood here before\n"


@dataclass(frozen=True)
class Outcome:
    """What one call of the command line left behind.

    Attributes:
        code: The exit code.
        message: What was written to stderr.
        output: The content of OUT; None where there is no such file.
        strays: Files in the folder that were not there before, OUT aside.
    """

    code: int
    message: str
    output: str | None
    strays: list[str]


@dataclass(frozen=True)
class Desk:
    """A folder with documents, and the `overlay` command over it."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def file(self, name: str, content: str | bytes | Json) -> Path:
        """Write a file: text and bytes as they are, anything else as JSON."""
        path = self.folder / name
        if not isinstance(content, bytes):
            text = content if isinstance(content, str) else json.dumps(content)
            content = text.encode()
        path.write_bytes(content)
        return path

    def overlay(self, document: Path, *overlays: Path, output: str = "out.yaml") -> Outcome:
        """Run `overlay` in this process and say what it did."""
        out = self.folder / output
        before = set(self.folder.iterdir())
        options = [text for path in overlays for text in ("--overlay", str(path))]
        code = main(["overlay", "--document", str(document), *options, "--output", str(out)])
        return Outcome(
            code=code,
            message=self.capture.readouterr().err,
            output=out.read_text(encoding="utf-8") if out.is_file() else None,
            strays=sorted(path.name for path in set(self.folder.iterdir()) - before - {out}),
        )


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Return an empty desk."""
    return Desk(tmp_path, capsys)
