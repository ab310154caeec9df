"""From a checkout to the four checked files of a release, or to none."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from release.artifacts import SUMS_NAME, Artifacts, read_artifacts, write_sums
from release.checkout import changes, commit_time, copy_tracked_files
from release.contents import check_contents, check_sizes, update_lists
from release.errors import ReleaseError
from release.sbom import make_sbom
from release.tools import run_tool

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["build", "describe_changes"]

_LOCK = "requirements/runtime.txt"
_MADE = ("*.whl", "*.tar.gz", "*.cdx.json", SUMS_NAME)
_FILE_MODE = 0o644
_FOLDER_MODE = 0o755


def build(root: Path, output: Path, *, update_contents: bool = False) -> Artifacts:
    """Build and check everything that belongs to a release.

    Everything is made from a copy of the tracked files (`copy_tracked_files`), at the time of the
    last commit: the folder, its stray files, its permissions and line endings, the clock and the
    settings of the machine leave no trace. The wheel is built from the sdist.

    Args:
        root: The checkout.
        output: The folder that the files are put into; what an earlier build left there goes.
        update_contents: Make the committed lists of contents those of this build.

    Returns:
        The files, in `output`.

    Raises:
        ReleaseError: A tool fails, or a check does; `output` is left as it was.
        OSError: A file cannot be read or written; likewise.
    """
    _require_only_artifacts(output)
    time = commit_time(root)
    with _folder_beside(output) as work:
        source, made = work / "source", work / "made"
        source.mkdir()
        copy_tracked_files(root, source)
        run_tool(
            "build",
            *("--no-isolation", "--outdir", str(made), str(source)),
            folder=work,
            settings={"SOURCE_DATE_EPOCH": str(time)},
        )
        wheel, sdist = _one(made, "*.whl"), _one(made, "*.tar.gz")
        run_tool("twine", "check", "--strict", str(wheel), str(sdist), folder=work)
        version = sdist.name.removesuffix(".tar.gz").removeprefix("talkdesk_client-")
        if update_contents:
            update_lists(root, wheel, sdist, version)
        else:
            check_contents(root, wheel, sdist, version)
        check_sizes(root, wheel, sdist)
        sbom = made / f"talkdesk_client-{version}.cdx.json"
        sbom.write_text(_components(root, source, wheel, time), "utf-8", newline="\n")
        write_sums(made)
        read_artifacts(made)
        for path in made.iterdir():
            path.chmod(_FILE_MODE)
        made.chmod(_FOLDER_MODE)
        _replace_folder(output, made, aside=work / "before")
    return read_artifacts(output)


def describe_changes(root: Path) -> str | None:
    """Return one line about a working tree that differs from its last commit; None for a clean one.

    Raises:
        ReleaseError: The folder is not the root of a git checkout.
    """
    found = changes(root)
    parts = [
        f"{what}: {len(names)}"
        for what, names in (
            ("changed files, taken as they stand", found.changed),
            ("untracked files, left out", found.untracked),
        )
        if names
    ]
    return f"this is not what the last commit holds ({'; '.join(parts)})" if parts else None


def _require_only_artifacts(output: Path) -> None:
    """Refuse to replace a folder that somebody keeps other things in."""
    # What would be replaced is the link, and what it leads to would stay as it was.
    if output.is_symlink():
        raise ReleaseError(f"{output} is a link; name the folder itself with --output")
    if not output.exists():
        return
    if not output.is_dir():
        raise ReleaseError(f"{output} is no folder; name another with --output")
    others = [path for path in output.iterdir() if not any(path.match(name) for name in _MADE)]
    if others:
        raise ReleaseError(
            "\n".join(
                [
                    f"{output} holds what no build makes, and would be replaced; move it away:",
                    *(f"  {path.name}" for path in sorted(others)),
                ]
            )
        )


@contextmanager
def _folder_beside(output: Path) -> Generator[Path]:
    """Give a folder on the same disk as the output, so that a folder can be moved between them."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".dist-", dir=output.parent) as name:
        yield Path(name).resolve()


def _components(root: Path, source: Path, wheel: Path, time: int) -> str:
    try:
        return make_sbom(wheel, source / _LOCK, time)
    except ReleaseError as error:
        # The copy is gone when this is read; the checkout's own file is the one to mend.
        raise ReleaseError(str(error).replace(str(source), str(root))) from error


def _one(folder: Path, pattern: str) -> Path:
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise ReleaseError(f"the build made {len(found)} files {pattern}, not one")
    return found[0]


def _replace_folder(old: Path, new: Path, *, aside: Path) -> None:
    """Put a folder where another is, which comes back if that fails."""
    if not old.exists():
        new.rename(old)
        return
    old.rename(aside)
    try:
        new.rename(old)
    except OSError:
        aside.rename(old)
        raise
    shutil.rmtree(aside)
