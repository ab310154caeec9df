"""The data follow from the seed, show everything the document has, and belong to nobody."""

import re
from collections import Counter
from datetime import datetime
from typing import cast
from uuid import UUID
from zoneinfo import ZoneInfo

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.callback_data import callbacks
from talkdesk_sandbox.campaign_data import campaigns
from talkdesk_sandbox.draws import Deck, Draws
from talkdesk_schemas import models
from tests.sandbox.caller import (
    JsonObject,
    listing_without_network,
    signed_in,
    whole_listing,
    without_links,
)
from tests.sandbox.document import EffectiveDocument

ACTIVE = {"UNATTEMPTED", "TO_BE_RETRIED"}


@pytest.mark.parametrize("seed", range(6))
def test_forty_callbacks_and_their_campaigns_show_all_of_the_document(
    seed: int, document: EffectiveDocument
) -> None:
    """Every member of their schemas and every word of every enum occurs in some reply.

    What the document gains must gain data, or this test fails.
    """
    shown: set[str] = set()
    with Sandbox(seed=seed, callbacks=40) as sandbox, signed_in(sandbox) as client:
        ids = {item["campaign_id"] for item in whole_listing(client) if "campaign_id" in item}
        for page in (1, 2):
            reply = client.get("/schedule-callbacks", params={"page": page, "per_page": 20})
            shown |= document.shown("CallbackPage", reply.json())
        for campaign_id in ids:
            shown |= document.shown("Campaign", client.get(f"/campaigns/{campaign_id}").json())
        shown |= document.shown("Error", client.get("/schedule-callbacks?page=0").json())
    assert shown == document.to_show("CallbackPage", "Campaign", "Error")


@pytest.mark.parametrize("seed", range(6))
def test_every_optional_member_is_absent_from_some_of_forty_callbacks(
    seed: int, document: EffectiveDocument
) -> None:
    """A client learns from the sandbox what absence looks like; nothing is null."""
    items = listing_without_network(Sandbox(seed=seed, callbacks=40))
    schema = document.schema("Callback")
    present = Counter(name for item in items for name in item)
    for name in set(schema["properties"]) - {*schema["required"], "_links"}:
        assert 0 < present[name] < 40, name
    assert not any(value is None for item in items for value in item.values())


def test_a_campaign_is_whole(
    client: httpx.Client, everything: list[JsonObject], document: EffectiveDocument
) -> None:
    """Nothing lacks but what is undecided while INCOMPLETE; each phone type, each day is once."""
    lacks: dict[str, set[str]] = {}
    campaign_schemas = (
        "Campaign", "DialingModeConfiguration", "DialingStrategy", "Dispositions",
        "BusyDisposition", "AnsweringMachineDisposition", "RecordChainEntry",
    )  # fmt: skip
    members = {
        name for name in document.all_to_show() if name.partition(".")[0] in campaign_schemas
    }
    for campaign_id in {item["campaign_id"] for item in everything if "campaign_id" in item}:
        campaign = client.get(f"/campaigns/{campaign_id}").json()
        shown = document.shown("Campaign", campaign)
        lacks.setdefault(campaign["status"], set()).update(members - shown)
        strategy = campaign["dialing_strategy"]
        chain = [entry["type"] for entry in strategy["record_chain"]]
        assert chain == list(models.PhoneType)
        days = [day for hours in strategy["calling_hours"] for day in hours["week_days"]]
        assert sorted(days) == sorted(models.WeekDay)
        assert strategy["dispositions"]["invalid_number"] == {"status_after_call": "FINAL"}
    undecided = {"max_attempts", "retry_period", "retry_time_unit"}
    assert lacks.pop("INCOMPLETE") == {f"DialingStrategy.{name}" for name in undecided}
    assert set(lacks) == {"READY", "RUNNING", "PAUSED"}
    assert not set[str]().union(*lacks.values())


def test_a_rate_is_a_whole_number_or_has_a_fraction() -> None:
    """Both come in a dozen campaigns (B-34), within the document's bounds."""
    rates: list[int | float] = [
        cast("JsonObject", campaign["dialing_mode_configuration"])["max_abandonment_rate"]
        for campaign in campaigns(1, 12)
    ]
    assert {type(rate) for rate in rates} == {int, float}
    assert all(1 <= rate <= 100 for rate in rates)


UUIDS = (
    "callback_id", "interaction_id", "campaign_id", "record_id", "record_list_id",
    "root_interaction_id",
)  # fmt: skip
TIMES = (
    "time_to_call", "scheduled_time_to_call", "next_time_to_call", "processed_time", "created_at",
    "preferred_start_time", "preferred_end_time",
)  # fmt: skip
ID_LISTS = {
    "teams": "team_id",
    "agents": "agent_id",
    "ring_groups": "ring_group",
    "queues": "queue",
}


