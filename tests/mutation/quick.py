"""A plugin for pytest that makes tries of mutants quick, and their outcome the same each time.

Whether a mutant survives must not depend on chance; making the example smaller that kills one takes
longer than all the rest; and most mutants are killed by a test that takes no time.
"""

import json
from pathlib import Path

import pytest
from hypothesis import Phase, settings

# mutmut writes it before it tries the first mutant.
STATISTICS = Path("mutmut-stats.json")


def pytest_configure() -> None:
    """Change the settings that tests/conftest.py has loaded."""
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile(
        "mutation", settings.get_profile("project"), phases=phases, derandomize=True, database=None
    )
    settings.load_profile("mutation")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the tests that took the shortest time."""
    if STATISTICS.exists():
        seconds: dict[str, float] = json.loads(STATISTICS.read_text("utf-8"))["duration_by_test"]
        items.sort(key=lambda item: seconds.get(item.nodeid, 0.0))
