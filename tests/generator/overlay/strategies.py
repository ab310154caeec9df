"""Hypothesis strategies for JSON data."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from hypothesis import settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

# A busy machine is no failure of the code.
without_deadline = settings(deadline=None)

# Spelled out because pyright reads the recursive alias itself too widely.
Values: TypeAlias = "st.SearchStrategy[Json]"
Objects: TypeAlias = "st.SearchStrategy[JsonObject]"

# What some reader of YAML takes for something else than a string, and what upsets its layout.
AWKWARD = (
    *("", " ", "~", "null", "Null", "NULL", "true", "True", "yes", "no", "on", "off", "y", "N"),
    *("0", "010", "+1", "-0", "0x1F", "0o17", "0b1", "1_000", "12:30:45", "2024-01-01", "1e3"),
    *("1.", ".5", "1.5e3", ".inf", "-.INF", ".nan", "1__0", "190:20:30.15", "3.1.0", "200"),
    *("2001-12-14t21:59:43.10-05:00", "<<", "=", "-", "- a", "?", ": ", "a: b", "a #b", "#", "&a"),
    *("*a", "!a", "|", ">", "%a", "@a", "`a", "{", "[", "]", ",", "'", '"', "---", "...", "\\"),
    *("\n", "a\n", "\na", "a\n\n", "a\n b\n", " a\nb", "a \nb", "a\tb", "\ta", "a\r\nb", "a\n\nb"),
    *(
        "# a\nb",
        "a\n---\nb",
        "a\n\tb",
        "\x85",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\xa0",
        "\x00",
        "\x7f",
    ),
    *(
        "é\n漢\n",
        "😀\n",
        "😀",
        "\ud7ff",
        "\ue000",
        "\ufffe",
        "a" * 200,
        "a b " * 60,
        "\n" + "a " * 90,
    ),
)

texts: st.SearchStrategy[str] = st.sampled_from(AWKWARD) | st.text(
    st.characters(exclude_categories=["Cs"])
)

scalars: Values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**30, max_value=10**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts
)


def _deeper(values: Values) -> Values:
    return st.lists(values, max_size=4) | st.dictionaries(texts, values, max_size=4)


values: Values = st.recursive(scalars, _deeper, max_leaves=12)
objects: Objects = st.dictionaries(texts, values, max_size=5)

# Few names, so that two objects often share some, and kinds often clash.
_names = st.sampled_from(["a", "b", "c"])
_few: Values = st.none() | st.integers(0, 3) | st.sampled_from(["x", "y"])


def _few_deeper(values: Values) -> Values:
    return st.lists(values, max_size=3) | st.dictionaries(_names, values, max_size=3)


small_values: Values = st.recursive(_few, _few_deeper, max_leaves=8)
small_objects: Objects = st.dictionaries(_names, small_values, max_size=3)
