"""`why NAME`: what the pages state about a member, what was corrected, and how sure that is."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.client.wording import bounds
from generator.errors import GeneratorError
from generator.members import Kind, Member
from generator.navigation import as_list, as_object, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.json_data import JsonObject
    from generator.provenance import Provenance

__all__ = ["UnknownMemberError", "explain"]

_LABEL = 12


class UnknownMemberError(GeneratorError):
    """The effective document has no member of that name.

    Attributes:
        near: Names that are like it.
    """

    def __init__(self, name: str, near: list[str]) -> None:
        self.near = near
        advice = f"; near names are {', '.join(near)}" if near else ""
        super().__init__(f"the effective document has no member {name!r}{advice}")


def explain(name: str, provenance: Mapping[str, Provenance]) -> str:
    """Tell where a member comes from.

    Args:
        name: Such as `Callback`, `Callback.status`, `callbacks.list` or `callbacks.list.page`.
        provenance: Of every member.

    Raises:
        UnknownMemberError: There is no such member; near names are suggested.
    """
    found = provenance.get(name)
    if found is None:
        raise UnknownMemberError(name, _near(name, provenance))
    lines = [f"{name} ({found.member.kind.value})"]
    lines += _sources(found)
    if found.stated is not None:
        lines.append(_line("stated", _facts(found.stated)))
    lines.append(_line("now", _facts(found.member)))
    for action in found.actions:
        extensions = action.extensions
        subject = action.erratum or as_text(extensions.get("x-purpose"))
        confidence = as_text(extensions.get("x-confidence"))
        place = f"{action.place.path.name}, action {action.place.action}"
        lines.append("")
        lines.append(_line(subject, place))
        lines.append(_line("reason", as_text(extensions.get("x-reason"))))
        if confidence:
            lines.append(_line("evidence", as_text(extensions.get("x-evidence"))))
            lines.append(_line("confidence", confidence))
    if not found.actions:
        lines.append(_line("corrections", "none"))
    return "\n".join(lines) + "\n"


def _near(name: str, provenance: Mapping[str, Provenance]) -> list[str]:
    lowered = {known.lower(): known for known in provenance}
    close = get_close_matches(name.lower(), lowered, n=5, cutoff=0.6)
    last = name.lower().rpartition(".")[2]
    ends = [known for known in provenance if known.lower().rpartition(".")[2] == last]
    return list(dict.fromkeys([*(lowered[key] for key in close), *ends]))[:5]


def _sources(found: Provenance) -> list[str]:
    facts = found.stated.facts if found.stated is not None else found.member.facts
    stated = facts.get("x-source")
    places = [as_object(place) for place in (stated if isinstance(stated, list) else [stated])]
    lines = [
        _line(
            "source",
            f"{as_text(place.get('page'))}, line {place.get('line')}"
            + (f", row {place.get('row')}" if place.get("row") else ""),
        )
        for place in places
        if place
    ]
    if found.stated is None:
        return [_line("source", "no page; added by the corrections below")]
    return lines or [_line("source", "no page prints it; known from elsewhere, or a name of ours")]


def _facts(member: Member) -> str:
    facts = member.facts
    parts = [f"called {member.name.rpartition('.')[2]}"] if member.kind is Kind.PROPERTY else []
    parts += [part for part in (_type(facts), bounds(facts)) if part]
    if member.kind is Kind.OPERATION:
        parts.append(f"{as_text(facts.get('method'))} {as_text(facts.get('path'))}")
        parts.append(f"parameters {_names(facts, 'parameters')}")
    if member.kind is Kind.SCHEMA and facts.get("properties"):
        parts.append(f"members {_names(facts, 'properties')}")
    if facts.get("enum"):
        parts.append(f"one of {_names(facts, 'enum')}")
    if member.kind in {Kind.PROPERTY, Kind.PARAMETER}:
        parts.append("required" if member.required else "optional")
    if facts.get("deprecated"):
        parts.append("deprecated")
    description = as_text(facts.get("description"))
    return ". ".join(part for part in (description.rstrip("."), ", ".join(parts)) if part)


def _names(facts: JsonObject, key: str) -> str:
    return ", ".join(str(name) for name in as_list(facts.get(key))) or "none"


def _type(facts: JsonObject) -> str:
    reference = as_text(facts.get("$ref")).rpartition("/")[2]
    kind = as_text(facts.get("type"))
    item = as_text(as_object(facts.get("items")).get("$ref")).rpartition("/")[2]
    form = f" of format {facts['format']}" if facts.get("format") else ""
    return reference or f"{kind}{form}" + (f" of {item}" if item else "")


def _line(label: str, text: str) -> str:
    return f"  {label:<{_LABEL}}{text}"
