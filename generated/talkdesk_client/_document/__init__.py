# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The effective document, and what this package was made from."""

from talkdesk_core.provenance import Provenance, read_provenance

__all__ = ["provenance"]


def provenance() -> Provenance:
    """Return what the installed client was made from: versions, and the hashes of all inputs."""
    return read_provenance("talkdesk-client", __name__)
