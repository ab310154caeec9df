"""Calling a generated client, sync or async, with a server that answers every request alike."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from talkdesk_core import http
from talkdesk_core.auth import StaticToken

if TYPE_CHECKING:
    from types import ModuleType

KINDS = ["sync", "async"]

__all__ = ["KINDS", "exchange", "operation_of"]


def operation_of(package: ModuleType, tag: str, name: str) -> ModuleType:
    """Return the module of one operation."""
    return importlib.import_module(f"{package.__name__}.api.{tag}.{name}")


def exchange(
    package: ModuleType, kind: str, act: Callable[[Any], Any], reply: http.Response
) -> tuple[Any, list[http.Request]]:
    """Do something with a client.

    Args:
        package: The generated package.
        kind: Whether the client is `sync` or `async`.
        act: What is done; with the async client it gives something to await.
        reply: The answer to each request.

    Returns:
        The result, and the requests that were sent.
    """
    requests: list[http.Request] = []

    def answer(request: http.Request) -> http.Response:
        requests.append(request)
        return reply

    options = {"region": "eu", "auth": StaticToken("t"), "transport": http.MockTransport(answer)}
    if kind == "sync":
        with package.Talkdesk(**options) as client:
            return act(client), requests

    async def asynchronous() -> object:
        async with package.AsyncTalkdesk(**options) as client:
            return await act(client)

    return asyncio.run(asynchronous()), requests
