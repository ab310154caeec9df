"""`with_options`, headers and closing: what a client shares with its copies, and what it owns."""

import functools

import pytest

from talkdesk_core import errors, http
from talkdesk_core.auth import StaticToken
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient
from talkdesk_core.retries import Retries
from tests.core.transport.driving import Connect, Wired, answers
from tests.core.wire import API, CREDENTIALS, TOKENS, Wire

OWN = [
    "Accept-Encoding", "authorization", "CONNECTION", "Content-Length", "Cookie", "Host",
    "transfer-encoding",
]  # fmt: skip


def test_options_hold_for_the_copy_only(connect: Connect) -> None:
    """Timeout and headers of the original are as they were; a copy of a copy adds to it."""
    wire = Wire()
    client = connect(wire, timeout=3, headers={"X-A": "1", "X-B": "1"})
    copy = client.with_options(timeout=4, headers={"x-b": "2"})
    third = copy.with_options(headers={"X-C": "3", "accept": "text/plain"})
    for driven in (client, copy, third, client):
        driven.request("GET", "/x")
    sent = wire.api_requests
    assert [each.extensions["timeout"]["read"] for each in sent] == [3, 4, 4, 3]
    assert [each.headers.get_list("X-A") for each in sent] == [["1"]] * 4
    assert [each.headers.get_list("X-B") for each in sent] == [["1"], ["2"], ["2"], ["1"]]
    assert [each.headers.get_list("X-C") for each in sent] == [[], [], ["3"], []]
    assert sent[2].headers.get_list("Accept") == ["text/plain"]
    assert sent[3].headers["Accept"] == "application/hal+json, application/json"


def test_headers_of_a_call_win_over_the_clients(connect: Connect) -> None:
    """In whatever case they are written, each is sent once; the token endpoint gets none."""
    wire = Wire()
    client = connect(wire, headers={"X-Team": "a", "User-Agent": "mine/1"})
    client.request("GET", "/x", headers={"x-team": "b"})
    client.request("GET", "/x")
    assert [each.headers.get_list("X-Team") for each in wire.api_requests] == [["b"], ["a"]]
    assert wire.api_requests[0].headers["User-Agent"] == "mine/1"
    assert "X-Team" not in wire.token_requests[0].headers


@pytest.mark.parametrize(
    "headers",
    [
        *[{name: "hush"} for name in OWN],
        {"X": "hush\r\nY: z"},
        {"X": "húsh"},
        {"X\n": "hush"},
        {"": "hush"},
        {"X": " hush"},
        {"X": 5},
        {5: "hush"},
        {"X-A": "hush", "x-a": "hush2"},
        [("X", "hush")],
        "hush",
    ],
)
def test_headers_that_cannot_be_sent_are_refused_everywhere(
    connect: Connect, headers: dict[str, str]
) -> None:
    """When a client is made, copied, or asked; nothing is sent, and no value is quoted."""
    wire = Wire()
    client = connect(wire)
    for act in (
        lambda: connect(wire, headers=headers),
        lambda: client.with_options(headers=headers),
        lambda: client.request("GET", "/x", headers=headers),
    ):
        with pytest.raises(errors.ArgumentError) as caught:
            act()
        assert caught.value.argument == "headers"
        assert "hush" not in str(caught.value)
    assert wire.api_requests == wire.token_requests == []


@pytest.mark.parametrize(
    ("option", "value"),
    [("timeout", 0), ("timeout", "5"), ("retries", -1), ("retries", True), ("retries", "3")],
)
def test_options_out_of_range_are_refused(connect: Connect, option: str, value: object) -> None:
    """By name, when they are stated."""
    with pytest.raises(errors.ConfigurationError) as caught:
        connect(Wire()).with_options(**{option: value})
    assert caught.value.arguments == (option,)


def test_copies_share_the_token(connect: Connect) -> None:
    """However many copies there are, one token is fetched."""
    wire = Wire()
    client = connect(wire)
    client.with_options(retries=0).request("GET", "/x")
    client.request("GET", "/x")
    client.with_options(timeout=1).with_options(retries=1).request("GET", "/x")
    assert len(wire.token_requests) == 1


def test_a_copy_has_resources_of_its_own() -> None:
    """What is bound to a client and kept by it is not taken over by its copies."""

    class Root(SyncAPIClient):
        @functools.cached_property
        def things(self) -> list["Root"]:
            return [self]

    with Root(base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=Wire().transport) as root:
        assert root.things[0] is root
        copy = root.with_options(timeout=1)
        assert type(copy) is Root
        assert copy.things[0] is copy
        assert root.things[0] is root


def test_closing_a_copy_closes_nothing_and_closing_the_original_closes_all(
    connect: Connect,
) -> None:
    """The connections belong to the client that was made by its class."""
    transport = Wired(Wire())
    client = connect(transport)
    copy = client.with_options(timeout=1)
    copy.close()
    assert transport.closed == 0
    copy.request("GET", "/x")
    client.request("GET", "/x")
    client.close()
    client.close()
    assert transport.closed == 1
    for driven in (client, copy, copy.with_options(timeout=2)):
        with pytest.raises(errors.ClientClosedError):
            driven.request("GET", "/x")


def test_a_transport_that_was_passed_in_is_closed_once_by_its_client() -> None:
    """By `close` and by leaving the block, as the class says."""
    transport = Wired(Wire())
    client = SyncAPIClient(base_url=API, token_url=TOKENS, auth=CREDENTIALS, transport=transport)
    with client:
        with client.with_options(timeout=1) as copy:
            copy.request("GET", "/x")
        assert transport.closed == 0
    assert transport.closed == 1
    for kind in (SyncAPIClient, AsyncAPIClient):
        documented = " ".join((kind.__doc__ or "").split())
        assert "close` closes it too" in documented or "aclose` closes it too" in documented


def test_a_client_that_is_closed_between_attempts_ends_its_calls(connect: Connect) -> None:
    """The next attempt says that the client is closed, instead of trying for ever."""
    wire = Wire(api=answers(503))
    seen: list[str] = []

    def policy(error: errors.TalkdeskError, attempt: int) -> float | None:  # noqa: ARG001 - a policy
        seen.append(type(error).__name__)
        if isinstance(error, errors.ClientClosedError):
            return None
        if not connect.is_async:
            client.close()
        return 0 if len(seen) < 3 else None

    client = connect(wire, retries=Retries(policy))
    expected = errors.ServerError if connect.is_async else errors.ClientClosedError
    with pytest.raises(expected):
        client.request("GET", "/x")


def test_a_transport_with_streams_of_the_other_kind_is_named(connect: Connect) -> None:
    """A transport that answers with what this client cannot read is a mistake of its writer."""

    class Other(http.SyncByteStream):
        pass

    class OtherAsync(http.AsyncByteStream):
        pass

    stream = Other() if connect.is_async else OtherAsync()
    wire = Wired(lambda _: http.Response(200, stream=stream))
    with pytest.raises(errors.ConfigurationError) as caught:
        connect(wire, auth=StaticToken("t")).request("GET", "/x")
    assert caught.value.arguments == ("transport",)
