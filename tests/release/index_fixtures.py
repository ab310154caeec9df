"""A pytest plugin: indexes for each test, and what publishes to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.release.indexes import (
    DevpiServer,
    Index,
    IndexServer,
    PypiServer,
    run_devpi,
    run_pypiserver,
)
from tests.release.publishing import Publish, publish_from
from tests.release.recording_index import RecordingIndex, run_recording_index

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from release.artifacts import Artifacts


@pytest.fixture(scope="session")
def pypiserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PypiServer]:
    """Return a pypiserver for all tests."""
    with run_pypiserver(tmp_path_factory.mktemp("pypiserver")) as server:
        yield server


@pytest.fixture(scope="session")
def devpi(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DevpiServer]:
    """Return a devpi-server for all tests."""
    with run_devpi(tmp_path_factory.mktemp("devpi")) as server:
        yield server


@pytest.fixture(params=["pypiserver", "devpi"])
def index(request: pytest.FixtureRequest) -> Index:
    """Return an empty index of either kind."""
    server: IndexServer = request.getfixturevalue(request.param)
    return server.empty_index()


@pytest.fixture
def recording() -> Iterator[RecordingIndex]:
    """Return an index that does as it is told."""
    with run_recording_index() as running:
        yield running


@pytest.fixture
def publish(built: Artifacts) -> Publish:
    """Return a function that publishes what all tests share, and gives what was printed."""
    return publish_from(built.wheel.parents[1], trusting=True)


@pytest.fixture
def publish_own(checkout: Path) -> Publish:
    """Return a function that publishes from the test's own checkout, which it may change."""
    return publish_from(checkout, trusting=True)


@pytest.fixture
def publish_checked(checkout: Path) -> Publish:
    """Return the command as it is, which builds the test's own checkout anew."""
    return publish_from(checkout, trusting=False)
