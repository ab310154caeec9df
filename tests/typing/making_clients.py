"""What type checkers know of making, using and closing clients. This file is checked, not run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_type

from talkdesk_client import AsyncTalkdesk, ClientCredentials, StaticToken, Talkdesk
from talkdesk_client.resources.callbacks import AsyncCallbacks, Callbacks
from talkdesk_client.resources.campaigns import AsyncCampaigns, Campaigns
from talkdesk_core.auth import Credentials
from talkdesk_core.http import AsyncBaseTransport, BaseTransport, Response, Timeout


def describing_credentials(fetched: ClientCredentials, given: StaticToken) -> None:
    """Both kinds are credentials, and show their settings."""
    fetched = ClientCredentials("id", "secret", form_encode=True, scope="callbacks:read")
    assert_type(fetched.client_id, str)
    assert_type(fetched.client_secret, str)
    assert_type(fetched.form_encode, bool)
    assert_type(fetched.scope, str | None)
    given = StaticToken("token")
    assert_type(given.token, str)
    for credentials in (fetched, given):
        making(credentials)


def serving(auth: Credentials) -> None:
    """Whatever credentials are, they say whether they need a token endpoint."""
    assert_type(auth.needs_token_url, bool)


def making(
    auth: Credentials,
    transport: BaseTransport | None = None,
    environ: Mapping[str, str] | None = None,
) -> None:
    """Each argument of the blocking client, all of them by keyword."""
    by_name = Talkdesk(
        account="acme", region="eu", auth=auth, timeout=Timeout(5.0), transport=transport
    )
    assert_type(by_name, Talkdesk)
    by_url = Talkdesk(base_url="https://a.example", token_url="https://b.example/t", auth=auth)
    assert_type(by_url, Talkdesk)
    assert_type(Talkdesk(account=None, auth=auth, timeout=None, transport=None), Talkdesk)
    assert_type(Talkdesk.from_env(), Talkdesk)
    by_environment = Talkdesk.from_env(
        account="acme",
        region=None,
        base_url=None,
        token_url=None,
        auth=auth,
        timeout=3,
        transport=transport,
        environ=environ,
    )
    assert_type(by_environment, Talkdesk)


def making_async(
    auth: Credentials,
    transport: AsyncBaseTransport | None = None,
    environ: Mapping[str, str] | None = None,
) -> None:
    """The asynchronous client takes the same, with a transport of its own kind."""
    by_name = AsyncTalkdesk(
        account="acme", region="eu", auth=auth, timeout=Timeout(5.0), transport=transport
    )
    assert_type(by_name, AsyncTalkdesk)
    by_url = AsyncTalkdesk(base_url="https://a.example", token_url="https://b.example/t", auth=auth)
    assert_type(by_url, AsyncTalkdesk)
    assert_type(AsyncTalkdesk.from_env(), AsyncTalkdesk)
    by_environment = AsyncTalkdesk.from_env(
        account="acme",
        region=None,
        base_url=None,
        token_url=None,
        auth=auth,
        timeout=3,
        transport=transport,
        environ=environ,
    )
    assert_type(by_environment, AsyncTalkdesk)


def using(client: Talkdesk) -> None:
    """A client is a context manager, knows its address, and reaches every path."""
    with client as entered:
        assert_type(entered, Talkdesk)
    assert_type(client.base_url, str)
    assert_type(client.callbacks, Callbacks)
    assert_type(client.campaigns, Campaigns)
    reply = client.request(
        "POST",
        "/contacts",
        params={"page": 1, "active": True, "ids": ["a", "b"], "share": 0.5},
        json={"name": ["any", 1, None]},
        headers={"X-Trace": "1"},
        timeout=Timeout(None),
    )
    assert_type(reply, Response)
    assert_type(reply.status_code, int)
    client.close()


async def using_async(client: AsyncTalkdesk) -> None:
    """The asynchronous client differs by `async with`, `await` and `aclose`."""
    async with client as entered:
        assert_type(entered, AsyncTalkdesk)
    assert_type(client.base_url, str)
    assert_type(client.callbacks, AsyncCallbacks)
    assert_type(client.campaigns, AsyncCampaigns)
    reply = await client.request(
        "POST",
        "/contacts",
        params={"page": 1, "active": True, "ids": ["a", "b"], "share": 0.5},
        json={"name": ["any", 1, None]},
        headers={"X-Trace": "1"},
        timeout=Timeout(None),
    )
    assert_type(reply, Response)
    await client.aclose()
