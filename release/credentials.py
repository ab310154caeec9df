"""User and password of an index: read from the environment, and kept out of every text."""

from __future__ import annotations

import base64
import html
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

from release.errors import ReleaseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["PASSWORD", "USERNAME", "Credentials", "read_credentials"]

USERNAME = "UV_PUBLISH_USERNAME"
PASSWORD = "UV_PUBLISH_PASSWORD"  # noqa: S105 - the name of the variable that holds it


@dataclass(frozen=True, slots=True)
class Credentials:
    """User and password; neither shows in `repr`."""

    username: str = field(repr=False)
    password: str = field(repr=False)

    def removed_from(self, text: str) -> str:
        """Return a text that others wrote, without the user's name and surely without the password.

        The password is looked for in each spelling that servers and tools use, in any case of
        letters, and through line breaks. A text that has it is withheld as a whole: a part of it
        could still tell something.
        """
        squeezed = _squeeze(text)
        if any(_squeeze(spelling) in squeezed for spelling in self._spellings()):
            return "(withheld, because the password stands in it)"
        return re.sub(rf"(?<!\w){re.escape(self.username)}(?!\w)", "***", text)

    def _spellings(self) -> Iterator[str]:
        yield self.password
        yield quote(self.password)
        yield quote(self.password, safe="")
        yield quote_plus(self.password)
        yield html.escape(self.password)
        yield json.dumps(self.password)[1:-1]
        yield json.dumps(self.password, ensure_ascii=False)[1:-1]
        yield repr(self.password)[1:-1]
        for secret in (self.password, f"{self.username}:{self.password}"):
            encoded = secret.encode()
            # Padding is left off: the text may go on behind the secret.
            yield base64.b64encode(encoded).decode().rstrip("=")[: len(encoded) * 8 // 6]
            yield encoded.hex()


def read_credentials(environment: Mapping[str, str]) -> Credentials:
    """Return user and password for the upload.

    Raises:
        ReleaseError: One or both variables are missing or empty, or cannot be sent as they are.
    """
    missing = [name for name in (USERNAME, PASSWORD) if not environment.get(name)]
    if missing:
        raise ReleaseError(
            f"no credentials for the index: set {' and '.join(missing)} in the environment"
        )
    for name in (USERNAME, PASSWORD):
        if not environment[name].isprintable():
            raise ReleaseError(f"{name} has a line break or another character that cannot be sent")
    if ":" in environment[USERNAME]:
        # RFC 7617, section 2: the first colon ends the user's name.
        raise ReleaseError(f"{USERNAME} has a colon, which no user's name may have")
    return Credentials(environment[USERNAME], environment[PASSWORD])


def _squeeze(text: str) -> str:
    return "".join(text.split()).casefold()
