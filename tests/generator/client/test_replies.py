"""Replies of generated clients: whatever a server may say is read, or refused with its place."""

from __future__ import annotations

import json
import logging
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, cast

import pytest

from talkdesk_core import http
from talkdesk_core.errors import ArgumentError, ResponseDecodeError
from tests.generator.client.sending import KINDS, exchange, operation_of

if TYPE_CHECKING:
    from types import ModuleType

FULL: dict[str, Any] = {
    "colour": "dark",
    "level": -3,
    "text": "a",
    "number": 1.5,
    "flag": False,
    "at": "2026-03-02T15:00:00Z",
    "on": "2026-03-02",
    "grid": [["dark"], [], ["light", "grey"]],
    "gaps": ["dark", None],
    "gap_grid": [[1, None], None, []],
    "any": {"deep": [None, 1]},
    "anys": [None, 1, {}],
    "moments": ["2026-03-02T15:00:00Z"],
    "part": {"n": 1},
    "parts": [{"n": 1}, {"n": 2, "new": []}],
    "fixed": 3,
    "short": "abc",
    "shorts": ["much too long"],
}


def test_every_kind_of_member_is_read_and_written_back(everything: ModuleType) -> None:
    """Nothing is lost on the way, and each attribute has its type."""
    models = everything.models
    read = models.Plain.from_dict(FULL)
    assert read.to_dict() == FULL
    assert json.loads(json.dumps(read.to_dict())) == FULL
    assert (read.colour, read.level) == (models.Shade.DARK, models.Depth(-3))
    assert (read.at, read.on) == (datetime(2026, 3, 2, 15, tzinfo=UTC), date(2026, 3, 2))
    assert read.grid[2][1].is_documented is False
    assert read.gaps == [models.Shade.DARK, None]
    assert read.gap_grid == [[1, None], None, []]
    assert read.moments == [read.at]
    assert (read.part, read.parts[0]) == (models.Piece(n=1), models.Piece(n=1))
    assert read.parts[1].additional_properties == {"new": []}
    assert read == models.Plain.from_json(json.dumps(FULL).encode())


@pytest.mark.parametrize("name", FULL)
def test_null_and_missing_are_none(everything: ModuleType, name: str) -> None:
    """Of any member, required or not, nullable or not."""
    plain = everything.models.Plain
    attribute = "any_" if name == "any" else name
    assert getattr(plain.from_dict({}), attribute) is None
    assert getattr(plain.from_dict({name: None}), attribute) is None
    assert plain.from_dict({**FULL, name: None}).to_dict().keys() == FULL.keys() - {name}
    assert everything.models.Piece.from_dict({}).n is None


def test_null_in_an_array_stays_only_where_it_is_documented(
    everything: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    """Elsewhere there is nothing to use; it is left out, and logged."""
    read = everything.models.Plain.from_dict(
        {"parts": [None, {"n": 1}], "grid": [None, ["dark", None]], "gaps": [None], "anys": [None]}
    )
    assert read.parts == [everything.models.Piece(n=1)]
    assert read.grid == [["dark"]]
    assert (read.gaps, read.anys) == ([None], [None])
    assert (
        caplog.record_tuples.count(
            ("talkdesk", logging.WARNING, "an array holds null 1 times, which is left out")
        )
        == 3
    )


def test_unknown_values_of_enums_are_kept(everything: ModuleType) -> None:
    """Words and numbers: equal to what came, and marked as unknown; a trailing comma goes."""
    models = everything.models
    read = models.Plain.from_dict({"colour": "grey", "level": 7})
    assert (read.colour, read.level) == ("grey", 7)
    assert (read.colour.is_documented, read.level.is_documented) == (False, False)
    assert isinstance(read.level, models.Depth)
    assert read.to_dict() == {"colour": "grey", "level": 7}
    assert models.Plain.from_dict({"colour": "dark,"}).colour is models.Shade.DARK
    assert models.Plain.from_dict({"level": 2.0}).level is models.Depth(2)
    assert {level.value for level in models.Depth} == {1, 2, -3}


@pytest.mark.parametrize(
    ("member", "value", "complaint"),
    [
        ("level", "1", "expected integer at $.level, got string"),
        ("level", True, "expected integer at $.level, got boolean"),
        ("gaps", [None, 1], "expected string at $.gaps[1], got number"),
        ("gap_grid", [None, [1, None, "a"]], "expected integer at $.gap_grid[1][2], got string"),
        ("grid", [[], [None, 3]], "expected string at $.grid[1][1], got number"),
        ("anys", {}, "expected array at $.anys, got object"),
        ("fixed", "3", "expected integer at $.fixed, got string"),
        ("short", 3, "expected string at $.short, got number"),
        ("shorts", ["a", 3], "expected string at $.shorts[1], got number"),
        ("parts", [{}, {"n": "1"}], "expected integer at $.parts[1].n, got string"),
    ],
)
def test_a_wrong_type_is_told_with_its_place(
    everything: ModuleType, member: str, value: object, complaint: str
) -> None:
    """Null items count where they stand."""
    with pytest.raises(ResponseDecodeError) as caught:
        everything.models.Plain.from_dict({member: value})
    assert complaint in str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("method", "content", "result"),
    [
        ("list", b'[{"n": 1}, {"n": 2}]', [1, 2]),
        ("list", b"[]", []),
        ("get_alias", b'[{"n": 1}]', [1]),
        ("get_words", b'["dark", "grey"]', ["dark", "grey"]),
        ("get_count", b"5", 5),
        ("get_moment", b'"2026-03-02T15:00:00Z"', datetime(2026, 3, 2, 15, tzinfo=UTC)),
        ("get_shade", b'"light,"', "light"),
        ("get_free", b'{"any": [1]}', {"any": [1]}),
        ("get_free", b"null", None),
        ("get_maybe", b'{"n": 1}', 1),
        ("get_maybe", b"null", None),
        ("do_nothing", b"", None),
        ("do_nothing", b"whatever", None),
    ],
)
def test_a_reply_may_be_any_json(
    everything: ModuleType, kind: str, method: str, content: bytes, result: object
) -> None:
    """Arrays, scalars, free data, null, and nothing at all."""

    def act(client: Any) -> Any:
        return getattr(client.replies, method)()

    given, _ = exchange(everything, kind, act, http.Response(200, content=content))
    assert plain(given) == result


