"""An operation that is added to the document reaches users without a hand-written line."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from talkdesk_core import http
from talkdesk_core.auth import StaticToken
from talkdesk_core.errors import ArgumentError
from tests.generator.client.conftest import Generate, document, replies

if TYPE_CHECKING:
    from generator.json_data import JsonObject

ROOT = Path(__file__).resolve().parents[3]
CAMPAIGNS = 7


def listing() -> JsonObject:
    """Return a document whose one operation lists campaigns."""
    link: JsonObject = {"$ref": "#/components/schemas/Link"}
    return document(
        paths={
            "/campaigns": {
                "get": {
                    "operationId": "list_campaigns",
                    "tags": ["campaigns"],
                    "summary": "List campaigns",
                    "description": "One page of campaigns.",
                    "security": [{"oauth2": ["campaigns:read"]}],
                    "parameters": [
                        {
                            "name": "page",
                            "in": "query",
                            "schema": {"type": "integer", "minimum": 1},
                        },
                        {
                            "name": "per_page",
                            "in": "query",
                            "schema": {"type": "integer", "minimum": 1, "maximum": 3},
                        },
                        {
                            "name": "name",
                            "in": "query",
                            "description": "Part of the name.",
                            "schema": {"type": "string"},
                            "x-source": {"page": "campaigns-list", "line": 12},
                        },
                    ],
                    "responses": replies({"$ref": "#/components/schemas/CampaignPage"}),
                }
            }
        },
        schemas={
            "CampaignPage": {
                "type": "object",
                "properties": {
                    "total": {"type": "integer"},
                    "total_pages": {"type": "integer"},
                    "_links": {"$ref": "#/components/schemas/Links"},
                    "_embedded": {"$ref": "#/components/schemas/Embedded"},
                },
            },
            "Links": {"type": "object", "properties": {"self": link, "next": link}},
            "Link": {"type": "object", "properties": {"href": {"type": "string"}}},
            "Embedded": {
                "type": "object",
                "properties": {
                    "campaigns": {
                        "type": "array",
                        "items": {"$ref": "#/components/schemas/Campaign"},
                    }
                },
            },
            "Campaign": {
                "type": "object",
                "properties": {
                    "id": {"type": "string", "description": "Id of the campaign."},
                    "name": {"type": "string"},
                },
            },
        },
    )


def answer(request: http.Request) -> http.Response:
    """Answer as a server with a few campaigns does."""
    assert request.url.path == "/campaigns"
    page, per_page = (int(request.url.params[name]) for name in ("page", "per_page"))
    numbers = range(CAMPAIGNS)[(page - 1) * per_page : page * per_page]
    return http.Response(
        200,
        json={
            "total": CAMPAIGNS,
            "total_pages": -(-CAMPAIGNS // per_page),
            "_links": {"self": {"href": "/"}},
            "_embedded": {"campaigns": [{"id": f"c{number}"} for number in numbers]},
        },
    )


def options() -> dict[str, Any]:
    """Return the settings of a client that asks `answer`."""
    transport = http.MockTransport(answer)
    return {"region": "eu", "auth": StaticToken("t"), "transport": transport}


def in_turn(package: ModuleType, kind: str, **arguments: Any) -> list[Any]:
    """List campaigns by the client of one kind."""
    if kind == "sync":
        with package.Talkdesk(**options()) as client:
            return list(client.campaigns.list(**arguments))

    async def collect() -> list[Any]:
        async with package.AsyncTalkdesk(**options()) as client:
            return [campaign async for campaign in client.campaigns.list(**arguments)]

    return asyncio.run(collect())


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_the_new_list_is_paginated(generate: Generate, kind: str) -> None:
    """Every item of every page comes, by pages of the documented maximum, or up to the limit."""
    package = generate(listing())
    assert [campaign.id for campaign in in_turn(package, kind)] == [f"c{n}" for n in range(7)]
    assert len(in_turn(package, kind, limit=4)) == 4
    with pytest.raises(ArgumentError, match="per_page takes 1 to 3"):
        in_turn(package, kind, per_page=4)


def test_the_new_list_is_documented(generate: Generate) -> None:
    """The docstring tells arguments, bounds and sources, the scope, the result and the errors."""
    package = generate(listing())
    resources = importlib.import_module(f"{package.__name__}.resources.campaigns")
    for resource in (resources.Campaigns, resources.AsyncCampaigns):
        text = inspect.getdoc(resource.list) or ""
        assert text.startswith("List campaigns.\n")
        for part in (
            "Needs the scope campaigns:read.",
            "name (str): Part of the name. Source: campaigns-list, line 12.",
            "per_page (int): 1 to 3. Always sent.",
            "limit (int | None): ",
            "Returns:",
            "ArgumentError: ",
        ):
            assert part in text


def test_the_new_list_is_typed(generate: Generate, tmp_path: Path) -> None:
    """A strict type checker accepts the package, and knows what the pager hands out."""
    name = generate(listing()).__name__
    program = tmp_path / "program.py"
    program.write_text(
        f"""
from typing import assert_type

from {name} import AsyncPager, AsyncTalkdesk, Pager, StaticToken, Talkdesk
from {name}.models import Campaign, CampaignPage
from talkdesk_core.raw import RawResponse


def sync(client: Talkdesk) -> None:
    pager = client.campaigns.list(name="a", per_page=2, limit=1)
    assert_type(pager, Pager[Campaign, CampaignPage])
    for campaign in pager:
        assert_type(campaign.id, str | None)
    assert_type(pager.total(), int)
    reply = client.campaigns.with_raw_response.list(name="a", page=2, per_page=2)
    assert_type(reply, RawResponse[CampaignPage])
    assert_type(reply.parse().request_id, str | None)


async def asynchronous(client: AsyncTalkdesk) -> None:
    pager = client.campaigns.list()
    assert_type(pager, AsyncPager[Campaign, CampaignPage])
    async for campaign in pager:
        assert_type(campaign, Campaign)
    assert_type(await pager.first_page(), CampaignPage)
    assert_type(await client.campaigns.with_raw_response.list(), RawResponse[CampaignPage])
"""
    )
    run = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", "--strict", "--no-error-summary"),
            *("--config-file", "", "--cache-dir", str(tmp_path / "cache"), str(program)),
        ],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": f"{tmp_path}{os.pathsep}{ROOT / 'extensions'}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
