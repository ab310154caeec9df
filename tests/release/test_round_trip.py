"""What was published is what users get: installed from an index, and run as it is installed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from uv import find_uv_bin

from release.artifacts import Artifacts
from tests.release.checkouts import ROOT, release
from tests.release.indexes import PASSWORD, USERNAME, Index
from tests.release.use_installed import CALLBACKS

pytest_plugins = ["tests.release.index_fixtures"]

# The versions of all dependencies; where they come from is the machine's affair.
CONSTRAINTS = ["--constraint", str(ROOT / "requirements" / "runtime.txt")]
OWN_PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# As the noxfile reads them: the classifiers are the one place that lists the versions.
CLASSIFIER = re.compile(r"Programming Language :: Python :: (3\.\d+)")
LISTED = [match[1] for match in map(CLASSIFIER.fullmatch, PROJECT["classifiers"]) if match]
IMPORTS = """
import importlib.metadata, importlib.util, json, sys
import talkdesk_client
from talkdesk_client import StaticToken, Talkdesk, models
Talkdesk(account="example", auth=StaticToken("token")).close()
models.Callback.from_dict({})
print(json.dumps({
    "files": [talkdesk_client.__file__],
    "python": "%d.%d" % sys.version_info[:2],
    "version": importlib.metadata.version("talkdesk-client"),
    "extras": [name for name in sys.argv[1:] if importlib.util.find_spec(name)],
}))
"""


class Environment:
    """A virtual environment of the test's own."""

    def __init__(self, folder: Path, python: str) -> None:
        self.folder = folder
        self.python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
        _succeed(find_uv_bin(), "venv", "--no-project", "--python", python, str(folder))

    def install(self, *words: str, **environment: str) -> None:
        """Install something, with the settings for indexes that the machine has."""
        install = (find_uv_bin(), "pip", "install", "--python", str(self.python))
        _succeed(*install, *CONSTRAINTS, *words, folder=None, **environment)
        _succeed(find_uv_bin(), "pip", "check", "--python", str(self.python))

    def run(self, *words: str) -> dict[str, Any]:
        """Run Python from an empty folder, with nothing from outside; return its JSON."""
        empty = self.folder.parent / "empty"
        empty.mkdir(exist_ok=True)
        printed = _succeed(str(self.python), "-I", "-W", "error", *words, folder=empty)
        found: dict[str, Any] = json.loads(printed)
        return found

    def holds(self, files: list[str]) -> bool:
        """Tell whether files lie in this environment."""
        return all(Path(file).resolve().is_relative_to(self.folder.resolve()) for file in files)


def test_the_installed_client_talks_to_the_installed_sandbox(
    index: Index, built: Artifacts, tmp_path: Path
) -> None:
    """Published to an index with a password, installed from there with its extra, run elsewhere.

    The dependencies come from the machine's ordinary index. uv takes a package from the first index
    that has it, so that nobody's package of the same name there can take the place of this one.
    """
    credentials = {"UV_PUBLISH_USERNAME": USERNAME, "UV_PUBLISH_PASSWORD": PASSWORD}
    root = built.wheel.parents[1]
    loopback = {"NO_PROXY": f"127.0.0.1,{os.environ.get('NO_PROXY', '')}"}
    done = release(root, "publish", *index.options, umask=-1, **credentials, **loopback)
    assert done.returncode == 0, done.stderr

    environment = Environment(tmp_path / "environment", sys.executable)
    environment.install(
        *("--index", f"internal={index.simple_url}", "--index-strategy", "first-index"),
        f"talkdesk-client[sandbox]=={built.version}",
        UV_INDEX_INTERNAL_USERNAME=USERNAME,
        UV_INDEX_INTERNAL_PASSWORD=PASSWORD,
        **loopback,
    )
    found = environment.run(str(Path(__file__).with_name("use_installed.py")))
    assert environment.holds(found["files"])
    assert found["version"] == built.version
    assert found["callbacks"] == CALLBACKS
    assert found["campaign found"]
    _assert_installed(built.wheel, Path(found["files"][0]).parents[1])


@pytest.mark.parametrize("version", dict.fromkeys([*LISTED, OWN_PYTHON]))
def test_the_wheel_alone_is_imported_by_every_python_at_hand(
    built: Artifacts, tmp_path: Path, version: str
) -> None:
    """With what it requires and no extra."""
    python = _find_python(version)
    if python is None:
        pytest.skip(f"there is no Python {version} on this machine")
    environment = Environment(tmp_path / "environment", python)
    environment.install(str(built.wheel))
    found = environment.run("-c", IMPORTS, "pydantic", "starlette", "uvicorn")
    assert environment.holds(found["files"])
    assert found["python"] == version
    assert found["version"] == built.version
    assert found["extras"] == []


def _find_python(version: str) -> str | None:
    """Return a Python of a version: this one, or what PATH has and what runs."""
    if version == OWN_PYTHON:
        return sys.executable
    found = shutil.which(f"python{version}")
    # A version manager leaves commands on PATH for versions that are not switched on.
    runs = found and subprocess.run([found, "-V"], capture_output=True, check=False).returncode == 0
    return found if runs else None


def _assert_installed(wheel: Path, site_packages: Path) -> None:
    """Accept an environment that has each of the wheel's files byte by byte."""
    with zipfile.ZipFile(wheel) as archive:
        # RECORD lists what the installer adds, too.
        names = [name for name in archive.namelist() if not name.endswith("/RECORD")]
        assert len(names) > 100
        for name in names:
            assert (site_packages / name).read_bytes() == archive.read(name), name


def _succeed(*command: str, folder: Path | None = None, **environment: str) -> str:
    """Run a program, and return what it prints on its standard output."""
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
