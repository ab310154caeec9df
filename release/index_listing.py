"""Ask a package index which files of a project it has, and which bytes they hold."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import contextmanager
from enum import Enum
from html.parser import HTMLParser
from typing import TYPE_CHECKING, cast
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx

from release.credentials import PASSWORD, USERNAME, Credentials
from release.errors import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

__all__ = ["Listing", "Presence", "ask_index", "presence", "refusal", "unreachable"]

Listing = Mapping[str, Mapping[str, str]]
"""Name of a file -> name of an algorithm -> hexadecimal digest."""

# PEP 691 first; what knows only PEP 503 answers HTML.
_ACCEPT = (
    "application/vnd.pypi.simple.v1+json, "
    "application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01"
)
# Strongest first. Old indexes tell nothing but MD5: enough to notice a file that was built anew.
_ALGORITHMS = ("sha512", "sha384", "sha256", "md5")
_SECONDS = 30.0
_REDIRECTS = 5


class Presence(Enum):
    """What an index has under the name of a file."""

    ABSENT = "absent"
    SAME = "the same bytes"
    OTHER = "other bytes"


def ask_index(simple: str, project: str, credentials: Credentials) -> Listing:
    """Return the files of a project that an index lists; none for a project that it does not know.

    Proxies and certificates are those of the process's environment.

    Args:
        simple: The root of the simple API, with a slash at its end.
        project: The name of the project as PEP 503 normalizes it.
        credentials: Sent to this index only, never to where it redirects.

    Raises:
        ReleaseError: The index cannot be reached, refuses the credentials, or answers no listing.
    """
    url = f"{simple}{project}/"
    with _reported(url, credentials), _client(credentials) as client:
        reply = _fetch(client, url)
    if reply is None or reply.status_code in {404, 410}:
        return {}
    if reply.status_code in {401, 403}:
        raise ReleaseError(refusal(url, reply.status_code))
    if reply.status_code != 200:
        raise ReleaseError(f"{url} answered {reply.status_code}: try again, or ask who runs it")
    return _read(url, reply)


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
            auth=httpx.BasicAuth(credentials.username, credentials.password),
            headers={"Accept": _ACCEPT},
            timeout=_SECONDS,
        )
    except ValueError:
        # httpx's own text repeats the address of the proxy, which may hold a password.
        raise ReleaseError(
            "the address of a proxy cannot be read: check HTTP_PROXY, HTTPS_PROXY and ALL_PROXY"
        ) from None


@contextmanager
def _reported(url: str, credentials: Credentials) -> Generator[None]:
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        # OSError: a certificate file that SSL_CERT_FILE names and that is not there.
        reason = credentials.removed_from(" ".join(str(error).split())) or type(error).__name__
        raise ReleaseError(unreachable(url, reason)) from error


def _fetch(client: httpx.Client, url: str) -> httpx.Response | None:
    """Return the answer, or None when this index sends the caller to another for the project."""
    address = httpx.URL(url)
    for _ in range(_REDIRECTS):
        reply = client.get(address)
        if reply.next_request is None:
            return reply
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


def _read(url: str, reply: httpx.Response) -> Listing:
    kind = reply.headers.get("content-type", "").partition(";")[0].strip().lower()
    if not kind.endswith("json"):
        links = _Links()
        links.feed(reply.text)
        return dict(_read_link(href) for href in links.hrefs)
    try:
        return {
            str(file["filename"]): cast("dict[str, str]", file["hashes"])
            for file in cast("list[dict[str, object]]", reply.json()["files"])
        }
    except (KeyError, TypeError, ValueError):
        raise ReleaseError(
            f"{url} did not answer with the list of a project's files: check --check-url"
        ) from None


class _Links(HTMLParser):
    """The targets of the links on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the target of a link."""
        if tag == "a":
            self.hrefs.extend(value for name, value in attrs if name == "href" and value)


def _read_link(href: str) -> tuple[str, dict[str, str]]:
    parts = urlsplit(href)
    return unquote(parts.path.rpartition("/")[2]), dict(parse_qsl(parts.fragment))
