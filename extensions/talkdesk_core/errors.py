"""Everything this client raises on purpose.

The text of an error says what happened (with the request id that Talkdesk's support asks for),
where, and what to try. It holds nothing that a person or the server wrote freely: names, phone
numbers and the server's own sentences stay in attributes. Every error can be copied and pickled.

This module imports no HTTP library, so that ``except`` clauses cost nothing.
"""

from dataclasses import dataclass, field
from typing import Any

from talkdesk_core.error_texts import (
    is_identifier,
    is_request_id,
    public_url,
    shown_names,
    status_phrase,
)

__all__ = [
    "APIConnectionError",
    "APIError",
    "APITimeoutError",
    "ArgumentError",
    "AuthenticationError",
    "BadRequestError",
    "ClientClosedError",
    "ConfigurationError",
    "ConflictError",
    "FieldError",
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
]


def _restore(
    cls: type["TalkdeskError"], args: tuple[object, ...], state: dict[str, Any]
) -> "TalkdeskError":
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error


class TalkdeskError(Exception):
    """Base of all errors of this client."""

    # An exception is rebuilt by calling its class with `args`, which does not fit keyword-only
    # arguments; rebuilding from the finished text and attributes fits every subclass.
    def __reduce__(
        self,
    ) -> tuple[object, tuple[type["TalkdeskError"], tuple[object, ...], dict[str, Any]]]:
        return _restore, (type(self), self.args, dict(self.__dict__))


