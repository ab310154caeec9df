"""Finds what nobody may read in a text: listed words, words drawn at run time, forms."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from urllib.parse import quote, quote_plus

__all__ = ["Drawn", "Search"]

# Each form of a secret tells itself, whatever its value.
_FORMS = (
    ("a bearer token", re.compile(r"(?i)\bbearer\s+[\w.~+/-]{20,}")),
    ("a Basic header", re.compile(r"(?i)\bbasic\s+[A-Za-z0-9+/]{16,}={0,2}")),
    ("a JWT", re.compile(r"\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}")),
    (
        "a private key",
        re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|MIGHAgEAMBMG|ADANBgkqhkiG9w0"),
    ),
    (
        "a member of a token request or reply",
        re.compile(
            r"(?:client_secret|client_assertion|refresh_token|access_token|code_verifier)"
            r"(?:=|['\"]:\s*b?['\"])(?![\w.]*[A-Z])(?!None\b)[^\s'\"&<>()*…]{8,}"
        ),
    ),
)
# 555-0100 to 555-0199 of every area code are reserved for fiction, and so what tests call.
_FICTIONAL = re.compile(r"(?<!\d)1?[2-9]\d{2}55501\d{2}(?!\d)")
_SHORTEST_DRAWN = 20
_RUN = re.compile(rf"[\w-]{{{_SHORTEST_DRAWN},}}", re.ASCII)


@dataclass
class Drawn:
    """Learns every secret that somebody draws by `secrets.token_urlsafe` in this process.

    The sandbox draws its secrets and tokens by it, and the client its states and verifiers.
    """

    texts: set[str] = field(default_factory=set[str], repr=False)
    lengths: set[int] = field(default_factory=set[int])

    def start(self) -> Callable[[], None]:
        """Begin to learn; return what ends it."""
        original = secrets.token_urlsafe

        @wraps(original)
        def draw(nbytes: int | None = None) -> str:
            text = original(nbytes)
            if len(text) >= _SHORTEST_DRAWN:
                self.texts.add(text)
                self.lengths.add(len(text))
            return text

        def end() -> None:
            secrets.token_urlsafe = original

        secrets.token_urlsafe = draw
        return end

    def are_in(self, text: str) -> bool:
        """Say whether a text holds one of them."""
        if not self.texts:
            return False
        return any(
            run[start : start + length] in self.texts
            for run in _RUN.findall(text)
            for length in self.lengths
            for start in range(len(run) - length + 1)
        )


class Search:
    """A search for some secrets, names and numbers.

    Args:
        secrets: Secrets, each of which is also found quoted, in Base64, and escaped.
        personal: Names of people and phone numbers.
        drawn: Secrets that are drawn while the search is on.
    """

    def __init__(
        self, secrets: Iterable[str], personal: Iterable[str], drawn: Drawn | None = None
    ) -> None:
        self._secrets = {each: name for name in secrets for each in _spellings(name)}
        self._personal = {each for name in personal for each in _spellings(name)}
        self._drawn = drawn if drawn is not None else Drawn()
        # A text that was clean once is clean: secrets are known before anybody can write them.
        self._clean: set[tuple[int, bool]] = set()

    def find(self, text: str, *, personal: bool = True) -> tuple[str, ...]:
        """Return what a text holds, in words that tell no secret; empty for nothing.

        Args:
            text: The text.
            personal: Whether to look for names and numbers too.
        """
        key = hash(text), personal
        if key in self._clean:
            return ()
        found = self._secrets_in(text)
        if personal:
            found += self._personal_in(text)
        if not found:
            self._clean.add(key)
        return tuple(dict.fromkeys(found))

    def _secrets_in(self, text: str) -> list[str]:
        found = [
            f"the listed secret with the digest {_digest(name)}"
            for spelling, name in self._secrets.items()
            if spelling in text
        ]
        found += [form for form, pattern in _FORMS if pattern.search(text)]
        if self._drawn.are_in(text):
            found.append("a secret that was drawn at run time")
        return found

    def _personal_in(self, text: str) -> list[str]:
        found: list[str] = []
        if any(spelling in text for spelling in self._personal):
            found.append("a name or a number of the tests")
        if _FICTIONAL.search(text):
            found.append("a phone number")
        return found


def _spellings(text: str) -> set[str]:
    """Return a text and what it looks like in URLs, forms, JSON, reprs, HTML and Base64."""
    raw = text.encode()
    return {
        text,
        quote(text, safe=""),
        quote_plus(text),
        json.dumps(text)[1:-1],
        repr(text)[1:-1],
        repr(raw)[2:-1],
        html.escape(text),
        # Of the last group of three bytes only as much as nothing that follows can change.
        *([] if len(raw) < 9 else [base64.b64encode(raw[: len(raw) // 3 * 3]).decode()]),
    }


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
