"""What is recorded of the templates of openapi-python-client that ours replace.

`python -m tests.generator.client.upstream_templates` writes the record anew: after an upgrade,
when each changed file has been compared with ours and what is right in it was taken over, and after
a change of ours that is meant to grow. A review looks at the difference of the record.
"""

from __future__ import annotations

import difflib
import hashlib
import math
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.layout import Layout

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

RECORD = Path(__file__).with_suffix(".json")
UPSTREAM: Traversable = resources.files("openapi_python_client") / "templates"
OURS = Layout.of_checkout().templates

__all__ = ["OURS", "RECORD", "UPSTREAM", "Entry", "Record", "measure", "overrides", "read_record"]


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One template that we replace.

    Attributes:
        upstream: SHA-256 of the pinned text that it replaces.
        budget: How many lines may be added and removed: as many as were, rounded up to ten.
    """

    upstream: str
    budget: int


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of them.

    Attributes:
        budget: How many lines may be added and removed in all of them together, rounded as theirs.
        templates: Each by its file name.
    """

    budget: int
    templates: dict[str, Entry]


def overrides() -> list[str]:
    """Name our templates that stand in the place of one of upstream's."""
    return sorted(path.name for path in OURS.iterdir() if (UPSTREAM / path.name).is_file())


def fingerprint(name: str) -> str:
    """Return the SHA-256 of an upstream template."""
    return hashlib.sha256((UPSTREAM / name).read_bytes()).hexdigest()


def changed_lines(name: str) -> int:
    """Count the lines that ours adds to upstream's text and removes from it."""
    lines = difflib.unified_diff(
        (UPSTREAM / name).read_text("utf-8").splitlines(),
        (OURS / name).read_text("utf-8").splitlines(),
        n=0,
        lineterm="",
    )
    # The first two lines name the files.
    return sum(not line.startswith("@@") for line in list(lines)[2:])


def rounded(lines: int) -> int:
    """Round a number of lines up to ten: room for a fix, not for a feature."""
    return math.ceil(lines / 10) * 10


def measure() -> Record:
    """Describe the templates as they are now."""
    lines = {name: changed_lines(name) for name in overrides()}
    return Record(
        budget=rounded(sum(lines.values())),
        templates={
            name: Entry(upstream=fingerprint(name), budget=rounded(count))
            for name, count in lines.items()
        },
    )


def read_record() -> Record:
    """Read what is recorded."""
    return msgspec.json.decode(RECORD.read_bytes(), type=Record)


if __name__ == "__main__":
    text = msgspec.json.format(msgspec.json.encode(measure()), indent=2)
    RECORD.write_bytes(text + b"\n")
