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
    from collections.abc import Generator, Sequence

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
    # Whoever has log.showSignature set gets lines above the time otherwise.
    return int(_git(root, "log", "-1", "--no-show-signature", "--format=%ct").strip())


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
    """Copy every tracked file into a new folder.

    What git calls changed is copied as it stands in the working tree, or left out if it was removed
    there. All else comes from git: the working tree may have other line endings, or edits that git
    was told to overlook. The copies have the permissions that git records, whatever the umask is.

    Raises:
        ReleaseError: A tracked path is a link, a submodule or in conflict, or git lacks a file.
        OSError: A file cannot be read or written.
    """
    changed = set(changes(root).changed)
    unchanged: dict[Path, str] = {}
    for entry in _git(root, "ls-files", "--stage", "-z").split("\0"):
        if not entry:
            continue
        description, _, name = entry.partition("\t")
        mode, digest, stage = description.split()
        if mode not in _MODES or stage != "0":
            raise ReleaseError(
                f"{root / name}: only plain files can be released, and this is a link, a submodule "
                "or a conflict"
            )
        source, copy = root / name, target / name
        if name in changed and not source.is_file():
            continue
        copy.parent.mkdir(parents=True, exist_ok=True)
        if name in changed:
            shutil.copyfile(source, copy)
        else:
            copy.touch()
            unchanged[copy] = digest
        copy.chmod(_MODES[mode])
    for copy, content in zip(unchanged, _blobs(root, list(unchanged.values())), strict=True):
        copy.write_bytes(content)
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
        ReleaseError: git refuses, and says why; or what it did cannot be undone, and how to.
    """
    names = [path.relative_to(root).as_posix() for path in paths]
    before = _head(root)
    try:
        _git(root, "commit", "--quiet", "--message", message, "--", *names)
        _git(root, "tag", "--annotate", "--message", message, tag)
    except BaseException:
        # Ctrl-C included, which may come when git has made the commit, or the tag, and not ended.
        _undo(root, names, tag, before)
        raise


def _undo(root: Path, names: Sequence[str], tag: str, before: str) -> None:
    """Take back a commit upon another, and its tag, as far as they were made."""
    try:
        made = _head(root)
        if made == before:
            return
        tagged = f"--points-at={made}"
        if _git(root, "tag", "--list", tagged, tag).strip():
            _git(root, "tag", "--delete", tag)
        _git(root, "reset", "--quiet", "--soft", before)
        _git(root, "reset", "--quiet", "--", *names)
    except ReleaseError as error:
        raise ReleaseError(
            f"a release was half made, and cannot be undone; remove the tag {tag} if it is there, "
            f"then: git reset {before}\n{error}"
        ) from error


def _head(root: Path) -> str:
    return _git(root, "rev-parse", "--verify", "HEAD").strip()


def _require_checkout(root: Path) -> None:
    if not root.is_dir():
        raise ReleaseError(f"{root}: there is no such folder")
    # A folder inside of somebody else's checkout has a prefix.
    if _git(root, "rev-parse", "--show-prefix").strip():
        raise ReleaseError(f"{root} is no git checkout of its own; clone the repository")


def _blobs(root: Path, digests: Sequence[str]) -> Generator[bytes]:
    """Give the contents of files that git holds, in the order in which they are asked for."""
    answer = _run_git(root, "cat-file", "--batch", given="\n".join([*digests, ""]).encode())
    start = 0
    # For each a line `<digest> blob <size>`, its bytes, and a line feed (git-cat-file(1), BATCH
    # OUTPUT); for one that is not there a line `<digest> missing`.
    for digest in digests:
        end = answer.index(b"\n", start)
        kind, _, size = answer[start:end].partition(b" ")[2].partition(b" ")
        if kind != b"blob":
            raise ReleaseError(f"{root}: git lacks the file {digest}; clone the repository anew")
        start = end + 1 + int(size) + 1
        yield answer[end + 1 : start - 1]


def _git(root: Path, *arguments: str) -> str:
    return _run_git(root, *arguments).decode("utf-8", "surrogateescape")


def _run_git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    environment = {
        name: text
        for name, text in os.environ.items()
        # Hooks and filters of git inherit what it has; the index's password is not for them.
        if name not in _MISLEADING and not name.startswith("UV_PUBLISH_")
    }
    try:
        # The arguments are ours alone, no shell reads them, and git is wherever PATH has it.
        process = subprocess.Popen(  # noqa: S603 - git, and no shell
            ["git", "-C", str(root), *arguments],  # noqa: S607 - the one on PATH
            env={**environment, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    except FileNotFoundError as error:
        raise ReleaseError(
            "git is not on PATH, and a release is made from what it tracks"
        ) from error
    with process:
        try:
            output, complaint = process.communicate(given)
        except BaseException:
            # Not killed, as subprocess.run would do: its locks would stay, and nothing could be
            # undone.
            process.terminate()
            process.wait()
            raise
    if process.returncode != 0:
        said = complaint.decode("utf-8", "replace").strip() or f"exit code {process.returncode}"
        raise ReleaseError(f"{root}: git {arguments[0]} fails: {said}")
    return output
