"""What a cell or an item states: type, bounds, values, default, required.

A fact is kept as stated, sense or not. What is seen to be a constraint and cannot be understood
is kept as printed, never guessed and never dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.evidence.passages import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_FRAGMENT = 40
"""Characters of a fragment kept as printed: enough for a constraint, too few for a sentence."""

# `int32` and `date` are formats that the pages print where a type belongs.
_TYPE_OF_FORMAT = {
    "int32": "integer",
    "int64": "integer",
    "float": "number",
    "double": "number",
    "date": "string",
    "date-time": "string",
}
_TYPES = ("string", "integer", "number", "boolean", "object", "array")
_TYPE = re.compile(r"(?P<type>[a-z][a-z0-9-]*(?:\[[a-z0-9-]+\])?)(?:<(?P<format>[a-z0-9-]+)>)?")

KNOWN_TYPE = (
    rf"(?:(?:{'|'.join(_TYPES)})(?:\[[a-z0-9]+\]|<[a-z0-9-]+>)?"
    r"|int32|int64|float|double|date-time|date)"
)
"""Pattern of the types that can be told from the words around them."""

# A number whose digits stand in groups, or whose comma or point may be that of groups or of
# decimals: `1,000`, `2 592 000`, `1.000`. Reading its beginning would make another number of it.
_UNCLEAR = r"-?(?:[0-9.]+(?:,[0-9]|[ '\u2019][0-9]{3})|[1-9][0-9]{0,2}\.[0-9]{3}(?![0-9]))"
_BOUND = re.compile(
    rf"(?<![<>=])(?P<sign>>=|<=)\s*(?!{_UNCLEAR})(?P<value>-?[0-9]+(?:\.[0-9]+)?)(?![\w%])"
    r"(?P<unit>\s*characters\b)?"
)
_DEFAULT = re.compile(
    rf"\bdefaults?\s+to\s+(?!{_UNCLEAR})(?P<value>\"[^\"\s]+\"|[^\s,;\"]+)", re.IGNORECASE
)
# A number, a boolean, a quoted word or a word in capitals; anything else is prose.
_DEFAULT_VALUE = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|true|false|\"[^\"\s]+\"|[A-Z][A-Z0-9_]+")
_ENUM = re.compile(
    r"\b[Aa]llowed\s+values\s*:\s*(?P<values>.*?)"
    r"(?=\.(?:\s|$)|\s*(?:[<>=]|\b[Rr]equired\b)|$)"
)
_ENUM_VALUE = re.compile(r"\"(?P<quoted>[^\"\s]+)\"|(?P<bare>[\w./-]+)")
_GROUPED = re.compile(r"[0-9],[0-9]{3}(?![0-9])")
_CAPITALS = re.compile(r"[A-Z0-9_]+")
# "Required" as a statement of its own, not as a word of a sentence.
_REQUIRED = re.compile(
    r"(?:(?P<not>\b[Nn]ot\s+required\b)|\bRequired\b|(?:^\W*|[.;]\s*|\bis\s+)required\b)"
    r"(?=\s*(?:[.;<>]|$|[Aa]llowed\b))",
)
# What is left of constraints once those that were understood are taken out.
_ANY_NUMBER = r"-?[0-9]+(?:[,.][0-9]+|[ '\u2019][0-9]{3}(?![0-9]))*"
_VALUE = rf"(?:{_ANY_NUMBER}|true\b|false\b|\"[^\"\s]+\")"
# Words that make a bound of a number behind them; without one they are prose.
_LIMIT = (
    r"\b(?:(?:max|min)(?:imum|\.)?|at\s+(?:most|least)|up\s+to|between|exactly"
    r"|(?:no\s+)?(?:more|less|fewer|greater)\s+than|limit(?:ed)?)"
    r"(?:\s+(?:is|of|to|value|length|size))*\s*[:=]?\s*"
)
_LEFTOVER = re.compile(
    rf"[<>=≤≥]+\s*(?:{_ANY_NUMBER}[\w%-]*(?:\s+characters\b)?|[\w.%-]*)"
    rf"|{_LIMIT}{_ANY_NUMBER}(?:\s*(?:and|to|-)\s*{_ANY_NUMBER})?(?:\s+characters\b)?"
    rf"|\b{_ANY_NUMBER}\s+characters\b"
    rf"|\bdefaults?\b(?:\s+value)?(?:\s+(?:to|is)\b|\s*[:=])?(?:\s*{_VALUE})?"
    r"|\b(?:allowed|possible|valid|accepted|permitted|supported)\s+values\b|\bone\s+of\s*:"
    r"|\b(?:required|nullable|null)\b|(?:^|[.;]\s*)(?:optional|mandatory)\b(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a statement says about its member; an empty text is "not stated".

    Attributes:
        type: `string`, `integer`, `array[object]` …, as printed.
        format: `date-time`, `int32`, `date` ….
        minimum: Least number.
        maximum: Greatest number.
        min_length: Least number of characters.
        max_length: Greatest number of characters.
        enum: The values in their order, with one blank between each two.
        required: `yes` or `no`; `yes (… and …)` where the page also names required members of
            the member.
        default: As printed, without quotes.
        printed: Fragments that state a constraint and cannot be understood, `; ` between them.
    """

    type: str = ""
    format: str = ""
    minimum: str = ""
    maximum: str = ""
    min_length: str = ""
    max_length: str = ""
    enum: str = ""
    required: str = ""
    default: str = ""
    printed: str = ""


