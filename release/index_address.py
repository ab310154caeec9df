"""The two addresses of a package index: where files go, and where they can be seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from release.errors import ReleaseError

__all__ = ["IndexAddress", "read_address"]

# Printable ASCII without spaces and quotes: `urlsplit` would drop line breaks without a word.
_PRINTABLE = re.compile(r"[!#-&(-\[\]-~]+")


@dataclass(frozen=True, slots=True)
class IndexAddress:
    """Where an index takes files, and where it lists them.

    Attributes:
        upload: The endpoint that takes uploads.
        simple: The root of its simple API (PEP 503, PEP 691), with a slash at its end.
    """

    upload: str
    simple: str


def read_address(index_url: str, check_url: str | None) -> IndexAddress:
    """Return the addresses of the index.

    Args:
        index_url: The upload endpoint.
        check_url: The root of the simple API; None for `simple/` below the endpoint.

    Raises:
        ReleaseError: An address is none of http or https, or could hold a secret. The message never
            repeats the address: a password may stand in it.
    """
    _check("--index-url", index_url)
    if check_url is None:
        return IndexAddress(index_url, f"{index_url.rstrip('/')}/simple/")
    _check("--check-url", check_url)
    return IndexAddress(index_url, f"{check_url.rstrip('/')}/")


def _check(option: str, url: str) -> None:
    try:
        parts = urlsplit(url)
        # Reading the port is what finds a wrong one.
        readable = parts.port is None or bool(parts.hostname)
    except ValueError:
        readable = False
        parts = urlsplit("")
    if "@" in parts.netloc:
        raise ReleaseError(
            f"{option} holds a user or a password, which the list of processes would show: "
            "set UV_PUBLISH_USERNAME and UV_PUBLISH_PASSWORD instead"
        )
    if parts.query or parts.fragment:
        raise ReleaseError(f"{option} has a query or a fragment: give the plain address")
    if (
        not readable
        or parts.scheme not in {"http", "https"}
        or not parts.hostname
        or not _PRINTABLE.fullmatch(url)
    ):
        raise ReleaseError(f"{option} is no http or https address, such as https://host/path/")
