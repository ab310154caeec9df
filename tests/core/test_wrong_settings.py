"""Settings of a wrong type are refused when a client is made, by both clients and both ways."""

import time
from collections.abc import Callable

import pytest

from talkdesk_core import errors, http
from talkdesk_core.auth import StaticToken
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient
from tests.core.wire import Clock

WAYS: list[Callable[..., object]] = [
    SyncAPIClient,
    AsyncAPIClient,
    SyncAPIClient.from_env,
    AsyncAPIClient.from_env,
]


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
    with pytest.raises(errors.ConfigurationError, match="ClientCredentials") as caught:
        make(region="us", auth=value)
    assert caught.value.arguments == ("auth",)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("make", [SyncAPIClient, AsyncAPIClient])
def test_a_client_without_credentials_is_refused(make: Callable[..., object]) -> None:
    """Only `from_env` takes None, and reads the environment then."""
    with pytest.raises(errors.ConfigurationError, match="auth") as caught:
        make(region="us", auth=None)
    assert caught.value.arguments == ("auth",)


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
        ("timeout", "5"),
        ("retries", "3"),
        ("retries", -1),
        ("rate_limit", 0),
        ("rate_limit", "5"),
        ("hooks", print),
        ("proxy", 5),
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
