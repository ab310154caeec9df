"""PATCH replaces the members that it names, all of them or none, and no other."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkdesk_sandbox import Sandbox
from tests.sandbox.callback_calls import (
    FINISHED,
    PATH,
    create,
    operation,
    patch,
    refused_fields,
    shown,
)
from tests.sandbox.caller import JsonObject, signed_in, whole_listing
from tests.sandbox.document import EffectiveDocument


@pytest.fixture(scope="module")
def writable() -> Iterator[httpx.Client]:
    """A client of a small sandbox whose callbacks tests change."""
    with Sandbox(callbacks=200) as sandbox, signed_in(sandbox) as client:
        yield client


@pytest.fixture(scope="module")
def unfinished(writable: httpx.Client) -> list[str]:
    """Ids of callbacks of both forms that may change."""
    return [
        item["callback_id"]
        for item in whole_listing(writable)
        if item.get("status") not in FINISHED
    ]


def names(item: JsonObject, newer: str, older: str) -> list[str]:
    """Return the names by which an item has a member, else the newer one."""
    return [name for name in (newer, older) if name in item] or [newer]


def expected(item: JsonObject, pointer: str, value: Any) -> JsonObject:
    """Return an item after one replacement, by the facts sheet's names of its members."""
    after = dict(item)
    if pointer == "/timeToCall":
        time = datetime.fromisoformat(value.upper()).astimezone(UTC)
        for name in names(item, "scheduled_time_to_call", "time_to_call"):
            after[name] = time
        if "next_time_to_call" in item:
            after["next_time_to_call"] = time
    elif pointer == "/assignType":
        for name in names(item, "assign_type_v2", "assign_type"):
            after[name] = value
    elif pointer == "/agents":
        after["agents"] = [{"agent_id": each} for each in value]
        if "agent_id" in item:
            after["agent_id"] = value[0]
    else:
        after[{"/phoneNumber": "phone_number", "/timezone": "timezone"}[pointer]] = value
    return after


def with_times(item: JsonObject) -> JsonObject:
    """Return an item with its times as instants, however they are written."""
    return {
        name: datetime.fromisoformat(value)
        if name.endswith("time_to_call") and isinstance(value, str)
        else value
        for name, value in item.items()
    }


ids = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=24)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "/timeToCall": st.builds(
        "{}T{:02d}:{:02d}:00{}".format,
        st.dates(min_value=datetime(1971, 1, 1, tzinfo=UTC).date()).filter(
            lambda day: day.year < 9999
        ),
        st.integers(0, 23),
        st.integers(0, 59),
        st.sampled_from(("Z", "z", ".500Z", "+02:30", "-11:00", "+00:00")),
    ),
    "/phoneNumber": ids,
    "/timezone": st.sampled_from(("UTC", "GMT", "Asia/Tokyo", "America/Argentina/Ushuaia")),
    "/assignType": st.sampled_from(("MYSELF_ONLY", "MYSELF_IF_AVAILABLE", "ANY_ELIGIBLE_AGENT")),
    "/agents": st.lists(ids, min_size=1, max_size=4, unique=True),
}
replacements = st.lists(
    st.sampled_from(sorted(VALUES)).flatmap(
        lambda pointer: st.tuples(st.just(pointer), VALUES[pointer])
    ),
    min_size=1,
    max_size=7,
)
unhurried = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@unhurried
@given(st.data(), replacements)
def test_a_patch_changes_exactly_the_members_that_it_names(
    writable: httpx.Client,
    unfinished: list[str],
    document: EffectiveDocument,
    data: st.DataObject,
    changes: list[tuple[str, Any]],
) -> None:
    """Any pointers in any order, twice the same one included: the last value stays."""
    callback_id = unfinished[data.draw(st.integers(0, len(unfinished) - 1))]
    before = shown(writable, callback_id)
    wanted = before
    for pointer, value in changes:
        wanted = expected(wanted, pointer, value)
    reply = patch(writable, callback_id, *(operation(*change) for change in changes))
    assert reply.status_code == 200, reply.text
    after = reply.json()
    assert document.faults("Callback", after) == []
    assert with_times(after) == with_times(wanted)
    assert shown(writable, callback_id) == after


SAMPLES: dict[str, Any] = {
    "/timeToCall": "2026-04-01T08:15:00Z",
    "/phoneNumber": "+12125550166",
    "/timezone": "Pacific/Chatham",
    "/assignType": "MYSELF_ONLY",
    "/agents": ["agent-a", "agent-b"],
}


