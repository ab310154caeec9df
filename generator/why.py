"""`why NAME`: what the pages state about a member, what was corrected, and how sure that is."""

from __future__ import annotations

import textwrap
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.client.wording import bounds, place, unverified
from generator.errors import GeneratorError
from generator.members import Kind, Member
from generator.navigation import as_list, as_object, as_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.json_data import JsonObject
    from generator.provenance import Provenance
    from generator.register import Entry

__all__ = ["UnknownMemberError", "explain"]

_LABEL = 12
_WIDTH = 98
# What a page does not print of a member that it describes.
_UNPRINTED = {
    Kind.OPERATION: "the page prints neither method nor path",
    Kind.PARAMETER: "the page does not print the name",
    Kind.SCHEMA: "the page does not give the object or list a name",
}


class UnknownMemberError(GeneratorError):
    """The effective document has no member of that name.

    Attributes:
        near: Names that are like it.
    """

    def __init__(self, name: str, near: list[str]) -> None:
        self.near = near
        advice = f"; near names are {', '.join(near)}" if near else ""
        super().__init__(f"the effective document has no member {name!r}{advice}")


def explain(name: str, provenance: Mapping[str, Provenance], register: Sequence[Entry] = ()) -> str:
    """Tell where a member comes from.

    Args:
        name: Such as `Callback`, `Callback.status`, `callbacks.list` or `callbacks.list.page`.
        provenance: Of every member.
        register: The errata, for the verdicts on those that nothing corrects.

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
    if doubt := unverified(found.member.facts):
        lines.append(_line("doubt", doubt))
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
    judged = [entry for entry in register if name in entry.erratum.members]
    for entry in judged:
        lines.append("")
        lines.append(_line(entry.erratum.id, entry.erratum.stated))
        lines.append(_line("verdict", f"no change: {entry.erratum.verdict}"))
        lines.append(_line("confidence", entry.confidence))
    if not found.actions and not judged:
        lines.append(_line("corrections", "none; nothing known speaks against it"))
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
    places = [as_object(one) for one in (stated if isinstance(stated, list) else [stated])]
    lines = [_line("source", place(stated_at)) for stated_at in places if stated_at]
    if found.stated is None:
        return [_line("source", "no page; added by the corrections below")]
    if not lines:
        return [_line("source", "no page prints it; known from elsewhere, or a name of ours")]
    if facts.get("x-inferred") is True and found.member.kind in _UNPRINTED:
        lines.append(_line("inferred", _UNPRINTED[found.member.kind]))
    return lines


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
    if facts.get("x-aliases"):
        parts.append(f"also read as {_names(facts, 'x-aliases')}")
    if facts.get("x-printed"):
        parts.append(f"with the fragment {facts['x-printed']!r}")
    if "const" in facts:
        parts.append(f"the word {facts['const']}")
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
    lead = f"  {label:<{_LABEL}}"
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )
