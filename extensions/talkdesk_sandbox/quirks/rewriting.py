"""What each quirk does to the body of a reply."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from pydantic import BaseModel

from talkdesk_sandbox.quirks.names import Quirk
from talkdesk_sandbox.quirks.shapes import new_shape, old_shape
from talkdesk_sandbox.quirks.walking import JsonObject, OnObject, is_object, is_open, members, walk

_TOTALS: Final = frozenset(("total", "total_pages", "page", "per_page", "count"))
_CALLBACKS_PATH: Final = "/schedule-callbacks/"
_UNKNOWN: Final[JsonObject] = {
    "sandbox_word": "UNKNOWN",
    "sandbox_object": {"numbers": [1, 2.5], "nested": {"nothing": None, "truth": True}},
}
"""The members that ``unknown-members`` adds; the document has none of these names."""


def rewritten(schema: type[BaseModel], text: str, quirks: frozenset[Quirk]) -> str:
    """Return the JSON text of a reply as these quirks have it; without any, the text itself.

    Args:
        schema: Generated model of the body.
        text: Body that is valid by it.
        quirks: Any that do not contradict each other.
    """
    if not quirks:
        return text
    value: object = json.loads(text)
    for quirk in Quirk:
        if quirk in quirks:
            value = _REWRITERS[quirk](schema, value)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _self_links_only(model: type[BaseModel], page: JsonObject) -> JsonObject:
    links = page.get("_links")
    if not _is_page(model) or not is_object(links):
        return page
    return {**page, "_links": {name: link for name, link in links.items() if name == "self"}}


def _prev_always(model: type[BaseModel], page: JsonObject) -> JsonObject:
    links = page.get("_links")
    if not _is_page(model) or not is_object(links) or "self" not in links:
        return page
    return {**page, "_links": {**links, "prev": links.get("prev", links["self"])}}


def _no_totals(model: type[BaseModel], page: JsonObject) -> JsonObject:
    if not _is_page(model):
        return page
    return {name: value for name, value in page.items() if name not in _TOTALS}


def _total_page(model: type[BaseModel], page: JsonObject) -> JsonObject:
    if not _is_page(model):
        return page
    return {"total_page" if name == "total_pages" else name: page[name] for name in page}


def _nulls(model: type[BaseModel], body: JsonObject) -> JsonObject:
    absent = (name for name, required, _ in members(model) if not required and name not in body)
    return {**body, **dict.fromkeys(absent)}


def _unknown_members(model: type[BaseModel], body: JsonObject) -> JsonObject:
    return body if is_open(model) else {**body, **_UNKNOWN}


def _callback_links(model: type[BaseModel], callback: JsonObject) -> JsonObject:
    links = callback.get("_links")
    own = links.get("self") if _is_callback(model) and is_object(links) else None
    if not is_object(links) or not is_object(own):
        return callback
    href = str(own["href"]).replace(_CALLBACKS_PATH, "/callbacks/")
    return {**callback, "_links": {**links, "self": {**own, "href": href}}}


def _shaped(
    shape: Callable[[JsonObject], JsonObject], model: type[BaseModel], callback: JsonObject
) -> JsonObject:
    return shape(callback) if _is_callback(model) else callback


def _with_comma(word: str) -> str:
    return word + ","


def _is_page(model: type[BaseModel]) -> bool:
    return any(name == "_embedded" for name, _, _ in members(model))


def _is_callback(model: type[BaseModel]) -> bool:
    return any(name == "callback_id" for name, _, _ in members(model))


def _objects(rule: OnObject) -> Callable[[object, object], object]:
    return partial(walk, on_object=rule, on_word=None)


_REWRITERS: Final[Mapping[Quirk, Callable[[object, object], object]]] = {
    Quirk.OLD_SHAPE: _objects(partial(_shaped, old_shape)),
    Quirk.NEW_SHAPE: _objects(partial(_shaped, new_shape)),
    Quirk.CALLBACK_LINKS: _objects(_callback_links),
    Quirk.PREV_ALWAYS: _objects(_prev_always),
    Quirk.NULLS: _objects(_nulls),
    Quirk.SELF_LINKS_ONLY: _objects(_self_links_only),
    Quirk.NO_TOTALS: _objects(_no_totals),
    Quirk.TOTAL_PAGE: _objects(_total_page),
    Quirk.TRAILING_COMMAS: partial(walk, on_object=None, on_word=_with_comma),
    Quirk.UNKNOWN_MEMBERS: _objects(_unknown_members),
}
