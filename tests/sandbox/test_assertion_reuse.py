"""An assertion is good for once, for as long as it says, by the clock of the sandbox."""

import threading
from collections.abc import Iterator

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from talkdesk_sandbox import Sandbox
from talkdesk_sandbox.client_assertion import ClientAssertions
from talkdesk_sandbox.token_refusal import TokenRefusedError
from talkdesk_sandbox.tokens import Credentials
from tests.sandbox.signing import assertion_of, claims_of, present, refusal

NOW = 1_800_000_000
CREDENTIALS = Credentials()


def stopped() -> float:
    """Return a time that stands still."""
    return NOW


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """A sandbox whose source of time stands still, and that nobody has signed in to."""
    with Sandbox(callbacks=0, clock=stopped, credentials=CREDENTIALS) as sandbox:
        yield sandbox


def test_an_assertion_is_good_once(sandbox: Sandbox) -> None:
    """Its jti is used up, also by other claims that were signed in all form; another is good."""
    first = assertion_of(sandbox, jti="once")
    assert present(sandbox, first).status_code == 200
    assert "used before" in refusal(present(sandbox, first))
    again = assertion_of(sandbox, jti="once", exp=NOW + 600)
    assert "used before" in refusal(present(sandbox, again))
    assert present(sandbox, assertion_of(sandbox, jti="Once")).status_code == 200


def test_a_refused_assertion_uses_nothing_up(sandbox: Sandbox) -> None:
    """Whoever cannot sign cannot take the ids of those who can."""
    wrong = assertion_of(sandbox, jti="kept", aud="elsewhere")
    forged = jwt.encode(
        claims_of(sandbox, jti="kept"),
        ec.generate_private_key(ec.SECP256R1()),
        "ES256",
        {"kid": sandbox.key_id},
    )
    for assertion in (wrong, forged):
        refusal(present(sandbox, assertion))
    assert present(sandbox, assertion_of(sandbox, jti="kept")).status_code == 200


def test_the_clock_of_the_sandbox_decides(sandbox: Sandbox) -> None:
    """An assertion ends when it says; only afterwards is its id free again, and it stays dead."""
    text = assertion_of(sandbox, jti="timed", exp=NOW + 300)
    assert present(sandbox, text).status_code == 200
    sandbox.clock.advance(299)
    assert "used before" in refusal(present(sandbox, text))
    longer = assertion_of(sandbox, jti="timed", exp=NOW + 900)
    assert "used before" in refusal(present(sandbox, longer))
    sandbox.clock.advance(1)
    assert "exp that is past" in refusal(present(sandbox, text))
    assert present(sandbox, longer).status_code == 200
    early = assertion_of(sandbox)
    sandbox.clock.reset()
    assert "iat that is in the future" in refusal(present(sandbox, early))


def test_of_many_who_present_one_assertion_one_is_let_in(sandbox: Sandbox) -> None:
    """Threads that come at the same moment share the memory of what was used."""
    assertions = ClientAssertions(CREDENTIALS, stopped)
    text = assertion_of(sandbox, aud="here")
    start = threading.Barrier(16)
    taken: list[bool] = []

    def come() -> None:
        start.wait()
        try:
            assertions.accept(text, "here")
        except TokenRefusedError:
            taken.append(False)
        else:
            taken.append(True)

    threads = [threading.Thread(target=come) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == [False] * 15 + [True]
