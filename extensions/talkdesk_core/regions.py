"""Talkdesk's regions: which hosts serve an account.

Source: the vendor's pages on regions and on client credentials (`cc-basic`). For other
regions the vendor states no API host; they are reached with `base_url` and `token_url`.
"""

import re
from dataclasses import dataclass

from talkdesk_core.errors import ConfigurationError
from talkdesk_core.hosts import is_host

__all__ = ["DEFAULT_REGION", "REGIONS", "Region", "find_region"]

# One label of a host name (RFC 1123 section 2.1): nothing in it can end the label or the host.
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")

DEFAULT_REGION = "us"


@dataclass(frozen=True, slots=True)
class Region:
    """The hosts of one region.

    Attributes:
        name: How the region is called in arguments and in ``TALKDESK_REGION``.
        api: Base URL of the API, without a trailing slash.
        identity: Host under which each account has its own token endpoint.
    """

    name: str
    api: str
    identity: str

    def token_url(self, account: str) -> str:
        """Return the token endpoint of an account in this region.

        Args:
            account: The account's subdomain: 1 to 63 of ``a-z``, ``0-9`` and inner hyphens.

        Raises:
            ConfigurationError: `account` is not one host name label.
        """
        check_account(account)
        return f"https://{account}.{self.identity}/oauth/token"


REGIONS = {
    region.name: region
    for region in (
        Region("us", "https://api.talkdeskapp.com", "talkdeskid.com"),
        Region("eu", "https://api.talkdeskapp.eu", "talkdeskid.eu"),
        Region("ca", "https://api.talkdeskappca.com", "talkdeskidca.com"),
    )
}


def find_region(name: str) -> Region:
    """Return the region called `name` (``us``, ``eu`` or ``ca``).

    Raises:
        ConfigurationError: There is no such region.
    """
    region = REGIONS.get(name)
    if region is None:
        msg = (
            f"region (TALKDESK_REGION) is {name!r}; known are {', '.join(REGIONS)}. "
            "For any other give base_url and token_url instead."
        )
        raise ConfigurationError(msg, arguments=("region",))
    return region


def check_account(account: str) -> None:
    """Refuse an account name that could change the host which receives the credentials.

    Raises:
        ConfigurationError: `account` is not one lower-case host name label.
    """
    if not _LABEL.fullmatch(account) or not is_host(account):
        msg = (
            f"account (TALKDESK_ACCOUNT) is {account!r}; it is the account's subdomain alone, for "
            "example 'acme' of acme.mytalkdesk.com: lower-case letters, digits and inner hyphens."
        )
        raise ConfigurationError(msg, arguments=("account",))
