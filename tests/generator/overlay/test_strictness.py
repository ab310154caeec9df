"""Whatever an overlay does wrong is said with its place, ends in 2, and writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.generator.conftest import BEFORE, Desk
from tests.generator.overlay.building import overlay_document

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

DOCUMENT = """
info: {title: Calls, version: "1"}
servers: [{url: a}, {url: b}]
tags: [one, two]
"""
GOOD: JsonObject = {"target": "$.info", "update": {"description": "applied before the bad one"}}

# name → the bad action, the version, and what the message says beside the place.
ACTIONS: dict[str, tuple[JsonObject, str, str]] = {
    "nothing matches": ({"target": "$.nothing", "remove": True}, "1.1.0", "matches nothing"),
    "nothing matches an update": ({"target": "$.no", "update": {}}, "1.0.0", "matches nothing"),
    "nothing matches a copy": ({"target": "$.no", "copy": "$.info"}, "1.1.0", "matches nothing"),
    "nothing matches remove: false": (
        {"target": "$.no", "remove": False},
        "1.1.0",
        "matches nothing",
    ),
    "too many matches": (
        {"target": "$.servers.*", "remove": True, "x-matches": 1},
        "1.1.0",
        "matches 2 nodes, x-matches says 1",
    ),
    "too few matches": (
        {"target": "$.info", "update": {}, "x-matches": 2},
        "1.0.0",
        "matches one node, x-matches says 2",
    ),
    "matches where none should be": (
        {"target": "$.info", "remove": False, "x-matches": 0},
        "1.1.0",
        "matches one node, x-matches says 0",
    ),
    "x-matches is text": ({"target": "$.info", "update": {}, "x-matches": "1"}, "1.1.0", "number"),
    "x-matches is true": ({"target": "$.info", "update": {}, "x-matches": True}, "1.1.0", "number"),
    "x-matches is negative": (
        {"target": "$.info", "update": {}, "x-matches": -1},
        "1.1.0",
        "zero or more",
    ),
    "unknown key": ({"target": "$.info", "updates": {}}, "1.1.0", "unknown key 'updates'"),
    "unknown key in another case": ({"target": "$.info", "Update": {}}, "1.1.0", "'Update'"),
    "an extension must begin with x-": ({"target": "$.info", "X-why": 1}, "1.1.0", "'X-why'"),
    "copy in 1.0": ({"target": "$.tags", "copy": "$.info"}, "1.0.0", "unknown key 'copy'"),
    "update beside remove": (
        {"target": "$.info", "update": {}, "remove": True},
        "1.0.0",
        "update stands beside remove: true",
    ),
    "copy beside remove": (
        {"target": "$.info", "copy": "$.info", "remove": True},
        "1.1.0",
        "copy stands beside remove: true",
    ),
    "update beside copy": (
        {"target": "$.info", "update": {}, "copy": "$.info"},
        "1.1.0",
        "update stands beside copy",
    ),
    "null beside copy": (
        {"target": "$.info", "update": None, "copy": "$.info"},
        "1.1.0",
        "update stands beside copy",
    ),
    "no modifier": ({"target": "$.info", "description": "why"}, "1.1.0", "no update, copy or rem"),
    "object into primitive": (
        {"target": "$.info", "update": {"title": {"en": "x"}}},
        "1.1.0",
        "an object cannot be merged into a string",
    ),
    "primitive into object": (
        {"target": "$", "update": {"info": "x"}},
        "1.0.0",
        "a string cannot be merged into an object",
    ),
    "object into array": (
        {"target": "$", "update": {"tags": {}}},
        "1.1.0",
        "an object cannot be merged into an array",
    ),
    "array into object": ({"target": "$.info", "update": []}, "1.1.0", "an array cannot be merged"),
    "null into object": ({"target": "$", "update": {"info": None}}, "1.1.0", "null cannot be mer"),
    "no update value": ({"target": "$.info", "update": None}, "1.1.0", "null cannot be merged"),
    "primitive target in 1.0": (
        {"target": "$.info.title", "update": "x"},
        "1.0.0",
        "Overlay 1.0 cannot update",
    ),
    "primitive item in 1.0": (
        {"target": "$.tags[0]", "remove": True},
        "1.0.0",
        "Overlay 1.0 cannot remove",
    ),
    "several kinds": ({"target": "$['info','tags']", "update": {}}, "1.1.0", "wants one kind"),
    "copy from nothing": ({"target": "$.info", "copy": "$.nothing"}, "1.1.0", "selects no nodes"),
    "copy from two": ({"target": "$.tags", "copy": "$.servers.*"}, "1.1.0", "selects 2 nodes"),
    "copy is no text": ({"target": "$.info", "copy": None}, "1.1.0", "copy must be a string"),
    "copy is no query": ({"target": "$.info", "copy": "info"}, "1.1.0", "'info' is no JSONPath"),
    "target is no query": ({"target": "$.info[", "remove": True}, "1.1.0", "no JSONPath query"),
    "target is padded": ({"target": "$.info ", "remove": True}, "1.1.0", "no JSONPath query"),
    "target compares with infinity": (
        {"target": "$[?!\n1e400\n]", "remove": True},
        "1.1.0",
        "no JSONPath query",
    ),
    "root removed": ({"target": "$", "remove": True}, "1.1.0", "document itself cannot be removed"),
    "remove is text": ({"target": "$.info", "remove": "true"}, "1.1.0", "remove must be true or"),
    "description is no text": (
        {"target": "$.info", "remove": True, "description": 1},
        "1.0.0",
        "description must be a string",
    ),
}


@pytest.mark.parametrize("name", ACTIONS)
@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_a_wrong_action_is_named_and_nothing_is_written(desk: Desk, suffix: str, name: str) -> None:
    """File, number, erratum and target are in the message, whatever is wrong with the action."""
    bad, version, said = ACTIONS[name]
    data = overlay_document(GOOD, {**bad, "x-erratum": "A-7"}, version=version)
    document = desk.file("spec.yaml", DOCUMENT)
    # JSON is YAML as well, but for how the text is read.
    overlay = desk.file(f"10-errata.{suffix}", data)
    desk.file("out.yaml", BEFORE)

    outcome = desk.overlay(document, overlay)

    assert outcome.code == 2
    assert outcome.message.startswith(
        f"error: {overlay}, action 2 (erratum A-7), target {bad['target']}: "
    )
    assert said in outcome.message
    assert "Traceback" not in outcome.message
    assert outcome.output == BEFORE
    assert outcome.strays == []


# name → members of the overlay that replace the good ones (None takes one out), the message.
ROOTS: dict[str, tuple[dict[str, Json], str]] = {
    "no version": ({"overlay": None}, 'overlay must be a string such as "1.1.0"; it is missing'),
    "version is a number": ({"overlay": 1.1}, "a number was found"),
    "version 2": ({"overlay": "2.0.0"}, "'2.0.0'; versions 1.0 and 1.1 are supported"),
    "version 1.2": ({"overlay": "1.2.0"}, "versions 1.0 and 1.1 are supported"),
    "version 1.10": ({"overlay": "1.10.0"}, "versions 1.0 and 1.1 are supported"),
    "version without patch": ({"overlay": "1.1"}, "versions 1.0 and 1.1 are supported"),
    "version with more": ({"overlay": "1.1.0-dev"}, "versions 1.0 and 1.1 are supported"),
    "version with a line break": ({"overlay": "1.1.0\n"}, "versions 1.0 and 1.1 are supported"),
    "no info": ({"info": None}, "info must be an object; it is missing"),
    "info is text": ({"info": "x"}, "info must be an object; a string was found"),
    "no title": ({"info": {"version": "1"}}, "info.title must be a string; it is missing"),
    "title is a number": ({"info": {"title": 1, "version": "1"}}, "info.title must be a string"),
    "no info.version": ({"info": {"title": "x"}}, "info.version must be a string; it is missing"),
    "version of info is a number": (
        {"info": {"title": "x", "version": 1.0}},
        "info.version must be a string; a number was found",
    ),
    "unknown key in info": (
        {"info": {"title": "x", "version": "1", "author": "me"}},
        "unknown key 'author' in info",
    ),
    "info.description in 1.0": (
        {"overlay": "1.0.0", "info": {"title": "x", "version": "1", "description": "y"}},
        "unknown key 'description' in info",
    ),
    "info.description is no text": (
        {"info": {"title": "x", "version": "1", "description": 1}},
        "info.description must be a string",
    ),
    "unknown key at the root": ({"action": []}, "unknown key 'action' at the root"),
    "extends is no text": ({"extends": ["spec.yaml"]}, "extends must be a string"),
    "no actions": ({"actions": None}, "actions must be an array; it is missing"),
    "actions is an object": ({"actions": {}}, "actions must be an array; an object was found"),
    "actions is empty": ({"actions": []}, "actions is empty"),
}


@pytest.mark.parametrize("name", ROOTS)
def test_a_wrong_overlay_is_named_and_nothing_is_written(desk: Desk, name: str) -> None:
    """What is wrong outside the actions is said with the overlay's file."""
    members, said = ROOTS[name]
    data = overlay_document(GOOD)
    for key, value in members.items():
        if value is None:
            del data[key]
        else:
            data[key] = value
    overlay = desk.file("10-errata.json", data)
    desk.file("out.yaml", BEFORE)

    outcome = desk.overlay(desk.file("spec.yaml", DOCUMENT), overlay)

    assert outcome.code == 2
    assert outcome.message.startswith(f"error: {overlay}: ")
    assert said in outcome.message
    assert outcome.output == BEFORE
    assert outcome.strays == []


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("text", "action 1 (no erratum), no target: an action is an object, a string was found"),
        ({"update": {}}, "action 1 (no erratum), no target: target must be a string; it is miss"),
        ({"target": 1, "update": {}}, "no target: target must be a string; a number was found"),
        (
            {"target": "$", "update": {}, "x-erratum": ["A-1"]},
            "action 1 (no erratum), target $: x-erratum must be a string",
        ),
        (
            {"target": "$.no", "update": {}, "x-purpose": "naming"},
            "action 1 (no erratum), target $.no: the target matches nothing",
        ),
    ],
)
def test_an_action_without_erratum_or_target_is_named_as_such(
    desk: Desk, action: Json, said: str
) -> None:
    """The place says that there is no erratum or no target, instead of leaving it out."""
    overlay = desk.file("20-names.json", overlay_document(action))

    outcome = desk.overlay(desk.file("spec.yaml", DOCUMENT), overlay)

    assert (outcome.code, outcome.output) == (2, None)
    assert outcome.message.startswith(f"error: {overlay}, ")
    assert said in outcome.message