def test_ids_and_times_have_the_vendors_forms(everything: list[JsonObject]) -> None:
    """UUIDs, 32-hex contacts, other ids 24-hex, UTC times, real zones, fictional numbers."""
    for item in everything:
        for name in UUIDS:
            # A callback that was made through the API may have come from no interaction.
            if name in item and (name, item[name]) != ("interaction_id", ""):
                assert str(UUID(item[name])) == item[name]
        ids = [item[name] for name in ("account_id", "agent_id") if name in item]
        ids += [each[member] for name, member in ID_LISTS.items() for each in item.get(name, ())]
        assert all(re.fullmatch(r"[0-9a-f]{24}", each) for each in ids)
        assert re.fullmatch(r"[0-9a-f]{32}", item.get("contact_id", "0" * 32))
        for name in ("phone_number", "caller_id"):
            assert re.fullmatch(r"\+1[2-9][0-9]{2}55501[0-9]{2}", item.get(name, "+12025550100"))
        for name in TIMES:
            assert datetime.fromisoformat(item.get(name, "2026-03-02T00:00:00Z")).tzinfo is not None
        assert ZoneInfo(item.get("timezone", "UTC")).key
        assert " " in item.get("created_by", "First Last")
    assert len({item["account_id"] for item in everything if "account_id" in item}) == 1


def test_times_come_with_and_without_milliseconds(everything: list[JsonObject]) -> None:
    """The vendor's examples have both."""
    for name in TIMES:
        fractions = {"." in item[name] for item in everything if name in item}
        assert fractions == {name in {"next_time_to_call", "processed_time", "created_at"}}


def times_of(item: JsonObject) -> dict[str, datetime]:
    """Return the times of an item."""
    return {name: datetime.fromisoformat(item[name]) for name in TIMES if name in item}


def test_times_follow_one_another(everything: list[JsonObject]) -> None:
    """Created in the order of the listing, then scheduled, then worked on, then tried again."""
    created = [times_of(item)["created_at"] for item in everything if "created_at" in item]
    assert created == sorted(created)
    for item in everything:
        times = times_of(item)
        chain = [
            times[name]
            for name in ("created_at", "scheduled_time_to_call", "processed_time")
            if name in times
        ]
        assert chain == sorted(chain)
        first = times.get("time_to_call", times.get("scheduled_time_to_call"))
        assert times.get("scheduled_time_to_call", first) == first
        if first is not None and "next_time_to_call" in times:
            assert first <= times["next_time_to_call"]
        if item.get("status") == "TO_BE_RETRIED" and "next_time_to_call" in times:
            assert times["processed_time"] < times["next_time_to_call"]
        assert item.get("status") != "UNATTEMPTED" or "processed_time" not in item


def test_preferred_times_are_a_time_of_day(everything: list[JsonObject]) -> None:
    """Both ends are there or neither, on the date that has no meaning, the start first."""
    ends = ("preferred_start_time", "preferred_end_time")
    found = {tuple(item.get(name, "") for name in ends) for item in everything}
    assert ("", "") in found
    for start, end in found - {("", "")}:
        assert start.startswith("2000-01-01T")
        assert end.startswith("2000-01-01T")
        assert start < end


def test_an_assignment_has_what_its_type_speaks_of(everything: list[JsonObject]) -> None:
    """SPECIFIC_AGENT has agents, SPECIFIC_RING_GROUP ring groups, SPECIFIC_QUEUE queues."""
    lists = {
        "MYSELF_ONLY": {"agents"},
        "MYSELF_IF_AVAILABLE": {"agents"},
        "SPECIFIC_AGENT": {"agents"},
        "SPECIFIC_RING_GROUP": {"ring_groups", "teams"},
        "SPECIFIC_QUEUE": {"queues", "teams"},
        "ANY_ELIGIBLE_AGENT": {"teams"},
    }
    needed = {"SPECIFIC_AGENT", "SPECIFIC_RING_GROUP", "SPECIFIC_QUEUE"}
    for item in everything:
        word = item.get("assign_type", item.get("assign_type_v2"))
        there = {name for name in ID_LISTS if name in item}
        assert all(item[name] for name in there), "an empty list is left out"
        if word is not None:
            assert there <= lists[word]
            assert word not in needed or there >= lists[word] - {"teams"}
        if "agent_id" in item and "agents" in item:
            assert item["agents"][0] == {"agent_id": item["agent_id"]}
        if "agent_id" in item and word is not None:
            assert item["exclusive_to_agent"] == (word != "MYSELF_IF_AVAILABLE")


