"""Parameters of generated clients: checked, turned into text, and sent where they belong."""

from __future__ import annotations

import datetime
import inspect
from typing import TYPE_CHECKING, Any

import pytest

from talkdesk_core import http
from talkdesk_core.errors import ArgumentError
from tests.generator.client.sending import KINDS, exchange, operation_of

if TYPE_CHECKING:
    from types import ModuleType

NEEDED: dict[str, Any] = {"text": "a", "x_level": 1}
PLACE: dict[str, Any] = {
    "colour": "red",
    "rank": 1,
    "text": "a",
    "on": "2026-03-02",
    "either": 3,
}


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({"text": "a b&c=d"}, {"text": "a b&c=d"}),
        ({"colours": ["red", "light/blue"]}, {"colours": ["red", "light/blue"]}),
        ({"ranks": [1, 2]}, {"ranks": "1,2"}),
        ({"ranks": (2,)}, {"ranks": "2"}),
        ({"colour": "red"}, {"colour": "red"}),
        ({"rank": 2}, {"rank": "2"}),
        ({"count": 3}, {"count": "3"}),
        ({"at": "2026-03-02T15:00:00+01:00"}, {"at": "2026-03-02T15:00:00+01:00"}),
        (
            {"at": datetime.datetime(2026, 3, 2, 15, tzinfo=datetime.UTC)},
            {"at": "2026-03-02T15:00:00Z"},
        ),
        ({"on": datetime.date(2026, 3, 2)}, {"on": "2026-03-02"}),
        ({"share": 0.25}, {"share": "0.25"}),
        ({"deep": True}, {"deep": "true"}),
        ({"mixed": 3}, {"mixed": "3"}),
        ({"mixed": "red"}, {"mixed": "red"}),
        ({"optional": "x"}, {"optional": "x"}),
        ({"filtername": "x"}, {"filter[name]": "x"}),
        ({"fixed": "yes"}, {"fixed": "yes"}),
    ],
)
def test_each_query_parameter_has_its_text(
    everything: ModuleType, arguments: dict[str, Any], query: dict[str, Any]
) -> None:
    """Lists repeat the name, or are joined by commas where the document says so."""
    call = operation_of(everything, "search", "get_search").call
    assert call(**{**NEEDED, **arguments}).query == {"text": "a", **query}


def test_members_of_enums_are_their_values(everything: ModuleType) -> None:
    """In the query, in lists and in the path."""
    models = everything.models
    call = operation_of(everything, "search", "get_search").call(
        **NEEDED, colours=[models.Colour.RED, "light/blue"], rank=models.Rank(2)
    )
    assert call.query == {"text": "a", "colours": ["red", "light/blue"], "rank": "2"}
    place = operation_of(everything, "search", "get_place").call
    call = place(**{**PLACE, "colour": models.Colour("light/blue"), "rank": models.Rank(2)})
    assert call.path == "/light%2Fblue/2/a/2026-03-02/3"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"text": ""}, "^text takes a string that is not empty"),
        ({"text": None}, "^text takes a string"),
        ({"colours": ["red", "green"]}, r"^colours\[1\] takes one of red, light/blue"),
        ({"colours": []}, "^colours takes a list that is not empty"),
        ({"colours": "red"}, "^colours takes a list"),
        ({"ranks": [3]}, r"^ranks\[0\] takes one of 1, 2"),
        ({"colour": "green"}, "^colour takes one of"),
        ({"rank": "1"}, "^rank takes one of 1, 2"),
        ({"count": 0}, "^count takes at least 1, not 0"),
        ({"count": True}, "^count takes an integer"),
        ({"at": datetime.datetime(2026, 3, 2)}, "^at takes an aware"),
        ({"share": 1}, "^share takes less than 1"),
        ({"deep": "true"}, "^deep takes True or False"),
        ({"mixed": "green"}, "^mixed .*one of red.*integer"),
        ({"optional": None}, "^optional takes .*leave the argument out"),
        ({"filtername": 3}, "^filtername takes a string"),
        ({"fixed": "no"}, "^fixed takes 'yes' alone"),
        ({"x_level": 0}, "^x_level takes at least 1"),
        ({"x_level": None}, "^x_level takes an integer"),
        ({"x_request_tag": None}, "^x_request_tag .*leave it out|leave the argument out"),
        ({"x_request_tag": ""}, "^x_request_tag takes a string that is not empty"),
        ({"x_request_tag": "a\r\nX-Evil: 1"}, "^x_request_tag takes printable ASCII"),
        ({"x_request_tag": "a\0"}, "^x_request_tag takes printable ASCII"),
        ({"x_request_tag": " a"}, "^x_request_tag takes printable ASCII"),
        ({"x_request_tag": "é"}, "^x_request_tag takes printable ASCII"),
    ],
)
def test_what_no_parameter_can_hold_is_refused_by_the_arguments_name(
    everything: ModuleType, arguments: dict[str, Any], complaint: str
) -> None:
    """The name is the one that the user wrote, not the one on the wire."""
    with pytest.raises(ArgumentError, match=complaint):
        operation_of(everything, "search", "get_search").call(**{**NEEDED, **arguments})


