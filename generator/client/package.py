"""The names that the package gives its users beside those of the document."""

# The errors that users catch; a test holds this list and `talkdesk_core.errors` together.
ERRORS = (
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "ArgumentError",
    "AuthenticationError",
    "BadRequestError",
    "ClientClosedError",
    "ConfigurationError",
    "ConflictError",
    "NotFoundError",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "ResponseDecodeError",
    "ResponseTooLargeError",
    "ServerError",
    "TalkdeskError",
    "TokenError",
    "UnprocessableEntityError",
)

# Every name of the package itself, and the module that holds it.
NAMES = {
    "AsyncPager": "talkdesk_core.pagination",
    "AsyncTalkdesk": ".client",
    "Attempt": "talkdesk_core.hooks",
    "AuthorizationCode": "talkdesk_core.auth",
    "AuthorizationRequest": "talkdesk_core.auth",
    "ClientCredentials": "talkdesk_core.auth",
    "Clock": "talkdesk_core.clock",
    "Credentials": "talkdesk_core.auth",
    "FieldError": "talkdesk_core.errors",
    "Hooks": "talkdesk_core.hooks",
    "OpaqueToken": "talkdesk_core.auth",
    "Pager": "talkdesk_core.pagination",
    "PrivateKeyJWT": "talkdesk_core.auth",
    "Provenance": "talkdesk_core.provenance",
    "RawResponse": "talkdesk_core.raw",
    "RedactingFilter": "talkdesk_core.logs",
    "RefreshToken": "talkdesk_core.auth",
    "Retries": "talkdesk_core.retries",
    "RetryPolicy": "talkdesk_core.retries",
    "StaticToken": "talkdesk_core.auth",
    "Talkdesk": ".client",
    "UNSET": "talkdesk_core.unset",
    "Unset": "talkdesk_core.unset",
    "provenance": "._document",
    "standard_policy": "talkdesk_core.retries",
    **dict.fromkeys(ERRORS, "talkdesk_core.errors"),
}

__all__ = ["ERRORS", "NAMES"]
