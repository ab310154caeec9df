"""The lock of what users get: `requirements/runtime.txt`, as `nox -s lock` writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from packaging.utils import NormalizedName, canonicalize_name

from release.errors import ReleaseError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Pin", "read_lock"]

_PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>.+?))?(?: \\)?")
_HASH = re.compile(r" +--hash=sha256:(?P<hash>[0-9a-f]{64})(?: \\)?")
# `# via NAME` on one line, or `# via` and then `#   NAME` for each. A file of constraints, and the
# project itself, which has a blank, are no packages.
_VIA = re.compile(r" +# (?:via(?: |$)|  )(?P<name>[\w.-]*)(?P<rest> .*)?")


@dataclass(frozen=True)
class Pin:
    """One locked package.

    Attributes:
        name: Its normalized name.
        version: Its version.
        marker: Where it is installed, as an environment marker; None for everywhere.
        hashes: The SHA-256 of every file that may be installed as it, in hexadecimal.
        needed_by: The locked packages that ask for it.
    """

    name: NormalizedName
    version: str
    marker: str | None
    hashes: tuple[str, ...]
    needed_by: frozenset[NormalizedName]


def read_lock(path: Path) -> list[Pin]:
    """Return the packages of a lock, in its order.

    Raises:
        ReleaseError: There is no lock, a line cannot be read, or a package has no hash.
    """
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise ReleaseError(f"{path}: the lock cannot be read: {error.strerror}") from error
    pins: list[Pin] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        if pin := _PIN.fullmatch(line):
            name = canonicalize_name(pin["name"])
            pins.append(Pin(name, pin["version"], pin["marker"], (), frozenset()))
        elif pins and (found := _HASH.fullmatch(line)):
            pins[-1] = _replace(pins[-1], digest=found["hash"])
        elif pins and (via := _VIA.fullmatch(line)):
            if via["name"] and not via["rest"]:
                pins[-1] = _replace(pins[-1], needed_by=canonicalize_name(via["name"]))
        else:
            raise ReleaseError(f"{path}, line {number}: is no line of a lock; nox -s lock")
    bare = [pin.name for pin in pins if not pin.hashes]
    if bare or not pins:
        what = f"no hash of {', '.join(bare)}" if bare else "no package"
        raise ReleaseError(f"{path}: holds {what}; nox -s lock")
    return pins


def _replace(
    pin: Pin, *, digest: str | None = None, needed_by: NormalizedName | None = None
) -> Pin:
    """Return the pin with one more hash, or one more package that asks for it."""
    return Pin(
        pin.name,
        pin.version,
        pin.marker,
        pin.hashes if digest is None else (*pin.hashes, digest),
        pin.needed_by if needed_by is None else pin.needed_by | {needed_by},
    )
