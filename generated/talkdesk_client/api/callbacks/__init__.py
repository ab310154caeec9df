# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The plain operations of `callbacks`."""