def plain(value: Any) -> object:
    """Return the number of a piece, or the numbers of a list of pieces."""
    if isinstance(value, list):
        return [plain(item) for item in cast("list[object]", value)]
    return getattr(value, "n", value)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("list_", b'[{"n": 1}, {"n": "2"}]', r"of list_ .*Piece.*: expected integer at \$\[1\]\.n"),
        ("list_", b"{}", r"of list_.*: expected array at \$, got object"),
        ("get_words", b"[1]", r"get_words.*: expected string at \$\[0\]"),
        ("get_count", b'"5"', r"get_count.*: expected integer at \$, got string"),
        ("get_maybe", b"[]", r"get_maybe.*: expected object at \$, got array"),
        ("get_free", b"", r"get_free.*: expected JSON.* got an empty body"),
    ],
)
def test_the_error_of_a_reply_names_operation_model_and_place(
    everything: ModuleType, name: str, content: bytes, complaint: str
) -> None:
    """Whatever the reply is made of."""
    call = operation_of(everything, "replies", name).call()
    with pytest.raises(ResponseDecodeError, match=complaint) as caught:
        call.read(content)
    assert caught.value.body == content


def test_further_members_have_their_documented_type(everything: ModuleType) -> None:
    """Models, strings, null, arrays of times; and they are written back."""
    models = everything.models
    data = {
        "pieces": {"title": "t", "a": {"n": 1}, "b": {}},
        "texts": {"title": "t", "a": "b", "none": None},
        "gaps": {"a": {"n": 1}, "none": None},
        "moments": {"a": ["2026-03-02T15:00:00Z"]},
        "closed": {"title": "t", "new": 1},
        "open": {"title": "t", "new": {"any": None}},
        "empty": {"new": 1},
        "derived": {"id": "i", "shade": "dark", "extra": "e", "new": 1},
    }
    read = models.Maps.from_dict(data)
    assert read.to_dict() == data
    assert read.pieces.additional_properties == {"a": models.Piece(n=1), "b": models.Piece()}
    assert read.pieces["a"].n == 1
    assert read.texts.additional_properties == {"a": "b", "none": None}
    assert read.gaps["none"] is None
    assert read.moments["a"] == [datetime(2026, 3, 2, 15, tzinfo=UTC)]
    assert read.closed["new"] == 1
    assert (read.derived.id, read.derived.shade, read.derived.extra) == ("i", "dark", "e")


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({"pieces": {"Ada": {"n": "1"}}}, "expected integer at $.pieces.*.n, got string"),
        ({"texts": {"Ada": 3}}, "expected string at $.texts.*, got number"),
        ({"gaps": {"Ada": 3}}, "expected object at $.gaps.*, got number"),
        ({"moments": {"Ada": ["soon"]}}, "date-time at $.moments.*[0], got string"),
    ],
)
def test_a_wrong_further_member_is_told_without_its_name(
    everything: ModuleType, data: dict[str, Any], complaint: str
) -> None:
    """The name is the sender's own and may be personal data."""
    with pytest.raises(ResponseDecodeError) as caught:
        everything.models.Maps.from_dict(data)
    assert complaint in str(caught.value)
    assert "Ada" not in str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_with_other_parameters_is_paginated(everything: ModuleType, kind: str) -> None:
    """A documented `limit` and a required header are arguments beside the pager's own."""
    reply = http.Response(
        200, json={"total": 1, "total_pages": 1, "_embedded": {"pieces": [{"n": 1}]}}
    )

    def act(client: Any) -> Any:
        pager = client.pieces.list(x_tenant="t1", limit_=7, limit=3)
        return pager.first_page()

    page, (request,) = exchange(everything, kind, act, reply)
    assert page.hal_embedded.pieces == [everything.models.Piece(n=1)]
    assert dict(request.url.params) == {"limit": "7", "page": "1", "per_page": "4"}
    assert request.headers["X-Tenant"] == "t1"
    pager = everything.Talkdesk(region="eu", auth=everything.StaticToken("t")).pieces
    with pytest.raises(ArgumentError, match="x_tenant"):
        pager.list(x_tenant="")
    with pytest.raises(TypeError, match="x_tenant"):
        pager.list()
