"""What type checkers know of the client's provenance. This file is checked, not run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_type

import talkdesk_client
from talkdesk_client import Provenance, provenance


def what_it_was_made_from() -> None:
    """Versions are strings, inputs are hashes by path."""
    made = provenance()
    assert_type(made, Provenance)
    assert_type(made.version, str)
    assert_type(made.document_version, str)
    assert_type(made.spec, Mapping[str, str])
    assert_type(made.overlays, Mapping[str, str])
    assert_type(made.templates, Mapping[str, str])
    assert_type(made.generators, Mapping[str, str])
    assert_type(talkdesk_client.__version__, str)
