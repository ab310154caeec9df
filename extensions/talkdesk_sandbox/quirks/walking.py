"""A JSON value beside the generated model that describes it."""

from collections.abc import Callable, Iterator
from enum import Enum
from types import UnionType
from typing import Annotated, Final, TypeAlias, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel

JsonObject: TypeAlias = dict[str, object]
OnObject: TypeAlias = Callable[[type[BaseModel], JsonObject], JsonObject]
OnWord: TypeAlias = Callable[[str], str]

_UNIONS: Final = (Union, UnionType)


def walk(
    annotation: object, value: object, on_object: OnObject | None, on_word: OnWord | None
) -> object:
    """Return a value with every object and every enum word in it replaced, innermost first.

    What the annotation says nothing about stays as it is: free objects, unknown members.

    Args:
        annotation: Type of the value: a generated model, a list, an enum, a union of such.
        value: JSON value that is valid by it.
        on_object: Given a model and an object of it, returns what to put in its place.
        on_word: Given a word of any enum, returns what to put in its place.
    """
    if is_object(value):
        model = next(_classes(annotation, BaseModel), None)
        if model is None:
            return value
        types = {name: kind for name, _, kind in members(model)}
        changed: JsonObject = {
            name: walk(types[name], member, on_object, on_word) if name in types else member
            for name, member in value.items()
        }
        return changed if on_object is None else on_object(model, changed)
    if is_array(value):
        item = next(_item_types(annotation), None)
        return [walk(item, each, on_object, on_word) for each in value]
    if isinstance(value, str) and on_word is not None and any(_classes(annotation, Enum)):
        return on_word(value)
    return value


def members(model: type[BaseModel]) -> Iterator[tuple[str, bool, object]]:
    """Yield the wire name of each member, whether it is required, and its type."""
    for name, field in model.model_fields.items():
        yield field.alias or name, field.is_required(), field.annotation


def is_open(model: type[BaseModel]) -> bool:
    """Return whether the members of its objects are the account's own, as in record_extra_data."""
    return not model.model_fields


def is_object(value: object) -> TypeGuard[JsonObject]:
    """Return whether a JSON value is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[object]]:
    """Return whether a JSON value is an array."""
    return isinstance(value, list)


def _alternatives(annotation: object) -> Iterator[object]:
    """Yield the types that a union is made of, without what stands beside them."""
    if get_origin(annotation) is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif get_origin(annotation) in _UNIONS:
        for each in get_args(annotation):
            yield from _alternatives(each)
    else:
        yield annotation


def _item_types(annotation: object) -> Iterator[object]:
    for each in _alternatives(annotation):
        if get_origin(each) is list:
            yield get_args(each)[0]


def _classes(annotation: object, base: type) -> Iterator[type]:
    for each in _alternatives(annotation):
        if isinstance(each, type) and issubclass(each, base):
            yield each
