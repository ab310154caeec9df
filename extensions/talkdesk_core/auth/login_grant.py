"""Tokens for a user who signed in: a code, and then refresh tokens (RFC 6749 sections 4.1.3, 6)."""

from talkdesk_core.auth.token_reply import Granted
from talkdesk_core.errors import TokenError

__all__ = ["LoginGrant", "code_form"]

# RFC 6749 section 5.2: the code or refresh token is invalid, expired, revoked or another client's.
_SPENT = "invalid_grant"

_NOTHING_LEFT = (
    "the access token has ended or was refused, and the login brought no refresh token to get "
    "another with"
)
_LOST = (
    "the reply to the last token request was lost, and the server may have spent the code or "
    "refresh token that was in it"
)
_UNREAD = (
    "the reply to the last token request could not be read, and the server may have spent the code "
    "or refresh token that was in it"
)
_REFUSED = "the token endpoint has refused the code or refresh token of this login"
_HINT = (
    "The user has to sign in again. Likely causes, in this order: it was used before, it has "
    "expired or was revoked, it belongs to another client, or redirect_uri or code_verifier is not "
    "the login's"
)


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

    def form(self) -> dict[str, str] | str:
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
        """Note a refusal; return the error to raise.

        An endpoint that failed, or does not know the client, has left the login as it was. One that
        refuses what it was given would do so again; and one that grants in words that nobody can
        read may have spent it.
        """
        if error.error == _SPENT:
            self._finish(_REFUSED)
            return TokenError(
                _REFUSED,
                url=error.url,
                status_code=error.status_code,
                hint=_HINT,
                error=error.error,
                description=error.description,
            )
        if error.status_code is not None and 200 <= error.status_code < 300:
            self._finish(_UNREAD)
        return error

    def lose(self) -> None:
        """Note that nobody knows whether the code or refresh token is spent."""
        self._finish(_LOST)

    def _finish(self, why: str) -> None:
        self._code = self._refresh_token = None
        self._end = why
