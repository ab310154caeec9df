"""The begin of a user's login: the page that the browser is sent to."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit

from talkdesk_core.auth.checks import check_printable, check_scope
from talkdesk_core.errors import ArgumentError, ConfigurationError, TokenError

__all__ = ["AuthorizationRequest"]

# RFC 6749 section 10.10 asks for 128 bits, and 160 where it can be; RFC 7636 section 7.1 for 256.
_STATE_BYTES = 32
_VERIFIER_BYTES = 64

_AGAIN = "Begin a new login"


@dataclass(frozen=True, slots=True)
class AuthorizationRequest:
    """A login that was begun (RFC 6749 section 4.1.1), protected by `state` and PKCE (RFC 7636).

    Keep it with the user's session from `start` until the browser comes back::

        login = AuthorizationRequest.start("the-id", redirect_uri="https://…", account="acme")
        # send the browser to login.url; it comes back to redirect_uri with a query
        code = login.code_of(callback_url)
        auth = AuthorizationCode(
            ClientCredentials("the-id", "…"), code,
            redirect_uri=login.redirect_uri, code_verifier=login.code_verifier,
        )

    Attributes:
        url: Where to send the browser. It holds `state`, so it belongs in no log.
        redirect_uri: Where the browser comes back to.
        state: Comes back with the browser; a callback with another one is not this login's.
        code_verifier: Goes into the token request; whoever has only the code can do nothing.
    """

    url: str = field(repr=False)
    redirect_uri: str
    state: str = field(repr=False)
    code_verifier: str = field(repr=False)

    @classmethod
    def start(
        cls,
        client_id: str,
        *,
        redirect_uri: str,
        authorize_url: str | None = None,
        account: str | None = None,
        region: str | None = None,
        scope: str | None = None,
    ) -> "AuthorizationRequest":
        """Begin a login.

        Args:
            client_id: The client's id.
            redirect_uri: Where the browser comes back to: an absolute URL without a fragment, as it
                is registered for the client.
            authorize_url: The page of the login; https, or http to this machine. Instead of it:
            account: The account's subdomain, for Talkdesk's own page.
            region: ``us`` (default), ``eu`` or ``ca``, with `account`.
            scope: Scopes to ask for, separated by blanks.

        Raises:
            ConfigurationError: A value is missing, of another type, contradicts another, or cannot
                be sent.
        """
        check_printable("client_id", client_id)
        check_printable("redirect_uri", redirect_uri)
        check_scope(scope)
        if not _is_absolute(redirect_uri):
            msg = "redirect_uri takes an absolute URL without a fragment (RFC 6749 section 3.1.2)."
            raise ConfigurationError(msg, arguments=("redirect_uri",))
        page = _page(authorize_url, account, region)
        state = secrets.token_urlsafe(_STATE_BYTES)
        verifier = secrets.token_urlsafe(_VERIFIER_BYTES)
        query = {
            "response_type": "code",
            "client_id": client_id,
            "redirect_uri": redirect_uri,
            "state": state,
            "code_challenge": _challenge(verifier),
            "code_challenge_method": "S256",
        }
        if scope is not None:
            query["scope"] = scope
        url = f"{page}{'&' if '?' in page else '?'}{urlencode(query)}"
        return cls(url, redirect_uri, state, verifier)

    def code_of(self, callback_url: str) -> str:
        """Return the code that the browser brought back.

        Args:
            callback_url: The URL that it came to, with its query.

        Raises:
            ArgumentError: `callback_url` is no string.
            TokenError: The callback does not belong to this login, or the login failed: `error`
                says why, such as ``access_denied``.
        """
        if not isinstance(callback_url, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # frameworks have URL classes of their own
            kind = type(callback_url).__name__
            # The URL holds the code, and error trackers record the variables of frames.
            del callback_url
            raise ArgumentError("callback_url", f"takes the whole URL as a string, not {kind}")
        found = self._read(callback_url)
        # The URL holds the code, and error trackers record the variables of frames.
        del callback_url
        if isinstance(found, TokenError):
            raise found
        return found

    def _read(self, callback_url: str) -> str | TokenError:
        query = _query(callback_url)
        state = query.get("state", "")
        # Compared in constant time, as bytes: text has to be ASCII for it.
        if not hmac.compare_digest(state.encode(errors="replace"), self.state.encode()):
            return self._failed("the callback does not belong to this login (`state` differs)")
        if "error" in query:
            return self._failed(
                "the login failed", error=query["error"], description=query.get("error_description")
            )
        return query.get("code") or self._failed("the callback holds no code")

    def _failed(
        self, problem: str, *, error: str | None = None, description: str | None = None
    ) -> TokenError:
        return TokenError(
            problem,
            url=self.redirect_uri,
            status_code=None,
            hint=_AGAIN,
            error=error,
            description=description,
        )


def _query(url: str) -> dict[str, str]:
    """Return the parameters of a URL; none where it cannot be read, or names one twice."""
    try:
        pairs = parse_qsl(urlsplit(url).query, keep_blank_values=True)
    except ValueError:
        return {}
    query = dict(pairs)
    # RFC 6749 section 3.1: none may be there twice. Whoever adds one wants it to be read.
    return query if len(query) == len(pairs) else {}


def _challenge(verifier: str) -> str:
    """Return the S256 challenge of a verifier (RFC 7636 section 4.2)."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _page(authorize_url: str | None, account: str | None, region: str | None) -> str:
    # Loaded here, because it loads what sends.
    from talkdesk_core.regions import DEFAULT_REGION, check_account, find_region

    if authorize_url is None and account is not None:
        check_printable("account", account)
        check_account(account)
        region = DEFAULT_REGION if region is None else region
        check_printable("region", region)
        return f"https://{account}.{find_region(region).identity}/oauth/authorize"
    if authorize_url is None or account is not None or region is not None:
        msg = "give either authorize_url, or account with region (us, eu, ca; us is the default)."
        raise ConfigurationError(msg, arguments=("authorize_url", "account"))
    check_printable("authorize_url", authorize_url)
    if not _is_safe(_split(authorize_url)):
        msg = "authorize_url takes an https URL without a fragment; only this machine may be http."
        raise ConfigurationError(msg, arguments=("authorize_url",))
    return authorize_url


def _is_safe(parts: SplitResult | None) -> bool:
    """Say whether nobody on the way can change the page of a login."""
    from talkdesk_core.hosts import is_loopback

    if parts is None or not parts.hostname:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname))


def _is_absolute(url: str) -> bool:
    # Apps may have a scheme of their own, such as com.example.app:/callback (RFC 8252).
    return _split(url) is not None


def _split(url: str) -> SplitResult | None:
    """Return the parts of an absolute URL without blanks and without a fragment, or None."""
    try:
        parts = urlsplit(url)
        is_whole = bool(parts.scheme and (parts.hostname or parts.path))
    except ValueError:
        return None
    return parts if is_whole and "#" not in url and " " not in url else None
