"""Writers of arrays, mappings and models, and of what may be one of several things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar, cast

from talkdesk_core.errors import ArgumentError
from talkdesk_core.writing.free_form import as_sequence, identity, named_entries
from talkdesk_core.writing.problems import Parts, below, none_fits, parts, raised, refusal
from talkdesk_core.writing.protocol import Body, Writer
from talkdesk_core.writing.scalars import check_count

T = TypeVar("T")

# The values that fitted no form so far: by writer, place, way and identity of the value. The value
# is kept, so that no other can take its identity.
_Misfits: TypeAlias = dict[tuple[int, str, bool, int], tuple[object, Parts]]
_MISFITS: ContextVar[_Misfits | None] = ContextVar("_MISFITS", default=None)

__all__ = ["Array", "Either", "MapOf", "Model", "Nullable"]


@dataclass(frozen=True, slots=True)
class Array(Writer):
    """A list, a tuple, or another sequence that is neither string nor bytes.

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

    def _items(self, place: str, value: object) -> Sequence[object]:
        items = as_sequence(value)
        if items is None:
            raise ArgumentError.wrong_type(place, "a list", value)
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
    """What one of several writers takes; the first that takes a value writes it.

    A union may hold itself, so that each level of wrong data would be tried once for every form of
    every level above. What fitted no form is remembered until the outermost union is done.
    """

    __slots__ = ("_writers",)

    def __init__(self, *writers: Writer) -> None:
        self._writers = writers

    def write(self, place: str, value: object) -> object:
        """Return what the first fitting writer writes."""
        return self._outermost(place, value, loads=False)

    def load(self, place: str, value: object) -> object:
        """Return what the first fitting writer loads."""
        return self._outermost(place, value, loads=True)

    def _outermost(self, place: str, value: object, *, loads: bool) -> object:
        misfits = _MISFITS.get()
        if misfits is not None:
            return self._first(place, value, misfits, loads=loads)
        token = _MISFITS.set({})
        try:
            return self._outermost(place, value, loads=loads)
        finally:
            _MISFITS.reset(token)

    def _first(self, place: str, value: object, misfits: _Misfits, *, loads: bool) -> object:
        key = (id(self), place, loads, id(value))
        if key in misfits:
            raise raised(misfits[key][1])
        tried: list[Parts] = []
        for writer in self._writers:
            way = writer.load if loads else writer.write
            try:
                return way(place, value)
            except ArgumentError as error:
                told = parts(error)
                if told.endless:
                    raise
                tried.append(told)
        misfit = none_fits(place, tried)
        misfits[key] = (value, parts(misfit))
        raise misfit


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
        problem = None
        given = value  # narrowed below, while `value` stays any object
        try:
            if isinstance(given, Mapping):
                return way(model.from_dict(cast("Mapping[str, Any]", given)))
            if isinstance(given, model):
                return way(given)
        except ArgumentError as error:
            problem = parts(error)
        except RecursionError:
            too_deep = "takes no data nested as deeply as this"
            problem = parts(refusal("", too_deep, endless=True))
        # Raised here, an error holds nothing of the one before it.
        if problem is not None:
            raise below(place, problem)
        name = model.__name__
        article = "an" if name[0] in "AEIOU" else "a"
        raise ArgumentError.wrong_type(place, f"{article} {name} or a mapping", value)
