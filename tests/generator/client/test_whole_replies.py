"""Every operation gives its whole reply too, and what it replies with knows the request's id."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from talkdesk_core import http
from talkdesk_core.errors import ArgumentError
from talkdesk_core.replies import Reply
from tests.generator.client.conftest import Generate, document
from tests.generator.client.everything.pieces import array, either, obj, operation, parameter, ref
from tests.generator.client.sending import KINDS, exchange, operation_of

if TYPE_CHECKING:
    from types import ModuleType

    from generator.json_data import JsonObject

ID = "tid-4711"
TEXT: JsonObject = {"type": "string"}
PIECES = {"total": 3, "_embedded": {"pieces": [{"n": 1}]}}


def reply_of(status: int, body: object = None) -> http.Response:
    """Return a reply with an id, and with a body unless there is none."""
    content = b"" if body is None else json.dumps(body).encode()
    return http.Response(status, content=content, headers={"platform-tid": ID})


# What is called, the reply's status and body, and the type of the result.
CALLS: dict[str, tuple[Callable[[Any], Any], int, object, object]] = {
    "array": (lambda client: client.replies.with_raw_response.list(), 200, [{"n": 1}], list),
    "number": (lambda client: client.replies.with_raw_response.get_count(), 200, 3, int),
    "nothing": (lambda client: client.orders.with_raw_response.delete("1"), 204, None, type(None)),
    "perhaps": (lambda client: client.replies.with_raw_response.get_maybe(), 200, {}, "Piece"),
    "union": (
        lambda client: client.unions.with_raw_response.get_pet(),
        200,
        {"kind": "cat"},
        "Cat",
    ),
    "page": (
        lambda client: client.pieces.with_raw_response.list(x_tenant="t", page=2),
        200,
        PIECES,
        "PiecePage",
    ),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", CALLS)
def test_the_whole_reply_is_there_and_its_result_can_be_read(
    everything: ModuleType, kind: str, name: str
) -> None:
    """Whatever the operation gives: an object, several, a page, a plain value or nothing."""
    act, status, body, result = CALLS[name]
    reply = reply_of(status, body)
    given, requests = exchange(everything, kind, act, reply)
    assert len(requests) == 1
    assert (given.status_code, given.content) == (status, reply.content)
    assert given.headers["platform-tid"] == given.request_id == ID
    read = given.parse()
    assert type(read) is (getattr(everything.models, result) if isinstance(result, str) else result)
    assert not isinstance(read, Reply) or read.request_id == ID


def ask_for_page(client: Any, **arguments: int) -> Any:
    """Ask for one page of pieces."""
    return client.pieces.with_raw_response.list(x_tenant="t", **arguments)


def test_one_page_is_asked_for_by_number_and_size(everything: ModuleType) -> None:
    """The page of the numbers given, else the first one of the documented size."""
    asked: list[tuple[dict[str, int], tuple[str, str]]] = [
        ({"page": 2, "per_page": 1}, ("2", "1")),
        ({}, ("1", "4")),
    ]
    for arguments, wanted in asked:
        ask = partial(ask_for_page, **arguments)
        _, (request,) = exchange(everything, "sync", ask, reply_of(200, PIECES))
        assert (request.url.params["page"], request.url.params["per_page"]) == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_arguments_are_checked_before_anything_is_sent(everything: ModuleType, kind: str) -> None:
    """As they are without the whole reply."""
    with pytest.raises(ArgumentError, match=r"^id takes"):
        exchange(
            everything,
            kind,
            lambda client: client.orders.with_raw_response.delete(""),
            reply_of(204),
        )


def test_what_an_operation_replies_with_has_a_request_id(generate: Generate) -> None:
    """Each branch of a union too; nothing within it, no item of an array, nothing that is sent."""
    schemas: dict[str, JsonObject] = {
        name: obj(kind={"const": name}, held=ref("Held")) for name in ("One", "Two", "Three")
    }
    made = generate(
        document(
            paths={
                "/one": {"get": operation("get_one", "things", gives=ref("One"))},
                "/union": {
                    "get": operation("get_union", "things", gives=either(ref("Two"), ref("Three")))
                },
                "/array": {
                    "put": operation(
                        "get_array", "things", gives=array(ref("Item")), body=ref("Sent")
                    )
                },
            },
            schemas={
                **schemas,
                "Held": obj(a=TEXT),
                "Item": obj(a=TEXT),
                "Sent": obj(a=TEXT),
            },
        )
    )
    kinds = {name: getattr(made.models, name) for name in made.models.__all__}
    replies = {name for name, kind in kinds.items() if hasattr(kind, "request_id")}
    assert replies == {"One", "Two", "Three"}
    assert all(issubclass(kinds[name], Reply) for name in replies)


def test_a_member_called_request_id_is_another_attribute(generate: Generate) -> None:
    """The document's own gets an underscore, wherever its object stands; both can be had."""
    member = obj(request_id=TEXT, requestId=TEXT)
    made = generate(
        document(
            paths={
                "/things": {
                    "put": operation("put_thing", "things", gives=ref("Thing"), body=ref("Sent"))
                }
            },
            schemas={
                "Thing": {**member, "properties": {"held": ref("Held"), "request_id": TEXT}},
                "Held": member,
                "Sent": obj(request_id=TEXT),
            },
        )
    )
    data = {"request_id": "theirs", "held": {"request_id": "a", "requestId": "b"}}
    thing, (request,) = exchange(
        made,
        "sync",
        lambda client: client.things.put({"request_id": "sent"}),
        reply_of(200, data),
    )
    assert (thing.request_id_, thing.request_id) == ("theirs", ID)
    assert thing.to_dict() == data
    assert json.loads(request.content) == {"request_id": "sent"}
    assert made.models.Sent(request_id_="x").to_dict() == {"request_id": "x"}


def test_a_call_names_its_path_unfilled(generate: Generate) -> None:
    """For logs: the values of a path may be personal data. The names are those of the arguments."""
    path = "/things/{thingId}/parts/{id}"
    made = generate(
        document(
            paths={
                path: {
                    "get": operation(
                        "get_part",
                        "things",
                        parameter("thingId", "path", TEXT),
                        parameter("id", "path", TEXT),
                    )
                },
                "/things": {"get": operation("list_things", "things")},
            },
            schemas={},
        )
    )
    part = operation_of(made, "things", "get_part").call("a", "b")
    assert (part.path, part.template) == ("/things/a/parts/b", "/things/{thing_id}/parts/{id}")
    assert operation_of(made, "things", "list_things").call().template == "/things"
