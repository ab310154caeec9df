"""What may stand in the text of an error: nothing that a person or the server wrote freely."""

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import TypeGuard
from urllib.parse import urlsplit

__all__ = ["is_identifier", "is_request_id", "public_url", "shown_names", "status_phrase"]

# What may stand in a text. A code is a word or a short number, so that no phone number passes for
# one; a field name may be a path such as `contact_data[0].name`.
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}|[0-9]{1,7}")
_FIELD_NAME = re.compile(r"[A-Za-z_/][A-Za-z0-9_./\[\]-]{0,63}")
_REQUEST_ID = re.compile(r"[A-Za-z0-9._:=-]{1,128}")
_SHOWN_FIELDS = 10


def is_identifier(value: str | None) -> TypeGuard[str]:
    """Say whether an error code looks like one, so that it may be shown."""
    return value is not None and _CODE.fullmatch(value) is not None


def is_request_id(value: str | None) -> TypeGuard[str]:
    """Say whether a request id looks like one, so that it may be shown."""
    return value is not None and _REQUEST_ID.fullmatch(value) is not None


def public_url(url: str) -> str:
    """Return a URL without user, query and fragment; "" where it cannot be read."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment="").geturl()


def status_phrase(status_code: int) -> str:
    """Return what a status means by RFC 9110, or that nobody knows."""
    try:
        return HTTPStatus(status_code).phrase
    except ValueError:
        return "(a status without a standard meaning)"


def shown_names(names: Sequence[str]) -> str:
    """Return the names of fields as a list, ten at most, and how many others there are."""
    shown = [name for name in names if _FIELD_NAME.fullmatch(name)][:_SHOWN_FIELDS]
    hidden = len(names) - len(shown)
    if hidden:
        shown.append(f"{hidden} more")
    return ", ".join(shown)
