"""The story of the README, through both clients: callbacks and a campaign from start to end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from talkdesk_changes import callback_changes, campaign_change
from talkdesk_client import BadRequestError, ConflictError, NotFoundError
from talkdesk_client.models import (
    Callback,
    CallbackFromCallType,
    CallbackInput,
    CallbackStatus,
    Campaign,
    CampaignInput,
    CampaignStatus,
    CampaignSummary,
)
from talkdesk_sandbox import Sandbox
from tests.e2e.conftest import Connect, Twin, settings
from tests.e2e.modes import Mode

DUE = datetime(2026, 12, 1, 15, tzinfo=UTC)


@pytest.fixture
def twin(connect: Connect, mode: Mode) -> Iterator[Twin]:
    """Return a client of either kind and a sandbox of its own, which it may change, in a mode."""
    with (
        Sandbox(seed=7, callbacks=40, campaigns=8, quirks=mode.quirks) as sandbox,
        connect(as_documented=not mode.quirks, **settings(sandbox)) as made,
    ):
        yield made


def count(twin: Twin) -> int:
    """Return the number of callbacks, whether or not a page states it."""
    return len(twin.items(twin.client.callbacks.list()))


def a_callback(**more: object) -> CallbackInput:
    """Return the body of a new callback."""
    body = {
        "interaction_id": "",
        "caller_id": "+12025550100",
        "time_to_call": DUE,
        "timezone": "Europe/Lisbon",
        "assign_type": "SPECIFIC_AGENT",
        "agents": [{"agent_id": "5f1b2c3d4e5f60718293a4b5"}],
        "from_call_type": CallbackFromCallType.API,
        "dialing_model": "PREVIEW",
        "phone_number": "+12025550143",
        **more,
    }
    return CallbackInput.from_dict(body)


def test_the_story_of_a_callback(twin: Twin) -> None:
    """It is created, found by filter, moved by a day, cancelled; what is wrong is typed."""
    callbacks = twin.client.callbacks
    before = count(twin)

    created: Callback = twin.result(callbacks.create(a_callback()))
    assert created.callback_id is not None
    assert count(twin) == before + 1
    (found,) = twin.items(callbacks.list(phone_number="+12025550143", time_to_call=DUE))
    assert found.callback_id == created.callback_id
    assert found.status == CallbackStatus.UNATTEMPTED

    later = DUE + timedelta(days=1)
    moved: Callback = twin.result(
        callbacks.update(created.callback_id, callback_changes(time_to_call=later))
    )
    assert later in {moved.time_to_call, moved.scheduled_time_to_call}
    assert DUE not in {moved.time_to_call, moved.scheduled_time_to_call}
    shown: Callback = twin.result(callbacks.get(created.callback_id))
    assert shown == moved
    kept = set(found.to_dict()) & set(shown.to_dict())
    changed = {name for name in kept if found.to_dict()[name] != shown.to_dict()[name]}
    assert changed <= {"time_to_call", "scheduled_time_to_call", "next_time_to_call"}
    assert twin.items(callbacks.list(phone_number="+12025550143", time_to_call=DUE)) == []

    assert twin.result(callbacks.cancel(created.callback_id)) is None
    assert twin.result(callbacks.get(created.callback_id)).status == CallbackStatus.CANCELED
    with pytest.raises(ConflictError) as twice:
        twin.result(callbacks.cancel(created.callback_id))
    assert (twice.value.status_code, bool(twice.value.request_id)) == (409, True)
    with pytest.raises(NotFoundError):
        twin.result(callbacks.get("no-such-callback"))


def test_a_refused_callback_names_what_is_wrong(twin: Twin) -> None:
    """The server's own rules come back as fields, and nothing was created."""
    callbacks = twin.client.callbacks
    before = count(twin)
    with pytest.raises(BadRequestError) as caught:
        twin.result(callbacks.create(a_callback(timezone="Mars/Olympus")))
    assert [field.name for field in caught.value.fields] == ["timezone"]
    patch = [{"op": "replace", "path": "/colour", "value": "red"}]
    some: Callback = twin.items(callbacks.list(status="UNATTEMPTED"))[0]
    with pytest.raises(BadRequestError) as caught:
        twin.result(callbacks.update(some.callback_id, patch))
    assert caught.value.fields
    assert count(twin) == before


