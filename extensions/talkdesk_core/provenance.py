"""What a generated client was made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files

__all__ = ["Provenance", "read_provenance"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a client was made from; each hash is a SHA-256 in hexadecimal.

    The fields cannot be set. The mappings are plain dictionaries, so that a value can be pickled,
    copied and written as JSON (`dataclasses.asdict`); every reading has dictionaries of its own.

    Attributes:
        version: Version of the installed distribution.
        document_version: `info.version` of the effective OpenAPI document.
        spec: Hash by path of what the documentation pages state.
        overlays: Hash by path of the corrections, in the order in which they were applied.
        templates: Hash by path of the templates and settings of the generators.
        generators: Version by name of the tools that wrote the code.
    """

    version: str
    document_version: str
    spec: Mapping[str, str]
    overlays: Mapping[str, str]
    templates: Mapping[str, str]
    generators: Mapping[str, str]


def read_provenance(distribution: str, package: str) -> Provenance:
    """Return what a client was made from.

    Args:
        distribution: The distribution that holds the package.
        package: The package that holds the lock of the generation.

    Raises:
        importlib.metadata.PackageNotFoundError: The distribution is not installed, as where its
            packages were copied, or frozen into a program, without their metadata.
        ModuleNotFoundError: There is no such package.
        FileNotFoundError: The package has no lock.
    """
    text = files(package).joinpath("lock.json").read_text("utf-8")
    lock: dict[str, dict[str, str]] = json.loads(text)
    return Provenance(
        version=version(distribution),
        document_version=lock["document"]["version"],
        spec=_below(lock["inputs"], "spec/"),
        overlays=_below(lock["inputs"], "overlays/"),
        templates=_below(lock["inputs"], "generator/"),
        generators=lock["tools"],
    )


def _below(inputs: Mapping[str, str], folder: str) -> dict[str, str]:
    return {path: digest for path, digest in inputs.items() if path.startswith(folder)}
