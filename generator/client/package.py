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
    "ServerError",
    "TalkdeskError",
    "TokenError",
    "UnprocessableEntityError",
)

# Every name of the package itself, and the module that holds it.
NAMES = {
    "AsyncPager": "talkdesk_core.pagination",
    "AsyncTalkdesk": ".client",
    "ClientCredentials": "talkdesk_core.auth",
    "Credentials": "talkdesk_core.auth",
    "FieldError": "talkdesk_core.errors",
    "Pager": "talkdesk_core.pagination",
    "Provenance": "talkdesk_core.provenance",
    "StaticToken": "talkdesk_core.auth",
    "Talkdesk": ".client",
    "UNSET": "talkdesk_core.unset",
    "Unset": "talkdesk_core.unset",
    "provenance": "._document",
    **dict.fromkeys(ERRORS, "talkdesk_core.errors"),
}

__all__ = ["ERRORS", "NAMES"]
