"""GET /campaigns: every filter, order and choice of members, against the whole listing."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import TypeAlias
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.campaign_links import LONGEST_LINK
from talkdesk_sandbox.staff import staff
from tests.sandbox.caller import JsonObject, signed_in
from tests.sandbox.campaign_calls import KINDS, all_campaigns, assigned_ids, create
from tests.sandbox.document import EffectiveDocument

Matches: TypeAlias = Callable[[JsonObject], bool]
Choose: TypeAlias = Callable[[list[JsonObject]], tuple[dict[str, str], Matches]]

SEED = 3
# Names that a wrong comparison treats wrongly; two campaigns have neither mode nor priority.
ODD_NAMES = ("ÄRGER und Straße", "ärger AND strasse", "100% sure_thing", "recall", "Recall")


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """A client of a sandbox with many campaigns."""
    with Sandbox(seed=SEED, callbacks=0, campaigns=70) as sandbox, signed_in(sandbox) as client:
        for number, name in enumerate(ODD_NAMES):
            rest = {"dialing_mode": "PREVIEW", "priority": 10} if number % 2 else {}
            create(client, {"name": name, **rest})
        yield client


@pytest.fixture(scope="module")
def campaigns(client: httpx.Client) -> list[JsonObject]:
    """Every campaign of `client`'s sandbox."""
    return all_campaigns(client)


@pytest.fixture(scope="module")
def has(client: httpx.Client, campaigns: list[JsonObject]) -> dict[str, dict[str, set[str]]]:
    """What each campaign has: sets of ids by kind by the campaign's id."""
    return {
        each["id"]: {kind: set(assigned_ids(client, each["id"], kind)) for kind in KINDS}
        for each in campaigns
    }


