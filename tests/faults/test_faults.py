"""Whatever goes wrong between client and server, the caller gets what the matrix says.

The faults and what has to come of each are data, in `tests.faults.rows`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from tests.faults.calls import AFTERWARDS
from tests.faults.fault import Fault, Gives
from tests.faults.matrix import FAULTS, SECTIONS
from tests.faults.run import Run, run, run_async
from tests.faults.wire_text import HIDDEN


@pytest.mark.parametrize("play", [run, run_async], ids=["blocking", "awaiting"])
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_ends_as_the_matrix_says(fault: Fault, play: Callable[[Fault], Run]) -> None:
    """Result or error, requests and seconds are as stated; nothing leaks; the client lives on."""
    came = play(fault)
    try:
        _check_outcome(fault, came)
        _check_requests(fault, came)
        _check_seconds(fault, came)
        assert came.afterwards == f"cb-{AFTERWARDS}"
        assert (came.needless, came.unended) == (0, 0)
        _check_secrecy(came)
    finally:
        # An error holds the frames that it came through, and they hold the client.
        came.error = None


def _check_outcome(fault: Fault, came: Run) -> None:
    if isinstance(fault.gets, Gives):
        assert came.error is None, repr(came.error)
        assert came.value == fault.gets.value
        return
    assert type(came.error) is fault.gets.error, repr(came.error)
    for name, value in fault.gets.attributes.items():
        assert getattr(came.error, name) == value, name


def _check_requests(fault: Fault, came: Run) -> None:
    api, tokens = came.api_requests(), came.token_requests()
    assert (len(api), len(tokens)) == (fault.requests, fault.token_requests)
    assert came.stage.elsewhere.connections == []
    assert all(seen.header["authorization"].startswith("Bearer t0ken-") for seen in api)
    assert all(seen.header["authorization"].startswith("Basic ") for seen in tokens)
    assert not any("cookie" in seen.header for seen in [*api, *tokens])


def _check_seconds(fault: Fault, came: Run) -> None:
    least, most = fault.seconds if isinstance(fault.seconds, tuple) else (fault.seconds,) * 2
    assert least - 1e-6 <= came.seconds <= most + 1e-6


def _check_secrecy(came: Run) -> None:
    assert len(came.texts) > 1
    leaks = [(hidden, text) for text in came.texts for hidden in HIDDEN if hidden in text]
    assert leaks == []


def test_the_matrix_has_its_size() -> None:
    """It holds many faults, each under a name of its own in its section."""
    assert len(FAULTS) >= 60
    for _, faults in SECTIONS:
        assert max(Counter(fault.name for fault in faults).values()) == 1
