"""Request bodies of generated clients: written as documented, or refused before they are sent."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from talkdesk_core import http
from talkdesk_core.errors import ArgumentError
from talkdesk_core.unset import UNSET
from tests.generator.client.sending import KINDS, exchange, operation_of

if TYPE_CHECKING:
    from types import ModuleType

SMALL: dict[str, Any] = {"name": "Ada", "lines": [{"sku": "s1"}]}
FULL: dict[str, Any] = {
    "name": "Ada",
    "lines": [{"sku": "s1", "quantity": 2}, {"sku": "s2"}],
    "code": "abc",
    "note": None,
    "at": "2026-03-02T15:00:00Z",
    "on": "2026-03-02",
    "state": "OPEN",
    "priority": 5,
    "ship": {"city": "Porto", "street": "Rua"},
    "marks": ["a", "b"],
    "amount": 0.5,
    "count": 5,
    "kind": "order",
    "meta": {"any": [1, None, {"deep": True}]},
    "grid": [[1, 2], []],
    "gaps": ["a", None],
    "urgent": False,
}


def test_models_mappings_and_mixtures_are_written_alike(everything: ModuleType) -> None:
    """Whoever likes dicts gives dicts; the same JSON is sent."""
    models = everything.models
    call = operation_of(everything, "orders", "create_order").call
    line = models.Line(sku="s1")
    for body in (
        SMALL,
        {**SMALL, "lines": [line]},
        {**SMALL, "lines": (line,)},
        models.Order(**SMALL),
        models.Order(name="Ada", lines=[line]),
        models.Order.from_dict(SMALL),
        models.Order.from_json(json.dumps(SMALL).encode()),
    ):
        assert call(body).json == SMALL


def test_every_kind_of_member_is_written_as_json(everything: ModuleType) -> None:
    """Enum members, times and models become what the wire has; null stays, UNSET goes."""
    models = everything.models
    zone = datetime.timezone(datetime.timedelta(hours=1))
    body = models.Order(
        **{
            **FULL,
            "lines": [models.Line(sku="s1", quantity=2), {"sku": "s2", "quantity": UNSET}],
            "at": datetime.datetime(2026, 3, 2, 16, tzinfo=zone),
            "on": datetime.date(2026, 3, 2),
            "state": models.State.OPEN,
            "priority": models.Priority(5),
            "ship": models.Address(city="Porto", additional_properties={"street": "Rua"}),
        }
    )
    assert body.to_dict() == FULL
    assert operation_of(everything, "orders", "create_order").call(body).json == FULL
    assert models.Order.from_dict(FULL).to_dict() == FULL
    assert models.Order.from_dict(FULL).state is models.State.OPEN
    assert models.Order.from_dict(FULL).lines[0] == models.Line(sku="s1", quantity=2)


@pytest.mark.parametrize(
    ("change", "place", "complaint"),
    [
        ({"name": ""}, ".name", "not empty|1 to 10"),
        ({"name": "x" * 11}, ".name", "1 to 10 characters"),
        ({"name": None}, ".name", "takes a string"),
        ({"name": UNSET}, ".name", "is required in Order"),
        ({"lines": {}}, ".lines", "takes a list"),
        ({"lines": [{"sku": "a"}] * 4}, ".lines", "at most 3 items"),
        ({"lines": [{"sku": "a"}, {}]}, ".lines[1].sku", "is required in Line"),
        ({"lines": [{"sku": "a", "quantity": 0}]}, ".lines[0].quantity", "at least 1, not 0"),
        ({"lines": [{"sku": "a", "skew": 1}]}, ".lines[0]", "has no member skew"),
        ({"code": "a1"}, ".code", "matches"),
        ({"code": None}, ".code", "takes a string.*leave it out instead"),
        ({"at": datetime.datetime(2026, 1, 1)}, ".at", "takes an aware datetime"),
        ({"at": "2026-01-01T00:00:00"}, ".at", "with its offset"),
        ({"on": "soon"}, ".on", "date"),
        ({"state": "AJAR"}, ".state", "takes one of OPEN, CLOSED"),
        ({"priority": 3}, ".priority", "takes one of 1, 2, 5"),
        ({"priority": True}, ".priority", "takes one of 1, 2, 5"),
        ({"ship": {}}, ".ship.city", "is required in Address"),
        ({"ship": {"city": "Porto", "street": 3}}, ".ship.*", "takes a string"),
        ({"marks": ["a", "a"]}, ".marks", "no item twice"),
        ({"amount": 0}, ".amount", "more than 0"),
        ({"count": 6}, ".count", "1 to 5, not 6"),
        ({"count": 2.0}, ".count", "takes an integer"),
        ({"kind": "other"}, ".kind", "takes 'order' alone"),
        ({"meta": {"a": {1}}}, ".meta.*", "that JSON can hold"),
        ({"grid": [[1], ["x"]]}, ".grid[1][0]", "takes an integer"),
        ({"gaps": [None, 1]}, ".gaps[1]", "takes a string"),
        ({"urgent": "yes"}, ".urgent", "takes True or False"),
    ],
)
def test_what_the_document_forbids_is_refused_by_its_place(
    everything: ModuleType, change: dict[str, Any], place: str, complaint: str
) -> None:
    """A model refuses it when it is made, a mapping at the call; the error says where."""
    call = operation_of(everything, "orders", "create_order").call
    with pytest.raises(ArgumentError, match=complaint) as caught:
        call({**SMALL, **change})
    assert caught.value.argument == f"body{place}"
    with pytest.raises(ArgumentError, match=complaint) as caught:
        everything.models.Order(**{**SMALL, **change})
    assert caught.value.argument == place.removeprefix(".")


def test_an_unknown_name_is_refused_with_the_one_that_was_meant(everything: ModuleType) -> None:
    """A misspelt member would be sent for nothing."""
    call = operation_of(everything, "orders", "create_order").call
    with pytest.raises(ArgumentError, match=r"^body.* no member nam; did you mean name\?"):
        call({**SMALL, "nam": "x"})
    with pytest.raises(TypeError, match="nam"):
        everything.models.Order(**SMALL, nam="x")
    body = everything.models.Order(**SMALL, additional_properties={"new": 1})
    assert call(body).json == {**SMALL, "new": 1}


def test_a_changed_attribute_is_checked_again(everything: ModuleType) -> None:
    """Attributes can be set; what is sent is what holds then."""
    call = operation_of(everything, "orders", "create_order").call
    body = everything.models.Order(**SMALL)
    body.count = 3
    assert call(body).json == {**SMALL, "count": 3}
    body.count = 7
    with pytest.raises(ArgumentError, match=r"^body\.count takes 1 to 5, not 7"):
        call(body)
    with pytest.raises(ArgumentError, match=r"^count takes 1 to 5, not 7"):
        body.to_dict()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_sent_of_a_refused_body(everything: ModuleType, kind: str) -> None:
    """The server never sees half a mistake."""
    reply = http.Response(201, json={"id": "r1"})
    sent: list[http.Request] = []

    def act(client: Any) -> Any:
        with pytest.raises(ArgumentError, match=r"body\.name is required"):
            client.orders.create({"lines": []}) if kind == "sync" else _run(
                client.orders.create({"lines": []})
            )
        return client.orders.create(SMALL)

    result, sent = exchange(everything, kind, act, reply)
    assert result == everything.models.Receipt(id="r1")
    assert [json.loads(request.content) for request in sent] == [SMALL]


def _run(coroutine: Any) -> None:
    """Run a coroutine to its first wait, which it must not reach."""
    coroutine.send(None)


PATCH = [{"op": "add", "path": "/name", "value": {"any": 1}}]
RECEIPT = {"id": "r1", "state": "AJAR"}
Act = Callable[[Any], Any]
# What is called, the request's method and path, its body, and the data of the reply, if it has any.
SENT: list[tuple[Act, str, str, object, object]] = [
    (lambda c: c.orders.create(SMALL), "POST", "", SMALL, RECEIPT),
    (lambda c: c.orders.replace("1/2", SMALL), "PUT", "/1%2F2", SMALL, None),
    (lambda c: c.orders.change("1", PATCH), "PATCH", "/1", PATCH, RECEIPT),
    (lambda c: c.orders.change("1", []), "PATCH", "/1", [], None),
    (lambda c: c.orders.delete("1", {"text": "x"}), "DELETE", "/1", {"text": "x"}, None),
    (lambda c: c.orders.mark("1", ["x"]), "PUT", "/1/marks", ["x"], None),
    (lambda c: c.orders.rename("1", "xy"), "POST", "/1/meta", "xy", None),
    (lambda c: c.orders.describe("1", [1, {}]), "PUT", "/1/meta", [1, {}], {"any": 1}),
    (lambda c: c.orders.describe("1", None), "PUT", "/1/meta", None, [1]),
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("act", "method", "path", "body", "data"), SENT)
def test_bodies_go_out_with_their_method_path_and_media_type(
    everything: ModuleType, kind: str, act: Act, method: str, path: str, body: object, data: object
) -> None:
    """POST, PUT, PATCH and DELETE; objects, arrays, scalars and free data; 204 gives None."""
    reply = http.Response(204) if data is None else http.Response(200, json=data)
    given, (request,) = exchange(everything, kind, act, reply)
    assert given == (everything.models.Receipt.from_dict(data) if data is RECEIPT else data)
    assert request.method == method
    assert request.url.raw_path.decode().endswith(f"/orders{path}")
    assert json.loads(request.content) == body
    media_type = "application/json-patch+json" if method == "PATCH" else "application/json"
    assert request.headers["Content-Type"] == media_type


@pytest.mark.parametrize("kind", KINDS)
def test_a_body_that_may_be_left_out_is_left_out(everything: ModuleType, kind: str) -> None:
    """Neither content nor a content type is sent, and null is something else."""
    result, (request,) = exchange(
        everything, kind, lambda client: client.orders.delete("1"), http.Response(204)
    )
    assert result is None
    assert (request.method, request.content) == ("DELETE", b"")
    assert "Content-Type" not in request.headers
    with pytest.raises(ArgumentError, match=r"^body takes a Reason or a mapping"):
        operation_of(everything, "orders", "delete_order").call("1", None)


def test_bodies_that_are_no_objects_are_checked_too(everything: ModuleType) -> None:
    """Arrays by their items and number, strings by their length."""
    for name, body, complaint in (
        ("mark_order", [], "^body takes at least 1 item"),
        ("mark_order", ["a", 1], r"^body\[1\] takes a string"),
        ("mark_order", "abc", "^body takes a list"),
        ("rename_order", "a", "^body takes at least 2 characters"),
        ("change_order", [{"op": "jump", "path": "/"}], r"^body\[0\]\.op takes one of add, remove"),
        ("change_order", [{"op": "add"}], r"^body\[0\]\.path is required"),
        ("change_order", {"op": "add", "path": "/"}, "^body takes a list"),
    ):
        with pytest.raises(ArgumentError, match=complaint):
            operation_of(everything, "orders", name).call("1", body)
    operations = everything.models.PatchOperation
    body = [operations(op="add", path="/a", value=None), {"op": "remove", "path": "/b"}]
    call = operation_of(everything, "orders", "change_order").call("1", body)
    assert call.json == [
        {"op": "add", "path": "/a", "value": None},
        {"op": "remove", "path": "/b"},
    ]


def test_what_is_sent_and_received_has_a_strict_and_a_lenient_class(everything: ModuleType) -> None:
    """`Item` reads anything a server may say, `ItemInput` refuses it; the enum is the same."""
    models = everything.models
    odd = {"name": "much too long", "part": {"size": 0}, "state": "AJAR", "new": 1}
    assert models.Item.from_dict(odd).to_dict() == odd
    assert models.Shelf.from_dict({"items": [odd]}).items[0] == models.Item.from_dict(odd)
    for name, complaint in (
        ("name", "name takes at most 5"),
        ("part", r"part\.size takes at least 1"),
        ("state", "state takes one of OPEN, CLOSED"),
        ("new", "ItemInput has no member new"),
    ):
        with pytest.raises(ArgumentError, match=complaint):
            models.ItemInput.from_dict({"name": "x", name: odd[name]})
    assert models.Item.from_dict({"state": "OPEN"}).state is models.State.OPEN
    assert models.ItemInput(name="x", state=models.State.OPEN).to_dict()["state"] == "OPEN"
    assert not hasattr(models, "StateInput")
    assert not hasattr(models, "ShelfInput")


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_read_can_be_changed_and_sent_back(everything: ModuleType, kind: str) -> None:
    """Read, change a member, write: a story of three lines."""
    stored = {"id": "i1", "name": "old", "part": {"size": 3}, "state": "OPEN"}
    item, _ = exchange(
        everything, kind, lambda client: client.items.get("i1"), http.Response(200, json=stored)
    )
    item.name = "new"
    result, (request,) = exchange(
        everything,
        kind,
        lambda client: client.items.replace("i1", item.to_dict()),
        http.Response(200, json={**stored, "name": "new"}),
    )
    assert json.loads(request.content) == {**stored, "name": "new"}
    assert result == item
    with pytest.raises(ArgumentError, match=r"^body takes an ItemInput or a mapping, not Item"):
        operation_of(everything, "items", "replace_item").call("i1", item)


def test_a_body_shows_no_personal_data(everything: ModuleType) -> None:
    """Its repr tells enums and times, and its errors tell no value."""
    order = everything.models.Order(**FULL)
    assert (
        repr(order)
        == "Order(at='2026-03-02T15:00:00Z', on='2026-03-02', state='OPEN', priority='5')"
    )
    with pytest.raises(ArgumentError) as caught:
        everything.models.Order(**{**FULL, "code": "Secret 77"})
    assert "Secret" not in str(caught.value)
