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


def enum_values(node: object, schema: JsonObject, document: EffectiveDocument) -> set[str]:
    """Return `Schema.VALUE` for every enum value that a body shows."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        target = document.schema(name)
        return {f"{name}.{node}"} if "enum" in target else enum_values(node, target, document)
    members = cast("JsonObject", node) if "properties" in schema else {}
    items = cast("list[object]", node) if "items" in schema else []
    found: set[str] = set()
    for member, value in members.items():
        found |= enum_values(value, schema["properties"][member], document)
    for value in items:
        found |= enum_values(value, schema["items"], document)
    return found


def all_enum_values(document: EffectiveDocument) -> set[str]:
    """Return `Schema.VALUE` for every enum value of the document."""
    schemas: dict[str, JsonObject] = document.content["components"]["schemas"]
    return {
        f"{name}.{value}" for name, schema in schemas.items() for value in schema.get("enum", ())
    }


@pytest.mark.parametrize("seed", range(6))
def test_forty_callbacks_show_every_member_with_and_without_a_value(
    seed: int, document: EffectiveDocument
) -> None:
    """Optional members are there in most rows and absent in some; none is null."""
    items = listing_without_network(Sandbox(seed=seed, callbacks=40))
    members = set(document.schema("Callback")["properties"])
    present = Counter(name for item in items for name in item)
    assert set(present) == members
    for name in members - {"callback_id", "_links"}:
        assert 20 < present[name] < 40, name
    assert not any(value is None for item in items for value in item.values())


@pytest.mark.parametrize("seed", range(6))
def test_forty_callbacks_and_their_campaigns_show_every_enum_value(
    seed: int, document: EffectiveDocument
) -> None:
    """Every value of every enum of the document occurs."""
    with Sandbox(seed=seed, callbacks=40) as sandbox, signed_in(sandbox) as client:
        items = whole_listing(client)
        ids = {item["campaign_id"] for item in items if "campaign_id" in item}
        campaigns = [client.get(f"/campaigns/{campaign_id}").json() for campaign_id in ids]
    shown: set[str] = set()
    for item in items:
        shown |= enum_values(item, document.schema("Callback"), document)
    for campaign in campaigns:
        shown |= enum_values(campaign, document.schema("Campaign"), document)
    assert shown == all_enum_values(document)


def test_a_campaign_is_whole(client: httpx.Client, everything: list[JsonObject]) -> None:
    """All dispositions are there, one record chain entry per phone type, every day once."""
    for campaign_id in {item["campaign_id"] for item in everything if "campaign_id" in item}:
        campaign = client.get(f"/campaigns/{campaign_id}").json()
        assert set(campaign) == {
            member.alias or name for name, member in models.Campaign.model_fields.items()
        }
        strategy = campaign["dialing_strategy"]
        assert set(strategy) == set(models.DialingStrategy.model_fields)
        assert set(strategy["dispositions"]) == set(models.Dispositions.model_fields)
        chain = [entry["type"] for entry in strategy["record_chain"]]
        assert chain == list(models.PhoneType)
        days = [day for hours in strategy["calling_hours"] for day in hours["week_days"]]
        assert sorted(days) == sorted(models.WeekDay)


def test_ids_and_times_have_the_vendors_forms(everything: list[JsonObject]) -> None:
    """UUIDs, 24-hex agents, 32-hex contacts, UTC times, real zones, fictional numbers."""
    for item in everything:
        for name in ("callback_id", "interaction_id", "campaign_id", "record_id", "record_list_id"):
            if name in item:
                assert str(UUID(item[name])) == item[name]
        assert re.fullmatch(r"[0-9a-f]{24}", item.get("agent_id", "0" * 24))
        assert re.fullmatch(r"[0-9a-f]{32}", item.get("contact_id", "0" * 32))
        for name in ("phone_number", "caller_id"):
            assert re.fullmatch(r"\+1[2-9][0-9]{2}55501[0-9]{2}", item.get(name, "+12025550100"))
        for name in ("time_to_call", "next_time_to_call"):
            assert datetime.fromisoformat(item.get(name, "2026-03-02T00:00:00Z")).tzinfo
        assert ZoneInfo(item.get("timezone", "UTC")).key


def test_times_come_with_and_without_milliseconds(everything: list[JsonObject]) -> None:
    """The vendor's examples have both."""
    assert {"." in item["time_to_call"] for item in everything if "time_to_call" in item} == {False}
    assert {"." in i["next_time_to_call"] for i in everything if "next_time_to_call" in i} == {True}


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
    assert listed == [row.callback_id for row in callbacks(1, 60, [])]


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
