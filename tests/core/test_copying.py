"""Copies of JSON data: equal, and shared with nobody."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from talkdesk_core.copying import owned

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


def containers(value: Any) -> list[Any]:
    """Return every dict and list of a value."""
    inner: Any = value.values() if hasattr(value, "values") else value
    if not isinstance(value, dict | list):
        return []
    return [value, *(each for item in inner for each in containers(item))]


@settings(max_examples=1000)
@given(VALUES)
def test_a_copy_is_equal_and_shares_nothing(value: object) -> None:
    """Whatever is changed in one is not changed in the other."""
    copy = owned(value)
    assert copy == value
    assert {id(each) for each in containers(copy)}.isdisjoint(map(id, containers(value)))


def test_depth_has_no_limit() -> None:
    """Data is copied that no recursion could follow."""
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    copy = owned(deep)
    depth = 0
    while copy:
        assert copy is not deep
        copy, deep, depth = copy[0], deep[0], depth + 1
    assert depth == 100_000


def test_what_holds_itself_does_so_in_the_copy() -> None:
    """A cycle ends, and stays one."""
    cycle: dict[str, Any] = {}
    cycle["self"] = cycle
    copy = owned(cycle)
    assert copy["self"]["self"] is copy["self"]
    assert copy["self"] is not cycle
