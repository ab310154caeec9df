"""What git says about the checkout, and a clean copy of what it tracks.

A release is made from tracked files only. What else lies in the folder (caches, drafts, copies of
an editor, files that a pattern ignores) cannot get into an archive, whatever its name is.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from release.errors import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "Changes",
    "changes",
    "commit_and_tag",
    "commit_time",
    "copy_tracked_files",
    "own_root",
    "require_clean",
    "tags",
]

# The modes that git has for a file. Links and submodules have others.
_MODES = {"100644": 0o644, "100755": 0o755}
_FOLDER_MODE = 0o755
# Set inside of hooks, where they lead to another repository than the folder's.
_MISLEADING = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE")
_MOST_NAMES = 20


@dataclass(frozen=True)
class Changes:
    """In what a working tree differs from its last commit, as paths below its root.

    Attributes:
        changed: Tracked files that were changed, added, removed or renamed.
        untracked: Files that git neither tracks nor ignores.
    """

    changed: tuple[str, ...]
    untracked: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any difference."""
        return bool(self.changed or self.untracked)


def own_root() -> Path:
    """Return the checkout that this package stands in."""
    return Path(__file__).resolve().parents[1]


def commit_time(root: Path) -> int:
    """Return when the last commit was made, in seconds since 1970 (UTC).

    Raises:
        ReleaseError: The folder is not the root of a git checkout, or has no commit.
    """
    _require_checkout(root)
    return int(_git(root, "log", "-1", "--format=%ct").strip())


def changes(root: Path) -> Changes:
    """Return in what the working tree differs from its last commit.

    Raises:
        ReleaseError: The folder is not the root of a git checkout.
    """
    _require_checkout(root)
    # Without renames, so that every entry is one path.
    status = _git(root, "status", "--porcelain=v1", "-z", "--untracked-files=all", "--no-renames")
    entries = [entry for entry in status.split("\0") if entry]
    return Changes(
        changed=tuple(entry[3:] for entry in entries if not entry.startswith("??")),
        untracked=tuple(entry[3:] for entry in entries if entry.startswith("??")),
    )


def require_clean(root: Path) -> None:
    """Accept a working tree that is what its last commit holds.

    Raises:
        ReleaseError: Files are changed or untracked (named), or this is no git checkout.
    """
    found = changes(root)
    if not found:
        return
    lines = [
        *(f"  changed: {name}" for name in found.changed),
        *(f"  untracked: {name}" for name in found.untracked),
    ]
    if len(lines) > _MOST_NAMES:
        lines[_MOST_NAMES:] = [f"  and {len(lines) - _MOST_NAMES} more"]
    raise ReleaseError(
        "\n".join(
            [f"{root} is not what its last commit holds; commit these, or undo them:", *lines]
        )
    )


def copy_tracked_files(root: Path, target: Path) -> None:
    """Copy every tracked file, as it stands in the working tree, into a new folder.

    The copies have the permissions that git records, whatever the umask is. A tracked file that
    was removed from the working tree is left out.

    Raises:
        ReleaseError: A tracked path is a link, a submodule or in conflict.
        OSError: A file cannot be read or written.
    """
    _require_checkout(root)
    for entry in _git(root, "ls-files", "--stage", "-z").split("\0"):
        if not entry:
            continue
        description, _, name = entry.partition("\t")
        mode, _, stage = description.split()
        if mode not in _MODES or stage != "0":
            raise ReleaseError(
                f"{root / name}: only plain files can be released, and this is a link, a submodule "
                "or a conflict"
            )
        source = root / name
        if source.is_file():
            copy = target / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
            copy.chmod(_MODES[mode])
    for folder in (path for path in target.rglob("*") if path.is_dir()):
        folder.chmod(_FOLDER_MODE)


def tags(root: Path) -> list[str]:
    """Return the names of all tags.

    Raises:
        ReleaseError: The folder is not the root of a git checkout.
    """
    _require_checkout(root)
    return _git(root, "tag", "--list").split()


def commit_and_tag(root: Path, paths: Sequence[Path], message: str, tag: str) -> None:
    """Commit some files and give the commit an annotated tag, or do neither.

    Raises:
        ReleaseError: git refuses, and says why; the commit is undone if it is the tag that fails.
    """
    names = [path.relative_to(root).as_posix() for path in paths]
    _git(root, "commit", "--quiet", "--message", message, "--", *names)
    try:
        _git(root, "tag", "--annotate", "--message", message, tag)
    except ReleaseError:
        _git(root, "reset", "--quiet", "--soft", "HEAD~1")
        _git(root, "reset", "--quiet", "--", *names)
        raise


def _require_checkout(root: Path) -> None:
    if not root.is_dir():
        raise ReleaseError(f"{root}: there is no such folder")
    # A folder inside of somebody else's checkout has a prefix.
    if _git(root, "rev-parse", "--show-prefix").strip():
        raise ReleaseError(f"{root} is no git checkout of its own; clone the repository")


def _git(root: Path, *arguments: str) -> str:
    environment = {name: text for name, text in os.environ.items() if name not in _MISLEADING}
    try:
        # The arguments are ours alone, no shell reads them, and git is wherever PATH has it.
        run = subprocess.run(  # noqa: S603
            ["git", "-C", str(root), *arguments],  # noqa: S607
            env={**environment, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )
    except FileNotFoundError as error:
        raise ReleaseError(
            "git is not on PATH, and a release is made from what it tracks"
        ) from error
    if run.returncode != 0:
        raise ReleaseError(f"{root}: git {arguments[0]} fails: {run.stderr.strip()}")
    return run.stdout
