"""What the template of a model is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.client.types import ModelReference, PythonType, UnsupportedError, python_type
from generator.client.wording import docstring, entry, errata, paragraph, sentence, source
from generator.navigation import as_list, as_object, as_text, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openapi_python_client.parser.properties.model_property import ModelProperty

    from generator.json_data import JsonObject

# Names that a generated module itself uses.
_TAKEN_CLASSES = frozenset({"Any", "Mapping", "Self"})

__all__ = ["Attribute", "Model", "plan_models"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One member of an object.

    Attributes:
        name: The name in Python.
        wire_names: The name on the wire, and the second names by which it is read.
        type: How it is typed, read and written.
        shown: Whether `repr` may show it.
    """

    name: str
    wire_names: tuple[str, ...]
    type: PythonType
    shown: bool


@dataclass(frozen=True, slots=True)
class Model:
    """One object of the document.

    Attributes:
        name: The class.
        docstring: Its docstring, as a literal.
        attributes: Its members, in the document's order.
        imports: Classes that are imported with the module.
        late_imports: Classes that are imported on first use, because they lead back here.
    """

    name: str
    docstring: str
    attributes: tuple[Attribute, ...]
    imports: tuple[ModelReference, ...]
    late_imports: tuple[ModelReference, ...]

    @property
    def wire_names(self) -> tuple[str, ...]:
        """Every name that is read."""
        return tuple(name for attribute in self.attributes for name in attribute.wire_names)

    @property
    def shown(self) -> tuple[str, ...]:
        """The attributes that `repr` may show."""
        return tuple(attribute.name for attribute in self.attributes if attribute.shown)

    @property
    def needs_datetime(self) -> bool:
        """Whether an annotation names the module datetime."""
        return any("datetime." in attribute.type.annotation for attribute in self.attributes)


def plan_models(
    document: JsonObject, models: Sequence[ModelProperty], schemas: Mapping[str, str]
) -> dict[str, Model]:
    """Plan every model.

    Args:
        document: The effective document.
        models: The parsed objects.
        schemas: The component's name by class name.

    Returns:
        The plan by class name.
    """
    attributes = {
        str(model.class_info.name): _attributes(document, model, schemas) for model in models
    }
    uses = {
        name: {reference for attribute in members for reference in attribute.type.references}
        for name, members in attributes.items()
    }
    plans: dict[str, Model] = {}
    for model in models:
        name = model.class_info.name
        if name in _TAKEN_CLASSES:
            raise UnsupportedError(
                f"a schema called {name} hides a name of the module; rename it by an overlay"
            )
        late = {reference for reference in uses[name] if _reaches(uses, reference.name, name)}
        schema = _component(document, schemas[name])
        entries = [
            entry(
                f"{attribute.name} ({attribute.type.annotation} | None)",
                sentence(_member(document, schema, attribute.wire_names[0])),
            )
            for attribute in attributes[name]
        ]
        entries.append(
            entry(
                "additional_properties (dict[str, Any])",
                "Members that the document does not know, as they came.",
            )
        )
        plans[name] = Model(
            name=name,
            docstring=docstring(
                as_text(schema.get("description")) or name,
                paragraph(f"{source(schema)} {errata(schema)}"),
                "Attributes:\n" + "\n".join(entries),
            ),
            attributes=attributes[name],
            imports=tuple(sorted(uses[name] - late)),
            late_imports=tuple(sorted(late)),
        )
    return plans


def _component(document: JsonObject, name: str) -> JsonObject:
    return as_object(as_object(as_object(document.get("components")).get("schemas")).get(name))


def _member(document: JsonObject, schema: JsonObject, name: str) -> JsonObject:
    return resolve(document, as_object(schema.get("properties")).get(name))


def _attributes(
    document: JsonObject, model: ModelProperty, schemas: Mapping[str, str]
) -> tuple[Attribute, ...]:
    schema = _component(document, schemas[model.class_info.name])
    parsed = {
        prop.name.get_untrusted_value(): prop
        for prop in (*(model.required_properties or ()), *(model.optional_properties or ()))
    }
    attributes: list[Attribute] = []
    for name in as_object(schema.get("properties")):
        member = _member(document, schema, name)
        kind = python_type(parsed[name])
        aliases = tuple(as_text(alias) for alias in as_list(member.get("x-aliases")))
        personal = member.get("x-personal") is True
        is_id = kind.annotation == "str" and (name == "id" or name.endswith("_id"))
        attributes.append(
            Attribute(
                name=str(parsed[name].python_name),
                wire_names=(name, *aliases),
                type=kind,
                shown=not personal and (is_id or kind.shown),
            )
        )
    return tuple(attributes)


def _reaches(uses: Mapping[str, set[ModelReference]], start: str, goal: str) -> bool:
    """Tell whether the imports of one class lead to another."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        name = ahead.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            ahead.extend(reference.name for reference in uses.get(name, ()))
    return False
