"""Changes are what the document knows, in the dialect of each API, or they are refused."""

from __future__ import annotations

import inspect
import json
import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.documents import read_document
from generator.layout import Layout
from generator.navigation import as_list, as_object
from talkdesk_changes import callback_changes, campaign_change
from talkdesk_client import models
from talkdesk_core.errors import ArgumentError
from talkdesk_schemas import models as schemas

DOCUMENT = read_document(Layout.of_checkout().generated / "openapi.yaml")
SCHEMAS = as_object(as_object(DOCUMENT["components"])["schemas"])
BOUNDS = ("minimum", "maximum")
SECRET = "+12025550143"

MOMENTS = st.datetimes(
    min_value=datetime(1900, 1, 2),
    max_value=datetime(2200, 1, 1),
    timezones=st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)
TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
NAMES = st.text(st.characters(codec="utf-8"), min_size=3, max_size=36)
CALLBACK_CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "time_to_call": MOMENTS,
        "phone_number": TEXTS,
        "timezone": TEXTS,
        "assign_type": st.sampled_from(models.CallbackAssignType),
        "agents": st.lists(TEXTS, min_size=1, max_size=4, unique=True),
    },
)


def camel_case(name: str) -> str:
    """Return a name in snake case as a pointer in camel case."""
    return "/" + re.sub("_(.)", lambda found: found[1].upper(), name)


def test_the_members_of_a_callback_are_those_that_the_document_knows() -> None:
    """Each pointer of the document has an argument by its name in snake case, and no other has."""
    path = as_object(as_object(as_object(SCHEMAS["CallbackOperation"])["properties"])["path"])
    arguments = list(inspect.signature(callback_changes).parameters)
    assert list(map(camel_case, arguments)) == as_list(path["examples"])


def test_the_members_of_a_campaign_are_those_that_the_document_knows() -> None:
    """Each word of the document's path has an argument, and no other has."""
    words = as_list(as_object(SCHEMAS["CampaignOperationPath"])["enum"])
    assert list(inspect.signature(campaign_change).parameters) == words


@pytest.mark.parametrize("name", ["name", "priority"])
def test_the_bounds_are_those_of_the_document(name: str) -> None:
    """A change takes what a new campaign may have, and nothing beyond."""
    stated = as_object(as_object(as_object(SCHEMAS["CampaignInput"])["properties"])[name])
    low, high = (stated[key] for key in (("minLength", "maxLength") if name == "name" else BOUNDS))
    assert isinstance(low, int)
    assert isinstance(high, int)
    for size in range(low - 1, high + 2):
        change: dict[str, Any] = {name: "n" * size if name == "name" else size}
        if low <= size <= high:
            assert campaign_change(**change).value == str(change[name])
        else:
            with pytest.raises(ArgumentError, match=name):
                campaign_change(**change)


@given(changes=CALLBACK_CHANGES.filter(bool))
def test_a_callback_s_patch_replaces_exactly_what_is_given(changes: dict[str, Any]) -> None:
    """One operation for each argument, valid by the server's model, with times in UTC."""
    written = [operation.to_dict() for operation in callback_changes(**changes)]
    assert {each["path"] for each in written} == set(map(camel_case, changes))
    assert len(written) == len(changes)
    for each in written:
        schemas.CallbackOperation.model_validate(each)
        assert each["op"] == "replace"
        (name,) = (name for name in changes if camel_case(name) == each["path"])
        if name == "time_to_call":
            assert each["value"].endswith("Z")
            assert datetime.fromisoformat(each["value"]) == changes[name].astimezone(UTC)
        else:
            assert each["value"] == changes[name]


def test_the_kind_of_assignment_is_written_before_its_agents() -> None:
    """A server that applies a patch in order knows the kind when it meets the agents."""
    changes = callback_changes(agents=["a"], assign_type="SPECIFIC_AGENT")
    assert [change.path for change in changes] == ["/assignType", "/agents"]


@pytest.mark.parametrize(
    ("wrong", "argument", "allowed"),
    [
        ({}, "callback_changes", "at least one of time_to_call, phone_number, timezone"),
        ({"time_to_call": datetime(2026, 3, 2)}, "time_to_call", "aware datetime"),
        ({"time_to_call": "2026-03-02"}, "time_to_call", "date-time"),
        ({"time_to_call": None}, "time_to_call", "datetime"),
        ({"phone_number": ""}, "phone_number", "not empty"),
        ({"phone_number": 12025550143}, "phone_number", "a string"),
        ({"timezone": ""}, "timezone", "not empty"),
        ({"assign_type": SECRET}, "assign_type", "MYSELF_ONLY"),
        ({"assign_type": models.CallbackAssignType("LATER_WORD")}, "assign_type", "MYSELF_ONLY"),
        ({"agents": []}, "agents", "at least 1 item"),
        ({"agents": SECRET}, "agents", "a list"),
        ({"agents": ["a", ""]}, "agents[1]", "not empty"),
        ({"agents": ["a", "a"]}, "agents", "no item twice"),
        ({"agents": [{"agent_id": SECRET}]}, "agents[0]", "a string"),
    ],
)
def test_a_wrong_change_of_a_callback_is_refused(
    wrong: dict[str, Any], argument: str, allowed: str
) -> None:
    """The error names the argument and what is allowed, and never quotes the value."""
    with pytest.raises(ArgumentError, match=re.escape(allowed)) as caught:
        callback_changes(**wrong)
    assert caught.value.argument == argument
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("word", ["incomplete", "ready", "running", "paused"])
def test_a_status_is_written_in_lower_case(word: str) -> None:
    """Whether it comes as a word in either case, or as the member of a reply's or filter's enum."""
    wanted = {"op": "REPLACE", "path": "status", "value": word}
    for status in (
        word,
        word.upper(),
        models.CampaignStatus(word.upper()),
        models.CampaignStatusFilter(word),
    ):
        assert campaign_change(status=status).to_dict() == wanted


@given(
    change=st.one_of(
        st.fixed_dictionaries({"name": NAMES}),
        st.fixed_dictionaries({"priority": st.integers(1, 10)}),
    )
)
def test_a_campaign_s_change_is_one_valid_object(change: dict[str, Any]) -> None:
    """Its value is a text, whatever the member is."""
    ((name, value),) = change.items()
    written = campaign_change(**change).to_dict()
    schemas.CampaignOperation.model_validate_json(json.dumps(written), strict=True)
    assert written == {"op": "REPLACE", "path": name, "value": str(value)}


@pytest.mark.parametrize(
    ("wrong", "argument", "allowed"),
    [
        ({}, "campaign_change", "exactly one of status, name, priority"),
        ({"name": "Spring", "priority": 3}, "campaign_change", "exactly one of"),
        ({"status": "stopped"}, "status", "incomplete, ready, running, paused"),
        ({"status": None}, "status", "incomplete, ready, running, paused"),
        ({"name": "ab"}, "name", "3"),
        ({"name": "a" * 37}, "name", "36"),
        ({"priority": 0}, "priority", "1"),
        ({"priority": 11}, "priority", "10"),
        ({"priority": "3"}, "priority", "integer"),
        ({"priority": True}, "priority", "integer"),
    ],
)
def test_a_wrong_change_of_a_campaign_is_refused(
    wrong: dict[str, Any], argument: str, allowed: str
) -> None:
    """The error names the argument and what is allowed."""
    with pytest.raises(ArgumentError, match=allowed) as caught:
        campaign_change(**wrong)
    assert caught.value.argument == argument
