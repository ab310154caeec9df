"""A created callback is what was asked for, comes last, and is found by what it says."""

from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from talkdesk_sandbox import Sandbox
from tests.sandbox.callback_calls import (
    PATH,
    create,
    operation,
    patch,
    refused_fields,
    request_body,
    shown,
)
from tests.sandbox.caller import JsonObject, signed_in, whole_listing, without_links
from tests.sandbox.document import EffectiveDocument

NOW = 1_777_000_000.125
NOW_TEXT = "2026-04-24T03:06:40.125Z"


@pytest.fixture(scope="module")
def writable() -> Iterator[httpx.Client]:
    """A client of a small sandbox that tests add to."""
    with Sandbox(callbacks=60, clock=lambda: NOW) as sandbox, signed_in(sandbox) as client:
        yield client


@pytest.fixture(scope="module")
def campaign_id(writable: httpx.Client) -> str:
    """A campaign of the sandbox."""
    found: str = next(i["campaign_id"] for i in whole_listing(writable) if "campaign_id" in i)
    return found


FULL: dict[str, Any] = {
    "interaction_id": "5163cba4-5bc8-4157-a31d-d7eaec56c0a8",
    "time_to_call": "2026-05-04T17:30:00.250+02:30",
    "assign_type": "SPECIFIC_AGENT",
    "agents": [{"agent_id": "agent-a", "ring_group": "group"}, {"agent_id": "agent-b"}],
    "queues": [{"queue": "queue-a"}],
    "record_id": "record-of-nobody",
    "record_list_id": "list-of-nobody",
    "record_first_name": "Testa",
    "record_last_name": "例子",
    "record_extra_data": {"plan": "gold", "nested": {"list": [1, 2.5, True, None, "x"]}},
    "description": "a note",
}


def test_a_callback_says_what_was_asked_for(
    writable: httpx.Client, campaign_id: str, document: EffectiveDocument
) -> None:
    """Every member comes back, in the newer form and in UTC, and nothing else is made up."""
    reply = create(writable, **FULL, campaign_id=campaign_id)
    assert document.faults("Callback", reply) == []
    rest = dict(reply)
    callback_id = rest.pop("callback_id")
    assert rest.pop("_links")["self"]["href"].endswith(f"{PATH}/{callback_id}")
    repeated = ("record_id", "record_list_id", "record_first_name", "record_last_name")
    assert rest == {
        **{name: FULL[name] for name in (*repeated, "record_extra_data", "interaction_id")},
        "campaign_id": campaign_id,
        "caller_id": "+12025550100",
        "phone_number": "+12125550147",
        "timezone": "Europe/Lisbon",
        "from_call_type": "API",
        "dialing_model": "PREVIEW",
        "time_to_call": "2026-05-04T15:00:00.250Z",
        "scheduled_time_to_call": "2026-05-04T15:00:00.250Z",
        "next_time_to_call": "2026-05-04T15:00:00.250Z",
        "assign_type_v2": "SPECIFIC_AGENT",
        "agents": [{"agent_id": "agent-a"}, {"agent_id": "agent-b"}],
        "queues": [{"queue": "queue-a"}],
        "status": "UNATTEMPTED",
        "created_at": NOW_TEXT,
        "current_retry_attempts": 0,
        "current_rescheduled_attempts": 0,
    }


def test_a_callback_is_the_last_of_the_listing_and_shown_by_its_id(writable: httpx.Client) -> None:
    """What came before stays as it was; a page of one holds the new one alone."""
    before = whole_listing(writable)
    first, second = create(writable), create(writable)
    assert first["callback_id"] != second["callback_id"]
    assert whole_listing(writable) == [*before, first, second]
    assert shown(writable, second["callback_id"]) == second
    page = writable.get(PATH, params={"page": len(before) + 2, "per_page": 1}).json()
    assert page["_embedded"]["callbacks"] == [second]


def test_every_callback_of_the_listing_is_shown_by_its_id(writable: httpx.Client) -> None:
    """The link of each leads to the same object, and unknown ids to none."""
    for item in whole_listing(writable)[:60]:
        assert writable.get(item["_links"]["self"]["href"]).json() == item


@pytest.mark.parametrize("callback_id", ["nobody", "%00", "000000", "例", "' OR 1=1 --"])
def test_an_unknown_id_is_not_found(
    callback_id: str, writable: httpx.Client, document: EffectiveDocument
) -> None:
    """The same for showing, changing and cancelling, and the id is not repeated."""
    address = f"{PATH}/{callback_id}"
    patched = writable.patch(address, json=[operation("/timezone", "UTC")])
    for reply in (writable.get(address), patched, writable.delete(address)):
        assert refused_fields(reply, 404, document) == {}
        assert callback_id not in reply.text