NO_FACTS = Facts()


def read_type(text: str) -> Facts | None:
    """Return the type and format that a cell prints; None if it prints no type."""
    found = _TYPE.fullmatch(text.strip())
    if found is None:
        return None
    name, form = found["type"], found["format"] or ""
    if not form and name in _TYPE_OF_FORMAT:
        name, form = _TYPE_OF_FORMAT[name], name
    return Facts(type=name, format=form)


def read_constraints(text: str, *, states_required: bool) -> Facts:
    """Return the constraints that a description states.

    Args:
        text: The description, without the type and without numbered items.
        states_required: Whether "Required." belongs to the description; where a table has a
            column for it, it does not.
    """
    rest = one_line(text)
    if rest == "n/a":
        return NO_FACTS
    stated: dict[str, str] = {}
    rest = _take(_ENUM, rest, stated, _enum_fact)
    rest = _take(_BOUND, rest, stated, _bound_fact)
    rest = _take(_DEFAULT, rest, stated, _default_fact)
    if states_required:
        rest = _take(_REQUIRED, rest, stated, _required_fact)
    printed = "; ".join(fragment(found.group()) for found in _LEFTOVER.finditer(rest))
    return Facts(**stated, printed=printed)


def fragment(text: str) -> str:
    """Return the text as it is kept where it cannot be understood: its beginning."""
    return one_line(text)[:LONGEST_FRAGMENT]


def _take(
    pattern: re.Pattern[str],
    text: str,
    stated: dict[str, str],
    fact: Callable[[re.Match[str]], tuple[str, str] | None],
) -> str:
    """Move what the pattern finds from the text into `stated`; return the text that is left.

    What cannot be understood, and a second value for one fact, stays in the text.
    """

    def replace(found: re.Match[str]) -> str:
        named = fact(found)
        if named is None or named[0] in stated:
            return found.group()
        stated[named[0]] = named[1]
        return " ; "

    return pattern.sub(replace, text)


def _bound_fact(found: re.Match[str]) -> tuple[str, str]:
    least = found["sign"] == ">="
    if found["unit"]:
        return ("min_length" if least else "max_length"), found["value"]
    return ("minimum" if least else "maximum"), found["value"]


def _default_fact(found: re.Match[str]) -> tuple[str, str] | None:
    value = found["value"].rstrip(".")
    return ("default", value.strip('"')) if _DEFAULT_VALUE.fullmatch(value) else None


def _required_fact(found: re.Match[str]) -> tuple[str, str]:
    return "required", "no" if found["not"] else "yes"


def _enum_fact(found: re.Match[str]) -> tuple[str, str] | None:
    """Read the values; a comma that is missing between two does not make them one.

    A list is either understood whole or not at all, so that no value is lost in silence. Bare
    words in small letters need their commas: they could be the next sentence.
    """
    listed = found["values"]
    values = list(_ENUM_VALUE.finditer(listed))
    if not values or _ENUM_VALUE.sub("", listed).strip(" ,") or _GROUPED.search(listed):
        return None
    for before, after in pairwise(values):
        between = listed[before.end() : after.start()]
        clear = all(
            value["quoted"] or _CAPITALS.fullmatch(value["bare"]) for value in (before, after)
        )
        if "," not in between and not clear:
            return None
    return "enum", " ".join(value["quoted"] or value["bare"] for value in values)


__all__ = [
    "KNOWN_TYPE",
    "NO_FACTS",
    "Facts",
    "fragment",
    "read_constraints",
    "read_type",
]
