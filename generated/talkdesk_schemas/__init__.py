# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""Pydantic models of the document: the server's side of the wire."""