def middle_times(campaigns: list[JsonObject]) -> tuple[str, str]:
    """Return two times of creation, between which about half of all are."""
    times = sorted(each["created_at"] for each in campaigns)
    return times[len(times) // 4], times[3 * len(times) // 4]


def within(campaigns: list[JsonObject]) -> tuple[dict[str, str], Matches]:
    """Ask for a span of time whose ends are times of creation; both belong to it."""
    first, last = middle_times(campaigns)
    params = {"created_at_from": first, "created_at_to": last}
    start, end = map(datetime.fromisoformat, (first, last))
    return params, lambda each: start <= datetime.fromisoformat(each["created_at"]) <= end


def just_within(campaigns: list[JsonObject]) -> tuple[dict[str, str], Matches]:
    """Ask for the same span a little shortened, in another zone: both ends are out of it."""
    first, last = middle_times(campaigns)
    start, end = map(datetime.fromisoformat, (first, last))
    params = {
        "created_at_from": first.replace("Z", ".001+00:00"),
        "created_at_to": f"{end.replace(hour=0, minute=0, second=0):%Y-%m-%d}T00:00:00-00:00",
    }
    midnight = datetime.fromisoformat(params["created_at_to"])
    return params, lambda each: start < datetime.fromisoformat(each["created_at"]) <= midnight


def part_of_name(part: str) -> Choose:
    """Ask for a part of the name, whatever the case of its letters."""
    return lambda _all: (
        {"search": part},
        lambda each: part.casefold() in each["name"].casefold(),
    )


def equal(member: str, value: str) -> Choose:
    """Ask for a value of a member."""

    def matches(each: JsonObject) -> bool:
        shown = each.get(member)
        return (str(shown).lower() if isinstance(shown, bool) else str(shown)) == value

    return lambda _all: ({member: value}, matches)


def both(one: Choose, other: Choose) -> Choose:
    """Ask for two things at once."""

    def choose(campaigns: list[JsonObject]) -> tuple[dict[str, str], Matches]:
        (params, matches), (more, matches_too) = one(campaigns), other(campaigns)
        return {**params, **more}, lambda each: matches(each) and matches_too(each)

    return choose


def status(word: str) -> Choose:
    """Ask for a status by a word in any case."""
    return lambda _all: ({"status": word}, lambda each: each["status"] == word.upper())


@pytest.mark.parametrize(
    "choose",
    [
        equal("name", "Recalls 7"),
        equal("name", "recall"),
        part_of_name("RECALL"),
        part_of_name("Ärger"),
        part_of_name("STRASSE"),
        part_of_name("straße"),
        part_of_name("% sure_"),
        part_of_name("a"),
        *(equal("dialing_mode", word) for word in ("PREDICTIVE", "PREVIEW")),
        *(status(word) for word in ("incomplete", "ready", "running", "paused")),
        *(status(word) for word in ("INCOMPLETE", "Running")),
        *(equal("action_required", word) for word in ("true", "false")),
        *(equal("priority", word) for word in ("1", "10")),
        within,
        just_within,
        both(within, equal("dialing_mode", "PREVIEW")),
        both(status("ready"), both(part_of_name("c"), equal("action_required", "false"))),
    ],
)
def test_a_filter_is_an_independent_filter_of_the_whole_listing(
    choose: Choose, client: httpx.Client, campaigns: list[JsonObject]
) -> None:
    """Neither nothing nor everything matches, and the order is that of creation."""
    params, matches = choose(campaigns)
    expected = [each for each in campaigns if matches(each)]
    assert 0 < len(expected) < len(campaigns)
    assert all_campaigns(client, **params) == expected


@pytest.mark.parametrize(
    ("parameter", "kind"),
    [
        ("user_id", "users"),
        ("record_list_id", "record-lists"),
        ("do_no_call_list_id", "do-not-call-lists"),
    ],
)
def test_what_is_assigned_is_a_filter(
    parameter: str,
    kind: str,
    client: httpx.Client,
    campaigns: list[JsonObject],
    has: dict[str, dict[str, set[str]]],
) -> None:
    """The commonest id of a kind finds the campaigns that have it, and so with a second filter."""
    wanted = Counter(each for kinds in has.values() for each in kinds[kind]).most_common(1)[0][0]
    expected = [each for each in campaigns if wanted in has[each["id"]][kind]]
    assert 0 < len(expected) < len(campaigns)
    assert all_campaigns(client, **{parameter: wanted}) == expected
    users = has[expected[0]["id"]]["users"]
    user = min(users)
    narrowed = [each for each in expected if user in has[each["id"]]["users"]]
    assert all_campaigns(client, **{parameter: wanted, "user_id": user}) == (
        narrowed if parameter != "user_id" else all_campaigns(client, user_id=user)
    )


def test_a_team_finds_the_campaigns_of_its_users(
    client: httpx.Client, campaigns: list[JsonObject], has: dict[str, dict[str, set[str]]]
) -> None:
    """For every team of the account."""
    team_of = staff(SEED).team_of
    for team in set(team_of.values()):
        members = {user for user, teams in team_of.items() if teams == team}
        expected = [each for each in campaigns if has[each["id"]]["users"] & members]
        assert 0 < len(expected) < len(campaigns)
        assert all_campaigns(client, team_id=team) == expected


@pytest.mark.parametrize(
    "parameter", ["name", "search", "user_id", "team_id", "record_list_id", "do_no_call_list_id"]
)
def test_what_nobody_has_finds_nothing(parameter: str, client: httpx.Client) -> None:
    """Nor does what would be SQL."""
    for value in ("nobody", "' OR 1=1 --", "%", "\u0000"):
        found = all_campaigns(client, **{parameter: value})
        assert all(value in each["name"] for each in found)
        assert found == [] or (parameter, value) == ("search", "%")


def test_an_empty_search_finds_everything_and_an_empty_name_nothing(
    client: httpx.Client, campaigns: list[JsonObject]
) -> None:
    """An empty text is a part of every name, and no campaign is named so."""
    assert all_campaigns(client, search="") == campaigns
    assert all_campaigns(client, name="") == []


def key_of(member: str, each: JsonObject) -> str | int | datetime:
    """Return what a campaign is sorted by; names without the case of letters."""
    value: str | int = each[member]
    if member == "created_at":
        return datetime.fromisoformat(str(value))
    return value.casefold() if isinstance(value, str) else value


@pytest.mark.parametrize("member", ["created_at", "name", "dialing_mode", "priority"])
@pytest.mark.parametrize("direction", ["", ":asc", ":desc"])
def test_an_order_is_sorted_and_stable(
    member: str, direction: str, client: httpx.Client, campaigns: list[JsonObject]
) -> None:
    """Equal ones stay in the order of creation, either way; those without the member come last."""
    there = [each for each in campaigns if member in each]
    lacking = [each for each in campaigns if member not in each]
    assert len(lacking) == (3 if member in {"dialing_mode", "priority"} else 0)
    expected = sorted(
        there, key=lambda each: key_of(member, each), reverse=direction == ":desc"
    )  # `sorted` is stable, also in reverse
    assert all_campaigns(client, order_by=member + direction) == expected + lacking


def test_the_words_of_the_order_are_those_of_the_document(document: EffectiveDocument) -> None:
    """A word that the document gains must gain tests above."""
    members = ("created_at", "name", "dialing_mode", "priority")
    words = {member + direction for member in members for direction in ("", ":asc", ":desc")}
    assert set(document.schema("CampaignOrder")["enum"]) == words


@pytest.mark.parametrize("order", ["priority:desc", "name", None])
@pytest.mark.parametrize("per_page", [1, 7, 74, 75, 76])
def test_pages_lose_and_repeat_nothing(
    order: str | None, per_page: int, client: httpx.Client, campaigns: list[JsonObject]
) -> None:
    """Following `next` gives the whole listing in its order, with the totals on each page."""
    params = {} if order is None else {"order_by": order}
    expected = all_campaigns(client, **params)
    assert {each["id"] for each in expected} == {each["id"] for each in campaigns}
    reply = client.get("/campaigns", params={**params, "per_page": per_page})
    found: list[JsonObject] = []
    for number in range(1, -(-75 // per_page) + 1):
        page = reply.json()
        found += page["_embedded"]["campaigns"]
        assert (page["page"], page["total"], page["per_page"]) == (number, 75, per_page)
        assert page["total_pages"] == -(-75 // per_page)
        assert page["count"] == len(page["_embedded"]["campaigns"])
        if len(found) < 75:
            reply = client.get(page["_links"]["next"]["href"])
    assert "next" not in reply.json()["_links"]
    assert found == expected


def test_the_defaults_are_page_one_of_fifty(client: httpx.Client) -> None:
    """A request without parameters gets the first page of 50."""
    page = client.get("/campaigns").json()
    assert (page["page"], page["per_page"], page["count"]) == (1, 50, 50)


def test_links_keep_what_was_sent(client: httpx.Client) -> None:
    """Every parameter comes back in the links as it was sent."""
    sent = {
        "search": "a & b+ü", "status": "Ready", "fields": "name,status", "order_by": "name:desc",
        "action_required": "true", "created_at_from": "2026-01-01T00:00:00+01:00",
        "created_at_to": "2026-02-01T00:00:00Z",
    }  # fmt: skip
    reply = client.get("/campaigns", params={**sent, "page": 3, "per_page": 9})
    assert reply.status_code == 200, reply.text
    href: str = reply.json()["_links"]["self"]["href"]
    assert parse_qs(urlsplit(href).query, strict_parsing=True) == {
        **{name: [value] for name, value in sent.items()},
        "page": ["3"],
        "per_page": ["9"],
    }


def test_a_date_is_a_whole_day_in_utc(client: httpx.Client, campaigns: list[JsonObject]) -> None:
    """Its first millisecond as a start, its last as an end."""
    for day in sorted({each["created_at"][:10] for each in campaigns}):
        expected = [each for each in campaigns if each["created_at"].startswith(day)]
        assert all_campaigns(client, created_at_from=day, created_at_to=day) == expected
        mixed = all_campaigns(client, created_at_from=f"{day}T00:00:00Z", created_at_to=day)
        assert mixed == expected


def test_the_longest_link_is_that_of_the_document(document: EffectiveDocument) -> None:
    """The bound that decides whether a filter is too long."""
    link = document.schema("CampaignLink")["properties"]["href"]
    assert link["maxLength"] == LONGEST_LINK


def test_each_item_is_what_its_link_shows(
    client: httpx.Client, campaigns: list[JsonObject], document: EffectiveDocument
) -> None:
    """The members of the summary, all of them where the campaign has them, and no other."""
    members = document.schema("CampaignSummary")["properties"]
    for each in campaigns[::7]:
        whole: JsonObject = client.get(each["_links"]["self"]["href"]).json()
        assert each == {name: value for name, value in whole.items() if name in members}


@pytest.mark.parametrize("fields", ["status", "priority,dialing_mode", "id", "_links,name,name"])
def test_fields_leave_out_what_they_do_not_name(
    fields: str, client: httpx.Client, campaigns: list[JsonObject], document: EffectiveDocument
) -> None:
    """What is named or required is there as it was, in the same order, and nothing else."""
    kept = {*fields.split(","), *document.schema("CampaignSummary")["required"]}
    found = all_campaigns(client, fields=fields)
    assert [list(each.items()) for each in found] == [
        [(name, value) for name, value in each.items() if name in kept] for each in campaigns
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("page=0", ["page"]),
        ("page=two", ["page"]),
        ("page=1&page=2", ["page"]),
        ("per_page=251", ["per_page"]),
        ("per_page=0", ["per_page"]),
        ("per_page=5.0", ["per_page"]),
        ("fields=dialing_strategy", ["fields"]),
        ("fields=", ["fields"]),
        ("order_by=created_at:up", ["order_by"]),
        ("order_by=status", ["order_by"]),
        ("order_by=", ["order_by"]),
        ("dialing_mode=preview", ["dialing_mode"]),
        ("status=done", ["status"]),
        ("status=", ["status"]),
        ("action_required=yes", ["action_required"]),
        ("action_required=1", ["action_required"]),
        ("action_required=True", ["action_required"]),
        ("priority=0", ["priority"]),
        ("priority=11", ["priority"]),
        ("priority=high", ["priority"]),
        ("created_at_from=2026-01-01T00:00:00Z", ["created_at_to"]),
        ("created_at_to=2026-01-01T00:00:00Z", ["created_at_from"]),
        ("created_at_from=2026-01-01", ["created_at_to"]),
        ("created_at_from=2026-13-01&created_at_to=2026-01-02T00:00:00Z", ["created_at_from"]),
        ("created_at_from=soon", ["created_at_from", "created_at_to"]),
        ("created_at_from=1767225600&created_at_to=x", ["created_at_from", "created_at_to"]),
        ("name=a&name=b&status=x&page=0", ["page", "name", "status"]),
        ("search=" + "x" * 3000, ["search"]),
        ("name=y&search=" + "%C3%A9" * 400, ["search"]),
        ("search=y&name=" + "x" * 3000, ["name"]),
    ],
)
def test_a_bad_parameter_is_named(
    query: str, names: list[str], client: httpx.Client, document: EffectiveDocument
) -> None:
    """The reply is a 400 in the document's shape, with each parameter at fault once."""
    reply = client.get(f"/campaigns?{query}")
    assert reply.status_code == 400
    assert document.faults("Error", reply.json()) == []
    assert [field["name"] for field in reply.json()["fields"]] == names


@pytest.mark.parametrize(
    "query",
    [
        "page=2147483647&per_page=250",
        "per_page=1",
        "priority=007",
        "created_at_from=2026-02-01T00:00:00Z&created_at_to=2026-01-01T00:00:00Z",
        "created_at_from=2026-01-01&created_at_to=2026-02-01T00:00:00Z",
        "created_at_from=2016-12-31T23:59:60Z&created_at_to=2026-01-01t00:00:00z",
        "search=" + "x" * 1900,
        "colour=green",
    ],
)
def test_a_value_at_a_bound_is_taken(
    query: str, client: httpx.Client, document: EffectiveDocument
) -> None:
    """And what the document does not know is ignored; every such page is valid."""
    reply = client.get(f"/campaigns?{query}")
    assert reply.status_code == 200
    assert document.faults("CampaignPage", reply.json()) == []


def test_the_tests_above_name_every_parameter(document: EffectiveDocument) -> None:
    """A parameter that the document gains must gain tests here."""
    assert document.query_parameters("/campaigns") == [
        "page", "per_page", "fields", "name", "search", "user_id", "team_id", "record_list_id",
        "do_no_call_list_id", "order_by", "dialing_mode", "status", "action_required", "priority",
        "created_at_from", "created_at_to",
    ]  # fmt: skip


def test_every_page_is_valid(client: httpx.Client, document: EffectiveDocument) -> None:
    """Full, last, empty and beyond the end."""
    for query in ("", "page=2", "page=9", "name=nobody", "fields=id&per_page=250"):
        assert document.faults("CampaignPage", client.get(f"/campaigns?{query}").json()) == []
