"""Runs the command line: `python -m talkdesk_sandbox …`."""

import sys

from talkdesk_sandbox.cli import main

if __name__ == "__main__":
    sys.exit(main())
