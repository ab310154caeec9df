"""The other end of the wire: a fake API with a token endpoint, and a clock that a test moves."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from talkdesk_core import http
from talkdesk_core.auth import ClientCredentials

API = "https://api.example.test"
TOKENS = "https://id.example.test/oauth/token"
SECRET = "s3cr3t-of-the-client"
CREDENTIALS = ClientCredentials("the-id", SECRET)


@dataclass
class Clock:
    """Seconds that pass when a test says so, or when somebody sleeps.

    Attributes:
        now: Seconds that never run backwards.
        wall: Seconds since 1970.
        slept: The waits, in order.
    """

    now: float = 1000.0
    wall: float = 1_780_000_000.0
    slept: list[float] = field(default_factory=list[float])

    def monotonic(self) -> float:
        """Return the present second."""
        return self.now

    def time(self) -> float:
        """Return the present second since 1970."""
        return self.wall

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds
        self.wall += seconds

    def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.slept.append(seconds)
        self.advance(seconds)

    async def sleep_async(self, seconds: float) -> None:
        """Let time pass at once."""
        self.sleep(seconds)


Handler = Callable[[http.Request], http.Response]


def hello(request: http.Request) -> http.Response:
    """Answer any API request with 200."""
    return http.Response(200, json={"path": request.url.path})


@dataclass(repr=False)
class Wire:
    """Issues numbered tokens, accepts the valid ones, and remembers what was sent.

    Attributes:
        api: Answers an API request whose token is valid.
        tokens: Answers a token request instead of a new token.
        lifetime: `expires_in` of new tokens.
        valid: Tokens that the API accepts; None for every one.
    """

    api: Handler = hello
    tokens: Handler | None = None
    lifetime: object = 600
    valid: set[str] | None = None
    token_requests: list[http.Request] = field(default_factory=list[http.Request])
    api_requests: list[http.Request] = field(default_factory=list[http.Request])
    sent_tokens: list[str] = field(default_factory=list[str])
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, request: http.Request) -> http.Response:
        """Answer as the host and path demand."""
        if str(request.url) == TOKENS:
            with self.lock:
                self.token_requests.append(request)
                number = len(self.token_requests)
            if self.tokens is not None:
                return self.tokens(request)
            return granted(f"token-{number}", self.lifetime)
        if not self._accepts(request):
            return http.Response(401, json={"code": "unauthorized", "message": "no"})
        return self.api(request)

    def _accepts(self, request: http.Request) -> bool:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        with self.lock:
            self.api_requests.append(request)
            self.sent_tokens.append(token)
        return self.valid is None or token in self.valid

    @property
    def transport(self) -> http.MockTransport:
        """The wire as a transport for either client."""
        return http.MockTransport(self)


def granted(token: str, lifetime: object = 600) -> http.Response:
    """Return a token endpoint's reply."""
    return http.Response(
        200,
        json={"access_token": token, "token_type": "Bearer", "expires_in": lifetime, "scope": "a"},
    )
