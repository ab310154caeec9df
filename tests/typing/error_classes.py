"""What type checkers know of the errors. This file is checked, not run."""

from __future__ import annotations

from typing import assert_type

from talkdesk_client import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ArgumentError,
    AuthenticationError,
    BadRequestError,
    ClientClosedError,
    ConfigurationError,
    ConflictError,
    NotFoundError,
    PaginationError,
    PermissionDeniedError,
    RateLimitError,
    ResponseDecodeError,
    ResponseTooLargeError,
    ServerError,
    Talkdesk,
    TalkdeskError,
    TokenError,
    UnprocessableEntityError,
    errors,
)
from talkdesk_core.errors import FieldError


def refused_by_the_server(error: APIError) -> None:
    """Whatever the status is, the same facts are there."""
    assert_type(error.status_code, int)
    assert_type(error.code, str | None)
    assert_type(error.message, str | None)
    assert_type(error.description, str | None)
    assert_type(error.fields, tuple[FieldError, ...])
    assert_type(error.request_id, str | None)
    assert_type(error.method, str)
    assert_type(error.url, str)
    assert_type(error.attempts, int)
    assert_type(error.retry_after, float | None)
    assert_type(error.body, bytes)


def wrong_field(entry: FieldError) -> None:
    """An entry of `fields`."""
    assert_type(entry.name, str)
    assert_type(entry.description, str | None)


def told_by_status(client: Talkdesk) -> str | None:
    """The classes of the statuses are told apart in `except`, and carry what `APIError` has."""
    try:
        client.request("GET", "/campaigns")
    except RateLimitError as error:
        assert_type(error.retry_after, float | None)
        return None
    except (BadRequestError, UnprocessableEntityError) as error:
        assert_type(error.fields, tuple[FieldError, ...])
        return error.message
    except (
        AuthenticationError,
        PermissionDeniedError,
        NotFoundError,
        ConflictError,
        ServerError,
    ) as error:
        assert_type(error.request_id, str | None)
        return error.request_id
    except errors.APIError as error:
        assert_type(error, APIError)
    return None


def not_reached(error: APIConnectionError, timeout: APITimeoutError) -> None:
    """A timeout is one way in which a connection fails."""
    assert_type(error.method, str)
    assert_type(error.url, str)
    assert_type(error.attempts, int)
    assert_type(error.may_have_arrived, bool)
    assert_type(error.is_transient, bool)
    assert_type(error.is_earlier, bool)
    assert_type(error.retry_after, float | None)
    assert_type(timeout.url, str)
    error = timeout


def not_understood(error: ResponseDecodeError) -> None:
    """A reply that does not fit its model says where and why."""
    assert_type(error.expected, str)
    assert_type(error.got, str)
    assert_type(error.path, str)
    assert_type(error.model, str)
    assert_type(error.operation, str)
    assert_type(error.body, bytes)
    assert_type(error.request_id, str | None)


def too_large(error: ResponseTooLargeError) -> None:
    """A reply that was given up."""
    assert_type(error.limit, int)
    assert_type(error.method, str)
    assert_type(error.url, str)


def without_token(error: TokenError) -> None:
    """The token endpoint's answer."""
    assert_type(error.status_code, int | None)
    assert_type(error.error, str | None)
    assert_type(error.description, str | None)
    assert_type(error.url, str)
    assert_type(error.retry_after, float | None)
    assert_type(error.request_id, str | None)


def used_wrongly(
    settings: ConfigurationError,
    argument: ArgumentError,
    listing: PaginationError,
    closed: ClientClosedError,
) -> None:
    """What the program that calls did wrong; the standard library's errors catch some of it."""
    assert_type(settings.arguments, tuple[str, ...])
    assert_type(argument.argument, str)
    assert_type(argument.problem, str)
    assert_type(listing.operation, str)
    value: ValueError = argument
    runtime: RuntimeError = closed
    every: list[TalkdeskError] = [settings, argument, listing, closed]
    for error in (*every, value, runtime):
        assert_type(str(error), str)
