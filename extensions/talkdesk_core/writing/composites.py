"""Writers of arrays, mappings and models, and of what may be one of several things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from talkdesk_core.errors import ArgumentError
from talkdesk_core.writing.free_form import TooDeepError, identity, named_entries
from talkdesk_core.writing.protocol import Body, Writer
from talkdesk_core.writing.scalars import check_count

T = TypeVar("T")

# What a place and a list of alternatives may grow to before the rest is left out.
_LONGEST_PLACE = 200
_LONGEST_LIST = 1_000

__all__ = ["Array", "Either", "MapOf", "Model", "Nullable"]


@dataclass(frozen=True, slots=True)
class Array(Writer):
    """A list or tuple.

    Attributes:
        item: Writes each item.
        min_items: The least number of items.
        max_items: The largest number of items.
        unique: Whether no two items may be equal as JSON.
    """

    item: Writer
    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False

    def write(self, place: str, value: object) -> list[Any]:
        """Return a list of the written items."""
        items = self._items(place, value)
        written = [self.item.write(f"{place}[{at}]", entry) for at, entry in enumerate(items)]
        if self.unique:
            met: set[object] = set()
            for at, entry in enumerate(map(identity, written)):
                if entry in met:
                    raise ArgumentError(place, f"takes no item twice; {place}[{at}] is one")
                met.add(entry)
        return written

    def load(self, place: str, value: object) -> list[Any]:
        """Return a list of the loaded items."""
        items = self._items(place, value)
        loaded = [self.item.load(f"{place}[{at}]", entry) for at, entry in enumerate(items)]
        if self.unique:
            self.write(place, loaded)
        return loaded

    def _items(self, place: str, value: object) -> list[object] | tuple[object, ...]:
        if not isinstance(value, list | tuple):
            raise ArgumentError.wrong_type(place, "a list", value)
        items = cast("list[object] | tuple[object, ...]", value)
        check_count(place, "item", len(items), self.min_items, self.max_items)
        return items


@dataclass(frozen=True, slots=True)
class MapOf(Writer):
    """A mapping from any strings to values of one kind (`additionalProperties`).

    Attributes:
        value: Writes each value.
    """

    value: Writer

    def write(self, place: str, value: object) -> dict[str, Any]:
        """Return a dict of the written values."""
        return {name: self.value.write(f"{place}.*", x) for name, x in self._items(place, value)}

    def load(self, place: str, value: object) -> dict[str, Any]:
        """Return a dict of the loaded values."""
        return {name: self.value.load(f"{place}.*", x) for name, x in self._items(place, value)}

    def _items(self, place: str, value: object) -> Iterable[tuple[str, object]]:
        if not isinstance(value, Mapping):
            raise ArgumentError.wrong_type(place, "a mapping", value)
        return named_entries(place, cast("Mapping[object, object]", value))


@dataclass(frozen=True, slots=True)
class Nullable(Writer):
    """What another writer takes, or None, which is null.

    Attributes:
        inner: Writes everything but None.
    """

    inner: Writer

    def write(self, place: str, value: object) -> object:
        """Return None, or what the inner writer writes."""
        return None if value is None else self.inner.write(place, value)

    def load(self, place: str, value: object) -> object:
        """Return None, or what the inner writer loads."""
        return None if value is None else self.inner.load(place, value)


class Either(Writer):
    """What one of several writers takes; the first that takes a value writes it."""

    __slots__ = ("_writers",)

    def __init__(self, *writers: Writer) -> None:
        self._writers = writers

    def write(self, place: str, value: object) -> object:
        """Return what the first fitting writer writes."""
        return self._first(place, value, [writer.write for writer in self._writers])

    def load(self, place: str, value: object) -> object:
        """Return what the first fitting writer loads."""
        return self._first(place, value, [writer.load for writer in self._writers])

    def _first(
        self, place: str, value: object, ways: list[Callable[[str, object], object]]
    ) -> object:
        problems: dict[str, None] = {}
        for way in ways:
            try:
                return way(place, value)
            except TooDeepError:
                raise  # each further try would double the time
            except ArgumentError as error:
                same = error.argument == place
                problems[error.problem if same else f"{error.argument} {error.problem}"] = None
        listed = "; or ".join(problems)
        if len(listed) > _LONGEST_LIST:
            listed = f"fits none of its {len(ways)} forms"
        raise ArgumentError(place, listed)


@dataclass(frozen=True, slots=True)
class Model(Writer):
    """The model of an object, or a mapping that it can be made from.

    Attributes:
        load_class: Returns the model's class; called when needed, so that models may refer to each
            other and are imported late.
    """

    load_class: Callable[[], type[Body]]

    def write(self, place: str, value: object) -> dict[str, Any]:
        """Return the object's members."""
        return self._read(place, value, lambda model: model.to_dict())

    def load(self, place: str, value: object) -> Body:
        """Return the model: the given one, or a new one made from the mapping."""
        if isinstance(value, Mapping):  # making it is checking it
            return self._read(place, cast("object", value), lambda model: model)
        self.write(place, value)
        return cast("Body", value)

    def _read(self, place: str, value: object, way: Callable[[Body], T]) -> T:
        model = self.load_class()
        name = model.__name__
        try:
            if isinstance(value, Mapping):
                value = model.from_dict(cast("Mapping[str, Any]", value))
            if isinstance(value, model):
                return way(value)
        except ArgumentError as error:
            # About the model as a whole, an error names the model.
            inner = "" if error.argument == name else f".{error.argument}"
            if len(place) + len(inner) > _LONGEST_PLACE:
                inner = ".…"
            raise type(error)(f"{place}{inner}", error.problem) from None
        except RecursionError:
            raise TooDeepError(place, "takes no data nested as deeply as this") from None
        article = "an" if name[0] in "AEIOU" else "a"
        raise ArgumentError.wrong_type(place, f"{article} {name} or a mapping", value)
