"""Publish what `build` made: every check first, then the upload of what the index does not have."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from release.artifacts import Artifacts, read_artifacts
from release.building import build
from release.checkout import own_root, require_clean
from release.credentials import Credentials, read_credentials
from release.errors import ReleaseError
from release.index_address import read_address
from release.index_listing import Presence, ask_index, presence
from release.uploading import upload

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["PROJECT", "publish"]

PROJECT = "talkdesk-client"
"""The name of the project, as PEP 503 normalizes it."""

# An index may need a while before it lists what it took: 15 seconds at most.
_PAUSES = (1.0, 2.0, 4.0, 8.0)


def publish(
    dist: Path,
    *,
    index_url: str,
    check_url: str | None,
    dry_run: bool,
    environment: Mapping[str, str],
    rebuild: Callable[[Path, Path], Artifacts] = build,
    pause: Callable[[float], None] = time.sleep,
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
        environment: Has `UV_PUBLISH_USERNAME` and `UV_PUBLISH_PASSWORD`. Proxies and certificates
            are those of the process, for questions and for the upload.
        rebuild: Builds a checkout into a new folder; `dist` has to be what it makes.
        pause: Waits a number of seconds for the index to list what it took.

    Returns:
        One line for each file: what happened to it.

    Raises:
        ReleaseError: An address or the credentials are not fit for an upload; the checkout is not
            clean, or `dist` not its build; the index cannot be reached or refuses, has other bytes
            under the name of a file, or does not list in the end what was sent.
        OSError: A file cannot be read.
    """
    address = read_address(index_url, check_url)
    credentials = read_credentials(environment)
    artifacts = _built_from(own_root(), dist, rebuild)
    files = (artifacts.wheel, artifacts.sdist)
    missing = _absent(address.simple, files, credentials)
    lines = [
        f"{file.name}: {address.simple} has the same bytes already"
        for file in files
        if file not in missing
    ]
    if dry_run or not missing:
        return lines + [f"{file.name}: would be uploaded to {address.upload}" for file in missing]
    upload(missing, address.upload, credentials)
    # Asked again: somebody else may have been faster, and an index may take a file without a word
    # that it already has.
    late = _absent(address.simple, files, credentials)
    for seconds in _PAUSES:
        if not late:
            break
        pause(seconds)
        late = _absent(address.simple, files, credentials)
    if not late:
        return lines + [f"{file.name}: uploaded to {address.upload}" for file in missing]
    raise ReleaseError(
        f"{' and '.join(file.name for file in late)}: uploaded to {address.upload}, but "
        f"{address.simple} does not list it: check that --check-url belongs to the same index; "
        "repeating is safe once it does"
    )


def _built_from(root: Path, dist: Path, rebuild: Callable[[Path, Path], Artifacts]) -> Artifacts:
    """Return what was built, if that is what the last commit of the checkout gives."""
    require_clean(root)
    artifacts = read_artifacts(dist)
    with tempfile.TemporaryDirectory(prefix="publish-") as folder:
        sums = rebuild(root, Path(folder) / "dist").sums
    other = [name for name in artifacts.sums if artifacts.sums[name] != sums.get(name)]
    if other:
        raise ReleaseError(
            "\n".join(
                [
                    f"{dist} is not what this commit gives; run nox -s build:",
                    *(f"  {name}" for name in other),
                ]
            )
        )
    return artifacts


def _absent(simple: str, files: tuple[Path, ...], credentials: Credentials) -> list[Path]:
    """Return the files that the index does not have, if it has no other bytes for any of them."""
    listing = ask_index(simple, PROJECT, credentials)
    there = {file: presence(listing, file) for file in files}
    other = [file.name for file in files if there[file] is Presence.OTHER]
    if other:
        raise ReleaseError(
            f"{simple} has other bytes under the name of {' and '.join(other)}: a version is "
            "published once; raise it in pyproject.toml, commit, and build again"
        )
    return [file for file in files if there[file] is Presence.ABSENT]
