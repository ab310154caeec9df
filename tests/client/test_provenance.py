"""An installed client can say what it was made from."""

from __future__ import annotations

import copy
import dataclasses
import hashlib
import json
import pickle
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

import pytest

import talkdesk_client
from generator.documents import read_document
from generator.lock import TOOLS
from generator.navigation import as_object
from talkdesk_core.provenance import read_provenance

ROOT = Path(__file__).resolve().parents[2]
MADE = talkdesk_client.provenance()


def test_versions_are_those_of_the_installation_and_of_the_document() -> None:
    """The distribution's, the document's, and each generator's."""
    document = read_document(ROOT / "generated" / "openapi.yaml")
    assert MADE.version == version("talkdesk-client") == talkdesk_client.__version__
    assert MADE.document_version == as_object(document["info"])["version"]
    assert {name: version(name) for name in TOOLS} == MADE.generators


@pytest.mark.parametrize(
    ("hashes", "patterns"),
    [
        (MADE.spec, ["spec/*.yaml"]),
        (MADE.overlays, ["overlays/*.yaml"]),
        (MADE.templates, ["generator/config.toml", "generator/templates/*.jinja"]),
    ],
)
def test_every_input_is_named_with_its_hash(hashes: dict[str, str], patterns: list[str]) -> None:
    """Who has the inputs can tell whether they are the ones."""
    assert hashes == {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for pattern in patterns
        for path in ROOT.glob(pattern)
    }


def test_overlays_are_told_in_their_order() -> None:
    """They are applied in the order of their names."""
    assert list(MADE.overlays) == sorted(MADE.overlays)


def test_it_is_a_value() -> None:
    """Two answers are equal, and no field of one can be set."""
    assert talkdesk_client.provenance() == MADE
    with pytest.raises(dataclasses.FrozenInstanceError):
        MADE.version = "2"  # type: ignore[misc]


def test_it_can_be_kept_elsewhere() -> None:
    """Pickled, copied and written as JSON, it says the same."""
    again = pickle.loads(pickle.dumps(MADE))
    assert again == copy.deepcopy(MADE) == MADE
    written = json.loads(json.dumps(dataclasses.asdict(MADE)))
    assert talkdesk_client.Provenance(**written) == MADE


@pytest.mark.parametrize("name", ["spec", "overlays", "templates", "generators"])
def test_every_answer_has_dictionaries_of_its_own(name: str) -> None:
    """Who changes one of them changes nobody else's."""
    getattr(talkdesk_client.provenance(), name).clear()
    assert talkdesk_client.provenance() == MADE


def test_without_an_installation_there_is_no_answer() -> None:
    """The packages alone do not know their version."""
    with pytest.raises(PackageNotFoundError):
        read_provenance("talkdesk-client-elsewhere", "talkdesk_client._document")


def test_the_document_lies_beside_it() -> None:
    """What the hashes lead to is in the package."""
    inside = files("talkdesk_client").joinpath("_document", "openapi.yaml").read_bytes()
    assert inside == (ROOT / "generated" / "openapi.yaml").read_bytes()
