"""One build for all tests of releases, and copies of the checkout that it was made from."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from release.artifacts import Artifacts, read_artifacts
from release.building import build
from tests.release.checkouts import make_checkout

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Artifacts:
    """Return what a build of a clean copy of this checkout makes, in the copy's `dist/`.

    It is shared: a test that changes files does so in a `checkout` of its own.
    """
    root = make_checkout(tmp_path_factory.mktemp("release") / "checkout")
    return build(root, root / "dist")


@pytest.fixture
def checkout(built: Artifacts, tmp_path: Path) -> Path:
    """Return a clean checkout of the test's own, with what was built from it in `dist/`."""
    return shutil.copytree(built.wheel.parents[1], tmp_path / "checkout")


@pytest.fixture
def artifacts(checkout: Path) -> Artifacts:
    """Return what was built from the test's own checkout."""
    return read_artifacts(checkout / "dist")
