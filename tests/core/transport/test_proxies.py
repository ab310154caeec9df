"""Proxies: those that are named, those of the environment, and their passwords."""

import base64
import logging
import traceback
from collections.abc import Iterator

import pytest
import trustme

from talkdesk_core import errors, http
from talkdesk_core.auth import StaticToken
from talkdesk_core.transport.routes import proxies_for
from tests.core.trackers import seen_by_a_tracker
from tests.core.transport.driving import Connect
from tests.core.transport.servers import Proxy, serving_api, serving_proxy
from tests.core.transport.test_tls import trusting
from tests.core.wire import Clock, Wire

PASSWORD = "pr0xy-p4ss"
WANTED = "Basic " + base64.b64encode(f"user:{PASSWORD}".encode()).decode()
SOCKS = f"socks5://user:{PASSWORD}@p.test:1080"
# Hosts and ports that do not exist.
NOWHERE = [
    "http://u:hush@bad host", "http://u:hush@h:99999", "http://u:hush@h:0", "http://u:hush@a..b:1",
    "http://u:hush@xn--a:1", "http://u:hush@1.2.3.999:1", f"http://u:hush@{'a' * 64}.test:1",
    "http://u:hush@h/:x\n",
]  # fmt: skip
VARIABLES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy")


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    """Run a proxy that wants a password."""
    with serving_proxy(Proxy(WANTED)) as running:
        yield running


def test_a_named_proxy_is_used_for_tls_to_this_machine_too(connect: Connect, proxy: Proxy) -> None:
    """For requests of the API and for tokens, by one tunnel, with the proxy's credentials."""
    trust = trusting()
    with serving_api(trust.server("127.0.0.1")) as api:
        url = f"https://127.0.0.1:{api.port}"
        client = connect(
            base_url=url, token_url=f"{url}/t", ssl_context=trust.client(),
            proxy=f"http://user:{PASSWORD}@127.0.0.1:{proxy.port}",
        )  # fmt: skip
        assert client.request("GET", "/x").status_code == 200
        client.close()
    assert proxy.asked == [f"CONNECT 127.0.0.1:{api.port}"]
    assert [target for _, _, target in api.seen] == ["/t", "/x"]


def test_what_is_not_encrypted_never_goes_through_a_proxy(connect: Connect, proxy: Proxy) -> None:
    """A proxy that is named would read the credentials and the token on their way back here."""
    with serving_api() as api:
        url = f"http://127.0.0.1:{api.port}"
        client = connect(
            base_url=url, token_url=f"{url}/t",
            proxy=f"http://user:{PASSWORD}@127.0.0.1:{proxy.port}",
        )  # fmt: skip
        assert client.request("GET", "/x").status_code == 200
        client.close()
    assert proxy.asked == []
    assert [target for _, _, target in api.seen] == ["/t", "/x"]


def test_each_origin_has_its_own_way(connect: Connect, proxy: Proxy) -> None:
    """With a sandbox's API on this machine, tokens from elsewhere still come through the proxy."""
    trust = trusting()
    with serving_api() as api, serving_api(trust.server("id.example.test")) as identity:
        proxy.hosts["id.example.test"] = identity.port
        client = connect(
            base_url=f"http://localhost:{api.port}", token_url="https://id.example.test/t",
            ssl_context=trust.client(), proxy=f"http://user:{PASSWORD}@127.0.0.1:{proxy.port}",
        )  # fmt: skip
        assert client.request("GET", "/x").status_code == 200
        client.close()
    assert proxy.asked == ["CONNECT id.example.test:443"]
    assert [target for _, _, target in api.seen] == ["/x"]


