"""`remove`: what goes, what stays, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.overlay.errors import PrimitiveTargetError, RootRemovalError
from tests.generator.overlay.building import applied
from tests.generator.overlay.strategies import without_deadline

if TYPE_CHECKING:
    from generator.json_data import JsonObject


@without_deadline
@given(items=st.lists(st.integers(0, 3), min_size=1, max_size=12))
def test_all_matching_items_go_and_the_others_keep_their_order(items: list[int]) -> None:
    """Removing several items of one array removes exactly those."""
    document: JsonObject = {"a": [{"n": item} for item in items]}

    gone = [item for item in items if item < 2]

    result = applied(document, {"target": "$.a[?@.n < 2]", "remove": True, "x-matches": len(gone)})

    assert result == {"a": [{"n": item} for item in items if item >= 2]}


@without_deadline
@given(indexes=st.lists(st.integers(0, 11), min_size=1, max_size=12, unique=True))
def test_the_order_of_the_query_does_not_matter(indexes: list[int]) -> None:
    """Indexes in any order remove the items that stood there before the action."""
    target = f"$.a[{','.join(map(str, indexes))}]"

    result = applied({"a": list(range(12))}, {"target": target, "remove": True})

    assert result == {"a": [item for item in range(12) if item not in indexes]}


def test_a_match_within_a_match_goes_with_it() -> None:
    """Items of arrays within removed items of arrays disturb nothing."""
    document: JsonObject = {
        "a": [{"gone": True, "a": [{"gone": True}, 1]}, {"a": [{"gone": True}]}]
    }

    result = applied(document, {"target": "$..[?@.gone]", "remove": True, "x-matches": 3})

    assert result == {"a": [{"a": []}]}


def test_every_member_below_can_be_removed_at_once() -> None:
    """`$..*` empties the document, each match lying within others."""
    assert applied({"a": {"b": [1, [2]]}, "c": 1}, {"target": "$..*", "remove": True}) == {}


def test_negative_indexes_count_from_the_end() -> None:
    """`[-1]` and the same item by its index are one match."""
    action: JsonObject = {"target": "$.a[-1,2]", "remove": True, "x-matches": 1}

    assert applied({"a": [1, 2, 3]}, action) == {"a": [1, 2]}


def test_remove_false_removes_nothing() -> None:
    """`remove: false` alone is valid and changes nothing; beside `update` it is idle."""
    document: JsonObject = {"a": {"b": 1}}

    assert applied(document, {"target": "$.a", "remove": False}) == document
    assert applied(document, {"target": "$.a", "remove": False, "update": {"c": 2}}) == {
        "a": {"b": 1, "c": 2}
    }


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_the_root_cannot_be_removed(version: str) -> None:
    """No map or array contains the document."""
    with pytest.raises(RootRemovalError, match="cannot be removed"):
        applied({"a": 1}, {"target": "$", "remove": True}, version=version)


def test_a_primitive_item_of_an_array_goes_in_1_1_and_stays_in_1_0() -> None:
    """1.0 removes primitive members of objects (its official cases do), not items of arrays."""
    document: JsonObject = {"tags": ["a", "b"], "example": "house"}

    def remove(target: str, version: str) -> JsonObject:
        return applied(document, {"target": target, "remove": True}, version=version)

    assert remove("$.tags[?@ == 'a']", "1.1.0") == {"tags": ["b"], "example": "house"}
    assert remove("$.example", "1.0.0") == {"tags": ["a", "b"]}
    with pytest.raises(PrimitiveTargetError, match=r'\$\["tags"\]\[0\]'):
        remove("$.tags[?@ == 'a']", "1.0.0")
