"""UNSET is one object everywhere, so that `is UNSET` is always the right question."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from multiprocessing import get_context
from typing import Any

import pytest

import talkdesk_client
from talkdesk_client import UNSET, Unset, types
from talkdesk_core import unset

# Reads a pickle, says whether it holds UNSET itself, and sends it back.
THERE_AND_BACK = """
import pickle, sys
from talkdesk_client import UNSET
given = pickle.loads(sys.stdin.buffer.read())
assert given["top"] is UNSET and given["deep"][0] is UNSET
sys.stdout.buffer.write(pickle.dumps(given))
"""


def is_unset(value: object) -> bool:
    """Say whether a value is UNSET: in a process of its own, so by its own UNSET."""
    return value is UNSET


def same(value: object) -> object:
    """Return what was given."""
    return value


def test_every_name_is_of_one_object() -> None:
    """The package, its `types` and the core mean the same."""
    assert talkdesk_client.UNSET is types.UNSET is unset.UNSET
    assert talkdesk_client.Unset is types.Unset is unset.Unset
    assert type(UNSET) is Unset


def test_it_is_falsy_and_tells_its_name() -> None:
    """It reads well where it is printed, and is neither None nor equal to it."""
    assert bool(UNSET) is False
    assert repr(UNSET) == "UNSET"
    assert UNSET is not None
    others: list[object] = [None, False, "", 0]
    assert UNSET not in others
    assert len({UNSET, UNSET, None}) == 2


def test_copies_are_the_object_itself() -> None:
    """By itself and inside of what is copied."""
    assert copy.copy(UNSET) is UNSET
    assert copy.deepcopy(UNSET) is UNSET
    held = {"top": UNSET, "deep": [UNSET]}
    twin = copy.deepcopy(held)
    assert twin["top"] is UNSET
    assert twin["deep"] == [UNSET]
    assert twin["deep"] is not held["deep"]


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_pickle_is_read_as_the_object_itself(protocol: int) -> None:
    """Whatever protocol wrote it."""
    held: dict[str, object] = {"top": UNSET, "deep": [UNSET]}
    read = pickle.loads(pickle.dumps(held, protocol))
    assert read["top"] is UNSET
    assert read["deep"][0] is UNSET


def test_another_program_knows_it_and_sends_it_back() -> None:
    """It goes to a fresh interpreter and comes home as the same object."""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", THERE_AND_BACK],
        input=pickle.dumps({"top": UNSET, "deep": [UNSET]}),
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    back = pickle.loads(run.stdout)
    assert back["top"] is UNSET
    assert back["deep"][0] is UNSET


def test_a_spawned_worker_takes_it_and_returns_it() -> None:
    """Arguments that were not given stay so in a pool of processes."""
    with get_context("spawn").Pool(1) as pool:
        assert pool.map(is_unset, [UNSET, None]) == [True, False]
        (back,) = pool.map(same, [UNSET])
    assert back is UNSET


def test_it_cannot_be_made_twice() -> None:
    """Calling its class gives no second one."""
    kind: Any = Unset
    assert kind() is UNSET


@pytest.mark.parametrize(("given", "text"), [(UNSET, "not given"), (None, "null"), ("x", "x")])
def test_the_three_states_are_told_apart(given: str | None | Unset, text: str) -> None:  # noqa: RUF036
    """Not given, null, and a value; `tests/typing` holds that checkers see it as well."""
    if given is UNSET:
        assert text == "not given"
    elif given is None:
        assert text == "null"
    else:
        assert given.upper() == text.upper()
