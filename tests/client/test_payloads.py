"""The payloads of the properties are as odd as they claim, and are judged strictly."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.json_data import Json
from tests.client.payloads import broken, odd, shapes
from tests.client.payloads.canonical import canonical
from tests.client.payloads.hand import Hand
from tests.client.payloads.times import microseconds, moment

_WORD = "(status|assign_type|from_call_type|dialing_model|assign_type_v2)"
ODDITIES = {
    "a member is null": r'": null',
    "an item is null": r"\[null|, null[,\]]",
    "a required member is missing": r'^(?!.*"count")',
    "a member is unknown": r'"(__class__|from_dict|a-b|hal_links)": ',
    "a word is unknown": rf'{_WORD}": "PARKED"',
    "a word has a trailing comma": rf'{_WORD}": "[A-Z_]+,"',
    "a word is empty": rf'{_WORD}": ""',
    "a time is lower case": r"\dt\d\d:.*z",
    "a time is naive": r"T\d\d:\d\d:\d\d\"",
    "a time is a date": r'_time": "\d{4}-\d\d-\d\d"',
    "a time has no seconds": r'T\d\d:\d\d(Z|[+-]\d\d:\d\d)"',
    "a time has nine digits of fraction": r"\.\d{9}[Z+-]",
    "a time is a leap second": r":59:60",
    "a time has the hour 24": r"[Tt]24:",
    "a second name stands alone": r'^(?!.*"total_pages").*"total_page": \d',
    "a second name stands beside the first": r'(?=.*"total_pages": \d).*"total_page": [^n]',
    "a second name replaces null": r'(?=.*"total_pages": null).*"total_page": \d',
    "an integer has a fraction of 0": r'"count": \d+\.0[,}]',
    "an integer is out of bounds": r'"count": -',
    "half of a surrogate pair": r"\\ud800",
}

SAME: list[tuple[str, Json, Json]] = [
    ("CallbackPage", {"total": None}, {}),
    ("CallbackPage", {"total": 1.0}, {"total": 1}),
    ("CallbackPage", {"total_page": 1, "total_pages": None}, {"total_pages": 1}),
    ("CallbackPageEmbedded", {"callbacks": [None, {}]}, {"callbacks": [{}]}),
    ("Callback", {"status": "API,"}, {"status": "API"}),
    ("Callback", {"created_at": "2026-03-02"}, {"created_at": "2026-03-02T01:00:00.000+01:00"}),
]
OTHER: list[tuple[str, Json, Json]] = [
    ("CallbackPage", {"total": True}, {"total": 1}),
    ("CallbackPage", {"mood": [True]}, {"mood": [1]}),
    ("CallbackPage", {"mood": [None]}, {"mood": []}),
    ("CallbackPage", {"mood": {"a": None}}, {"mood": {}}),
    ("CallbackPage", {"total_page": 1, "total_pages": 2}, {"total_pages": 2}),
    ("Callback", {"phone_number": "1,"}, {"phone_number": "1"}),
    ("Callback", {"phone_number": ""}, {}),
    ("Callback", {"created_at": "2026-03-02T00:00:00.000001Z"}, {"created_at": "2026-03-02"}),
    ("Callback", {"timezone": "2026-03-02T00:00:00.0Z"}, {"timezone": "2026-03-02T00:00:00Z"}),
]


def test_odd_payloads_hold_every_oddity() -> None:
    """Each of them turns up among a thousand payloads, so that reading it is really tried."""
    seen: set[str] = set()

    @settings(max_examples=1000, deadline=None, database=None, derandomize=True)
    @given(odd.objects("CallbackPage"))
    def collect(payload: Json) -> None:
        text = json.dumps(payload)
        seen.update(name for name, pattern in ODDITIES.items() if re.search(pattern, text))

    collect()
    assert seen == set(ODDITIES)


@settings(deadline=None)
@given(payload=broken.objects("CallbackPage"))
def test_broken_payloads_say_where_they_are_broken(payload: broken.Broken) -> None:
    """There is a value at each of the places, and there is a place."""
    assert payload.places
    for place in payload.places:
        assert broken.value_at(payload.value, place) is not None


@pytest.mark.parametrize(("name", "one", "other"), SAME)
def test_payloads_that_mean_the_same_are_equal(name: str, one: Json, other: Json) -> None:
    """The judge overlooks how things are written."""
    assert canonical(name, one) == canonical(name, other)


@pytest.mark.parametrize(("name", "one", "other"), OTHER)
def test_payloads_that_mean_something_else_differ(name: str, one: Json, other: Json) -> None:
    """The judge overlooks nothing else."""
    assert canonical(name, one) != canonical(name, other)


@st.composite
def moments(draw: st.DrawFn) -> str:
    """Draw a time by RFC 3339."""
    return moment(Hand(draw))


@given(text=moments())
def test_our_own_arithmetic_agrees_with_pythons(text: str) -> None:
    """For the times that Python reads as well."""
    start = datetime(1, 1, 1, tzinfo=UTC)
    since = (datetime.fromisoformat(text) - start) // timedelta(microseconds=1)
    assert microseconds(text) - microseconds("0001-01-01") == since


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "format": "ipv4"},
        {"type": "integer", "multipleOf": 2},
        {"type": "object", "patternProperties": {}},
        {"anyOf": [{"type": "string"}, {"type": "integer"}]},
        {"type": ["string", "null"]},
    ],
)
def test_a_schema_that_is_not_understood_is_refused(schema: Json) -> None:
    """No payload is made from a part of it."""
    with pytest.raises(shapes.UnsupportedSchemaError):
        shapes.shape_of(schema)
