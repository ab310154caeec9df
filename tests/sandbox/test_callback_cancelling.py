"""A cancelled callback stays in the list, is CANCELED for good, and nothing else is."""

from collections.abc import Iterator

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.callback_content import ACTIVE, CallbackDocument, parsed
from talkdesk_sandbox.callback_copies import Block
from talkdesk_sandbox.callback_data import callbacks
from talkdesk_sandbox.callback_filter import EVERYTHING, CallbackFilter
from talkdesk_sandbox.callback_store import CallbackStore
from talkdesk_sandbox.database import Database
from tests.sandbox.callback_calls import FINISHED, PATH, create, refused_fields, shown
from tests.sandbox.caller import fetch_token, signed_in, whole_listing
from tests.sandbox.document import EffectiveDocument


@pytest.fixture(scope="module")
def writable() -> Iterator[httpx.Client]:
    """A client of a small sandbox whose callbacks tests cancel."""
    with Sandbox(callbacks=100) as sandbox, signed_in(sandbox) as client:
        yield client


@pytest.mark.parametrize("status", ["UNATTEMPTED", "TO_BE_RETRIED", None])
def test_cancelling_changes_the_status_alone(
    status: str | None, writable: httpx.Client, document: EffectiveDocument
) -> None:
    """204 without a body; the callback keeps its place, and the filter by status finds it."""
    before = whole_listing(writable)
    index = next(n for n, item in enumerate(before) if item.get("status") == status)
    callback_id = before[index]["callback_id"]
    reply = writable.delete(f"{PATH}/{callback_id}")
    assert (reply.status_code, reply.content) == (204, b"")
    before[index]["status"] = "CANCELED"
    assert whole_listing(writable) == before
    assert document.faults("Callback", shown(writable, callback_id)) == []
    assert before[index] in whole_listing(writable, status="CANCELED")
    for other in ACTIVE:
        listed = {item["callback_id"] for item in whole_listing(writable, status=other)}
        assert callback_id not in listed


def test_a_second_cancel_is_a_conflict(writable: httpx.Client, document: EffectiveDocument) -> None:
    """The callback is there, and is what the first made of it."""
    made = create(writable)
    address = f"{PATH}/{made['callback_id']}"
    assert writable.delete(address).status_code == 204
    reply = writable.delete(address)
    assert refused_fields(reply, 409, document) == {}
    assert shown(writable, made["callback_id"]) == {**made, "status": "CANCELED"}


@pytest.mark.parametrize("status", sorted(FINISHED))
def test_a_finished_callback_is_not_cancelled(
    status: str, writable: httpx.Client, document: EffectiveDocument
) -> None:
    """409, and its status stays."""
    item = next(i for i in whole_listing(writable) if i.get("status") == status)
    reply = writable.delete(f"{PATH}/{item['callback_id']}")
    assert refused_fields(reply, 409, document) == {}
    assert shown(writable, item["callback_id"]) == item


def test_reading_alone_writes_nothing(document: EffectiveDocument) -> None:
    """A token without the scope to write shows callbacks and is refused every change."""
    with Sandbox(callbacks=4) as sandbox, signed_in(sandbox) as client:
        token = fetch_token(client, sandbox, "schedule-callbacks:read")
        client.headers["Authorization"] = f"Bearer {token}"
        before = whole_listing(client)
        address = f"{PATH}/{before[0]['callback_id']}"
        assert client.get(address).status_code == 200
        for method, path in (("POST", PATH), ("PATCH", address), ("DELETE", address)):
            reply = client.request(method, path)
            assert reply.status_code == 403
            assert document.faults("Error", reply.json()) == []
        assert whole_listing(client) == before


CAMPAIGNS = ["campaign-a", "campaign-b"]


def stored(store: CallbackStore, wanted: CallbackFilter = EVERYTHING) -> list[CallbackDocument]:
    """Return all callbacks of a store."""
    total, found = store.page(wanted, page=1, per_page=100_000)
    assert total == len(found)
    return [parsed(each.document) for each in found]


@pytest.mark.parametrize("copies", [1, 6])
def test_the_end_of_a_campaign_cancels_its_active_callbacks(copies: int) -> None:
    """Those and no others, copies of rows included; doing it again changes nothing."""
    database = Database()
    few = callbacks(1, 300, CAMPAIGNS)
    store = CallbackStore(database, [Block(each.rows, 150 * copies, 1000) for each in few])
    before = stored(store)
    store.cancel_of_campaign("campaign-a")
    wanted = [
        {**each, "status": "CANCELED"}
        if each.get("campaign_id") == "campaign-a" and each.get("status") in ACTIVE
        else each
        for each in before
    ]
    assert wanted != before
    assert stored(store) == wanted
    canceled = [each for each in wanted if each.get("status") == "CANCELED"]
    assert stored(store, CallbackFilter(status="CANCELED")) == canceled
    store.cancel_of_campaign("campaign-a")
    store.cancel_of_campaign("nobody's")
    assert stored(store) == wanted
    database.close()


def test_a_change_that_is_undone_leaves_no_trace_in_listings() -> None:
    """Not even in a listing that was read while it was under way."""
    database = Database()
    store = CallbackStore(database, callbacks(1, 300, CAMPAIGNS))
    wanted = CallbackFilter(status="CANCELED")
    before = stored(store, wanted)

    class UndoneError(Exception):
        pass

    def undone() -> None:
        with database.writing():
            store.cancel_of_campaign("campaign-a")
            assert len(stored(store, wanted)) > len(before)
            raise UndoneError

    with pytest.raises(UndoneError):
        undone()
    assert stored(store, wanted) == before
    database.close()
