"""What `help` says of the clients: arguments, resources, and an example that runs."""

from __future__ import annotations

import asyncio
import functools
import inspect
import pydoc
import re
import textwrap
from typing import Any

import pytest

from talkdesk_client import AsyncTalkdesk, ClientCredentials, Talkdesk, resources
from talkdesk_core import http
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient

ITEMS = [{"callback_id": f"c{number}"} for number in range(12)]
CLIENTS = pytest.mark.parametrize("client", [Talkdesk, AsyncTalkdesk])


def answer(request: http.Request) -> http.Response:
    """Give a token, and the one page of a listing."""
    if request.method == "POST":
        return http.Response(200, json={"access_token": "t", "expires_in": 600})
    return http.Response(200, json={"total_pages": 1, "_embedded": {"callbacks": ITEMS}})


def told_by(client: type[Talkdesk | AsyncTalkdesk]) -> str:
    """Return what `help` prints of a class before its methods."""
    text = pydoc.plain(pydoc.render_doc(client)).replace("\n |  ", "\n")
    return text.partition("Method resolution order")[0]


@CLIENTS
def test_help_tells_every_argument(client: type[Talkdesk | AsyncTalkdesk]) -> None:
    """Each has its line, in the words of the class of the core that takes it."""
    _, _, told = told_by(client).partition("Args:")
    told, _, _ = told.partition("Raises:")
    entries = re.findall(r"^    (\w+): \S", told, re.MULTILINE)
    assert entries == list(inspect.signature(client).parameters)


def test_help_says_what_the_core_says() -> None:
    """`nox -s regenerate` brings a change of the one into the other."""
    for client, core in ((Talkdesk, SyncAPIClient), (AsyncTalkdesk, AsyncAPIClient)):
        words = (inspect.getdoc(core) or "").replace("SyncAPIClient", "Talkdesk")
        words = words.replace("AsyncAPIClient", "AsyncTalkdesk")
        assert (inspect.getdoc(client) or "").startswith(words)


@CLIENTS
def test_help_names_every_resource_in_a_line(client: type[Talkdesk | AsyncTalkdesk]) -> None:
    """With its class and what it is about."""
    _, _, told = told_by(client).partition("Attributes:")
    entries = re.findall(r"^    (\w+) \((\w+)\): \S.*\.$", told, re.MULTILINE)
    prefix = client.__name__.removesuffix("Talkdesk")
    assert [tag for tag, _ in entries] == resources.__all__
    assert all(kind.startswith(prefix) for _, kind in entries)


@CLIENTS
def test_the_example_runs(
    client: type[Talkdesk | AsyncTalkdesk], capsys: pytest.CaptureFixture[str]
) -> None:
    """As it stands there; only the network is another one."""
    _, _, program = told_by(client).partition("Example:\n")
    names: dict[str, Any] = {
        "ClientCredentials": ClientCredentials,
        client.__name__: functools.partial(client, transport=http.MockTransport(answer)),
    }
    code = "async def example():\n" + textwrap.indent(textwrap.dedent(program), "    ")
    exec(code, names)  # noqa: S102 - the example of our own docstring
    asyncio.run(names["example"]())
    assert len(capsys.readouterr().out.splitlines()) == 10
