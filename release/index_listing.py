"""Ask a package index which files of a project it has, and which bytes they hold."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING

import httpx

from release.credentials import PASSWORD, USERNAME, Credentials
from release.errors import ReleaseError
from release.index_pages import is_simple_api, read_listing

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from release.index_pages import Listing

__all__ = ["Presence", "ask_index", "presence", "refusal", "unreachable"]

# PEP 691 first; what knows only PEP 503 answers HTML.
_ACCEPT = (
    "application/vnd.pypi.simple.v1+json, "
    "application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01"
)
# The root of a large index lists hundreds of thousands of projects. HTML tells at its beginning
# what it is.
_ACCEPT_ROOT = "application/vnd.pypi.simple.v1+html, text/html;q=0.5, */*;q=0.1"
_ROOT_BYTES = 65_536
# Strongest first. Old indexes tell nothing but MD5: enough to notice a file that was built anew.
_ALGORITHMS = ("sha512", "sha384", "sha256", "md5")
_SECONDS = 30.0
_REDIRECTS = 5
_UNKNOWN = {404, 410}


class Presence(Enum):
    """What an index has under the name of a file."""

    ABSENT = "absent"
    SAME = "the same bytes"
    OTHER = "other bytes"


def ask_index(simple: str, project: str, credentials: Credentials) -> Listing:
    """Return the files of a project that an index lists; none for a project that it does not know.

    That a project is unknown is believed only where the root is one of a simple API: any server
    says 404 below an address that it does not have. Proxies and certificates are those of the
    process's environment.

    Args:
        simple: The root of the simple API, with a slash at its end.
        project: The name of the project as PEP 503 normalizes it.
        credentials: Sent to this index only, never to where it redirects.

    Raises:
        ReleaseError: The index cannot be reached, refuses the credentials, or answers no listing.
    """
    url = f"{simple}{project}/"
    with _reported(url, credentials), _client(credentials) as client:
        reply = _fetch(client, url, _ACCEPT)
        if reply is None or reply.status_code in _UNKNOWN:
            _require_simple_api(client, simple)
            return {}
        _require_answer(url, reply)
        reply.read()
    try:
        return read_listing(_kind(reply), reply.text, project)
    except ValueError:
        # Its text repeats what the page holds, which may be anything.
        raise ReleaseError(
            f"{url} did not answer with the list of a project's files: check --check-url"
        ) from None


def presence(listing: Listing, file: Path) -> Presence:
    """Tell whether the index has a file of this name, and whether it has these bytes.

    Raises:
        ReleaseError: The index lists the file with no digest that can be compared.
    """
    digests = listing.get(file.name)
    if digests is None:
        return Presence.ABSENT
    for algorithm in _ALGORITHMS:
        if algorithm in digests:
            digest = hashlib.new(algorithm, file.read_bytes(), usedforsecurity=False).hexdigest()
            return Presence.SAME if digests[algorithm].lower() == digest else Presence.OTHER
    raise ReleaseError(
        f"the index has a {file.name} and tells no digest of it, so that nobody can say whether it "
        "is this one: raise the version in pyproject.toml, and build again"
    )


def refusal(url: str, status: int) -> str:
    """Return the text of the error for an index that refuses the credentials."""
    return (
        f"{url} refused the credentials ({status}): check {USERNAME} and {PASSWORD}, "
        "and that this user may read and upload there"
    )


def unreachable(url: str, reason: str) -> str:
    """Return the text of the error for an index that does not answer."""
    return f"{url} cannot be reached ({reason}): check the address, the network and the proxy"


def _client(credentials: Credentials) -> httpx.Client:
    try:
        return httpx.Client(
            auth=httpx.BasicAuth(credentials.username, credentials.password), timeout=_SECONDS
        )
    except (ValueError, ImportError):
        # httpx's own text repeats the address of the proxy, which may hold a password. What it
        # does not import is what SOCKS needs.
        raise ReleaseError(
            "a proxy is no http or https address: check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY"
        ) from None


@contextmanager
def _reported(url: str, credentials: Credentials) -> Generator[None]:
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        # OSError: a certificate file that SSL_CERT_FILE names and that is not there.
        reason = credentials.removed_from(" ".join(str(error).split())) or type(error).__name__
        raise ReleaseError(unreachable(url, reason)) from error


def _fetch(client: httpx.Client, url: str, accept: str) -> httpx.Response | None:
    """Return the answer, not read yet, or None when this index sends the caller to another."""
    address = httpx.URL(url)
    for _ in range(_REDIRECTS):
        request = client.build_request("GET", address, headers={"Accept": accept})
        reply = client.send(request, stream=True)
        if reply.next_request is None:
            return reply
        reply.close()
        target = reply.next_request.url
        if (target.scheme, target.host, target.port) != (
            address.scheme,
            address.host,
            address.port,
        ):
            # pypiserver sends callers to the public index for what it does not have itself. What
            # lies there is somebody else's, and the password is none of their business.
            return None
        address = target
    raise httpx.TooManyRedirects(f"more than {_REDIRECTS} redirects")


def _require_answer(url: str, reply: httpx.Response) -> None:
    if reply.status_code in {401, 403}:
        raise ReleaseError(refusal(url, reply.status_code))
    if reply.status_code != 200:
        raise ReleaseError(f"{url} answered {reply.status_code}: try again, or ask who runs it")


def _require_simple_api(client: httpx.Client, simple: str) -> None:
    """Accept an address where an index lists its projects."""
    reply = _fetch(client, simple, _ACCEPT_ROOT)
    if reply is not None:
        if reply.status_code in {401, 403} or reply.status_code >= 500:
            _require_answer(simple, reply)
        if reply.status_code == 200 and is_simple_api(_kind(reply), _read_beginning(reply)):
            return
    raise ReleaseError(
        f"{simple} is no simple API, so that nobody can say what the index has: give its root "
        "with --check-url"
    )


def _read_beginning(reply: httpx.Response) -> str:
    taken = bytearray()
    for chunk in reply.iter_bytes():
        taken += chunk
        if len(taken) >= _ROOT_BYTES:
            break
    reply.close()
    return taken.decode(reply.encoding or "utf-8", "replace")


def _kind(reply: httpx.Response) -> str:
    kind: str = reply.headers.get("content-type", "")
    return kind.partition(";")[0].strip().lower()
