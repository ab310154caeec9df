"""The canonical document states the pages, the effective one the probable truth."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.documents import read_document
from generator.effective import read_effective
from generator.json_data import Json, JsonObject
from generator.layout import Layout
from generator.navigation import as_list, as_object, operations, resolve, walk
from generator.overlay import read_overlay

LAYOUT = Layout.of_checkout()
CANONICAL, EFFECTIVE = read_effective(LAYOUT)

MISSING = "missing"


def at(document: JsonObject, place: str) -> Json:
    """Return what stands at a place such as `Callback/properties/id`, or MISSING."""
    found: Json = as_object(as_object(document["components"])["schemas"])
    if place.startswith("/"):
        found = as_object(document["paths"])
        path, place = place.split(" ")
        found = as_object(found).get(path, MISSING)
    for key in filter(None, place.split("/")):
        if isinstance(found, list):
            named = [item for item in found if isinstance(item, dict) and item.get("name") == key]
            found = named[0] if named else MISSING
        elif isinstance(found, dict):
            found = found.get(key, MISSING)
        else:
            return MISSING
    return found


PARAMETERS = "/schedule-callbacks get/parameters"

# Erratum, place, what the page states, what is probably true.
CORRECTIONS: list[tuple[str, str, Json, Json]] = [
    ("A-1", "CallbackPage/properties/total_page/minimum", 0, MISSING),
    ("A-1", "CallbackPage/properties/total_pages/minimum", MISSING, 0),
    ("A-1", "CallbackPage/properties/total_pages/x-aliases", MISSING, ["total_page"]),
    (
        "A-1",
        "CallbackPage/required",
        ["total_page", "total", "page", "per_page", "count", "_links", "_embedded"],
        ["total_pages", "total", "page", "per_page", "count", "_links", "_embedded"],
    ),
    ("A-2", "CallbackPage/properties/page/default", 0, 1),
    ("A-2", f"{PARAMETERS}/page/schema/default", 1, 1),
    ("A-3", "CallbackPage/properties/per_page/default", 50, MISSING),
    ("A-3", f"{PARAMETERS}/per_page/schema/default", 1, MISSING),
    ("A-5", f"{PARAMETERS}/page/schema/maximum", 500, MISSING),
    (
        "A-7",
        "CallbackPage/properties/_embedded/$ref",
        "#/components/schemas/Callback",
        "#/components/schemas/CallbackPageEmbedded",
    ),
    ("A-7", "CallbackPageEmbedded/properties/callbacks/type", MISSING, "array"),
    ("A-8, A-10", "CallbackPageLinks/required", ["self", "first", "last", "prev"], ["self"]),
    (
        "A-9",
        "CallbackPageLinks/properties/next/$ref",
        MISSING,
        "#/components/schemas/CallbackLink",
    ),
    ("A-11", "Callback/properties/id/type", "string", MISSING),
    ("A-13", "Callback/properties/record_last_name (row 10)/type", "string", MISSING),
    ("A-13", "Callback/properties/record_last_name/type", "string", "string"),
    ("A-24", f"{PARAMETERS}/agent_id/schema/maxLength", 35, MISSING),
    ("A-24", f"{PARAMETERS}/campaign_id/schema/maxLength", 35, MISSING),
    ("A-24", f"{PARAMETERS}/contact_id/schema/maxLength", 35, MISSING),
    ("B-1", "/campaigns/ get/summary", "Show one campaign", MISSING),
    ("B-1", "/campaigns/{id} get/summary", MISSING, "Show one campaign"),
    ("B-1", "/campaigns/{id} parameters/id/required", MISSING, True),
    ("B-8", "DialingStrategy/properties/retry_time_unit/minimum", 1, MISSING),
    ("B-8", "DialingStrategy/properties/retry_time_unit/maximum", 2592000, MISSING),
    ("B-13", "NoAnswerDisposition/required", [" status_after_call", "custom"], None),
    ("B-13", "AbandonedDisposition/required", ["status_after_call ", "custom"], None),
    (
        "B-13",
        "NoAnswerDisposition/properties/status_after_call/$ref",
        MISSING,
        "#/components/schemas/StatusAfterCall",
    ),
    (
        "B-13",
        "AbandonedDisposition/properties/status_after_call/$ref",
        MISSING,
        "#/components/schemas/StatusAfterCall",
    ),
    ("B-14", "RecordChainTimeUnit/type", "integer", MISSING),
    ("B-14", "RecordChainEntry/properties/retry_time_unit/x-source/row", "9.4", MISSING),
    (
        "B-14",
        "RecordChainEntry/properties/retry_period_time_unit/$ref",
        MISSING,
        "#/components/schemas/TimeUnit",
    ),
    (
        "B-14",
        "RecordChainEntry/properties/retry_period_time_unit/x-aliases",
        MISSING,
        ["retry_time_unit"],
    ),
]


@pytest.mark.parametrize(("erratum", "place", "stated", "true"), CORRECTIONS)
def test_a_correction_takes_the_page_to_the_truth(
    erratum: str, place: str, stated: Json, true: Json
) -> None:
    """The canonical document holds the erratum, the effective one its correction."""
    assert at(CANONICAL, place) == stated, erratum
    if true is None:
        true = ["status_after_call", "custom"]
    assert at(EFFECTIVE, place) == true, erratum


@pytest.mark.parametrize("path", LAYOUT.overlays, ids=lambda path: path.name)
def test_every_action_names_one_erratum_and_says_why(path: Path) -> None:
    """Or it says that it is about names; and it says how many nodes it matches."""
    read_overlay(path)
    for stated in as_list(read_document(path)["actions"]):
        action = as_object(stated)
        assert action.get("x-reason")
        assert isinstance(action.get("x-matches"), int)
        if "x-erratum" in action:
            assert action.get("x-evidence")
            assert action["x-confidence"] in {"high", "medium", "low"}
            assert "x-purpose" not in action
        else:
            assert action["x-purpose"] == "naming"


def test_corrections_come_before_names() -> None:
    """An overlay about names applies to the corrected document."""
    purposes = [
        "x-purpose" in as_object(action)
        for path in LAYOUT.overlays
        for action in as_list(read_document(path)["actions"])
    ]
    assert purposes == sorted(purposes)


def test_every_member_says_where_it_stands() -> None:
    """In the canonical document, each property and parameter has a source or is inferred."""
    schemas = as_object(as_object(CANONICAL["components"])["schemas"])
    for name, schema in schemas.items():
        for member, stated in as_object(as_object(schema).get("properties")).items():
            assert "x-source" in as_object(stated), f"{name}.{member}"
    for _, _, operation in operations(CANONICAL):
        for stated in as_list(operation.get("parameters")):
            parameter = as_object(stated)
            assert parameter["x-inferred"] is True
            assert "x-source" in parameter


def test_every_operation_has_an_example_and_a_scope() -> None:
    """A reader sees what comes back, and what it takes."""
    for path, method, operation in operations(EFFECTIVE):
        responses = as_object(operation["responses"])
        content = as_object(resolve(EFFECTIVE, responses["200"])["content"])
        assert all(as_object(media).get("examples") for media in content.values()), path
        assert operation["security"], method
        assert {"400", "401", "403"} <= responses.keys()


def test_the_three_regions_are_the_servers() -> None:
    """Each server names its region."""
    servers = [as_object(server) for server in as_list(EFFECTIVE["servers"])]
    assert [server["x-region"] for server in servers] == ["us", "eu", "ca"]


def test_no_list_lost_a_value_with_its_comma() -> None:
    """Where the page lost a comma, the values are separate all the same (B-9, B-15)."""
    days = as_list(at(CANONICAL, "WeekDay/enum"))
    assert days[-3:] == ["FRIDAY", "SATURDAY", "SUNDAY"]
    assert at(CANONICAL, "RecordChainTimeUnit/enum") == ["SECONDS", "MINUTES", "HOURS", "DAYS"]


def test_names_that_no_page_prints_are_marked() -> None:
    """Components, the path of the list, and added members are marked as inferred."""
    for schema in as_object(as_object(CANONICAL["components"])["schemas"]).values():
        assert as_object(schema)["x-inferred"] is True
    assert as_object(at(CANONICAL, "/schedule-callbacks "))["x-inferred"] is True
    added = [
        location
        for location, value in walk(EFFECTIVE)
        if isinstance(value, dict)
        and len(location) > 1
        and location[-2] == "properties"
        and "x-source" not in value
    ]
    for location in added:
        if "examples" in location:
            continue
        found: Json = EFFECTIVE
        for key in location:
            found = found[key] if isinstance(found, dict) and isinstance(key, str) else None
        assert as_object(found).get("x-inferred") is True, location
