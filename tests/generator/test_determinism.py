"""The same inputs make the same bytes, wherever, whenever and below whatever settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.generator.test_regenerate import INPUTS, ROOT

# Settings that would change the bytes if anything listened to them: of the formatters, of the other
# generator, and of what reads files on its way.
HOSTILE = {
    "pyproject.toml": """
[tool.ruff]
line-length = 40
indent-width = 2
[tool.ruff.lint]
select = ["ALL"]
[tool.ruff.lint.isort]
force-single-line = true
[tool.ruff.format]
quote-style = "single"
skip-magic-trailing-comma = false
[tool.black]
line-length = 40
skip-string-normalization = true
[tool.isort]
line_length = 40
force_single_line = true
[tool.datamodel-codegen]
snake-case-field = false
field-constraints = false
use-annotated = false
disable-timestamp = false
class-name = "Hostile"
use-schema-description = true
target-python-version = "3.13"
[tool.openapi-python-client]
field_prefix = "hostile_"
[tool.coverage.run]
branch = true
""",
    "ruff.toml": 'line-length = 40\nindent-width = 2\n[format]\nquote-style = "single"\n',
    ".ruff.toml": 'line-length = 41\n[format]\nindent-style = "tab"\n',
    "ruff/ruff.toml": "line-length = 42\n",
    ".editorconfig": "[*]\nindent_style = tab\nend_of_line = crlf\nmax_line_length = 40\n",
    "setup.cfg": "[isort]\nline_length = 40\n[tool:black]\nline_length = 40\n",
    ".isort.cfg": "[settings]\nline_length = 40\nforce_single_line = true\n",
    "config.yml": "field_prefix: hostile_\nuse_path_prefixes_for_title_model_names: true\n",
}


@dataclass(frozen=True)
class Surroundings:
    """Where and how one regeneration runs.

    Attributes:
        folder: The checkout, below a folder of its own.
        environment: Variables that are other ones than those of the tests.
        umask: Which rights new files do not get.
        hostile: Whether settings of others lie in the checkout and in every folder around it.
    """

    folder: str = "checkout"
    environment: Mapping[str, str] = field(default_factory=dict[str, str])
    umask: int = -1
    hostile: bool = False


PLAIN = Surroundings()
OTHERS = {
    "another folder": Surroundings(folder="much/.nox/build/and with a blank/ä/checkout of it"),
    "hash seed 1": Surroundings(environment={"PYTHONHASHSEED": "1"}),
    "hostile settings": Surroundings(folder="around/checkout", hostile=True),
    "another locale, time zone and umask, and a random hash seed": Surroundings(
        # Python itself would take UTF-8 for C, unless it is told not to.
        environment={
            "PYTHONHASHSEED": "random",
            "LC_ALL": "C",
            "PYTHONCOERCECLOCALE": "0",
            "PYTHONUTF8": "0",
            "TZ": "Pacific/Kiritimati",
        },
        umask=0o077,
    ),
}


def regenerate(place: Path, surroundings: Surroundings) -> dict[str, bytes] | str:
    """Make everything from nothing, and return it file by file; or say what went wrong."""
    root = place / surroundings.folder
    for name in INPUTS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "generator" / "config.toml", root / "generator" / "config.toml")
    shutil.rmtree(root / "generated")
    scratch = root / "scratch"
    scratch.mkdir()
    if surroundings.hostile:
        for folder in (root, root.parent, place, scratch):
            lay_out(folder)
    run = subprocess.run(
        [sys.executable, "-m", "generator", "regenerate", "--root", str(root)],
        cwd=root if surroundings.hostile else ROOT,
        # The scratch folder is where files pass through; a user's own settings are below HOME.
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
            "PYTHONSAFEPATH": "1",
            "TMPDIR": str(scratch),
            "HOME": str(root),
            "XDG_CONFIG_HOME": str(root),
            "PYTHONHASHSEED": "0",
            **surroundings.environment,
        },
        umask=surroundings.umask,
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        return run.stderr
    made = [path for path in (root / "generated").rglob("*") if path.is_file()]
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in [*made, root / "docs" / "errata.md"]
    }


def lay_out(folder: Path) -> None:
    """Write the settings of others into a folder."""
    for name, text in HOSTILE.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")


Made = dict[str, dict[str, bytes] | str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return what is made in each surroundings; two at a time, as each takes some seconds."""
    every = {"plain": PLAIN, **OTHERS}
    with ThreadPoolExecutor(2) as pool:
        runs = {
            name: pool.submit(regenerate, tmp_path_factory.mktemp("place"), surroundings)
            for name, surroundings in every.items()
        }
    return {name: run.result() for name, run in runs.items()}


@pytest.mark.parametrize("name", OTHERS)
def test_the_same_bytes_come_out_of(name: str, made: Made) -> None:
    """What lies around the inputs, and how Python was started, is in no byte of the output."""
    plain, other = made["plain"], made[name]
    assert isinstance(plain, dict), plain
    assert isinstance(other, dict), other
    assert len(plain) > 50
    assert plain.keys() == other.keys()
    assert [file for file in plain if plain[file] != other[file]] == []