@pytest.mark.parametrize("place", ["argument", "environment"])
def test_an_https_proxy_is_held_to_the_context(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """A private authority vouches for the proxy too; a proxy that it does not know is refused."""
    trust = trusting()
    known, stranger = Proxy(WANTED), Proxy(WANTED)
    with (
        serving_api(trust.server("api.example.test")) as api,
        serving_proxy(known, trust.server("127.0.0.1")),
        serving_proxy(stranger, trusting().server("127.0.0.1")),
    ):
        for running in (known, stranger):
            running.hosts["api.example.test"] = api.port
            url = f"https://user:{PASSWORD}@127.0.0.1:{running.port}"
            if place == "environment":
                monkeypatch.setenv("HTTPS_PROXY", url)
            client = connect(
                base_url="https://api.example.test", token_url=None, auth=StaticToken("t"),
                ssl_context=trust.client(), proxy=url if place == "argument" else None, retries=0,
            )  # fmt: skip
            if running is known:
                assert client.request("GET", "/x").status_code == 200
            else:
                with pytest.raises(errors.APIConnectionError, match="ConnectError") as caught:
                    client.request("POST", "/x", json=1)
                assert not caught.value.may_have_arrived
            client.close()
    assert (known.asked, stranger.asked) == (["CONNECT api.example.test:443"], [])
    assert [target for _, _, target in api.seen] == ["/x"]


def test_tls_goes_through_a_tunnel(connect: Connect, proxy: Proxy) -> None:
    """The proxy sees a host and a port, and the certificate is the API's."""
    authority = trustme.CA()
    with serving_api(trusting(authority).server("api.example.test")) as api:
        proxy.hosts["api.example.test"] = api.port
        client = connect(
            base_url="https://api.example.test", token_url=None, auth=StaticToken("t"),
            proxy=f"http://user:{PASSWORD}@127.0.0.1:{proxy.port}",
            ssl_context=trusting(authority).client(),
        )  # fmt: skip
        assert client.request("GET", "/x", params={"q": "1"}).status_code == 200
        client.close()
    assert proxy.asked == ["CONNECT api.example.test:443"]
    assert [target for _, _, target in api.seen] == ["/x?q=1"]


def test_the_environment_names_a_proxy(
    connect: Connect, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`HTTPS_PROXY` is used without being told, its password too."""
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:{PASSWORD}@127.0.0.1:{proxy.port}")
    authority = trustme.CA()
    with serving_api(trusting(authority).server("api.example.test")) as api:
        proxy.hosts["api.example.test"] = api.port
        client = connect(
            base_url="https://api.example.test", token_url=None, auth=StaticToken("t"),
            ssl_context=trusting(authority).client(),
        )  # fmt: skip
        assert client.request("GET", "/x").status_code == 200
        client.close()
    assert proxy.asked == ["CONNECT api.example.test:443"]


def test_this_machine_is_reached_directly_whatever_the_environment_says(
    connect: Connect, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sandbox on loopback is no business of the company's proxy."""
    for name in VARIABLES[:3]:
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    with serving_api() as api:
        url = f"http://127.0.0.1:{api.port}"
        client = connect(base_url=url, token_url=f"{url}/t")
        assert client.request("GET", "/x").status_code == 200
        client.close()
    assert proxy.asked == []


@pytest.mark.parametrize(
    ("environ", "url", "expected"),
    [
        ({}, "https://a.test", None),
        ({"HTTPS_PROXY": "http://p.test:1"}, "https://a.test", "http://p.test:1"),
        ({"https_proxy": "p.test:1"}, "https://a.test", "http://p.test:1"),
        ({"HTTP_PROXY": "http://p.test:1"}, "https://a.test", None),
        ({"ALL_PROXY": "http://p.test:1"}, "https://a.test", "http://p.test:1"),
        (
            {"ALL_PROXY": "http://all.test:1", "HTTPS_PROXY": "http://p.test:1"},
            "https://a.test",
            "http://p.test:1",
        ),
        ({"HTTPS_PROXY": ""}, "https://a.test", None),
        ({"ALL_PROXY": "http://p.test:1", "NO_PROXY": "a.test"}, "https://a.test", None),
        ({"ALL_PROXY": "http://p.test:1", "NO_PROXY": ".a.test"}, "https://x.a.test:8443", None),
        ({"ALL_PROXY": "http://p.test:1", "NO_PROXY": "*"}, "https://a.test", None),
        (
            {"ALL_PROXY": "http://p.test:1", "NO_PROXY": "b.test"},
            "https://a.test",
            "http://p.test:1",
        ),
        ({"ALL_PROXY": "http://p.test:1"}, "http://localhost:8000", None),
        ({"ALL_PROXY": "http://p.test:1"}, "http://127.0.0.1:8000/t", None),
        ({"ALL_PROXY": "http://p.test:1"}, "http://[::1]:8000", None),
        ({"ALL_PROXY": "http://u:p@p.test:1"}, "https://a.test", "http://p.test:1"),
    ],
)
def test_the_environment_decides_by_host(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], url: str, expected: str | None
) -> None:
    """By scheme, by `NO_PROXY`, and never for this machine."""
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    (proxy,) = proxies_for([url], None).values()
    assert (None if proxy is None else str(proxy.url)) == expected


@pytest.mark.parametrize("place", ["argument", "environment"])
def test_a_proxy_that_refuses_shows_its_password_nowhere(
    connect: Connect, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    """Not in the error, its frames, its causes, the log with everything on, or any `repr`."""
    caplog.set_level(logging.DEBUG)
    with serving_proxy(Proxy("something else")) as proxy:
        url = f"http://user:{PASSWORD}@127.0.0.1:{proxy.port}"
        if place == "environment":
            monkeypatch.setenv("HTTPS_PROXY", url)
        client = connect(
            base_url="https://api.example.test", token_url=None, auth=StaticToken("t0ken-itself"),
            proxy=url if place == "argument" else None, clock=Clock(),
        )  # fmt: skip
        with pytest.raises(errors.APIConnectionError, match="ProxyError") as caught:
            client.request("POST", "/x", json=1)
        client.close()
    assert proxy.refused == 1  # a refusal stays one
    assert not caught.value.may_have_arrived
    printed = f"{client.client!r} {vars(client.client)!r} {caught.value!r}"
    seen: BaseException | None = caught.value
    while seen is not None:
        details = traceback.TracebackException.from_exception(seen, capture_locals=True)
        printed += "".join(line for line in details.format() if "_shows_its_password" not in line)
        seen = seen.__context__
    ours = "\n".join(line for line in printed.splitlines() if "url = " not in line)
    for hidden in (PASSWORD, WANTED.removeprefix("Basic "), "t0ken-itself"):
        assert hidden not in caplog.text
        assert hidden not in ours


@pytest.mark.parametrize(
    "proxy",
    [
        *["", "p.test:3128", "ftp://u:hush@p.test", "http://", 5, b"http://p", *NOWHERE],
        http.Proxy("http://u:hush@p.test"),
    ],
)
def test_a_proxy_that_is_none_is_refused(connect: Connect, proxy: str) -> None:
    """By name, without quoting it."""
    with pytest.raises(errors.ConfigurationError) as caught:
        connect(proxy=proxy)
    assert caught.value.arguments == ("proxy",)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    "proxy",
    [
        "http://p:1", "http://p.test", "https://u:p@p.test:65535", "http://127.0.0.1:3128",
        "http://[::1]:3128", "http://my_proxy:8080", "http://p.test.:8080", "http://pröxy.test:1",
        "http://xn--prxy-6qa.test:1",
    ],
)  # fmt: skip
def test_a_proxy_has_any_name_or_address(connect: Connect, proxy: str) -> None:
    """Names of containers, whole names with their dot, IPv6, and names beyond ASCII."""
    connect(proxy=proxy)


@pytest.mark.parametrize("proxy", ["ftp://u:hush@p.test", *NOWHERE])
def test_a_proxy_of_the_environment_that_is_none_is_refused(
    connect: Connect, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    """The variable is named, its value is not quoted, nor kept where a tracker would find it."""
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(errors.ConfigurationError) as caught:
        connect()
    assert caught.value.arguments == ("HTTPS_PROXY",)
    assert "hush" not in seen_by_a_tracker(caught.value)


def test_a_socks_proxy_says_what_it_needs(connect: Connect) -> None:
    """A package that is not installed is named; the password is not, nor kept in its frames."""
    with pytest.raises(errors.ConfigurationError, match="socksio") as caught:
        connect(proxy=SOCKS)
    assert PASSWORD not in seen_by_a_tracker(caught.value)


def test_a_transport_knows_its_own_way(connect: Connect) -> None:
    """What says how to reach the network contradicts a transport that replaces it."""
    for option, value in (("proxy", "http://p.test:1"), ("ssl_context", trusting().client())):
        options: dict[str, object] = {option: value}
        with pytest.raises(errors.ConfigurationError) as caught:
            connect(Wire(), **options)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        assert caught.value.arguments == ("transport", option)
