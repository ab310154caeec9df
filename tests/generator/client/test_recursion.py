"""Models that contain themselves: read, written, and importable from every end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from talkdesk_core.errors import ArgumentError, ResponseDecodeError
from tests.generator.client.sending import operation_of

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[3]
LEAF: dict[str, Any] = {"size": 1}
TREE: dict[str, Any] = {
    "name": "top",
    "child": {"child": {"name": "low"}},
    "children": [{"children": [{}]}, {"name": "second"}],
    "rows": [[{"name": "cell"}, None], []],
    "left": {"right": {"left": {"name": "again"}}},
    "branches": {"name": "b", "north": {"branches": {"south": {}}}},
    "leaf": {"size": 1, "tree": {"leaf": "text"}},
    "chain": {"name": "c", "length": 1, "next": {"length": 2, "right": {}}},
}


@pytest.mark.parametrize("model", ["Tree", "TreeSent"])
def test_a_tree_of_every_kind_is_read_and_written(everything: ModuleType, model: str) -> None:
    """Direct, mutual, through arrays, further members, unions and `allOf`."""
    kind = getattr(everything.models, model)
    tree = kind.from_dict(TREE)
    assert tree.to_dict() == TREE
    assert kind.from_dict(tree.to_dict()) == tree
    suffix = model.removeprefix("Tree")
    assert type(tree.child.child).__name__ == model
    assert type(tree.rows[0][0]).__name__ == model
    assert tree.rows[0][1] is None
    assert type(tree.branches.additional_properties["north"]).__name__ == model
    assert type(tree.leaf).__name__ == f"Leaf{suffix}"
    assert type(tree.leaf.tree).__name__ == model
    assert type(tree.chain.next_).__name__ == f"Chain{suffix}"


def test_the_place_of_an_error_leads_through_the_recursion(everything: ModuleType) -> None:
    """Of replies and of bodies."""
    data = {
        "children": [{}, {"branches": {"x": {"chain": {"length": 1, "next": {"length": "1"}}}}}]
    }
    with pytest.raises(ResponseDecodeError) as caught:
        everything.models.Tree.from_dict(data)
    assert "$.children[1].branches.*.chain.next.length, got string" in str(caught.value)
    call = operation_of(everything, "trees", "put_tree").call
    with pytest.raises(ArgumentError) as refused:
        call({"children": [{}, {"branches": {"x": {"chain": {"length": "1"}}}}]})
    place = "body.children[1].branches.*.chain.length"
    assert refused.value.argument == place


def test_nesting_without_end_is_a_typed_error(everything: ModuleType) -> None:
    """Sent or received, it ends no program."""
    deep: dict[str, Any] = {}
    for _ in range(20_000):
        deep = {"child": deep}
    with pytest.raises(ResponseDecodeError, match="nested less deeply"):
        everything.models.Tree.from_dict(deep)
    with pytest.raises(ArgumentError, match="nested"):
        everything.models.TreeSent.from_dict(deep)
    cycle: dict[str, Any] = {}
    cycle["child"] = cycle
    with pytest.raises(ArgumentError, match="nested"):
        operation_of(everything, "trees", "put_tree").call(cycle)
    while deep:  # taken apart here, because its own end would recurse as deeply
        deep = deep.pop("child", {})


def test_every_module_imports_alone(everything: ModuleType) -> None:
    """In a fresh interpreter each, so that no order of imports is the only good one."""
    assert everything.__file__ is not None
    package = Path(everything.__file__).parent
    names = [
        ".".join(path.relative_to(package.parent).with_suffix("").parts).removesuffix(".__init__")
        for path in sorted(package.rglob("*.py"))
    ]
    assert len(names) > 100
    program = """
import os, sys
import attrs, httpx, msgspec  # all else is fresh in each child
for name in sys.argv[1:]:
    child = os.fork()
    if not child:
        try:
            __import__(name)
        except BaseException as error:
            print(f"{name}: {error!r}")
            sys.stdout.flush()
            os._exit(1)
        os._exit(0)
    if os.waitpid(child, 0)[1]:
        sys.exit(1)
"""
    paths = [str(package.parent), str(ROOT / "extensions")]
    run = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}\n{program}", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
