"""The work of generating a client grows as the document does: twice the document, twice the work.

A clock would measure the machine. What is counted instead are calls, of Python functions and of
functions in C, those of upstream included: the same document makes the same ones again. What else a
regeneration does, such as judging the document, is others' code for the most part;
`python -m tests.generator.scale.measure` shows all of it by the clock.
"""

from __future__ import annotations

import cProfile
from typing import TYPE_CHECKING

from generator.client.render import generate_client
from generator.layout import Layout
from generator.provenance import annotate, trace
from generator.settings import read_settings
from tests.generator.scale.document import large_document

if TYPE_CHECKING:
    from pathlib import Path

SIZES = (25, 50, 100)
# Beside what is strictly linear: sorting, and what happens once for some thousand calls.
TOLERANCE = 1.02


def calls_for(operations: int, package: Path) -> int:
    """Count the calls that it takes to generate the client of so many operations."""
    document = large_document(operations)
    layout = Layout.of_checkout()
    settings = read_settings(layout.config).client
    profile = cProfile.Profile()
    with profile:
        told = annotate(document, trace(document, []))
        generate_client(told, package, settings, layout.templates)
    return sum(entry.callcount for entry in profile.getstats())


def test_twice_the_document_is_twice_the_work(tmp_path: Path) -> None:
    """From 25 to 50 operations, half as many calls are added as from 50 to 100."""
    calls_for(SIZES[0], tmp_path / "first")  # imports and compiles what is kept
    small, middle, large = (calls_for(size, tmp_path / f"of_{size}") for size in SIZES)
    assert large - middle <= TOLERANCE * 2 * (middle - small)
