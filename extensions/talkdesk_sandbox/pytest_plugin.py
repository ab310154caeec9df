"""A pytest plugin: a fresh sandbox for each test, and a client that talks to it.

pytest imports this module in every run in which the distribution is installed, so it imports
nothing that is not needed before the first fixture.
"""

from collections.abc import Iterator
from typing import Any

import pytest

TYPE_CHECKING = False  # A literal, so that neither the client nor the sandbox is imported for it.
if TYPE_CHECKING:
    from talkdesk_client import Talkdesk
    from talkdesk_sandbox import Sandbox

_MARKER = "talkdesk_sandbox"


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known."""
    config.addinivalue_line(
        "markers",
        f"{_MARKER}(seed=1, callbacks=100, campaigns=8, token_seconds=600, quirks=[...], "
        "granted_scopes=[...]): what the sandbox of the test is made from",
    )


@pytest.fixture
def talkdesk_sandbox(request: pytest.FixtureRequest) -> Iterator["Sandbox"]:
    """A local Talkdesk of its own for each test, with 100 callbacks and 8 campaigns.

    The marker ``talkdesk_sandbox`` takes the arguments of ``Sandbox``; of several, the nearest
    one wins for each argument::

        @pytest.mark.talkdesk_sandbox(callbacks=3, quirks=["nulls"])
        def test_something(talkdesk_client): ...
    """
    from talkdesk_sandbox import Sandbox

    arguments: dict[str, Any] = {"callbacks": 100}
    for marker in reversed(list(request.node.iter_markers(_MARKER))):
        if marker.args:
            raise pytest.UsageError(f"the marker {_MARKER} takes arguments by name only")
        arguments.update(marker.kwargs)
    with Sandbox(**arguments) as sandbox:
        yield sandbox


@pytest.fixture
def talkdesk_client(talkdesk_sandbox: "Sandbox") -> Iterator["Talkdesk"]:
    """A client of ``talkdesk_sandbox``. For an async one: ``AsyncTalkdesk(**….options())``."""
    from talkdesk_client import Talkdesk

    with Talkdesk(**talkdesk_sandbox.options()) as client:
        yield client
