"""`copy` of Overlay 1.1: one node of the document as the value of an update."""

from __future__ import annotations

import pytest

from generator.json_data import Json, JsonObject
from generator.overlay.errors import CopySourceError, IncompatibleMergeError
from tests.generator.overlay.building import applied, containers, exact


@pytest.mark.parametrize("value", [{"x": [1]}, [1, 2], "text", None, 3])
def test_copy_equals_an_update_with_the_source(value: Json) -> None:
    """For each kind of target, copying a node and updating with its value give one result."""
    document: JsonObject = {"from": value, "list": [0], "same": value}

    for target in ("$.list", "$.same"):
        copied = applied(document, {"target": target, "copy": "$.from"})
        updated = applied(document, {"target": target, "update": value})
        assert exact(copied) == exact(updated)


def test_the_copies_and_the_source_share_no_object() -> None:
    """A later change of one copy shows in no other place."""
    document: JsonObject = {"from": {"x": {"y": []}}, "to": [{}, {}]}

    result = applied(
        document,
        {"target": "$.to[*]", "copy": "$.from"},
        {"target": "$.to[0].x.y", "update": 1},
    )

    assert result == {"from": {"x": {"y": []}}, "to": [{"x": {"y": [1]}}, {"x": {"y": []}}]}
    assert len(containers(result)) == len(set(containers(result)))


def test_the_source_is_read_before_anything_changes() -> None:
    """A source within, around or equal to its target is copied as it was."""
    document: JsonObject = {"a": {"l": [1]}}

    assert applied(document, {"target": "$.a", "copy": "$"}) == {"a": {"l": [1], "a": {"l": [1]}}}
    assert applied(document, {"target": "$", "copy": "$.a"}) == {"a": {"l": [1]}, "l": [1]}
    assert applied(document, {"target": "$..l", "copy": "$.a.l"}) == {"a": {"l": [1, 1]}}
    nested: JsonObject = {"t": [[1], [2]]}
    assert applied(nested, {"target": "$.t[*]", "copy": "$.t[0]"}) == {"t": [[1, 1], [2, 1]]}


@pytest.mark.parametrize(("source", "said"), [("$.none", "no nodes"), ("$.a.*", "2 nodes")])
def test_the_source_is_exactly_one_node(source: str, said: str) -> None:
    """Zero or two nodes are an error that says how many."""
    with pytest.raises(CopySourceError, match=said):
        applied({"a": {"b": 1, "c": 2}, "to": []}, {"target": "$.to", "copy": source})


def test_a_source_that_does_not_fit_its_target_is_an_error() -> None:
    """`copy` follows the merge rules of `update`."""
    with pytest.raises(IncompatibleMergeError, match="an array cannot be merged into an object"):
        applied({"a": [1], "to": {}}, {"target": "$.to", "copy": "$.a"})
