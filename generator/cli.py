"""The command line of the generator.

Every subcommand is one pair of functions: `_…_command` declares its arguments and names the
function that runs it. That function imports what it needs when it runs, so that `overlay` works
where the code generators are not installed. A subcommand returns the exit code; for whatever it
cannot do it raises a `GeneratorError`, whose text is then the one message on stderr.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import GeneratorError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXIT_DONE = 0
EXIT_DIFFERENT = 1
EXIT_ERROR = 2
"""Also argparse's own exit code for arguments that it refuses."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the process's exit code.

    Args:
        argv: The arguments without the program's name; None takes them from the process.

    Returns:
        What the subcommand returns; 2 with one message on stderr if it could not do its work.

    Raises:
        SystemExit: The arguments are wrong (2), or help was asked for (0).
    """
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except (GeneratorError, OSError) as error:
        # An OSError names its file itself: a folder that is missing, a disk that is full.
        sys.stderr.write(f"error: {error}\n")
        return EXIT_ERROR
    except ModuleNotFoundError as error:
        sys.stderr.write(
            f"error: {error.name} is not installed. Run `nox -s regenerate` or `nox -s check`, or "
            "install requirements/generate.txt\n"
        )
        return EXIT_ERROR


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m generator", allow_abbrev=False)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _overlay_command(
        commands.add_parser(
            "overlay",
            allow_abbrev=False,
            help="apply OpenAPI overlays to a document",
            description=(
                "Apply OpenAPI overlays (1.0 and 1.1) to a document, in the order given. "
                "JSON or YAML by suffix. Nothing is written unless every action applied."
            ),
        )
    )
    _regenerate_command(
        commands.add_parser(
            "regenerate",
            allow_abbrev=False,
            help="make generated/ from spec/ and overlays/",
            description=(
                "Make everything under generated/ from spec/ and overlays/. It is made and checked "
                "elsewhere and then moved; a failure leaves generated/ as it was."
            ),
        )
    )
    _evidence_command(
        commands.add_parser(
            "evidence",
            allow_abbrev=False,
            help="turn a saved documentation page into rows of evidence",
            description=(
                "Read a saved page, text or HTML, recognised by its content, into CSV: one row for "
                "each statement, with its line. What cannot be read is a row of its own. Columns "
                "that start with hand_ are left empty."
            ),
        )
    )
    _why_command(
        commands.add_parser(
            "why",
            allow_abbrev=False,
            help="tell which statement of which page a member of the client rests on",
            description=(
                "Tell what the pages state about a member, where, what was corrected and why, and "
                "how sure that is. Names are such as Callback, Callback.status, callbacks.list, "
                "callbacks.list.page."
            ),
        )
    )
    return parser


def _overlay_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--document", type=Path, required=True, metavar="D", help="the document to start from"
    )
    parser.add_argument(
        "--overlay",
        type=Path,
        action="append",
        required=True,
        metavar="O",
        dest="overlays",
        help="an overlay to apply; may be given several times",
    )
    parser.add_argument(
        "--output", type=Path, required=True, metavar="OUT", help="where to write the result"
    )
    parser.set_defaults(run=_run_overlay)


def _run_overlay(arguments: argparse.Namespace) -> int:
    from generator.documents import is_json_path, read_document, write_document
    from generator.overlay import apply_overlays, read_overlay

    output: Path = arguments.output
    is_json_path(output)  # A suffix that nothing can be written to is said before the work.
    document = read_document(arguments.document)
    overlays = [read_overlay(path) for path in arguments.overlays]
    write_document(output, apply_overlays(document, overlays))
    return EXIT_DONE


def _regenerate_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; exit 1 and name the files when generated/ is not what would be made",
    )
    parser.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="the checkout to work in (default: the one that this generator stands in)",
    )
    parser.set_defaults(run=_run_regenerate)


# What `check` calls a difference, `regenerate` has mended.
_DONE = {"missing": "added", "not generated": "removed", "differs": "changed"}


def _run_regenerate(arguments: argparse.Namespace) -> int:
    from generator.layout import Layout
    from generator.regenerate import check, regenerate

    root: Path | None = arguments.root
    layout = Layout.of_checkout() if root is None else Layout(root.resolve())
    if not arguments.check:
        changes = regenerate(layout)
        for line in changes:
            name, _, word = line.rpartition(": ")
            sys.stdout.write(f"{_DONE[word]} {name}\n")
        sys.stdout.write("" if changes else "nothing to change\n")
        return EXIT_DONE
    differences = check(layout)
    for line in differences:
        sys.stderr.write(f"{line}\n")
    if differences:
        sys.stderr.write("generated/ is not what spec/ and overlays/ make: `nox -s regenerate`\n")
        return EXIT_DIFFERENT
    sys.stdout.write("generated/ is what spec/ and overlays/ make\n")
    return EXIT_DONE


def _evidence_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("page", type=Path, metavar="PAGE", help="the saved page")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        required=True,
        metavar="CSV",
        help="where to write the rows; what stands there is replaced, hand_ columns included",
    )
    parser.set_defaults(run=_run_evidence)


def _run_evidence(arguments: argparse.Namespace) -> int:
    from generator.evidence import read_page, write_rows

    output: Path = arguments.output
    rows = read_page(arguments.page)
    write_rows(output, rows)
    unparsed = [row.line for row in rows if row.kind == "unparsed"]
    sys.stdout.write(f"{rows[0].page}: {len(rows)} rows, {len(unparsed)} of them unparsed\n")
    if unparsed:
        sys.stdout.write(f"unparsed: line {', '.join(unparsed)}\n")
    return EXIT_DONE


def _why_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the member, by its name in the client")
    parser.set_defaults(run=_run_why)


def _run_why(arguments: argparse.Namespace) -> int:
    from generator.effective import read_documents
    from generator.layout import Layout
    from generator.provenance import trace
    from generator.register import read_register
    from generator.why import explain

    layout = Layout.of_checkout()
    documents = read_documents(layout)
    register = read_register(layout.register, documents.overlays)
    name: str = arguments.name
    provenance = trace(documents.canonical, documents.overlays)
    sys.stdout.write(explain(name, provenance, register))
    return EXIT_DONE
