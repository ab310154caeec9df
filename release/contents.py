"""What the archives hold: read, compared with the committed lists, and held to a size.

`contents/wheel.txt` and `contents/sdist.txt` name every file. A new module shows there as a line of
the diff, and so does one that was lost, or that nobody meant to publish.
"""

from __future__ import annotations

import tarfile
import tomllib
import zipfile
from typing import TYPE_CHECKING

from release.errors import ReleaseError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "check_contents",
    "check_sizes",
    "check_wheel",
    "names_of",
    "update_lists",
]

_PACKAGES = (
    "talkdesk_changes",
    "talkdesk_client",
    "talkdesk_core",
    "talkdesk_sandbox",
    "talkdesk_schemas",
)
"""All that the wheel puts where Python imports from."""

# Never optional, whatever the lists say.
_INDISPENSABLE = (
    *(f"{package}/__init__.py" for package in _PACKAGES),
    # Without it, type checkers do not look at the package (PEP 561).
    *(f"{package}/py.typed" for package in _PACKAGES),
    "talkdesk_client/_document/openapi.yaml",
    "talkdesk_client/_document/lock.json",
    "talkdesk_client-VERSION.dist-info/licenses/LICENSE",
)
_LISTS = "release/contents"
_UPDATE = "python -m release build --update-contents"


def names_of(archive: Path, version: str) -> list[str]:
    """Return the path of every file of a wheel or an sdist, sorted.

    The version is written as `VERSION`, and an sdist's own folder is left out, so that a new
    version alone changes no path.
    """
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            names = wheel.namelist()
        folder = f"talkdesk_client-{version}.dist-info/"
        return sorted(
            name.replace(folder, "talkdesk_client-VERSION.dist-info/", 1)
            if name.startswith(folder)
            else name
            for name in names
        )
    return sorted(_members_of(archive, version))


def check_contents(root: Path, wheel: Path, sdist: Path, version: str) -> None:
    """Accept archives that hold what the lists of the checkout name, and what a user needs.

    Raises:
        ReleaseError: A list is missing, or files are missing or not listed; every one is named.
    """
    problems: list[str] = []
    for archive in (wheel, sdist):
        path = _list_of(root, archive)
        listed = _read_list(path)
        found = set(names_of(archive, version))
        place = path.relative_to(root).as_posix()
        problems += [
            *(f"  {name}: in {place}, not built" for name in sorted(listed - found)),
            *(f"  {name}: built, not in {place}" for name in sorted(found - listed)),
        ]
    if problems:
        message = f"the archives do not hold what is listed; if they should: {_UPDATE}"
        raise ReleaseError("\n".join([message, *problems]))
    check_wheel(wheel, version)


def check_wheel(wheel: Path, version: str) -> None:
    """Accept a wheel that holds what no wheel may lack, and nothing outside of its packages.

    Raises:
        ReleaseError: Files are missing, or stand where they must not; every one is named.
    """
    found = names_of(wheel, version)
    roofs = (*(f"{package}/" for package in _PACKAGES), "talkdesk_client-VERSION.dist-info/")
    problems = [
        *(f"  {name}: missing" for name in _INDISPENSABLE if name not in found),
        *(f"  {name}: in none of the packages" for name in found if not name.startswith(roofs)),
    ]
    if problems:
        message = "the wheel is not what it has to be; see [tool.hatch.build] in pyproject.toml"
        raise ReleaseError("\n".join([message, *problems]))


def update_lists(root: Path, wheel: Path, sdist: Path, version: str) -> None:
    """Make the lists of the checkout those of the archives.

    Raises:
        ReleaseError: The wheel lacks what no wheel may lack; the lists are left as they were.
    """
    check_wheel(wheel, version)
    for archive in (wheel, sdist):
        path = _list_of(root, archive)
        path.parent.mkdir(parents=True, exist_ok=True)
        names = names_of(archive, version)
        path.write_text("".join(f"{name}\n" for name in names), "utf-8", newline="\n")


def check_sizes(root: Path, wheel: Path, sdist: Path) -> None:
    """Accept archives within the budget of the checkout.

    Raises:
        ReleaseError: The budget cannot be read, or an archive is larger; both sizes are told.
    """
    path = root / _LISTS / "budget.toml"
    try:
        budget = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ReleaseError(f"{path}: the size budget cannot be read: {error}") from error
    for archive, key in ((wheel, "wheel"), (sdist, "sdist")):
        most = budget.get(key)
        if not isinstance(most, int):
            raise ReleaseError(f"{path}: {key} has to be a number of bytes")
        size = archive.stat().st_size
        if size > most:
            raise ReleaseError(
                f"{archive.name} has {size} bytes, {size - most} more than {path.name} allows; "
                "see what grew, and raise the budget if it should have"
            )


def _members_of(sdist: Path, version: str) -> list[str]:
    """Return the paths of an sdist's files below its one folder."""
    with tarfile.open(sdist) as archive:
        names = [member.name for member in archive if member.isfile()]
    return [name.removeprefix(f"talkdesk_client-{version}/") for name in names]


def _list_of(root: Path, archive: Path) -> Path:
    return root / _LISTS / ("wheel.txt" if archive.suffix == ".whl" else "sdist.txt")


def _read_list(path: Path) -> set[str]:
    if not path.is_file():
        raise ReleaseError(f"{path}: there is no list of what is released; {_UPDATE}")
    return set(path.read_text("utf-8").split("\n")) - {""}
