"""Driving openapi-python-client through its Python objects, with our templates and plans."""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from jinja2 import TemplateError
from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import GeneratorError as UpstreamError
from openapi_python_client.parser.openapi import GeneratorData

from generator.client.clashes import TAKEN_ATTRIBUTES, require_free_names
from generator.client.directions import body_schemas, split_directions
from generator.client.enums import EnumPlan, plan_enums
from generator.client.models import BodyModel, ReplyModel, plan_models
from generator.client.naming import FIELD_PREFIX, class_name, free_names, identifier
from generator.client.operations import Operation, plan_operations, references_of_all
from generator.client.package import ERRORS, NAMES
from generator.client.roots import Resource, RootClient, plan_roots
from generator.client.shapes import Catalog, ModelReference
from generator.client.wording import literal
from generator.errors import GeneratorError
from generator.formatting import format_package
from generator.navigation import as_list, as_object, as_text, operations
from generator.schemas import HEADER

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from openapi_python_client.parser.properties import ModelProperty

    from generator.json_data import Json, JsonObject

# The folders with a module for each tag, and the template of the modules.
_RESOURCES = {"resources": "resource.py.jinja", "raw_resources": "raw_resource.py.jinja"}

__all__ = ["generate_client"]


@dataclass(frozen=True, slots=True)
class Plans:
    """Everything that the templates read beside upstream's own variables."""

    models: dict[str, ReplyModel | BodyModel]
    enums: dict[str, EnumPlan]
    operations: dict[str, Operation]
    resources: list[Resource]
    roots: list[RootClient]

    @property
    def replied(self) -> frozenset[str]:
        """The classes of which an operation's result can be one, itself."""
        return frozenset(name for plan in self.operations.values() for name in plan.result.models)

    @property
    def public_models(self) -> list[str]:
        """The classes of the document, all of which the package itself offers too."""
        return sorted([*self.models, *self.enums])


def generate_client(
    document: JsonObject, package: Path, settings: Mapping[str, object], templates: Path
) -> None:
    """Write the client package.

    Args:
        document: The effective document.
        package: The folder to make.
        settings: Upstream's configuration, by its own keys.
        templates: Our templates.

    Raises:
        GeneratorError: Upstream reports anything at all, or loses an operation or a schema.
        UnsupportedError: The document asks for something that the templates cannot write yet.
    """
    config = _config(settings, package)
    document = split_directions(document)
    data = _parse(document, config)
    project = Project(openapi=data, config=config, custom_template_path=templates)
    collections = {str(tag): found for tag, found in data.endpoint_collections_by_tag.items()}
    _require_nothing_lost(document, data)
    catalog = _catalog(document, data)
    models = plan_models(catalog, body_schemas(document))
    by_tag = plan_operations(catalog, collections)
    descriptions = _descriptions(document)
    resources = [Resource(tag, class_name(tag), descriptions.get(tag) or tag) for tag in by_tag]
    plans = Plans(
        models=models,
        enums=plan_enums(catalog, data.enums),
        operations={plan.name: plan for found in by_tag.values() for plan in found},
        resources=resources,
        roots=plan_roots(resources, by_tag),
    )
    _require_plans(plans, data)
    require_free_names(catalog, plans.resources, plans.public_models, by_tag)
    variables = cast("dict[str, Any]", project.env.globals)
    variables.update(plans=plans, header=HEADER, package_names=NAMES, package_errors=ERRORS)
    project.env.filters["literal"] = literal
    try:
        with redirect_stdout(io.StringIO()):
            errors = project.build()
        _render_resources(project, package, plans, by_tag)
        _render_init(project, package / "_document", "document_init.py.jinja")
    except TemplateError as error:
        raise GeneratorError(f"a template fails: {error!r}") from error
    if errors:
        raise GeneratorError(
            "openapi-python-client reports:\n"
            + "\n".join(f"- {error.header} {error.detail or ''}".rstrip() for error in errors)
        )
    (package / "py.typed").write_text("", encoding="utf-8")
    format_package(package)


def _catalog(document: JsonObject, data: GeneratorData) -> Catalog:
    """Put together what the document says and how upstream names it."""
    components = as_object(as_object(document.get("components")).get("schemas"))
    classes: dict[str, ModelReference] = {
        made.class_info.name: ModelReference(made.class_info.module_name, made.class_info.name)
        for made in (*data.models, *data.enums)
    }
    return Catalog(
        document=document,
        classes={
            name: classes[class_name(name)] for name in components if class_name(name) in classes
        },
        attributes={
            model.class_info.name: _attributes(model, TAKEN_ATTRIBUTES | classes.keys())
            for model in data.models
        },
    )


def _attributes(model: ModelProperty, taken: Collection[str]) -> dict[str, str]:
    """Return the attributes' names by those on the wire."""
    stated = {
        prop.name.get_untrusted_value(): str(prop.python_name)
        for prop in (*(model.required_properties or ()), *(model.optional_properties or ()))
    }
    # Upstream keeps capitals where names fold together; type checkers take `ID` for a constant.
    wanted = {
        wire_name: f"{name.lower()}_" if name.isupper() else name
        for wire_name, name in stated.items()
    }
    return free_names(wanted, taken)


def _parse(document: JsonObject, config: Config) -> GeneratorData:
    try:
        data = GeneratorData.from_dict(_for_upstream(document), config=config)
    except (ValueError, KeyError) as error:
        # Upstream reports most of what it cannot do; names that fold together it raises.
        raise GeneratorError(f"openapi-python-client cannot read the document: {error}") from error
    if isinstance(data, UpstreamError):
        raise GeneratorError(
            f"openapi-python-client cannot read the document: {data.header} {data.detail}"
        )
    return data


