"""Which overlay action touched which member: the link between a correction and the client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.json_data import copy_object
from generator.judges import least_sure
from generator.members import Kind, Member, members_of, names_of_operations
from generator.navigation import as_list, as_object, as_text
from generator.overlay import apply_actions, apply_overlays
from generator.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.json_data import Json, JsonObject
    from generator.overlay import Action, Overlay

__all__ = ["Provenance", "annotate", "trace"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a member of the effective document comes from.

    Attributes:
        member: As the effective document has it.
        stated: As the canonical document has it, perhaps by another name; None where it has not.
        actions: The overlay actions that made or changed it, in order.
    """

    member: Member
    stated: Member | None
    actions: tuple[Action, ...]

    @property
    def errata(self) -> dict[str, str]:
        """The errata that it is touched by, each with the least confidence of its corrections."""
        sure: dict[str, str] = {}
        for action in self.actions:
            if action.erratum is not None:
                stated = as_text(action.extensions.get("x-confidence"))
                sure[action.erratum] = least_sure((stated, sure.get(action.erratum, stated)))
        return sure


def trace(canonical: JsonObject, overlays: Sequence[Overlay]) -> dict[str, Provenance]:
    """Apply the actions one by one, and note which members each of them touches.

    Returns:
        Every member of the effective document, by its name.
    """
    effective = apply_overlays(canonical, overlays)
    # Operations keep their effective name from the start, so that early actions count for it.
    names = names_of_operations(effective)
    present = copy_object(canonical)
    parts = Parts(present, names)
    stated = parts.members
    touched: dict[str, list[Action]] = {}
    for action, places in apply_actions(present, overlays):
        for name in _touched(*parts.read_again(places)):
            touched.setdefault(name, []).append(action)
    present_members = members_of(effective)
    former = _former_names(stated, present_members)
    return {
        name: Provenance(member, stated.get(former(name)), tuple(touched.get(name, ())))
        for name, member in present_members.items()
    }


def annotate(effective: JsonObject, provenance: Mapping[str, Provenance]) -> JsonObject:
    """Return a copy in which every property and parameter names its errata, for docstrings."""
    annotated = copy_object(effective)
    schemas = as_object(as_object(annotated.get("components")).get("schemas"))
    for name, schema in schemas.items():
        for key, stated in as_object(as_object(schema).get("properties")).items():
            _mark(as_object(stated), provenance.get(f"{name}.{key}"))
        _mark(as_object(schema), provenance.get(name))
    for (path, method), name in names_of_operations(effective).items():
        item = as_object(as_object(annotated.get("paths")).get(path))
        operation = as_object(item.get(method))
        for stated in (*as_list(item.get("parameters")), *as_list(operation.get("parameters"))):
            parameter = as_object(stated)
            _mark(parameter, provenance.get(f"{name}.{as_text(parameter.get('name'))}"))
        _mark(operation, provenance.get(name))
    return annotated


def _mark(stated: JsonObject, found: Provenance | None) -> None:
    if found is not None and found.errata:
        errata: dict[str, Json] = dict(found.errata)
        stated["x-errata"] = errata


def _touched(before: Mapping[str, Member], after: Mapping[str, Member]) -> set[str]:
    changed = {name for name, member in after.items() if before.get(name) != member}
    for name in before.keys() - after.keys():
        # What a page states twice is a statement about the member that stays.
        twin = as_text(before[name].facts.get("x-duplicate-of"))
        if twin:
            changed.add(f"{name.split('.')[0]}.{twin}")
    return changed


def _former_names(
    stated: Mapping[str, Member], present: Mapping[str, Member]
) -> Callable[[str], str]:
    """Return a function from a member's name to the one that the canonical document has.

    Operations and properties may be renamed; they are known by where they stand on a page.
    """
    names = {_standing(member): name for name, member in stated.items()}

    def former(name: str) -> str:
        if name in stated:
            return name
        found = names.get(_standing(present[name]))
        if found is not None:
            return found
        owner, _, last = name.rpartition(".")
        return f"{former(owner)}.{last}" if owner in present else name

    return former


def _standing(member: Member) -> str:
    """Return what a renamed member keeps: its kind, its page and line, and its schema."""
    if member.kind not in {Kind.OPERATION, Kind.PROPERTY} or "x-source" not in member.facts:
        return member.name
    owner = member.name.split(".")[0] if member.kind is Kind.PROPERTY else ""
    return f"{member.kind} {owner} {member.facts['x-source']!r}"
