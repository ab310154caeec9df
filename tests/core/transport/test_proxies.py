"""Proxies: those that are named, those of the environment, and their passwords."""

import base64
import logging
import traceback
from collections.abc import Iterator

import pytest
import trustme

from talkdesk_core import errors
from talkdesk_core.auth import StaticToken
from talkdesk_core.transport.routes import proxies_for
from tests.core.transport.driving import Connect
from tests.core.transport.servers import Proxy, serving_api, serving_proxy
from tests.core.transport.test_tls import trusting
from tests.core.wire import Clock, Wire

PASSWORD = "pr0xy-p4ss"
WANTED = "Basic " + base64.b64encode(f"user:{PASSWORD}".encode()).decode()
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


def test_plain_requests_go_through_a_named_proxy(connect: Connect, proxy: Proxy) -> None:
    """Those of the API and those for tokens, with the proxy's credentials; loopback too."""
    with serving_api() as api:
        url = f"http://127.0.0.1:{api.port}"
        client = connect(
            base_url=url, token_url=f"{url}/t",
            proxy=f"http://user:{PASSWORD}@127.0.0.1:{proxy.port}",
        )  # fmt: skip
        assert client.request("GET", "/x").status_code == 200
        client.close()
    assert proxy.asked == [f"POST {url}/t", f"GET {url}/x"]
    assert [target for _, _, target in api.seen] == ["/t", "/x"]


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
    assert proxy.refused == 4
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
    "proxy", ["", "p.test:3128", "ftp://u:hush@p.test", "http://", 5, b"http://p"]
)
def test_a_proxy_that_is_none_is_refused(connect: Connect, proxy: str) -> None:
    """By name, without quoting it."""
    with pytest.raises(errors.ConfigurationError) as caught:
        connect(proxy=proxy)
    assert caught.value.arguments == ("proxy",)
    assert "hush" not in str(caught.value)


def test_a_proxy_of_the_environment_that_is_none_is_refused(
    connect: Connect, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable is named, its value is not quoted, nor kept where a tracker would find it."""
    monkeypatch.setenv("HTTPS_PROXY", "ftp://u:hush@p.test")
    with pytest.raises(errors.ConfigurationError) as caught:
        connect()
    assert caught.value.arguments == ("HTTPS_PROXY",)
    details = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert "hush" not in "".join(details.format())


def test_a_socks_proxy_says_what_it_needs(connect: Connect) -> None:
    """A package that is not installed is named; the password is not, nor kept in its frames."""
    with pytest.raises(errors.ConfigurationError, match="socksio") as caught:
        connect(proxy="socks5://u:hush@p.test:1080")
    assert "hush" not in str(caught.value)


def test_a_transport_knows_its_own_way(connect: Connect) -> None:
    """What says how to reach the network contradicts a transport that replaces it."""
    for option, value in (("proxy", "http://p.test:1"), ("ssl_context", trusting().client())):
        options: dict[str, object] = {option: value}
        with pytest.raises(errors.ConfigurationError) as caught:
            connect(Wire(), **options)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        assert caught.value.arguments == ("transport", option)
