"""Fixtures of the core's tests."""

import pytest


@pytest.fixture
def anyio_backend() -> str:
    """Async tests run on asyncio, the one event loop the client supports."""
    return "asyncio"
