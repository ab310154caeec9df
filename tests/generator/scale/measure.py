"""How long regeneration takes as the document grows.

`python -m tests.generator.scale.measure` prints it, for the numbers of operations that are given.
Seconds of processor time are those of the whole command, with the programs that it starts.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.generator.scale.checkout import regenerate_strictly, write_checkout

SIZES = (125, 250, 500)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print a table, one line for each size."""
    sys.stdout.write("operations  files  seconds  of processor  per operation, ms\n")
    for operations in sizes:
        with tempfile.TemporaryDirectory() as folder:
            layout = write_checkout(Path(folder), operations)
            clock, before = time.perf_counter(), _processor_seconds()
            run = regenerate_strictly(layout)
            seconds, used = time.perf_counter() - clock, _processor_seconds() - before
            if run.returncode:
                sys.exit(run.stderr)
        files = len(run.stdout.splitlines())
        each = 1000 * used / operations
        sys.stdout.write(
            f"{operations:10}  {files:5}  {seconds:7.1f}  {used:12.1f}  {each:17.0f}\n"
        )
        sys.stdout.flush()


def _processor_seconds() -> float:
    """Return what the programs that have ended took of the processor."""
    times = os.times()
    return times.children_user + times.children_system


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
