"""The rows of a table of members, whatever layout they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.evidence.facts import fragment, read_constraints, read_type
from generator.evidence.items import inner_path, split_description
from generator.evidence.passages import one_line
from generator.evidence.rows import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.evidence.passages import Passage

_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_REQUIRED = re.compile(r"(?P<answer>yes|no)(?:\s*(?P<members>\([^()]*\)))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, cell by cell.

    Attributes:
        numbers: The lines that name and type stand on.
        name: As printed.
        type: As printed.
        description: With the numbered items in it.
        required: The lines and text of the last cell; empty where it is blank.
    """

    numbers: tuple[int, ...]
    name: str
    type: str
    description: Passage
    required: Passage

    def statements(self, parent: str | None) -> Iterator[Statement]:
        """Yield the row's own statement and one for each item of its description.

        Args:
            parent: What the table is about, `200` or `error`; None if it is not known.
        """
        description = split_description(self.description)
        lead = description.lead
        numbers = (*self.numbers, *lead.numbers, *self.required.numbers)
        cells = (self.name, self.type, lead.text, self.required.text)
        text = " ".join(cell for cell in cells if cell)
        kind = read_type(self.type)
        if parent is None or kind is None or not _NAME.fullmatch(self.name):
            yield Statement("unparsed", numbers, text)
            yield from description.statements(None)
            return
        facts = read_constraints(lead.text, states_required=False)
        required, members, left = _read_required(self.required.text, description.names)
        own = Statement(
            kind="property",
            numbers=numbers,
            text=text,
            path=f"{parent}.{self.name}",
            facts=replace(
                facts,
                type=kind.type,
                format=kind.format,
                required=required,
                printed="; ".join(part for part in (facts.printed, left) if part),
            ),
        )
        yield own
        yield from description.statements(inner_path(own), members)


def _read_required(cell: str, names: frozenset[str]) -> tuple[str, frozenset[str], str]:
    """Return the answer, the items that it names, and what of the cell cannot be understood."""
    if not cell:
        return "", frozenset(), ""
    found = _REQUIRED.fullmatch(cell)
    if found is None:
        return "", frozenset(), fragment(cell)
    answer = found["answer"].lower()
    if not found["members"]:
        return answer, frozenset(), ""
    named = frozenset(re.split(r"\s*,\s*|\s+and\s+", found["members"].strip("() ")))
    if answer == "yes" and named <= names:
        return f"{answer} {one_line(found['members'])}", named, ""
    return answer, frozenset(), fragment(found["members"])


__all__ = ["TableRow"]
