"""Building, checking and publishing the package: `python -m release …`. Part of no archive."""
