"""The cases of the specification itself, compared as data."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.documents import read_document
from generator.overlay import apply_overlays, read_overlay

_REPOSITORY = Path(__file__).parents[3]
_FOLDER = Path(
    os.environ.get("TALKDESK_OVERLAY_CASES", _REPOSITORY.parent / "shared" / "overlay-cases")
)
_CASES = (
    "compliant-sets/add-a-license",
    "compliant-sets/description-and-summary",
    "compliant-sets/remove-example",
    "compliant-sets/remove-matching-responses",
    "compliant-sets/remove-property",
    "compliant-sets/remove-server",
    "compliant-sets/replace-servers-for-sandbox",
    "compliant-sets/update-root",
    "spec-examples/copy-ensure-the-target-exists-and-copy",
    "spec-examples/copy-move-example",
    "spec-examples/copy-simple-copy",
    "spec-examples/traits",
)

pytestmark = pytest.mark.skipif(
    not _FOLDER.is_dir(),
    reason=f"no official cases at {_FOLDER}; TALKDESK_OVERLAY_CASES can name another folder",
)


@pytest.mark.parametrize("case", _CASES)
def test_the_result_is_the_published_output(case: str) -> None:
    """Document and overlay of the case give its `output.yaml`, as data."""
    folder = _FOLDER / case
    document = read_document(folder / "openapi.yaml")

    result = apply_overlays(document, [read_overlay(folder / "overlay.yaml")])

    expected = read_document(folder / "output.yaml")
    assert result == expected
    assert document != expected, "the case changes nothing and proves nothing"


def test_no_case_is_left_out() -> None:
    """Every folder that holds an overlay is in the list above."""
    found = {
        path.parent.relative_to(_FOLDER).as_posix() for path in _FOLDER.glob("*/*/overlay.yaml")
    }

    assert found == set(_CASES)
