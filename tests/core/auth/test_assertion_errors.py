"""What an error about a refused assertion tells: above all, whether the clock may be why."""

from __future__ import annotations

import time
from collections.abc import Iterator
from email.utils import formatdate

import pytest

from talkdesk_core import http
from talkdesk_core.auth import PrivateKeyJWT
from tests.core.auth.keys import KEY_ID, pem
from tests.core.auth.test_token_errors import CAUSES, error_of
from tests.core.wire import Clock

SIGNING = PrivateKeyJWT("the-id", key_id=KEY_ID, private_key=pem())


def clock_is_blamed(date: str, ahead: float) -> bool:
    """Say whether a refused assertion is put down to a clock that is so far ahead of 2026."""
    reply = http.Response(401, headers={"Date": date})
    return "clock" in str(error_of(reply, SIGNING, Clock(wall=1_780_000_000.0 + ahead)))


@pytest.fixture
def far_away(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have this machine be five hours behind."""
    with monkeypatch.context() as patched:
        patched.setenv("TZ", "XXX+5")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="only there a program can say where it is")
@pytest.mark.usefixtures("far_away")
@pytest.mark.parametrize("zone", ["GMT", "+0000", "-0000"])
@pytest.mark.parametrize(
    ("ahead", "blamed"), [(0, False), (60, False), (61, True), (-60, False), (-61, True)]
)
def test_a_clock_is_blamed_when_it_is_more_than_a_minute_wrong(
    zone: str, ahead: float, blamed: bool
) -> None:
    """However the endpoint writes its zone, and wherever this machine is."""
    date = formatdate(1_780_000_000.0, usegmt=True).replace("GMT", zone)
    assert clock_is_blamed(date, ahead) is blamed


def test_the_causes_of_a_refused_assertion_are_told() -> None:
    """They name what signs instead of a secret."""
    error = error_of(http.Response(401), SIGNING)
    parts = "client id, key id or private key"
    assert str(error).endswith(CAUSES.replace("client id or secret", parts))
