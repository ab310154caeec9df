"""Tokens come, expire and are renewed without the caller noticing; refusals are typed."""

from __future__ import annotations

import time

import pytest

from talkdesk_client import (
    APIConnectionError,
    AuthenticationError,
    BadRequestError,
    ClientClosedError,
    ClientCredentials,
    StaticToken,
    TokenError,
)
from talkdesk_sandbox import Sandbox
from tests.e2e.conftest import Connect, Twin, settings


class Clock:
    """The sandbox's clock, moved by hand."""

    def __init__(self) -> None:
        self.now = time.time()

    def __call__(self) -> float:
        """Return seconds since 1970."""
        return self.now


def test_a_token_that_expires_amid_a_listing_is_renewed(connect: Connect) -> None:
    """Nothing is lost and nothing raised when the server's clock overtakes the client's."""
    clock = Clock()
    with (
        Sandbox(seed=1, callbacks=30, campaigns=1, clock=clock) as sandbox,
        connect(**settings(sandbox)) as twin,
    ):
        first = twin.items(twin.client.callbacks.list(per_page=10))
        clock.now += 3600
        assert twin.items(twin.client.callbacks.list(per_page=10)) == first
        clock.now += 3600
        assert twin.result(twin.client.callbacks.list().total()) == 30


def test_a_wrong_secret_is_a_token_error_that_shows_no_secret(
    connect: Connect, sandbox: Sandbox
) -> None:
    """The error tells the likely causes, and neither it nor the client shows the secret."""
    auth = ClientCredentials(sandbox.client_id, "not-the-secret")
    with connect(**settings(sandbox, auth=auth)) as twin:
        with pytest.raises(TokenError) as caught:
            twin.items(twin.client.callbacks.list())
        assert caught.value.status_code == 401
        text = str(caught.value)
        assert text.index("region") < text.index("secret") < text.index("scope")
        for shown in (text, repr(caught.value), repr(twin.client), repr(auth)):
            assert "not-the-secret" not in shown


def test_a_token_that_the_api_refuses_is_an_authentication_error(
    connect: Connect, sandbox: Sandbox
) -> None:
    """A static token cannot be renewed, so the refusal reaches the caller."""
    with connect(base_url=sandbox.base_url, auth=StaticToken("stale-token")) as twin:
        with pytest.raises(AuthenticationError) as caught:
            twin.items(twin.client.callbacks.list())
        assert caught.value.status_code == 401
        assert "stale-token" not in str(caught.value)


def test_a_bad_request_names_its_fields(twin: Twin) -> None:
    """What the client itself would refuse is refused by the server, with the parameter's name."""
    with pytest.raises(BadRequestError) as caught:
        twin.result(twin.client.request("GET", "/schedule-callbacks", params={"per_page": 501}))
    assert [field.name for field in caught.value.fields] == ["per_page"]


def test_a_server_that_is_gone_is_a_connection_error(connect: Connect) -> None:
    """No HTTP library's error reaches the caller."""
    with Sandbox(seed=1, callbacks=1, campaigns=1) as sandbox:
        options = settings(sandbox)
    with connect(**options) as twin, pytest.raises(APIConnectionError):
        twin.items(twin.client.callbacks.list())


def test_a_closed_client_says_so(connect: Connect, sandbox: Sandbox) -> None:
    """Use after the end is an error of its own, not one of the network."""
    with connect(**settings(sandbox)) as twin:
        pass
    with pytest.raises(ClientClosedError):
        twin.items(twin.client.callbacks.list())
