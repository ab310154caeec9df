"""Signed JWTs that say who the client is (RFC 7521 section 4.2, RFC 7523 section 3)."""

import base64
import json
import threading
from typing import Final, NoReturn, cast

from talkdesk_sandbox.clock import Clock
from talkdesk_sandbox.signing_key import ALGORITHM
from talkdesk_sandbox.token_refusal import TokenRefusedError
from talkdesk_sandbox.tokens import Credentials

ASSERTION_TYPE: Final = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
"""The value of ``client_assertion_type`` (RFC 7523 section 2.2)."""
_MOST_CHARACTERS: Final = 8_192
_MOST_ID_CHARACTERS: Final = 255
# The vendor's page reference/cc-jwt lets an assertion live 300 seconds; whoever lets it live for
# much longer is told here, and what has to be remembered stays bounded.
_MOST_SECONDS: Final = 3_600
_LEEWAY_SECONDS: Final = 60


class ClientAssertions:
    """Judges the assertions of one client, each good for once; safe to use from any thread.

    Args:
        credentials: The client.
        clock: Where the time comes from.
    """

    def __init__(self, credentials: Credentials, clock: Clock) -> None:
        self._credentials = credentials
        self._clock = clock
        self._lock = threading.Lock()
        self._used: dict[str, int | float] = {}

    def accept(self, assertion: str, audience: str) -> None:
        """Return when the client signed this, for this endpoint and now, and use it up.

        Args:
            assertion: The JWT.
            audience: The URL of the token endpoint, as the caller asked for it.

        Raises:
            TokenRefusedError: ``invalid_client``, with the first rule that does not hold.
        """
        if len(assertion) > _MOST_CHARACTERS:
            _refuse(f"is longer than {_MOST_CHARACTERS} characters")
        self._check_header(_json_object(_decoded(assertion.partition(".")[0])))
        payload = self._credentials.signing_key.signed_payload(assertion)
        if payload is None:
            _refuse("is not signed by the key of the client, or is no JWT")
        claims = _json_object(payload)
        if claims is None:
            _refuse("has claims that are no JSON object, or a claim twice")
        now = self._clock()
        self._check_parties(claims, audience)
        expires_at = _expiry(claims, now)
        _check_begin(claims, now)
        self._use(claims.get("jti"), expires_at, now)

    def _check_header(self, header: dict[str, object] | None) -> None:
        if header is None:
            _refuse("has a header that is no JSON object, or a member of it twice")
        if header.get("alg") != ALGORITHM:
            _refuse(f"has an alg other than {ALGORITHM} in its header")
        if header.get("kid") != self._credentials.key_id:
            _refuse("has a kid in its header that is not the id of the key of the client")
        if "crit" in header:
            _refuse("has a header with crit, and the sandbox knows no extension")

    def _check_parties(self, claims: dict[str, object], audience: str) -> None:
        client_id = self._credentials.client_id
        if claims.get("iss") != client_id:
            _refuse("has an iss that is not the client id")
        if claims.get("sub") != client_id:
            _refuse("has a sub that is not the client id")
        named = claims.get("aud")
        audiences = cast("list[object]", named) if isinstance(named, list) else [named]
        if audience not in audiences:
            _refuse("has an aud that is not the URL by which this token endpoint was asked")

    def _use(self, assertion_id: object, expires_at: float, now: float) -> None:
        if not isinstance(assertion_id, str) or not assertion_id:
            _refuse("has no jti, or one that is no text")
        if len(assertion_id) > _MOST_ID_CHARACTERS:
            _refuse(f"has a jti of more than {_MOST_ID_CHARACTERS} characters")
        with self._lock:
            self._used = {each: until for each, until in self._used.items() if now < until}
            if assertion_id in self._used:
                _refuse("has a jti that was used before")
            self._used[assertion_id] = expires_at


def _expiry(claims: dict[str, object], now: float) -> int | float:
    """Return the time until which an assertion is good."""
    expires_at = _moment(claims, "exp")
    if expires_at is None:
        _refuse("has no exp")
    if expires_at <= now:
        _refuse("has an exp that is past by the clock of the sandbox")
    if expires_at > now + _MOST_SECONDS:
        _refuse(f"has an exp more than {_MOST_SECONDS} seconds ahead of the clock of the sandbox")
    return expires_at


def _check_begin(claims: dict[str, object], now: float) -> None:
    """Return when an assertion is not from the future, but for clocks that differ a little."""
    for name in ("iat", "nbf"):
        moment = _moment(claims, name)
        if moment is not None and moment > now + _LEEWAY_SECONDS:
            _refuse(f"has an {name} that is in the future by the clock of the sandbox")


def _moment(claims: dict[str, object], name: str) -> int | float | None:
    """Return a time in seconds since 1970 (NumericDate of RFC 7519), or None without the claim."""
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float | None):
        _refuse(f"has an {name} that is no number")
    return value


def _refuse(rule: str) -> NoReturn:
    raise TokenRefusedError("invalid_client", f"The client assertion {rule}.")


def _decoded(segment: str) -> bytes:
    """Return the bytes of a part of a JWT; none when it is not Base64 for URLs."""
    try:
        return base64.b64decode(segment + "=" * (-len(segment) % 4), b"-_", validate=True)
    except ValueError:
        return b""


def _json_object(raw: bytes) -> dict[str, object] | None:
    """Return a JSON object, or None when this is none or a name is there twice."""
    try:
        value: object = json.loads(
            raw.decode(), object_pairs_hook=_unique, parse_constant=_no_number
        )
    except (ValueError, RecursionError):  # the latter from brackets within brackets
        return None
    return cast("dict[str, object]", value) if isinstance(value, dict) else None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object; which of two members of a name counts is not said, so neither does."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("a name is there twice")
    return members


def _no_number(_word: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")
