"""The ASGI app: routes, error replies, request ids."""

import secrets
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from talkdesk_sandbox import callbacks, campaigns
from talkdesk_sandbox.oauth import TOKEN_PATH, TokenEndpoint
from talkdesk_sandbox.problems import RequestRefusedError, failed, not_routed, refused
from talkdesk_sandbox.services import Services

REQUEST_ID_HEADER: Final = "platform-tid"


def build_app(services: Services) -> ASGIApp:
    """Return an app that answers from these services.

    There is one endpoint per path: with two, Starlette would name the methods of the first alone
    in ``Allow``. A path with a slash too many is unknown, not redirected: a redirect would hide a
    wrong address from the tests of a client.
    """
    app = Starlette(
        routes=[
            Route(TOKEN_PATH, TokenEndpoint),
            *callbacks.ROUTES,
            *campaigns.ROUTES,
        ],
        exception_handlers={
            RequestRefusedError: refused,
            HTTPException: not_routed,
            Exception: failed,
        },
    )
    app.router.redirect_slashes = False
    app.state.services = services
    return _RequestIds(app)


class _RequestIds:
    """Puts a request id on every reply, even on one that a failure gave.

    Starlette's own middlewares sit inside its handler of failures, so this one goes around all.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)[REQUEST_ID_HEADER] = secrets.token_hex(16)
            await send(message)

        await self._app(scope, receive, send_with_id)