FILTERS = {
    "agent_id": "agent-b",
    "campaign_id": None,
    "next_time_to_call_end": "2031-07-05",
    "phone_number": "+13125550142",
    "queue": "queue-b",
    "record_id": "record-b",
    "time_to_call": "2031-07-05T12:00:00Z",
    "start_time": "2031-07-05",
    "end_time": "2031-07-05",
    "status": "UNATTEMPTED",
    "from_call_type": "PROACTIVE_OUTBOUND",
}


@pytest.mark.parametrize("name", FILTERS)
def test_a_callback_is_found_by_each_filter(
    name: str, writable: httpx.Client, campaign_id: str
) -> None:
    """It comes after those that the filter found before, which were asked for just before."""
    value = FILTERS[name] or campaign_id
    before = whole_listing(writable, **{name: value})
    made = create(
        writable,
        time_to_call="2031-07-05T12:00:00Z",
        assign_type="SPECIFIC_QUEUE",
        agents=[{"agent_id": "agent-b"}],
        queues=[{"queue": "queue-b"}],
        campaign_id=campaign_id,
        record_id="record-b" if name == "record_id" else None,
        phone_number="+13125550142",
        from_call_type="PROACTIVE_OUTBOUND",
    )
    assert whole_listing(writable, **{name: value}) == [*before, made]


texts = st.text(st.characters(codec="utf-8"), max_size=40)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@example("\x00", "", "\x00")
@example("a\x00b", "\x00", "a\x00b")
@given(texts.filter(bool), texts, texts.filter(lambda text: text and "," not in text))
def test_any_text_comes_back_and_is_found(
    writable: httpx.Client, number: str, record_id: str, agent_id: str
) -> None:
    """Other scripts, quotes and control characters; neither numbers nor ids of agents are empty."""
    made = create(
        writable, phone_number=number, record_id=record_id, agents=[{"agent_id": agent_id}]
    )
    assert (made["phone_number"], made["record_id"]) == (number, record_id)
    assert made["agents"] == [{"agent_id": agent_id}]
    for name, value in (("phone_number", number), ("record_id", record_id), ("agent_id", agent_id)):
        assert made in whole_listing(writable, **{name: value})


