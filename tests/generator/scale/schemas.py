"""The schemas of one resource, in the shape of ours: HAL pages, items, nested objects, inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

# The components that every resource shares.
SHARED: JsonObject = {
    "Error": {
        "type": "object",
        "x-inferred": True,
        "description": "What went wrong with a request.",
        "required": ["code", "message"],
        "properties": {
            "code": {"type": "string", "description": "Code of the error."},
            "message": {"type": "string", "description": "What went wrong."},
            "fields": {
                "type": "array",
                "items": {"$ref": "#/components/schemas/ErrorField"},
                "description": "The members of the request that are at fault.",
            },
        },
    },
    "ErrorField": {
        "type": "object",
        "x-inferred": True,
        "description": "A member of the request that is at fault.",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "description": "Name of the member."},
            "description": {"type": "string", "description": "What is wrong with it."},
        },
    },
    "Link": {
        "type": "object",
        "x-inferred": True,
        "description": "A HAL link.",
        "required": ["href"],
        "properties": {"href": {"type": "string", "description": "Where it leads."}},
    },
}

TEXT: JsonObject = {"type": "string"}
MOMENT: JsonObject = {"type": "string", "format": "date-time"}

__all__ = ["MOMENT", "SHARED", "TEXT", "example_of", "reference", "schemas_of"]


def reference(name: str, **beside: Json) -> JsonObject:
    """Refer to a component."""
    return {"$ref": f"#/components/schemas/{name}", **beside}


def schemas_of(noun: str, before: str, page: str) -> JsonObject:
    """Return the twenty components of a resource.

    Args:
        noun: Its class, such as `Queue`.
        before: The class of the resource before, one of which each of these follows: so there is a
            chain through the whole document.
        page: The vendor's page that its members are said to stand on.
    """
    made = {
        **_pages(noun),
        **_enums(noun),
        "": _item(noun, before),
        "Settings": _settings(noun),
        "Hours": _hours(noun),
        "Rule": _rule(noun),
        "Input": _input(noun),
        "Operation": _operation(noun),
        "Member": _member(noun),
        "MemberReference": _object("A member to assign.", ["id"], id={**TEXT, "minLength": 1}),
    }
    return {f"{noun}{suffix}": _marked(schema, page) for suffix, schema in made.items()}


def example_of(schema: JsonObject, noun: str) -> Json:
    """Return a reply that a schema of `schemas_of` allows."""
    link: JsonObject = {"href": f"https://api.example.com/{noun}/1"}
    item: JsonObject = {
        "id": "1",
        "name": f"First {noun}",
        "status": "READY",
        "created_at": "2026-02-20T08:15:30Z",
        "settings": {"max_attempts": 2, "hours": [{"from": "9", "to": "17", "week_days": []}]},
        "_links": {"self": link},
    }
    if schema == reference(noun):
        return item
    items = "items" if schema == reference(f"{noun}Page") else "members"
    return {"total": 1, "_links": {"self": link}, "_embedded": {items: [item]}}


def _pages(noun: str) -> dict[str, JsonObject]:
    link = reference("Link")
    pages: dict[str, JsonObject] = {
        "Links": _object("HAL links of one.", ["self"], self=link),
        "PageLinks": _object(
            "HAL links of a page.", ["self"], self=link, first=link, last=link, prev=link, next=link
        ),
    }
    for part, items in (("", "items"), ("Member", "members")):
        item = reference(f"{noun}{part}")
        pages[f"{part}Page"] = _object(
            "One page.",
            ["total", "_links", "_embedded"],
            total={"type": "integer", "minimum": 0},
            total_pages={"type": "integer", "minimum": 0, "x-aliases": ["total_page"]},
            page={"type": "integer", "minimum": 1, "default": 1},
            per_page={"type": "integer", "minimum": 1},
            count={"type": "integer", "minimum": 0},
            _links=reference(f"{noun}PageLinks"),
            _embedded=reference(f"{noun}{part}PageEmbedded"),
        )
        embedded: JsonObject = {"type": "array", "items": item}
        pages[f"{part}PageEmbedded"] = _object("Its items.", [items], **{items: embedded})
    return pages


def _enums(noun: str) -> dict[str, JsonObject]:
    words: dict[str, list[Json]] = {
        "Status": ["INCOMPLETE", "READY", "RUNNING", "PAUSED"],
        "Mode": ["PREVIEW", "PREDICTIVE"],
        "Order": ["name", "name:asc", "name:desc", "created_at"],
        "WeekDay": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
        "OperationName": ["replace"],
        "TimeUnit": ["MINUTES", "HOURS", "DAYS"],
    }
    return {
        name: {"type": "string", "description": f"A word of one {noun}.", "enum": found}
        for name, found in words.items()
    }


def _item(noun: str, before: str) -> JsonObject:
    return _object(
        f"One {noun}.",
        ["id", "name"],
        id={**TEXT, "description": "Identifies it."},
        name={**TEXT, "minLength": 3, "maxLength": 36, "description": "What people call it."},
        status=reference(f"{noun}Status", description="Where it stands."),
        mode=reference(f"{noun}Mode", maxLength=35),
        priority={"type": "integer", "minimum": 1, "maximum": 10},
        ratio={"type": "number", "minimum": 0, "maximum": 1},
        run_once={"type": "boolean"},
        phone_number={**TEXT, "x-personal": True},
        created_at={**MOMENT, "description": "When it was made."},
        note={"anyOf": [TEXT, {"type": "null"}]},
        tags={"type": "array", "items": TEXT},
        settings=reference(f"{noun}Settings"),
        rules={"type": "array", "items": reference(f"{noun}Rule")},
        members={"type": "array", "items": reference(f"{noun}Member")},
        follows=reference(before),
        _links=reference(f"{noun}Links"),
    )


def _settings(noun: str) -> JsonObject:
    return _object(
        "How it runs. Sent and received, so that it becomes two classes.",
        ["max_attempts"],
        max_attempts={"type": "integer", "minimum": 1, "maximum": 100},
        retry_period={"type": "integer", "minimum": 1, "maximum": 2592000},
        retry_time_unit=reference(f"{noun}TimeUnit"),
        hours={"type": "array", "items": reference(f"{noun}Hours")},
    )


def _hours(noun: str) -> JsonObject:
    return _object(
        "When it runs.",
        ["from", "to", "week_days"],
        **{"from": TEXT, "to": TEXT},
        week_days={"type": "array", "items": reference(f"{noun}WeekDay")},
    )


def _rule(noun: str) -> JsonObject:
    return _object(
        "What follows a result.",
        ["custom"],
        custom={"type": "boolean"},
        max_attempts={"type": "integer", "minimum": 1, "maximum": 100},
        retry_period_time_unit={**reference(f"{noun}TimeUnit"), "x-aliases": ["retry_time_unit"]},
        since={"type": "string", "format": "date"},
    )


def _input(noun: str) -> JsonObject:
    return _object(
        "What a new one is made of.",
        ["name"],
        name={**TEXT, "minLength": 3, "maxLength": 36},
        mode=reference(f"{noun}Mode"),
        priority={"type": "integer", "minimum": 1, "maximum": 10},
        starts_at=MOMENT,
        tags={"type": "array", "items": TEXT, "maxItems": 10},
        settings=reference(f"{noun}Settings"),
    )


def _operation(noun: str) -> JsonObject:
    return _object(
        "One operation of JSON Patch.",
        ["op", "path", "value"],
        op=reference(f"{noun}OperationName"),
        path=TEXT,
        value={"description": "The new value."},
    )


def _member(noun: str) -> JsonObject:
    return _object("One member.", ["id"], id=TEXT, _links=reference(f"{noun}Links"))


def _object(description: str, required: list[Json], **properties: JsonObject) -> JsonObject:
    return {
        "type": "object",
        "description": description,
        "required": required,
        "properties": {name: dict(schema) for name, schema in properties.items()},
    }


def _marked(schema: JsonObject, page: str) -> JsonObject:
    """Say where a component and its members stand, as every statement of our document does."""
    members = schema.get("properties")
    for line, member in enumerate(members.values() if isinstance(members, dict) else ()):
        if isinstance(member, dict):
            member["x-source"] = {"page": page, "line": line + 1, "row": f"{line + 1}.1"}
    return {**schema, "x-inferred": True, "x-source": {"page": page, "line": 1}}
