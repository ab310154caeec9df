"""What the blocking and the asynchronous client share: everything but sending."""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Generic, Self, TypeVar

from talkdesk_core import http
from talkdesk_core.calls import Call
from talkdesk_core.config import checked_timeout
from talkdesk_core.connection_errors import connection_error, forget_frames
from talkdesk_core.discretion import discreetly
from talkdesk_core.errors import ClientClosedError, TalkdeskError
from talkdesk_core.logs import safe_template
from talkdesk_core.paths import filled_path
from talkdesk_core.requests import QueryValue, build_request, checked_headers, merged_headers
from talkdesk_core.retries import Retries, checked_retries
from talkdesk_core.sending import Steps, sending
from talkdesk_core.settings import Settings
from talkdesk_core.transport.trip import EXTENSION, Trip

__all__ = ["APIClient", "cleaned", "failure_of", "request_id_of"]

T = TypeVar("T")
C = TypeVar("C", http.Client, http.AsyncClient)


class APIClient(Generic[C]):
    """A client without the methods that send."""

    _http: C
    _auth: http.Auth

    def __init__(self, settings: Settings) -> None:
        self._config = settings.config
        self._clock = settings.clock
        self._limiter = settings.limiter
        # A copy by `with_options` shares the connections, and leaves them to who made them.
        self._owns_connections = True

    def __repr__(self) -> str:
        # A client whose settings were refused has no address, and shows in tracebacks all the same.
        config = vars(self).get("_config")
        shown = f"base_url={self._config.base_url!r}" if config is not None else "..."
        return f"{type(self).__name__}({shown})"

    @property
    def base_url(self) -> str:
        """The API's URL, without a trailing slash."""
        return self._config.base_url

    @discreetly
    def with_options(
        self,
        *,
        timeout: float | http.Timeout | None = None,
        headers: Mapping[str, str] | None = None,
        retries: Retries | int | None = None,
    ) -> Self:
        """Return a client with other options for single calls; this one stays as it is.

        Both share connections, tokens and rate. Closing the new one does nothing: the connections
        belong to the client that was made by its class.

        Args:
            timeout: As for the class; None for this client's.
            headers: Headers to send on top of this client's, or instead of those with equal names.
            retries: As for the class; None for this client's.

        Raises:
            ConfigurationError: `timeout` or `retries` cannot be used.
            ArgumentError: A header cannot be sent.
        """
        config = self._config
        changed = dataclasses.replace(
            config,
            timeout=config.timeout if timeout is None else checked_timeout(timeout),
            headers=merged_headers(config.headers, checked_headers(headers)),
            retries=config.retries if retries is None else checked_retries(retries),
        )
        copy = object.__new__(type(self))
        # Resources that were used already are bound to this client; the copy makes its own.
        copy.__dict__.update(
            (name, value)
            for name, value in vars(self).items()
            if not isinstance(getattr(type(self), name, None), functools.cached_property)
        )
        copy._config = changed
        copy._owns_connections = False
        return copy

    def _trip(self, request: http.Request, template: str) -> Trip:
        """Return what the requests of one call share, its budget counted from now."""
        budget = self._config.retries.budget
        trip = Trip(
            method=request.method,
            template=template,
            deadline=self._clock.monotonic() + budget,
            budget=budget,
            timeouts=request.extensions["timeout"],
            request=request,
        )
        request.extensions[EXTENSION] = trip
        return trip

    def _steps(self, trip: Trip) -> Steps:
        self._check_open()
        return sending(trip, self._config.retries, self._limiter, self._clock)

    def _check_open(self) -> None:
        if self._http.is_closed:
            msg = f"{self!r} is closed; make a new client, or keep this one open for longer."
            raise ClientClosedError(msg)

    def _free_request(
        self,
        method: str,
        path: str,
        path_params: Mapping[str, str | int] | None,
        params: Mapping[str, QueryValue] | None,
        json: object,
        headers: Mapping[str, str] | None,
        timeout: float | http.Timeout | None,
    ) -> Trip:
        """Return the call of `request`."""
        filled = filled_path(path, path_params)
        template = safe_template(path, has_names=path_params is not None)
        request = build_request(
            self._config,
            method,
            filled,
            shown=template if path_params else None,
            params=params,
            json=json,
            headers=headers,
            timeout=timeout,
        )
        return self._trip(request, template)

    def _request_of(self, call: Call[T]) -> Trip:
        """Return the call of an operation."""
        request = build_request(
            self._config,
            call.method,
            call.path,
            params=call.query,
            json=call.json,
            headers=call.headers,
            timeout=None,
            content_type=call.content_type,
        )
        return self._trip(request, call.template or safe_template(call.path))


def failure_of(error: http.RequestError | TalkdeskError, trip: Trip) -> TalkdeskError:
    """Return our error for what an attempt raised, with an original of httpx as its cause.

    Raises:
        RequestError, TalkdeskError: A hook raised it, and it is none of the request's.
    """
    if isinstance(error, TalkdeskError):
        if error is trip.hook_error:
            raise error
        # Where the budget or the size ends, frames hold what was sent, or has come.
        forget_frames(error, until=trip.handled)
        return error
    failure = connection_error(error, trip.request)
    if error is trip.hook_error:
        raise error
    failure.__cause__ = error
    return failure


def cleaned(reply: http.Response) -> http.Response:
    """Return a reply without the token, and without the replies that came before it."""
    # The history may hold the token endpoint's reply.
    reply.history = []
    reply.request = http.without_credentials(reply.request)
    return reply


def request_id_of(reply: http.Response) -> str | None:
    """Return the id that Talkdesk gave the request, None where the reply states none."""
    found: str | None = reply.headers.get("platform-tid")
    return found
