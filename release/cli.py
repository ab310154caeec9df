"""The command line: `python -m release` with `build`, `publish` or `mark`.

Every command imports what it needs when it runs. For whatever it cannot do it raises a
`ReleaseError`, whose text is then the one message on stderr.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from release.errors import ReleaseError
from release.marking import STEPS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXIT_DONE = 0
EXIT_REFUSED = 1
"""argparse's own exit code for arguments that it refuses is 2."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the process's exit code.

    Args:
        argv: The arguments without the program's name; None takes them from the process.

    Returns:
        0 when it did what it was asked, 1 with one message on stderr if it could not.

    Raises:
        SystemExit: The arguments are wrong (2), or help was asked for (0).
    """
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], None] = arguments.run
    try:
        run(arguments)
    except (ReleaseError, OSError) as error:
        # An OSError names its file itself: a folder that is missing, a disk that is full.
        sys.stderr.write(f"error: {error}\n")
        return EXIT_REFUSED
    except ModuleNotFoundError as error:
        sys.stderr.write(
            f"error: {error.name} is not installed. Run `nox -s build` or `nox -s publish`, or "
            "install requirements/build.txt\n"
        )
        return EXIT_REFUSED
    return EXIT_DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m release", allow_abbrev=False)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _build_command(
        commands.add_parser(
            "build",
            allow_abbrev=False,
            help="make dist/: wheel, sdist, list of components, sums",
            description=(
                "Build wheel and sdist from the tracked files, check them, and put a CycloneDX "
                "list of components and SHA256SUMS beside them. A failure leaves dist/ as it was."
            ),
        )
    )
    _publish_command(
        commands.add_parser(
            "publish",
            allow_abbrev=False,
            help="upload what build made",
            description=(
                "Upload the wheel and the sdist of dist/ to an index. Credentials come from "
                "UV_PUBLISH_USERNAME and UV_PUBLISH_PASSWORD only. It is safe to repeat."
            ),
        )
    )
    _mark_command(
        commands.add_parser(
            "mark",
            allow_abbrev=False,
            help="set version and date, commit and tag",
            description=(
                "Set the version in pyproject.toml, date the changelog, commit both and tag the "
                "commit. Nothing is pushed. A failure leaves the checkout as it was."
            ),
        )
    )
    return parser


def _build_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--output",
        type=Path,
        metavar="DIR",
        help="where to put the files; what an earlier build left there goes (default: dist)",
    )
    parser.add_argument(
        "--update-contents",
        action="store_true",
        help="make the lists in release/contents/ those of this build",
    )
    parser.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="the checkout to work in (default: the one that this package stands in)",
    )
    parser.set_defaults(run=_run_build)


def _run_build(arguments: argparse.Namespace) -> None:
    from release.building import build, describe_changes
    from release.checkout import own_root

    given: Path | None = arguments.root
    root = own_root() if given is None else given.resolve()
    output: Path | None = arguments.output
    note = describe_changes(root)
    if note is not None:
        sys.stderr.write(f"note: {note}\n")
    made = build(
        root,
        root / "dist" if output is None else output.absolute(),
        update_contents=arguments.update_contents,
    )
    for path in (made.wheel, made.sdist, made.sbom):
        sys.stdout.write(f"{made.sums[path.name]}  {path.name}  {path.stat().st_size} bytes\n")


def _publish_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--index-url", required=True, metavar="URL", help="the upload endpoint of the index"
    )
    parser.add_argument(
        "--check-url",
        metavar="URL",
        help="where the index lists its files (default: simple/ below the upload endpoint)",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="check everything, and upload nothing"
    )
    parser.add_argument(
        "--dist",
        type=Path,
        metavar="DIR",
        help="the folder with what build made (default: dist)",
    )
    parser.set_defaults(run=_run_publish)


def _run_publish(arguments: argparse.Namespace) -> None:
    from release.checkout import own_root
    from release.publishing import publish

    folder: Path | None = arguments.dist
    lines = publish(
        own_root() / "dist" if folder is None else folder.absolute(),
        index_url=arguments.index_url,
        check_url=arguments.check_url,
        dry_run=arguments.dry_run,
        environment=os.environ,
    )
    for line in lines:
        sys.stdout.write(f"{line}\n")


def _mark_command(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("step", choices=STEPS, help="which number of the version grows")
    parser.add_argument(
        "--check-only", action="store_true", help="say whether it could be done, and do nothing"
    )
    parser.add_argument(
        "--root",
        type=Path,
        metavar="DIR",
        help="the checkout to work in (default: the one that this package stands in)",
    )
    parser.set_defaults(run=_run_mark)


def _run_mark(arguments: argparse.Namespace) -> None:
    from release.checkout import own_root
    from release.marking import mark, plan

    given: Path | None = arguments.root
    root = own_root() if given is None else given.resolve()
    today = datetime.now(tz=UTC).date()
    if arguments.check_only:
        sys.stdout.write(f"{plan(root, arguments.step, today).tag} can be made\n")
    else:
        tag = mark(root, arguments.step, today)
        sys.stdout.write(f"{tag} is committed and tagged here; push it when it is right\n")
