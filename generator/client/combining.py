"""Keywords that stand beside a reference or a union: all that one schema says holds at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.client.refusals import ImpossibleError, UnsupportedError
from generator.navigation import as_object, as_text

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

# Keywords that allow and forbid nothing (JSON Schema 2020-12, Validation, sections 7 to 9; OpenAPI
# 3.1, section 4.8.24). A discriminator tells the branches of a union apart, and forbids none.
_ANNOTATIONS = frozenset(
    {
        *("$comment", "contentEncoding", "contentMediaType", "contentSchema", "default"),
        *("deprecated", "description", "discriminator", "example", "examples", "externalDocs"),
        *("readOnly", "title", "writeOnly", "xml"),
    }
)
_LARGER_WINS = frozenset({"exclusiveMinimum", "minItems", "minLength", "minimum"})
_SMALLER_WINS = frozenset({"exclusiveMaximum", "maxItems", "maxLength", "maximum"})

__all__ = ["conjoined", "constraints", "require_common_type", "require_type_of"]


def constraints(schema: JsonObject) -> JsonObject:
    """Return the keywords of a schema that allow or forbid something."""
    return {
        keyword: value
        for keyword, value in schema.items()
        if keyword not in _ANNOTATIONS and not keyword.startswith("x-")
    }


def conjoined(schema: Json, beside: JsonObject) -> JsonObject:
    """Return one schema that says what two say.

    Args:
        schema: The first; true and a missing one allow anything.
        beside: The second. Its annotations win.

    Raises:
        ImpossibleError: They have no type in common.
        UnsupportedError: Both state a keyword, and only an `allOf` of both could hold them.
    """
    found = {} if schema is True else dict(as_object(schema))
    binding = constraints(beside)
    for keyword, value in beside.items():
        stated = found.get(keyword)
        if keyword not in binding or keyword not in found or stated == value:
            found[keyword] = value
        elif keyword == "type":
            found[keyword] = require_common_type(stated, value)
        elif isinstance(stated, int | float) and isinstance(value, int | float):
            found[keyword] = _stricter(keyword, stated, value)
        else:
            raise _twice(keyword)
    return found


def _stricter(keyword: str, first: float, second: float) -> float:
    if keyword in _LARGER_WINS:
        return max(first, second)
    if keyword in _SMALLER_WINS:
        return min(first, second)
    raise _twice(keyword)


def _twice(keyword: str) -> UnsupportedError:
    return UnsupportedError(
        f"{keyword} is stated twice, and differently; write one schema by an overlay"
    )


def require_common_type(first: Json, second: Json) -> Json:
    """Return the value of `type` for what two values of it have in common.

    Raises:
        ImpossibleError: They have nothing in common.
    """
    one, other = _types(first), _types(second)
    common: list[Json] = [
        kind
        for kind in dict.fromkeys([*one, *other])
        if (kind in one or (kind == "integer" and "number" in one))
        and (kind in other or (kind == "integer" and "number" in other))
    ]
    if not common:
        raise ImpossibleError(
            f"no value fits, because its type is {' or '.join(one)} and {' or '.join(other)}"
        )
    # Every integer is a number.
    common = [kind for kind in common if kind != "integer" or "number" not in common]
    return common[0] if len(common) == 1 else common


def _types(stated: Json) -> list[str]:
    return [as_text(kind) for kind in stated] if isinstance(stated, list) else [as_text(stated)]


def require_type_of(value: Json, schema: JsonObject) -> None:
    """Refuse a constant of another type than the schema states.

    Raises:
        ImpossibleError: It has another one.
    """
    if "type" not in schema:
        return
    kind = "null"
    if isinstance(value, bool):
        kind = "boolean"
    elif isinstance(value, int | float):
        # JSON Schema 2020-12, Core, section 4.2.3: 1.0 is an integer.
        kind = "integer" if isinstance(value, int) or value.is_integer() else "number"
    elif value is not None:
        kind = {str: "string", list: "array", dict: "object"}[type(value)]
    require_common_type(kind, schema["type"])
