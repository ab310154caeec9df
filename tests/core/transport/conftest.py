"""Fixtures of the transport's tests."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.core.transport.driving import Connect


@pytest.fixture(params=["blocking", "async"])
def connect(request: pytest.FixtureRequest) -> Iterator[Connect]:
    """Make clients of either kind."""
    with ExitStack() as stack:
        yield Connect(request.param == "async", stack)
