"""The work of generating a client grows as the document does: twice the document, twice the work.

A clock would measure the machine. What is counted instead are calls, of Python functions and of
functions in C, those of upstream included: the same document makes the same ones again. What else a
regeneration does, such as judging the document, is others' code for the most part;
`python -m tests.generator.scale.measure` shows all of it by the clock.
"""

from __future__ import annotations

import cProfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.client.render import generate_client
from generator.layout import Layout
from generator.overlay import apply_overlays, parse_overlay
from generator.provenance import annotate, trace
from generator.settings import read_settings
from tests.generator.scale.corrections import ERRATA_OF_ONE, overlays_of, stated_document
from tests.generator.scale.document import large_document, nouns_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.json_data import JsonObject
    from generator.overlay import Overlay

SIZES = (25, 50, 100)
# Beside what is strictly linear: sorting, and what happens once for some thousand calls.
TOLERANCE = 1.02


def inputs_of(operations: int) -> tuple[JsonObject, list[Overlay]]:
    """Return a canonical document of so many operations, and its overlays."""
    overlays = [parse_overlay(data, Path(name)) for name, data in overlays_of(operations).items()]
    return stated_document(operations), overlays


def calls_of(work: Callable[[], object]) -> int:
    """Count the calls that some work makes."""
    profile = cProfile.Profile()
    with profile:
        work()
    return sum(entry.callcount for entry in profile.getstats())


def calls_to_trace(operations: int) -> int:
    """Count the calls that it takes to apply and to trace the corrections of so many operations."""
    canonical, overlays = inputs_of(operations)

    def work() -> None:
        annotate(apply_overlays(canonical, overlays), trace(canonical, overlays))

    return calls_of(work)


def calls_to_generate(operations: int, package: Path) -> int:
    """Count the calls that it takes to generate the client of so many operations."""
    canonical, overlays = inputs_of(operations)
    told = annotate(apply_overlays(canonical, overlays), trace(canonical, overlays))
    layout = Layout.of_checkout()
    settings = read_settings(layout.config).client
    return calls_of(lambda: generate_client(told, package, settings, layout.templates))


def test_twice_the_corrections_are_twice_the_work() -> None:
    """From 25 to 50 operations, half as many calls are added as from 50 to 100."""
    calls_to_trace(SIZES[0])  # imports and compiles what is kept
    small, middle, large = map(calls_to_trace, SIZES)
    assert large - middle <= TOLERANCE * 2 * (middle - small)


def test_twice_the_document_is_twice_the_work(tmp_path: Path) -> None:
    """From 25 to 50 operations, half as many calls are added as from 50 to 100."""
    calls_to_generate(SIZES[0], tmp_path / "first")  # imports and compiles what is kept
    small, middle, large = (calls_to_generate(size, tmp_path / f"of_{size}") for size in SIZES)
    assert large - middle <= TOLERANCE * 2 * (middle - small)


def test_the_corrections_of_a_large_document_are_made_and_traced() -> None:
    """They make it what it should be, and each is told of what it touched."""
    canonical, overlays = inputs_of(SIZES[0])
    assert canonical != large_document(SIZES[0])
    assert apply_overlays(canonical, overlays) == large_document(SIZES[0])
    told = {
        action.place for found in trace(canonical, overlays).values() for action in found.actions
    }
    # All but the first name, which is of the tags.
    assert len(told) == SIZES[0] + len(nouns_of(SIZES[0])) * ERRATA_OF_ONE
