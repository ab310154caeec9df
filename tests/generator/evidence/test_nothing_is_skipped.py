"""Whatever happens to a page, each of its lines is in the evidence, or the page is refused."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.evidence.errors import PageError
from generator.evidence.rows import line_numbers
from tests.generator.evidence.saved_pages import PAGES, page_text, read

# Pieces of what the readers look for, so that made-up lines come close to real ones.
_PIECES = st.sampled_from(
    [
        *('1 - "a" (string)', "2.1 - ", '"b" (', "(object)", "string", "int32", "countinteger"),
        *("a | b | c | d |", "---|---", "|", ">= 1", "<= 2 characters", "= 3", "yes", "no"),
        *("yes (a and b)", "Required.", "Allowed values:", '"A", "B"', "Defaults to", "n/a"),
        *("200 OK (x)", "404 (y)", "Scope", "a:b", "Query Params", "Responses", "❗️", "\t"),
        *("Parameter | Type | Description | Required |", "ParameterTypeDescriptionRequired"),
    ]
)
_LINES = st.lists(st.one_of(_PIECES, st.text(max_size=12)), min_size=1, max_size=4).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PAGES), st.data())
def test_every_line_has_a_row(page: str, data: st.DataObject) -> None:
    """Lines that are added, deleted or cut: none disappears, and nothing but an error is raised."""
    lines = page_text(page).split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(lines) - 1))
        cut = data.draw(st.integers(0, len(lines[place])))
        made = data.draw(_LINES)
        lines[place : place + data.draw(st.integers(0, 2))] = data.draw(
            st.sampled_from([[], [made], [lines[place][:cut] + made + lines[place][cut:]]])
        )
    text = "\n".join(lines).replace("\r", "\n")
    written = {number for number, line in enumerate(text.split("\n"), start=1) if line.strip()}

    try:
        rows = read(text)
    except PageError:
        return

    assert {number for row in rows for number in line_numbers(row)} >= written
    assert {int(row.line) for row in rows} <= written
