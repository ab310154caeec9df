"""How the tests of this room call a sandbox: plain httpx, nothing of the client under test."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, TypeAlias

import anyio
import httpx

from talkdesk_sandbox import Sandbox
from tests.contract.transport import JudgedTransport

JsonObject: TypeAlias = dict[str, Any]

GRANT = {"grant_type": "client_credentials"}


def judged_client(address: str, *, as_documented: bool = True) -> httpx.Client:
    """Return a client that has not signed in, and has each reply judged by the document.

    The requests are not judged: tests send what it does not allow, and the sandbox takes more.

    Args:
        address: Base URL of a sandbox that listens.
        as_documented: Whether the sandbox answers as documented; one with quirks does not.
    """
    transport = JudgedTransport(requests=False, replies=as_documented)
    return httpx.Client(transport=transport, base_url=address)


@contextmanager
def signed_in(sandbox: Sandbox, *, as_documented: bool = True) -> Generator[httpx.Client]:
    """Yield a client as of `judged_client`, with a fresh token of a sandbox that listens."""
    with judged_client(sandbox.base_url, as_documented=as_documented) as client:
        client.headers["Authorization"] = f"Bearer {fetch_token(client, sandbox)}"
        yield client


def fetch_token(client: httpx.Client, sandbox: Sandbox, scope: str | None = None) -> str:
    """Return a new access token."""
    form = GRANT if scope is None else {**GRANT, "scope": scope}
    auth = (sandbox.client_id, sandbox.client_secret)
    reply = client.post("/oauth/token", data=form, auth=auth)
    assert reply.status_code == 200
    token: str = reply.json()["access_token"]
    return token


def whole_listing(client: httpx.Client, **filters: str) -> list[JsonObject]:
    """Return every callback that matches, page by page until the totals are reached."""
    items: list[JsonObject] = []
    page = total_pages = 1
    while page <= total_pages:
        reply = client.get("/schedule-callbacks", params={**filters, "page": page, "per_page": 500})
        assert reply.status_code == 200, reply.text
        body: JsonObject = reply.json()
        items += body["_embedded"]["callbacks"]
        total_pages = body["total_pages"]
        page += 1
    return items


def listing_without_network(sandbox: Sandbox) -> list[JsonObject]:
    """Return the first 500 callbacks through the ASGI app alone."""

    async def fetch() -> list[JsonObject]:
        transport = httpx.ASGITransport(sandbox.app)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
            auth = (sandbox.client_id, sandbox.client_secret)
            token = (await client.post("/oauth/token", data=GRANT, auth=auth)).json()
            reply = await client.get(
                "/schedule-callbacks",
                params={"per_page": 500},
                headers={"Authorization": f"Bearer {token['access_token']}"},
            )
        items: list[JsonObject] = reply.json()["_embedded"]["callbacks"]
        return items

    return anyio.run(fetch)


def without_links(items: list[JsonObject]) -> list[JsonObject]:
    """Return the items less their links, which hold the address of the sandbox."""
    return [{name: value for name, value in item.items() if name != "_links"} for item in items]
