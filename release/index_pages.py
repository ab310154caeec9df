"""Read the pages of a simple API (PEP 503, PEP 691), and know them from any other page.

A page that asks for a login, or that a proxy puts in between, has status 200 too. Taken for a list
without files, it would let a published version be written over.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import cast
from urllib.parse import parse_qsl, unquote, urlsplit

__all__ = ["Listing", "is_simple_api", "read_listing"]

Listing = Mapping[str, Mapping[str, str]]
"""Name of a file -> name of an algorithm -> hexadecimal digest."""

_HTML = {
    "text/html",
    "application/vnd.pypi.simple.v1+html",
    "application/vnd.pypi.simple.latest+html",
}
_JSON = re.compile(r"application/vnd\.pypi\.simple\.(v1|latest)\+json")
# PEP 629; not every index has it.
_VERSION = "pypi:repository-version"
_ROOT_TITLE = re.compile(r"\bsimple (index|list|api)\b", re.IGNORECASE)


def read_listing(kind: str, text: str, project: str) -> Listing:
    """Return the files that the page of a project lists.

    Args:
        kind: The media type, in lower case and without parameters.
        text: The whole page.
        project: The name of the project as PEP 503 normalizes it.

    Raises:
        ValueError: It is no such page.
    """
    if kind.endswith("json"):
        return _read_json(text)
    page = _read_page(kind, text)
    title = re.compile(rf"links for {re.escape(project)}", re.IGNORECASE)
    if not (page.versioned or title.search(page.title) or page.links_are_named()):
        raise ValueError("nothing says that this is the page of a project")
    return dict(_read_link(href) for href, _ in page.links)


def is_simple_api(kind: str, beginning: str) -> bool:
    """Tell whether a page lists the projects of an index.

    Args:
        kind: The media type, in lower case and without parameters.
        beginning: The page, or the first part of it.
    """
    if _JSON.fullmatch(kind):
        return True
    try:
        page = _read_page(kind, beginning)
        return page.versioned or bool(_ROOT_TITLE.search(page.title)) or page.links_are_named()
    except ValueError:
        return False


class _Page(HTMLParser):
    """What a page of links says: its title, its links with their texts, and whether it is marked.

    Attributes:
        title: The text of `title`.
        links: Target and text of every link that was closed.
        versioned: Whether the page tells the version of the simple API.
    """

    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.links: list[tuple[str, str]] = []
        self.versioned = False
        self._href: str | None = None
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        given = dict(attrs)
        if tag == "a":
            self._href = given.get("href")
        elif tag == "meta" and given.get("name") == _VERSION:
            self.versioned = True
        if tag in {"a", "title"}:
            self._text = ""

    def handle_data(self, data: str) -> None:
        """Keep the text of a link or of the title."""
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        """Keep what ended."""
        if tag == "a" and self._href:
            self.links.append((self._href, self._text.strip()))
            self._href = None
        elif tag == "title":
            self.title = self._text

    def links_are_named(self) -> bool:
        """Tell whether there are links, each with its own file or project as text (PEP 503)."""
        return bool(self.links) and all(_last_part(href) == text for href, text in self.links)


def _read_page(kind: str, text: str) -> _Page:
    if kind not in _HTML:
        raise ValueError("this is no HTML")
    page = _Page()
    try:
        page.feed(text)
    except AssertionError:
        # html.parser's own answer to some declarations that never end.
        raise ValueError("this is no HTML that can be read") from None
    return page


def _last_part(href: str) -> str:
    return unquote(urlsplit(href).path.rstrip("/").rpartition("/")[2])


def _read_link(href: str) -> tuple[str, dict[str, str]]:
    return _last_part(href), dict(parse_qsl(urlsplit(href).fragment))


def _read_json(text: str) -> Listing:
    try:
        document = json.loads(text)
    except RecursionError:
        raise ValueError("lists within lists without end") from None
    files = _mapping(document).get("files")
    if not isinstance(files, list):
        raise ValueError("there is no list of files")
    return dict(_read_file(file) for file in cast("list[object]", files))


def _read_file(file: object) -> tuple[str, dict[str, str]]:
    entry = _mapping(file)
    name, hashes = entry.get("filename"), entry.get("hashes")
    if not isinstance(name, str):
        raise ValueError("a file has no name")
    digests: dict[str, str] = {}
    # A file without digests is there all the same.
    for algorithm, digest in _mapping({} if hashes is None else hashes).items():
        if not isinstance(digest, str):
            raise ValueError("a digest is no text")
        digests[algorithm] = digest
    return name, digests


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise ValueError("something else stands where an object has to be")
    return cast("dict[str, object]", value)
