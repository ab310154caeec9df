"""TLS: private authorities, certificates of clients, and what is never trusted."""

import ssl
from dataclasses import dataclass, field

import pytest
import trustme

from talkdesk_core import errors, http
from talkdesk_core.auth import StaticToken
from tests.core.transport.driving import Connect, Parts, Wired
from tests.core.transport.servers import serving_api
from tests.core.wire import Wire


@dataclass
class Trust:
    """Both ends of TLS under one authority."""

    authority: trustme.CA = field(default_factory=trustme.CA)

    def server(self, *names: str, wants_certificate: bool = False) -> ssl.SSLContext:
        """Return the context of a server with these names."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._identify(context, *names)
        if wants_certificate:
            context.verify_mode = ssl.CERT_REQUIRED
            self._trust(context)
        return context

    def client(self, name: str | None = None) -> ssl.SSLContext:
        """Return the context of a client that trusts the authority, and shows who it is."""
        context = ssl.create_default_context()
        self._trust(context)
        if name is not None:
            self._identify(context, name)
        return context

    def _trust(self, context: ssl.SSLContext) -> None:
        context.load_verify_locations(cadata=self.authority.cert_pem.bytes().decode())

    def _identify(self, context: ssl.SSLContext, *names: str) -> None:
        certificate = self.authority.issue_cert(*names)
        with certificate.private_key_and_cert_chain_pem.tempfile() as path:
            context.load_cert_chain(path)


def trusting(authority: trustme.CA | None = None) -> Trust:
    """Return both ends under an authority."""
    return Trust() if authority is None else Trust(authority)


def test_a_private_authority_is_trusted_if_it_is_named(connect: Connect) -> None:
    """Without it the connection is refused before anything is sent."""
    trust = trusting()
    with serving_api(trust.server("127.0.0.1")) as api:
        url = f"https://127.0.0.1:{api.port}"
        client = connect(base_url=url, token_url=f"{url}/t", ssl_context=trust.client())
        assert client.request("GET", "/x").status_code == 200
        assert [target for _, _, target in api.seen] == ["/t", "/x"]
        api.seen.clear()
        for context in (None, trusting().client()):
            stranger = connect(base_url=url, token_url=f"{url}/t", ssl_context=context, retries=0)
            with pytest.raises(errors.APIConnectionError, match="ConnectError") as caught:
                stranger.request("POST", "/x", json=1)
            assert not caught.value.may_have_arrived
            stranger.close()
        client.close()
    assert api.seen == []


def test_a_certificate_for_another_name_is_refused(connect: Connect) -> None:
    """Trust in the authority is not trust in each of its hosts."""
    trust = trusting()
    with serving_api(trust.server("other.example.test")) as api:
        client = connect(
            base_url=f"https://127.0.0.1:{api.port}", token_url=None, auth=StaticToken("t"),
            ssl_context=trust.client(), retries=0,
        )  # fmt: skip
        with pytest.raises(errors.APIConnectionError, match="ConnectError"):
            client.request("GET", "/x")
        client.close()
    assert api.seen == []


def test_a_client_shows_its_certificate(connect: Connect) -> None:
    """A server that wants one gets it; without it nothing is answered."""
    trust = trusting()
    with serving_api(trust.server("127.0.0.1", wants_certificate=True)) as api:
        url = f"https://127.0.0.1:{api.port}"
        known = connect(
            base_url=url, token_url=f"{url}/t", ssl_context=trust.client("client.example.test")
        )
        assert known.request("GET", "/x").status_code == 200
        known.close()
        assert len(api.peers) >= 1
        assert all("client.example.test" in str(peer) for peer in api.peers)
        api.seen.clear()
        unknown = connect(base_url=url, token_url=f"{url}/t", ssl_context=trust.client(), retries=0)
        with pytest.raises(errors.APIConnectionError):
            unknown.request("GET", "/x")
        unknown.close()
    assert api.seen == []


def test_a_context_that_checks_nothing_is_refused(connect: Connect) -> None:
    """Anybody could take the credentials; what is no context is refused too."""
    blind = ssl.create_default_context()
    blind.check_hostname = False
    open_to_all = ssl.create_default_context()
    open_to_all.check_hostname = False
    open_to_all.verify_mode = ssl.CERT_NONE
    optional = ssl.create_default_context()
    optional.verify_mode = ssl.CERT_OPTIONAL
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    for context in (blind, open_to_all, optional, server, False, "ca.pem", ssl.SSLContext):
        options: dict[str, object] = {"ssl_context": context}
        with pytest.raises(errors.ConfigurationError) as caught:
            connect(**options)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        assert caught.value.arguments == ("ssl_context",)


def test_tls_that_fails_after_the_handshake_is_a_lost_request(connect: Connect) -> None:
    """Before the reply or inside of it: a typed error, which may mean that the request arrived."""

    def alert(_: http.Request) -> http.Response:
        raise ssl.SSLError(1, "[SSL: TLSV13_ALERT_CERTIFICATE_REQUIRED]")

    def inside(_: http.Request) -> http.Response:
        return http.Response(200, stream=Parts(iter([b"x", ssl.SSLError(1, "bad record mac")])))

    for handle in (alert, inside):
        with pytest.raises(errors.APIConnectionError, match="ReadError") as caught:
            connect(Wired(Wire(api=handle)), retries=1).request("GET", "/x")
        assert caught.value.may_have_arrived
        assert caught.value.attempts == 2
        cause = caught.value.__cause__
        assert isinstance(cause, http.RequestError)
        assert "Authorization" not in cause.request.headers
