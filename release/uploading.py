"""Hand files to `uv publish`, in an environment that nothing from outside can turn elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from typing import TYPE_CHECKING

from uv import find_uv_bin

from release.credentials import PASSWORD, USERNAME, Credentials
from release.errors import ReleaseError
from release.index_listing import refusal, unreachable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["upload"]

# The way through the network, and whom to trust on it. Any other setting of uv could name another
# index, another user or another file.
_KEPT = {
    "ALL_PROXY",
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "NO_PROXY",
    "SSL_CERT_DIR",
    "SSL_CERT_FILE",
    "SSL_CLIENT_CERT",
    "SYSTEMROOT",  # Windows opens no socket without it.
    "UV_NATIVE_TLS",
    "UV_SYSTEM_CERTS",
}
_STATUS = re.compile(r"status code (\d{3})")
# uv's text for 405, which it gives without the number.
_NO_ENDPOINT = "not supported by the endpoint"
_REASON = re.compile(r"\s*(?:error|cause): (.+)")


def upload(files: Sequence[Path], url: str, credentials: Credentials) -> None:
    """Upload files to an index, with the proxies and certificates of the process's environment.

    Args:
        files: What to upload, and nothing else.
        url: The upload endpoint.
        credentials: Given to uv in its environment, which no list of processes shows.

    Raises:
        ReleaseError: uv is missing, or the upload failed. Files before the failing one may have
            arrived; repeating is safe.
    """
    try:
        uv = find_uv_bin()
    except FileNotFoundError:
        raise ReleaseError("uv is not installed beside this Python: run nox -s publish") from None
    with tempfile.TemporaryDirectory(prefix="publish-") as empty:
        kept = {name: value for name, value in os.environ.items() if name.upper() in _KEPT}
        # Without a home, no stored login, netrc or configuration of the user is read.
        folders = dict.fromkeys(("HOME", "USERPROFILE", "APPDATA", "TMPDIR", "TEMP", "TMP"), empty)
        done = subprocess.run(  # noqa: S603 - the uv that is installed beside this Python
            [
                *(uv, "publish", "--no-config", "--no-cache", "--no-progress"),
                *("--color", "never", "--no-attestations", "--no-python-downloads"),
                *("--trusted-publishing", "never", "--keyring-provider", "disabled"),
                *("--publish-url", url, "--", *map(str, files)),
            ],
            cwd=empty,
            env={
                **kept,
                **folders,
                USERNAME: credentials.username,
                PASSWORD: credentials.password,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    if done.returncode:
        raise ReleaseError(_explained(done.stdout, url, credentials))


def _explained(output: str, url: str, credentials: Credentials) -> str:
    """Return one line that says what went wrong; uv's own words only without the credentials."""
    reasons = " / ".join(match[1] for line in output.splitlines() if (match := _REASON.match(line)))
    words = credentials.removed_from(reasons or " ".join(output.split())[-300:])
    found = _STATUS.search(output)
    status = int(found[1]) if found else None
    if status in {401, 403}:
        return refusal(url, status)
    if status == 404 or _NO_ENDPOINT in output:
        return (
            f"{url} takes no uploads ({status or 405}): give the endpoint for uploads with "
            "--index-url, and the root of the simple API with --check-url"
        )
    if status == 409:
        return (
            f"{url} has a file of this name already (409), which the simple API did not list: "
            f"check that --check-url belongs to the same index. uv says: {words}"
        )
    if "error sending request" in output:
        return unreachable(url, words)
    return f"the upload to {url} failed; repeating is safe. uv says: {words}"
