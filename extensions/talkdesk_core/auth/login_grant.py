"""Tokens for a user who signed in: a code, and then refresh tokens (RFC 6749 sections 4.1.3, 6)."""

from talkdesk_core.auth.grants import Ended
from talkdesk_core.auth.token_reply import Granted
from talkdesk_core.errors import TokenError

__all__ = ["LoginGrant", "code_form"]

# RFC 6749 section 5.2: the code or refresh token is invalid, expired, revoked or another client's.
_SPENT = "invalid_grant"

_REQUEST_TIMEOUT = 408
_SERVICE_UNAVAILABLE = 503

_SIGN_IN = "The user has to sign in again"
_CAUSES = (
    ". Likely causes, in this order: it was used before, it has expired or was revoked, it belongs "
    "to another client, or redirect_uri or code_verifier is not the login's"
)
# A server that was given the same thing twice takes it for stolen, and may end the whole login (RFC
# 6749 sections 4.1.2 and 10.4, RFC 9700 section 4.14.2). So whether to risk that is for people.
_UNSURE = (
    "The user may have to sign in again. To send it a second time all the same, which servers may "
    "take for theft, make a new RefreshToken or AuthorizationCode of it"
)

_NOTHING_LEFT = Ended(
    "the access token has ended or was refused, and the login brought no refresh token to get "
    "another with",
    _SIGN_IN,
)
_LOST = Ended(
    "the reply to the last token request was lost, and the server may have spent the code or "
    "refresh token that was in it",
    _UNSURE,
)
_UNREAD = Ended(
    "the reply to the last token request could not be read, and the server may have spent the code "
    "or refresh token that was in it",
    _UNSURE,
)
_REFUSED = Ended("the token endpoint has refused the code or refresh token of this login", _SIGN_IN)


def code_form(code: str, redirect_uri: str, code_verifier: str | None) -> dict[str, str]:
    """Return the form that redeems a code (RFC 6749 section 4.1.3, RFC 7636 section 4.5)."""
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri}
    if code_verifier is not None:
        form["code_verifier"] = code_verifier
    return form


class LoginGrant:
    """Asks for tokens of one login, and never with something that may be spent.

    Args:
        code: The form that redeems the login's code, if that is what there is.
        refresh_token: The login's refresh token, if that is what there is.
        scope: Scopes to ask for with refresh tokens.
    """

    is_repeatable = False
    scheme = "Bearer "

    def __init__(
        self,
        *,
        code: dict[str, str] | None = None,
        refresh_token: str | None = None,
        scope: str | None = None,
    ) -> None:
        self._code = code
        self._refresh_token = refresh_token
        self._end = _NOTHING_LEFT
        self.scope = scope

    def form(self) -> dict[str, str] | Ended:
        """Return the form of the next token request, or why there can be none."""
        if self._code is not None:
            return dict(self._code)
        if self._refresh_token is None:
            return self._end
        form = {"grant_type": "refresh_token", "refresh_token": self._refresh_token}
        if self.scope is not None:
            form["scope"] = self.scope
        return form

    def accept(self, granted: Granted) -> str | None:
        """Keep the refresh token that came, or else the old one; return it if it is new."""
        self._code = None
        if granted.refresh_token in {None, self._refresh_token}:
            return None
        self._refresh_token = granted.refresh_token
        return granted.refresh_token

    def refuse(self, error: TokenError) -> TokenError:
        """Note a reply without a token; return the error to raise.

        An endpoint that does not know the client, or takes no requests for now, has left the login
        as it was. One that refuses what it was given would do so again. One that failed on its way,
        or granted in words that nobody can read, may have spent it.
        """
        if error.error == _SPENT:
            self._finish(_REFUSED)
            return _told(error, _REFUSED.problem, _SIGN_IN + _CAUSES, error.status_code)
        status = error.status_code
        if status is not None and 200 <= status < 300:
            self._finish(_UNREAD)
        elif _may_have_acted(error):
            ended = _failed(status)
            self._finish(ended)
            # Without the status, for which policies of retries would try again.
            told = _told(error, ended.problem, ended.hint, None)
            told.__cause__ = error
            return told
        return error

    def lose(self) -> None:
        """Note that nobody knows whether the code or refresh token is spent."""
        self._finish(_LOST)

    def _finish(self, end: Ended) -> None:
        self._code = self._refresh_token = None
        self._end = end


def _may_have_acted(error: TokenError) -> bool:
    """Say whether a reply without a token leaves open what became of the request.

    A gateway answers 502 and 504 for a server that may have done its work, and servers fail after
    it. Only one that says when to come back has not begun.
    """
    status = error.status_code
    if status is None or (status == _SERVICE_UNAVAILABLE and error.retry_after is not None):
        return False
    return status == _REQUEST_TIMEOUT or status >= 500


def _failed(status: int | None) -> Ended:
    problem = (
        f"the token endpoint answered the last token request with {status}, and may have spent the "
        "code or refresh token that was in it"
    )
    return Ended(problem, _UNSURE)


def _told(error: TokenError, problem: str, hint: str, status_code: int | None) -> TokenError:
    """Return an error of a reply in words that fit a login."""
    return TokenError(
        problem,
        url=error.url,
        status_code=status_code,
        hint=hint,
        error=error.error,
        description=error.description,
        request_id=error.request_id,
    )
