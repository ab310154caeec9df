"""What holds for all tests: how properties are tried, and that no secret gets out."""

import pytest
from hypothesis import HealthCheck, settings

from tests.leaks.watch import Watch

# A busy machine is no reason to fail.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")


def pytest_configure(config: pytest.Config) -> None:
    """Search all that the run shows for secrets, names and numbers."""
    config.pluginmanager.register(Watch(config), "leaks")
