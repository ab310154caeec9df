"""What each quirk is to make of a plain reply, told once more by the effective document alone.

The sandbox follows the generated models; this follows the JSON Schemas.
"""

from collections.abc import Callable
from typing import Any

from tests.sandbox.caller import JsonObject
from tests.sandbox.document import EffectiveDocument

ORDER = [
    "old-shape",
    "new-shape",
    "callback-links",
    "prev-always",
    "nulls",
    "self-links-only",
    "no-totals",
    "total-page",
    "trailing-commas",
    "unknown-members",
]
CONTRADICTIONS = [{"old-shape", "new-shape"}, {"prev-always", "self-links-only"}]
UNKNOWN = {
    "sandbox_word": "UNKNOWN",
    "sandbox_object": {"numbers": [1, 2.5], "nested": {"nothing": None, "truth": True}},
}


def expected(document: EffectiveDocument, schema: str, body: JsonObject, quirk: str) -> JsonObject:
    """Return what a quirk is to make of a body.

    Args:
        document: The effective document.
        schema: Component schema of the body.
        body: Body without the quirk.
        quirk: Name of the quirk.
    """
    changed: JsonObject = _Oracle(document, quirk).value(
        {"$ref": f"#/components/schemas/{schema}"}, body
    )
    return changed


class _Oracle:
    def __init__(self, document: EffectiveDocument, quirk: str) -> None:
        self._document = document
        self._quirk = quirk

    def value(self, schema: JsonObject, node: Any) -> Any:
        """Return a value with the quirk."""
        if "$ref" in schema:
            schema = self._document.schema(schema["$ref"].rpartition("/")[2])
        if node is None:
            return None
        if "properties" in schema:
            return self._object(schema, node)
        if "items" in schema:
            return [self.value(schema["items"], each) for each in node]
        if "enum" in schema and self._quirk == "trailing-commas":
            return f"{node},"
        return node

    def _object(self, schema: JsonObject, node: JsonObject) -> JsonObject:
        known: JsonObject = schema["properties"]
        changed = {
            name: self.value(known[name], value) if name in known else value
            for name, value in node.items()
        }
        if self._quirk == "nulls":
            required = schema.get("required", [])
            changed |= {name: None for name in known if name not in {*changed, *required}}
        if self._quirk == "unknown-members":
            changed |= UNKNOWN
        if "_embedded" in known:
            changed = _PAGES.get(self._quirk, _same)(changed)
        if "callback_id" in known:
            changed = _CALLBACKS.get(self._quirk, _same)(changed)
        return changed


def _same(node: JsonObject) -> JsonObject:
    return node


def _self_links_only(page: JsonObject) -> JsonObject:
    return {**page, "_links": {"self": page["_links"]["self"]}}


def _prev_always(page: JsonObject) -> JsonObject:
    links = page["_links"]
    return {**page, "_links": {"prev": links["self"], **links}}


def _no_totals(page: JsonObject) -> JsonObject:
    return {name: page[name] for name in page if name in {"_links", "_embedded"}}


def _total_page(page: JsonObject) -> JsonObject:
    changed = dict(page)
    if "total_pages" in page:
        changed["total_page"] = changed.pop("total_pages")
    return changed


def _callback_links(callback: JsonObject) -> JsonObject:
    host, _, callback_id = callback["_links"]["self"]["href"].rpartition("/schedule-callbacks/")
    return {**callback, "_links": {"self": {"href": f"{host}/callbacks/{callback_id}"}}}


def _old_shape(callback: JsonObject) -> JsonObject:
    changed = dict(callback)
    newer = changed.pop("assign_type_v2", None)
    if newer is not None:
        changed.setdefault("assign_type", newer.replace("QUEUE", "RING_GROUP"))
    scheduled = changed.pop("scheduled_time_to_call", None)
    if scheduled is not None:
        changed.setdefault("time_to_call", scheduled)
    queues = changed.pop("queues", None)
    if queues is not None:
        changed.setdefault("ring_groups", [{"ring_group": each["queue"]} for each in queues])
    if callback.get("agents"):
        changed.setdefault("agent_id", callback["agents"][0]["agent_id"])
    return changed


def _new_shape(callback: JsonObject) -> JsonObject:
    changed = dict(callback)
    older = changed.pop("assign_type", None)
    if older is not None:
        changed.setdefault("assign_type_v2", older.replace("RING_GROUP", "QUEUE"))
    scheduled = changed.pop("time_to_call", None)
    if scheduled is not None:
        changed.setdefault("scheduled_time_to_call", scheduled)
    groups = changed.pop("ring_groups", None)
    if groups is not None:
        changed.setdefault("queues", [{"queue": each["ring_group"]} for each in groups])
    agent_id = changed.pop("agent_id", None)
    if agent_id is not None:
        changed.setdefault("agents", [{"agent_id": agent_id}])
    changed.pop("exclusive_to_agent", None)
    return changed


_PAGES: dict[str, Callable[[JsonObject], JsonObject]] = {
    "self-links-only": _self_links_only,
    "prev-always": _prev_always,
    "no-totals": _no_totals,
    "total-page": _total_page,
}
_CALLBACKS: dict[str, Callable[[JsonObject], JsonObject]] = {
    "callback-links": _callback_links,
    "old-shape": _old_shape,
    "new-shape": _new_shape,
}
