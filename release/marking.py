"""Marking a commit as a release: the version, the date in the changelog, the commit and its tag."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from release.checkout import commit_and_tag, require_clean, tags
from release.errors import ReleaseError

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

STEPS = ("major", "minor", "patch")

__all__ = ["STEPS", "Plan", "mark", "next_version", "plan"]

_UNRELEASED = "## Unreleased"
# Line endings stay what they are: each pattern takes both kinds.
_UNRELEASED_LINE = re.compile(rf"^{_UNRELEASED}(?P<end>\r?\n|\Z)", re.MULTILINE)
_NEXT_SECTION = re.compile(r"^## ", re.MULTILINE)
_PLAIN_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_VERSION_LINE = re.compile(r'^version = "[^"\r\n]*"(?=\r?$)', re.MULTILINE)


@dataclass(frozen=True)
class _Rewritten:
    path: Path
    before: str
    after: str


@dataclass(frozen=True)
class Plan:
    """A release that nothing speaks against.

    Attributes:
        version: Its version.
        tag: The tag that its commit gets.
        files: What changes.
    """

    version: str
    tag: str
    files: tuple[_Rewritten, ...]


def next_version(current: str, step: str) -> str:
    """Return the version that follows (Semantic Versioning 2.0.0, items 6 to 8).

    Args:
        current: The version of today.
        step: One of major, minor, patch.

    Raises:
        ReleaseError: The version has no three plain numbers.
    """
    found = _PLAIN_VERSION.fullmatch(current)
    if found is None:
        raise ReleaseError(
            f"the version {current!r} is none of the form 1.2.3; mend pyproject.toml"
        )
    numbers = [int(number) for number in found.groups()]
    place = STEPS.index(step)
    following = [*numbers[:place], numbers[place] + 1, *[0] * (len(STEPS) - place - 1)]
    return ".".join(map(str, following))


def plan(root: Path, step: str, today: date) -> Plan:
    """Check that a release can be marked, and say what would change.

    Args:
        root: The checkout.
        step: One of major, minor, patch.
        today: The date of the release.

    Raises:
        ReleaseError: The checkout is not clean, the changelog has nothing to release, or the tag
            is there already.
    """
    require_clean(root)
    project = _with_version(root / "pyproject.toml", step)
    version = tomllib.loads(project.after)["project"]["version"]
    tag = f"v{version}"
    if tag in tags(root):
        raise ReleaseError(f"the tag {tag} is there already; {step} is not the step to make")
    return Plan(version, tag, (project, _with_date(root / "CHANGELOG.md", version, today)))


def mark(root: Path, step: str, today: date) -> str:
    """Set the version, date the changelog, commit both, and tag the commit; nothing is pushed.

    A failure leaves the checkout as it was.

    Returns:
        The tag.

    Raises:
        ReleaseError: `plan` refuses, or git does.
    """
    planned = plan(root, step, today)
    try:
        for each in planned.files:
            each.path.write_bytes(each.after.encode("utf-8"))
        paths = [each.path for each in planned.files]
        commit_and_tag(root, paths, f"Release {planned.version}", planned.tag)
    except BaseException:
        # Ctrl-C included: a release that was not committed has not happened.
        for each in planned.files:
            each.path.write_bytes(each.before.encode("utf-8"))
        raise
    return planned.tag


def _with_version(path: Path, step: str) -> _Rewritten:
    before = path.read_bytes().decode("utf-8")
    current = tomllib.loads(before)["project"]["version"]
    version = next_version(current, step)
    after, count = _VERSION_LINE.subn(f'version = "{version}"', before)
    if count != 1:
        raise ReleaseError(f'{path}: one line has to be `version = "{current}"`, found {count}')
    return _Rewritten(path, before, after)


def _with_date(path: Path, version: str, today: date) -> _Rewritten:
    before = path.read_bytes().decode("utf-8")
    found = _UNRELEASED_LINE.search(before)
    if found is None:
        raise ReleaseError(f"{path}: there is no line `{_UNRELEASED}`")
    head, end, rest = before[: found.end()], found["end"], before[found.end() :]
    following = _NEXT_SECTION.search(rest)
    section = rest[: following.start()] if following else rest
    if not re.search(r"^- ", section, re.MULTILINE):
        raise ReleaseError(f"{path}: nothing stands below `{_UNRELEASED}`; say what is new")
    after = f"{head}{end}## {version} - {today.isoformat()}{end}{rest}"
    return _Rewritten(path, before, after)
