"""Every erratum is accounted for, once, and the page about errata says what is in the overlays."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from generator.documents import read_document, write_document
from generator.effective import read_documents
from generator.errors import GeneratorError
from generator.layout import Layout
from generator.navigation import as_list, as_object
from generator.register import read_register, register_page

if TYPE_CHECKING:
    from pathlib import Path

    from generator.json_data import JsonObject

LAYOUT = Layout.of_checkout()
OVERLAYS = read_documents(LAYOUT).overlays
ENTRIES = read_register(LAYOUT.register, OVERLAYS)
PAGES = read_documents(LAYOUT).effective["x-pages"]
PAGE = LAYOUT.errata_page.read_text("utf-8")


def test_every_erratum_is_accounted_for_once() -> None:
    """Forty of callbacks, thirty-seven of campaigns, fourteen of the better sources."""
    counts = {"A": 40, "B": 37, "C": 14}
    expected = [f"{part}-{n}" for part, count in counts.items() for n in range(1, count + 1)]
    assert [entry.erratum.id for entry in ENTRIES] == expected
    for entry in ENTRIES:
        assert bool(entry.actions) != bool(entry.erratum.verdict)
        assert entry.page in as_object(PAGES)
        assert bool(entry.erratum.lines) == (entry.page in {"callback-query", "campaign-details"})


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.erratum.id)
def test_the_page_has_a_row_for_an_erratum(entry: object) -> None:
    """Its row tells what is stated, what was done and how sure that is; no other row is its own."""
    from generator.register import Entry

    assert isinstance(entry, Entry)
    rows = [line for line in PAGE.splitlines() if line.startswith(f"| {entry.erratum.id} |")]
    (row,) = rows
    assert entry.erratum.stated in row
    assert row.endswith(f" {entry.confidence} |")
    for action in entry.actions:
        assert str(action.extensions["x-reason"]) in row
    if entry.erratum.verdict:
        assert f"No change: {entry.erratum.verdict}" in row


def test_the_page_counts_what_it_lists() -> None:
    """The counts by confidence add up to the errata."""
    counts = Counter((entry.confidence, bool(entry.actions)) for entry in ENTRIES)
    for word in ("high", "medium", "low"):
        assert f"| {word} | {counts[word, True]} | {counts[word, False]} |" in PAGE
    corrected = sum(count for (_, done), count in counts.items() if done)
    assert f"| all | {corrected} | {len(ENTRIES) - corrected} |" in PAGE


def test_the_page_is_what_the_register_makes() -> None:
    """The committed page is written by regeneration, not by hand."""
    header = PAGE.splitlines()[0].removeprefix("<!-- ").removesuffix(" -->")
    assert register_page(ENTRIES, f"# {header}") == PAGE


def test_a_reason_is_given_for_every_correction_in_the_page_s_own_terms() -> None:
    """No text of the register points to another row for what it says."""
    for entry in ENTRIES:
        texts = [entry.erratum.stated, entry.erratum.verdict or ""]
        for action in entry.actions:
            texts += [str(action.extensions[key]) for key in ("x-reason", "x-evidence")]
        assert not any(text.lower().startswith(("as above", "see ")) for text in texts)


def first_errata(register: JsonObject) -> list[JsonObject]:
    """Return the errata of the first page, to be changed."""
    page = as_object(as_list(register["pages"])[0])
    return [as_object(stated) for stated in as_list(page["errata"])]


def spoil(register: JsonObject, how: str) -> None:
    """Make one thing wrong in a register."""
    errata = first_errata(register)
    by_id = {str(stated["id"]): stated for stated in errata}
    match how:
        case "twice":
            by_id["A-2"]["id"] = "A-1"
        case "both":
            by_id["A-1"] |= {"verdict": "None.", "confidence": "high"}
        case "neither":
            del by_id["A-6"]["verdict"], by_id["A-6"]["confidence"]
        case "unregistered":
            by_id["A-1"] |= {"id": "A-99", "verdict": "None.", "confidence": "high"}
        case "unsure":
            del by_id["A-6"]["confidence"]
        case _:
            by_id["A-1"]["colour"] = "red"


@pytest.mark.parametrize(
    ("how", "complaint"),
    [
        ("twice", "A-1 is registered twice"),
        ("both", "A-1 has both a verdict and actions"),
        ("neither", "A-6 has neither verdict nor action"),
        ("unregistered", "not registered: A-1"),
        ("unsure", "A-6: a verdict and its confidence go together"),
        ("unknown key", "colour"),
    ],
)
def test_a_register_that_does_not_add_up_is_refused(
    tmp_path: Path, how: str, complaint: str
) -> None:
    """The error names the erratum and what is wrong with it."""
    register = read_document(LAYOUT.register)
    spoil(register, how)
    path = tmp_path / "errata.yaml"
    write_document(path, register)
    with pytest.raises(GeneratorError, match=complaint):
        read_register(path, OVERLAYS)
