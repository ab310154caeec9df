"""The begin of a login: what the browser is sent with, and which callbacks are its end."""

from __future__ import annotations

import base64
import hashlib
import traceback
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from talkdesk_core.auth import AuthorizationRequest
from talkdesk_core.errors import ArgumentError, ConfigurationError, TokenError

REDIRECT = "https://app.example.test/cb"
CODE = "c0de-of-the-login"


def begun(**arguments: Any) -> AuthorizationRequest:
    """Begin a login."""
    return AuthorizationRequest.start(
        "the id", **{"redirect_uri": REDIRECT, "account": "acme", **arguments}
    )


def query_of(login: AuthorizationRequest) -> dict[str, str]:
    """Return the parameters that the browser is sent with."""
    return {name: values[0] for name, values in parse_qs(urlsplit(login.url).query).items()}


def callback(login: AuthorizationRequest, **changed: str) -> str:
    """Return a URL that the browser comes back to."""
    return f"{REDIRECT}?{urlencode({'code': CODE, 'state': login.state} | changed)}"


@pytest.mark.parametrize(
    ("arguments", "page"),
    [
        ({}, "https://acme.talkdeskid.com/oauth/authorize"),
        ({"region": "eu"}, "https://acme.talkdeskid.eu/oauth/authorize"),
        ({"region": "ca"}, "https://acme.talkdeskidca.com/oauth/authorize"),
        ({"account": None, "authorize_url": "https://a.test/o"}, "https://a.test/o"),
        ({"account": None, "authorize_url": "http://127.0.0.1:8/o"}, "http://127.0.0.1:8/o"),
        ({"account": None, "authorize_url": "http://[::1]:8/o"}, "http://[::1]:8/o"),
    ],
)
def test_the_browser_is_sent_to_the_page(arguments: dict[str, Any], page: str) -> None:
    """Of the account in its region, or wherever one says."""
    assert begun(**arguments).url.partition("?")[0] == page


def test_a_page_may_have_a_query() -> None:
    """RFC 6749 section 3.1: it is kept."""
    login = begun(account=None, authorize_url="https://a.test/o?tenant=7")
    assert login.url.startswith("https://a.test/o?tenant=7&response_type=code&")


