"""Parameters of each scalar type in each place: each takes its type alone, and has one text."""

from __future__ import annotations

import datetime
import inspect
from typing import TYPE_CHECKING, Any

import pytest

from talkdesk_core.errors import ArgumentError
from tests.generator.client.conftest import Generate, document, generator_in
from tests.generator.client.everything.pieces import array, either, operation, parameter
from tests.generator.client.sending import operation_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from generator.json_data import JsonObject

TEXT: JsonObject = {"type": "string"}
DAY: JsonObject = {"type": "string", "format": "date"}
MOMENT: JsonObject = {"type": "string", "format": "date-time"}
# By type: its schema, values with their texts, and values that are refused.
TYPES: dict[str, tuple[JsonObject, dict[Any, str], list[Any]]] = {
    "text": (TEXT, {"abc": "abc", "5": "5"}, [5, 1.5, True, None]),
    "integer": ({"type": "integer"}, {5: "5", -1: "-1"}, ["abc", "5", 1.5, True, None]),
    "number": ({"type": "number"}, {1.5: "1.5", 2: "2"}, ["1.5", True, None]),
    "boolean": ({"type": "boolean"}, {True: "true", False: "false"}, ["true", 1, None]),
    "day": (
        DAY,
        {"2026-03-02": "2026-03-02", datetime.date(2026, 3, 2): "2026-03-02"},
        [datetime.datetime(2026, 3, 2, tzinfo=datetime.UTC), "2026-03-02T00:00:00Z", 3],
    ),
}
# Upstream knows no dates in headers, and says so.
CASES = [
    (kind, place)
    for kind in TYPES
    for place in ("path", "query", "header")
    if (kind, place) != ("day", "header")
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Return a client with one operation for each type and place."""
    paths: JsonObject = {}
    for kind, place in CASES:
        path = f"/{kind}/{place}/{{x}}" if place == "path" else f"/{kind}/{place}"
        stated = parameter("x", place, TYPES[kind][0])
        paths[path] = {"get": operation(f"get_{kind}_{place}", "things", stated)}
    with generator_in(tmp_path_factory.mktemp("plain")) as generate:
        yield generate(document(paths=paths, schemas={}))


@pytest.mark.parametrize(("kind", "place"), CASES)
def test_a_parameter_takes_its_type_alone(made: ModuleType, kind: str, place: str) -> None:
    """In the path as in the query and the headers, whichever type it is."""
    call = operation_of(made, "things", f"get_{kind}_{place}").call
    _, good, bad = TYPES[kind]
    for value, text in good.items():
        described = call(x=value)
        if place == "path":
            assert described.path.rpartition("/")[2] == text
        else:
            sent = described.query if place == "query" else described.headers
            assert sent == {"x": text}
    for value in bad:
        with pytest.raises(ArgumentError) as caught:
            call(x=value)
        assert caught.value.argument == "x"


@pytest.mark.parametrize("name", ["Authorization", "accept", "CONTENT-TYPE"])
def test_headers_that_the_client_sends_itself_are_no_arguments(
    generate: Generate, name: str
) -> None:
    """OpenAPI 3.1, section 4.8.12.2: such parameters shall be ignored."""
    stated = operation(
        "get_x",
        "things",
        parameter(name, "header", TEXT, required=True),
        parameter("X-Other", "header", TEXT),
        parameter(name, "query", TEXT),
    )
    module = operation_of(
        generate(document(paths={"/x": {"get": stated}}, schemas={})), "things", "get_x"
    )
    assert len(inspect.signature(module.call).parameters) == 2
    assert module.call(x_other="a").headers == {"X-Other": "a"}


def test_items_of_a_parameter_are_parameters_too(generate: Generate) -> None:
    """A time may be a date, and null, which has no text, is in no annotation."""
    stated = operation(
        "get_x",
        "things",
        parameter("times", "query", array(MOMENT)),
        parameter("days", "query", array(DAY)),
        parameter("gaps", "query", array(either(TEXT, None))),
        parameter("either", "query", either(MOMENT, {"type": "integer"})),
    )
    made = generate(document(paths={"/x": {"get": stated}}, schemas={}))
    call = operation_of(made, "things", "get_x").call
    day = datetime.date(2026, 3, 2)
    assert call(times=[day], days=[day], either=day, gaps=["a"]).query == {
        "times": ["2026-03-02"],
        "days": ["2026-03-02"],
        "either": "2026-03-02",
        "gaps": ["a"],
    }
    annotations = call.__annotations__
    assert annotations["gaps"] == "Sequence[str] | Unset"
    assert annotations["times"] == "Sequence[datetime.date | str] | Unset"
    for refused in ({"gaps": ["a", None]}, {"days": [datetime.datetime.now(datetime.UTC)]}):
        with pytest.raises(ArgumentError, match=r"^(gaps\[1\]|days\[0\]) takes"):
            call(**refused)