class ConfigurationError(TalkdeskError):
    """The client was set up with settings that are missing or contradict each other.

    Attributes:
        arguments: Names of the arguments or environment variables it is about.
    """

    def __init__(self, message: str, *, arguments: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.arguments = arguments


class ArgumentError(TalkdeskError, ValueError):
    """An argument of a call has a value that cannot be sent.

    Args:
        argument: Name of the argument, or a place in it.
        problem: What it takes, written to follow the name. It must not quote the value, which may
            be personal data.

    Attributes:
        argument: Name of the argument; inside of a body the place, such as ``body.agents[0].id``.
        problem: What the argument takes, without its name.
    """

    def __init__(self, argument: str, problem: str) -> None:
        super().__init__(f"{argument} {problem}")
        self.argument = argument
        self.problem = problem

    @classmethod
    def wrong_type(cls, argument: str, wanted: str, value: object) -> "ArgumentError":
        """Return the error about a value of a wrong type, of which only the type is told."""
        return cls(argument, f"takes {wanted}, not {type(value).__name__}")


class ClientClosedError(TalkdeskError, RuntimeError):
    """The client was used after it had been closed."""


class PaginationError(TalkdeskError):
    """A listing cannot be walked: it never ends, or does not state its total.

    Attributes:
        operation: The operation that was walked, for example ``callbacks.list``.
    """

    def __init__(self, message: str, *, operation: str) -> None:
        super().__init__(f"{operation}: {message}")
        self.operation = operation


class ResponseDecodeError(TalkdeskError):
    """A successful reply holds something that its model cannot hold.

    It is raised where the wrong value is met and told the rest on its way up: `within` adds the
    place, `of` the operation and the body.

    Attributes:
        expected: What would have fitted, for example ``integer``.
        got: The kind that was found instead; never the value, which may be personal data.
        path: Where in the reply, for example ``$._embedded.callbacks[3].attempts``.
        model: Name of the innermost model that was read; "" outside of any.
        operation: The operation that was called; "" until it is known.
        body: The reply's bytes; empty where the data came from no reply. They may hold personal
            data, so they are in no text.
        request_id: The reply's ``platform-tid``; None where it has none, or the data came from no
            reply.
    """

    def __init__(
        self,
        *,
        expected: str,
        got: str,
        path: str = "$",
        model: str = "",
        operation: str = "",
        body: bytes = b"",
        request_id: str | None = None,
    ) -> None:
        reply = f"the reply of {operation}" if operation else "the data"
        fits = f"does not fit {model}" if model else "cannot be read"
        # Data that came from no reply has no bytes.
        bytes_are = "The bytes are this error's `body`; if" if body else "If"
        known = f" (request id {request_id})" if is_request_id(request_id) else ""
        super().__init__(
            f"{reply}{known} {fits}: expected {expected} at {path}, got {got}. "
            f"{bytes_are} the API has changed, the document needs a correction"
        )
        self.expected = expected
        self.got = got
        self.path = path
        self.model = model
        self.operation = operation
        self.body = body
        self.request_id = request_id

    def within(self, step: str | int, *, model: str = "") -> "ResponseDecodeError":
        """Return this error as seen from one level above.

        Args:
            step: The member's name or the item's index that led down; ``*`` for a member whose
                name is the sender's own and is not told.
            model: Name of the model above; it counts where no inner model is known yet.
        """
        return ResponseDecodeError(
            expected=self.expected,
            got=self.got,
            path=f"${_selector(step)}{self.path[1:]}",
            model=self.model or model,
            operation=self.operation,
            body=self.body,
        )

    def of(
        self, operation: str, body: bytes, request_id: str | None = None
    ) -> "ResponseDecodeError":
        """Return this error of a reply: with its operation, bytes and id."""
        return ResponseDecodeError(
            expected=self.expected,
            got=self.got,
            path=self.path,
            model=self.model,
            operation=operation,
            body=body,
            request_id=request_id,
        )


def _selector(step: str | int) -> str:
    """Write one step of a path as JSONPath does (RFC 9535 section 2.3)."""
    if isinstance(step, int):
        return f"[{step}]"
    if step == "*" or step.isidentifier():
        return f".{step}"
    return f"[{step!r}]"


class ResponseTooLargeError(TalkdeskError):
    """A reply was longer than the client reads; the rest of it was not read.

    Attributes:
        limit: Most bytes that the client reads, unpacked.
        method: Method of the request.
        url: Its URL without query.
    """

    def __init__(self, limit: int, *, method: str, url: str, shown: str | None = None) -> None:
        where = public_url(url if shown is None else shown)
        super().__init__(
            f"the reply has more than {limit:,} bytes. {method} {where}. Ask for less at once "
            "(`per_page`), or give the client a larger `max_response_bytes`"
        )
        self.limit = limit
        self.method = method
        self.url = public_url(url)


class TokenError(TalkdeskError):
    """There is no usable access token; the request of the API was not sent with one.

    Attributes:
        status_code: Status of the token endpoint's reply. None where there is none, or where that
            of a login's reply leaves open what was done; its cause knows it then.
        error: The error code of RFC 6749 section 5.2 or 4.1.2.1, where one was stated.
        description: The server's own words; in no text, because nobody knows what they hold.
        url: The token endpoint; for a login that failed, where the browser came back to.
        retry_after: Seconds before which the token endpoint is not asked again, by its own
            ``Retry-After`` or because it failed before. Whether waiting helps is another question:
            a client that was refused will be refused again.
        request_id: The reply's ``platform-tid``; None where it states none.
        is_earlier: Whether this tells how an earlier token request ended, and nothing was sent now.
    """

    is_earlier = False

    def __init__(
        self,
        problem: str,
        *,
        url: str,
        status_code: int | None,
        hint: str,
        error: str | None = None,
        description: str | None = None,
        retry_after: float | None = None,
        request_id: str | None = None,
    ) -> None:
        url = public_url(url)
        facts = [f"error {error}"] if is_identifier(error) else []
        if is_request_id(request_id):
            facts.append(f"request id {request_id}")
        stated = f" ({', '.join(facts)})" if facts else ""
        where = url if status_code is None else f"POST {url} answered {status_code}"
        super().__init__(f"{problem}{stated}. {where}. {hint}")
        self.status_code = status_code
        self.error = error
        self.description = description
        self.url = url
        self.retry_after = retry_after
        self.request_id = request_id


class APIConnectionError(TalkdeskError):
    """No complete reply came: the connection could not be made or broke.

    Attributes:
        method: Method of the request that failed.
        url: Its URL without query. The text has the names of `path_params` in the place of their
            values.
        may_have_arrived: Whether the server may have acted on the API request, at this attempt or
            at an earlier one of the call. False where no connection was made, or where no token
            could be fetched.
        retry_after: Seconds to wait before the next attempt, where that is known.
        attempts: How often the API request was sent, 0 or more.
        is_transient: Whether trying again may help: not where a certificate is not trusted, or a
            proxy refuses.
        is_earlier: Whether this tells how an earlier token request ended: nothing was sent now, and
            the token endpoint is left alone for `retry_after` seconds.
    """

    is_earlier = False

    _happened = "the connection failed"
    _try = "Check the network, a proxy's settings and the host name"

    def __init__(
        self,
        kind: str,
        *,
        method: str,
        url: str,
        shown: str | None = None,
        may_have_arrived: bool = True,
        retry_after: float | None = None,
        attempts: int = 0,
        is_transient: bool = True,
        advice: str | None = None,
    ) -> None:
        self.method = method
        self.url = public_url(url)
        self._shown = self.url if shown is None else public_url(shown)
        self.is_transient = is_transient
        self._advice = self._try if advice is None else advice
        self.may_have_arrived = may_have_arrived
        self.retry_after = retry_after
        self.attempts = attempts
        self._kind = kind
        super().__init__(self._text())

    def _text(self) -> str:
        where = f"{self.method} {self._shown}"
        if self.attempts > 1:
            where += f", sent {self.attempts} times"
        arrived = "may have arrived" if self.may_have_arrived else "was not sent"
        what = f"{self._happened} ({self._kind})"
        return f"{what}. {where}. {self._advice}; the API request {arrived}."

    def after(self, attempts: int, *, may_have_arrived: bool) -> "APIConnectionError":
        """Return this error, told what became of all attempts of its call.

        Args:
            attempts: How often the API request was sent.
            may_have_arrived: Whether the server may have acted on one of them.
        """
        self.attempts = attempts
        self.may_have_arrived = may_have_arrived
        Exception.__init__(self, self._text())
        return self


class APITimeoutError(APIConnectionError):
    """The server, or a free connection, was not there within the timeout."""

    _happened = "no answer in time"
    _try = "Try again later, or give a longer `timeout`, or `retries` with a larger budget"


@dataclass(frozen=True, slots=True)
class FieldError:
    """One entry of an error reply's ``fields``: what was wrong with which field.

    Attributes:
        name: Name of the field.
        description: The server's words about it, which may quote the value.
    """

    name: str
    description: str | None = field(default=None, repr=False)


class APIError(TalkdeskError):
    """The API answered with a status that is not 2xx.

    Attributes:
        status_code: The HTTP status.
        code: The API's own error code, where the reply states one.
        message: The server's message. Like `description`, `fields` and `body` it may hold personal
            data; the error's text shows only codes, ids and field names.
        description: The server's longer words.
        fields: What was wrong with which field of the request.
        request_id: The reply's ``platform-tid``; Talkdesk's support asks for it.
        method: Method of the request.
        url: URL of the request without user, query and fragment. The text has the names of
            `path_params` in the place of their values.
        attempts: How often the request was sent, 1 or more.
        retry_after: Seconds to wait (0 or more) by the reply's ``Retry-After``; None where it
            states none that can be read.
        body: The reply's bytes.
    """

    _try = ""

    def __init__(
        self,
        *,
        status_code: int,
        method: str,
        url: str,
        shown: str | None = None,
        code: str | None = None,
        message: str | None = None,
        description: str | None = None,
        fields: tuple[FieldError, ...] = (),
        request_id: str | None = None,
        attempts: int = 1,
        retry_after: float | None = None,
        body: bytes = b"",
    ) -> None:
        self.status_code = status_code
        self.code = code
        self.message = message
        self.description = description
        self.fields = fields
        self.request_id = request_id
        self.method = method
        self.url = public_url(url)
        self.attempts = attempts
        self.retry_after = retry_after
        self.body = body
        super().__init__(self._text(self.url if shown is None else public_url(shown)))

    def _text(self, url: str) -> str:
        facts = [f"{self.status_code} {status_phrase(self.status_code)}"]
        if is_request_id(self.request_id):
            facts.append(f"request id {self.request_id}")
        if is_identifier(self.code):
            facts.append(f"code {self.code}")
        if self.fields:
            facts.append(f"fields {shown_names([entry.name for entry in self.fields])}")
        where = f"{self.method} {url}"
        if self.attempts > 1:
            where += f", sent {self.attempts} times"
        return ". ".join(part for part in (", ".join(facts), where, self._advice()) if part)

    def _advice(self) -> str:
        return self._try


class BadRequestError(APIError):
    """400: the request breaks a rule of the API; `fields` says which."""

    _try = "See this error's `message`, and the `description` of each of its `fields`"


class AuthenticationError(APIError):
    """401: the access token was refused, and a fresh one too, where a fresh one can be had."""

    _try = (
        "Check in this order: the account's region, the client secret (or that a static token is "
        "still valid), and the scopes: a scope that was just added takes some minutes"
    )


class PermissionDeniedError(APIError):
    """403: the token is good, but does not allow this."""

    _try = (
        "The client may lack the scope of this operation, the feature may not be enabled for the "
        "account (scheduled callbacks and campaigns need enabling), or the account allows other "
        "IP addresses only"
    )


class NotFoundError(APIError):
    """404: there is no such thing in this account and region."""

    _try = "Check the id, and that it belongs to this account and region"


class ConflictError(APIError):
    """409: the request does not fit the present state."""

    _try = "Read the present state again before the next attempt"


class UnprocessableEntityError(APIError):
    """422: the request was understood but holds values that cannot be used."""

    _try = "See this error's `message`, and the `description` of each of its `fields`"


class RateLimitError(APIError):
    """429: too many requests; `retry_after` says how long to wait, where the reply does."""

    def _advice(self) -> str:
        if self.retry_after is None:
            return "Send fewer requests; the reply does not say when to try again"
        return f"Try again in {self.retry_after:g} seconds"


class ServerError(APIError):
    """5xx: the server failed."""

    _try = "Try again later; if it stays, give Talkdesk's support the request id"