def _for_upstream(document: JsonObject) -> dict[str, Any]:
    """Copy the part of the document that upstream reads for us: schemas and parameters.

    Replies and request bodies are ours to read. Upstream would copy every operation three times,
    with all classes that these lead to: the more one schema refers to others, the longer it takes.

    Left out too is what lets upstream call a class otherwise than its component: `title`, and
    extensions such as `x-enum-varnames`.
    """
    copy = deepcopy(document)
    for _, _, operation in operations(copy):
        operation.pop("requestBody", None)
        operation["responses"] = {}
    for schema in as_object(as_object(copy.get("components")).get("schemas")).values():
        stated = as_object(schema)
        for keyword in [name for name in stated if name == "title" or name.startswith("x-")]:
            del stated[keyword]
    return cast("dict[str, Any]", copy)


def _config(settings: Mapping[str, object], package: Path) -> Config:
    # Upstream ignores a key that it does not know.
    unknown = settings.keys() - ConfigFile.model_fields.keys()
    if unknown:
        raise GeneratorError(f"config.toml, [client]: unknown keys {', '.join(sorted(unknown))}")
    return Config.from_sources(
        ConfigFile.model_validate(
            {
                **settings,
                "field_prefix": FIELD_PREFIX,
                "package_name_override": package.name,
            }
        ),
        MetaType.NONE,
        document_source=package,
        file_encoding="utf-8",
        overwrite=False,
        output_path=package,
    )


def _require_nothing_lost(document: JsonObject, data: GeneratorData) -> None:
    """Upstream leaves out what it cannot parse; some of that it does not report."""
    wanted = {
        identifier(as_text(operation.get("operationId")))
        for _, _, operation in operations(document)
    }
    made = {
        str(endpoint.name)
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    lost = sorted(wanted - made)
    reasons: list[str] = []
    schemas = as_object(as_object(document.get("components")).get("schemas"))
    classes = {made.class_info.name for made in (*data.models, *data.enums)}
    for name, stated in sorted(schemas.items()):
        schema = as_object(stated)
        # An allOf of one schema is that schema, and has no class of its own.
        alone = len(as_list(schema.get("allOf"))) != 1
        of_class = "enum" in schema or ("object" in _types_of(schema) and alone)
        if of_class and class_name(name) not in classes:
            lost.append(name)
            reasons += [f"{name}: {reason}" for reason in _reasons(schema)]
    if lost:
        reports = [*reasons, *(error.detail or "" for error in data.errors)]
        reports += [
            error.detail or ""
            for collection in data.endpoint_collections_by_tag.values()
            for error in collection.parse_errors
        ]
        raise GeneratorError(
            f"openapi-python-client lost {', '.join(lost)}:\n" + "\n".join(reports)
        )


def _require_plans(plans: Plans, data: GeneratorData) -> None:
    """Refuse a class that upstream makes of a schema in which we see no object or enum."""
    wanted = {str(made.class_info.name) for made in data.models} - plans.models.keys()
    wanted |= {str(made.class_info.name) for made in data.enums} - plans.enums.keys()
    if wanted:
        raise GeneratorError(
            f"{', '.join(sorted(wanted))}: openapi-python-client makes a class of something that "
            "is neither an object nor an enum; write what it is by an overlay"
        )


def _types_of(schema: JsonObject) -> list[Json]:
    stated = schema.get("type")
    return stated if isinstance(stated, list) else [stated]


def _reasons(schema: JsonObject) -> list[str]:
    """Say why upstream leaves out a schema, where it does not say so itself."""
    reasons: list[str] = []
    words = as_list(schema.get("enum"))
    if None in words:
        reasons.append("an enum with null; allow null where the enum is used, by an anyOf")
    if any(isinstance(word, bool) for word in words):
        reasons.append("an enum of booleans; write a boolean, or a const where it is used")
    if isinstance(schema.get("type"), list) and not words:
        reasons.append("an object or something else; allow null where it is used, by an anyOf")
    reasons += [
        f"an object with {keyword}; describe its members by properties or an allOf alone"
        for keyword in ("anyOf", "oneOf")
        if keyword in schema
    ]
    return reasons


def _descriptions(document: JsonObject) -> dict[str, str]:
    """Return what the document says of its tags, by their names in Python."""
    tags = [as_object(stated) for stated in as_list(document.get("tags"))]
    return {
        identifier(as_text(tag.get("name"))): as_text(tag.get("description"))
        for tag in reversed(tags)  # so that of two statements the first wins
    }


def _render_resources(
    project: Project, package: Path, plans: Plans, by_tag: Mapping[str, list[Operation]]
) -> None:
    for name, template in _RESOURCES.items():
        folder = package / name
        _render_init(project, folder, "resources_init.py.jinja", name=name)
        for resource in plans.resources:
            found = by_tag[resource.tag]
            text = project.env.get_template(template).render(
                resource=resource, operations=found, references=references_of_all(found)
            )
            (folder / f"{resource.tag}.py").write_text(text, encoding="utf-8")


def _render_init(project: Project, folder: Path, template: str, **variables: str) -> None:
    folder.mkdir()
    text = project.env.get_template(template).render(**variables)
    (folder / "__init__.py").write_text(text, encoding="utf-8")
