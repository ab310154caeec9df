"""A large data set is copies of a small one, and nobody can tell by reading or writing it."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkdesk_sandbox.callback_content import ACTIVE, CallbackDocument, content_of, parsed
from talkdesk_sandbox.callback_copies import Block, copied_id, copy_number
from talkdesk_sandbox.callback_data import callbacks
from talkdesk_sandbox.callback_filter import EVERYTHING, CallbackFilter
from talkdesk_sandbox.callback_lookup import StoredCallback
from talkdesk_sandbox.callback_store import CallbackStore
from talkdesk_sandbox.database import Database
from talkdesk_sandbox.page_places import Places

ROWS = 5000  # what is more is copies
COUNT = 7_777  # a whole copy and a part of one, in each half
CAMPAIGNS = ["campaign-a", "campaign-b"]


class Stored(NamedTuple):
    """A store and what it held at first."""

    database: Database
    store: CallbackStore
    rows: list[CallbackDocument]


def all_of(store: CallbackStore, wanted: CallbackFilter = EVERYTHING) -> list[CallbackDocument]:
    """Return all callbacks of a store, page by page."""
    rows: list[CallbackDocument] = []
    page = 1
    while True:
        total, found = store.page(wanted, page=page, per_page=5000)
        rows += [parsed(each.document) for each in found]
        if not found:
            assert len(rows) == total
            return rows
        page += 1


@pytest.fixture(scope="module")
def large() -> Iterator[Stored]:
    """A store with copies that tests only read."""
    database = Database()
    store = CallbackStore(database, callbacks(3, COUNT, CAMPAIGNS))
    yield Stored(database, store, all_of(store))
    database.close()


def copies_of_few(count: int) -> Stored:
    """Return a store of many copies of 240 rows, almost all of one campaign."""
    database = Database()
    few = callbacks(3, 240, ["campaign-a"])
    store = CallbackStore(database, [Block(each.rows, count // 2, 1000) for each in few])
    return Stored(database, store, all_of(store))


@pytest.fixture(scope="module")
def copied() -> Iterator[Stored]:
    """A store of fifty copies that tests only read."""
    stored = copies_of_few(12_000)
    yield stored
    stored.database.close()


@pytest.mark.parametrize("count", [ROWS - 1, ROWS, ROWS + 1, ROWS + 2, 3 * ROWS])
def test_a_data_set_has_as_many_callbacks_as_asked_for(count: int) -> None:
    """Also where copies begin and where they end within a block; half of them are older."""
    database = Database()
    store = CallbackStore(database, callbacks(1, count, CAMPAIGNS))
    rows = all_of(store)
    assert len(rows) == count == len({row["callback_id"] for row in rows})
    assert not any("assign_type" in row for row in rows[count // 2 :])
    assert not any("assign_type_v2" in row for row in rows[: count // 2])
    database.close()


def test_every_callback_is_of_its_own(large: Stored) -> None:
    """Callbacks have an id each; as many records and contacts are called as without copies."""
    rows = large.rows
    assert len({row["callback_id"] for row in rows}) == COUNT
    interactions = [row["interaction_id"] for row in rows if row.get("interaction_id")]
    assert len(set(interactions)) == len(interactions)
    for name in ("record_id", "contact_id"):
        ids = Counter(row[name] for row in rows if name in row)
        assert len(ids) > COUNT * 0.4
        assert max(ids.values()) < 10


def test_a_chain_of_interactions_stays_one(large: Stored) -> None:
    """Where the interaction is the first of its chain, it is so in every copy."""
    both = [row for row in large.rows if row.get("interaction_id") and "root_interaction_id" in row]
    first = [row for row in both if row["interaction_id"] == row["root_interaction_id"]]
    assert 0.4 < len(first) / len(both) < 0.6


def test_callbacks_were_created_in_the_order_of_the_listing(large: Stored) -> None:
    """Over the seams of copies and of blocks, and before any of them is due."""
    created = [str(row["created_at"]) for row in large.rows if "created_at" in row]
    assert created == sorted(created)
    due = [str(row["time_to_call"]) for row in large.rows if "time_to_call" in row]
    assert created[0] < created[-1] < min(due)


def test_nobody_has_two_active_callbacks(large: Stored) -> None:
    """One of a record is still to be attempted at most, copies included."""
    active = Counter(
        row["record_id"] for row in large.rows if row.get("status") in ACTIVE and "record_id" in row
    )
    assert max(active.values()) == 1


def test_the_same_seed_gives_the_same_copies(large: Stored) -> None:
    """The whole listing repeats."""
    database = Database()
    again = CallbackStore(database, callbacks(3, COUNT, CAMPAIGNS))
    assert all_of(again) == large.rows
    database.close()


def test_a_callback_is_found_by_its_id(copied: Stored) -> None:
    """Any of any copy, and no id beside those that are stored."""
    ids = {row["callback_id"] for row in copied.rows}
    for row in [*copied.rows[:3], *copied.rows[-3:], *copied.rows[::601]]:
        callback_id = str(row["callback_id"])
        found = copied.store.callback(callback_id)
        assert found is not None
        assert (found.callback_id, parsed(found.document)) == (callback_id, row)
        for copy in (1, 49, 50, -1):
            other = copied_id(callback_id, copy)
            assert (copied.store.callback(other) is not None) == (other in ids)
        assert copied.store.callback(callback_id.upper()) is None or callback_id.isdigit()
        assert copied.store.callback(callback_id[:-1]) is None


def held(name: str, value: object) -> Callable[[CallbackDocument], bool]:
    """Match a member."""
    return lambda row: row.get(name) == value


def filters_of(row: CallbackDocument) -> list[tuple[CallbackFilter, Callable[..., bool]]]:
    """Return filters for what a row says, one by one, with what each means."""
    named = ("campaign_id", "contact_id", "phone_number", "record_id", "status", "from_call_type")
    changes: list[dict[str, Any]] = [{name: row[name]} for name in named if name in row]
    return [(CallbackFilter(**each), held(*next(iter(each.items())))) for each in changes]


def test_each_filter_finds_what_matches(copied: Stored) -> None:
    """Listings of a few rows and of many, in order, whether a copy or not is asked for."""
    samples = [copied.rows[7], copied.rows[-8], copied.rows[5_999]]
    asked = dict(each for sample in samples for each in filters_of(sample))
    for wanted, matches in asked.items():
        assert all_of(copied.store, wanted) == [row for row in copied.rows if matches(row)]


def test_filters_of_several_ids_combine(copied: Stored) -> None:
    """A record and its contact are found together, and not with those of another copy."""
    sample = next(r for r in copied.rows[8000:] if {"record_id", "contact_id"} <= set(r))
    record_id, contact_id = str(sample["record_id"]), str(sample["contact_id"])
    both = CallbackFilter(record_id=record_id, contact_id=contact_id)
    assert sample in all_of(copied.store, both)
    for copy in (1, -1):
        other = CallbackFilter(record_id=record_id, contact_id=copied_id(contact_id, copy))
        assert all_of(copied.store, other) == []


def test_a_changed_callback_leaves_its_copies_alone() -> None:
    """It keeps its place, says what it is told, and every filter follows."""
    database, store, rows = copies_of_few(2_000)
    chosen = random.Random(1).sample(range(len(rows)), 40)  # noqa: S311  (a choice of rows)
    for index in [*chosen, *chosen[:5]]:
        rows[index] = {**rows[index], "status": "EXHAUSTED", "phone_number": f"new {index}"}
        store.replace(rows[index])
    assert all_of(store) == rows
    exhausted = [row for row in rows if row.get("status") == "EXHAUSTED"]
    assert all_of(store, CallbackFilter(status="EXHAUSTED")) == exhausted
    for index in chosen:
        row = rows[index]
        assert all_of(store, CallbackFilter(phone_number=f"new {index}")) == [row]
        found = store.callback(str(row["callback_id"]))
        assert found is not None
        assert parsed(found.document) == row
        for wanted, matches in filters_of(row):
            if wanted.record_id is not None or wanted.contact_id is not None:
                assert all_of(store, wanted) == [each for each in rows if matches(each)]
    database.close()


def test_changing_one_that_is_not_there_is_an_error(copied: Stored) -> None:
    """The store says so and holds what it held."""
    with pytest.raises(LookupError):
        copied.store.replace({"callback_id": "nobody"})
    assert copied.store.page(EVERYTHING, page=1, per_page=1)[0] == len(copied.rows)


@given(st.uuids(version=4), st.integers(0, 16**6 - 1), st.text(max_size=40))
def test_a_copy_is_known_by_its_id(original: Any, copy: int, text: str) -> None:
    """The number leads to the id and the id to the number; other texts lead to none."""
    first = str(original)
    wanted = copied_id(first, copy)
    assert (wanted == first) == (copy == 0)
    assert copy_number(first, wanted) == copy
    found = copy_number(first, text)
    assert found is None or copied_id(first, found) == text


WALKED = {
    "many": CallbackFilter(campaign_id="campaign-a"),
    "few": CallbackFilter(campaign_id="campaign-a", status="SUCCESS"),
    "all": EVERYTHING,
}


@pytest.mark.parametrize("kind", WALKED)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.integers(1, 30), st.sampled_from((1, 7, 50, 499, 500, 12_000))),
        min_size=1,
        max_size=12,
    )
)
def test_any_page_at_any_time_is_that_part_of_the_listing(
    kind: str, copied: Stored, asked: list[tuple[int, int]]
) -> None:
    """Forward, back, far ahead, with another size in between: places that are kept do not lie."""
    wanted = WALKED[kind]
    listing = [
        row
        for row in copied.rows
        if wanted.status in (None, row.get("status"))
        and wanted.campaign_id in (None, row.get("campaign_id"))
    ]
    for page, per_page in asked:
        total, found = copied.store.page(wanted, page=page, per_page=per_page)
        assert total == len(listing)
        part = listing[(page - 1) * per_page : page * per_page]
        assert [each.callback_id for each in found] == [row["callback_id"] for row in part]


def test_places_are_bounded_and_true() -> None:
    """However many pages were served, a place before any item is known, and not far from it."""
    places = Places(1_000_000, 11)

    def position(rank: int) -> int:
        return 10 + 3 * rank

    for rank in range(7, 500_000, 7):
        places.remember(rank, position(rank))
        assert places.before(rank + 6) == (rank, position(rank))
    for rank in range(999_000, 500_000, -50):
        places.remember(rank, position(rank))
    known = [places.before(rank) for rank in range(1_000_000)]
    assert all(behind == position(rank) for rank, behind in known)
    assert all(0 <= rank - known[rank][0] < 1000 for rank in range(999_000))
    assert len(set(known)) < 3000


def steps_of_pages(database: Database, turn: Callable[[int], object], pages: range) -> list[int]:
    """Return how many hundreds of instructions SQLite ran for each page."""
    counted = [0]

    def count() -> int:
        counted[0] += 1
        return 0

    steps: list[int] = []
    with database.reading() as cursor:
        cursor.connection.set_progress_handler(count, 100)
        for page in pages:
            counted[0] = 0
            turn(page)
            steps.append(counted[0])
        cursor.connection.set_progress_handler(None, 0)
    return steps


@pytest.mark.parametrize(
    ("wanted", "step"),
    [
        (EVERYTHING, 40),
        (CallbackFilter(status="SUCCESS"), 1),
        (CallbackFilter(campaign_id="campaign-b", from_call_type="INBOUND"), 1),
    ],
    ids=["all", "a status", "a campaign and a type"],
)
def test_a_page_costs_the_same_wherever_it_is(
    huge: tuple[Database, CallbackStore], wanted: CallbackFilter, step: int
) -> None:
    """The first page that is read again, the last full one, and all between: within twice."""
    database, store = huge
    total, _ = store.page(wanted, page=1, per_page=500)
    assert total > 20_000

    def turn(page: int) -> None:
        assert len(store.page(wanted, page=page, per_page=500)[1]) == 500

    steps = steps_of_pages(database, turn, range(1, total // 500 + 1, step))
    assert max(steps) <= 2 * min(steps)


def test_a_page_far_ahead_is_passed_to_once(huge: tuple[Database, CallbackStore]) -> None:
    """The page after it costs what any page costs."""
    database, store = huge
    wanted = CallbackFilter(status="EXHAUSTED")
    store.page(wanted, page=1, per_page=500)
    far, after = steps_of_pages(
        database, lambda page: store.page(wanted, page=page, per_page=500), range(50, 52)
    )
    assert after * 5 < far


@pytest.fixture(scope="module")
def huge() -> Iterator[tuple[Database, CallbackStore]]:
    """A store of 200,000 callbacks that tests only read."""
    database = Database()
    few = callbacks(1, 1000, CAMPAIGNS)
    yield database, CallbackStore(database, [Block(each.rows, 100_000, 1000) for each in few])
    database.close()


def test_no_repr_shows_what_a_callback_says() -> None:
    """A repr ends up in logs and tracebacks; the id alone may."""
    document = {"callback_id": "one", "phone_number": "+12125550147", "contact_id": "somebody"}
    content = content_of(document)
    for shown in (repr(content), repr(StoredCallback("one", content.document))):
        assert "'one'" in shown
        assert "+12125550147" not in shown
        assert "somebody" not in shown