def test_the_request_is_that_of_the_rfcs() -> None:
    """RFC 6749 section 4.1.1 with PKCE by S256 (RFC 7636 sections 4.1 to 4.3)."""
    login = begun(scope="a b")
    query = query_of(login)
    digest = hashlib.sha256(login.code_verifier.encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
    assert query == {
        "response_type": "code",
        "client_id": "the id",
        "redirect_uri": REDIRECT,
        "scope": "a b",
        "state": login.state,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }
    assert "scope" not in query_of(begun())
    assert 43 <= len(login.code_verifier) <= 128


def test_no_two_logins_share_a_secret() -> None:
    """State and verifier have 128 bits or more each."""
    logins = [begun() for _ in range(50)]
    for values in ([one.state for one in logins], [one.code_verifier for one in logins]):
        assert len(set(values)) == 50
        assert all(len(value) * 6 >= 128 for value in values)


def test_the_callback_brings_the_code() -> None:
    """Other parameters do not matter."""
    login = begun()
    assert login.code_of(callback(login, iss="https://id.test")) == CODE


def error_of(login: AuthorizationRequest, url: str) -> TokenError:
    """Return the error for a callback."""
    with pytest.raises(TokenError) as caught:
        login.code_of(url)
    return caught.value


def shown(error: BaseException) -> str:
    """Return what an error tracker sees of an error, but for the frames of tests."""
    details = traceback.TracebackException.from_exception(error, capture_locals=True)
    frames = [frame for frame in details.stack if "/tests/" not in frame.filename]
    return f"{error} {[frame.locals for frame in frames]}"


def test_callbacks_of_other_logins_are_refused() -> None:
    """A wrong, missing, doubled or strange state."""
    login = begun()
    good = callback(login)
    for url in (
        callback(login, state=begun().state),
        callback(login, state=login.state[:-1]),
        callback(login, state=""),
        callback(login, state="ä"),
        f"{REDIRECT}?code={CODE}",
        f"{good}&state={login.state}",
        f"{good}&code=another",
        callback(login, state="another", error="access_denied"),
        REDIRECT,
        "",
        "https://[",
    ):
        error = error_of(login, url)
        assert "does not belong to this login" in str(error)
        assert error.status_code is None


def test_an_error_tracker_sees_nothing_of_a_refused_callback() -> None:
    """Neither state nor code nor verifier nor the server's words, also in variables of frames."""
    login = begun()
    for url in (
        callback(login, state="another"),
        f"{callback(login)}&code=another",
        callback(login, error="access_denied", error_description="Ada said no"),
    ):
        seen = shown(error_of(login, url))
        for secret in (CODE, login.state, login.code_verifier, "Ada"):
            assert secret not in seen


def test_a_failed_login_says_why() -> None:
    """The code of the error is shown, the server's words are not."""
    login = begun()
    error = error_of(login, callback(login, error="access_denied", error_description="Ada said no"))
    assert (error.error, error.description) == ("access_denied", "Ada said no")
    assert "access_denied" in str(error)
    assert error.url == REDIRECT


def test_a_callback_without_a_code_is_refused() -> None:
    """Neither an error nor a code is no end of a login."""
    login = begun()
    assert "holds no code" in str(error_of(login, callback(login, code="")))


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ({"redirect_uri": ""}, "redirect_uri"),
        ({"redirect_uri": "/cb"}, "redirect_uri"),
        ({"redirect_uri": "https://a.test/#f"}, "redirect_uri"),
        ({"redirect_uri": "https://a.test/ b"}, "redirect_uri"),
        ({"scope": ""}, "scope"),
        ({"scope": " "}, "scope"),
        ({"scope": 5}, "scope"),
        ({"redirect_uri": 5}, "redirect_uri"),
        ({"account": 5}, "account"),
        ({"account": ""}, "account"),
        ({"account": ["acme"]}, "account"),
        ({"region": []}, "region"),
        ({"region": ""}, "region"),
        ({"region": 0}, "region"),
        ({"account": None, "authorize_url": 5}, "authorize_url"),
        ({"account": None}, "authorize_url"),
        ({"authorize_url": "https://a.test/o"}, "authorize_url"),
        ({"account": None, "region": "eu", "authorize_url": "https://a.test/o"}, "authorize_url"),
        ({"account": "a.evil.test/"}, "account"),
        ({"region": "au"}, "region"),
        ({"account": None, "authorize_url": "http://a.test/o"}, "authorize_url"),
        ({"account": None, "authorize_url": "https://"}, "authorize_url"),
        ({"account": None, "authorize_url": "https:/o"}, "authorize_url"),
        ({"account": None, "authorize_url": "https://a.test/o#f"}, "authorize_url"),
        ({"account": None, "authorize_url": "javascript:alert(1)"}, "authorize_url"),
        ({"account": None, "authorize_url": "https://["}, "authorize_url"),
    ],
)
def test_a_login_that_cannot_begin_is_refused(arguments: dict[str, Any], argument: str) -> None:
    """The error names the argument, and says what it takes."""
    with pytest.raises(ConfigurationError) as caught:
        begun(**arguments)
    assert caught.value.arguments[0] == argument
    assert argument in str(caught.value)


class Url:
    """A URL as frameworks have them."""

    def __init__(self, text: str) -> None:
        self.text = text


def test_a_callback_is_the_text_of_a_url() -> None:
    """Anything else is refused by its type; and the type is told."""
    login = begun()
    wrong: Any
    for wrong in (5, None, callback(login).encode(), Url(callback(login))):
        with pytest.raises(ArgumentError) as caught:
            login.code_of(wrong)
        kind = type(wrong).__name__
        assert str(caught.value) == f"callback_url takes the whole URL as a string, not {kind}"


def test_an_error_tracker_sees_nothing_of_a_callback_of_a_wrong_type() -> None:
    """The code is in it all the same."""
    login = begun()
    wrong: Any = callback(login).encode()
    with pytest.raises(ArgumentError) as caught:
        login.code_of(wrong)
    assert CODE not in shown(caught.value)


def test_an_app_may_come_back_by_a_scheme_of_its_own() -> None:
    """RFC 8252 section 7.1."""
    assert (
        query_of(begun(redirect_uri="com.example.app:/cb"))["redirect_uri"] == "com.example.app:/cb"
    )


def test_a_login_shows_no_secret() -> None:
    """State and verifier, and the URL that holds one of them."""
    login = begun()
    text = f"{login!r} {login!s}"
    assert REDIRECT in text
    for hidden in (login.state, login.code_verifier, query_of(login)["code_challenge"]):
        assert hidden not in text
