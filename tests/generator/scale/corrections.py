"""What the pages of a large document leave out or get wrong, and the overlays that mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.json_data import copy_object
from generator.navigation import as_list, as_object, operations
from tests.generator.scale.document import large_document, nouns_of

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

# Each is an erratum of every resource, and an action.
ERRATA_OF_ONE = 3
_UNPRINTED = ("operationId", "tags")

__all__ = ["ERRATA_OF_ONE", "errata_of", "overlays_of", "register_of", "stated_document"]


def stated_document(operations_of_all: int) -> JsonObject:
    """Return the document of `large_document` as its pages have it.

    No operation has a name or a tag, and each resource has its errata.
    """
    document = large_document(operations_of_all)
    del document["tags"]
    for _, _, operation in operations(document):
        for key in _UNPRINTED:
            del operation[key]
    schemas = _schemas(document)
    for noun in nouns_of(operations_of_all):
        del schemas[f"{noun}TimeUnit"]
        for name in _pages(noun):
            page = as_object(schemas[name])
            as_object(as_object(page["properties"])["per_page"])["minimum"] = 0
            as_list(page["required"]).append("count")
    return document


def overlays_of(operations_of_all: int) -> dict[str, JsonObject]:
    """Return the overlays that make `stated_document` what `large_document` is, by file name.

    There is an action for each operation, as there is for each of ours, and `ERRATA_OF_ONE` for
    each resource, most of which correct two schemas.
    """
    document = large_document(operations_of_all)
    names: list[Json] = [_naming("$", {"tags": document["tags"]})]
    for path, method, operation in operations(document):
        names.append(
            _naming(f"$.paths['{path}'].{method}", {key: operation[key] for key in _UNPRINTED})
        )
    return {
        "10-errata.yaml": _overlay("Errata", errata_of(operations_of_all)),
        "90-naming.yaml": _overlay("Names", names),
    }


def errata_of(operations_of_all: int) -> list[Json]:
    """Return the actions that correct the errata."""
    schemas = _schemas(large_document(operations_of_all))
    actions: list[JsonObject] = []
    for noun in nouns_of(operations_of_all):
        one, other = _pages(noun)
        pages = f"$.components.schemas['{one}', '{other}']"
        size, counted = f"{pages}.properties.per_page", f"{pages}.required[?@ == 'count']"
        unit = f"{noun}TimeUnit"
        added: JsonObject = {unit: schemas[unit]}
        actions.append({"target": size, "update": {"minimum": 1}, "x-matches": 2})
        actions.append({"target": counted, "remove": True, "x-matches": 2})
        actions.append({"target": "$.components.schemas", "update": added, "x-matches": 1})
    return [
        {
            **action,
            "x-erratum": f"A-{number}",
            "x-reason": "The page contradicts itself.",
            "x-evidence": "Another table of the page.",
            "x-confidence": "high",
        }
        for number, action in enumerate(actions, start=1)
    ]


def register_of(operations_of_all: int) -> JsonObject:
    """Return the register of the errata."""
    errata: list[Json] = [
        {"id": as_object(action)["x-erratum"], "stated": "What is wrong."}
        for action in errata_of(operations_of_all)
    ]
    return {"pages": [{"page": "all", "errata": errata}]}


def _schemas(document: JsonObject) -> JsonObject:
    return as_object(as_object(document["components"])["schemas"])


def _pages(noun: str) -> tuple[str, str]:
    return f"{noun}Page", f"{noun}MemberPage"


def _naming(target: str, update: JsonObject) -> JsonObject:
    reason = "A client needs the name."
    marks: JsonObject = {"x-purpose": "naming", "x-reason": reason, "x-matches": 1}
    return {"target": target, "update": update, **marks}


def _overlay(title: str, actions: list[Json]) -> JsonObject:
    info: JsonObject = {"title": title, "version": "1"}
    return copy_object({"overlay": "1.1.0", "info": info, "actions": actions})