@pytest.mark.parametrize("pointer", SAMPLES)
def test_whatever_a_callback_lacks_one_member_is_replaced(
    pointer: str, writable: httpx.Client
) -> None:
    """Older and newer rows, with and without each member, gain and lose nothing else."""
    items = [i for i in whole_listing(writable) if i.get("status") not in FINISHED]
    for item in items:
        reply = patch(writable, item["callback_id"], operation(pointer, SAMPLES[pointer]))
        assert with_times(reply.json()) == with_times(expected(item, pointer, SAMPLES[pointer]))


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("2026-04-01T08:15:00.1239999Z", "2026-04-01T08:15:00.123Z"),
        ("2026-04-01T08:15:00.1230000z", "2026-04-01T08:15:00.123Z"),
        ("2026-04-01t00:00:00.000+01:00", "2026-03-31T23:00:00Z"),
    ],
)
def test_a_time_is_kept_in_utc_and_in_milliseconds(
    sent: str, stored: str, writable: httpx.Client
) -> None:
    """Finer digits are dropped; lower-case letters are as good (RFC 3339)."""
    made = create(writable, time_to_call=sent)
    moved = patch(writable, create(writable)["callback_id"], operation("/timeToCall", sent)).json()
    for item in (made, moved):
        assert item["time_to_call"] == item["scheduled_time_to_call"] == stored


@unhurried
@given(st.data(), replacements, st.integers(0, 7))
def test_one_wrong_operation_undoes_all(
    writable: httpx.Client,
    unfinished: list[str],
    document: EffectiveDocument,
    data: st.DataObject,
    changes: list[tuple[str, Any]],
    place: int,
) -> None:
    """Wherever it stands: the callback stays as it was, and the index is named."""
    callback_id = unfinished[data.draw(st.integers(0, len(unfinished) - 1))]
    before = shown(writable, callback_id)
    operations = [operation(*change) for change in changes]
    index = min(place, len(operations))
    operations.insert(index, operation("/status", "SUCCESS"))
    reply = patch(writable, callback_id, *operations)
    assert set(refused_fields(reply, 400, document)) == {f"{index}.path"}
    assert shown(writable, callback_id) == before


def test_a_change_moves_nothing_in_the_listing(writable: httpx.Client) -> None:
    """The changed callback keeps its place, and every other callback all that it says."""
    before = whole_listing(writable)
    index = next(n for n, i in enumerate(before) if i.get("status") == "TO_BE_RETRIED")
    reply = patch(writable, before[index]["callback_id"], operation("/phoneNumber", "+12125550199"))
    before[index] = reply.json()
    assert whole_listing(writable) == before


def test_filters_follow_a_change(writable: httpx.Client) -> None:
    """A callback is found by what it says now and not by what it said, under each filter."""
    made = create(
        writable,
        time_to_call="2027-01-01T00:00:00Z",
        phone_number="before",
        assign_type="SPECIFIC_AGENT",
        agents=[{"agent_id": "before"}],
    )
    old = {
        "phone_number": "before",
        "agent_id": "before",
        "time_to_call": "2027-01-01",
        "start_time": "2027-01-01T00:00:00Z",
    }
    new = {
        "phone_number": "after",
        "agent_id": "after",
        "time_to_call": "2026-12-01",
        "end_time": "2026-12-01T00:00:00Z",
    }
    for name, value in old.items():
        assert made in whole_listing(writable, **{name: value})
    reply = patch(
        writable,
        made["callback_id"],
        operation("/phoneNumber", "after"),
        operation("/agents", ["after"]),
        operation("/timeToCall", "2026-12-01T00:00:00Z"),
    )
    changed = reply.json()
    for name, value in old.items():
        found = whole_listing(writable, **{name: value})
        assert made["callback_id"] not in {item["callback_id"] for item in found}
    for name, value in new.items():
        assert changed in whole_listing(writable, **{name: value})


