"""Programs with a mistake that type checkers must see. This file is checked, not run.

Each line that is wrong says so to each checker, and each takes a comment that it does not need for
an error, so a type that gets looser fails the check. `type: ignore` is for mypy, which goes by the
code in brackets, and for pyright, which does not; `ty: ignore` is for ty, which pyproject.toml
tells to look at no other.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

import talkdesk_client
from talkdesk_client import AsyncTalkdesk, Pager, StaticToken, Talkdesk, errors, models
from talkdesk_client.api.callbacks import list_callbacks
from talkdesk_client.api.campaigns import get_campaign
from talkdesk_client.models import Callback, CallbackPage, CallbackStatus, Campaign
from talkdesk_core.http import AsyncBaseTransport


def dial(number: str) -> None:
    """Stand for what a program does with a number."""


def show(value: object) -> None:
    """Stand for what a program does with anything."""


def making(transport: AsyncBaseTransport) -> None:
    """Credentials are asked for, and nothing is taken by its place or by another kind."""
    Talkdesk(account="a")  # type: ignore[call-arg]  # ty: ignore[missing-argument]
    Talkdesk("a", auth=StaticToken("t"))  # type: ignore[call-arg]  # ty: ignore[too-many-positional-arguments]
    Talkdesk(account="a", auth="token")  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    Talkdesk(acount="a", auth=StaticToken("t"))  # type: ignore[call-arg]  # ty: ignore[unknown-argument]
    Talkdesk(account="a", auth=StaticToken("t"), timeout="5")  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    Talkdesk(account="a", auth=StaticToken("t"), transport=transport)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    Talkdesk.from_env(environ={"TALKDESK_ACCOUNT": None})  # type: ignore[dict-item]  # ty: ignore[invalid-argument-type]


def closing(client: AsyncTalkdesk) -> None:
    """The asynchronous client has the asynchronous names only."""
    client.close()  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    with client:  # type: ignore[attr-defined]  # ty: ignore[invalid-context-manager]
        pass


def filtering(client: Talkdesk) -> None:
    """Filters have their names and types; null is no filter."""
    client.callbacks.list("agent")  # type: ignore[call-arg]  # ty: ignore[too-many-positional-arguments]
    client.callbacks.list(agent="a")  # type: ignore[call-arg]  # ty: ignore[unknown-argument]
    client.callbacks.list(agent_id=1)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    client.callbacks.list(agent_id=None)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    client.callbacks.list(status=1)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    client.callbacks.list(time_to_call=1772463600)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    client.callbacks.list(per_page="50")  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    client.callbacks.list(per_page=None)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    client.callbacks.list(limit="10")  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    client.callbacks.lst()  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    client.calbacks.list()  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    list_callbacks.call(per_page="50")  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    list_callbacks.sync(client, agent="a")  # type: ignore[call-arg]  # ty: ignore[unknown-argument]


def showing(client: Talkdesk) -> None:
    """An id is a string and cannot be left out."""
    client.campaigns.get()  # type: ignore[call-arg]  # ty: ignore[missing-argument]
    client.campaigns.get(1)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    client.campaigns.get("id", "name")  # type: ignore[call-arg]  # ty: ignore[too-many-positional-arguments]
    get_campaign.call(None)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]


def reading(pager: Pager[Callback, CallbackPage], callback: Callback) -> None:
    """A pager has no length, its items are no pages, and what may be missing is not there yet."""
    len(pager)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    show(pager[0])  # type: ignore[index]  # ty: ignore[not-subscriptable]
    for page in pager.pages():
        dial(page.phone_number)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    dial(callback.phone_number)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    callback.time_to_call.timestamp()  # type: ignore[union-attr]  # ty: ignore[missing-union-attribute]
    show(callback.phone_nummer)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    callback.status = "DONE"  # type: ignore[assignment]  # ty: ignore[invalid-assignment]


async def forgetting_to_wait(client: AsyncTalkdesk) -> None:
    """What was not awaited is no item."""
    show(client.campaigns.get("id").name)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    len(client.callbacks.list().first_page())  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    for _ in client.callbacks.list():  # type: ignore[attr-defined]  # ty: ignore[not-iterable]
        pass
    list_callbacks.sync(client)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    await list_callbacks.asyncio(Talkdesk.from_env())  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]


def asking_for_whole_replies(client: Talkdesk, other: AsyncTalkdesk) -> None:
    """A whole reply is one page, without a limit; its result is read from it, its id is not set."""
    client.callbacks.with_raw_response.list(limit=1)  # type: ignore[call-arg]  # ty: ignore[unknown-argument]
    client.callbacks.with_raw_response.get(1)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    show(client.callbacks.with_raw_response.get("id").phone_number)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    show(other.callbacks.with_raw_response.get("id").parse())  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    client.callbacks.get("id").request_id = "id"  # type: ignore[misc]  # ty: ignore[invalid-assignment]
    dial(client.callbacks.get("id").request_id)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    show(client.callbacks.list().request_id)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]


def naming() -> None:
    """Names that do not exist are no names, though the packages load theirs late."""
    show(models.Calback)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    show(talkdesk_client.Tolkdesk)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    show(errors.NoSuchError)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    show(CallbackStatus.SUCCES)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    from talkdesk_client.models import Calbacks  # type: ignore[attr-defined]  # ty: ignore[missing-module-member]  # noqa: F401


def building() -> None:
    """Models are made by keyword, of the documented types, and read from what holds members."""
    Callback("id")  # type: ignore[call-arg]  # ty: ignore[too-many-positional-arguments]
    Callback(callback_id=1)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    Callback(callbackid="id")  # type: ignore[call-arg]  # ty: ignore[unknown-argument]
    Campaign.from_dict([])  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
    Campaign.from_json(3)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]


def failing(error: errors.APIError, timeout: errors.APITimeoutError) -> None:
    """Each error has its own facts."""
    show(error.status)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    show(timeout.status_code)  # type: ignore[attr-defined]  # ty: ignore[missing-attribute]
    dial(error.request_id)  # type: ignore[arg-type]  # ty: ignore[invalid-argument-type]
