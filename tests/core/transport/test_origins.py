"""Credentials stay with the two origins of a client: nothing a server says leads elsewhere."""

from collections.abc import Generator
from dataclasses import dataclass

import pytest

from talkdesk_client import Talkdesk
from talkdesk_core import errors, http
from talkdesk_core.auth import StaticToken
from talkdesk_core.clock import Clock as AnyClock
from tests.core.transport.driving import Connect, Wired, answers
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire

EVIL = "https://evil.example.test/x"


class Leading(http.Auth):
    """Sends the request to another place first, as a faulty flow of a user's might."""

    def __init__(self, url: str) -> None:
        self._url = url

    def auth_flow(self, request: http.Request) -> Generator[http.Request, http.Response, None]:
        """Send there, and then the request."""
        yield http.Request("POST", self._url, headers={"Authorization": "Bearer hush"})
        yield request


@dataclass
class Astray:
    """Credentials that talk to somebody else."""

    url: str
    needs_token_url: bool = True

    def bind(
        self,
        *,
        base_url: str,  # noqa: ARG002 - part of the protocol
        token_url: str | None,  # noqa: ARG002 - part of the protocol
        client: http.Client | http.AsyncClient,  # noqa: ARG002 - part of the protocol
        clock: AnyClock | None = None,  # noqa: ARG002 - part of the protocol
    ) -> http.Auth:
        """Return the authentication of one client."""
        return Leading(self.url)


@pytest.mark.parametrize(
    "url",
    [
        EVIL,
        "http://api.example.test/x",
        "https://api.example.test:8443/x",
        "https://api.example.test.evil.test/x",
        "https://user@evil.test/x",
    ],
)
def test_nothing_is_sent_to_another_origin(connect: Connect, url: str) -> None:
    """Another host, port or scheme is refused before anything goes out, whoever asks for it."""
    seen: list[str] = []

    def note(request: http.Request) -> http.Response:
        seen.append(str(request.url))
        return http.Response(200)

    with pytest.raises(errors.ConfigurationError, match="was not sent") as caught:
        connect(Wired(note), auth=Astray(url)).request("GET", "/x")
    assert seen == []
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize("url", [f"{API}/other", TOKENS, "https://id.example.test/elsewhere"])
def test_both_origins_of_a_client_are_reached(connect: Connect, url: str) -> None:
    """The API and the token endpoint are what a client talks to, on any path."""
    seen: list[str] = []

    def note(request: http.Request) -> http.Response:
        seen.append(str(request.url))
        return http.Response(200)

    connect(Wired(note), auth=Astray(url)).request("GET", "/x")
    assert seen == [url, f"{API}/x"]


def test_without_a_token_endpoint_there_is_one_origin_only(connect: Connect) -> None:
    """A static token's client knows no other host."""
    seen: list[str] = []

    def note(request: http.Request) -> http.Response:
        seen.append(request.url.host)
        return http.Response(200)

    connect(Wired(note), token_url=None, auth=StaticToken("t")).request("GET", "/x")
    with pytest.raises(errors.ConfigurationError):
        connect(Wired(note), token_url=None, auth=Astray(TOKENS, needs_token_url=False)).request(
            "GET", "/x"
        )
    assert seen == ["api.example.test"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "location", [EVIL, f"{API}/elsewhere", "//evil.example.test/", "https://[", "\\\\evil", ""]
)
def test_a_redirect_is_an_error_and_not_followed(
    connect: Connect, status: int, location: str
) -> None:
    """Wherever it leads, and even if nobody could tell where."""
    wire = Wire(api=answers(http.Response(status, headers={"Location": location})))
    with pytest.raises(errors.APIError) as caught:
        connect(wire).request("GET", "/x")
    assert caught.value.status_code == status
    assert [str(request.url) for request in wire.api_requests] == [f"{API}/x"]


def test_a_token_endpoint_that_redirects_gets_no_second_request(connect: Connect) -> None:
    """The secret goes to `token_url` only."""
    wire = Wire(tokens=answers(http.Response(307, headers={"Location": EVIL})))
    with pytest.raises(errors.TokenError, match="redirect"):
        connect(wire).request("GET", "/x")
    assert len(wire.token_requests) == 1
    assert wire.api_requests == []


def test_cookies_are_never_sent_back(connect: Connect) -> None:
    """Neither to who set them, nor to the other origin, nor by a copy of the client."""
    cookie = {"Set-Cookie": "c=1; Domain=example.test; Path=/"}

    def tokens(_: http.Request) -> http.Response:
        return http.Response(200, headers=cookie, json={"access_token": "t", "expires_in": 600})

    wire = Wire(api=answers(http.Response(200, headers=cookie)), tokens=tokens)
    client = connect(wire)
    client.request("GET", "/x")
    client.request("GET", "/x")
    client.with_options(timeout=1).request("GET", "/x")
    assert len(wire.api_requests) == 3
    assert not any("Cookie" in each.headers for each in wire.api_requests + wire.token_requests)


@pytest.mark.parametrize("href", [EVIL, f"{API}/elsewhere?page=2", "//evil.example.test", "%%%"])
def test_the_link_to_the_next_page_says_that_there_is_one_and_not_where(href: str) -> None:
    """A listing asks for page 2 of its own operation, whatever address the reply names."""

    def page(request: http.Request) -> http.Response:
        number = int(request.url.params["page"])
        links = {"self": {"href": "x"}} | ({"next": {"href": href}} if number <= 2 else {})
        items = {"campaigns": [{"id": f"c{number}"}] if number <= 2 else []}
        return http.Response(200, json={"_embedded": items, "_links": links})

    wire = Wire(api=page)
    with Talkdesk(
        base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=wire.transport, clock=Clock()
    ) as client:
        assert [campaign.id for campaign in client.campaigns.list()] == ["c1", "c2"]
    sent = [request.url for request in wire.api_requests]
    assert {(url.host, url.path) for url in sent} == {(sent[0].host, sent[0].path)}
    assert sent[0].host == "api.example.test"
    assert [url.params["page"] for url in sent] == ["1", "2", "3"]
