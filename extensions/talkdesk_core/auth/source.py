"""Where the tokens of a client, or of a login, come from, and where the present one is kept."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field

from talkdesk_core import http
from talkdesk_core.auth.cache import Failure, TokenCache
from talkdesk_core.auth.grants import Ended, Grant
from talkdesk_core.auth.steps import Fetch, Lead, Tell
from talkdesk_core.auth.token_endpoint import TokenEndpoint
from talkdesk_core.auth.token_reply import Granted
from talkdesk_core.clock import Clock
from talkdesk_core.connection_errors import connection_error
from talkdesk_core.errors import APIConnectionError, TalkdeskError, TokenError

__all__ = ["Source"]

_HINT_CAUSE = "See this error's cause, and check that token_url is a token endpoint"
_HINT_STORE = (
    "See this error's cause. The new refresh token is in use and not stored: the old one is spent"
)


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A grant at a token endpoint, with the cache of its tokens.

    Attributes:
        endpoint: The endpoint.
        grant: What is asked for.
        cache: The present token.
        clock: The time.
        on_rotation: Is told each new refresh token.
    """

    endpoint: TokenEndpoint = field(repr=False)
    grant: Grant = field(repr=False)
    cache: TokenCache = field(repr=False)
    clock: Clock = field(repr=False)
    on_rotation: Callable[[str], object] | None = field(default=None, repr=False)

    def leading(self, lead: Lead) -> Generator[Fetch | Tell, None, None]:
        """Yield the steps of fetching a token; the outcome is put into `lead`.

        A driver that carries them out ends the flight when they are over, however that comes: it
        closes this generator and abandons what is still under way.
        """
        grant = self.grant
        is_under_way = False
        try:
            form = grant.form()
            if isinstance(form, Ended):
                self._give_up(lead, self._error(form.problem, form.hint))
                return
            fetch = Fetch(self.endpoint.request(form, lead.extensions))
            del form  # it may hold a secret, and error trackers record variables
            is_under_way = lead.was_asked = True
            yield fetch
            reply = fetch.result
            if reply is None:
                msg = "the step was not carried out"
                raise RuntimeError(msg)
            is_under_way = False
            if not isinstance(reply, http.Response):
                self._lost(lead, reply, fetch.request)
                return
            granted = self.endpoint.read(reply, grant)
            if isinstance(granted, TokenError):
                self._refused(lead, granted)
                return
            refresh_token = grant.accept(granted)
            if refresh_token is not None and self.on_rotation is not None:
                tell = Tell(self.on_rotation, refresh_token)
                yield tell
                if tell.error is not None:
                    self._not_stored(lead, tell.error, reply)
                    return
            self._land(lead, granted)
        finally:
            if is_under_way:
                grant.lose()

    def _land(self, lead: Lead, granted: Granted) -> None:
        header = self.grant.scheme + granted.access_token
        is_renewable = not isinstance(self.grant.form(), Ended)
        lead.outcome = self.cache.land(
            lead.flight, header, granted.lifetime, is_renewable=is_renewable
        )

    def _error(self, problem: str, hint: str) -> TokenError:
        return TokenError(problem, url=self.endpoint.url, status_code=None, hint=hint)

    def _give_up(self, lead: Lead, error: Failure) -> None:
        lead.outcome = error
        self.cache.give_up(lead.flight, error)

    def _refused(self, lead: Lead, error: TokenError) -> None:
        error = self.grant.refuse(error)
        if isinstance(self.grant.form(), Ended):
            self._give_up(lead, error)
            return
        lead.outcome = error
        self.cache.fail(lead.flight, error)

    def _lost(
        self, lead: Lead, reason: http.RequestError | TalkdeskError, request: http.Request
    ) -> None:
        """End a flight whose request brought no reply, or none that was read."""
        error, may_have_arrived = self._failure(lead, reason, request)
        if may_have_arrived and not self.grant.is_repeatable:
            self.grant.lose()
            ended = self.grant.form()
            if isinstance(ended, Ended):
                # An error without a status, which policies of retries do not repeat.
                if lead.cause is not None:
                    error.__cause__ = lead.cause
                lead.cause = error
                self._give_up(lead, self._error(ended.problem, ended.hint))
                return
        lead.outcome = error
        self.cache.fail(lead.flight, error)

    def _failure(
        self, lead: Lead, reason: http.RequestError | TalkdeskError, request: http.Request
    ) -> tuple[Failure, bool]:
        """Return the error of a token request, and whether that may have arrived.

        The error itself tells of the API request, and that was not sent.
        """
        if isinstance(reason, http.RequestError):
            lead.cause = reason
            error = connection_error(reason, request)
        elif isinstance(reason, APIConnectionError):
            error = reason
        elif isinstance(reason, TokenError):
            return reason, True
        else:
            lead.cause = reason
            return self._error("the token endpoint's reply was not read", _HINT_CAUSE), True
        may_have_arrived = error.may_have_arrived
        return error.after(0, may_have_arrived=False), may_have_arrived

    def _not_stored(self, lead: Lead, cause: Exception, reply: http.Response) -> None:
        lead.outcome = error = TokenError(
            "on_rotation failed to take a new refresh token",
            url=self.endpoint.url,
            status_code=reply.status_code,
            hint=_HINT_STORE,
            request_id=reply.headers.get("platform-tid"),
        )
        lead.cause = cause
        self.cache.fail(lead.flight, error)