def test_the_story_of_a_campaign(twin: Twin) -> None:
    """It is duplicated, staffed, started, paused, read back equal and deleted."""
    campaigns = twin.client.campaigns
    listed: list[CampaignSummary] = twin.items(campaigns.list(order_by="name"))
    assert [item.name for item in listed] == sorted(str(item.name) for item in listed)
    source: Campaign = twin.result(campaigns.get(ready_campaign(listed).id))

    copy: Campaign = twin.result(
        campaigns.create(CampaignInput(name="A second spring"), source_id=source.id)
    )
    assert copy.id != source.id
    assert copy.name == "A second spring"
    assert copy.dialing_strategy == source.dialing_strategy
    assert copy.dialing_mode_configuration == source.dialing_mode_configuration

    users = {user.id for user in twin.items(campaigns.list_users(copy.id))}
    assert users == {user.id for user in twin.items(campaigns.list_users(source.id))}
    for _ in range(2):  # what is assigned already is assigned all the same
        twin.result(campaigns.assign_users(copy.id, [{"id": "user-1"}, {"id": "user-2"}]))
        twin.result(campaigns.assign_numbers(copy.id, [{"phone_number": "+12025550177"}]))
    staffed = [user.id for user in twin.items(campaigns.list_users(copy.id, per_page=1))]
    assert staffed[-2:] == ["user-1", "user-2"]
    assert set(staffed) == users | {"user-1", "user-2"}
    numbers = twin.items(campaigns.list_numbers(copy.id))
    assert [number.phone_number for number in numbers].count("+12025550177") == 1

    for status in (CampaignStatus.RUNNING, CampaignStatus.PAUSED):
        changed: Campaign = twin.result(campaigns.update(copy.id, campaign_change(status=status)))
        assert changed.status == status
        assert twin.result(campaigns.get(copy.id)) == changed
    with pytest.raises(ConflictError):
        twin.result(campaigns.update(copy.id, campaign_change(status="incomplete")))

    twin.result(campaigns.dissociate_users(copy.id, [{"id": "user-1"}]))
    left = [user.id for user in twin.items(campaigns.list_users(copy.id))]
    assert set(left) == (users | {"user-2"}) - {"user-1"}

    assert twin.result(campaigns.delete(copy.id)) is None
    for gone in (campaigns.get, campaigns.delete):
        with pytest.raises(NotFoundError):
            twin.result(gone(copy.id))
    assert len(twin.items(campaigns.list())) == len(listed)


def ready_campaign(listed: list[CampaignSummary]) -> CampaignSummary:
    """Return a campaign that lacks nothing."""
    return next(item for item in listed if item.status != CampaignStatus.INCOMPLETE)


@pytest.mark.parametrize("kind", ["record_lists", "do_not_call_lists"])
def test_lists_are_assigned_and_dissociated(twin: Twin, kind: str) -> None:
    """Both kinds of lists, once each, however often they are named."""
    campaigns = twin.client.campaigns
    campaign = twin.items(campaigns.list(status="paused"))[0]

    def ids() -> list[str]:
        return [each.id for each in twin.items(getattr(campaigns, f"list_{kind}")(campaign.id))]

    before = ids()
    twin.result(getattr(campaigns, f"assign_{kind}")(campaign.id, [{"id": "a"}, {"id": "b"}]))
    assert ids() == [*before, "a", "b"]
    twin.result(getattr(campaigns, f"dissociate_{kind}")(campaign.id, [{"id": "a"}]))
    assert ids() == [*before, "b"]
