"""What came as a reply knows the id of its request, and is the same object as without."""

from __future__ import annotations

import asyncio
import copy
import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from talkdesk_client import AsyncTalkdesk, StaticToken, Talkdesk
from talkdesk_client.models import Callback, CallbackPage, Campaign
from talkdesk_core import http

ID = "tid-4711"
CALLBACK = {"callback_id": "c1", "phone_number": "+12025550143"}
PAGE = {"total": 1, "total_pages": 1, "_embedded": {"callbacks": [CALLBACK]}}
CAMPAIGN = {"id": "a1", "name": "Spring"}
STATED = {"platform-tid": ID}


def serving(headers: dict[str, str]) -> http.MockTransport:
    """Return a server of one callback and one campaign, which takes everything."""

    def answer(request: http.Request) -> http.Response:
        path = request.url.path
        if request.method == "DELETE":
            return http.Response(204, headers=headers)
        body = CAMPAIGN if "campaigns" in path else PAGE if path.endswith("callbacks") else CALLBACK
        return http.Response(200, json=body, headers=headers)

    return http.MockTransport(answer)


def with_client(kind: str, act: Callable[[Any], Any], headers: dict[str, str] = STATED) -> Any:
    """Do something with a client; with the async one it gives something to await."""
    if kind == "sync":
        with Talkdesk(region="eu", auth=StaticToken("t"), transport=serving(headers)) as client:
            return act(client)

    async def asynchronous() -> object:
        async with AsyncTalkdesk(
            region="eu", auth=StaticToken("t"), transport=serving(headers)
        ) as client:
            return await act(client)

    return asyncio.run(asynchronous())


RESULTS: dict[str, tuple[Callable[[Any], Any], Callback | CallbackPage | Campaign]] = {
    "callback": (lambda client: client.callbacks.get("c1"), Callback.from_dict(CALLBACK)),
    "campaign": (lambda client: client.campaigns.get("a1"), Campaign.from_dict(CAMPAIGN)),
    "page": (lambda client: client.callbacks.list().first_page(), CallbackPage.from_dict(PAGE)),
}


@pytest.mark.parametrize("kind", ["sync", "async"])
@pytest.mark.parametrize("name", RESULTS)
def test_a_result_knows_the_id_of_its_request(kind: str, name: str) -> None:
    """A single object as well as a page; where the reply states none, there is none."""
    act, expected = RESULTS[name]
    result = with_client(kind, act)
    assert type(result) is type(expected)
    assert result.request_id == ID
    assert with_client(kind, act, {}).request_id is None


@pytest.mark.parametrize("kind", ["sync", "async"])
def test_what_a_whole_reply_is_read_to_knows_the_id_too(kind: str) -> None:
    """The reply and the object tell the same."""
    reply = with_client(kind, lambda client: client.callbacks.with_raw_response.get("c1"))
    assert reply.request_id == reply.parse().request_id == ID
    nothing = with_client(kind, lambda client: client.callbacks.with_raw_response.cancel("c1"))
    assert (nothing.request_id, nothing.parse()) == (ID, None)


def test_an_item_of_a_page_is_no_reply_of_its_own() -> None:
    """Its page has the id; so has what users make themselves none."""
    (item,) = with_client("sync", lambda client: list(client.callbacks.list()))
    assert item.request_id is None
    assert Callback(callback_id="c1").request_id is None
    assert Callback.from_json(b"{}").request_id is None


@pytest.mark.parametrize("name", RESULTS)
def test_the_id_is_no_part_of_the_object(name: str) -> None:
    """It is not compared, not shown, not written, and no attribute that is listed or set."""
    act, expected = RESULTS[name]
    result = with_client("sync", act)
    assert result == expected
    assert repr(result) == repr(expected)
    assert result.to_dict() == expected.to_dict()
    assert attrs.asdict(result) == attrs.asdict(expected)
    with pytest.raises(AttributeError):
        result.request_id = "another"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_keep_the_id(protocol: int) -> None:
    """Of every protocol, and those of an object without one are read as well."""
    result = with_client("sync", RESULTS["page"][0])
    for given in (result, CallbackPage.from_dict(PAGE)):
        read = pickle.loads(pickle.dumps(given, protocol))
        assert read == given
        assert read.request_id == given.request_id


def test_copies_keep_the_id() -> None:
    """Shallow or deep; an object that is made anew from the same members has none."""
    result = with_client("sync", RESULTS["callback"][0])
    assert [copy.copy(result).request_id, copy.deepcopy(result).request_id] == [ID, ID]
    assert attrs.evolve(result, callback_id="c2").request_id is None
    assert Callback.from_dict(result.to_dict()).request_id is None
