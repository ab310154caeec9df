"""Docstrings: what the document says of a member, its bounds and its source, in one wording."""

from __future__ import annotations

import math
import textwrap
from typing import TYPE_CHECKING

from openapi_python_client.strings import safe_for_docstring

from generator.client.refusals import UnsupportedError
from generator.navigation import as_list, as_object, as_text, walk

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

WIDTH = 100

__all__ = [
    "bounds",
    "docstring",
    "entry",
    "errata",
    "full_stop",
    "literal",
    "paragraph",
    "place",
    "sentence",
    "source",
    "unverified",
]


def bounds(schema: JsonObject) -> str:
    """Say the bounds of a value in words; empty when there are none."""
    parts = [
        _span(schema.get("minimum"), schema.get("maximum"), ""),
        _span(schema.get("minLength"), schema.get("maxLength"), " characters"),
    ]
    default = schema.get("default")
    if default is not None:
        parts.append(f"the server's default is {default}")
    return ", ".join(part for part in parts if part)


def _span(low: Json, high: Json, unit: str) -> str:
    if low is None and high is None:
        return ""
    if low is None:
        return f"at most {high}{unit}"
    if high is None:
        return f"at least {low}{unit}"
    return f"{low} to {high}{unit}"


def source(schema: JsonObject) -> str:
    """Say which line and row of which page a statement stands on."""
    stated = schema.get("x-source")
    places = [as_object(one) for one in (stated if isinstance(stated, list) else [stated]) if one]
    if places:
        return f"Source: {'; '.join(map(place, places))}."
    return "Source: not printed on a page; inferred." if schema.get("x-inferred") else ""


def place(stated: JsonObject) -> str:
    """Name a page, with line and row where the page was saved."""
    parts = [as_text(stated.get("page"))]
    parts += [f"{key} {stated[key]}" for key in ("line", "row") if stated.get(key)]
    return ", ".join(parts)


def unverified(schema: JsonObject) -> str:
    """Say what is doubtful of a statement that is known at second hand only; else nothing."""
    sure = as_text(schema.get("x-confidence"))
    doubt = as_text(schema.get("x-doubt")) or "No page that we have seen describes it."
    return f"Unverified ({sure} confidence): {doubt}" if sure else ""


def errata(schema: JsonObject) -> str:
    """Name the errata whose corrections made or changed a member, and how sure they are."""
    named = [
        f"{name} ({sure} confidence)" for name, sure in as_object(schema.get("x-errata")).items()
    ]
    return f"Erratum {', '.join(named)}." if named else ""


def sentence(schema: JsonObject) -> str:
    """Put description, bounds and source of a member into one text."""
    description = as_text(schema.get("description")).strip()
    limits = bounds(schema)
    names = [as_text(name) for name in as_list(schema.get("x-aliases"))]
    aliases = f"Also read by the name {', '.join(names)}." if names else ""
    limits = f"{limits[0].upper()}{limits[1:]}." if limits else ""
    parts = (description, limits, aliases, unverified(schema), source(schema), errata(schema))
    return " ".join(part for part in parts if part)


def entry(name: str, text: str) -> str:
    """Write one entry of an `Args:` or `Attributes:` section."""
    return textwrap.fill(
        f"{name}: {text}",
        WIDTH - 12,
        initial_indent="    ",
        subsequent_indent="        ",
        break_on_hyphens=False,
    )


def docstring(summary: str, *sections: str) -> str:
    """Return the literal of a docstring, safe whatever the document says; not indented."""
    first = textwrap.fill(full_stop(summary), WIDTH - 12, break_on_hyphens=False)
    body = "\n\n".join(part for part in (first, *sections) if part.strip())
    text = safe_for_docstring(body)
    if text.endswith('"'):
        # A quote before the closing three would end the docstring early.
        text = f'{text[:-1]}\\"'
    return f'"""{text}\n"""' if "\n" in text else f'"""{text}"""'


def paragraph(text: str) -> str:
    """Wrap a paragraph of a docstring."""
    return textwrap.fill(" ".join(text.split()), WIDTH - 12, break_on_hyphens=False)


def literal(value: Json) -> str:
    """Return a literal of Python.

    Raises:
        UnsupportedError: The value is or holds a number that JSON has not, though YAML has it.
    """
    for _, found in walk(value):
        if isinstance(found, float) and not math.isfinite(found):
            raise UnsupportedError(f"{found} is no finite number")
    return repr(value)


def full_stop(text: str) -> str:
    """Return a text in one line, as a sentence."""
    text = " ".join(text.split())
    return text if not text or text[-1] in ".!?" else f"{text}."
