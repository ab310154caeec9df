"""What the endpoints of one app share."""

from dataclasses import dataclass
from typing import cast

from starlette.requests import Request

from talkdesk_sandbox.store import Store
from talkdesk_sandbox.tokens import Credentials, TokenBook


@dataclass(frozen=True, slots=True)
class Services:
    """The state and the gatekeepers of one sandbox."""

    store: Store
    credentials: Credentials
    tokens: TokenBook


def services(request: Request) -> Services:
    """Return what the app of this request was made with."""
    return cast("Services", request.app.state.services)
