"""Where a client goes: regions, addresses, timeouts."""

from typing import Any

import pytest

from talkdesk_core import http
from talkdesk_core.config import DEFAULT_TIMEOUT, Address, Config, checked_timeout, resolve
from talkdesk_core.errors import ConfigurationError

PHASES = ("connect", "read", "write", "pool")


@pytest.mark.parametrize(
    ("region", "api", "tokens"),
    [
        (None, "https://api.talkdeskapp.com", "https://acme.talkdeskid.com/oauth/token"),
        ("us", "https://api.talkdeskapp.com", "https://acme.talkdeskid.com/oauth/token"),
        ("eu", "https://api.talkdeskapp.eu", "https://acme.talkdeskid.eu/oauth/token"),
        ("ca", "https://api.talkdeskappca.com", "https://acme.talkdeskidca.com/oauth/token"),
    ],
)
def test_an_account_and_region_give_both_hosts(region: str | None, api: str, tokens: str) -> None:
    """Each region has its own pair of hosts, and US is what an account alone means."""
    assert resolve(Address("acme", region), needs_token_url=True) == (api, tokens)


def test_the_default_timeouts_are_the_documented_ones() -> None:
    """Each phase has an end."""
    assert Config("https://x.test", None).timeout == DEFAULT_TIMEOUT
    assert DEFAULT_TIMEOUT.as_dict() == {"connect": 5, "read": 30, "write": 30, "pool": 5}


@pytest.mark.parametrize(
    "account",
    [
        "acme.evil.test/",
        "a.b",
        "acme/",
        "acme#",
        "a@b",
        "-acme",
        "acme-",
        "Acme",
        "a\n",
        "ä",
        " a",
        "a" * 64,
        "xn--a",
        "xn--",
        "xn--a-ecp.ru",
    ],
)
def test_an_account_cannot_change_the_host(account: str) -> None:
    """What is not one host name label is refused, so the secret stays with Talkdesk."""
    with pytest.raises(ConfigurationError) as caught:
        resolve(Address(account), needs_token_url=True)
    assert caught.value.arguments == ("account",)


@pytest.mark.parametrize(
    ("address", "named"),
    [
        (Address(), ("account", "base_url", "token_url")),
        (Address(region="eu"), ("account", "base_url", "token_url")),
        (Address(account="acme", region="mars"), ("region",)),
        (Address(base_url="https://x.test"), ("token_url",)),
        (Address(account="acme", base_url="https://x.test"), ("token_url",)),
        (Address(token_url="https://x.test/t"), ("base_url",)),
        (Address(account="acme", token_url="https://x.test/t"), ("base_url",)),
        (
            Address(region="us", base_url="https://x.test", token_url="https://x.test/t"),
            ("region", "base_url"),
        ),
        (Address(region="us", token_url="https://x.test/t"), ("region", "token_url")),
    ],
)
def test_a_contradiction_or_a_gap_is_named(address: Address, named: tuple[str, ...]) -> None:
    """The error names the arguments that are missing or exclude each other."""
    with pytest.raises(ConfigurationError) as caught:
        resolve(address, needs_token_url=True)
    assert caught.value.arguments == named
    assert all(name in str(caught.value) for name in named)


def test_a_static_token_needs_no_token_endpoint() -> None:
    """A region or a base URL alone is enough when no token is fetched."""
    by_region = resolve(Address(region="eu"), needs_token_url=False)
    assert by_region == ("https://api.talkdeskapp.eu", None)
    by_url = resolve(Address(base_url="https://x.test/v1/"), needs_token_url=False)
    assert by_url == ("https://x.test/v1", None)
    with pytest.raises(ConfigurationError):
        resolve(Address(), needs_token_url=False)


def test_an_account_may_stand_beside_both_urls() -> None:
    """The URLs are used; the account changes nothing."""
    address = Address(account="acme", base_url="http://127.0.0.1:1/", token_url="http://[::1]:2/t")
    assert resolve(address, needs_token_url=True) == ("http://127.0.0.1:1", "http://[::1]:2/t")


@pytest.mark.parametrize(
    "url",
    [
        "api.test", "//api.test", "ftp://api.test", "https://", "https:///x", "https://a b.test",
        "https://u:p@api.test", "https://u@api.test", "https://api.test?x=1", "https://api.test?",
        "https://api.test#f", "https://api.test:0", "https://api.test:99999", "https://api.test:x",
        "https://api.test\\@evil.test", "https://api.test/a\\b", "https://api.test/\n", "https://ä.de",
        "https://api.test/a/../b",
        "https://[::1", "https://xn--a.com", "https://a..b", f"https://{'a' * 64}.test",
        f"https://{'a.' * 127}test", "https://a-.test", "https://1.2.3.999", "https://[1:2]",
        "http://api.test", "http://127.0.0.1.evil.test",
        "http://localhost.evil.test", "http://localhost@evil.test", "http://0177.0.0.1",
        "http://10.0.0.1", " https://api.test",
    ],
)  # fmt: skip
def test_a_url_that_credentials_must_not_go_to_is_refused(url: str) -> None:
    """Odd URLs, and http to any other machine, are refused for both URLs, without quoting them."""
    good = "https://good.test"
    for argument, address in {
        "base_url": Address(base_url=url, token_url=good),
        "token_url": Address(base_url=good, token_url=url),
    }.items():
        with pytest.raises(ConfigurationError) as caught:
            resolve(address, needs_token_url=True)
        assert caught.value.arguments == (argument,)
        assert "u:p" not in str(caught.value)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "127.9.9.9", "[::1]"])
def test_http_is_fine_on_this_machine(host: str) -> None:
    """A sandbox on loopback needs no TLS."""
    address = Address(base_url=f"http://{host}:8000")
    assert resolve(address, needs_token_url=False) == (f"http://{host.lower()}:8000", None)


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), True, "5", 10**400])
def test_a_timeout_that_is_no_duration_is_refused(timeout: float) -> None:
    """Only finite seconds above 0 are taken, as a number and for each phase of a `Timeout`."""
    with pytest.raises(ConfigurationError) as caught:
        checked_timeout(timeout)
    assert caught.value.arguments == ("timeout",)
    for phase in PHASES:
        one: dict[str, Any] = dict.fromkeys(PHASES, 5.0) | {phase: timeout}
        with pytest.raises(ConfigurationError, match=phase) as caught:
            checked_timeout(http.Timeout(**one))
        assert caught.value.arguments == ("timeout",)


def test_a_timeout_is_taken_as_given() -> None:
    """A number counts for each phase; a `Timeout` is kept, even one without end."""
    assert set(checked_timeout(2.5).as_dict().values()) == {2.5}
    assert set(checked_timeout(http.Timeout(None)).as_dict().values()) == {None}
    mixed = http.Timeout(7, read=None, pool=0.001)
    assert checked_timeout(mixed) is mixed


@pytest.mark.parametrize("host", ["xn--mnchen-3ya.test", "a-b.test", "1.2.3.4", "[2001:db8::1]"])
def test_any_host_that_exists_is_taken(host: str) -> None:
    """Names beyond ASCII as they are sent, and addresses."""
    address = Address(base_url=f"https://{host}:8443/v1")
    assert resolve(address, needs_token_url=False) == (f"https://{host}:8443/v1", None)
