"""Models that contain themselves in every way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.client.everything.pieces import array, either, obj, operation, ref

if TYPE_CHECKING:
    from generator.json_data import JsonObject

_TEXT: JsonObject = {"type": "string"}


def _loops(suffix: str) -> JsonObject:
    """Return schemas that lead back to themselves."""
    tree, left, right = f"Tree{suffix}", f"Left{suffix}", f"Right{suffix}"
    branches, leaf, chain = f"Branches{suffix}", f"Leaf{suffix}", f"Chain{suffix}"
    link = f"ChainLink{suffix}"
    return {
        tree: obj(
            name=_TEXT,
            child=ref(tree),
            children=array(ref(tree)),
            rows=array(array(either(ref(tree), None))),
            left=ref(left),
            branches=ref(branches),
            leaf=either(ref(leaf), ref(tree), _TEXT),
            chain=ref(chain),
        ),
        left: obj(name=_TEXT, right=ref(right)),
        right: obj(name=_TEXT, left=either(ref(left), None)),
        branches: {**obj(name=_TEXT), "additionalProperties": ref(tree)},
        leaf: obj(["size"], size={"type": "integer"}, tree=ref(tree)),
        chain: {"allOf": [ref(left), ref(link)]},
        link: obj(["length"], length={"type": "integer"}, next=ref(chain)),
    }


SCHEMAS: JsonObject = {**_loops(""), **_loops("Sent")}

PATHS: JsonObject = {
    "/tree": {
        "get": operation("get_tree", "trees", gives=ref("Tree")),
        "put": operation("put_tree", "trees", body=ref("TreeSent")),
    },
}
