"""Where a client talks to and how long it waits.

An address is stated in one of two ways: `account` with `region` for Talkdesk's own hosts, or
`base_url` with `token_url` for anything else (another region, a sandbox).
"""

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from urllib.parse import urlsplit

from talkdesk_core import http
from talkdesk_core.errors import ConfigurationError
from talkdesk_core.finite import is_finite
from talkdesk_core.hosts import is_host, is_loopback
from talkdesk_core.regions import DEFAULT_REGION, check_account, find_region
from talkdesk_core.retries import Retries

__all__ = [
    "DEFAULT_TIMEOUT",
    "Address",
    "Config",
    "checked_timeout",
    "checked_transport",
    "resolve",
]

T = TypeVar("T")

# Seconds to open a connection, for each read, for each write, and to get a connection of the pool.
DEFAULT_TIMEOUT = http.Timeout(connect=5.0, read=30.0, write=30.0, pool=5.0)

# A host as a name or IPv4 address, or an IPv6 address in brackets; an optional port.
_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])(?::[0-9]+)?")
# A path of visible ASCII characters that does not end the path, and that no parser rewrites.
_PATH = re.compile(r"[!-~]*")


@dataclass(frozen=True, slots=True)
class Config:
    """What a client needs to know of its surroundings.

    Attributes:
        base_url: Absolute URL without a trailing slash; operation paths are appended to it.
        token_url: Absolute URL of the token endpoint; None where the credentials need none.
        timeout: Seconds for each phase of a request.
        headers: Further headers of every request; they may be secret and are not shown.
        retries: When to try again.
    """

    base_url: str
    token_url: str | None
    timeout: http.Timeout = field(default_factory=lambda: DEFAULT_TIMEOUT)
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    retries: Retries = field(default_factory=Retries)


@dataclass(frozen=True, slots=True)
class Address:
    """The four settings that say where to go, as they were given; None and "" are not given.

    Raises:
        ConfigurationError: One is neither a string nor None.
    """

    account: str | None = None
    region: str | None = None
    base_url: str | None = None
    token_url: str | None = None

    def __post_init__(self) -> None:
        for name, value in dataclasses.asdict(self).items():
            if value is not None and not isinstance(value, str):
                msg = (
                    f"{name} (TALKDESK_{name.upper()}) takes a string, not {type(value).__name__}."
                )
                raise ConfigurationError(msg, arguments=(name,))


def resolve(address: Address, *, needs_token_url: bool) -> tuple[str, str | None]:
    """Return the URLs of the API and of the token endpoint that an address stands for.

    Args:
        address: Where to go. The region is ``us`` when an account is given alone.
        needs_token_url: Whether the credentials fetch tokens.

    Raises:
        ConfigurationError: The settings are incomplete, contradict each other or are no URLs that
            credentials may be sent to.
    """
    if address.account:
        check_account(address.account)
    if address.base_url or address.token_url:
        return _given_hosts(address, needs_token_url=needs_token_url)
    if not address.account and (needs_token_url or not address.region):
        wanted = "account" if needs_token_url else "account, region"
        msg = (
            f"no address: give {wanted} (TALKDESK_ACCOUNT), or base_url and token_url "
            "(TALKDESK_BASE_URL, TALKDESK_TOKEN_URL)."
        )
        raise ConfigurationError(msg, arguments=("account", "base_url", "token_url"))
    region = find_region(address.region or DEFAULT_REGION)
    return region.api, region.token_url(address.account) if address.account else None


def _given_hosts(address: Address, *, needs_token_url: bool) -> tuple[str, str | None]:
    given = "base_url" if address.base_url else "token_url"
    if address.region:
        msg = (
            f"region (TALKDESK_REGION) and {given} (TALKDESK_{given.upper()}) contradict each "
            "other: a region states both URLs. Leave one of them out."
        )
        raise ConfigurationError(msg, arguments=("region", given))
    if not address.base_url:
        msg = "token_url (TALKDESK_TOKEN_URL) is given without base_url (TALKDESK_BASE_URL)."
        raise ConfigurationError(msg, arguments=("base_url",))
    base_url = _checked_url("base_url", address.base_url).rstrip("/")
    if address.token_url:
        return base_url, _checked_url("token_url", address.token_url)
    if needs_token_url:
        msg = (
            "base_url (TALKDESK_BASE_URL) is given without token_url (TALKDESK_TOKEN_URL), which "
            "these credentials need."
        )
        raise ConfigurationError(msg, arguments=("token_url",))
    return base_url, None


def _checked_url(argument: str, url: str) -> str:
    """Return `url` if credentials may be sent to it.

    Parsers read odd URLs in different ways, and one that sees another host than this check does
    would send the secret there; so only plain URLs pass. The URL is not quoted in the error, as it
    may hold a password.
    """
    scheme, separator, rest = url.partition("://")
    host, slash, path = rest.partition("/")
    problem = None
    if scheme.lower() not in {"http", "https"} or not separator:
        problem = "is not an absolute http or https URL"
    elif "@" in host:
        problem = "holds a user or password; credentials belong in auth"
    elif "?" in rest or "#" in rest:
        problem = "has a query or fragment"
    elif not _HOST.fullmatch(host) or not _PATH.fullmatch(path) or "\\" in path:
        problem = "has characters that do not belong in a URL"
    elif {".", ".."} & set(path.split("/")):
        problem = "has '.' or '..' in its path"
    elif _port_is_wrong(url) or not is_host(urlsplit(url).hostname or ""):
        problem = "has a host, an address or a port that cannot exist"
    elif scheme.lower() == "http" and not is_loopback(urlsplit(url).hostname or ""):
        problem = "is http: credentials would travel unencrypted. Only this machine may be http"
    if problem is not None:
        msg = f"{argument} (TALKDESK_{argument.upper()}) {problem}."
        raise ConfigurationError(msg, arguments=(argument,))
    return f"{scheme.lower()}://{host.lower()}{slash}{path}"


def _port_is_wrong(url: str) -> bool:
    try:
        return urlsplit(url).port == 0
    except ValueError:
        return True


def checked_timeout(timeout: float | http.Timeout) -> http.Timeout:
    """Return `timeout` as a `Timeout`.

    Raises:
        ConfigurationError: It is no number of seconds above 0, and no `Timeout` all of whose phases
            have one or None.
    """
    if isinstance(timeout, http.Timeout):
        _check_phases(timeout)
        return timeout
    if not is_finite(timeout) or timeout <= 0:
        msg = "timeout takes seconds above 0, a Timeout, or None for the default."
        raise ConfigurationError(msg, arguments=("timeout",))
    return http.Timeout(timeout)


def _check_phases(timeout: http.Timeout) -> None:
    phases: Mapping[str, object] = timeout.as_dict()
    for phase, seconds in phases.items():
        if seconds is not None and (not is_finite(seconds) or seconds <= 0):
            msg = f"timeout takes seconds above 0, or None, for each phase; {phase} has neither."
            raise ConfigurationError(msg, arguments=("timeout",))


def checked_transport(transport: object, kind: type[T]) -> T | None:
    """Return a transport that can send for this kind of client, or None for the network.

    Raises:
        ConfigurationError: It is something else.
    """
    if transport is None or isinstance(transport, kind):
        return transport
    msg = f"transport takes an httpx.{kind.__name__} or None, not {type(transport).__name__}."
    raise ConfigurationError(msg, arguments=("transport",))
