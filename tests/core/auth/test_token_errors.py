"""What an error about a token tells: what happened, at which endpoint, and what to try."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from talkdesk_core import http
from talkdesk_core.auth import ClientCredentials, Credentials
from talkdesk_core.errors import (
    APIConnectionError,
    APITimeoutError,
    ResponseTooLargeError,
    TalkdeskError,
    TokenError,
)
from tests.core.auth.logins import FIRST, Logins, code, refresh_token
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire


def error_of(
    reply: http.Response, credentials: Credentials = CREDENTIALS, clock: Clock | None = None
) -> TokenError:
    """Return the error of a request whose token request is answered with this."""
    client = http.Client(transport=Wire(tokens=lambda _: reply).transport, base_url=API)
    client.auth = credentials.bind(
        base_url=API, token_url=TOKENS, client=client, clock=clock or Clock()
    )
    with client, pytest.raises(TokenError) as caught:
        client.get("/x")
    return caught.value


CAUSES = (
    "Likely causes, in this order: the account is in another region, the client id or secret is "
    "wrong, or a scope that was just added is not active yet (it takes some minutes)"
)


@pytest.mark.parametrize(
    ("status", "problem", "hint"),
    [
        (400, "the token endpoint refused the client", CAUSES),
        (401, "the token endpoint refused the client", CAUSES),
        (403, "the token endpoint refused the client", CAUSES),
        (300, "the token endpoint redirects, which is not followed", "account"),
        (399, "the token endpoint redirects, which is not followed", "account"),
        (299, "the token endpoint's reply is no JSON object", "is a token endpoint"),
        (404, "the token endpoint gave no token", "account"),
        (499, "the token endpoint gave no token", "account"),
        (429, "the token endpoint failed", "Try again later"),
        (500, "the token endpoint failed", "Try again later"),
        (599, "the token endpoint failed", "Try again later"),
    ],
)
def test_a_status_of_the_token_endpoint_is_told(status: int, problem: str, hint: str) -> None:
    """With the endpoint and the status between what happened and what to try."""
    error = error_of(http.Response(status, text="?"))
    begin, _, end = str(error).partition(f". POST {TOKENS} answered {status}. ")
    assert begin == problem
    assert hint in end
    assert (error.status_code, error.url, error.error) == (status, TOKENS, None)


def test_a_refused_scope_is_told() -> None:
    """Whatever the status: the likely causes are others then."""
    error = error_of(http.Response(401, json={"error": "invalid_scope"}))
    assert str(error) == (
        f"the token endpoint refused the scope (error invalid_scope). POST {TOKENS} answered 401. "
        "Check that every scope asked for exists and is granted to this client; without a scope "
        "the token has all that are granted"
    )


@pytest.mark.parametrize("status", [400, 401])
def test_the_words_of_a_refusal_are_kept(status: int) -> None:
    """The code is in the text; the description, which may hold anything, is an attribute only."""
    body = {"error": "invalid_client", "error_description": "Ada is unknown"}
    error = error_of(http.Response(status, json=body, headers={"Retry-After": "7"}))
    assert (error.error, error.description) == ("invalid_client", "Ada is unknown")
    assert "(error invalid_client)" in str(error)
    assert "Ada" not in str(error)
    assert error.retry_after == 7.0


def test_words_that_are_no_words_are_left_out() -> None:
    """Whatever an endpoint puts where a code and a description belong."""
    error = error_of(http.Response(400, json={"error": 5, "error_description": ["x"]}))
    assert (error.error, error.description) == (None, None)
    assert "(error" not in str(error)


@pytest.mark.parametrize(
    ("retry_after", "seconds"), [("Thu, 28 May 2026 20:27:10 GMT", 30.0), ("30", 30.0)]
)
def test_the_endpoint_is_left_alone_as_long_as_it_asks(retry_after: str, seconds: float) -> None:
    """Seconds, or a date by the clock on the wall."""
    reply = http.Response(503, headers={"Retry-After": retry_after})
    assert error_of(reply, clock=Clock(wall=1_780_000_000.0)).retry_after == seconds


def too_large(request: http.Request) -> http.Response:
    """Refuse to read a reply, as the transport of a client does."""
    raise ResponseTooLargeError(9, method=request.method, url=str(request.url))


def test_a_reply_that_was_not_read_is_told_as_such() -> None:
    """With the address, and no status, as nobody saw one."""
    client = http.Client(transport=Wire(tokens=too_large).transport, base_url=API)
    client.auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=client, clock=Clock())
    with client, pytest.raises(TokenError) as caught:
        client.get("/x")
    assert str(caught.value) == (
        f"the token endpoint's reply was not read. {TOKENS}. See this error's cause, and check "
        "that token_url is a token endpoint"
    )
    assert caught.value.status_code is None


def test_a_reply_that_was_not_read_may_have_spent_a_login() -> None:
    """So it is not asked for again."""

    def before(number: int, request: http.Request) -> None:
        if number == 1:
            too_large(request)

    server, clock = Logins(before=before), Clock()
    with server.client(refresh_token(), clock) as client:
        with pytest.raises(TokenError, match="was lost") as caught:
            client.get("/x")
        assert "was not read" in str(caught.value.__cause__)
        assert isinstance(caught.value.__cause__, TokenError)
        assert isinstance(caught.value.__cause__.__cause__, ResponseTooLargeError)
        clock.now += 1000.0
        with pytest.raises(TokenError, match=r"was lost.*may have to sign in again"):
            client.get("/x")
    assert len(server.forms) == 1


@pytest.mark.parametrize("may_have_arrived", [True, False])
def test_what_the_transport_says_of_a_token_request_is_believed(may_have_arrived: bool) -> None:
    """A login is lost only if its request may have arrived; the API request was never sent."""
    raised: list[TalkdeskError] = []
    reason = OSError("gone")

    def before(number: int, request: http.Request) -> None:
        if number == 1:
            raised.append(
                APITimeoutError(
                    "X", method="POST", url=str(request.url), may_have_arrived=may_have_arrived
                )
            )
            raise raised[0] from reason

    server, clock = Logins(before=before), Clock()
    with server.client(refresh_token(), clock) as client:
        with pytest.raises(TokenError if may_have_arrived else APITimeoutError) as caught:
            client.get("/x")
        assert raised[0] is (caught.value.__cause__ if may_have_arrived else caught.value)
        assert isinstance(raised[0], APITimeoutError)
        assert not raised[0].may_have_arrived
        assert raised[0].__cause__ is reason
        clock.now += 1000.0
        if may_have_arrived:
            with pytest.raises(TokenError, match="was lost"):
                client.get("/x")
        else:
            assert client.get("/x").status_code == 200


def test_a_token_error_of_a_transport_loses_a_login() -> None:
    """What it means for the request is not known, and the error stays the cause."""
    raised: list[TalkdeskError] = []

    def before(_number: int, _request: http.Request) -> None:
        raised.append(TokenError("X", url=TOKENS, status_code=None, hint="h"))
        raise raised[0]

    server = Logins(before=before)
    with server.client(refresh_token()) as client:
        with pytest.raises(TokenError, match="was lost") as caught:
            client.get("/x")
        assert caught.value.__cause__ is raised[0]


def test_a_lost_token_request_of_a_client_is_none_of_the_api() -> None:
    """Whatever its transport says may have arrived: that is the token request."""

    def tokens(request: http.Request) -> http.Response:
        raise APITimeoutError("X", method="POST", url=str(request.url), may_have_arrived=True)

    client = http.Client(transport=Wire(tokens=tokens).transport, base_url=API)
    client.auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=client, clock=Clock())
    with client, pytest.raises(APITimeoutError, match="the API request was not sent") as caught:
        client.get("/x")
    assert not caught.value.may_have_arrived


@pytest.mark.parametrize(
    ("status", "content"),
    [(401, b'{"error": "invalid_client"}'), (404, b""), (500, b""), (200, b"<html>")],
)
def test_the_id_of_a_token_request_is_told(status: int, content: bytes) -> None:
    """As for requests of the API: support asks for it."""
    headers = {"platform-tid": "tid-7"}
    error = error_of(http.Response(status, content=content, headers=headers))
    assert error.request_id == "tid-7"
    stated = "error invalid_client, request id tid-7" if status == 401 else "request id tid-7"
    assert f" ({stated}). POST {TOKENS} answered {status}. " in str(error)


def test_an_id_that_looks_like_none_is_not_shown() -> None:
    """It may be anything that a gateway wrote."""
    error = error_of(http.Response(500, headers={"platform-tid": "of Ada"}))
    assert error.request_id == "of Ada"
    assert str(error).startswith(f"the token endpoint failed. POST {TOKENS}")
    assert error_of(http.Response(500)).request_id is None


def test_a_failing_endpoint_left_alone_is_told_with_the_id_of_its_last_reply() -> None:
    """Nothing was sent for the second request, and there is no other id."""
    reply = http.Response(500, headers={"platform-tid": "tid-7"})
    client = http.Client(transport=Wire(tokens=lambda _: reply).transport, base_url=API)
    client.auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=client, clock=Clock())
    with client:
        for _ in range(2):
            with pytest.raises(TokenError, match=r"\(request id tid-7\)") as caught:
                client.get("/x")
            assert caught.value.request_id == "tid-7"


def test_a_broken_token_request_names_the_endpoint() -> None:
    """And what broke is the cause."""

    def tokens(request: http.Request) -> http.Response:
        message = "gone"
        raise http.ConnectError(message, request=request)

    client = http.Client(transport=Wire(tokens=tokens).transport, base_url=API)
    client.auth = CREDENTIALS.bind(base_url=API, token_url=TOKENS, client=client, clock=Clock())
    with client, pytest.raises(APIConnectionError) as caught:
        client.get("/x")
    assert (caught.value.method, caught.value.url) == ("POST", TOKENS)
    assert isinstance(caught.value.__cause__, http.ConnectError)


REFUSED = http.Response(
    400,
    json={"error": "invalid_grant", "error_description": "Ada changed her password"},
    headers={"platform-tid": "tid-7"},
)


def test_a_refused_login_is_told_in_all_its_parts() -> None:
    """Once with the endpoint's answer, and from then on without asking it."""
    server = Logins(reply=lambda _: REFUSED)
    problem = "the token endpoint has refused the code or refresh token of this login"
    with server.client(code()) as client:
        with pytest.raises(TokenError) as first:
            client.get("/x")
        with pytest.raises(TokenError) as second:
            client.get("/x")
    assert str(first.value).startswith(
        f"{problem} (error invalid_grant, request id tid-7). POST {TOKENS} answered 400. The user "
        "has to sign in again. Likely causes, in this order: "
    )
    assert (first.value.error, first.value.status_code) == ("invalid_grant", 400)
    assert first.value.description == "Ada changed her password"
    assert first.value.retry_after is None
    assert str(second.value) == f"{problem}. {TOKENS}. The user has to sign in again"
    assert (second.value.status_code, second.value.error) == (None, None)


