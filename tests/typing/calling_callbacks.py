"""What type checkers know of the operations on one callback. This file is checked, not run."""

from __future__ import annotations

import datetime
from typing import assert_type

from talkdesk_client import AsyncTalkdesk, Talkdesk
from talkdesk_client.api.callbacks import (
    cancel_callback,
    create_callback,
    get_callback,
    update_callback,
)
from talkdesk_client.models import (
    Callback,
    CallbackAgentInput,
    CallbackDialingModel,
    CallbackFromCallType,
    CallbackInput,
    CallbackInputAssignType,
    CallbackOperation,
    CallbackOperationName,
)
from talkdesk_core.calls import Call


def making_a_body(moment: datetime.datetime) -> CallbackInput:
    """Words may be members of their enum or texts, objects may be models or mappings."""
    CallbackInput(
        interaction_id="",
        caller_id="+12025550100",
        time_to_call="2026-03-02T15:00:00Z",
        timezone="Europe/Lisbon",
        assign_type="ANY_ELIGIBLE_AGENT",
        from_call_type="API",
        dialing_model="PREVIEW",
        phone_number="+12025550143",
        queues=[{"queue": "q"}],
    )
    return CallbackInput(
        interaction_id="i",
        caller_id="+12025550100",
        time_to_call=moment,
        timezone="Europe/Lisbon",
        assign_type=CallbackInputAssignType.SPECIFIC_AGENT,
        from_call_type=CallbackFromCallType.API,
        dialing_model=CallbackDialingModel.PREVIEW,
        phone_number="+12025550143",
        agents=[CallbackAgentInput(agent_id="a", ring_group="r")],
        record_extra_data={"plan": "gold"},
    )


def writing(client: Talkdesk, body: CallbackInput) -> None:
    """A callback comes back from all but its end."""
    change = CallbackOperation(op="replace", path="/timezone", value="Europe/Lisbon")
    agents = {"op": CallbackOperationName.REPLACE, "path": "/agents", "value": ["a"]}
    assert_type(client.callbacks.create(body), Callback)
    assert_type(client.callbacks.create({"interaction_id": ""}), Callback)
    assert_type(client.callbacks.get("id"), Callback)
    assert_type(client.callbacks.update("id", [change, agents]), Callback)
    client.callbacks.cancel("id")


async def writing_async(client: AsyncTalkdesk, body: CallbackInput) -> None:
    """The same, awaited."""
    change = CallbackOperation(op="replace", path="/timezone", value="Europe/Lisbon")
    assert_type(await client.callbacks.create(body=body), Callback)
    assert_type(await client.callbacks.get(id="id"), Callback)
    assert_type(await client.callbacks.update(id="id", body=[change]), Callback)
    await client.callbacks.cancel(id="id")


def describing(client: Talkdesk, body: CallbackInput) -> None:
    """A call carries the model of its reply; one without a body carries None."""
    assert_type(create_callback.call(body), Call[Callback])
    assert_type(get_callback.call("id"), Call[Callback])
    assert_type(update_callback.call("id", []), Call[Callback])
    assert_type(cancel_callback.call("id"), Call[None])
    client.execute(cancel_callback.call("id"))


def calling_plainly(client: Talkdesk, body: CallbackInput) -> None:
    """The plain operations."""
    assert_type(create_callback.sync(client, body), Callback)
    assert_type(get_callback.sync(client, "id"), Callback)
    assert_type(update_callback.sync(client, "id", []), Callback)
    cancel_callback.sync(client, "id")


async def calling_plainly_async(client: AsyncTalkdesk, body: CallbackInput) -> None:
    """The plain operations, awaited."""
    assert_type(await create_callback.asyncio(client, body), Callback)
    assert_type(await get_callback.asyncio(client, "id"), Callback)
    assert_type(await update_callback.asyncio(client, "id", []), Callback)
    await cancel_callback.asyncio(client, "id")