def test_the_older_half_and_the_newer_half_have_a_form_each(everything: list[JsonObject]) -> None:
    """Ring groups and the older names come first, queues and the newer names after them."""
    half = len(everything) // 2
    older = set[str]().union(*everything[:half])
    newer = set[str]().union(*everything[half:])
    assert older - newer == {"assign_type", "agent_id", "exclusive_to_agent", "ring_groups"}
    assert newer - older == {"assign_type_v2", "queues"}
    named = [{"time_to_call", "scheduled_time_to_call"} & set(item) for item in everything]
    assert {frozenset(names) for names in named[:half]} == {
        frozenset(),
        frozenset({"time_to_call"}),
        frozenset({"time_to_call", "scheduled_time_to_call"}),
    }
    assert {frozenset(names) for names in named[half:]} == {
        frozenset(),
        frozenset({"scheduled_time_to_call"}),
        frozenset({"time_to_call", "scheduled_time_to_call"}),
    }
    made_by_api = [i for i in everything if i.get("from_call_type") == "API"]
    assert made_by_api
    assert all(item in everything[half:] for item in made_by_api)
    assert {item.get("interaction_id") == "" for item in made_by_api} == {True, False}


def test_attempts_fit_the_status_and_their_bound(everything: list[JsonObject]) -> None:
    """Nothing was retried before the first attempt, and nothing moved more often than allowed."""
    for item in everything:
        retries = item.get("current_retry_attempts")
        if retries is not None and "status" in item:
            assert (retries == 0) == (item["status"] == "UNATTEMPTED")
        most = item.get("max_rescheduled_attempts")
        if most is not None:
            assert 0 <= item.get("current_rescheduled_attempts", 0) <= most


def test_a_record_list_has_one_name(everything: list[JsonObject]) -> None:
    """And no two lists share theirs."""
    pairs = {
        (item["record_list_id"], item["record_list_name"])
        for item in everything
        if {"record_list_id", "record_list_name"} <= set(item)
    }
    assert len(pairs) == len(dict(pairs)) == len({name for _, name in pairs}) > 1


def test_nobody_has_two_callbacks_still_to_be_attempted(everything: list[JsonObject]) -> None:
    """The vendor allows one active callback per record and campaign."""
    active = Counter(
        i["record_id"] for i in everything if i.get("status") in ACTIVE and "record_id" in i
    )
    assert max(active.values()) == 1
    assert max(Counter(i["record_id"] for i in everything if "record_id" in i).values()) > 1


def test_the_same_seed_and_counts_give_the_same_rows() -> None:
    """Two sandboxes of one seed are twins; another seed gives other rows."""
    first, again, other = (
        without_links(listing_without_network(Sandbox(seed=seed, callbacks=60)))
        for seed in (5, 5, 6)
    )
    assert first == again
    assert not {i["callback_id"] for i in first} & {i["callback_id"] for i in other}


def test_the_listing_is_in_the_order_of_creation() -> None:
    """A new callback would come last, on whatever page that is."""
    listed = [i["callback_id"] for i in listing_without_network(Sandbox(callbacks=60, campaigns=0))]
    made = [row.callback_id for block in callbacks(1, 60, []) for row in block.rows]
    assert listed == made


def test_campaigns_do_not_depend_on_the_number_of_callbacks() -> None:
    """The two kinds of rows come from streams of their own."""
    few, many = (
        {
            i["campaign_id"]
            for i in listing_without_network(Sandbox(callbacks=n))
            if "campaign_id" in i
        }
        for n in (200, 400)
    )
    assert few == many


def test_choices_are_the_same_on_every_python() -> None:
    """The values below are those of the first release; no Python version may change them."""
    draws = Draws(1, "test")
    assert draws.uuid() == "5163cba4-5bc8-4157-a31d-d7eaec56c0a8"
    assert draws.hex(8) == "3fabcd6d"
    assert [draws.below(10) for _ in range(8)] == [9, 3, 3, 9, 9, 5, 8, 4]
    assert draws.shuffled("abcdef") == list("bcaefd")


def test_a_deck_deals_every_card_before_it_repeats_one() -> None:
    """Each run of the deck's length is a permutation of it, and not always the same."""
    deck = Deck(Draws(1, "deck"), "abcde")
    runs = ["".join(deck.deal() for _ in range(5)) for _ in range(20)]
    assert {"".join(sorted(run)) for run in runs} == {"abcde"}
    assert len(set(runs)) > 1
