"""The canonical document states the pages, the effective one the probable truth."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.documents import read_document
from generator.effective import read_documents
from generator.json_data import Json, JsonObject
from generator.layout import Layout
from generator.navigation import as_list, as_object, operations, resolve, walk
from generator.overlay import Overlay, apply_overlays, read_overlay
from generator.overlay.errors import OverlayError
from tests.document.corrections import CORRECTIONS, MISSING

LAYOUT = Layout.of_checkout()
DOCUMENTS = read_documents(LAYOUT)
CANONICAL, EFFECTIVE = DOCUMENTS.canonical, DOCUMENTS.effective


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


@pytest.mark.parametrize(("erratum", "place", "stated", "true"), CORRECTIONS)
def test_a_correction_takes_the_page_to_the_truth(
    erratum: str, place: str, stated: Json, true: Json
) -> None:
    """The canonical document holds the erratum, the effective one its correction."""
    assert at(CANONICAL, place) == stated, erratum
    assert at(EFFECTIVE, place) == true, erratum


# What the naming overlay adds: path, method, operationId.
OPERATIONS = [
    ("/schedule-callbacks", "get", "list_callbacks"),
    ("/schedule-callbacks", "post", "create_callback"),
    ("/schedule-callbacks/{id}", "get", "get_callback"),
    ("/schedule-callbacks/{id}", "patch", "update_callback"),
    ("/schedule-callbacks/{id}", "delete", "cancel_callback"),
    ("/campaigns", "get", "list_campaigns"),
    ("/campaigns", "post", "create_campaign"),
    ("/campaigns/{id}", "get", "get_campaign"),
    ("/campaigns/{id}", "patch", "update_campaign"),
    ("/campaigns/{id}", "delete", "delete_campaign"),
    *(
        (f"/campaigns/{{id}}/{kind}", method, f"{verb}_campaign_{kind.replace('-', '_')}")
        for kind in ("users", "numbers", "record-lists", "do-not-call-lists")
        for method, verb in (("get", "list"), ("post", "assign"), ("delete", "dissociate"))
    ),
]
NAMES: list[tuple[str, Json]] = [
    (f"{path} {method}/operationId", name) for path, method, name in OPERATIONS
]
ACTIONS = [
    pytest.param(overlay, number, id=f"{overlay.path.name}-{number}-{action.erratum or 'naming'}")
    for overlay in DOCUMENTS.overlays
    for number, action in enumerate(overlay.actions, 1)
]


# How many actions correct an erratum, and how sure the least sure of them is.
ERRATA: dict[str, tuple[int, str]] = {
    **dict.fromkeys(("A-2", "A-4", "A-7", "A-8", "A-11", "A-12", "A-13"), (1, "high")),
    **dict.fromkeys(("A-16", "A-18", "A-24", "A-26", "A-29", "A-36"), (1, "high")),
    **dict.fromkeys(("B-6", "B-8", "B-12", "B-19", "B-25", "B-27"), (1, "high")),
    **dict.fromkeys(("A-5", "A-9", "A-10", "A-14", "A-15", "A-23", "A-25"), (1, "medium")),
    **dict.fromkeys(("A-27", "A-28", "A-39"), (1, "medium")),
    **dict.fromkeys(("B-3", "B-11", "B-17", "B-20", "B-21", "B-29"), (1, "medium")),
    **dict.fromkeys(("C-2", "C-6"), (1, "high")),
    **dict.fromkeys(("A-22", "B-34"), (1, "low")),
    "A-1": (4, "high"),
    "A-3": (2, "low"),
    "A-17": (2, "high"),
    "B-1": (2, "high"),
    "B-13": (5, "high"),
    "B-14": (5, "low"),
    "B-35": (4, "high"),
    "B-36": (4, "high"),
}


@pytest.mark.parametrize("erratum", [*ERRATA, "any other"])
def test_an_erratum_has_its_actions_and_they_are_as_sure_as_they_should_be(erratum: str) -> None:
    """Each correction is there, and no action is surer than the evidence allows."""
    actions = [action for overlay in DOCUMENTS.overlays for action in overlay.actions]
    if erratum == "any other":
        assert {action.erratum for action in actions} - {None} == set(ERRATA)
        return
    count, least = ERRATA[erratum]
    sure = [action.extensions["x-confidence"] for action in actions if action.erratum == erratum]
    assert len(sure) == count
    assert next(word for word in ("low", "medium", "high") if word in sure) == least
    # Of an erratum with several actions one may be surer: a type can be known, a name in doubt.
    assert set(sure) <= {least, "high"}
    if erratum != "B-14":
        assert set(sure) == {least}


@pytest.mark.parametrize(("overlay", "number"), ACTIONS)
def test_no_action_can_be_dropped_unnoticed(overlay: Overlay, number: int) -> None:
    """Without it the overlays no longer apply, or an expectation that names its erratum fails."""
    dropped = overlay.actions[number - 1]
    kept = replace(overlay, actions=overlay.actions[: number - 1] + overlay.actions[number:])
    overlays = [kept if one is overlay else one for one in DOCUMENTS.overlays]
    try:
        without = apply_overlays(CANONICAL, overlays)
    except OverlayError:
        return
    assert without != EFFECTIVE
    if dropped.erratum is None:
        noticed = as_list(without.get("tags")) != as_list(EFFECTIVE["tags"]) or any(
            at(without, place) != name for place, name in NAMES
        )
    else:
        noticed = any(
            at(without, place) != true
            for erratum, place, _, true in CORRECTIONS
            if dropped.erratum in erratum.split(", ")
        )
    assert noticed, f"no expectation fails without {dropped.place}"


def test_the_names_are_those_of_the_client() -> None:
    """Operations and tags have the names that the facades are made from."""
    for place, name in NAMES:
        assert at(EFFECTIVE, place) == name
    assert {(path, method) for path, method, _ in operations(EFFECTIVE)} == {
        (path, method) for path, method, _ in OPERATIONS
    }
    assert [as_object(tag)["name"] for tag in as_list(EFFECTIVE["tags"])] == [
        "callbacks",
        "campaigns",
    ]


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
            parameter = resolve(CANONICAL, stated)
            assert parameter["x-inferred"] is True
            assert "x-source" in parameter


def test_every_operation_has_examples_and_a_scope() -> None:
    """A reader sees what is sent, what comes back, and what it takes."""
    for path, method, operation in operations(EFFECTIVE):
        responses = as_object(operation["responses"])
        (success,) = (status for status in responses if status.startswith("2"))
        reply = resolve(EFFECTIVE, responses[success])
        bodies = [reply, resolve(EFFECTIVE, operation.get("requestBody"))]
        media = [
            as_object(one) for body in bodies for one in as_object(body.get("content")).values()
        ]
        assert all(as_object(one).get("examples") for one in media), f"{method} {path}"
        assert (success == "204") == ("content" not in reply)
        (scope,) = as_list(as_object(as_list(operation["security"])[0])["oauth2"])
        resource = "schedule-callbacks" if path.startswith("/schedule") else "campaigns"
        assert scope == f"{resource}:{'read' if method == 'get' else 'write'}"
        assert {"400", "401", "403"} <= responses.keys()
        # The source of a duplicate may be unknown too.
        assert ("404" in responses) == ("{id}" in path or (method, path) == ("post", "/campaigns"))


def places_of(node: JsonObject) -> set[str]:
    """Return the pages that a node says it stands on."""
    stated = node.get("x-source")
    found = stated if isinstance(stated, list) else [stated] if stated else []
    return {str(as_object(one)["page"]) for one in found}


def test_every_source_is_a_known_page() -> None:
    """And a page that was saved is named with its line."""
    for _, node in walk(EFFECTIVE):
        if isinstance(node, dict):
            assert places_of(node) <= as_object(EFFECTIVE["x-pages"]).keys()


def second_hand() -> dict[str, JsonObject]:
    """Return whatever stands in the bundle alone: operations, parameters, schemas, members."""
    found: dict[str, JsonObject] = {}
    for path, method, operation in operations(EFFECTIVE):
        nodes = [(f"{method} {path}", operation)]
        nodes += [
            (f"{method} {path} {as_object(one)['name']}", as_object(one))
            for one in as_list(operation.get("parameters"))
        ]
        found |= {name: node for name, node in nodes if places_of(node) == {"bundle"}}
    for name, stated in as_object(as_object(EFFECTIVE["components"])["schemas"]).items():
        schema = as_object(stated)
        members = as_object(schema.get("properties"))
        nodes = [
            (name, schema),
            *((f"{name}.{key}", as_object(one)) for key, one in members.items()),
        ]
        found |= {key: node for key, node in nodes if places_of(node) == {"bundle"}}
    return found


def test_what_is_known_at_second_hand_says_how_sure_it_is() -> None:
    """It is marked as inferred with a confidence, so that its docstring says unverified."""
    found = second_hand()
    assert len(found) > 80
    for name, node in found.items():
        assert node.get("x-inferred") is True, name
        assert node.get("x-confidence") in {"high", "medium", "low"}, name


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
