"""The merge rules of `update`, and where 1.0 and 1.1 differ."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from generator.overlay import apply_overlays, parse_overlay
from generator.overlay.errors import IncompatibleMergeError, OverlayError, PrimitiveTargetError
from tests.generator.overlay.building import PATH, applied, containers, exact, overlay_document
from tests.generator.overlay.strategies import small_objects, small_values, without_deadline

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

VERSIONS = ("1.0.0", "1.1.0")
KINDS: dict[str, Json] = {"object": {"a": 1}, "array": [1], "primitive": "x", "null": None}


def model(target: Json, value: Json) -> Json:
    """Return the merge as the specification words it, independently of the engine.

    Raises:
        TypeError: The two do not merge.
    """
    if isinstance(target, dict) and isinstance(value, dict):
        both = {k: model(target[k], value[k]) if k in value else target[k] for k in target}
        return both | {key: item for key, item in value.items() if key not in target}
    if isinstance(target, list) and isinstance(value, list):
        return target + value
    if isinstance(target, dict | list) or isinstance(value, dict | list):
        raise TypeError
    return value


@pytest.mark.parametrize("version", VERSIONS)
@without_deadline
@given(target=small_objects, value=small_objects)
def test_objects_merge_recursively(version: str, target: JsonObject, value: JsonObject) -> None:
    """The merge of any two objects is the model's, order included, or an error with the model's."""
    document: JsonObject = {"root": target}
    try:
        expected = model(target, value)
    except TypeError:
        with pytest.raises(IncompatibleMergeError):
            applied(document, {"target": "$.root", "update": value}, version=version)
    else:
        result = applied(document, {"target": "$.root", "update": value}, version=version)
        assert exact(result["root"]) == exact(expected)


@without_deadline
@given(target=small_objects, value=small_values)
def test_neither_document_nor_overlay_changes(target: JsonObject, value: Json) -> None:
    """Applying leaves document and overlay as they were, whether it succeeds or not."""
    document: JsonObject = {"a": target, "b": [target], "c": "x"}
    overlay_data = overlay_document(
        {"target": "$.a", "update": {"new": value}},
        {"target": "$.b", "update": value},
        {"target": "$.a", "update": value},
    )
    overlay = parse_overlay(overlay_data, PATH)
    before = exact(document), exact(overlay_data), copy.deepcopy(overlay)

    try:
        result: Json = apply_overlays(document, [overlay])
    except OverlayError:
        result = None

    assert (exact(document), exact(overlay_data), overlay) == before
    shared = set(containers(document)) | set(containers(overlay_data))
    assert not shared & set(containers(result))


@without_deadline
@given(value=small_values)
def test_two_matches_share_no_object(value: Json) -> None:
    """What several matches take from one `update` is separate at each of them."""
    document: JsonObject = {"all": [{"x": []}, {"x": []}]}

    result = applied(
        document,
        {"target": "$.all[*].x", "update": value},
        {"target": "$.all[*]", "update": {"y": value, "x": [value]}},
    )

    places = containers(result)
    assert len(places) == len(set(places))


def test_a_shared_object_of_the_document_is_separate_in_the_result() -> None:
    """Where the caller's document holds one object twice, a change of one place stays there."""
    shared: JsonObject = {"type": "string"}

    result = applied({"a": shared, "b": shared}, {"target": "$.a", "update": {"format": "date"}})

    assert result == {"a": {"type": "string", "format": "date"}, "b": {"type": "string"}}


@pytest.mark.parametrize("value", [{"a": 1}, "x", None, 7])
@pytest.mark.parametrize("version", VERSIONS)
def test_an_array_target_appends_the_value(version: str, value: Json) -> None:
    """An object or primitive becomes the last item of each array."""
    result = applied({"a": [0]}, {"target": "$.a", "update": value}, version=version)

    assert result == {"a": [0, value]}


def test_an_array_into_an_array_target_is_concatenated_in_1_1_and_one_entry_in_1_0() -> None:
    """1.1 concatenates; 1.0 says that the value is an entry to append, whatever its kind."""
    action: JsonObject = {"target": "$.a", "update": [1, [2]]}

    assert applied({"a": [0]}, action, version="1.1.0") == {"a": [0, 1, [2]]}
    assert applied({"a": [0]}, action, version="1.0.0") == {"a": [0, [1, [2]]]}


