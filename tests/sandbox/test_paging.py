"""Pages partition the listing, and their links lead through it."""

from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from tests.sandbox.caller import JsonObject, signed_in, whole_listing

PATH = "/schedule-callbacks"


def get(client: httpx.Client, **params: str | int) -> JsonObject:
    """Return a page."""
    reply = client.get(PATH, params=params)
    assert reply.status_code == 200, reply.text
    body: JsonObject = reply.json()
    return body


def walk(client: httpx.Client, first: JsonObject, relation: str) -> list[JsonObject]:
    """Return a page and all that a link leads to from it."""
    pages = [first]
    while relation in pages[-1]["_links"]:
        reply = client.get(pages[-1]["_links"][relation]["href"])
        assert reply.status_code == 200, reply.text
        pages.append(reply.json())
    return pages


@pytest.mark.parametrize("per_page", [3, 7, 50, 399, 400, 401, 499, 500])
def test_pages_lose_and_repeat_nothing(
    per_page: int, client: httpx.Client, everything: list[JsonObject]
) -> None:
    """Following `next` from the first page gives the whole listing, in its order."""
    pages = walk(client, get(client, per_page=per_page), "next")
    items = [item for page in pages for item in page["_embedded"]["callbacks"]]
    assert items == everything
    assert len({item["callback_id"] for item in items}) == 1200
    for number, page in enumerate(pages, start=1):
        assert page["page"] == number
        assert page["per_page"] == per_page
        assert page["total"] == 1200
        assert page["total_pages"] == len(pages)
        assert page["count"] == len(page["_embedded"]["callbacks"])


def test_filters_stay_in_the_links(client: httpx.Client, everything: list[JsonObject]) -> None:
    """Every page of a filtered listing holds matches only, forward by `next`, back by `prev`."""
    first = get(client, status="SUCCESS", per_page=20)
    forward = walk(client, first, "next")
    items = [item for page in forward for item in page["_embedded"]["callbacks"]]
    assert items == [item for item in everything if item.get("status") == "SUCCESS"]
    assert len(forward) > 2
    assert walk(client, forward[-1], "prev") == forward[::-1]


def test_links_quote_what_a_filter_holds(client: httpx.Client) -> None:
    """A plus sign, an ampersand or another script comes back as it was sent."""
    sent = {"phone_number": "+1 202&x=1#%", "status": "例 é", "time_to_call": "2026-03-02"}
    href: str = get(client, **sent, page=4, per_page=9)["_links"]["self"]["href"]
    assert href.isascii()
    assert parse_qs(urlsplit(href).query, strict_parsing=True) == {
        **{name: [value] for name, value in sent.items()},
        "page": ["4"],
        "per_page": ["9"],
    }


def test_self_first_and_last_are_what_they_say(client: httpx.Client) -> None:
    """Each is the page of its name, from wherever it is followed."""
    page = get(client, page=3, per_page=100)
    links = page["_links"]
    assert set(links) == {"self", "first", "prev", "next", "last"}
    assert client.get(links["self"]["href"]).json() == page
    assert client.get(links["first"]["href"]).json()["page"] == 1
    last = client.get(links["last"]["href"]).json()
    assert last["page"] == last["total_pages"] == 12
    assert "next" not in last["_links"]
    assert "prev" not in client.get(links["first"]["href"]).json()["_links"]


def test_the_defaults_are_page_one_of_fifty(client: httpx.Client) -> None:
    """A request without parameters gets the first page of 50."""
    page = get(client)
    assert (page["page"], page["per_page"], page["count"], page["total"]) == (1, 50, 50, 1200)


def test_a_page_beyond_the_end_is_empty_but_knows_the_totals(client: httpx.Client) -> None:
    """It leads back to the last page and nowhere on."""
    page = get(client, page=7, per_page=400)
    assert page["_embedded"]["callbacks"] == []
    assert (page["count"], page["total"], page["total_pages"], page["page"]) == (0, 1200, 3, 7)
    assert "next" not in page["_links"]
    assert client.get(page["_links"]["prev"]["href"]).json()["page"] == 3


@pytest.mark.parametrize("page", [1, 5])
def test_an_empty_listing_has_no_pages(page: int, client: httpx.Client) -> None:
    """Nothing found: zeros, no items, and no way on or back."""
    body = get(client, status="NOBODY", page=page)
    assert (body["total"], body["total_pages"], body["count"]) == (0, 0, 0)
    assert body["_embedded"]["callbacks"] == []
    assert not {"next", "prev"} & set(body["_links"])


@pytest.mark.parametrize("count", [0, 1, 499, 500, 501])
def test_the_sandbox_holds_exactly_the_callbacks_that_were_asked_for(count: int) -> None:
    """Also at the edges of a page of 500."""
    with Sandbox(callbacks=count, campaigns=0) as sandbox, signed_in(sandbox) as client:
        assert len(whole_listing(client)) == count
        assert get(client, per_page=500)["total_pages"] == -(-count // 500)
