"""The ASGI app: routes, error replies, request ids."""

import secrets
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from talkdesk_sandbox import admin, callbacks, campaigns
from talkdesk_sandbox.interference import FaultInjection, QuirkChoice
from talkdesk_sandbox.oauth import TokenEndpoint
from talkdesk_sandbox.problems import RequestRefusedError, failed, not_routed, refused
from talkdesk_sandbox.services import Services
from talkdesk_sandbox.tokens import TOKEN_PATH

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
            *admin.ROUTES,
        ],
        exception_handlers={
            RequestRefusedError: refused,
            HTTPException: not_routed,
            Exception: failed,
        },
    )
    app.router.redirect_slashes = False
    app.state.services = services
    # The quirks of a request hold for the reply that a fault gives, and each has its request id.
    faulty = FaultInjection(app, services.faults)
    return _RequestIds(QuirkChoice(faulty, services.quirks))


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
