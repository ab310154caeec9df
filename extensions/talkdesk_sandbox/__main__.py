"""Runs the command line: `python -m talkdesk_sandbox …`."""

import sys

try:
    from talkdesk_sandbox.cli import main
except ModuleNotFoundError as error:
    sys.exit(
        f"talkdesk_sandbox: {error.name} is not installed. The sandbox is an extra: "
        "pip install 'talkdesk-client[sandbox]'"
    )

if __name__ == "__main__":
    sys.exit(main())