@pytest.mark.parametrize("status", [300, 302, 404])
def test_an_endpoint_that_grants_nothing_has_spent_nothing(status: int) -> None:
    """A redirect or a wrong address leaves the login as it was."""
    server, clock = Logins(), Clock()
    server.reply = lambda _: http.Response(status) if len(server.forms) == 1 else None
    with server.client(refresh_token(), clock) as client:
        with pytest.raises(TokenError):
            client.get("/x")
        clock.now += 1000.0
        assert client.get("/x").status_code == 200
    assert [form["refresh_token"] for form in server.forms] == [FIRST] * 2


def test_a_refresh_token_that_was_not_stored_is_told() -> None:
    """With the status of the reply that brought it, and what the callback raised as the cause."""
    failure = OSError("disk full")

    def store(_: str) -> None:
        raise failure

    grant = {"access_token": "a", "refresh_token": "refresh-1"}
    server = Logins(
        reply=lambda _: http.Response(200, json=grant, headers={"platform-tid": "tid-7"})
    )
    with (
        server.client(refresh_token(on_rotation=store)) as client,
        pytest.raises(TokenError) as caught,
    ):
        client.get("/x")
    assert str(caught.value) == (
        "on_rotation failed to take a new refresh token (request id tid-7). "
        f"POST {TOKENS} answered 200. See this "
        "error's cause. The new refresh token is in use and not stored: the old one is spent"
    )
    assert caught.value.request_id == "tid-7"
    assert caught.value.__cause__ is failure


