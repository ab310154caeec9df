"""The servers of one fault: the API's, the token endpoint, and one that nobody may ask."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

from tests.faults.clock import Clock
from tests.faults.server import Listener, Seen
from tests.faults.steps import Script
from tests.faults.wire_text import ELSEWHERE, HERE, TOKEN, callback, http, page, token

__all__ = ["Stage", "staged"]

_JSON = "Content-Type: application/json"


class Stage:
    """Three servers and the clock of their client.

    Args:
        api: What the API's server does.
        tokens: What the token endpoint does.
    """

    def __init__(self, api: Script, tokens: Script) -> None:
        self.clock = Clock()
        self.api = Listener(self.clock, api, _api_answer)
        self.tokens = Listener(self.clock, tokens, _token_answer)
        self.elsewhere = Listener(self.clock, Script(), _api_answer)
        # Of the same length, so that lengths stay true; ports of fewer digits get zeros in front.
        self.api.links = {
            ELSEWHERE.encode(): self.elsewhere.padded_url.encode(),
            HERE.encode(): self.api.padded_url.encode(),
        }
        self.tokens.links = self.api.links
        self.listeners = (self.api, self.tokens, self.elsewhere)
        self.clock.after_wait = self._after_wait

    def mend(self) -> None:
        """Let all go well from now on, and long enough pass for every back-off to be over."""
        for listener in self.listeners:
            listener.mend()
        self.clock.advance(3600)

    def _after_wait(self, waits: int) -> None:
        for listener in self.listeners:
            listener.after_wait(waits)


@contextmanager
def staged(api: Script, tokens: Script) -> Generator[Stage]:
    """Run the servers for a while."""
    stage = Stage(api, tokens)
    try:
        yield stage
    finally:
        for listener in stage.listeners:
            listener.close()


def _token_answer(seen: Seen) -> bytes:
    return http("200 OK", token(access_token=f"{TOKEN}-{seen.number}"), _JSON)


def _api_answer(seen: Seen) -> bytes:
    target = urlsplit(seen.target)
    if seen.method == "DELETE":
        return http("204 No Content", length=None)
    if target.path == "/schedule-callbacks":
        if seen.method == "POST":
            return http("201 Created", json.dumps(callback()).encode(), _JSON)
        number = parse_qs(target.query).get("page", ["1"])[0]
        return http("200 OK", page(int(number)), _JSON)
    if target.path.startswith("/schedule-callbacks/"):
        name = target.path.rpartition("/")[2].removeprefix("cb-")
        return http("200 OK", json.dumps(callback(name)).encode(), _JSON)
    return http("200 OK", b"{}", _JSON)
