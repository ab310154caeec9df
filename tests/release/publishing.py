"""The `publish` command of a checkout, run so that no credentials can get out unnoticed."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from tests.release.checkouts import release
from tests.release.indexes import PASSWORD, USERNAME

WRONG = "q7-no-password-of-anybody"
LOGIN = f"Basic {base64.b64encode(f'{USERNAME}:{PASSWORD}'.encode()).decode()}"

Publish = Callable[..., str]
"""Options, the exit code to expect as `code`, and variables; returns what was printed."""


def publish_from(root: Path) -> Publish:
    """Return a function that publishes from a checkout.

    Whatever happens, the credentials are not in what is printed, and no traceback is.
    """

    def run(*options: str, code: int = 0, **environment: str) -> str:
        settings = {
            "UV_PUBLISH_USERNAME": USERNAME,
            "UV_PUBLISH_PASSWORD": PASSWORD,
            "NO_PROXY": "127.0.0.1",
            **environment,
        }
        done = release(root, "publish", *options, umask=-1, **settings)
        printed = done.stdout + done.stderr
        assert "Traceback" not in printed
        for secret in (PASSWORD, WRONG, quote(PASSWORD), LOGIN):
            assert secret not in printed
        without_addresses = printed
        for option in options:
            # devpi's address holds the user's name.
            without_addresses = without_addresses.replace(option, "")
        assert USERNAME not in without_addresses
        assert done.returncode == code, printed
        assert (done.stdout == "") == (code != 0)
        return printed

    return run
