"""Users, numbers, record lists and do-not-call lists of a campaign."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.campaign_assignment_store import Assigned
from talkdesk_sandbox.campaign_assignments import LONGEST_PHONE_NUMBER
from tests.sandbox.caller import JsonObject, fetch_token, judged_client, signed_in
from tests.sandbox.campaign_calls import (
    KINDS,
    PAGES,
    WHOLE,
    all_campaigns,
    assigned,
    assigned_ids,
    create,
    dissociate,
    post,
)
from tests.sandbox.document import EffectiveDocument

UNKNOWN = "00000000-0000-4000-8000-000000000000"
MANY = tuple(f"Id-{number:03d}" for number in range(120))

each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A sandbox of its own, because these tests write."""
    with Sandbox(callbacks=0) as running:
        yield running


@pytest.fixture(scope="module")
def client(sandbox: Sandbox) -> Iterator[httpx.Client]:
    """A client of `sandbox`."""
    with signed_in(sandbox) as client:
        yield client


@pytest.fixture
def campaign_id(client: httpx.Client) -> str:
    """A new campaign, to which nothing is assigned."""
    return str(create(client, WHOLE)["id"])


def assign_numbers(client: httpx.Client, campaign_id: str, *references: JsonObject) -> None:
    """Assign numbers by whatever names them."""
    reply = client.post(f"/campaigns/{campaign_id}/numbers", json=references)
    assert (reply.status_code, reply.content) == (204, b"")


@each_kind
def test_what_is_assigned_is_there_in_its_order(
    kind: str, client: httpx.Client, campaign_id: str
) -> None:
    """204 without a body; later ones come after earlier ones."""
    reply = post(client, campaign_id, kind, "c", "a")
    assert (reply.status_code, reply.content) == (204, b"")
    assert post(client, campaign_id, kind, "b").status_code == 204
    assert assigned_ids(client, campaign_id, kind) == ["c", "a", "b"]
    assert all(assigned(client, campaign_id, other) == [] for other in KINDS if other != kind)


@each_kind
def test_assigning_twice_leaves_one_where_it_was(
    kind: str, client: httpx.Client, campaign_id: str
) -> None:
    """In one request and in two; the case of letters makes another id."""
    for _ in range(2):
        assert post(client, campaign_id, kind, "c", "a", "c").status_code == 204
    assert post(client, campaign_id, kind, "b", "a", "A").status_code == 204
    assert assigned_ids(client, campaign_id, kind) == ["c", "a", "b", "A"]


@each_kind
def test_dissociating_twice_is_as_once(kind: str, client: httpx.Client, campaign_id: str) -> None:
    """What is not assigned does not matter; what comes again comes last."""
    post(client, campaign_id, kind, "a", "b", "c")
    for _ in range(2):
        reply = dissociate(client, campaign_id, kind, "a", "a", "unknown")
        assert (reply.status_code, reply.content) == (204, b"")
        assert assigned_ids(client, campaign_id, kind) == ["b", "c"]
    post(client, campaign_id, kind, "a")
    assert assigned_ids(client, campaign_id, kind) == ["b", "c", "a"]


@each_kind
def test_campaigns_do_not_share_what_is_assigned(
    kind: str, client: httpx.Client, campaign_id: str
) -> None:
    """One id may be in several campaigns, and leaves one of them alone."""
    other = str(create(client, WHOLE)["id"])
    post(client, campaign_id, kind, "a", "b")
    post(client, other, kind, "b", "a")
    dissociate(client, campaign_id, kind, "a")
    assert assigned_ids(client, campaign_id, kind) == ["b"]
    assert assigned_ids(client, other, kind) == ["b", "a"]


@each_kind
def test_kinds_do_not_share_what_is_assigned(
    kind: str, client: httpx.Client, campaign_id: str
) -> None:
    """One id may be of all kinds, and leaves one of them alone."""
    for each in KINDS:
        post(client, campaign_id, each, "a", "b")
    dissociate(client, campaign_id, kind, "a")
    for each in KINDS:
        expected = ["b"] if each == kind else ["a", "b"]
        assert assigned_ids(client, campaign_id, each) == expected


