# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The resources of the client, one module for each tag of the document."""
