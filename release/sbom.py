"""The list of components beside the wheel: CycloneDX 1.6 in JSON.

It names what the wheel asks for, and what that asks for in turn, in the versions that the project
was tested with: those of the lock. A range of versions cannot be looked up in a list of
vulnerabilities; a version can. Equal inputs give equal bytes.
"""

from __future__ import annotations

import json
import uuid
import zipfile
from datetime import UTC, datetime
from email import message_from_bytes
from typing import TYPE_CHECKING
from urllib.parse import quote

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release.artifacts import sha256
from release.errors import ReleaseError
from release.locked import read_lock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from email.message import Message
    from pathlib import Path

    from packaging.utils import NormalizedName

    from release.locked import Pin

__all__ = ["make_sbom"]

_MARKER_PROPERTY = "talkdesk-client:environment-marker"


def make_sbom(wheel: Path, lock: Path, time: int) -> str:
    """Return the components of a wheel, as text that the schema of CycloneDX accepts.

    A component's scope is `required` where the wheel alone asks for it, `optional` where only an
    extra does. Its hashes are those of every file that the lock accepts as that version.

    Args:
        wheel: The wheel; its metadata say what it asks for.
        lock: Versions and hashes of all of that.
        time: When the list counts as made, in seconds since 1970 (UTC).

    Raises:
        ReleaseError: The lock lacks what the wheel asks for, or has it in a version that the wheel
            does not take, or the list would be no CycloneDX.
    """
    metadata = _metadata(wheel)
    pins = read_lock(lock)
    requirements = [Requirement(text) for text in metadata.get_all("Requires-Dist", [])]
    _require_locked(requirements, pins, lock)
    always = _closure((each for each in requirements if not _is_of_an_extra(each)), pins)

    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        # A name for these bytes: another wheel or another lock gives another.
        "serialNumber": uuid.uuid5(uuid.NAMESPACE_OID, f"{sha256(wheel)} {sha256(lock)}").urn,
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(time, UTC).isoformat(),
            "component": _root_component(metadata, wheel),
        },
        "components": [_component(pin, required=pin.name in always) for pin in pins],
        "dependencies": [
            {
                "ref": _purl(metadata["Name"], metadata["Version"]),
                "dependsOn": _purls(
                    pins, {canonicalize_name(requirement.name) for requirement in requirements}
                ),
            },
            *(
                {
                    "ref": _purl(pin.name, pin.version),
                    "dependsOn": _purls(
                        pins, {other.name for other in pins if pin.name in other.needed_by}
                    ),
                }
                for pin in pins
            ),
        ],
    }
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if problem is not None:
        raise ReleaseError(f"the list of components is no CycloneDX 1.6: {problem}")
    return text


def _metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def _require_locked(requirements: list[Requirement], pins: list[Pin], lock: Path) -> None:
    for requirement in requirements:
        versions = [pin.version for pin in pins if pin.name == canonicalize_name(requirement.name)]
        if not versions:
            raise ReleaseError(f"{lock}: does not hold {requirement.name}; nox -s lock")
        for version in versions:
            if not requirement.specifier.contains(version, prereleases=True):
                raise ReleaseError(
                    f"{lock}: {requirement.name} {version} is not {requirement.specifier}, which "
                    "the wheel asks for; nox -s lock"
                )


def _is_of_an_extra(requirement: Requirement) -> bool:
    return requirement.marker is not None and "extra ==" in str(requirement.marker)


def _closure(requirements: Iterable[Requirement], pins: list[Pin]) -> set[NormalizedName]:
    """Return the names that the requirements lead to, their own included."""
    names = {canonicalize_name(requirement.name) for requirement in requirements}
    while more := {pin.name for pin in pins if pin.needed_by & names} - names:
        names |= more
    return names


def _root_component(metadata: Message, wheel: Path) -> dict[str, object]:
    purl = _purl(metadata["Name"], metadata["Version"])
    return {
        "type": "library",
        "bom-ref": purl,
        "name": metadata["Name"],
        "version": metadata["Version"],
        "description": metadata["Summary"],
        "hashes": _hashes([sha256(wheel)]),
        "licenses": [{"license": {"id": metadata["License-Expression"]}}],
        "purl": purl,
    }


def _component(pin: Pin, *, required: bool) -> dict[str, object]:
    purl = _purl(pin.name, pin.version)
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": purl,
        "name": pin.name,
        "version": pin.version,
        "scope": "required" if required else "optional",
        "hashes": _hashes(sorted(pin.hashes)),
        "purl": purl,
    }
    if pin.marker is not None:
        component["properties"] = [{"name": _MARKER_PROPERTY, "value": pin.marker}]
    return component


def _hashes(digests: Iterable[str]) -> list[dict[str, str]]:
    return [{"alg": "SHA-256", "content": digest} for digest in digests]


def _purl(name: str, version: str) -> str:
    # https://github.com/package-url/purl-spec, type pypi: the name is normalized already.
    return f"pkg:pypi/{canonicalize_name(name)}@{quote(version)}"


def _purls(pins: list[Pin], names: set[NormalizedName]) -> list[str]:
    return [_purl(pin.name, pin.version) for pin in pins if pin.name in names]
