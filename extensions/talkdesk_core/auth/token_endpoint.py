"""The token endpoint: what is sent to it, and what its replies mean (RFC 6749 section 5)."""

import logging
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from talkdesk_core import http
from talkdesk_core.auth.grants import Grant
from talkdesk_core.auth.proof import ClientProof
from talkdesk_core.auth.token_reply import Granted, read_granted
from talkdesk_core.clock import Clock
from talkdesk_core.error_replies import read_object, read_retry_after
from talkdesk_core.errors import TokenError

__all__ = ["TokenEndpoint"]

_LOG = logging.getLogger("talkdesk.auth")

# What a token request takes over from the API request that needs the token: a request that no
# client built would have no timeout, and the call's budget holds for both.
_SHARED_EXTENSIONS = ("timeout", "talkdesk")

# A clock that is this wrong may be why an assertion is refused: servers allow about a minute.
_SKEW = 60.0

_HINT_SCOPE = (
    "Check that every scope asked for exists and is granted to this client; without a scope the "
    "token has all that are granted"
)
_HINT_ADDRESS = "Check the account's name and region, or token_url"
_HINT_LATER = "Try again later"
_HINT_REPLY = "Check that token_url is a token endpoint"


class TokenEndpoint:
    """Makes token requests for one client, and reads the replies.

    Args:
        url: The endpoint.
        proof: Proves the client.
        clock: The wall clock measures the dates of replies.
    """

    def __init__(self, url: str, proof: ClientProof, clock: Clock) -> None:
        self._url = url
        self._proof = proof
        self._clock = clock
        self._missed: set[frozenset[str]] = set()

    @property
    def url(self) -> str:
        """The endpoint."""
        return self._url

    def request(self, form: Mapping[str, str], extensions: Mapping[str, object]) -> http.Request:
        """Return a token request, with nothing of the API request but its timeouts and budget.

        Args:
            form: What is asked for.
            extensions: Those of the API request.
        """
        headers = {"Accept": "application/json", "User-Agent": http.user_agent()}
        return http.Request(
            "POST",
            self._url,
            headers=headers | self._proof.headers(),
            data={**form, **self._proof.form(self._url)},
            extensions={
                name: extensions[name] for name in _SHARED_EXTENSIONS if name in extensions
            },
        )

    def read(self, reply: http.Response, grant: Grant) -> Granted | TokenError:
        """Read a reply.

        Args:
            reply: The whole reply.
            grant: What was asked for.

        Returns:
            What was granted, or the error to raise. It is not raised here, because error trackers
            record the variables of every frame, and this one's hold the token.
        """
        if not 200 <= reply.status_code < 300:
            return self._refusal(reply)
        granted = read_granted(reply.content, is_bearer=bool(grant.scheme))
        if isinstance(granted, str):
            return TokenError(
                granted,
                url=self._url,
                status_code=reply.status_code,
                hint=_HINT_REPLY,
                request_id=reply.headers.get("platform-tid"),
            )
        self._warn_of_missing_scopes(grant.scope, granted.scope)
        return granted

    def _refusal(self, reply: http.Response) -> TokenError:
        members, status_code = read_object(reply.content), reply.status_code
        error, description = members.get("error"), members.get("error_description")
        if error == "invalid_scope":
            problem, hint = "the token endpoint refused the scope", _HINT_SCOPE
        elif status_code in {400, 401, 403}:
            problem, hint = "the token endpoint refused the client", self._causes(reply)
        elif 300 <= status_code < 400:
            # Following it would hand the secret to whatever host it names.
            problem, hint = "the token endpoint redirects, which is not followed", _HINT_ADDRESS
        elif status_code == 429 or status_code >= 500:
            problem, hint = "the token endpoint failed", _HINT_LATER
        else:
            problem, hint = "the token endpoint gave no token", _HINT_ADDRESS
        now = datetime.fromtimestamp(self._clock.time(), UTC)
        return TokenError(
            problem,
            url=self._url,
            status_code=status_code,
            hint=hint,
            error=error if isinstance(error, str) else None,
            description=description if isinstance(description, str) else None,
            retry_after=read_retry_after(reply.headers.get("Retry-After"), now),
            request_id=reply.headers.get("platform-tid"),
        )

    def _causes(self, reply: http.Response) -> str:
        """List what a refusal may come from, the likeliest first."""
        skew = self._skew(reply) if self._proof.states_time else None
        clock = ""
        if skew is not None:
            side = "ahead of" if skew > 0 else "behind"
            clock = (
                f"the clock of this machine is {abs(skew):.0f} seconds {side} the token "
                "endpoint's, "
            )
        return (
            f"Likely causes, in this order: {clock}the account is in another region, the "
            f"{self._proof.parts} is wrong, or a scope that was just added is not active yet (it "
            "takes some minutes)"
        )

    def _skew(self, reply: http.Response) -> float | None:
        """Return how far our clock is ahead of the endpoint's, where that may be the reason."""
        try:
            theirs = parsedate_to_datetime(reply.headers.get("Date", ""))
        except (ValueError, OverflowError):  # none, or no date
            return None
        if theirs.tzinfo is None:  # "-0000": a UTC time of unknown origin (RFC 5322 section 3.3)
            theirs = theirs.replace(tzinfo=UTC)
        skew = self._clock.time() - theirs.timestamp()
        return skew if abs(skew) > _SKEW else None

    def _warn_of_missing_scopes(self, asked: str | None, granted: str | None) -> None:
        # RFC 6749 section 5.1: a reply without a scope grants what was asked for.
        if asked is None or granted is None:
            return
        missing = frozenset(asked.split()) - frozenset(granted.split())
        if missing and missing not in self._missed:
            self._missed.add(missing)
            _LOG.warning(
                "the token endpoint granted a token without scopes that were asked for: %s; "
                "calls that need them will be refused",
                " ".join(sorted(missing)),
            )