JSON_TWICE = """\
{"overlay": "1.1.0", "info": {"title": "x", "version": "1"}, "actions": [{},
  {"x-erratum": "A-13", "update": {"deep": [{"b": 1, "c": 2, "b": 3}]}, "target": "$.tags"}]}
"""
YAML_TWICE = """\
overlay: 1.1.0
info: {title: x, version: "1"}
actions:
  - target: $.info
    update: {a: 1}
  - x-erratum: A-13
    update:
      deep: [{b: 1, c: 2, b: 3}]
    target: $.tags
"""


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("10-errata.yaml", YAML_TWICE, "line 8: "),
        (
            "10-errata.json",
            JSON_TWICE,
            "",
        ),
    ],
)
def test_a_repeated_key_of_an_overlay_is_named_with_its_action(
    desk: Desk, name: str, text: str, line: str
) -> None:
    """A key that stands twice inside an action is said with file, number, erratum and target."""
    overlay = desk.file(name, text)

    outcome = desk.overlay(desk.file("spec.yaml", DOCUMENT), overlay)

    assert (outcome.code, outcome.output) == (2, None)
    assert outcome.message == (
        f"error: {overlay}, action 2 (erratum A-13), target $.tags: {line}the key 'b' stands twice "
        'in $["actions"][1]["update"]["deep"][0]; keep one of the two\n'
    )


