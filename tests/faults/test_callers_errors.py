"""What a failing call does to errors that are none of its own."""

from __future__ import annotations

import traceback

import pytest

from talkdesk_client import Talkdesk
from talkdesk_core.auth import ClientCredentials
from talkdesk_core.errors import APIConnectionError
from tests.faults.stage import staged
from tests.faults.steps import CLOSE, RESET, Script, Send, always
from tests.faults.wire_text import CLIENT_ID, CLIENT_SECRET

_FINE = Script()
_GARBAGE = always((Send(b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n"), CLOSE))


@pytest.mark.parametrize(
    ("api", "tokens"),
    [
        pytest.param(Script(refuses=None), _FINE, id="refused"),
        pytest.param(always((RESET,)), _FINE, id="reset"),
        pytest.param(_GARBAGE, _FINE, id="garbage"),
        pytest.param(_FINE, Script(refuses=None), id="token endpoint refused"),
        pytest.param(_FINE, _GARBAGE, id="garbage for a token"),
    ],
)
def test_an_error_that_is_being_handled_stays_as_it_is(api: Script, tokens: Script) -> None:
    """A call inside of an ``except`` block cleans up its own errors, not the caller's."""
    with (
        staged(api, tokens) as stage,
        Talkdesk(
            base_url=stage.api.url,
            token_url=stage.tokens.url,
            auth=ClientCredentials(CLIENT_ID, CLIENT_SECRET),
            retries=0,
            clock=stage.clock,
        ) as client,
    ):
        mine = KeyError("mine: as I wrote it")
        try:
            raise mine
        except KeyError:
            before = traceback.format_exception(mine)
            with pytest.raises(APIConnectionError):
                client.callbacks.get("cb-1")
        assert traceback.format_exception(mine) == before
