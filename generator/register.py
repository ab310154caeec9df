"""The register of errata: what is wrong on the pages, and what was done about each of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import msgspec

from generator.documents import read_document
from generator.errors import GeneratorError
from generator.judges import CONFIDENCES, least_sure
from generator.navigation import as_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.overlay import Action, Overlay

__all__ = ["Entry", "Erratum", "read_register", "register_page"]

Confidence = Literal["high", "medium", "low"]


class Erratum(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One doubtful statement of a page.

    Attributes:
        id: `A-…` for the callback page, `B-…` for the campaign pages, `C-…` for the better sources.
        lines: Lines of a saved page; empty for a source that was not saved.
        row: Rows as numbered there.
        stated: What the page states, in our own words.
        verdict: Why nothing is changed; None where overlay actions correct it.
        confidence: How sure the verdict is.
        members: The members of the effective document that the verdict is about.
    """

    id: Annotated[str, msgspec.Meta(pattern=r"^[ABC]-[1-9]\d*$")]
    lines: str = ""
    row: str = ""
    stated: str
    verdict: str | None = None
    confidence: Confidence | None = None
    members: list[str] = []


class _Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    page: str
    errata: list[Erratum]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pages: list[_Page]


@dataclass(frozen=True, slots=True)
class Entry:
    """An erratum with what was done about it.

    Attributes:
        page: The page, by its name in the document.
        erratum: What is wrong.
        actions: The overlay actions that correct it; none where it has a verdict.
    """

    page: str
    erratum: Erratum
    actions: tuple[Action, ...]

    @property
    def confidence(self) -> str:
        """The confidence of the verdict, or the least of its actions."""
        if self.erratum.confidence is not None:
            return self.erratum.confidence
        return least_sure(as_text(action.extensions.get("x-confidence")) for action in self.actions)


def read_register(path: Path, overlays: Sequence[Overlay]) -> list[Entry]:
    """Read the errata and find the actions of each.

    Raises:
        GeneratorError: An erratum stands twice, has neither a verdict nor an action, or has both;
            or an action names an erratum that is not registered.
    """
    try:
        file = msgspec.convert(read_document(path), _File)
    except msgspec.ValidationError as error:
        raise GeneratorError(f"{path}: {error}") from error
    actions: dict[str, list[Action]] = {}
    for overlay in overlays:
        for action in overlay.actions:
            if action.erratum is not None:
                actions.setdefault(action.erratum, []).append(action)
    entries = [
        Entry(page.page, erratum, tuple(actions.pop(erratum.id, ())))
        for page in file.pages
        for erratum in page.errata
    ]
    _require_whole(path, entries)
    if actions:
        raise GeneratorError(f"{path}: not registered: {', '.join(actions)}")
    return entries


def _require_whole(path: Path, entries: list[Entry]) -> None:
    for name, count in Counter(entry.erratum.id for entry in entries).items():
        if count > 1:
            raise GeneratorError(f"{path}: {name} is registered twice")
    for entry in entries:
        erratum = entry.erratum
        if bool(entry.actions) == (erratum.verdict is not None):
            both = "both a verdict and actions" if entry.actions else "neither verdict nor action"
            raise GeneratorError(f"{path}: {erratum.id} has {both}")
        if (erratum.verdict is None) != (erratum.confidence is None):
            raise GeneratorError(f"{path}: {erratum.id}: a verdict and its confidence go together")


def register_page(entries: Sequence[Entry], header: str) -> str:
    """Write the register as a Markdown page."""
    lines = [
        f"<!-- {header.removeprefix('# ')} -->",
        "",
        "# Errata",
        "",
        "What the vendor's documentation pages and its bundle get wrong, lose or leave open, and",
        "what was done about it. Nothing was tried against the live service; the confidence of a",
        "correction or verdict says how sure it is. `python -m generator why NAME` tells it for",
        "one member.",
        "",
        "| confidence | corrected | left as it is |",
        "|---|---|---|",
    ]
    for word in CONFIDENCES:
        sure = [entry for entry in entries if entry.confidence == word]
        corrected = sum(1 for entry in sure if entry.actions)
        lines.append(f"| {word} | {corrected} | {len(sure) - corrected} |")
    corrected = sum(1 for entry in entries if entry.actions)
    lines.append(f"| all | {corrected} | {len(entries) - corrected} |")
    for page in dict.fromkeys(entry.page for entry in entries):
        lines += [
            "",
            f"## {page}",
            "",
            "| erratum | where | what the page states | what was done | confidence |",
            "|---|---|---|---|---|",
        ]
        lines += [_row(entry) for entry in entries if entry.page == page]
    return "\n".join(lines) + "\n"


def _row(entry: Entry) -> str:
    erratum = entry.erratum
    where = f"line {erratum.lines}" if erratum.lines else "not saved"
    where += f", row {erratum.row}" if erratum.row else ""
    if erratum.verdict is not None:
        done = f"No change: {erratum.verdict}"
    else:
        reasons = dict.fromkeys(
            as_text(action.extensions.get("x-reason")) for action in entry.actions
        )
        evidence = dict.fromkeys(
            as_text(action.extensions.get("x-evidence")) for action in entry.actions
        )
        done = f"{' '.join(reasons)}<br>Evidence: {' '.join(evidence)}"
    cells = (erratum.id, where, erratum.stated, done, entry.confidence)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
