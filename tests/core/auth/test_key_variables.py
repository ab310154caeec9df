"""Clients that are made from environment variables and sign with a key."""

from pathlib import Path
from urllib.parse import parse_qs

import pytest
from joserfc import jwt

from talkdesk_core.client import SyncAPIClient
from talkdesk_core.errors import ConfigurationError
from tests.core.auth.keys import one_line, pem, public_keys
from tests.core.wire import API, TOKENS, Wire

KEY = {"TALKDESK_KEY_ID": "key-1", "TALKDESK_PRIVATE_KEY": one_line()}
WITH_KEY = {"TALKDESK_ACCOUNT": "acme", "TALKDESK_REGION": "eu", "TALKDESK_CLIENT_ID": "id"} | KEY


def assertion_of(environ: dict[str, str]) -> tuple[str, str]:
    """Return who signed the token request of a client of this environment, and by which key."""
    wire = Wire()
    address = {"TALKDESK_BASE_URL": API, "TALKDESK_TOKEN_URL": TOKENS}
    environ = environ | address | {"TALKDESK_CLIENT_ID": "id"}
    with SyncAPIClient.from_env(environ=environ, transport=wire.transport) as client:
        client.request("GET", "/x")
    assertion = parse_qs(wire.token_requests[0].content.decode())["client_assertion"][0]
    token = jwt.decode(assertion, public_keys(), algorithms=["ES256"])
    return token.claims["iss"], token.header["kid"]


def test_a_private_key_of_the_environment_signs(tmp_path: Path) -> None:
    """The key itself, as its line of base64 or as PEM, or the path of a file with it."""
    file = tmp_path / "key.pem"
    file.write_text(pem())
    for key in (
        {"TALKDESK_PRIVATE_KEY": one_line()},
        {"TALKDESK_PRIVATE_KEY": pem()},
        {"TALKDESK_PRIVATE_KEY_FILE": str(file)},
        {"TALKDESK_PRIVATE_KEY_FILE": str(file), "TALKDESK_PRIVATE_KEY": " "},
    ):
        assert assertion_of({"TALKDESK_KEY_ID": "key-1"} | key) == ("id", "key-1")


def test_two_ways_to_prove_a_client_are_refused() -> None:
    """The text says which to unset; no value is in it."""
    for extra, found in (
        ({"TALKDESK_PRIVATE_KEY_FILE": "hush"}, ("PRIVATE_KEY", "PRIVATE_KEY_FILE")),
        ({"TALKDESK_CLIENT_SECRET": "hush"}, ("unset TALKDESK_CLIENT_SECRET", "unset", "KEY_ID")),
    ):
        with pytest.raises(ConfigurationError, match="both set; unset") as caught:
            SyncAPIClient.from_env(environ=WITH_KEY | extra)
        for text in found:
            assert text in str(caught.value)
        assert set(extra) < set(caught.value.arguments)
        assert "hush" not in str(caught.value)
        assert one_line() not in str(caught.value)


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        (["TALKDESK_KEY_ID"], ("TALKDESK_KEY_ID",)),
        (["TALKDESK_PRIVATE_KEY"], ("TALKDESK_PRIVATE_KEY",)),
        (["TALKDESK_CLIENT_ID", "TALKDESK_KEY_ID"], ("TALKDESK_CLIENT_ID", "TALKDESK_KEY_ID")),
    ],
)
def test_exactly_the_missing_variables_of_a_key_are_listed(
    without: list[str], missing: tuple[str, ...]
) -> None:
    """Whoever set a part of them means the key, not the secret."""
    environ = {name: value for name, value in WITH_KEY.items() if name not in without}
    with pytest.raises(ConfigurationError) as caught:
        SyncAPIClient.from_env(environ=environ)
    assert caught.value.arguments == missing
    assert "TALKDESK_CLIENT_SECRET" not in str(caught.value)


def test_a_key_that_cannot_be_used_names_its_variables() -> None:
    """And is not quoted; nor is a file that is not there used as a key."""
    for name in ("TALKDESK_PRIVATE_KEY", "TALKDESK_PRIVATE_KEY_FILE"):
        environ = WITH_KEY | {"TALKDESK_PRIVATE_KEY": "", name: "hush"}
        with pytest.raises(ConfigurationError, match="TALKDESK_PRIVATE_KEY_FILE") as caught:
            SyncAPIClient.from_env(environ=environ)
        assert "hush" not in str(caught.value)
