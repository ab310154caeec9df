"""The calls that faults happen to, for both clients."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from talkdesk_client import AsyncTalkdesk, Talkdesk
from talkdesk_client.models import CallbackPage
from tests.faults.stage import Stage
from tests.faults.wire_text import FILTER, NAME, PHONE

__all__ = ["AFTERWARDS", "CALLS", "Call"]

AFTERWARDS = "afterwards"
"""The id of the callback that is asked for when the fault is mended."""

_NEW: Mapping[str, Any] = MappingProxyType(
    {
        "interaction_id": "",
        "caller_id": PHONE,
        "time_to_call": "2026-03-03T12:00:00Z",
        "timezone": "Europe/Lisbon",
        "assign_type": "ANY_ELIGIBLE_AGENT",
        "from_call_type": "API",
        "dialing_model": "PREVIEW",
        "phone_number": PHONE,
        "record_first_name": NAME,
    }
)
_CHANGES = ({"op": "replace", "path": "/phoneNumber", "value": PHONE},)


@dataclass(frozen=True, slots=True)
class Call:
    """A call.

    Attributes:
        text: How the documentation names it.
        blocking: Makes it; returns what the table shows.
        awaiting: The same.
    """

    text: str
    blocking: Callable[[Talkdesk, Stage], object]
    awaiting: Callable[[AsyncTalkdesk, Stage], Awaitable[object]]


def _ids(page: CallbackPage) -> tuple[str | None, ...]:
    callbacks = page.hal_embedded.callbacks if page.hal_embedded is not None else None
    return tuple(each.callback_id for each in callbacks or ())


def _page(client: Talkdesk, _: Stage) -> object:
    return _ids(client.callbacks.list(phone_number=FILTER, per_page=2).first_page())


async def _apage(client: AsyncTalkdesk, _: Stage) -> object:
    return _ids(await client.callbacks.list(phone_number=FILTER, per_page=2).first_page())


def _list(client: Talkdesk, _: Stage) -> object:
    return tuple(
        each.callback_id for each in client.callbacks.list(phone_number=FILTER, per_page=2)
    )


async def _alist(client: AsyncTalkdesk, _: Stage) -> object:
    pager = client.callbacks.list(phone_number=FILTER, per_page=2)
    return tuple([each.callback_id async for each in pager])


def _slow_list(client: Talkdesk, stage: Stage) -> object:
    ids: tuple[str | None, ...] = ()
    for page in client.callbacks.list(phone_number=FILTER, per_page=2).pages():
        ids += _ids(page)
        stage.clock.advance(700)
    return ids


async def _aslow_list(client: AsyncTalkdesk, stage: Stage) -> object:
    ids: tuple[str | None, ...] = ()
    async for page in client.callbacks.list(phone_number=FILTER, per_page=2).pages():
        ids += _ids(page)
        stage.clock.advance(700)
    return ids


def _get(client: Talkdesk, _: Stage) -> object:
    return client.callbacks.get("cb-1").callback_id


async def _aget(client: AsyncTalkdesk, _: Stage) -> object:
    return (await client.callbacks.get("cb-1")).callback_id


def _get_twice(client: Talkdesk, stage: Stage) -> object:
    first = client.callbacks.get("cb-1").callback_id
    stage.api.wait_until_hung_up()
    return first, client.callbacks.get("cb-2").callback_id


async def _aget_twice(client: AsyncTalkdesk, stage: Stage) -> object:
    first = (await client.callbacks.get("cb-1")).callback_id
    stage.api.wait_until_hung_up()
    return first, (await client.callbacks.get("cb-2")).callback_id


def _wait_and_create(client: Talkdesk, stage: Stage) -> object:
    first = client.callbacks.get("cb-1").callback_id
    stage.api.wait_until_hung_up()
    return first, _create(client, stage)


async def _await_and_create(client: AsyncTalkdesk, stage: Stage) -> object:
    first = (await client.callbacks.get("cb-1")).callback_id
    stage.api.wait_until_hung_up()
    return first, await _acreate(client, stage)


def _create_second(client: Talkdesk, stage: Stage) -> object:
    first = client.callbacks.get("cb-1").callback_id
    return first, _create(client, stage)


async def _acreate_second(client: AsyncTalkdesk, stage: Stage) -> object:
    first = (await client.callbacks.get("cb-1")).callback_id
    return first, await _acreate(client, stage)


def _create(client: Talkdesk, _: Stage) -> object:
    return client.callbacks.create(_NEW).callback_id


async def _acreate(client: AsyncTalkdesk, _: Stage) -> object:
    return (await client.callbacks.create(_NEW)).callback_id


def _update(client: Talkdesk, _: Stage) -> object:
    return client.callbacks.update("cb-1", _CHANGES).callback_id


async def _aupdate(client: AsyncTalkdesk, _: Stage) -> object:
    return (await client.callbacks.update("cb-1", _CHANGES)).callback_id


def _cancel(client: Talkdesk, _: Stage) -> object:
    client.callbacks.cancel("cb-1")
    return "done"


async def _acancel(client: AsyncTalkdesk, _: Stage) -> object:
    await client.callbacks.cancel("cb-1")
    return "done"


def _requesting(method: str, body: object) -> Call:
    def blocking(client: Talkdesk, _: Stage) -> object:
        return client.request(method, "/users", params={"phone": FILTER}, json=body).status_code

    async def awaiting(client: AsyncTalkdesk, _: Stage) -> object:
        reply = await client.request(method, "/users", params={"phone": FILTER}, json=body)
        return reply.status_code

    return Call(f'request("{method}", …)', blocking, awaiting)


CALLS: Mapping[str, Call] = MappingProxyType(
    {
        "page": Call("callbacks.list(…).first_page()", _page, _apage),
        "list": Call("callbacks.list(…)", _list, _alist),
        "slow list": Call("callbacks.list(…).pages()", _slow_list, _aslow_list),
        "get": Call("callbacks.get(…)", _get, _aget),
        "get twice": Call("callbacks.get(…), twice", _get_twice, _aget_twice),
        "get and create": Call("callbacks.get(…), then create(…)", _create_second, _acreate_second),
        "wait and create": Call(
            "callbacks.get(…), later create(…)", _wait_and_create, _await_and_create
        ),
        "create": Call("callbacks.create(…)", _create, _acreate),
        "update": Call("callbacks.update(…)", _update, _aupdate),
        "cancel": Call("callbacks.cancel(…)", _cancel, _acancel),
        "put": _requesting("PUT", {"name": NAME}),
        "post": _requesting("post", {"name": NAME}),
    }
)
