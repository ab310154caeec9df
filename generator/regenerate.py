"""The pipeline: canonical document and overlays in, everything under `generated/` out."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from generator.client.render import generate_client
from generator.documents import format_document, read_document, write_text
from generator.effective import read_documents
from generator.errors import DocumentError, GeneratorError
from generator.judges import judge_canonical, judge_effective, judge_overlays
from generator.layout import Layout
from generator.lock import changed_inputs, lock_inputs, make_lock
from generator.provenance import annotate, trace
from generator.register import read_register, register_page
from generator.schemas import HEADER, generate_schemas
from generator.settings import read_settings

# Left behind by running the generated code; never part of it.
_IGNORED = frozenset({"__pycache__"})

__all__ = ["check", "regenerate"]


def regenerate(layout: Layout) -> list[str]:
    """Make `generated/` anew and put it in the place of the old one.

    The whole folder is made and checked elsewhere first. A failure leaves the old one as it was.

    Returns:
        One line for each file that is new, changed or gone.

    Raises:
        GeneratorError: An input is wrong, or a generator fails.
    """
    with tempfile.TemporaryDirectory(prefix=".generated-", dir=layout.root) as folder:
        made = Path(folder) / "generated"
        page = _generate(layout, made)
        differences = _all_differences(layout, made, page)
        if _differences(layout.generated, made):
            _replace(layout.generated, made, Path(folder) / "old")
        if _text(layout.errata_page) != page:
            layout.errata_page.parent.mkdir(exist_ok=True)
            write_text(layout.errata_page, page)
    return differences


def check(layout: Layout) -> list[str]:
    """Say how `generated/` differs from what the inputs make; nothing is written.

    Returns:
        One line for each difference, empty when there is none.

    Raises:
        GeneratorError: An input is wrong, or a generator fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "generated"
        page = _generate(layout, made)
        differences = _all_differences(layout, made, page)
    if differences:
        differences += [
            f"{name}: changed since generated/ was made" for name in _changed_inputs(layout)
        ]
    return differences


def _changed_inputs(layout: Layout) -> list[str]:
    try:
        committed = read_document(layout.generated / "lock.json")
    except DocumentError:
        return []  # A lock that is gone or broken is named among the differences already.
    return changed_inputs(committed, lock_inputs(layout))


def _generate(layout: Layout, folder: Path) -> str:
    """Make the folder, and return the page about errata."""
    documents = read_documents(layout)
    effective = documents.effective
    judge_overlays(documents.overlays)
    judge_canonical(documents.canonical)
    judge_effective(effective)
    entries = read_register(layout.register, documents.overlays)
    settings = read_settings(layout.config)
    folder.mkdir()
    client = folder / "talkdesk_client"
    told = annotate(effective, trace(documents.canonical, documents.overlays))
    generate_client(told, client, settings.client, layout.templates)
    generate_schemas(effective, folder / "talkdesk_schemas", settings.schemas.options)
    _write_documents(folder, effective, layout)
    _require_importable(layout, folder)
    return register_page(entries, HEADER)


def _write_documents(folder: Path, effective: dict[str, Any], layout: Layout) -> None:
    document = f"{HEADER}\n{format_document(Path('openapi.yaml'), effective)}"
    lock = format_document(Path("lock.json"), make_lock(layout, effective))
    # The package carries copies, so that an installed client can show what it was made from.
    copies = folder / "talkdesk_client" / "_document"
    for place in (folder, copies):
        write_text(place / "openapi.yaml", document)
        write_text(place / "lock.json", lock)


def _require_importable(layout: Layout, folder: Path) -> None:
    """Compile and import every generated module in a fresh interpreter."""
    modules = [
        ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(folder.glob("**/*.py"))
    ]
    # -I would hide the two folders, so the path is set and nothing else is taken over.
    run = subprocess.run(  # noqa: S603 - the arguments are ours alone, and no shell reads them
        [sys.executable, "-P", "-B", "-W", "error", "-c", _IMPORT_ALL, *modules],
        env={**os.environ, "PYTHONPATH": f"{folder}{os.pathsep}{layout.extensions}"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode != 0:
        raise GeneratorError(f"the generated code cannot be imported:\n{run.stderr}")


_IMPORT_ALL = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]"


def _all_differences(layout: Layout, made: Path, page: str) -> list[str]:
    lines = [f"generated/{line}" for line in _differences(layout.generated, made)]
    found = _text(layout.errata_page)
    if found != page:
        name = layout.errata_page.relative_to(layout.root).as_posix()
        lines.append(f"{name}: {'missing' if found is None else 'differs'}")
    return lines


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _differences(old: Path, new: Path) -> list[str]:
    before, after = _files(old), _files(new)
    words = dict.fromkeys(after.keys() - before.keys(), "missing")
    words |= dict.fromkeys(before.keys() - after.keys(), "not generated")
    words |= {
        name: "differs" for name in before.keys() & after.keys() if before[name] != after[name]
    }
    return [f"{name}: {word}" for name, word in sorted(words.items())]


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.glob("**/*")
        if path.is_file() and not _IGNORED & set(path.relative_to(folder).parts)
    }


def _replace(old: Path, new: Path, aside: Path) -> None:
    """Put the new folder in the place of the old one; both are on one file system."""
    try:
        if old.exists():
            old.rename(aside)
        new.rename(old)
    except BaseException:
        # Ctrl-C included: the folder that now holds the old one is about to be removed.
        if aside.exists() and not old.exists():
            aside.rename(old)
        raise
    shutil.rmtree(aside, ignore_errors=True)
