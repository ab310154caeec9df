"""The four files of a build: what they are called, their sums, and whether they are whole."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from release.errors import ReleaseError

__all__ = ["SUMS_NAME", "Artifacts", "read_artifacts", "sha256", "write_sums"]

SUMS_NAME = "SHA256SUMS"
"""The sums of the three other files, as `sha256sum -c` reads them."""

_WHEEL = re.compile(r"talkdesk_client-(?P<version>[^-]+)-py3-none-any\.whl")
_SUM = re.compile(r"(?P<sum>[0-9a-f]{64})  (?P<name>[^/\\]+)")
_AGAIN = "make them anew: nox -s build"


@dataclass(frozen=True)
class Artifacts:
    """What a build made.

    Attributes:
        version: The version of all of them.
        wheel: The wheel.
        sdist: The source distribution.
        sbom: The list of components, CycloneDX in JSON.
        sums: The SHA-256 of each of the three, by file name, in hexadecimal.
    """

    version: str
    wheel: Path
    sdist: Path
    sbom: Path
    sums: dict[str, str]


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in lower case hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(folder: Path) -> None:
    """Write the sums of every file of the folder, sorted by name, as GNU sha256sum does."""
    lines = [f"{sha256(path)}  {path.name}\n" for path in sorted(folder.iterdir())]
    (folder / SUMS_NAME).write_text("".join(lines), "utf-8", newline="\n")


def read_artifacts(dist: Path) -> Artifacts:
    """Return what `build` left in a folder, checked against its sums.

    Args:
        dist: The folder; it holds the four files of one version and nothing else.

    Raises:
        ReleaseError: There is no such folder or no list of sums, a line of it cannot be read, or
            files are missing, stray, or not what their sum says; every one is named.
        OSError: A file cannot be read.
    """
    sums = _read_sums(dist)
    version = _version(dist, sums)
    names = _names(version)
    present = {path.name for path in dist.iterdir()} - {SUMS_NAME}
    problems = [
        *(f"  {name}: missing" for name in names if name not in present),
        *(f"  {name}: stray" for name in sorted(present.difference(names))),
        *(f"  {name}: its sum is missing" for name in names if name not in sums),
        *(f"  {name}: a stray sum" for name in sorted(set(sums).difference(names))),
        *(
            f"  {name}: not what its sum says"
            for name in names
            if name in present and name in sums and sha256(dist / name) != sums[name]
        ),
    ]
    if problems:
        message = f"{dist} does not hold what a build makes; {_AGAIN}"
        raise ReleaseError("\n".join([message, *problems]))
    wheel, sdist, sbom = (dist / name for name in names)
    return Artifacts(version=version, wheel=wheel, sdist=sdist, sbom=sbom, sums=sums)


def _names(version: str) -> tuple[str, str, str]:
    stem = f"talkdesk_client-{version}"
    return f"{stem}-py3-none-any.whl", f"{stem}.tar.gz", f"{stem}.cdx.json"


def _read_sums(dist: Path) -> dict[str, str]:
    path = dist / SUMS_NAME
    if not path.is_file():
        raise ReleaseError(f"{path} is missing: there is nothing built; run nox -s build")
    sums: dict[str, str] = {}
    for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
        match = _SUM.fullmatch(line)
        if match is None or match["name"] in sums:
            raise ReleaseError(f"{path}, line {number}: is no new sum of a file; {_AGAIN}")
        sums[match["name"]] = match["sum"]
    return sums


def _version(dist: Path, sums: dict[str, str]) -> str:
    versions = [match["version"] for match in map(_WHEEL.fullmatch, sums) if match]
    if len(versions) != 1:
        raise ReleaseError(f"{dist / SUMS_NAME} names {len(versions)} wheels, not one; {_AGAIN}")
    return versions[0]
