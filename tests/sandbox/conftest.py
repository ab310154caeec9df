from collections.abc import Iterator

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from tests.sandbox.caller import JsonObject, signed_in, whole_listing
from tests.sandbox.document import EffectiveDocument


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox of the default size that listens."""
    with Sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client with a token of `sandbox`, which lives ten minutes: all the tests take longer."""
    with signed_in(sandbox) as client:
        yield client


@pytest.fixture(scope="session")
def everything(sandbox: Sandbox) -> list[JsonObject]:
    """Every callback of `sandbox`, without a filter."""
    with signed_in(sandbox) as client:
        return whole_listing(client)


@pytest.fixture(scope="session")
def document() -> EffectiveDocument:
    """The effective document."""
    return EffectiveDocument()