def test_a_repeated_key_outside_the_actions_is_named_with_its_file(desk: Desk) -> None:
    """A key that stands twice at the root or in info is said with the file."""
    twice = "overlay: 1.1.0\ninfo:\n  title: x\n  title: y\n  version: '1'\n"
    overlay = desk.file("10-errata.yaml", twice + "actions: [{target: $, update: {}}]\n")

    outcome = desk.overlay(desk.file("spec.yaml", DOCUMENT), overlay)

    assert outcome.code == 2
    assert outcome.message.startswith(f"error: {overlay}: line 4: the key 'title' stands twice")


def test_an_error_in_the_second_overlay_undoes_the_first(desk: Desk) -> None:
    """Nothing is written unless every action of every overlay applied."""
    first = desk.file("10-good.json", overlay_document(GOOD))
    second = desk.file("20-bad.json", overlay_document({"target": "$.no", "remove": True}))

    outcome = desk.overlay(desk.file("spec.yaml", DOCUMENT), first, second)

    assert (outcome.code, outcome.output, outcome.strays) == (2, None, [])
    assert "20-bad.json, action 1 " in outcome.message


@pytest.mark.parametrize("version", ["1.0.0", "1.0.1", "1.1.0", "1.1.12"])
def test_patch_versions_make_no_difference(desk: Desk, version: str) -> None:
    """Any 1.0.x and 1.1.x is read, and extensions and `extends` are allowed everywhere."""
    data = overlay_document({**GOOD, "x-any": {"a": 1}, "x-matches": 1}, version=version)
    data |= {"extends": "./another.yaml", "x-root": None}
    data["info"] = {"title": "x", "version": "1", "x-info": [1]}

    outcome = desk.overlay(desk.file("spec.yaml", DOCUMENT), desk.file("10.json", data))

    assert (outcome.code, outcome.message) == (0, "")
    assert outcome.output is not None
    assert "description: applied before" in yaml.safe_dump(yaml.safe_load(outcome.output))


def test_no_match_is_right_where_x_matches_is_zero(desk: Desk) -> None:
    """`x-matches: 0` states that the document does not hold the target."""
    overlay = desk.file(
        "10.json", overlay_document({"target": "$.no", "remove": True, "x-matches": 0})
    )

    assert desk.overlay(desk.file("spec.yaml", DOCUMENT), overlay).code == 0
