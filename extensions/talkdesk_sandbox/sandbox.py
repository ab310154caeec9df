"""One sandbox: its data, its app, and a server when it is wanted."""

import time
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, TypeAlias, TypedDict, cast, get_args

from starlette.types import ASGIApp

from talkdesk_sandbox.app import build_app
from talkdesk_sandbox.callback_data import callbacks as callback_rows
from talkdesk_sandbox.callback_store import CallbackStore
from talkdesk_sandbox.campaign_assignment_data import fill_assignments
from talkdesk_sandbox.campaign_data import campaigns as campaign_documents
from talkdesk_sandbox.campaign_store import CampaignStore
from talkdesk_sandbox.client_assertion import ClientAssertions
from talkdesk_sandbox.clock import Clock, SandboxClock
from talkdesk_sandbox.database import Database
from talkdesk_sandbox.errors import SandboxOptionError, SandboxStateError
from talkdesk_sandbox.faults import Faults
from talkdesk_sandbox.options import Options
from talkdesk_sandbox.quirks import quirk_set
from talkdesk_sandbox.server import ServerThread
from talkdesk_sandbox.services import Services
from talkdesk_sandbox.tokens import SCOPES, TOKEN_PATH, Credentials, TokenBook, scope_set

if TYPE_CHECKING:
    from talkdesk_client import ClientCredentials, PrivateKeyJWT

AuthenticationMethod: TypeAlias = Literal["client_credentials", "private_key_jwt"]
"""How a client signs in: by its secret, or by its key."""


class ClientOptions(TypedDict):
    """Arguments with which a ``Talkdesk`` or an ``AsyncTalkdesk`` talks to a sandbox."""

    account: str
    base_url: str
    token_url: str
    auth: "ClientCredentials | PrivateKeyJWT"


