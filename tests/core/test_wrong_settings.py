"""Settings of a wrong type are refused when a client is made, by both clients and both ways."""

import inspect
import time
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from talkdesk_core import errors, http
from talkdesk_core.auth import (
    AuthorizationCode,
    ClientCredentials,
    OpaqueToken,
    PrivateKeyJWT,
    RefreshToken,
    StaticToken,
)
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient
from tests.core.trackers import seen_by_a_tracker
from tests.core.wire import Clock, Wire

WAYS: list[Callable[..., object]] = [
    SyncAPIClient,
    AsyncAPIClient,
    SyncAPIClient.from_env,
    AsyncAPIClient.from_env,
]
# Not in the lines of this file, which tracebacks show.
HUSH = "hu" + "sh"
SECRET_HEADERS = {"X-Api-Key": HUSH}
TEXT: Any = "5"
KINDS = (
    ClientCredentials, PrivateKeyJWT, OpaqueToken, AuthorizationCode, RefreshToken, StaticToken,
)  # fmt: skip


@pytest.mark.parametrize("make", WAYS)
@pytest.mark.parametrize("named", ["account", "region", "base_url", "token_url"])
@pytest.mark.parametrize("value", [5, 0, b"hush", ["hush"], object()])
def test_an_address_of_a_wrong_type_is_refused_by_name(
    make: Callable[..., object], named: str, value: object
) -> None:
    """Each setting takes a string; the error says what was given instead, not which value."""
    with pytest.raises(errors.ConfigurationError) as caught:
        make(**{named: value}, auth=StaticToken("t"))
    assert caught.value.arguments == (named,)
    assert f"takes a string, not {type(value).__name__}" in str(caught.value)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("make", WAYS)
@pytest.mark.parametrize("value", ["hush", ("id", "hush"), 5, StaticToken, lambda: "hush"])
def test_credentials_of_a_wrong_type_are_refused(
    make: Callable[..., object], value: object
) -> None:
    """The error says what `auth` takes and quotes nothing: what was given may be a secret."""
    with pytest.raises(errors.ConfigurationError) as caught:
        make(region="us", auth=value)
    assert caught.value.arguments == ("auth",)
    assert all(kind.__name__ in str(caught.value) for kind in KINDS)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("make", [SyncAPIClient, AsyncAPIClient])
def test_a_client_without_credentials_is_refused(make: Callable[..., object]) -> None:
    """Only `from_env` takes None, and reads the environment then."""
    with pytest.raises(errors.ConfigurationError, match="auth") as caught:
        make(region="us", auth=None)
    assert caught.value.arguments == ("auth",)
    assert all(kind.__name__ in str(caught.value) for kind in KINDS)


def test_a_transport_of_the_other_kind_is_refused() -> None:
    """What cannot send for this client is refused when the client is made, not when it sends."""
    wrong: list[tuple[Callable[..., object], object]] = [
        (SyncAPIClient, http.AsyncBaseTransport()),
        (AsyncAPIClient, http.BaseTransport()),
        (SyncAPIClient, "hush"),
        (AsyncAPIClient, http.MockTransport),
    ]
    for make, given in wrong:
        with pytest.raises(errors.ConfigurationError, match="Transport") as caught:
            make(region="us", auth=StaticToken("t"), transport=given)
        assert caught.value.arguments == ("transport",)
        assert "hush" not in str(caught.value)


@pytest.mark.parametrize("make", [SyncAPIClient, AsyncAPIClient])
@pytest.mark.parametrize(
    ("named", "value"),
    [
        ("account", "xn--a"),
        ("timeout", "5"),
        ("timeout", http.Timeout(TEXT)),
        ("timeout", http.Timeout(0)),
        ("retries", "3"),
        ("retries", -1),
        ("rate_limit", 0),
        ("rate_limit", "5"),
        ("hooks", print),
        ("proxy", 5),
        ("proxy", "http://bad host"),
        ("ssl_context", True),
        ("max_response_bytes", 0),
        ("clock", time.monotonic),
        ("clock", Clock),
        ("clock", 5),
    ],
)
def test_every_other_setting_is_checked_when_a_client_is_made(
    make: Callable[..., object], named: str, value: object
) -> None:
    """Not when it is first used; the error names the argument."""
    with pytest.raises(errors.ConfigurationError, match=named) as caught:
        make(region="us", auth=StaticToken("t"), **{named: value})
    assert caught.value.arguments == (named,)


@pytest.mark.parametrize("make", WAYS)
@pytest.mark.parametrize(
    "wrong",
    [
        {"rate_limit": -1}, {"timeout": 0}, {"retries": -1}, {"hooks": 5}, {"clock": 5},
        {"account": "xn--a"}, {"region": "mars"}, {"base_url": "http://a.test"}, {"account": 5},
        {"ssl_context": 5}, {"max_response_bytes": 0}, {"transport": 5}, {"auth": 5},
        {"transport": Wire().transport}, {"headers": {"X-Api-Key": f"{HUSH}\n"}},
        {"proxy": f"ftp://u:{HUSH}@p.test"}, {"proxy": f"socks5://u:{HUSH}@p.test"},
        {"unheard_of": HUSH},
    ],
    ids=[
        "rate", "timeout", "retries", "hooks", "clock", "account", "region", "base_url", "no text",
        "ssl_context", "size", "transport", "auth", "contradiction", "headers", "proxy", "socks",
        "unheard of",
    ],
)  # fmt: skip
def test_no_error_about_an_argument_keeps_the_others(
    make: Callable[..., object], wrong: Mapping[str, object]
) -> None:
    """A proxy's password and headers are in no frame of ours, whichever argument is refused."""
    given: dict[str, object] = {
        "region": None if "base_url" in wrong else "us",
        "auth": StaticToken("t"),
        "proxy": f"http://u:{HUSH}@p.test:1",
        "headers": SECRET_HEADERS,
        **wrong,
    }
    with pytest.raises((errors.TalkdeskError, TypeError)) as caught:
        make(**given)
    assert isinstance(caught.value, TypeError) is ("unheard_of" in wrong)
    assert HUSH not in seen_by_a_tracker(caught.value)


def test_a_copy_keeps_no_headers_in_its_errors() -> None:
    """Those of `with_options` neither."""
    for kind in (SyncAPIClient, AsyncAPIClient):
        client = kind(region="us", auth=StaticToken("t"))
        with pytest.raises(errors.ConfigurationError) as caught:
            client.with_options(headers=SECRET_HEADERS, timeout=0)
        assert HUSH not in seen_by_a_tracker(caught.value)


def test_what_fails_inside_of_others_is_shown_where_it_failed() -> None:
    """Credentials of somebody's own that have a fault keep its traceback."""

    class Faulty:
        needs_token_url = False

        def bind(self, **_: object) -> http.Auth:
            message = "a fault of its own"
            raise TypeError(message)

    with pytest.raises(TypeError, match="of its own") as caught:
        SyncAPIClient(region="us", auth=Faulty(), headers=SECRET_HEADERS)
    assert caught.traceback[-1].name == "bind"
    assert HUSH not in seen_by_a_tracker(caught.value)


def test_signatures_can_be_read() -> None:
    """Editors and documentation show the arguments of the clients by name."""
    for kind in (SyncAPIClient, AsyncAPIClient):
        names = inspect.signature(kind).parameters
        assert list(names)[:5] == ["account", "region", "base_url", "token_url", "auth"]
        assert names["auth"].default is inspect.Parameter.empty
        assert list(inspect.signature(kind.from_env).parameters) == ["auth", "environ", "options"]
