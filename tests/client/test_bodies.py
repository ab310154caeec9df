"""Bodies of the client: what the document asks for is checked before anything is sent."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

import pytest

from generator.navigation import as_object, operations, resolve
from talkdesk_client import StaticToken, Talkdesk, models
from talkdesk_client.api.callbacks import create_callback, update_callback
from talkdesk_client.api.campaigns import (
    assign_campaign_numbers,
    create_campaign,
    dissociate_campaign_users,
    update_campaign,
)
from talkdesk_core import http
from talkdesk_core.errors import ArgumentError
from tests.client.payloads import shapes

CALLBACK: dict[str, Any] = {
    "interaction_id": "",
    "caller_id": "+12025550100",
    "time_to_call": "2026-03-02T15:00:00Z",
    "timezone": "Europe/Lisbon",
    "assign_type": "ANY_ELIGIBLE_AGENT",
    "from_call_type": "API",
    "dialing_model": "PREVIEW",
    "phone_number": "+12025550143",
}
DISPOSITION = {"status_after_call": "RETRY", "custom": False}
STRATEGY: dict[str, Any] = {
    "max_attempts": 5,
    "retry_period": 2,
    "retry_time_unit": "HOURS",
    "calling_hours": [{"from": "09:00:00", "to": "17:30:00", "week_days": ["MONDAY"]}],
    "dispositions": {
        "busy": DISPOSITION,
        "no_answer": DISPOSITION,
        "invalid_number": {"status_after_call": "FINAL"},
    },
}


def example_bodies() -> list[Any]:
    """Return each example of a request body, with the operation's name."""
    found: list[Any] = []
    for _, _, operation in operations(shapes.DOCUMENT):
        content = as_object(resolve(shapes.DOCUMENT, operation.get("requestBody")).get("content"))
        for media in content.values():
            for example in as_object(as_object(media).get("examples")).values():
                value = resolve(shapes.DOCUMENT, example)["value"]
                found.append(pytest.param(operation["operationId"], value))
    return found


@pytest.mark.parametrize(("operation", "value"), example_bodies())
def test_an_example_is_sent_as_it_stands(operation: str, value: Any) -> None:
    """Each body of the document's examples is accepted by the client, and written unchanged."""
    resource = "callbacks" if operation.endswith("_callback") else "campaigns"
    module = import_module(f"talkdesk_client.api.{resource}.{operation}")
    call = module.call(body=value) if operation.startswith("create") else module.call("i", value)
    assert call.json == value


@pytest.mark.parametrize("name", sorted(CALLBACK))
def test_a_callback_needs_each_required_member(name: str) -> None:
    """The error names the member."""
    body = {key: value for key, value in CALLBACK.items() if key != name}
    with pytest.raises(ArgumentError, match=f"body.{name} is required"):
        create_callback.call(body)


@pytest.mark.parametrize("name", ["max_attempts", "retry_period", "calling_hours", "dispositions"])
def test_a_strategy_needs_on_writing_what_may_lack_on_reading(name: str) -> None:
    """A campaign that is not finished is read without it (B-21), and none is written so."""
    part = {key: value for key, value in STRATEGY.items() if key != name}
    assert getattr(models.DialingStrategy.from_dict(part), name) is None
    body = {"name": "Spring", "dialing_strategy": part}
    with pytest.raises(ArgumentError, match=f"dialing_strategy.{name} is required"):
        create_campaign.call(body)
    assert create_campaign.call({**body, "dialing_strategy": STRATEGY}).json is not None


@pytest.mark.parametrize("place", ["calling_hours[0].week_days", "dispositions.invalid_number"])
def test_what_the_page_leaves_open_is_required_on_writing(place: str) -> None:
    """The days and the disposition of invalid numbers (B-10, B-18)."""
    hours = {"from": "09:00:00", "to": "17:30:00"}
    dispositions = {"busy": DISPOSITION, "no_answer": DISPOSITION}
    wrong = {"calling_hours": [hours]} if "hours" in place else {"dispositions": dispositions}
    body = {"name": "Spring", "dialing_strategy": {**STRATEGY, **wrong}}
    with pytest.raises(ArgumentError, match=re.escape(f"dialing_strategy.{place} is required")):
        create_campaign.call(body)


def test_a_number_needs_an_id_or_a_phone_number() -> None:
    """Either will do, and none of them is refused with its place."""
    for body in ({"id": "1"}, {"phone_number": "+12025550100"}):
        assert assign_campaign_numbers.call("id", [body]).json == [body]
    complaint = r"body\[1\].* takes at least 1 of id, phone_number"
    with pytest.raises(ArgumentError, match=complaint):
        assign_campaign_numbers.call("id", [{"id": "1"}, {}])


@pytest.mark.parametrize("reference", [{"id": ""}, {"phone_number": ""}])
def test_an_empty_text_names_nothing(reference: dict[str, str]) -> None:
    """Neither an id nor a number."""
    with pytest.raises(ArgumentError, match="takes a string that is not empty"):
        assign_campaign_numbers.call("id", [reference])


def test_a_body_with_nothing_in_it_is_refused() -> None:
    """A list of changes or references has at least one."""
    for call in (
        update_callback.call,
        assign_campaign_numbers.call,
        dissociate_campaign_users.call,
    ):
        with pytest.raises(ArgumentError, match="body takes at least 1 item"):
            call("id", [])


def test_words_that_the_document_does_not_know_are_refused() -> None:
    """Replies may hold new ones, requests may not."""
    with pytest.raises(ArgumentError, match=r"body\.path takes one of status, name, priority"):
        update_campaign.call("id", {"op": "REPLACE", "path": "colour", "value": "red"})
    with pytest.raises(ArgumentError, match=r"assign_type takes one of"):
        create_callback.call({**CALLBACK, "assign_type": "SPECIFIC_RING_GROUP"})


def test_personal_data_of_a_body_stays_out_of_its_repr() -> None:
    """Numbers, names, notes and the value of a change."""
    told = repr(models.CallbackInput(**CALLBACK, record_first_name="Ada", description="Ada waits"))
    told += repr(models.CallbackOperation(op="replace", path="/phoneNumber", value="+12025550143"))
    told += repr(models.NumberReference(phone_number="+12025550143"))
    assert "ANY_ELIGIBLE_AGENT" in told
    assert not any(secret in told for secret in ("Ada", "+1202555"))


@pytest.mark.parametrize("status", [200, 201, 202, 204, 299])
def test_any_2xx_is_success_of_a_write(status: int) -> None:
    """The documents do not say which status answers a write; a body is read where one is due."""

    def answer(_request: http.Request) -> http.Response:
        return http.Response(status, content=b'{"callback_id": "c"}' * (status != 299))

    transport = http.MockTransport(answer)
    with Talkdesk(base_url="https://x", auth=StaticToken("t"), transport=transport) as client:
        client.callbacks.cancel("id")
        client.campaigns.assign_users("id", [{"id": "1"}])
        if status != 299:
            assert client.callbacks.create(CALLBACK).callback_id == "c"
