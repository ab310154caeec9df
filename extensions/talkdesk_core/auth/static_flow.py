"""Authentication by a token that is given."""

from collections.abc import Generator

from talkdesk_core import http
from talkdesk_core.auth.origins import check_origin
from talkdesk_core.auth.static_token import StaticToken

__all__ = ["StaticTokenAuth"]


class StaticTokenAuth(http.Auth):
    """One bearer token for every request.

    Args:
        token: The token.
        base_url: The API; a request to any other origin is refused.
    """

    def __init__(self, token: StaticToken, base_url: str) -> None:
        self._token = token
        self._api = http.URL(base_url)

    def auth_flow(self, request: http.Request) -> Generator[http.Request, http.Response, None]:
        """Put the token on the request."""
        check_origin(request, self._api)
        request.headers["Authorization"] = f"Bearer {self._token.token}"
        yield request
