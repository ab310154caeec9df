"""What HTTP allows in the head of a request."""

from __future__ import annotations

import re

__all__ = ["is_header_value", "is_token"]

# RFC 9110 section 5.6.2: a token. Methods and header names are tokens.
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
# A header value (RFC 9110 section 5.5) in ASCII. Control characters would end the header; like
# blanks at the ends they would be refused by an error that quotes the value.
_VALUE = re.compile(r"(?:[!-~](?:[\t -~]*[!-~])?)?")


def is_token(text: str) -> bool:
    """Say whether a text may name a method or a header."""
    return _TOKEN.fullmatch(text) is not None


def is_header_value(text: str) -> bool:
    """Say whether a header may hold a text: printable ASCII, without blanks at its ends."""
    return _VALUE.fullmatch(text) is not None
