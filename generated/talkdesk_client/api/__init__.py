# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`.
"""The plain operations, one module each, in one folder for each tag.

Every module has `call` (the request, not sent), `sync` and `asyncio`.
"""
