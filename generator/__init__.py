"""The tool that turns document and overlays into the client; run as `python -m generator`."""