@pytest.mark.parametrize("new", ["text", 1, 1.5, True, None])
@pytest.mark.parametrize("old", ["old", 0, False, None])
def test_a_primitive_target_is_replaced_in_1_1(old: Json, new: Json) -> None:
    """Any primitive replaces any primitive, in objects and in arrays; null is one of them."""
    document: JsonObject = {"a": old, "b": [old, "kept"]}

    result = applied(
        document, {"target": "$.a", "update": new}, {"target": "$.b[0]", "update": new}
    )

    assert exact(result) == exact({"a": new, "b": [new, "kept"]})


@pytest.mark.parametrize("place", ["$.a", "$.b[0]"])
def test_a_primitive_target_cannot_be_updated_in_1_0(place: str) -> None:
    """1.0 wants objects and arrays as targets of an update."""
    with pytest.raises(PrimitiveTargetError, match=r"1\.0 cannot update"):
        applied({"a": "x", "b": ["x"]}, {"target": place, "update": "y"}, version="1.0.3")


@pytest.mark.parametrize("value_kind", KINDS)
@pytest.mark.parametrize("target_kind", KINDS)
def test_only_equal_kinds_merge_at_a_target(target_kind: str, value_kind: str) -> None:
    """In 1.1 a target takes its own kind; an array takes any; null is a primitive."""
    same = target_kind == value_kind or {target_kind, value_kind} == {"primitive", "null"}
    document: JsonObject = {"a": KINDS[target_kind]}
    action: JsonObject = {"target": "$.a", "update": KINDS[value_kind]}

    if same or target_kind == "array":
        applied(document, action)
    else:
        with pytest.raises(IncompatibleMergeError, match=r'\$\["a"\]'):
            applied(document, action)


def test_nodes_of_several_kinds_are_an_error_in_1_1_only() -> None:
    """1.1 wants all objects, all arrays or all primitives; 1.0 updates each in its own way."""
    document: JsonObject = {"a": {"o": {}, "l": []}}
    action: JsonObject = {"target": "$.a.*", "update": {"x": 1}}

    with pytest.raises(IncompatibleMergeError, match="arrays and objects"):
        applied(document, action, version="1.1.0")
    assert applied(document, action, version="1.0.0") == {"a": {"o": {"x": 1}, "l": [{"x": 1}]}}


def test_the_root_can_be_updated() -> None:
    """`$` selects the document itself."""
    assert applied({"a": 1}, {"target": "$", "update": {"b": 2}}) == {"a": 1, "b": 2}


def test_a_node_that_the_action_adds_is_not_a_match_of_it() -> None:
    """All nodes are found before the first one changes."""
    result = applied({"x": {"k": {}}}, {"target": "$..x", "update": {"x": {}, "n": [1]}})

    assert result == {"x": {"k": {}, "x": {}, "n": [1]}}


def test_matches_within_matches_are_each_updated_once() -> None:
    """A node inside another match takes the value too, and once."""
    result = applied({"x": {"x": {"l": []}, "l": []}}, {"target": "$..x", "update": {"l": [1]}})

    assert result == {"x": {"x": {"l": [1]}, "l": [1]}}


def test_a_node_selected_twice_is_changed_once() -> None:
    """A query may name a node twice; the action and `x-matches` count it once."""
    action: JsonObject = {"target": "$['a','a']", "update": 1, "x-matches": 1}

    assert applied({"a": []}, action) == {"a": [1]}


def test_actions_and_overlays_apply_in_order() -> None:
    """Each action sees the result of the one before, over all overlays."""
    first = parse_overlay(
        overlay_document({"target": "$", "update": {"new": [1]}}, {"target": "$.new", "update": 2}),
        PATH,
    )
    second = parse_overlay(overlay_document({"target": "$.new", "update": 3}), PATH)

    assert apply_overlays({}, [first, second]) == {"new": [1, 2, 3]}


def test_big_integers_stay_exact() -> None:
    """An integer that no float holds passes through an update unchanged."""
    big = 2**64 + 1

    assert applied({"a": big}, {"target": "$", "update": {"b": big}}) == {"a": big, "b": big}


def test_an_overlay_is_independent_of_the_data_it_was_read_from() -> None:
    """Changing the data after `parse_overlay` changes no action."""
    value: JsonObject = {"b": 1}
    overlay = parse_overlay(overlay_document({"target": "$", "update": value, "x-y": value}), PATH)

    value["c"] = 2

    assert apply_overlays({}, [overlay]) == {"b": 1}
    assert overlay.actions[0].extensions == {"x-y": {"b": 1}}
