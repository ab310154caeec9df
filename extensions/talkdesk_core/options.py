"""The arguments of a client as types, for functions that hand them on."""

import ssl
from collections.abc import Mapping
from typing import TypedDict

from talkdesk_core import http
from talkdesk_core.clock import Clock
from talkdesk_core.hooks import Hooks
from talkdesk_core.retries import Retries

__all__ = ["AsyncClientOptions", "ClientOptions", "SyncClientOptions"]


class ClientOptions(TypedDict, total=False):
    """Arguments that both clients take beside `auth`, which they need.

    `talkdesk_core.client.SyncAPIClient` says what they are.
    """

    account: str | None
    region: str | None
    base_url: str | None
    token_url: str | None
    timeout: float | http.Timeout | None
    retries: Retries | int | None
    rate_limit: float | None
    headers: Mapping[str, str] | None
    hooks: Hooks | None
    proxy: str | None
    ssl_context: ssl.SSLContext | None
    max_response_bytes: int
    clock: Clock | None


class SyncClientOptions(ClientOptions, total=False):
    """Arguments of the blocking client."""

    transport: http.BaseTransport | None


class AsyncClientOptions(ClientOptions, total=False):
    """Arguments of the asynchronous client."""

    transport: http.AsyncBaseTransport | None
