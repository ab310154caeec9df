"""What the templates of models are given: those of replies, and those of request bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.client.accepting import Accepting, accepting
from generator.client.cycles import cycles
from generator.client.keywords import least_members, require_checked_members
from generator.client.reading import Reading, reading
from generator.client.shapes import Catalog, Kind, ModelReference, Shape, placed
from generator.client.wording import (
    docstring,
    entry,
    errata,
    paragraph,
    sentence,
    source,
    unverified,
)
from generator.navigation import as_list, as_text, resolve

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from generator.json_data import JsonObject

__all__ = ["BodyAttribute", "BodyModel", "ReplyAttribute", "ReplyModel", "plan_models"]


@dataclass(frozen=True, slots=True)
class ReplyAttribute:
    """One member of an object that is received.

    Attributes:
        name: The name in Python.
        wire_name: The name on the wire.
        aliases: The second names by which it is read.
        type: How it is typed, read and written back.
        shown: Whether `repr` may show it.
        constant: The module's constant that holds its reader; empty where the reader is a function
            that needs no making, or leads back to this module.
    """

    name: str
    wire_name: str
    aliases: tuple[str, ...]
    type: Reading
    shown: bool
    constant: str

    @property
    def read(self) -> str:
        """The expression that reads `value`, which may be None."""
        reader = self.constant or self.type.reader
        if not self.type.exact:
            return f"None if value is None else {reader}(value)"
        return f"value if value is None or {self.type.exact} else {reader}(value)"


@dataclass(frozen=True, slots=True)
class ReplyModel:
    """One object that is received.

    Attributes:
        name: The class.
        docstring: Its docstring, as a literal.
        attributes: Its members, in the document's order.
        others: The type of the members beside them, where the document gives one.
        imports: Classes that are imported with the module.
        late_imports: Classes that are imported on first use, because they lead back here.
    """

    name: str
    docstring: str
    attributes: tuple[ReplyAttribute, ...]
    others: Reading | None
    imports: tuple[ModelReference, ...]
    late_imports: tuple[ModelReference, ...]

    is_body = False

    @property
    def typing_imports(self) -> tuple[ModelReference, ...]:
        """Those of the latter that annotations name."""
        types = [attribute.type for attribute in self.attributes]
        types += [] if self.others is None else [self.others]
        return _named_by(types, self.late_imports)

    @property
    def wire_names(self) -> tuple[str, ...]:
        """The documented names."""
        return tuple(attribute.wire_name for attribute in self.attributes)

    @property
    def shown(self) -> tuple[str, ...]:
        """The attributes that `repr` may show."""
        return tuple(attribute.name for attribute in self.attributes if attribute.shown)


@dataclass(frozen=True, slots=True)
class BodyAttribute:
    """One member of an object that is sent.

    Attributes:
        name: The name in Python.
        wire_name: The name on the wire.
        type: How it is typed, checked and written.
        required: Whether it has to be given.
        shown: Whether `repr` may show it.
    """

    name: str
    wire_name: str
    type: Accepting
    required: bool
    shown: bool

    @property
    def declaration(self) -> str:
        """The attribute, as it stands in the class."""
        if self.required:
            return f"{self.name}: {self.type.annotation}"
        return f"{self.name}: {self.type.annotation} | Unset = UNSET"


@dataclass(frozen=True, slots=True)
class BodyModel:
    """One object that is sent.

    Attributes:
        name: The class.
        docstring: Its docstring, as a literal.
        attributes: Its members, in the document's order.
        others: How the members beside them are written, where the document allows some.
        least: The least number of members, whichever they are.
        imports: Classes that are imported with the module.
        late_imports: Classes that are imported on first use, because they lead back here.
    """

    name: str
    docstring: str
    attributes: tuple[BodyAttribute, ...]
    others: Accepting | None
    least: int
    imports: tuple[ModelReference, ...]
    late_imports: tuple[ModelReference, ...]

    is_body = True

    @property
    def typing_imports(self) -> tuple[ModelReference, ...]:
        """Those of the latter that annotations name."""
        return _named_by([attribute.type for attribute in self.attributes], self.late_imports)

    @property
    def shown(self) -> tuple[str, ...]:
        """The attributes that `repr` may show."""
        return tuple(attribute.name for attribute in self.attributes if attribute.shown)


def plan_models(catalog: Catalog, sent: Collection[str]) -> dict[str, ReplyModel | BodyModel]:
    """Plan every model.

    Args:
        catalog: The document's schemas and the classes that upstream makes of them.
        sent: The components that request bodies refer to.

    Returns:
        The plan by class name.
    """
    shapes = {
        component: shape
        for component in catalog.classes
        if (shape := catalog.shape({"$ref": f"#/components/schemas/{component}"})).kind
        is Kind.OBJECT
    }
    uses = {
        catalog.classes[component].name: _uses(catalog, shape)
        for component, shape in shapes.items()
    }
    groups = cycles({name: [used.name for used in found] for name, found in uses.items()})
    plans: dict[str, ReplyModel | BodyModel] = {}
    for component, shape in shapes.items():
        name = catalog.classes[component].name
        # A class that the same group holds leads back here.
        late = frozenset(used for used in uses[name] if groups[used.name] == groups[name])
        plan = _body_model if component in sent else _reply_model
        plans[name] = plan(catalog, shape, uses[name], late)
    return plans


def _reply_model(
    catalog: Catalog, shape: Shape, uses: frozenset[ModelReference], late: frozenset[ModelReference]
) -> ReplyModel:
    name = _class(shape)
    attributes: list[ReplyAttribute] = []
    entries: list[str] = []
    for wire_name, stated in catalog.members(shape.schema).items():
        member = resolve(catalog.document, stated)
        kind = reading(catalog, catalog.shape(stated))
        attribute = catalog.attributes[name][wire_name]
        made = kind.needs_making and not kind.references & late
        attributes.append(
            ReplyAttribute(
                name=attribute,
                wire_name=wire_name,
                aliases=tuple(as_text(alias) for alias in as_list(member.get("x-aliases"))),
                type=kind,
                shown=_shown(wire_name, member, is_text=kind.annotation == "str", shown=kind.shown),
                constant=_constant(attribute, attributes) if made else "",
            )
        )
        annotation = kind.annotation if kind.annotation == "Any" else f"{kind.annotation} | None"
        entries.append(entry(f"{attribute} ({annotation})", sentence(member)))
    further = catalog.further(shape.schema)
    others = reading(catalog, catalog.shape(further)) if further else None
    if others is not None and others.annotation == "Any":
        others = None
    typed = "Any" if others is None else f"{others.annotation} | None"
    entries.append(
        entry(
            f"additional_properties (dict[str, {typed}])",
            "Members that the document does not know, as they came."
            if others is None
            else "Members whose names the document leaves open.",
        )
    )
    return ReplyModel(
        name=name,
        docstring=_docstring(shape, entries),
        attributes=tuple(attributes),
        others=others,
        imports=tuple(sorted(uses - late)),
        late_imports=tuple(sorted(used for used in late if used.name != name)),
    )


def _body_model(
    catalog: Catalog, shape: Shape, uses: frozenset[ModelReference], late: frozenset[ModelReference]
) -> BodyModel:
    name = _class(shape)
    with placed(shape.component):
        require_checked_members(catalog, shape.schema)
    required = catalog.required(shape.schema)
    attributes: list[BodyAttribute] = []
    entries: list[str] = []
    for wire_name, stated in catalog.members(shape.schema).items():
        member = resolve(catalog.document, stated)
        kind = catalog.shape(stated)
        with placed(f"{shape.component}.{wire_name}"):
            accepted = accepting(catalog, kind)
        attributes.append(
            BodyAttribute(
                name=catalog.attributes[name][wire_name],
                wire_name=wire_name,
                type=accepted,
                required=wire_name in required,
                shown=_shown(
                    wire_name,
                    member,
                    is_text=kind.kind is Kind.TEXT,
                    shown=kind.kind in {Kind.WORD, Kind.CODE, Kind.MOMENT, Kind.DAY},
                ),
            )
        )
        needed = "" if wire_name in required else " | Unset"
        entries.append(
            entry(f"{attributes[-1].name} ({accepted.annotation}{needed})", sentence(member))
        )
    further = catalog.further(shape.schema)
    with placed(f"{shape.component}.*"):
        others = None if further is None else accepting(catalog, catalog.shape(further))
    entries.append(
        entry(
            "additional_properties (dict[str, Any])",
            "Members beside these, sent as they are.",
        )
    )
    return BodyModel(
        name=name,
        docstring=_docstring(
            shape,
            entries,
            "Raises:\n"
            + entry("ArgumentError", "A member is missing, of a wrong type or out of bounds."),
        ),
        attributes=tuple(sorted(attributes, key=lambda each: not each.required)),
        others=others,
        least=least_members(catalog, shape.schema),
        imports=tuple(sorted(uses - late)),
        late_imports=tuple(sorted(used for used in late if used.name != name)),
    )


def _constant(attribute: str, before: Iterable[ReplyAttribute]) -> str:
    """Name the constant that holds a reader: `Name` and `name` are two attributes."""
    taken = {each.constant for each in before}
    constant = f"_READ_{attribute.upper()}"
    while constant in taken:
        constant += "_"
    return constant


def _named_by(
    types: Iterable[Reading | Accepting], late: Collection[ModelReference]
) -> tuple[ModelReference, ...]:
    named = {reference for each in types for reference in each.references}
    return tuple(reference for reference in late if reference in named)


def _class(shape: Shape) -> str:
    assert shape.reference is not None, "objects have a class"  # noqa: S101 - for type checkers
    return shape.reference.name


def _docstring(shape: Shape, entries: list[str], *sections: str) -> str:
    return docstring(
        as_text(shape.schema.get("description")) or _class(shape),
        paragraph(f"{unverified(shape.schema)} {source(shape.schema)} {errata(shape.schema)}"),
        "Attributes:\n" + "\n".join(entries),
        *sections,
    )


def _shown(wire_name: str, member: JsonObject, *, is_text: bool, shown: bool) -> bool:
    """Tell whether `repr` may show a member: ids, enums and times, if they are not personal."""
    is_id = is_text and (wire_name == "id" or wire_name.endswith("_id"))
    return member.get("x-personal") is not True and (is_id or shown)


def _uses(catalog: Catalog, shape: Shape) -> frozenset[ModelReference]:
    """Return the classes that the members of an object name."""
    schemas = {**catalog.members(shape.schema), "*": catalog.further(shape.schema) or {}}
    references: set[ModelReference] = set()
    for name, schema in schemas.items():
        with placed(f"{shape.component}.{name}"):
            references |= reading(catalog, catalog.shape(schema)).references
    return frozenset(references)
