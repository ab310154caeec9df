"""Publish what `build` made: every check first, then the upload of what the index does not have."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from release.artifacts import Artifacts, read_artifacts
from release.checkout import own_root, require_clean
from release.contents import check_contents, require_same_sources
from release.credentials import Credentials, read_credentials
from release.errors import ReleaseError
from release.index_address import read_address
from release.index_listing import Presence, ask_index, presence
from release.uploading import upload

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["PROJECT", "publish"]

PROJECT = "talkdesk-client"
"""The name of the project, as PEP 503 normalizes it."""


def publish(
    dist: Path,
    *,
    index_url: str,
    check_url: str | None,
    dry_run: bool,
    environment: Mapping[str, str],
) -> list[str]:
    """Upload wheel and sdist to a package index, unless it has them.

    Repeating is safe: a file that the index has with the same bytes is left alone. Nothing is sent
    before every check has passed, so that no release arrives by half for a reason that could be
    known.

    Args:
        dist: The folder that `build` wrote.
        index_url: The endpoint that takes uploads.
        check_url: The root of the index's simple API; None for `simple/` below the endpoint.
        dry_run: Check everything and ask the index what it has, but send nothing.
        environment: Has `UV_PUBLISH_USERNAME` and `UV_PUBLISH_PASSWORD`, and the proxies and
            certificates of the upload. Questions to the index take those of the process.

    Returns:
        One line for each file: what happened to it.

    Raises:
        ReleaseError: An address or the credentials are not fit for an upload; the checkout is not
            clean, or `dist` not its build; the index cannot be reached or refuses; or it has other
            bytes under the name of a file.
        OSError: A file cannot be read.
    """
    address = read_address(index_url, check_url)
    credentials = read_credentials(environment)
    artifacts = _built_from(own_root(), dist)
    files = (artifacts.wheel, artifacts.sdist)
    there = _presences(address.simple, files, credentials)
    missing = [file for file in files if there[file] is Presence.ABSENT]
    lines = [
        f"{file.name}: {address.simple} has the same bytes already"
        for file in files
        if file not in missing
    ]
    if dry_run or not missing:
        return lines + [f"{file.name}: would be uploaded to {address.upload}" for file in missing]
    upload(missing, address.upload, credentials, environment)
    # Asked again: somebody else may have been faster, and an index may take a file without a word
    # that it already has.
    there = _presences(address.simple, files, credentials)
    for file in missing:
        listed = "" if there[file] is Presence.SAME else f"; {address.simple} does not list it yet"
        lines.append(f"{file.name}: uploaded to {address.upload}{listed}")
    return lines


def _built_from(root: Path, dist: Path) -> Artifacts:
    """Return what was built, if that was from the last commit of the checkout and nothing else."""
    require_clean(root)
    artifacts = read_artifacts(dist)
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    if artifacts.version != version:
        raise ReleaseError(
            f"{dist} holds version {artifacts.version}, and pyproject.toml says {version}: "
            "make it anew: nox -s build"
        )
    check_contents(root, artifacts.wheel, artifacts.sdist, version)
    require_same_sources(root, artifacts.sdist, version)
    return artifacts


def _presences(
    simple: str, files: tuple[Path, ...], credentials: Credentials
) -> dict[Path, Presence]:
    listing = ask_index(simple, PROJECT, credentials)
    there = {file: presence(listing, file) for file in files}
    other = [file.name for file in files if there[file] is Presence.OTHER]
    if other:
        raise ReleaseError(
            f"{simple} has other bytes under the name of {' and '.join(other)}: a version is "
            "published once; raise it in pyproject.toml, commit, and build again"
        )
    return there
