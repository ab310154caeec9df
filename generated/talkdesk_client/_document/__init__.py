# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The effective document, and what this package was made from."""
