"""Reading of what a token endpoint grants (RFC 6749 section 5.1)."""

import math
import re
from dataclasses import dataclass, field

from talkdesk_core.error_replies import read_object

__all__ = ["Granted", "read_granted"]

# The vendor's tokens live ten minutes; a reply that does not say so is taken to mean it.
_DEFAULT_LIFETIME = 600.0
# A lifetime beyond a day is a mistake of the server; the token is renewed after a day then.
_LONGEST_LIFETIME = 86_400.0

# RFC 6750 section 2.1 is stricter, but real tokens need only be safe in a header or a form.
_TOKEN = re.compile(r"[!-~]+")


@dataclass(frozen=True, slots=True)
class Granted:
    """What the endpoint granted.

    Attributes:
        access_token: The token.
        lifetime: Seconds, above 0.
        refresh_token: A new refresh token, where one came.
        scope: The scopes that were granted, where the reply states them.
    """

    access_token: str = field(repr=False)
    lifetime: float
    refresh_token: str | None = field(default=None, repr=False)
    scope: str | None = None


def read_granted(content: bytes, *, is_bearer: bool) -> Granted | str:
    """Return what was granted, or what is wrong with the reply.

    A missing lifetime is taken as ten minutes, a lifetime beyond a day as a day. Numbers written as
    strings or with a fraction are read.

    Args:
        content: The body of a reply with a 2xx status.
        is_bearer: Whether a ``token_type`` other than Bearer is a mistake.
    """
    members = read_object(content)
    if not members:
        return "the token endpoint's reply is no JSON object"
    token = members.get("access_token")
    if not isinstance(token, str) or not _TOKEN.fullmatch(token):
        return "the token endpoint's reply holds no usable access_token"
    kind = members.get("token_type")
    if kind is not None and (not isinstance(kind, str) or (is_bearer and kind.lower() != "bearer")):
        return "the token endpoint's reply states a token_type other than Bearer"
    lifetime = _lifetime(members.get("expires_in"))
    if lifetime is None:
        return "the token endpoint's reply states an expires_in that is no number of seconds"
    refresh_token = members.get("refresh_token") or None
    if refresh_token is not None and (
        not isinstance(refresh_token, str) or not _TOKEN.fullmatch(refresh_token)
    ):
        return "the token endpoint's reply holds a refresh_token that cannot be used"
    scope = members.get("scope")
    return Granted(token, lifetime, refresh_token, scope if isinstance(scope, str) else None)


def _lifetime(value: object) -> float | None:
    if value is None:
        return _DEFAULT_LIFETIME
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        seconds = float(value)
    except (ValueError, OverflowError):
        return None
    if math.isnan(seconds) or seconds <= 0:
        return None
    return min(seconds, _LONGEST_LIFETIME)