WRONG: dict[str, tuple[Mapping[str, object], set[str]]] = {
    "no members": (dict.fromkeys(request_body()), set(request_body())),
    "no zone of that name": ({"timezone": "Mars/Olympus"}, {"timezone"}),
    "a folder of zones": ({"timezone": "America"}, {"timezone"}),
    "a path": ({"timezone": "../../etc/passwd"}, {"timezone"}),
    "no zone": ({"timezone": ""}, {"timezone"}),
    "no offset": ({"time_to_call": "2026-05-04T15:00:00"}, {"time_to_call"}),
    "no seconds": ({"time_to_call": "2026-05-04T15:00Z"}, {"time_to_call"}),
    "digits": ({"time_to_call": "1777000000"}, {"time_to_call"}),
    "a number": ({"time_to_call": 1777000000}, {"time_to_call"}),
    "before the years": ({"time_to_call": "0001-01-01T00:00:00+01:00"}, {"time_to_call"}),
    "after the years": ({"time_to_call": "9999-12-31T23:00:00-01:00"}, {"time_to_call"}),
    "no agents": ({"assign_type": "SPECIFIC_AGENT"}, {"agents"}),
    "empty agents": ({"assign_type": "SPECIFIC_AGENT", "agents": []}, {"agents"}),
    "no queues": ({"assign_type": "SPECIFIC_QUEUE"}, {"queues"}),
    "agents for queues": (
        {"assign_type": "SPECIFIC_QUEUE", "agents": [{"agent_id": "a"}]},
        {"queues"},
    ),
    "a nameless agent": (
        {"assign_type": "SPECIFIC_AGENT", "agents": [{"ring_group": "a"}]},
        {"agents.0.agent_id"},
    ),
    "the older word": ({"assign_type": "SPECIFIC_RING_GROUP"}, {"assign_type"}),
    "no such campaign": ({"campaign_id": "unknown"}, {"campaign_id"}),
    "no phone number": ({"phone_number": ""}, {"phone_number"}),
    "no caller": ({"caller_id": ""}, {"caller_id"}),
    "an agent without a name": ({"agents": [{"agent_id": ""}]}, {"agents.0.agent_id"}),
    "a queue without a name": ({"queues": [{"queue": ""}]}, {"queues.0.queue"}),
    "two at once": ({"timezone": "?", "assign_type": "SPECIFIC_QUEUE"}, {"timezone", "queues"}),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_a_request_is_named(
    case: str, writable: httpx.Client, document: EffectiveDocument
) -> None:
    """400 with each member at fault and no value that was sent; nothing is created."""
    changes, fields = WRONG[case]
    before = whole_listing(writable)
    reply = writable.post(PATH, json=request_body(**changes))
    assert set(refused_fields(reply, 400, document)) == fields
    assert "+12125550147" not in reply.text
    assert whole_listing(writable) == before


@pytest.mark.parametrize(
    "raw", ["", "{", "[]", "null", '"x"', '{"record_extra_data": {"x": NaN}}', b"\xff"]
)
def test_a_body_that_is_no_callback_is_refused(
    raw: str | bytes, writable: httpx.Client, document: EffectiveDocument
) -> None:
    """Whatever is sent, the reply is a valid 400."""
    reply = writable.post(PATH, content=raw)
    assert refused_fields(reply, 400, document)


@pytest.mark.parametrize("number", ["1e999", "NaN", "-Infinity", "9" * 5000])
def test_a_number_that_no_reply_could_repeat_is_refused(
    number: str, writable: httpx.Client, document: EffectiveDocument
) -> None:
    """JSON has no infinity, and Python reads no integer of more than 4300 digits."""
    with_number = request_body(record_extra_data={"x": "HERE"})
    raw = httpx.Request("POST", "http://x", json=with_number).content.decode()
    reply = writable.post(PATH, content=raw.replace('"HERE"', number))
    fields = refused_fields(reply, 400, document)
    assert len(fields) == 1


def nested(depth: int) -> JsonObject:
    """Return extra data that are nested so deep, themselves included."""
    value: object = []
    for _ in range(depth - 2):
        value = [value]
    return {"x": value}


def test_what_is_created_can_be_listed_however_deep_it_is_nested(
    writable: httpx.Client, document: EffectiveDocument
) -> None:
    """Up to the depth that a page can show; what is deeper is refused, and not there."""
    before = len(whole_listing(writable))
    statuses = [
        writable.post(PATH, json=request_body(record_extra_data=nested(depth))).status_code
        for depth in range(190, 202)
    ]
    taken = statuses.count(201)
    assert taken > 3
    assert statuses == [201] * taken + [400] * (len(statuses) - taken)
    assert len(whole_listing(writable)) == before + taken
    reply = writable.post(PATH, json=request_body(record_extra_data=nested(190 + taken)))
    assert set(refused_fields(reply, 400, document)) == {"record_extra_data"}


def test_a_record_has_one_active_callback_of_a_campaign(
    writable: httpx.Client, document: EffectiveDocument
) -> None:
    """A second is refused until the first is finished; another record or campaign is free."""
    campaigns = {i["campaign_id"] for i in whole_listing(writable) if "campaign_id" in i}
    one, other, *_ = sorted(campaigns)
    made = create(writable, campaign_id=one, record_id="record-c")
    again = writable.post(PATH, json=request_body(campaign_id=one, record_id="record-c"))
    assert refused_fields(again, 409, document) == {}
    create(writable, campaign_id=other, record_id="record-c")
    create(writable, campaign_id=one, record_id="record-d")
    create(writable, record_id="record-c")
    create(writable, campaign_id=one)
    create(writable, campaign_id=one)
    assert writable.delete(f"{PATH}/{made['callback_id']}").status_code == 204
    create(writable, campaign_id=one, record_id="record-c")


@pytest.mark.parametrize("status", ["UNATTEMPTED", "TO_BE_RETRIED", "SUCCESS", "CANCELED"])
def test_active_means_still_to_be_dialed(
    status: str, writable: httpx.Client, document: EffectiveDocument
) -> None:
    """Rows of the fixture data count as those that were created."""
    items = whole_listing(writable)
    active = {
        (i["record_id"], i.get("campaign_id"))
        for i in items
        if i.get("status") in {"UNATTEMPTED", "TO_BE_RETRIED"} and "record_id" in i
    }
    one = next(
        i
        for i in items
        if i.get("status") == status
        and {"record_id", "campaign_id"} <= set(i)
        and (
            status not in {"SUCCESS", "CANCELED"}
            or (i["record_id"], i["campaign_id"]) not in active
        )
    )
    reply = writable.post(
        PATH, json=request_body(campaign_id=one["campaign_id"], record_id=one["record_id"])
    )
    if status in {"SUCCESS", "CANCELED"}:
        assert reply.status_code == 201
    else:
        assert refused_fields(reply, 409, document) == {}


def test_a_created_callback_can_be_changed(writable: httpx.Client) -> None:
    """Its time stands under all three names, and each follows."""
    made = create(writable)
    reply = patch(
        writable, made["callback_id"], operation("/timeToCall", "2026-06-01T01:00:00+01:00")
    )
    assert reply.status_code == 200
    times = {
        "time_to_call": "2026-06-01T00:00:00Z",
        "next_time_to_call": "2026-06-01T00:00:00.000Z",
    }
    times["scheduled_time_to_call"] = times["time_to_call"]
    assert reply.json() == {**made, **times}


def test_sandboxes_share_no_state() -> None:
    """What one creates, another of the same seed does not have."""
    with Sandbox(callbacks=3) as one, Sandbox(callbacks=3) as other:
        with signed_in(one) as client:
            before = without_links(whole_listing(client))
            create(client)
        with signed_in(other) as client:
            untouched: list[JsonObject] = without_links(whole_listing(client))
    assert untouched == before
