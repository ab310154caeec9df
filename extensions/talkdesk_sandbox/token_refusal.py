"""What the token endpoint answers when it gives out no token (RFC 6749 section 5.2)."""

from typing import Final

from starlette.responses import JSONResponse

NO_STORE: Final = {"Cache-Control": "no-store", "Pragma": "no-cache"}
"""Headers of every reply of the token endpoint (RFC 6749 section 5.1)."""


class TokenRefusedError(Exception):
    """A token request that is refused; it holds nothing that the caller sent.

    Args:
        error: Code of RFC 6749 section 5.2.
        description: What is wrong, in one sentence of printable ASCII without quotation marks.
    """

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error
        self.description = description

    def reply(self) -> JSONResponse:
        """Return the refusal as RFC 6749 section 5.2 wants it."""
        headers = dict(NO_STORE)
        if self.error == "invalid_client":
            headers["WWW-Authenticate"] = 'Basic realm="talkdesk-sandbox", charset="UTF-8"'
        return JSONResponse(
            {"error": self.error, "error_description": self.description},
            401 if self.error == "invalid_client" else 400,
            headers,
        )