WRONG: dict[str, tuple[Any, set[str]]] = {
    "no operations": ([], {"body"}),
    "an object": ({"op": "replace", "path": "/timezone", "value": "UTC"}, {"body"}),
    "null": (None, {"body"}),
    "no value": ([{"op": "replace", "path": "/timezone"}], {"0.value"}),
    "another op": ([{"op": "add", "path": "/timezone", "value": "UTC"}], {"0.op"}),
    "capitals": ([{"op": "REPLACE", "path": "/timezone", "value": "UTC"}], {"0.op"}),
    "the older spelling": ([operation("/time_to_call", "2026-12-01T00:00:00Z")], {"0.path"}),
    "no slash": ([operation("timezone", "UTC")], {"0.path"}),
    "the whole": ([operation("", {})], {"0.path"}),
    "an item of a list": ([operation("/agents/0", "x")], {"0.path"}),
    "a status": ([operation("/timezone", "UTC"), operation("/status", "SUCCESS")], {"1.path"}),
    "two faults": ([operation("/timezone", "?"), operation("/id", 1)], {"0.value", "1.path"}),
    "no zone": ([operation("/timezone", "Lisbon")], {"0.value"}),
    "a null zone": ([operation("/timezone", None)], {"0.value"}),
    "a day": ([operation("/timeToCall", "2026-12-01")], {"0.value"}),
    "no offset": ([operation("/timeToCall", "2026-12-01T00:00:00")], {"0.value"}),
    "a number for a time": ([operation("/timeToCall", 5)], {"0.value"}),
    "a number for a number": ([operation("/phoneNumber", 12125550147)], {"0.value"}),
    "no number": ([operation("/phoneNumber", "")], {"0.value"}),
    "no such type": ([operation("/assignType", "NOBODY")], {"0.value"}),
    "a list of types": ([operation("/assignType", ["MYSELF_ONLY"])], {"0.value"}),
    "a type by its place": ([operation("/assignType", 1)], {"0.value"}),
    "one agent": ([operation("/agents", "a")], {"0.value"}),
    "agents as objects": ([operation("/agents", [{"agent_id": "a"}])], {"0.value"}),
    "a nameless agent": ([operation("/agents", ["a", ""])], {"0.value"}),
    "a type without agents": ([operation("/assignType", "SPECIFIC_AGENT")], {"0.value"}),
    "a type without queues": (
        [operation("/timezone", "UTC"), operation("/assignType", "SPECIFIC_QUEUE")],
        {"1.value"},
    ),
    "agents taken from a type": (
        [
            operation("/agents", ["a"]),
            operation("/assignType", "SPECIFIC_AGENT"),
            operation("/agents", []),
        ],
        {"2.value"},
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_a_patch_is_named(
    case: str, writable: httpx.Client, document: EffectiveDocument
) -> None:
    """400 with the index and the part of each operation at fault; nothing is changed."""
    body, fields = WRONG[case]
    made = create(writable, phone_number="+12125550123")
    reply = writable.patch(f"{PATH}/{made['callback_id']}", json=body)
    assert set(refused_fields(reply, 400, document)) == fields
    assert "12125550147" not in reply.text
    assert shown(writable, made["callback_id"]) == made


def test_one_patch_gives_a_type_and_its_agents(writable: httpx.Client) -> None:
    """In either order; afterwards the agents may change, and may go once the type lets them."""
    for order in (1, -1):
        made = create(writable)
        both = [operation("/assignType", "SPECIFIC_AGENT"), operation("/agents", ["b", "a"])]
        reply = patch(writable, made["callback_id"], *both[::order])
        assert reply.status_code == 200
        assert reply.json()["agents"] == [{"agent_id": "b"}, {"agent_id": "a"}]
        assert patch(writable, made["callback_id"], operation("/agents", ["c"])).is_success
        free = [operation("/agents", []), operation("/assignType", "ANY_ELIGIBLE_AGENT")]
        freed = patch(writable, made["callback_id"], *free)
        assert freed.json() == {**made, "agents": []}


def test_a_finished_callback_does_not_change(
    writable: httpx.Client, document: EffectiveDocument
) -> None:
    """409 for each of the four statuses that end a callback, even for no change at all."""
    items = whole_listing(writable)
    for status in FINISHED:
        item = next(i for i in items if i.get("status") == status and "timezone" in i)
        reply = patch(writable, item["callback_id"], operation("/timezone", item["timezone"]))
        assert refused_fields(reply, 409, document) == {}
        assert shown(writable, item["callback_id"]) == item


@pytest.mark.parametrize("kind", ["application/json", "application/json-patch+json", None])
def test_a_patch_is_read_whatever_it_calls_itself(kind: str | None, writable: httpx.Client) -> None:
    """The vendor states no media type; both that are seen in the wild do."""
    made = create(writable)
    headers = {} if kind is None else {"Content-Type": kind}
    raw = b'[{"op":"replace","path":"/timezone","value":"UTC"}]'
    reply = writable.patch(f"{PATH}/{made['callback_id']}", content=raw, headers=headers)
    assert reply.json() == {**made, "timezone": "UTC"}
