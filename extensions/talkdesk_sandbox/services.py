"""What the endpoints of one app share."""

from dataclasses import dataclass, field
from typing import cast

from starlette.requests import Request

from talkdesk_sandbox.callback_store import CallbackStore
from talkdesk_sandbox.campaign_store import CampaignStore
from talkdesk_sandbox.client_assertion import ClientAssertions
from talkdesk_sandbox.clock import SandboxClock
from talkdesk_sandbox.database import Database
from talkdesk_sandbox.faults import Faults
from talkdesk_sandbox.quirks import Quirk
from talkdesk_sandbox.tokens import SCOPES, Credentials, TokenBook


@dataclass(frozen=True, slots=True)
class Services:
    """The state and the gatekeepers of one sandbox.

    Attributes:
        database: Holds the tables of both stores; its ``writing()`` makes a change of both whole.
        callbacks: The scheduled callbacks.
        campaigns: The campaigns.
        credentials: The client that is let in.
        assertions: Judges what the client signs, and remembers it.
        tokens: The access tokens that were given out.
        clock: Returns seconds since 1970; new things are dated by it.
        granted_scopes: What a token is good for at most, in the document's order.
        faults: What is to go wrong.
        quirks: How replies differ from the document when a request does not say.
    """

    database: Database
    callbacks: CallbackStore
    campaigns: CampaignStore
    credentials: Credentials
    assertions: ClientAssertions
    tokens: TokenBook
    clock: SandboxClock
    granted_scopes: tuple[str, ...] = SCOPES
    faults: Faults = field(default_factory=Faults)
    quirks: frozenset[Quirk] = frozenset()


def services(request: Request) -> Services:
    """Return what the app of this request was made with."""
    return cast("Services", request.app.state.services)
