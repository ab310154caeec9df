"""An opaque token is asked for by name, and sent by itself."""

from collections.abc import Iterator

import httpx
import pytest

from talkdesk_sandbox import Sandbox
from tests.sandbox.caller import GRANT, JsonObject, fetch_token, judged_client
from tests.sandbox.document import EffectiveDocument
from tests.sandbox.signing import assertion_of, present

LIST = "/schedule-callbacks"
START = 1_800_000_000.0


@pytest.fixture(scope="module")
def running() -> Iterator[Sandbox]:
    """A sandbox whose source of time stands still."""
    with Sandbox(callbacks=1, clock=lambda: START) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: Sandbox) -> Sandbox:
    """The same, with its clock where it was at the start."""
    running.clock.reset()
    return running


@pytest.fixture(scope="module")
def anonymous(running: Sandbox) -> Iterator[httpx.Client]:
    """A client that has not signed in."""
    with judged_client(running.base_url) as client:
        yield client


def ask(client: httpx.Client, sandbox: Sandbox, **parameters: str) -> httpx.Response:
    """Ask for an opaque token."""
    form = {**GRANT, "token_type": "opaque", **parameters}
    return client.post("/oauth/token", data=form, auth=(sandbox.client_id, sandbox.client_secret))


def status(client: httpx.Client, header: str, path: str = LIST) -> int:
    """Return the status of a request with this header."""
    return client.get(path, headers={"Authorization": header}).status_code


def test_the_reply_says_that_the_token_is_opaque(sandbox: Sandbox, anonymous: httpx.Client) -> None:
    """Its other members are those of any token; the client may prove who it is by either way."""
    reply = ask(anonymous, sandbox, scope="campaigns:read")
    signed = present(sandbox, assertion_of(sandbox), token_type="opaque", scope="campaigns:read")
    for each in (reply, signed):
        assert each.status_code == 200
        assert each.headers["cache-control"] == "no-store"
        body: JsonObject = each.json()
        token = body.pop("access_token")
        assert body == {"token_type": "opaque", "expires_in": 600, "scope": "campaigns:read"}
        assert status(anonymous, token, "/campaigns") == 200
        assert status(anonymous, token, LIST) == 403


def test_a_token_is_good_in_its_own_form_alone(
    sandbox: Sandbox, anonymous: httpx.Client, document: EffectiveDocument
) -> None:
    """An opaque one by itself, any other behind the word Bearer."""
    opaque = ask(anonymous, sandbox).json()["access_token"]
    bearer = fetch_token(anonymous, sandbox)
    assert status(anonymous, opaque) == status(anonymous, f"Bearer {bearer}") == 200
    for header in (
        f"Bearer {opaque}",
        f"bearer {opaque}",
        f"Basic {opaque}",
        f"opaque {opaque}",
        f"{opaque} {opaque}",
        f"{opaque}x",
        bearer,
        "",
    ):
        reply = anonymous.get(LIST, headers={"Authorization": header})
        assert reply.status_code == 401, header
        assert reply.headers["www-authenticate"].startswith("Bearer ")
        assert document.faults("Error", reply.json()) == []
        assert opaque not in reply.text
    twice = [("Authorization", opaque)] * 2
    assert anonymous.get(LIST, headers=twice).status_code == 401


@pytest.mark.parametrize(
    ("asked", "given"), [("1", 1), ("0060", 60), ("599", 599), ("600", 600), ("9999999999", 600)]
)
def test_a_token_lives_as_long_as_is_asked_for_up_to_that_of_any(
    asked: str, given: int, sandbox: Sandbox, anonymous: httpx.Client
) -> None:
    """The reply says how long, and the token keeps to it."""
    body: JsonObject = ask(anonymous, sandbox, expires_in=asked).json()
    assert body["expires_in"] == given
    sandbox.clock.advance(given - 0.001)
    assert status(anonymous, body["access_token"]) == 200
    sandbox.clock.advance(0.001)
    assert status(anonymous, body["access_token"]) == 401


@pytest.mark.parametrize(
    "parameters",
    [
        {"expires_in": "0"},
        {"expires_in": "-1"},
        {"expires_in": "1.5"},
        {"expires_in": "soon"},
        {"expires_in": "9" * 11},
        {"expires_in": "\u0661"},
        {"token_type": "Opaque"},
        {"token_type": "bearer"},
    ],
    ids=str,
)
def test_what_the_sandbox_cannot_give_is_refused(
    parameters: dict[str, str], sandbox: Sandbox, anonymous: httpx.Client
) -> None:
    """A time that is no number of seconds, and a type that nobody documents."""
    reply = ask(anonymous, sandbox, **parameters)
    assert (reply.status_code, reply.json()["error"]) == (400, "invalid_request")
    assert next(iter(parameters)) in reply.json()["error_description"]


def test_only_an_opaque_token_has_a_time_of_its_own(
    sandbox: Sandbox, anonymous: httpx.Client
) -> None:
    """The page knows the parameter for these alone; elsewhere it is one that nobody knows."""
    for asked in ("60", "soon"):
        reply = ask(anonymous, sandbox, token_type="", expires_in=asked)
        assert (reply.json()["token_type"], reply.json()["expires_in"]) == ("Bearer", 600)