class Stored:
    """A callback that does not look like a coroutine function, and is one."""

    def __init__(self, store: Callable[[str], Awaitable[None]]) -> None:
        self._store = store

    def __call__(self, token: str) -> Awaitable[None]:
        """Return what is to be awaited."""
        return self._store(token)


def test_an_awaitable_is_no_answer_of_a_callback() -> None:
    """A blocking client that is handed one says so: nothing was stored."""

    async def store(_: str) -> None:
        """Store nothing."""

    described = refresh_token(on_rotation=Stored(store))
    with Logins().client(described) as client, pytest.raises(TokenError) as caught:
        client.get("/x")
    assert isinstance(caught.value.__cause__, TypeError)
    assert "only an async client can await" in str(caught.value.__cause__)


@pytest.mark.parametrize(
    ("reply", "problem"),
    [
        ({"access_token": 5}, "holds no usable access_token"),
        ({"access_token": "a b"}, "holds no usable access_token"),
        ({"access_token": "a", "token_type": "mac"}, "states a token_type other than Bearer"),
        ({"access_token": "a", "token_type": 5}, "states a token_type other than Bearer"),
        (
            {"access_token": "a", "expires_in": 0},
            "states an expires_in that is no number of seconds",
        ),
        (
            {"access_token": "a", "expires_in": "x"},
            "states an expires_in that is no number of seconds",
        ),
        (
            {"access_token": "a", "refresh_token": "b c"},
            "holds a refresh_token that cannot be used",
        ),
        ({"access_token": "a", "refresh_token": 5}, "holds a refresh_token that cannot be used"),
    ],
)
def test_what_is_wrong_with_a_grant_is_told(reply: dict[str, object], problem: str) -> None:
    """By the name of the member, and without its value."""
    error = error_of(http.Response(200, json=reply))
    assert str(error) == (
        f"the token endpoint's reply {problem}. POST {TOKENS} answered 200. Check that token_url "
        "is a token endpoint"
    )


def test_a_client_in_the_words_of_another_case_is_granted() -> None:
    """`token_type` has no case (RFC 6749 section 5.1)."""
    reply = {"access_token": "t", "token_type": "BEARER"}
    wire = Wire(tokens=lambda _: http.Response(200, json=reply))
    client = http.Client(transport=wire.transport, base_url=API)
    client.auth = ClientCredentials("i", "s").bind(
        base_url=API, token_url=TOKENS, client=client, clock=Clock()
    )
    with client:
        client.get("/x")
    assert wire.api_requests[0].headers["Authorization"] == "Bearer t"
