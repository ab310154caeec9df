"""Names of the document that generated code has for itself: refused, or given an underscore."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.client.package import NAMES
from generator.errors import GeneratorError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from generator.client.operations import Operation
    from generator.client.roots import Resource
    from generator.client.shapes import Catalog

# The names that the clients have already; a test compares them with `talkdesk_core.client`.
CLIENT_NAMES = frozenset(
    {
        *("aclose", "base_url", "close", "execute", "execute_raw", "from_env", "request"),
        "with_options",
    }
)

# What a generated class names in its body, and its methods; an attribute would hide them. What an
# operation replies with has a `request_id`. The name is taken wherever a model stands, so that its
# attributes stay what they are when an operation comes to reply with it.
TAKEN_ATTRIBUTES = frozenset(
    {
        *("additional_properties", "datetime", "from_dict", "from_json", "request_id", "to_dict"),
        *("Any", "Mapping", "Self", "Sequence", "UNSET", "Unset"),
    }
)

# What the annotations of generated modules name beside builtins; all else they import privately.
_TAKEN_CLASSES = frozenset({"Any", "ClassVar", "Mapping", "Self", "Sequence", "Unset"})
_CLIENT_CLASSES = frozenset({"AsyncTalkdesk", "Talkdesk"})
# What a resource has beside its operations.
_RAW = "with_raw_response"

__all__ = ["CLIENT_NAMES", "TAKEN_ATTRIBUTES", "require_free_names"]


def require_free_names(
    catalog: Catalog,
    resources: Sequence[Resource],
    models: Collection[str],
    by_tag: Mapping[str, list[Operation]],
) -> None:
    """Refuse names of which one would replace another in silence.

    Args:
        catalog: The document's schemas and their classes.
        resources: Every tag.
        models: Every class of the document.
        by_tag: The operations of each tag.

    Raises:
        GeneratorError: It says which names, and what to rename.
    """
    for tag, found in by_tag.items():
        _require_own_methods(tag, found)
    _require_own_modules(catalog)
    _require_own_classes(resources, set(models))
    for resource in resources:
        if resource.tag in CLIENT_NAMES:
            raise GeneratorError(
                f"the tag {resource.tag} is a name of the client itself; rename it by an overlay"
            )


def _require_own_methods(tag: str, operations: Sequence[Operation]) -> None:
    names = Counter(operation.method_name for operation in operations)
    for name in (name for name, count in names.items() if count > 1):
        both = ", ".join(plan.name for plan in operations if plan.method_name == name)
        raise GeneratorError(f"{both} would all be client.{tag}.{name}; rename by an overlay")
    for operation in operations:
        if operation.method_name == _RAW:
            raise GeneratorError(
                f"{operation.name} would be client.{tag}.{_RAW}, which every resource has; rename "
                "it by an overlay"
            )


def _require_own_modules(catalog: Catalog) -> None:
    """Refuse classes of which one would overwrite the other's file."""
    found: dict[str, str] = {}
    for name, reference in catalog.classes.items():
        other = found.setdefault(reference.module, name)
        if other != name:
            raise GeneratorError(
                f"the schemas {other} and {name} would both be models.{reference.module}; "
                "rename one by an overlay"
            )


def _require_own_classes(resources: Sequence[Resource], models: set[str]) -> None:
    """Refuse classes that would hide what modules name, or one another."""
    own = {name for resource in resources for name in resource.classes}
    for name in sorted((models | own) & _TAKEN_CLASSES):
        raise GeneratorError(
            f"a schema or tag called {name} hides a name of the modules; rename it by an overlay"
        )
    for name in sorted(own & _CLIENT_CLASSES):
        raise GeneratorError(
            f"a tag whose class is {name} hides the client's; rename it by an overlay"
        )
    for name in sorted(models & NAMES.keys()):
        raise GeneratorError(
            f"the schema {name} is called as a name of the package; rename it by an overlay"
        )
    for name in sorted(models & own):
        raise GeneratorError(
            f"the schema {name} is called as the resource of a tag; rename one by an overlay"
        )