def test_required_parameters_have_no_default(everything: ModuleType) -> None:
    """Of the query and of the headers; forgetting one is a mistake that type checkers see."""
    module = operation_of(everything, "search", "get_search")
    for function in (module.call, module.sync, module.asyncio):
        parameters = inspect.signature(function).parameters
        required = [
            name
            for name, parameter in parameters.items()
            if parameter.default is inspect.Parameter.empty
        ]
        assert [name for name in required if name != "client"] == ["text", "x_level"]


@pytest.mark.parametrize("kind", KINDS)
def test_query_and_headers_reach_the_server(everything: ModuleType, kind: str) -> None:
    """A repeated name is repeated, and a header is a header."""
    _, (request,) = exchange(
        everything,
        kind,
        lambda client: client.search.get(
            text="a+b", colours=["red", "light/blue"], ranks=[1, 2], x_level=7, x_request_tag="t g"
        ),
        http.Response(204),
    )
    assert request.url.params.multi_items() == [
        ("text", "a+b"),
        ("colours", "red"),
        ("colours", "light/blue"),
        ("ranks", "1,2"),
    ]
    assert (request.headers["X-Level"], request.headers["X-Request-Tag"]) == ("7", "t g")


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("a/b", "a%2Fb"),
        ("a?b", "a%3Fb"),
        ("100%", "100%25"),
        ("a b", "a%20b"),
        ("a.b", "a.b"),
        ("...", "..."),
        ("é#", "%C3%A9%23"),
        ("{x}", "%7Bx%7D"),
        ("a%2Fb", "a%252Fb"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_a_path_parameter_stays_one_segment(
    everything: ModuleType, kind: str, text: str, segment: str
) -> None:
    """Whatever it holds, it is quoted on the wire."""
    _, (request,) = exchange(
        everything,
        kind,
        lambda client: client.search.get_place("red", 1, text, "2026-03-02", 3),
        http.Response(204),
    )
    path, _, query = request.url.raw_path.partition(b"?")
    assert path.decode().endswith(f"/red/1/{segment}/2026-03-02/3")
    assert query == b""


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ({"text": ""}, "^text takes an id that is neither empty"),
        ({"text": " "}, "^text takes an id that is neither empty"),
        ({"text": ".."}, "^text takes an id that is neither empty"),
        ({"text": "x" * 10}, "^text takes at most 9 characters"),
        ({"text": None}, "^text takes a string"),
        ({"colour": "green"}, "^colour takes one of red, light/blue"),
        ({"rank": 3}, "^rank takes one of 1, 2"),
        ({"rank": True}, "^rank takes one of 1, 2"),
        ({"on": "soon"}, "^on takes"),
        ({"either": 0}, "^either takes"),
    ],
)
def test_a_path_parameter_is_checked(
    everything: ModuleType, arguments: dict[str, Any], complaint: str
) -> None:
    """By its type and bounds, and never empty."""
    with pytest.raises(ArgumentError, match=complaint):
        operation_of(everything, "search", "get_place").call(**{**PLACE, **arguments})