@each_kind
@pytest.mark.parametrize("per_page", [1, 7, 119, 120, 121])
def test_pages_lose_and_repeat_nothing(
    kind: str,
    per_page: int,
    client: httpx.Client,
    campaign_id: str,
    document: EffectiveDocument,
) -> None:
    """Following `next` gives all in the order of assignment; every page is valid."""
    post(client, campaign_id, kind, *MANY)
    href = f"/campaigns/{campaign_id}/{kind}?per_page={per_page}"
    found: list[str] = []
    for number in range(1, -(-120 // per_page) + 1):
        page: JsonObject = client.get(href).json()
        assert document.faults(PAGES[kind], page) == []
        items = page["_embedded"][KINDS[kind]]
        found += [item["id"] for item in items]
        assert (page["page"], page["total"], page["count"]) == (number, 120, len(items))
        assert page["total_pages"] == -(-120 // per_page)
        assert client.get(page["_links"]["self"]["href"]).json() == page
        assert ("prev" in page["_links"]) == (number > 1)
        href = page["_links"].get("next", {}).get("href")
    assert href is None
    assert tuple(found) == MANY


@each_kind
def test_the_defaults_are_page_one_of_fifty(
    kind: str, client: httpx.Client, campaign_id: str, document: EffectiveDocument
) -> None:
    """And an empty list has no pages."""
    path = f"/campaigns/{campaign_id}/{kind}"
    empty: JsonObject = client.get(path).json()
    assert document.faults(PAGES[kind], empty) == []
    assert (empty["total"], empty["total_pages"], empty["count"]) == (0, 0, 0)
    post(client, campaign_id, kind, *MANY)
    page: JsonObject = client.get(path).json()
    assert (page["page"], page["per_page"], page["count"]) == (1, 50, 50)
    assert set(page["_links"]) == {"self", "first", "last", "next"}


@each_kind
@pytest.mark.parametrize("part", ["1", "ID-00", "id-01", "-119", "_", "%", "' OR 1=1 --", ""])
def test_a_filter_is_a_part_of_the_id(
    kind: str, part: str, client: httpx.Client, campaign_id: str
) -> None:
    """Whatever the case of its letters; the links keep it as it was sent."""
    post(client, campaign_id, kind, *MANY)
    expected = [each for each in MANY if part.lower() in each.lower()]
    found = assigned(client, campaign_id, kind, filter=part, per_page="9")
    assert [item["id"] for item in found] == expected
    reply = client.get(f"/campaigns/{campaign_id}/{kind}", params={"filter": part})
    href: str = reply.json()["_links"]["self"]["href"]
    sent = parse_qs(urlsplit(href).query, keep_blank_values=True)
    assert sent == {"filter": [part], "page": ["1"], "per_page": ["50"]}


def test_a_campaign_is_found_by_what_it_has_and_by_the_kind_of_that(client: httpx.Client) -> None:
    """One id, assigned to four campaigns as four kinds of things."""
    owner = {kind: str(create(client, WHOLE)["id"]) for kind in KINDS}
    for kind, campaign_id in owner.items():
        post(client, campaign_id, kind, "one id")
    for parameter, kind in {
        "user_id": "users",
        "record_list_id": "record-lists",
        "do_no_call_list_id": "do-not-call-lists",
    }.items():
        found = [each["id"] for each in all_campaigns(client, **{parameter: "one id"})]
        assert found == [owner[kind]]


def test_a_filter_is_a_part_of_the_phone_number(client: httpx.Client) -> None:
    """Numbers of the seed, by their last digits and by a part of their ids."""
    campaign = all_campaigns(client)[0]["id"]
    numbers = assigned(client, campaign, "numbers")
    assert len(numbers) > 1
    for each in numbers:
        assert assigned(client, campaign, "numbers", filter=each["phone_number"][-4:]) == [each]
        assert assigned(client, campaign, "numbers", filter=each["id"][4:17].upper()) == [each]
    assert assigned(client, campaign, "numbers", filter="+1202") == numbers


def test_a_phone_number_alone_gets_an_id(client: httpx.Client, campaign_id: str) -> None:
    """The same id wherever it is named, and one number however often it is named."""
    assign_numbers(client, campaign_id, {"phone_number": "+351210000001"})
    assign_numbers(client, campaign_id, {"phone_number": "+351210000001"})
    (number,) = assigned(client, campaign_id, "numbers")
    assert number["phone_number"] == "+351210000001"
    assert str(UUID(number["id"])) == number["id"]
    other = str(create(client, WHOLE)["id"])
    assign_numbers(client, other, {"phone_number": "+351210000001"}, {"id": number["id"]})
    assert assigned(client, other, "numbers") == [number]


def test_a_number_of_the_account_is_known_by_its_phone_number(
    client: httpx.Client, campaign_id: str
) -> None:
    """The numbers of the seed have their ids already, and their phone numbers by them."""
    number, *rest = assigned(client, all_campaigns(client)[0]["id"], "numbers")
    assign_numbers(client, campaign_id, {"phone_number": number["phone_number"]})
    assign_numbers(client, campaign_id, {"id": rest[0]["id"]})
    assert assigned(client, campaign_id, "numbers") == [number, rest[0]]


def test_the_oldest_of_two_numbers_with_one_phone_number_counts(
    client: httpx.Client, campaign_id: str
) -> None:
    """When it is named by the phone number alone."""
    phone = "+351210000007"
    assign_numbers(
        client, campaign_id, *({"id": each, "phone_number": phone} for each in ("z7", "a7", "y7"))
    )
    other = str(create(client, WHOLE)["id"])
    assign_numbers(client, other, {"phone_number": phone})
    assert assigned_ids(client, other, "numbers") == ["z7"]


def test_an_id_and_a_phone_number_are_kept_together(client: httpx.Client, campaign_id: str) -> None:
    """The first phone number of an id stays; an id that came alone can get one later."""
    assign_numbers(client, campaign_id, {"id": "n1", "phone_number": "+351210000002"}, {"id": "n2"})
    assert assigned(client, campaign_id, "numbers") == [
        {"id": "n1", "phone_number": "+351210000002"},
        {"id": "n2"},
    ]
    assign_numbers(
        client,
        campaign_id,
        {"id": "n1", "phone_number": "+351210000003"},
        {"id": "n2", "phone_number": "+351210000004"},
    )
    assert assigned(client, campaign_id, "numbers") == [
        {"id": "n1", "phone_number": "+351210000002"},
        {"id": "n2", "phone_number": "+351210000004"},
    ]


def test_numbers_go_by_id_or_by_phone_number(client: httpx.Client, campaign_id: str) -> None:
    """Where both are sent the id counts; a phone number takes every number that has it."""
    phone = "+351210000005"
    named = [{"id": each, "phone_number": phone} for each in ("a", "b")]
    kept: JsonObject = {"id": "c", "phone_number": "+351210000006"}
    assign_numbers(client, campaign_id, *named, kept)
    path = f"/campaigns/{campaign_id}/numbers"
    both: list[JsonObject] = [{"id": "a", "phone_number": kept["phone_number"]}]
    assert client.request("DELETE", path, json=both).status_code == 204
    assert assigned(client, campaign_id, "numbers") == [named[1], kept]
    assign_numbers(client, campaign_id, named[0])
    assert client.request("DELETE", path, json=[{"phone_number": phone}]).status_code == 204
    assert assigned(client, campaign_id, "numbers") == [kept]
    assert client.request("DELETE", path, json=[{"phone_number": "+1"}]).status_code == 204
    assert assigned(client, campaign_id, "numbers") == [kept]


BAD_BODIES: list[tuple[object, list[str]]] = [
    ([], ["body"]),
    ({}, ["body"]),
    ({"id": "a"}, ["body"]),
    (["a"], ["0"]),
    ([{"id": 5}], ["0.id"]),
    ([{"id": "a"}, {"id": None}], ["1.id"]),
    ([{"id": "a"}, {}], ["1.id"]),
    ([{"name": "a"}], ["0.id"]),
    ([{"id": "a"}, {"id": ""}], ["1.id"]),
]
BAD_NUMBERS: list[tuple[object, list[str]]] = [
    ([{}, {"id": "a"}, {"name": "b"}], ["0.id", "2.id"]),
    ([{"phone_number": 351210000000}], ["0.phone_number"]),
    ([{"phone_number": ""}], ["0.phone_number"]),
    ([{"id": "", "phone_number": "+351210000000"}], ["0.id"]),
    ([{"id": "a", "phone_number": ""}, {"id": ""}], ["0.phone_number", "1.id"]),
    ([{"id": "a", "phone_number": "+" + "1" * 15}], ["0.phone_number"]),
]


@pytest.mark.parametrize("method", ["POST", "DELETE"])
@pytest.mark.parametrize(
    ("kind", "body", "names"),
    [
        *((kind, *bad) for kind in KINDS for bad in BAD_BODIES),
        *(("numbers", *bad) for bad in BAD_NUMBERS),
    ],
)
def test_a_body_that_breaks_the_document_is_refused(
    method: str,
    kind: str,
    body: object,
    names: list[str],
    client: httpx.Client,
    campaign_id: str,
    document: EffectiveDocument,
) -> None:
    """400 with the place of each fault, and nothing of the body is done."""
    post(client, campaign_id, kind, "b", "c")
    reply = client.request(method, f"/campaigns/{campaign_id}/{kind}", json=body)
    assert reply.status_code == 400
    assert document.faults("Error", reply.json()) == []
    assert [field["name"] for field in reply.json()["fields"]] == names
    assert "3512100000" not in reply.text
    assert assigned_ids(client, campaign_id, kind) == ["b", "c"]


@each_kind
@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("page=0", ["page"]),
        ("per_page=251", ["per_page"]),
        ("per_page=x&page=1.5", ["page", "per_page"]),
        ("filter=a&filter=b", ["filter"]),
        ("filter=" + "x" * 2100, ["filter"]),
    ],
)
def test_a_bad_parameter_is_named(
    kind: str,
    query: str,
    names: list[str],
    client: httpx.Client,
    campaign_id: str,
    document: EffectiveDocument,
) -> None:
    """400 in the document's shape."""
    reply = client.get(f"/campaigns/{campaign_id}/{kind}?{query}")
    assert reply.status_code == 400
    assert document.faults("Error", reply.json()) == []
    assert [field["name"] for field in reply.json()["fields"]] == names


@each_kind
def test_an_unknown_campaign_is_not_found(
    kind: str, client: httpx.Client, document: EffectiveDocument
) -> None:
    """404 whatever is asked of it."""
    path = f"/campaigns/{UNKNOWN}/{kind}"
    for reply in (
        client.get(path),
        client.get(path, params={"filter": "a", "page": 3}),
        post(client, UNKNOWN, kind, "a"),
        dissociate(client, UNKNOWN, kind, "a"),
    ):
        assert reply.status_code == 404
        assert document.faults("Error", reply.json()) == []


@each_kind
def test_any_text_is_an_id(
    kind: str, client: httpx.Client, campaign_id: str, document: EffectiveDocument
) -> None:
    """Ids are opaque: other scripts, quotes, slashes, one of a hundred thousand."""
    ids = ("ÄÖ例", "'; DROP TABLE campaigns; --", "a/b?c#d", "x" * 100_000, "\u0000")
    assert post(client, campaign_id, kind, *ids).status_code == 204
    page: JsonObject = client.get(f"/campaigns/{campaign_id}/{kind}").json()
    assert document.faults(PAGES[kind], page) == []
    assert tuple(item["id"] for item in page["_embedded"][KINDS[kind]]) == ids
    assert dissociate(client, campaign_id, kind, *ids).status_code == 204
    assert assigned(client, campaign_id, kind) == []


def test_the_longest_phone_number_is_that_of_the_document(document: EffectiveDocument) -> None:
    """A bound of the replies, which the sandbox holds requests to as well."""
    number = document.schema("CampaignNumber")["properties"]["phone_number"]
    assert number["maxLength"] == LONGEST_PHONE_NUMBER


def test_no_repr_shows_a_phone_number() -> None:
    """A repr ends up in logs and tracebacks."""
    assert repr(Assigned("one", "+351210000000")) == "Assigned(assigned_id='one')"


@each_kind
def test_reading_needs_one_scope_and_writing_the_other(
    kind: str, sandbox: Sandbox, campaign_id: str
) -> None:
    """403 without the scope that the document names for the operation, and nothing is done."""
    path = f"/campaigns/{campaign_id}/{kind}"
    with judged_client(sandbox.base_url) as client:
        statuses: dict[str, list[int]] = {}
        for scope in ("campaigns:read", "campaigns:write"):
            headers = {"Authorization": f"Bearer {fetch_token(client, sandbox, scope)}"}
            body = [{"id": "a"}]
            statuses[scope] = [
                client.request(method, path, headers=headers, json=body).status_code
                for method in ("GET", "POST", "DELETE")
            ]
    assert statuses == {"campaigns:read": [200, 403, 403], "campaigns:write": [403, 204, 204]}
