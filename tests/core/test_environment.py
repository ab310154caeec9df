"""Clients made from environment variables."""

from typing import Any

import pytest

from talkdesk_core.auth import ClientCredentials, StaticToken
from talkdesk_core.client import SyncAPIClient
from talkdesk_core.errors import ConfigurationError
from tests.core.wire import API, TOKENS, Wire

WHOLE = {
    "TALKDESK_ACCOUNT": "acme",
    "TALKDESK_REGION": "eu",
    "TALKDESK_CLIENT_ID": "id",
    "TALKDESK_CLIENT_SECRET": "hush-hush",
}


def base_url(
    environ: dict[str, str],
    account: str | None = None,
    region: str | None = None,
    base_url: str | None = None,
    token_url: str | None = None,
) -> str:
    """Return where a client made from `environ` and arguments goes."""
    with SyncAPIClient.from_env(
        environ=environ, account=account, region=region, base_url=base_url, token_url=token_url
    ) as client:
        return client.base_url


def test_the_variables_make_a_client() -> None:
    """Account, region, id and secret suffice."""
    assert base_url(WHOLE) == "https://api.talkdeskapp.eu"


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without `environ` the process's variables are read."""
    for name, value in WHOLE.items():
        monkeypatch.setenv(name, value)
    with SyncAPIClient.from_env() as client:
        assert client.base_url == "https://api.talkdeskapp.eu"


def test_the_credentials_of_the_environment_are_sent() -> None:
    """Id and secret reach the token endpoint of the environment."""
    wire = Wire()
    environ = {
        "TALKDESK_BASE_URL": API,
        "TALKDESK_TOKEN_URL": TOKENS,
        "TALKDESK_CLIENT_ID": "id",
        "TALKDESK_CLIENT_SECRET": "hush-hush",
    }
    with SyncAPIClient.from_env(environ=environ, transport=wire.transport) as client:
        client.request("GET", "/x")
    assert wire.token_requests[0].headers["Authorization"] == "Basic aWQ6aHVzaC1odXNo"


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        (["TALKDESK_CLIENT_SECRET"], ("TALKDESK_CLIENT_SECRET",)),
        (["TALKDESK_CLIENT_ID"], ("TALKDESK_CLIENT_ID",)),
        (["TALKDESK_ACCOUNT"], ("TALKDESK_ACCOUNT",)),
        (list(WHOLE), ("TALKDESK_ACCOUNT", "TALKDESK_CLIENT_ID", "TALKDESK_CLIENT_SECRET")),
    ],
)
def test_exactly_the_missing_variables_are_listed(
    without: list[str], missing: tuple[str, ...]
) -> None:
    """Absent and blank variables are both missing; no other is named as missing."""
    for environ in (
        {name: value for name, value in WHOLE.items() if name not in without},
        {name: " " if name in without else value for name, value in WHOLE.items()},
    ):
        with pytest.raises(ConfigurationError) as caught:
            SyncAPIClient.from_env(environ=environ)
        assert caught.value.arguments == missing
        assert f"missing environment variables: {', '.join(missing)}." in str(caught.value)


def test_half_an_address_lacks_the_other_half() -> None:
    """One URL without the other names the other's variable."""
    secrets = {name: WHOLE[name] for name in ("TALKDESK_CLIENT_ID", "TALKDESK_CLIENT_SECRET")}
    for given, missing in (("BASE", "TOKEN"), ("TOKEN", "BASE")):
        with pytest.raises(ConfigurationError) as caught:
            SyncAPIClient.from_env(environ=secrets | {f"TALKDESK_{given}_URL": API})
        assert caught.value.arguments == (f"TALKDESK_{missing}_URL",)


def test_arguments_win_over_variables() -> None:
    """A given address replaces the environment's as a whole; the rest is still read from it."""
    urls = {"TALKDESK_BASE_URL": API, "TALKDESK_TOKEN_URL": TOKENS}
    assert base_url(WHOLE, region="ca") == "https://api.talkdeskappca.com"
    assert base_url(WHOLE, base_url=API, token_url=TOKENS) == API
    del urls["TALKDESK_TOKEN_URL"]
    no_region = {name: value for name, value in WHOLE.items() if name != "TALKDESK_REGION"}
    assert base_url(no_region | urls, account="other") == "https://api.talkdeskapp.com"


@pytest.mark.parametrize("environ", ["hush", 5, {"TALKDESK_ACCOUNT": 5}, {"TALKDESK_REGION": b"h"}])
def test_an_environment_that_holds_no_strings_is_refused(environ: Any) -> None:
    """It is a mapping of strings, such as `os.environ`."""
    with pytest.raises(ConfigurationError, match=r"environ|TALKDESK_") as caught:
        SyncAPIClient.from_env(environ=environ)
    assert "hush" not in str(caught.value)


def test_contradicting_variables_are_refused() -> None:
    """A region beside URLs, both from the environment, contradicts them."""
    environ = WHOLE | {"TALKDESK_BASE_URL": API, "TALKDESK_TOKEN_URL": TOKENS}
    with pytest.raises(ConfigurationError, match=r"TALKDESK_REGION.*TALKDESK_BASE_URL"):
        SyncAPIClient.from_env(environ=environ)


def test_given_credentials_need_no_variable() -> None:
    """With `auth` given, id, secret and keys of the environment do not matter."""
    environ = {"TALKDESK_REGION": "eu", "TALKDESK_PRIVATE_KEY": "k", "TALKDESK_CLIENT_SECRET": "s"}
    with SyncAPIClient.from_env(environ=environ, auth=StaticToken("t")) as client:
        assert client.base_url == "https://api.talkdeskapp.eu"
    with pytest.raises(ConfigurationError) as caught:
        SyncAPIClient.from_env(environ=environ, auth=ClientCredentials("i", "s"))
    assert caught.value.arguments == ("TALKDESK_ACCOUNT",)


def test_without_any_credentials_both_ways_are_told() -> None:
    """The secret's variables are the missing ones, the key's can stand in."""
    environ = {"TALKDESK_ACCOUNT": "acme"}
    with pytest.raises(ConfigurationError, match="TALKDESK_KEY_ID with") as caught:
        SyncAPIClient.from_env(environ=environ)
    assert caught.value.arguments == ("TALKDESK_CLIENT_ID", "TALKDESK_CLIENT_SECRET")