class Sandbox:
    """A local Talkdesk account with scheduled callbacks and campaigns.

    ``app`` answers at once, without a network, through an ASGI transport. As a context manager
    the sandbox also listens on the loopback interface::

        with Sandbox(seed=1, callbacks=100) as sandbox:
            print(sandbox.base_url, sandbox.token_url)

    Attributes:
        app: The ASGI app.
        clock: Decides when tokens expire, and dates what is created; tests move it.
        faults: What is to go wrong with the next requests.

    Args:
        seed: Number from which all rows follow: the same seed and counts give the same rows.
        callbacks: Number of scheduled callbacks.
        campaigns: Number of campaigns; callbacks belong to them.
        token_seconds: Lifetime of an access token in seconds.
        clock: Returns seconds since 1970; the sandbox's clock goes by it. No row of the fixture
            data depends on it.
        credentials: The client to let in; by default one with a secret of its own.
        quirks: Names of the ways in which replies differ from the document
            (``python -m talkdesk_sandbox --list-quirks``); a request can ask for others by the
            header ``X-Sandbox-Quirks``.
        granted_scopes: The scopes that tokens are good for at most. The token endpoint leaves out
            what is asked for beyond them and says so in the reply's ``scope`` alone.

    Raises:
        SandboxOptionError: A number is out of its range, which the error names, a quirk is
            unknown or contradicts another, or a scope is unknown or there is none.
    """

    def __init__(
        self,
        seed: int = 1,
        callbacks: int = 1200,
        campaigns: int = 8,
        token_seconds: int = 600,
        clock: Clock = time.time,
        credentials: Credentials | None = None,
        quirks: Iterable[str] = (),
        granted_scopes: Iterable[str] = SCOPES,
    ) -> None:
        options = Options(
            seed=seed, callbacks=callbacks, campaigns=campaigns, token_seconds=token_seconds
        )
        chosen, scopes = quirk_set(quirks), scope_set(granted_scopes)
        self.clock = SandboxClock(clock)
        self.faults = Faults()
        documents = list(campaign_documents(options.seed, options.campaigns))
        campaign_ids = [cast("str", campaign["id"]) for campaign in documents]
        self._credentials = credentials or Credentials()
        self._database = Database()
        campaign_store = CampaignStore(self._database, documents)
        fill_assignments(campaign_store.assignments, options.seed, campaign_ids)
        services = Services(
            database=self._database,
            callbacks=CallbackStore(
                self._database, callback_rows(options.seed, options.callbacks, campaign_ids)
            ),
            campaigns=campaign_store,
            credentials=self._credentials,
            assertions=ClientAssertions(self._credentials, self.clock),
            tokens=TokenBook(self.clock, options.token_seconds),
            clock=self.clock,
            granted_scopes=scopes,
            faults=self.faults,
            quirks=chosen,
        )
        self._server: ServerThread | None = None
        self._is_closed = False
        self.app: ASGIApp = build_app(services)

    @property
    def account(self) -> str:
        """Name of the account."""
        return self._credentials.account

    @property
    def client_id(self) -> str:
        """Id of the client."""
        return self._credentials.client_id

    @property
    def client_secret(self) -> str:
        """Secret of the client."""
        return self._credentials.client_secret

    @property
    def key_id(self) -> str:
        """Id of the client's key."""
        return self._credentials.key_id

    @property
    def private_key(self) -> str:
        """The client's key, as the vendor delivers one: PKCS#8 in DER, as Base64 on one line.

        It is made when it is first asked for, and another for each sandbox, whatever the seed.

        Raises:
            SandboxStateError: joserfc is not installed.
        """
        return self._credentials.private_key

    @property
    def base_url(self) -> str:
        """Where the API is served, without a slash at the end.

        Raises:
            SandboxStateError: The sandbox does not listen.
        """
        return self._running().base_url

    @property
    def token_url(self) -> str:
        """Where tokens are given out.

        Raises:
            SandboxStateError: The sandbox does not listen.
        """
        return self._running().base_url + TOKEN_PATH

    def options(self, auth: AuthenticationMethod = "client_credentials") -> ClientOptions:
        """Return the arguments that lead a client here: ``Talkdesk(**sandbox.options())``.

        Args:
            auth: How it signs in: ``client_credentials`` by its secret, ``private_key_jwt`` by
                its key.

        Raises:
            SandboxOptionError: There is no such way to sign in.
            SandboxStateError: The sandbox does not listen, or the client cannot be imported.
        """
        if auth not in get_args(AuthenticationMethod):
            raise SandboxOptionError(f"auth is one of {', '.join(get_args(AuthenticationMethod))}")
        try:
            credentials = self._client_auth(auth)
        except ModuleNotFoundError as error:
            raise SandboxStateError(
                f"{error}: options() are for the client of this project, which is not installed "
                "whole; base_url, token_url, client_id and client_secret are for any other"
            ) from error
        return {
            "account": self.account,
            "base_url": self.base_url,
            "token_url": self.token_url,
            "auth": credentials,
        }

    def _client_auth(self, auth: AuthenticationMethod) -> "ClientCredentials | PrivateKeyJWT":
        if auth == "private_key_jwt":
            from talkdesk_client import PrivateKeyJWT

            return PrivateKeyJWT(self.client_id, key_id=self.key_id, private_key=self.private_key)
        from talkdesk_client import ClientCredentials

        return ClientCredentials(self.client_id, self.client_secret, form_encode=True)

    @property
    def is_serving(self) -> bool:
        """Whether a server is answering."""
        return self._server is not None and self._server.is_alive

    def start(self, host: str = "127.0.0.1", port: int = 0) -> None:
        """Listen, and return when connections are answered.

        Args:
            host: Address or name to listen on.
            port: Port from 1 to 65535, or 0 for a free one.

        Raises:
            SandboxStateError: The sandbox listens already, or was closed: its data are gone.
            SandboxStartError: Nothing can listen there.
        """
        if self._server is not None:
            raise SandboxStateError(f"the sandbox listens already, on {self._server.base_url}")
        if self._is_closed:
            raise SandboxStateError("a closed sandbox cannot listen again; make another")
        server = ServerThread(self.app, host, port)
        server.start()
        self._server = server

    def close(self) -> None:
        """Stop listening and free the data, for good. A second call does nothing."""
        self._is_closed = True
        if self._server is not None:
            self._server.stop()
            self._server = None
        self._database.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _running(self) -> ServerThread:
        if self._server is None:
            raise SandboxStateError(
                "the sandbox does not listen: use `with Sandbox() as sandbox`, or call start()"
            )
        return self._server
