"""The parts of a document that can be read by themselves: its component schemas and its paths.

An action changes one or two of some hundred parts. To read only those again is what makes the work
of `trace` grow as the document and the actions do, and not as one times the other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from generator.json_data import Location, copy_object
from generator.members import members_of_path, members_of_schema
from generator.navigation import as_object

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.json_data import JsonObject
    from generator.members import Member

__all__ = ["Parts"]

Part: TypeAlias = Location
"""`("components", "schemas", "Callback")`, `("paths", "/callbacks")`, or what these refer to."""

# How many keys lead to a part, by the first of them. All else, such as `tags`, is one part each.
_DEPTHS = {"components": 3, "paths": 2}


class Parts:
    """The members of a document that changes in place, part by part."""

    def __init__(self, document: JsonObject, names: Mapping[tuple[str, str], str]) -> None:
        """Read every part of the document.

        Args:
            document: It is kept, not copied: later changes of it are what `read_again` is for.
            names: The operations' names, by path and method.
        """
        self._document = document
        self._names = names
        self._members: dict[Part, dict[str, Member]] = {}
        # By each part that references lead to: the paths that have them.
        self._referring: defaultdict[Part, set[Part]] = defaultdict(set)
        for name in self._schemas:
            self._read(("components", "schemas", name))
        for path in self._paths:
            self._read(("paths", path))

    @property
    def members(self) -> dict[str, Member]:
        """Return every member by its name, as it was when its part was last read."""
        return self._of(self._members)

    def read_again(self, places: Iterable[Location]) -> tuple[dict[str, Member], dict[str, Member]]:
        """Read the parts that a change of some places may have changed.

        Args:
            places: Where the document is now another than it was when it was last read.

        Returns:
            The members of these parts, by their names: as they were, and as they are.
        """
        # A dict, as a set would have another order in every process.
        parts = dict.fromkeys(part for place in places for part in self._parts_at(place))
        before = self._of(parts)
        for part in parts:
            self._read(part)
        return before, self._of(parts)

    @property
    def _schemas(self) -> JsonObject:
        return as_object(as_object(self._document.get("components")).get("schemas"))

    @property
    def _paths(self) -> JsonObject:
        return as_object(self._document.get("paths"))

    def _of(self, parts: Iterable[Part]) -> dict[str, Member]:
        return {
            name: member for part in parts for name, member in self._members.get(part, {}).items()
        }

    def _parts_at(self, place: Location) -> Iterator[Part]:
        """Yield the part that has the place, or those that it has, and what refers to them."""
        depth = _DEPTHS.get(str(place[0]), 1) if place else 1
        found = [place[:depth]]
        if len(place) < depth:
            known = (*self._members, *self._referring)
            found = [part for part in known if part[: len(place)] == place]
        for part in found:
            yield part
            yield from sorted(self._referring.get(part, ()))

    def _read(self, part: Part) -> None:
        match part:
            case ("components", "schemas", str(name)) if name in self._schemas:
                self._keep(part, members_of_schema(name, self._schemas[name]))
            case ("paths", str(path)) if path in self._paths:
                passed: list[Location] = []
                found = members_of_path(self._document, path, self._names, passed)
                self._keep(part, found)
                for place in passed:
                    self._referring[place[: _DEPTHS.get(str(place[0]), 1)]].add(part)
            case _:
                self._members.pop(part, None)  # it is gone, or is one that has no members

    def _keep(self, part: Part, members: Iterable[Member]) -> None:
        # Copies, as what the members state is part of a document that changes under them.
        self._members[part] = {
            member.name: replace(member, facts=copy_object(member.facts)) for member in members
        }
